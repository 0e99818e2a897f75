/** 登记、修改、更名 — a subject and its name. Its ledgers have their own actions in `ledgers.ts`. */
import type { z } from 'zod';
import type { Action, Step } from '../../../forms/action.js';
import { businessDay } from '../../../forms/day.js';
import { changeRow, holdVersion, makeRow, subjectTable } from '../changes.js';
import { editSubject, id, registerInput, renameSubject } from '../contract.js';
import { updateRow } from '../queries/rows.js';
import { checkRegion, creditCodeOf, knownIndustry, nameColumns, refreshSubject, translating } from '../subjectState.js';
import { nameKeyOf } from '../terms.js';
import { refuse } from '../texts.zh.js';

export type RegisterInput = z.infer<typeof registerInput>;

/** The subject with its first identifier, status and industry; used by registering and by splitting. */
export async function makeSubject(step: Step, input: RegisterInput): Promise<string> {
  checkRegion(step, input.regionId);
  const { newId, now, actor } = step;
  const subjectId = newId();
  const creditCode =
    input.creditCode === undefined || input.creditCode === null || input.creditCode === ''
      ? null
      : creditCodeOf(input.creditCode);
  const own = { office_id: actor.officeId, region_id: input.regionId ?? null, version: 1, subject_id: subjectId };
  const open = { from: input.foundedOn ?? null, until: null };
  await makeRow(step, subjectTable, {
    ...{
      ...own,
      kind: input.kind,
      ...nameColumns(input.name),
      credit_code: creditCode,
      industry_code: input.industryCode ?? null,
    },
    ...{
      scale: null,
      status: 'normal',
      park_id: input.parkId ?? null,
      address: input.address ?? null,
      founded_on: input.foundedOn ?? null,
    },
    ...{ production_from: input.productionFrom ?? null, ended_on: null, note: input.note ?? null, merged_into: null },
    ...{ created_at: now, updated_at: now },
  });
  if (creditCode !== null)
    await translating(
      makeRow(
        step,
        { table: 'subject_identifier', idColumn: 'identifier_id' },
        { ...own, identifier_id: newId(), kind: 'credit_code', value: creditCode, note: null, ...open },
      ),
      { subject_identifier_live: () => refuse('identifier_taken', { kind: '统一社会信用代码', value: creditCode }) },
    );
  if (input.industryCode !== undefined && input.industryCode !== null)
    await makeRow(
      step,
      { table: 'subject_industry', idColumn: 'industry_id' },
      {
        ...own,
        industry_id: newId(),
        code: input.industryCode,
        name: knownIndustry(input.industryCode).name,
        basis: null,
        ...open,
      },
    );
  await refreshSubject(step, subjectId);
  return subjectId;
}

export const registerAction: Action<RegisterInput, { subjectId: string }> = {
  name: 'registry.register_subject',
  title: '登记一户',
  may: 'registry.edit',
  input: registerInput,
  async run(step, input) {
    const subjectId = await makeSubject(step, input);
    return { output: { subjectId }, object: { kind: 'subject', id: subjectId }, summary: `登记“${input.name}”`, change: input };
  },
};

const editInput = editSubject.body.extend({ subjectId: id });
export const editAction: Action<z.infer<typeof editInput>, { version: number }> = {
  name: 'registry.edit_subject',
  title: '修改基本情况',
  may: 'registry.edit',
  input: editInput,
  async run(step, { subjectId, version, reason, ...yours }) {
    const row = await holdVersion(step, subjectTable, { id: subjectId, version, yours });
    if (row.merged_into !== null) throw refuse('subject_merged');
    const now = await changeRow(step, subjectTable, {
      row,
      set: {
        ...(yours.kind === undefined ? {} : { kind: yours.kind }),
        ...(yours.parkId === undefined ? {} : { park_id: yours.parkId }),
        ...(yours.address === undefined ? {} : { address: yours.address }),
        ...(yours.foundedOn === undefined ? {} : { founded_on: yours.foundedOn }),
        ...(yours.productionFrom === undefined ? {} : { production_from: yours.productionFrom }),
        ...(yours.endedOn === undefined ? {} : { ended_on: yours.endedOn }),
        ...(yours.note === undefined ? {} : { note: yours.note }),
      },
    });
    await updateRow(step.tx, step.actor.officeId, subjectTable, { id: subjectId, set: { updated_at: step.now } });
    return {
      output: { version: now },
      object: { kind: 'subject', id: subjectId },
      summary: `修改“${String(row.name)}”的基本情况`,
      change: yours,
      ...(reason === undefined ? {} : { reason }),
    };
  },
};

const renameInput = renameSubject.body.extend({ subjectId: id });
export const renameAction: Action<z.infer<typeof renameInput>, { version: number }> = {
  name: 'registry.rename_subject',
  title: '更名',
  may: 'registry.edit',
  input: renameInput,
  async run(step, { subjectId, name, on, basis, version }) {
    const row = await holdVersion(step, subjectTable, { id: subjectId, version, yours: { name } });
    if (row.merged_into !== null) throw refuse('subject_merged');
    const before = String(row.name);
    if (nameKeyOf(before) === nameKeyOf(name)) throw refuse('name_unchanged');
    await makeRow(
      step,
      { table: 'subject_name', idColumn: 'name_id' },
      {
        ...{ office_id: step.actor.officeId, region_id: row.region_id, version: 1, name_id: step.newId(), subject_id: subjectId },
        ...{ name: before, name_key: nameKeyOf(before), basis: basis ?? null, from: null, until: on },
      },
    );
    await changeRow(step, subjectTable, { row, set: nameColumns(name) });
    const now = await refreshSubject(step, subjectId);
    return {
      output: { version: now },
      object: { kind: 'subject', id: subjectId },
      summary: `“${before}”更名为“${name}”`,
      change: { name, before, on, basis: basis ?? null, day: businessDay(step.now) },
    };
  },
};
