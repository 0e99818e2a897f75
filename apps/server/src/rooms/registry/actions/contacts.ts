/** 企业联系人 — kept sealed, shown masked; seeing one unmasked is an action of its own, with its reason on the trail. @source trust R38, R45 */
import { z } from 'zod';
import type { Action } from '../../../forms/action.js';
import { maskPhone, seal, unseal } from '../../../forms/seal.js';
import { changeRow, holdRow, holdVersion, makeRow } from '../changes.js';
import { contactInput, editEnterpriseContact, id } from '../contract.js';
import type { Row } from '../queries/rows.js';
import { holdSubject } from '../subjectState.js';
import { refuse } from '../texts.zh.js';

const contactTable = { table: 'subject_contact', idColumn: 'contact_id' };
const purpose = { name: 'registry.contact_name', phone: 'registry.contact_phone', present: 'registry.survey_present' } as const;
export const sealPurpose = purpose;

/** 张** — the first character stays. */
export const maskName = (name: string): string => `${[...name][0] ?? ''}**`;

type House = Parameters<typeof seal>[0];
const nameColumns = (house: House, name: string): Row => ({
  name_masked: maskName(name),
  name_sealed: seal(house, purpose.name, name),
});
const phoneColumns = (house: House, phone: string | null): Row => ({
  phone_masked: phone === null ? null : maskPhone(phone),
  phone_sealed: phone === null ? null : seal(house, purpose.phone, phone),
});

const checkSpan = (from: unknown, until: unknown): void => {
  if (typeof from === 'string' && typeof until === 'string' && until <= from) throw refuse('period_wrong');
};

export const addContactAction: Action<z.infer<typeof contactInput>, { id: string }> = {
  name: 'registry.add_contact',
  title: '登记企业联系人',
  may: 'registry.edit',
  input: contactInput,
  async run(step, input) {
    const subject = await holdSubject(step, input.subjectId);
    checkSpan(input.from, input.until);
    const contactId = step.newId();
    await makeRow(step, contactTable, {
      ...{
        office_id: step.actor.officeId,
        region_id: subject.region_id,
        version: 1,
        contact_id: contactId,
        subject_id: input.subjectId,
      },
      ...{ role: input.role, ...nameColumns(step.house, input.name), ...phoneColumns(step.house, input.phone ?? null) },
      ...{ from: input.from ?? null, until: input.until ?? null },
    });
    return {
      output: { id: contactId },
      object: { kind: 'subject_contact', id: contactId },
      summary: '登记企业联系人',
      change: { subjectId: input.subjectId, role: input.role, from: input.from ?? null, until: input.until ?? null },
    };
  },
};

const editInput = editEnterpriseContact.body.extend({ rowId: id });
export const editContactAction: Action<z.infer<typeof editInput>, { version: number }> = {
  name: 'registry.edit_contact',
  title: '修改企业联系人',
  may: 'registry.edit',
  input: editInput,
  async run(step, { rowId, version, name, phone, role, from, until }) {
    const yours = { role, from, until };
    const row = await holdVersion(step, contactTable, { id: rowId, version, yours });
    const set: Row = {
      ...(role === undefined ? {} : { role }),
      ...(name === undefined ? {} : nameColumns(step.house, name)),
      ...(phone === undefined ? {} : phoneColumns(step.house, phone)),
      ...(from === undefined ? {} : { from }),
      ...(until === undefined ? {} : { until }),
    };
    checkSpan(set.from ?? row.from, set.until ?? row.until);
    const now = await changeRow(step, contactTable, { row, set });
    const change = { columns: Object.keys(set).filter((column) => !column.endsWith('_sealed')), role: role ?? null };
    return { output: { version: now }, object: { kind: 'subject_contact', id: rowId }, summary: '修改企业联系人', change };
  },
};

const unmaskInput = z.strictObject({ rowId: id, reason: z.string() });
export const unmaskAction: Action<z.infer<typeof unmaskInput>, { name: string; phone: string | null }> = {
  name: 'registry.unmask_contact',
  title: '查看未遮盖的联系人',
  may: 'registry.unmask',
  input: unmaskInput,
  async run(step, { rowId, reason }) {
    const row = await holdRow(step, contactTable, rowId);
    const sealed = (column: string): Buffer | null => (Buffer.isBuffer(row[column]) ? row[column] : null);
    const [name, phone] = [sealed('name_sealed'), sealed('phone_sealed')];
    return {
      output: {
        name: name === null ? '' : unseal(step.house, purpose.name, name),
        phone: phone === null ? null : unseal(step.house, purpose.phone, phone),
      },
      object: { kind: 'subject_contact', id: rowId },
      summary: '查看了未遮盖的联系人',
      change: { subject: row.subject_id },
      reason,
    };
  },
};
