/** 名册 — what the lists of this folder show: users with their posts, the region tree, organisations with contacts, the leading group. */
import type { z } from 'zod';
import { businessDay } from '../../forms/day.js';
import type { House } from '../../forms/house.js';
import type { Reading } from '../../forms/route.js';
import { maskPhone, unseal } from '../../forms/seal.js';
import { phonePurpose } from './actions/users.js';
import type { listIdentities as identitiesContract } from './contract/identities.js';
import type {
  contactShape,
  readLeadingGroup as groupContract,
  listOrganisations as organisationsContract,
  regionShape,
} from './contract/places.js';
import type { listUsers as usersContract } from './contract/users.js';
import { contactRoleTitles, groupPositions, groupPositionTitles, organisationKindTitles, regionKindTitles } from './kinds.js';
import { countIdentities, listIdentities } from './queries/identities.js';
import * as organisations from './queries/organisations.js';
import { listRegionCodes, listRegions } from './queries/regions.js';
import * as users from './queries/users.js';
import { roleTable } from './roles.js';
import type { ContactTable } from './tables.js';
import { refusePeople } from './texts.zh.js';

type UserQuery = z.output<typeof usersContract.query>;

export async function readUsers(
  { tx, house, actor }: Reading,
  { limit, after, name, organisationId }: UserQuery,
): Promise<z.infer<typeof usersContract.answer>> {
  const { officeId } = actor;
  const filters = { ...(after === undefined ? {} : { after }), ...(name === undefined ? {} : { name }) };
  const more = organisationId === undefined ? {} : { organisationId };
  const found = await users.listUsers(tx, officeId, { limit: limit + 1, ...filters, ...more });
  const page = found.slice(0, limit);
  const posts = await users.listPosts(
    tx,
    officeId,
    businessDay(house.now()),
    page.map(({ user_id }) => user_id),
  );
  const linked = await countIdentities(
    tx,
    officeId,
    page.map(({ user_id }) => user_id),
  );
  return {
    items: page.map((user) => ({
      ...{ userId: user.user_id, login: user.login, name: user.name, organisationId: user.organisation_id },
      ...{
        phoneMasked: masked(house, user.phone_sealed),
        disabled: user.disabled_at !== null,
        secondFactor: user.confirmed_at !== null,
        identities: linked.get(user.user_id) ?? 0,
      },
      ...{ lastSignInAt: user.last_sign_in_at?.toISOString() ?? null, version: user.version },
      posts: posts
        .filter((post) => post.user_id === user.user_id)
        .map(({ user_post_id, role, region_id, organisation_id, subject_id, from, until }) => ({
          ...{ postId: user_post_id, role, title: roleTable[role].title, regionId: region_id },
          ...{ organisationId: organisation_id, subjectId: subject_id, from, until },
        })),
    })),
    next: found.length > limit ? (page.at(-1)?.login_key ?? null) : null,
  };
}

export async function readIdentities(
  { tx, house, actor }: Reading,
  userId: string,
): Promise<z.infer<typeof identitiesContract.answer>> {
  const account = await users.findForSignIn(tx, actor.officeId, { userId });
  if (account === undefined) throw refusePeople('user_not_found');
  const service = house.identity?.issuer ?? null;
  const rows = await listIdentities(tx, actor.officeId, userId);
  return {
    items: rows.map(({ identity_id, issuer, subject, linked_at, linked_by_name }) => ({
      ...{ identityId: identity_id, issuer, subject, linkedAt: linked_at.toISOString(), linkedByName: linked_by_name },
      served: issuer === service,
    })),
    ...{ service, passwordSet: account.password_hash !== null },
  };
}

export async function readRegions({ tx, house, actor }: Reading, on: string | undefined): Promise<z.infer<typeof regionShape>[]> {
  const day = on ?? businessDay(house.now());
  const codes = await listRegionCodes(tx, actor.officeId);
  const regions = await listRegions(tx, actor.officeId, day);
  return regions.map(({ region_id: regionId, parent_id: parentId, kind, name, sort, from, until, version }) => {
    const own = codes.filter((code) => code.region_id === regionId);
    return {
      ...{ regionId, parentId, kind, kindTitle: regionKindTitles[kind], name, sort, from, until, version },
      code: own.find((code) => code.from <= day && (code.until === null || code.until > day))?.code ?? null,
      codes: own.map((code) => ({ code: code.code, from: code.from, until: code.until })),
    };
  });
}

export async function readOrganisations(
  { tx, house, actor }: Reading,
  on: string | undefined,
): Promise<z.infer<typeof organisationsContract.answer>> {
  const contacts = await organisations.listContacts(tx, actor.officeId, on ?? businessDay(house.now()));
  const rows = await organisations.listOrganisations(tx, actor.officeId);
  return {
    items: rows.map((row) => ({
      ...{ organisationId: row.organisation_id, name: row.name, shortName: row.short_name, kind: row.kind },
      ...{ kindTitle: organisationKindTitles[row.kind], regionId: row.region_id, sort: row.sort, closedOn: row.closed_on },
      contacts: contacts.filter((one) => one.organisation_id === row.organisation_id).map((one) => contactOf(house, one)),
      version: row.version,
    })),
  };
}

/** @source requirements TZ-10 */
export async function readGroup(
  { tx, house, actor }: Reading,
  on: string | undefined,
): Promise<z.infer<typeof groupContract.answer>> {
  const day = on ?? businessDay(house.now());
  const { officeId } = actor;
  const members = await organisations.listGroup(tx, officeId, day);
  const contacts = (await organisations.listContacts(tx, officeId, day)).filter(({ role }) => role === 'backbone');
  const names = new Map((await organisations.listOrganisations(tx, officeId)).map((row) => [row.organisation_id, row.name]));
  const units = [
    ...new Set(members.flatMap(({ position, organisation_id: id }) => (position === 'member' && id !== null ? [id] : []))),
  ];
  const contactsOf = (id: string | null) => contacts.filter((one) => one.organisation_id === id);
  return {
    members: members.map((row) => ({
      ...{ memberId: row.member_id, position: row.position, positionTitle: groupPositionTitles[row.position] },
      ...{ organisationId: row.organisation_id, organisationName: names.get(row.organisation_id ?? '') ?? null },
      ...{ name: row.name, postTitle: row.post_title, sort: row.sort, from: row.from, until: row.until, version: row.version },
      contacts: contactsOf(row.organisation_id).map((one) => contactOf(house, one)),
    })),
    units: units.length,
    vacant: groupPositions
      .filter((position) => position !== 'office_deputy' && !members.some((row) => row.position === position))
      .map((position) => ({ position, title: groupPositionTitles[position] })),
    withoutContact: units
      .filter((id) => contactsOf(id).length === 0)
      .map((id) => ({ organisationId: id, name: names.get(id) ?? '' })),
  };
}

const contactOf = (house: House, row: ContactTable): z.infer<typeof contactShape> => ({
  ...{
    contactId: row.contact_id,
    role: row.role,
    roleTitle: contactRoleTitles[row.role],
    name: row.name,
    postTitle: row.post_title,
  },
  ...{ phoneMasked: masked(house, row.phone_sealed), from: row.from, until: row.until, version: row.version },
});

const masked = (house: House, sealed: Buffer | null): string | null =>
  sealed === null ? null : maskPhone(unseal(house, phonePurpose, sealed));
