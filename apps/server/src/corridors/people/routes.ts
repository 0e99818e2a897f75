/** 人员 — every route of this folder that is not about one's own sign-in. */
import { acts, type Bound, reads } from '../../forms/route.js';
import * as identities from './actions/identities.js';
import * as office from './actions/office.js';
import * as organisations from './actions/organisations.js';
import * as posts from './actions/posts.js';
import * as regions from './actions/regions.js';
import * as users from './actions/users.js';
import * as outside from './contract/identities.js';
import * as places from './contract/places.js';
import * as people from './contract/users.js';
import { readOffice } from './queries/office.js';
import { readGroup, readIdentities, readOrganisations, readRegions, readUsers } from './reads.js';
import { roles, roleTable } from './roles.js';
import { accountRoutes } from './routes.signIn.js';

const reachWords = {
  office: '全部',
  regions: '所辖区域',
  organisation: '本部门',
  subjects: '本企业',
  none: '不涉及企业数据',
} as const;

const userRoutes: readonly Bound[] = [
  reads(people.listUsers, (reading, { query }) => readUsers(reading, query)),
  reads(people.listRoles, async () => ({
    items: roles.map((role) => {
      const { title, reach, secondFactor, permissions, excludes } = roleTable[role];
      return { role, title, reach: reachWords[reach], secondFactor, permissions: [...permissions], excludes: [...excludes] };
    }),
  })),
  acts(people.createUser, users.createUser, ({ body }) => body),
  acts(people.editUser, users.editUser, ({ params, body }) => ({ ...body, ...params })),
  acts(people.disableUser, users.disableUser, ({ params, body }) => ({ ...body, ...params })),
  acts(people.enableUser, users.enableUser, ({ params, body }) => ({ ...body, ...params })),
  acts(people.issueFirstSecret, users.issueFirstSecret, ({ params }) => params),
  reads(outside.listIdentities, (reading, { params }) => readIdentities(reading, params.userId)),
  reads(outside.listOwnIdentities, (reading) => readIdentities(reading, reading.actor.userId)),
  acts(outside.linkIdentity, identities.linkIdentity, ({ params, body }) => ({ ...body, ...params })),
  acts(outside.unlinkIdentity, identities.unlinkIdentity, ({ params, body }) => ({ ...body, ...params })),
  acts(people.givePost, posts.givePost, ({ params, body }) => ({ ...body, ...params })),
  acts(people.endPost, posts.endPost, ({ params, body }) => ({ ...body, ...params })),
  acts(people.unlockUser, posts.unlockUser, ({ params }) => params),
  acts(people.endSessions, posts.endSessions, ({ params, body }) => ({ ...body, ...params })),
  acts(people.resetFactor, posts.resetFactor, ({ params, body }) => ({ ...body, ...params })),
];

const placeRoutes: readonly Bound[] = [
  reads(places.listRegions, async (reading, { query }) => ({ items: await readRegions(reading, query.on) })),
  acts(places.addRegion, regions.addRegion, ({ body }) => body),
  acts(places.editRegion, regions.editRegion, ({ params, body }) => ({ ...body, ...params })),
  acts(places.giveRegionCode, regions.giveRegionCode, ({ params, body }) => ({ ...body, ...params })),
  reads(places.listOrganisations, (reading, { query }) => readOrganisations(reading, query.on)),
  acts(places.addOrganisation, organisations.addOrganisation, ({ body }) => body),
  acts(places.editOrganisation, organisations.editOrganisation, ({ params, body }) => ({ ...body, ...params })),
  acts(places.addContact, organisations.addContact, ({ params, body }) => ({ ...body, ...params })),
  acts(places.editContact, organisations.editContact, ({ params, body }) => ({ ...body, ...params })),
  acts(places.unmaskContact, organisations.unmaskContact, ({ params }) => params),
  reads(places.readLeadingGroup, (reading, { query }) => readGroup(reading, query.on)),
  acts(places.addMember, organisations.addMember, ({ body }) => body),
  acts(places.editMember, organisations.editMember, ({ params, body }) => ({ ...body, ...params })),
  reads(places.readOffice, async ({ tx, actor }) => {
    const { office_id, slug, name, short_name, work_name, root_region_id, settings, version } = await readOffice(
      tx,
      actor.officeId,
    );
    return {
      ...{ officeId: office_id, slug, name, shortName: short_name, workName: work_name },
      ...{ rootRegionId: root_region_id, settings, version },
    };
  }),
  acts(places.editOffice, office.editOffice, ({ body }) => body),
  acts(places.renameOffice, office.renameOffice, ({ body }) => body),
  acts(places.editWorkSettings, office.editWorkSettings, ({ body }) => body),
  acts(places.editSecurity, office.editSecurity, ({ body }) => body),
];

export const peopleRoutes: readonly Bound[] = [...accountRoutes, ...userRoutes, ...placeRoutes];
