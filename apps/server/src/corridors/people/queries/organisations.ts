/** SQL over organisations, their contacts, and the leading group. */
import { sql, type Updateable } from 'kysely';
import type { Tx } from '../../../store/scope.js';
import type { ContactTable, LeadingGroupMemberTable, OrganisationTable } from '../tables.js';

const validOn = (day: string) => sql<boolean>`"from" <= ${day} AND (until IS NULL OR until > ${day})`;

export const findOrganisation = (tx: Tx, officeId: string, organisationId: string) =>
  tx
    .selectFrom('organisation')
    .selectAll()
    .where('office_id', '=', officeId)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();

export const findOrganisationByName = (tx: Tx, officeId: string, name: string) =>
  tx
    .selectFrom('organisation')
    .select('organisation_id')
    .where('office_id', '=', officeId)
    .where('name', '=', name)
    .executeTakeFirst();

export const listOrganisations = (tx: Tx, officeId: string) =>
  tx
    .selectFrom('organisation')
    .selectAll()
    .where('office_id', '=', officeId)
    .orderBy('sort')
    .orderBy('organisation_id')
    .execute();

export const insertOrganisation = (tx: Tx, row: OrganisationTable) => tx.insertInto('organisation').values(row).execute();

export interface Versioned {
  readonly officeId: string;
  readonly id: string;
  readonly version: number;
}

/** Undefined when the version is not the stored one. */
export const updateOrganisation = (tx: Tx, { officeId, id, version }: Versioned, change: Updateable<OrganisationTable>) =>
  tx
    .updateTable('organisation')
    .set({ ...change, version: version + 1 })
    .where('office_id', '=', officeId)
    .where('organisation_id', '=', id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();

/** Contacts valid on a day. */
export const listContacts = (tx: Tx, officeId: string, day: string) =>
  tx
    .selectFrom('contact')
    .selectAll()
    .where('office_id', '=', officeId)
    .where(validOn(day))
    .orderBy('organisation_id')
    .orderBy('contact_id')
    .execute();

export const findContact = (tx: Tx, officeId: string, contactId: string) =>
  tx.selectFrom('contact').selectAll().where('office_id', '=', officeId).where('contact_id', '=', contactId).executeTakeFirst();

export const insertContact = (tx: Tx, row: ContactTable) => tx.insertInto('contact').values(row).execute();

/** Undefined when the version is not the stored one. */
export const updateContact = (tx: Tx, { officeId, id, version }: Versioned, change: Updateable<ContactTable>) =>
  tx
    .updateTable('contact')
    .set({ ...change, version: version + 1 })
    .where('office_id', '=', officeId)
    .where('contact_id', '=', id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();

/** 领导小组 on a day, in the order in which it is printed. */
export const listGroup = (tx: Tx, officeId: string, day: string) =>
  tx
    .selectFrom('leading_group_member')
    .selectAll()
    .where('office_id', '=', officeId)
    .where(validOn(day))
    .orderBy('sort')
    .orderBy('member_id')
    .execute();

export const findMember = (tx: Tx, officeId: string, memberId: string) =>
  tx
    .selectFrom('leading_group_member')
    .selectAll()
    .where('office_id', '=', officeId)
    .where('member_id', '=', memberId)
    .executeTakeFirst();

export const insertMember = (tx: Tx, row: LeadingGroupMemberTable) => tx.insertInto('leading_group_member').values(row).execute();

/** Undefined when the version is not the stored one. */
export const updateMember = (tx: Tx, { officeId, id, version }: Versioned, change: Updateable<LeadingGroupMemberTable>) =>
  tx
    .updateTable('leading_group_member')
    .set({ ...change, version: version + 1 })
    .where('office_id', '=', officeId)
    .where('member_id', '=', id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
