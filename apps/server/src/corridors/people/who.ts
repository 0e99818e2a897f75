/** 我是谁 — what the page needs to know about the person who uses it. */
import type { z } from 'zod';
import { businessDay } from '../../forms/day.js';
import type { Actor, House } from '../../forms/house.js';
import { readInScope, type Tx } from '../../store/scope.js';
import type { whoShape } from './contract/signIn.js';
import { readOffice } from './queries/office.js';
import { findOrganisation } from './queries/organisations.js';
import { listRegions } from './queries/regions.js';
import { findForSignIn } from './queries/users.js';
import { roleTable } from './roles.js';
import { isPasswordOld } from './signIn/passwordRules.js';
import { actorOfToken, csrfTokenOf } from './signIn/session.js';

export type Who = z.infer<typeof whoShape>;

/** Of the session that a sign-in has just opened. */
export async function whoOfToken(house: House, token: string): Promise<Who> {
  const actor = await actorOfToken(house, token);
  if (actor === undefined) throw new Error('a session just opened is gone');
  return readInScope(house.store, actor, (tx) => whoOf(tx, house, actor));
}

export async function whoOf(tx: Tx, house: House, actor: Actor): Promise<Who> {
  const { officeId, userId, organisationId, reach } = actor;
  const office = await readOffice(tx, officeId);
  const account = await findForSignIn(tx, officeId, { userId });
  if (account === undefined) throw new Error('an actor has no account');
  const organisation = organisationId === null ? undefined : await findOrganisation(tx, officeId, organisationId);
  const { settings } = office;
  return {
    ...{ userId, name: actor.name, login: account.login, demonstration: house.demonstration },
    office: { officeId, slug: office.slug, name: office.name, workName: office.work_name, rootRegionId: office.root_region_id },
    roles: actor.roles.map((role) => ({ role, title: roleTable[role].title })),
    permissions: [...actor.permissions],
    reach: {
      ...{ kind: reach.kind, words: await reachWords(tx, actor, { rootRegionId: office.root_region_id, now: house.now() }) },
      regionIds: reach.kind === 'regions' ? [...reach.regionIds] : [],
      subjectIds: reach.kind === 'subjects' ? [...reach.subjectIds] : [],
    },
    organisation: organisation === undefined ? null : { organisationId: organisation.organisation_id, name: organisation.name },
    secondFactor: {
      enrolled: account.confirmed_at !== null,
      used: actor.secondFactor,
      needed: actor.roles.some((role) => roleTable[role].secondFactor),
    },
    passwordOld: account.set_at !== null && isPasswordOld(settings.passwordProfile, account.set_at, house.now()),
    csrfToken: csrfTokenOf(house, actor.sessionId),
    now: house.now().toISOString(),
    ...{ idleMinutes: settings.idleMinutes, provedAt: actor.provedAt.toISOString() },
  };
}

async function reachWords(
  tx: Tx,
  { officeId, reach }: Actor,
  { rootRegionId, now }: { rootRegionId: string | null; now: Date },
): Promise<string> {
  if (reach.kind === 'none') return '不涉及企业数据';
  if (reach.kind === 'subjects') return '本企业';
  const ids = reach.kind === 'regions' ? reach.regionIds : rootRegionId === null ? [] : [rootRegionId];
  const own = new Set(ids);
  const regions = (await listRegions(tx, officeId, businessDay(now))).filter(({ region_id }) => own.has(region_id));
  // Of a town and its villages only the town is named.
  const tops = regions.filter(({ parent_id }) => parent_id === null || !own.has(parent_id));
  return tops.length === 0 ? '全部区域' : tops.map(({ name }) => name).join('、');
}
