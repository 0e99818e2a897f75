/**
 * 开通牵头办公室 — a new tenant: the office, its root region, its own organisation, and the three administrators, each with a first
 * secret that works once and expires. Run by the operator of the machine as owner of the tables, never through HTTP. @source trust R5, R9
 */
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { businessDay } from '../../forms/day.js';
import type { House } from '../../forms/house.js';
import { brokenConstraint } from '../../forms/violations.js';
import { newId } from '../../store/ids.js';
import type { Schema } from '../../store/schema.js';
import { inScope, type Tx, wholeOffice } from '../../store/scope.js';
import { appendAudit } from '../audit/append.js';
import type { RegionKind } from './kinds.js';
import { loginKey } from './login.js';
import { insertOffice } from './queries/office.js';
import { insertOrganisation } from './queries/organisations.js';
import { insertRegion, insertRegionCode } from './queries/regions.js';
import { insertPost, insertUser } from './queries/users.js';
import type { Role } from './roles.js';
import { newOfficeSettings, type OfficeSettings } from './settings.js';
import { makeLink } from './signIn/links.js';
import { refusePeople } from './texts.zh.js';

export const administratorRoles = ['system_admin', 'security_admin', 'audit_admin'] as const satisfies readonly Role[];
export type AdministratorRole = (typeof administratorRoles)[number];

export interface NewOffice {
  /** Short latin name, used where a server has several offices: `haian`. */
  readonly slug: string;
  readonly name: string;
  readonly workName: string;
  readonly region: { readonly kind: RegionKind; readonly name: string; readonly code: string };
  readonly organisation: { readonly name: string; readonly shortName: string };
  readonly administrators: Readonly<Record<AdministratorRole, { readonly login: string; readonly name: string }>>;
  readonly settings?: Partial<OfficeSettings>;
}

export interface MadeOffice {
  readonly officeId: string;
  readonly rootRegionId: string;
  readonly organisationId: string;
  /** Shown once: only hashes are kept. */
  readonly firstSecrets: readonly {
    readonly role: AdministratorRole;
    readonly userId: string;
    readonly login: string;
    readonly secret: string;
    readonly expiresAt: Date;
  }[];
}

/** @throws Refusal people.slug_taken, Error when the slug is no slug (nothing is left then) */
export function makeOffice(house: House, office: NewOffice): Promise<MadeOffice> {
  const { slug } = office;
  if (!/^[a-z][a-z0-9-]{1,30}$/.test(slug)) throw new Error(`单位代号“${slug}”须为 2–31 位小写字母、数字。`);
  const officeId = newId(house.now().getTime());
  return house.store.asOwner((client) =>
    inScope({ ...house.store, db: ownerOf(client) }, wholeOffice(officeId), (tx) =>
      write(tx, house, { ...office, officeId }),
    ).catch((error: unknown) => {
      const taken = brokenConstraint(error) === 'office_directory_pkey';
      throw taken ? Object.assign(refusePeople('slug_taken', { slug }), { cause: error }) : error;
    }),
  );
}

/** The owner's one connection as a query builder. */
function ownerOf(client: pg.Client): Kysely<Schema> {
  const held = { query: client.query.bind(client), release: () => undefined } as unknown as pg.PoolClient;
  return new Kysely<Schema>({
    dialect: new PostgresDialect({ pool: { connect: async () => held, end: async () => undefined } }),
  });
}

type Making = NewOffice & { readonly officeId: string };

/** Regions are there before any enterprise that is looked at: from the founding of the republic on. */
const always = '1949-10-01';

async function write(tx: Tx, house: House, office: Making): Promise<MadeOffice> {
  const now = house.now();
  const id = (): string => newId(now.getTime());
  const { officeId, slug, name, workName, region } = office;
  const settings = { ...newOfficeSettings, ...office.settings };
  const rootRegionId = id();
  await insertOffice(tx, {
    ...{ office_id: officeId, slug, name, short_name: office.organisation.shortName, work_name: workName },
    root_region_id: rootRegionId,
    ...{ settings: JSON.stringify(settings), version: 1, created_at: now },
  });
  await insertRegion(tx, {
    ...{ office_id: officeId, region_id: rootRegionId, parent_id: null, kind: region.kind, name: region.name },
    ...{ sort: 0, from: always, until: null, version: 1 },
  });
  await insertRegionCode(tx, { office_id: officeId, region_id: rootRegionId, code: region.code, from: always, until: null });
  const organisationId = id();
  await insertOrganisation(tx, {
    ...{ office_id: officeId, organisation_id: organisationId, name: office.organisation.name, kind: 'lead_office' },
    ...{ short_name: office.organisation.shortName, region_id: rootRegionId, sort: 0, closed_on: null, version: 1 },
  });
  const firstSecrets: MadeOffice['firstSecrets'][number][] = [];
  for (const role of administratorRoles)
    firstSecrets.push(await makeAdministrator(tx, house, { ...office, role, organisationId, hours: settings.firstSecretHours }));
  await appendAudit(tx, {
    ...{ id: id(), at: now, actor: { officeId, userId: null, name: '安装程序', roles: [] }, origin: { ip: '', requestId: '' } },
    ...{ action: 'people.make_office', title: '开通牵头办公室', outcome: 'done', object: { kind: 'office', id: officeId } },
    summary: `开通“${name}”，设三类管理员`,
    ...{ change: { slug, name, workName, region, administrators: administratorRoles }, reason: null },
    demonstration: house.demonstration,
  });
  return { officeId, rootRegionId, organisationId, firstSecrets };
}

interface Administrator extends Making {
  readonly role: AdministratorRole;
  readonly organisationId: string;
  readonly hours: number;
}

async function makeAdministrator(tx: Tx, house: House, making: Administrator): Promise<MadeOffice['firstSecrets'][number]> {
  const { officeId, role, organisationId, hours } = making;
  const { login, name } = making.administrators[role];
  const now = house.now();
  const userId = newId(now.getTime());
  await insertUser(tx, {
    ...{ office_id: officeId, user_id: userId, login, login_key: loginKey(login), name, organisation_id: organisationId },
    ...{ phone_sealed: null, disabled_at: null, created_at: now, last_sign_in_at: null, version: 1 },
  });
  await insertPost(tx, {
    ...{ office_id: officeId, user_post_id: newId(now.getTime()), user_id: userId, role, region_id: null, organisation_id: null },
    ...{ subject_id: null, from: businessDay(now), until: null },
  });
  const { token, expiresAt } = await makeLink(tx, house, { officeId, userId, purpose: 'first_secret', hours });
  return { role, userId, login, secret: token, expiresAt };
}
