/** 单位、联系人、领导小组 — with dates, so that it can be said who was responsible when. @source requirements TZ-10 */
import { z } from 'zod';
import type { Action, Step } from '../../../forms/action.js';
import { seal, unseal } from '../../../forms/seal.js';
import { refuseForm } from '../../../forms/texts.zh.js';
import { keepBefore } from '../../audit/history.js';
import * as contract from '../contract/places.js';
import { idShape } from '../contract/shapes.js';
import { contactRoleTitles, groupPositionTitles } from '../kinds.js';
import * as rows from '../queries/organisations.js';
import { findRegion } from '../queries/regions.js';
import { refusePeople } from '../texts.zh.js';
import { only } from './regions.js';
import { phonePurpose } from './users.js';

export const addOrganisation: Action<z.output<typeof contract.addOrganisation.body>, { organisationId: string }> = {
  ...{ name: 'people.add_organisation', title: '新增单位', may: 'office.administer', input: contract.addOrganisation.body },
  async run(step, { name, shortName, kind, regionId, sort }) {
    const { tx, actor } = step;
    await checkName(step, name, null);
    await checkRegion(step, regionId);
    const organisationId = step.newId();
    await keepBefore(step, { kind: 'organisation', id: organisationId }, null);
    await rows.insertOrganisation(tx, {
      ...{ office_id: actor.officeId, organisation_id: organisationId, name, short_name: shortName, kind },
      ...{ region_id: regionId, sort, closed_on: null, version: 1 },
    });
    const change = { name, shortName, kind, regionId, sort };
    return {
      output: { organisationId },
      object: { kind: 'organisation', id: organisationId },
      summary: `新增单位“${name}”`,
      change,
    };
  },
};

const editShape = z.strictObject({ ...contract.editOrganisation.body.shape, organisationId: idShape });

export const editOrganisation: Action<z.infer<typeof editShape>, { version: number }> = {
  ...{ name: 'people.edit_organisation', title: '修改单位', may: 'office.administer', input: editShape },
  async run(step, { organisationId, version, ...change }) {
    const organisation = await theOrganisation(step, organisationId);
    checkVersion(version, organisation.version);
    if (change.name !== undefined) await checkName(step, change.name, organisationId);
    await checkRegion(step, change.regionId ?? null);
    await keepBefore(step, { kind: 'organisation', id: organisationId }, { ...organisation });
    const { shortName, regionId, closedOn, ...same } = change;
    const set = only({ ...same, short_name: shortName, region_id: regionId, closed_on: closedOn });
    const changed = await rows.updateOrganisation(step.tx, { officeId: step.actor.officeId, id: organisationId, version }, set);
    const summary = `修改单位“${organisation.name}”`;
    return { output: newVersion(changed, version), object: { kind: 'organisation', id: organisationId }, summary, change };
  },
};

const addContactShape = z.strictObject({ ...contract.addContact.body.shape, organisationId: idShape });

/** 指定联系人 — whoever held the role so far ends on that day, unless both stay. */
export const addContact: Action<z.output<typeof addContactShape>, { contactId: string }> = {
  ...{ name: 'people.add_contact', title: '指定联系人', may: 'people.edit', input: addContactShape },
  async run(step, { organisationId, role, name, postTitle, phone, from, replaces }) {
    const { tx, actor, house } = step;
    const { officeId } = actor;
    const organisation = await theOrganisation(step, organisationId);
    const before = (await rows.listContacts(tx, officeId, from)).filter(
      (one) => one.organisation_id === organisationId && one.role === role && one.from < from,
    );
    for (const { contact_id: id, version, ...row } of replaces ? before : []) {
      await keepBefore(step, { kind: 'contact', id }, { contact_id: id, version, ...row });
      await rows.updateContact(tx, { officeId, id, version }, { until: from });
    }
    const contactId = step.newId();
    await keepBefore(step, { kind: 'contact', id: contactId }, null);
    await rows.insertContact(tx, {
      ...{ office_id: officeId, contact_id: contactId, organisation_id: organisationId, role, name, post_title: postTitle },
      ...{ phone_sealed: phone === undefined ? null : seal(house, phonePurpose, phone), from, until: null, version: 1 },
    });
    const summary = `${organisation.short_name}指定${contactRoleTitles[role]}`;
    const change = {
      organisationId,
      role,
      name,
      postTitle,
      from,
      replaced: replaces ? before.map(({ contact_id }) => contact_id) : [],
    };
    return { output: { contactId }, object: { kind: 'contact', id: contactId }, summary, change };
  },
};

const editContactShape = z.strictObject({ ...contract.editContact.body.shape, contactId: idShape });

export const editContact: Action<z.infer<typeof editContactShape>, { version: number }> = {
  ...{ name: 'people.edit_contact', title: '修改联系人', may: 'people.edit', input: editContactShape },
  async run(step, { contactId, version, name, postTitle, phone, until }) {
    const { tx, actor, house } = step;
    const contact = await theContact(step, contactId);
    checkVersion(version, contact.version);
    if (until !== undefined && until !== null && until <= contact.from) throw refusePeople('dates_reversed');
    await keepBefore(step, { kind: 'contact', id: contactId }, { ...contact });
    const phoneSealed = phone === undefined || phone === null ? phone : seal(house, phonePurpose, phone);
    const set = only({ name, post_title: postTitle, phone_sealed: phoneSealed, until });
    const changed = await rows.updateContact(tx, { officeId: actor.officeId, id: contactId, version }, set);
    const change = { name, postTitle, phone: phone === undefined ? undefined : 'changed', until };
    return { output: newVersion(changed, version), object: { kind: 'contact', id: contactId }, summary: '修改联系人', change };
  },
};

/** 查看联系电话 — leaves a row in the ledger each time. @source trust R38 */
export const unmaskContact: Action<{ contactId: string }, { phone: string | null }> = {
  ...{
    name: 'people.unmask_contact',
    title: '查看联系电话',
    may: 'people.unmask',
    input: z.strictObject({ contactId: idShape }),
  },
  async run(step, { contactId }) {
    const { phone_sealed } = await theContact(step, contactId);
    const phone = phone_sealed === null ? null : unseal(step.house, phonePurpose, phone_sealed);
    return { output: { phone }, object: { kind: 'contact', id: contactId }, summary: '查看联系电话', change: {} };
  },
};

export const addMember: Action<z.output<typeof contract.addMember.body>, { memberId: string }> = {
  ...{ name: 'people.add_member', title: '增加领导小组成员', may: 'people.edit', input: contract.addMember.body },
  async run(step, { position, organisationId, name, postTitle, sort, from }) {
    const { tx, actor } = step;
    if (organisationId !== null) await theOrganisation(step, organisationId);
    const memberId = step.newId();
    await keepBefore(step, { kind: 'leading_group_member', id: memberId }, null);
    await rows.insertMember(tx, {
      ...{
        office_id: actor.officeId,
        member_id: memberId,
        position,
        organisation_id: organisationId,
        name,
        post_title: postTitle,
      },
      ...{ sort, from, until: null, version: 1 },
    });
    const summary = `领导小组增加${groupPositionTitles[position]}`;
    const change = { position, organisationId, name, postTitle, sort, from };
    return { output: { memberId }, object: { kind: 'leading_group_member', id: memberId }, summary, change };
  },
};

const editMemberShape = z.strictObject({ ...contract.editMember.body.shape, memberId: idShape });

export const editMember: Action<z.infer<typeof editMemberShape>, { version: number }> = {
  ...{ name: 'people.edit_member', title: '修改领导小组成员', may: 'people.edit', input: editMemberShape },
  async run(step, { memberId, version, postTitle, ...change }) {
    const { tx, actor } = step;
    const member = await rows.findMember(tx, actor.officeId, memberId);
    if (member === undefined) throw refusePeople('member_not_found');
    checkVersion(version, member.version);
    if (change.until !== undefined && change.until !== null && change.until <= member.from) throw refusePeople('dates_reversed');
    await keepBefore(step, { kind: 'leading_group_member', id: memberId }, { ...member });
    const set = only({ ...change, post_title: postTitle });
    const changed = await rows.updateMember(tx, { officeId: actor.officeId, id: memberId, version }, set);
    const object = { kind: 'leading_group_member', id: memberId };
    return { output: newVersion(changed, version), object, summary: '修改领导小组成员', change: { ...change, postTitle } };
  },
};

async function theOrganisation({ tx, actor }: Step, organisationId: string) {
  const organisation = await rows.findOrganisation(tx, actor.officeId, organisationId);
  if (organisation === undefined) throw refusePeople('organisation_not_found');
  return organisation;
}

async function theContact({ tx, actor }: Step, contactId: string) {
  const contact = await rows.findContact(tx, actor.officeId, contactId);
  if (contact === undefined) throw refusePeople('contact_not_found');
  return contact;
}

async function checkName({ tx, actor }: Step, name: string, self: string | null): Promise<void> {
  const same = await rows.findOrganisationByName(tx, actor.officeId, name);
  if (same !== undefined && same.organisation_id !== self) throw refusePeople('organisation_name_taken', { name });
}

async function checkRegion({ tx, actor }: Step, regionId: string | null): Promise<void> {
  if (regionId === null) return;
  if ((await findRegion(tx, actor.officeId, regionId)) === undefined) throw refusePeople('region_not_found');
}

function checkVersion(yours: number, theirs: number): void {
  if (yours !== theirs) throw refuseForm('version_differs', {}, { yours, theirs });
}

/** Undefined when somebody was faster within the same moment. */
function newVersion(changed: { version: number } | undefined, yours: number): { version: number } {
  if (changed === undefined) throw refuseForm('version_differs', {}, { yours });
  return { version: changed.version };
}
