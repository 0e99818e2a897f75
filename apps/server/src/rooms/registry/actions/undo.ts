/**
 * 撤销 — a new action that puts back every row that a merge, split, bulk edit or import changed, and takes away what it made; refused
 * when anything of it was changed since.
 */
import type { z } from 'zod';
import { type Change, changesOf, keepBefore, keepManyBefore } from '../../../corridors/audit/history.js';
import type { Action, Step } from '../../../forms/action.js';
import { isNamedElsewhere, makeRow, rowTables, subjectTable, textOf, versionOf } from '../changes.js';
import { undoAction as undoRoute } from '../contract.js';
import { readByIndexes, subjectsById } from '../queries/imports.js';
import { actionNameOf } from '../queries/lists.js';
import { markUndone } from '../queries/registerImports.js';
import { deleteRows, findRows, lockRow, type Row, type RowTable, updateRow } from '../queries/rows.js';
import { moveFollowers, removeTermsOf } from '../queries/subjects.js';
import { refreshSubjects } from '../subjectState.js';
import { refuse } from '../texts.zh.js';
import { restoreFollower } from './mergeFollowers.js';

const undoable: ReadonlySet<string> = new Set([
  'registry.merge_subjects',
  'registry.split_subject',
  'registry.bulk_edit',
  'registry.import',
]);

export const undoAction: Action<z.infer<typeof undoRoute.body>, { restored: number }> = {
  name: 'registry.undo',
  title: '撤销',
  may: 'registry.merge',
  input: undoRoute.body,
  async run(step, { actionId, reason }) {
    const { officeId } = step.actor;
    const name = await actionNameOf(step.tx, officeId, actionId);
    if (name === undefined || !undoable.has(name)) throw refuse('undo_unknown');
    const changes = await changesOf(step.tx, officeId, actionId);
    if (changes.length === 0) throw refuse('undo_unknown');
    const touched = changes.filter(({ touchedLater }) => touchedLater);
    if (touched.length > 0) throw refuse('undo_touched', { count: touched.length });
    const of = (table: RowTable): Change[] => changes.filter(({ kind }) => kind === table.table);
    // Back first come the parents, gone last.
    for (const table of rowTables) for (const change of of(table)) if (change.before !== null) await restore(step, table, change);
    await readByIndexes(step.tx);
    for (const table of [...rowTables].reverse()) {
      const made = of(table).filter(({ before }) => before === null);
      await takeAway(step, table, made).catch((error: unknown) => {
        throw isNamedElsewhere(error) ? refuse('undo_used_since') : error;
      });
    }
    for (const change of changes) await restoreFollower(step, change);
    await refreshAll(step, changes);
    await markUndone(step.tx, officeId, { actionId, at: step.now });
    return {
      output: { restored: changes.length },
      object: { kind: 'action', id: actionId },
      summary: `撤销了一次操作，恢复 ${changes.length} 条`,
      change: { actionId, rows: changes.length },
      reason,
    };
  },
};

async function restore(step: Step, table: RowTable, change: Change): Promise<void> {
  const { officeId } = step.actor;
  const before: Row = change.before ?? {};
  const now = await lockRow(step.tx, officeId, table, change.id);
  if (now === undefined) {
    await makeRow(step, table, before);
    return;
  }
  await keepBefore(step, { kind: table.table, id: change.id, subjectId: change.subjectId }, now);
  const { office_id: _office, [table.idColumn]: _id, ...columns } = before;
  await updateRow(step.tx, officeId, table, { id: change.id, set: { ...columns, version: versionOf(now) + 1 } });
  if (table.table === subjectTable.table && before.region_id !== now.region_id)
    await moveFollowers(step.tx, officeId, { subjectId: change.id, regionId: textOf(before.region_id) });
}

const atOnce = 2_000;

/** What the action made goes, by statements of many rows: an import made thousands. */
async function takeAway(step: Step, table: RowTable, made: readonly Change[]): Promise<void> {
  const { officeId } = step.actor;
  for (let at = 0; at < made.length; at += atOnce) {
    const part = new Map(made.slice(at, at + atOnce).map((change) => [change.id, change]));
    const rows = await findRows(step.tx, officeId, table, [...part.keys()]);
    const ids = rows.map((row) => String(row[table.idColumn]));
    await keepManyBefore(
      step,
      rows.map((row) => {
        const id = String(row[table.idColumn]);
        return { of: { kind: table.table, id, subjectId: part.get(id)?.subjectId ?? null }, row };
      }),
    );
    if (table.table === subjectTable.table) await removeTermsOf(step.tx, officeId, ids);
    await deleteRows(step.tx, officeId, table, ids);
  }
}

/** Lists and search of every subject that the action touched and that still stands. */
async function refreshAll(step: Step, changes: readonly Change[]): Promise<void> {
  const ids = new Set(
    changes.flatMap(({ kind, id, subjectId }) => [
      ...(kind === 'subject' ? [id] : []),
      ...(subjectId === null ? [] : [subjectId]),
    ]),
  );
  const standing = await subjectsById(step.tx, step.actor.officeId, [...ids]);
  const open = standing.filter((row) => row.merged_into === null).map((row) => String(row.subject_id));
  await refreshSubjects(step, open.sort());
}
