/**
 * 恢复 — every row that a done action changed as it was, what it made gone, in parts of many rows and one transaction. Each part is
 * locked before it is looked at: whoever touched a row meanwhile stops the whole.
 */
import {
  type Change,
  changeCounts,
  changesOf,
  type DoneAction,
  type KindCount,
  keepManyBefore,
} from '../../../corridors/audit/history.js';
import type { Step } from '../../../forms/action.js';
import { businessDay } from '../../../forms/day.js';
import { isNamedElsewhere } from '../../../forms/violations.js';
import { restoreFollower } from '../actions/mergeFollowers.js';
import { makeRow, rowTables, subjectTable, textOf } from '../changes.js';
import type { Tell } from '../imports/plan.js';
import { readByIndexes, subjectsById } from '../queries/imports.js';
import { deleteRows, lockRows, type Row, type RowTable, restoreRows } from '../queries/rows.js';
import { moveFollowers, removeTermsOf } from '../queries/subjects.js';
import { postsOfSubjects, usedSince } from '../queries/usedSince.js';
import { refreshSubjects } from '../subjectState.js';
import { refuse, undoWords } from '../texts.zh.js';
import { changedSince } from './changedSince.js';

export interface Back {
  readonly action: DoneAction;
  /** Told in real counts of rows; may end the work by throwing. */
  readonly tell?: Tell | undefined;
}

interface Work {
  readonly step: Step;
  readonly action: DoneAction;
  readonly counts: ReadonlyMap<string, KindCount>;
  /** Subjects whose lists and search follow, and those that are gone. */
  readonly touched: Set<string>;
  readonly gone: Set<string>;
  told(rows: number): Promise<void>;
}

/** How many rows. @throws registry.undo_touched, undo_used_since; nothing of the transaction may stay then */
export async function takeBack(step: Step, { action, tell }: Back): Promise<number> {
  const counts = await changeCounts(step.tx, step.actor.officeId, action.actionId);
  const total = counts.reduce((sum, { made, changed }) => sum + made + changed, 0);
  let done = 0;
  const work: Work = {
    ...{ step, action, counts: new Map(counts.map((count) => [count.kind, count])), touched: new Set(), gone: new Set() },
    async told(rows) {
      done += rows;
      await tell?.({ done, total, message: undoWords.restoring, unit: '条' });
    },
  };
  await readByIndexes(step.tx);
  await work.told(0);
  // Back first come the parents, gone last.
  for (const table of rowTables) await restoreAll(work, table);
  for (const table of [...rowTables].reverse())
    await takeAway(work, table).catch((error: unknown) => {
      throw isNamedElsewhere(error) ? refuse('undo_used_since') : error;
    });
  await restoreFollowers(work);
  await refreshAll(work, tell);
  await work.told(0);
  return total;
}

const parts = ({ step, action, counts }: Work, { table, made }: { readonly table: string; readonly made: boolean }) =>
  (counts.get(table)?.[made ? 'made' : 'changed'] ?? 0) === 0
    ? []
    : changesOf(step.tx, step.actor.officeId, { actionId: action.actionId, kind: table, made });

/** The rows of a part, locked, by their ids. @throws registry.undo_touched */
async function hold({ step, action, touched }: Work, table: RowTable, part: readonly Change[]): Promise<Map<string, Row>> {
  const ids = part.map(({ id }) => id);
  const rows = await lockRows(step.tx, step.actor.officeId, table, ids);
  // Seen only now: whoever held one of them before has committed.
  const later = await changedSince(step.tx, step.actor.officeId, { seq: action.seq, kind: table.table, ids });
  if (later.length > 0) throw refuse('undo_touched', { count: later.length });
  for (const { id, subjectId } of part) {
    if (table.table === subjectTable.table) touched.add(id);
    if (subjectId !== null) touched.add(subjectId);
  }
  return new Map(rows.map((row) => [String(row[table.idColumn]), row]));
}

const keep = (step: Step, table: RowTable, part: readonly Change[], rows: ReadonlyMap<string, Row>): Promise<void> =>
  keepManyBefore(
    step,
    part.flatMap(({ id, subjectId }) => {
      const row = rows.get(id);
      return row === undefined ? [] : [{ of: { kind: table.table, id, subjectId }, row }];
    }),
  );

async function restoreAll(work: Work, table: RowTable): Promise<void> {
  const { step } = work;
  for await (const part of parts(work, { table: table.table, made: false })) {
    const rows = await hold(work, table, part);
    const standing = part.filter(({ id }) => rows.has(id));
    await keep(step, table, standing, rows);
    for (const same of byColumns(standing, table)) await restoreRows(step.tx, step.actor.officeId, table, same);
    for (const { id, before } of part)
      if (!rows.has(id)) await makeRow(step, table, before ?? {});
      else if (table.table === subjectTable.table && before?.region_id !== rows.get(id)?.region_id)
        await moveFollowers(step.tx, step.actor.officeId, { subjectId: id, regionId: textOf(before?.region_id) });
    await work.told(part.length);
  }
}

/** Rows kept before a column was there lack it: it is left as it is. */
function byColumns(part: readonly Change[], { idColumn }: RowTable): { columns: readonly string[]; rows: Row[] }[] {
  const groups = new Map<string, { columns: readonly string[]; rows: Row[] }>();
  for (const { before } of part) {
    if (before === null) continue;
    const columns = Object.keys(before).filter((column) => !['office_id', 'version', idColumn].includes(column));
    const key = columns.sort().join();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { columns, rows: [before] });
    else group.rows.push(before);
  }
  return [...groups.values()];
}

async function takeAway(work: Work, table: RowTable): Promise<void> {
  const { step, gone } = work;
  const { officeId } = step.actor;
  for await (const part of parts(work, { table: table.table, made: true })) {
    const rows = await hold(work, table, part);
    await keep(step, table, part, rows);
    const ids = [...rows.keys()];
    if (table.table === subjectTable.table) {
      await refuseAccounts(work, ids);
      await removeTermsOf(step.tx, officeId, ids);
      for (const id of ids) gone.add(id);
    }
    await deleteRows(step.tx, officeId, table, ids);
    await work.told(part.length);
  }
}

/** Accounts that act for them: no foreign key says so. @throws registry.undo_used_since */
async function refuseAccounts({ step, action }: Work, made: readonly string[]): Promise<void> {
  const { tx, actor, now } = step;
  const { actionId } = action;
  const asked = { ...postsOfSubjects, made, actionId, idColumn: undefined, openOn: businessDay(now), most: 1 };
  if ((await usedSince(tx, actor.officeId, asked)).length > 0) throw refuse('undo_used_since');
}

/** What a merge moved outside of the ledgers. */
async function restoreFollowers(work: Work): Promise<void> {
  const known = new Set(rowTables.map(({ table }) => table));
  for (const { kind } of work.counts.values())
    if (!known.has(kind))
      for await (const part of parts(work, { table: kind, made: false })) {
        for (const change of part) await restoreFollower(work.step, change);
        await work.told(part.length);
      }
}

const subjectsInOneGo = 2_000;

/** Lists and search of every subject that the action touched and that still stands. */
async function refreshAll({ step, touched, gone }: Work, tell: Tell | undefined): Promise<void> {
  const standing = await subjectsById(
    step.tx,
    step.actor.officeId,
    [...touched].filter((id) => !gone.has(id)),
  );
  const open = standing.flatMap((row) => (row.merged_into === null ? [String(row.subject_id)] : [])).sort();
  for (let at = 0; at < open.length; at += subjectsInOneGo) {
    await tell?.({ done: at, total: open.length, message: undoWords.refreshing, unit: '户' });
    await refreshSubjects(step, open.slice(at, at + subjectsInOneGo));
  }
}
