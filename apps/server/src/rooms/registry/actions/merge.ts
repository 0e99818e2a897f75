/**
 * 合并、拆分 — two registrations of one enterprise become one: everything of the other moves over, its name and code are kept as former
 * ones. Or one registration gives part of its rows to a new subject. Both can be undone while nothing rests on them. @source trust R81
 */
import type { z } from 'zod';
import type { Action, Step } from '../../../forms/action.js';
import { businessDay } from '../../../forms/day.js';
import { changeRow, holdRow, holdVersion, makeRow, removeRow, rowTables, subjectTable, textOf } from '../changes.js';
import { mergeSubjects, splitSubject } from '../contract.js';
import { pointTwin } from '../leases.js';
import { findRow, type Row, type RowTable, rowsWhere, updateRow } from '../queries/rows.js';
import { refreshSubject } from '../subjectState.js';
import { nameKeyOf } from '../terms.js';
import { refuse } from '../texts.zh.js';
import { moveFollowersOfMerge } from './mergeFollowers.js';
import { makeSubject } from './subjects.js';

const ledgerTables = rowTables.filter(({ table }) => !['subject', 'parcel', 'building', 'region_claim'].includes(table));
/** Columns of other rows that name a subject. */
const pointers: readonly (readonly [table: string, column: string])[] = [
  ['occupancy', 'counterpart_id'],
  ['parcel', 'holder_id'],
  ['building', 'holder_id'],
  ['subject_relation', 'other_id'],
  ['subject', 'park_id'],
];
const tableOf = (name: string): RowTable => rowTables.find(({ table }) => table === name) ?? subjectTable;

export const mergeAction: Action<z.infer<typeof mergeSubjects.body>, { actionId: string; moved: number }> = {
  name: 'registry.merge_subjects',
  title: '合并重复登记',
  may: 'registry.merge',
  input: mergeSubjects.body,
  async run(step, { intoId, intoVersion, fromId, fromVersion, reason }) {
    if (intoId === fromId) throw refuse('merge_same');
    // Locked in the order of ids, so that two merges never wait for each other.
    for (const id of [intoId, fromId].sort()) await holdRow(step, subjectTable, id);
    const into = await holdVersion(step, subjectTable, { id: intoId, version: intoVersion, yours: { from: fromId } });
    const from = await holdVersion(step, subjectTable, { id: fromId, version: fromVersion, yours: { into: intoId } });
    if (into.merged_into !== null || from.merged_into !== null) throw refuse('subject_merged');
    await closeLiveCode(step, { into, from });
    const followed = await moveFollowersOfMerge(step, { into, from });
    const moved = (await moveLedgers(step, from, into)) + (await movePointers(step, from, into)) + followed;
    if (nameKeyOf(String(from.name)) !== nameKeyOf(String(into.name))) await keepName(step, from, into);
    await changeRow(step, subjectTable, { row: from, set: { merged_into: intoId, credit_code: null } });
    await refreshSubject(step, intoId);
    await updateRow(step.tx, step.actor.officeId, subjectTable, { id: fromId, set: { updated_at: step.now } });
    return {
      output: { actionId: step.actionId, moved },
      object: { kind: 'subject', id: intoId },
      summary: `“${String(from.name)}”并入“${String(into.name)}”，移过 ${moved} 条`,
      change: { into: intoId, from: fromId, moved },
      reason,
    };
  },
};

/** One enterprise has one live credit code: that of the one that stays; the other's ends today. */
async function closeLiveCode(step: Step, { into, from }: { readonly into: Row; readonly from: Row }): Promise<void> {
  if (into.credit_code === null || from.credit_code === null) return;
  const table = tableOf('subject_identifier');
  const rows = await rowsWhere(step.tx, step.actor.officeId, table, { subject_id: String(from.subject_id), kind: 'credit_code' });
  for (const row of rows.filter(({ until }) => until === null)) {
    const today = businessDay(step.now);
    const set = textOf(row.from) === today ? { from: null, until: today } : { until: today };
    await changeRow(step, table, { row, set });
  }
}

async function moveLedgers(step: Step, from: Row, into: Row): Promise<number> {
  let moved = 0;
  const years = new Set(
    (await rowsWhere(step.tx, step.actor.officeId, tableOf('subject_scale'), { subject_id: String(into.subject_id) })).map(
      ({ year }) => year,
    ),
  );
  for (const table of ledgerTables)
    for (const row of await rowsWhere(step.tx, step.actor.officeId, table, { subject_id: String(from.subject_id) })) {
      if (table.table === 'subject_scale' && years.has(row.year)) await removeRow(step, table, row);
      else await changeRow(step, table, { row, set: { subject_id: into.subject_id, region_id: into.region_id } });
      moved++;
    }
  return moved;
}

async function movePointers(step: Step, from: Row, into: Row): Promise<number> {
  let moved = 0;
  for (const [name, column] of pointers)
    for (const row of await rowsWhere(step.tx, step.actor.officeId, tableOf(name), { [column]: String(from.subject_id) })) {
      await changeRow(step, tableOf(name), { row, set: { [column]: into.subject_id } });
      moved++;
    }
  return moved;
}

const keepName = (step: Step, from: Row, into: Row): Promise<void> =>
  makeRow(step, tableOf('subject_name'), {
    ...{
      office_id: step.actor.officeId,
      region_id: into.region_id,
      version: 1,
      name_id: step.newId(),
      subject_id: into.subject_id,
    },
    ...{ name: from.name, name_key: from.name_key, basis: '合并登记', from: null, until: businessDay(step.now) },
  });

export const splitAction: Action<z.infer<typeof splitSubject.body>, { actionId: string; subjectId: string }> = {
  name: 'registry.split_subject',
  title: '拆出一户',
  may: 'registry.merge',
  input: splitSubject.body,
  async run(step, { subjectId, version, newSubject, rowIds, reason }) {
    const row = await holdVersion(step, subjectTable, { id: subjectId, version, yours: newSubject });
    if (row.merged_into !== null) throw refuse('subject_merged');
    const madeId = await makeSubject(step, newSubject);
    const wanted = [...new Set(rowIds)];
    let moved = 0;
    for (const rowId of wanted) {
      const owned = await findLedgerRow(step, rowId, subjectId);
      if (owned === undefined) continue;
      if (owned.table.table === 'occupancy') await pointTwin(step, owned.row, madeId);
      await changeRow(step, owned.table, {
        row: owned.row,
        set: { subject_id: madeId, region_id: newSubject.regionId ?? null },
      });
      moved++;
    }
    if (moved < wanted.length) throw refuse('split_rows_moved', { count: wanted.length - moved });
    await refreshSubject(step, madeId);
    await refreshSubject(step, subjectId);
    return {
      output: { actionId: step.actionId, subjectId: madeId },
      object: { kind: 'subject', id: subjectId },
      summary: `从“${String(row.name)}”拆出“${newSubject.name}”，带走 ${moved} 条`,
      change: { from: subjectId, made: madeId, newSubject, rowIds },
      reason,
    };
  },
};

async function findLedgerRow(step: Step, rowId: string, subjectId: string): Promise<{ table: RowTable; row: Row } | undefined> {
  for (const table of ledgerTables) {
    const row = await findRow(step.tx, step.actor.officeId, table, rowId);
    if (row !== undefined && row.subject_id === subjectId) return { table, row };
  }
  return undefined;
}
