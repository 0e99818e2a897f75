/**
 * 不能撤销的缘由 — what was built on a done action since: rows of it that a later action touched, and what stands now and names a row
 * that it made. Told as a list that a person can work down.
 */
import {
  changeCounts,
  changesOf,
  type DoneAction,
  type KindCount,
  type Touch,
  touchedSince,
} from '../../../corridors/audit/history.js';
import { businessDay } from '../../../forms/day.js';
import type { Reading } from '../../../forms/route.js';
import { rowTables, subjectTable, textOf } from '../changes.js';
import type { UndoBlock } from '../contract.js';
import type { Tell } from '../imports/plan.js';
import { readByIndexes, subjectsById } from '../queries/imports.js';
import type { RowTable } from '../queries/rows.js';
import { postsOfSubjects, type Reference, referencesTo, usedSince } from '../queries/usedSince.js';
import { undoWords } from '../texts.zh.js';
import { tableWords } from '../words.zh.js';
import { lookThrough } from './changedSince.js';

const mostListed = 200;

export interface Blocked {
  readonly count: number;
  readonly items: UndoBlock[];
}

type Found = Omit<UndoBlock, 'name'>;

interface Looked {
  readonly action: DoneAction;
  readonly counts: readonly KindCount[];
  readonly tell?: Tell | undefined;
}

/** Nothing in the way: count 0. */
export async function blockersOf(reading: Reading, { action, tell }: Omit<Looked, 'counts'>): Promise<Blocked> {
  const { tx, actor } = reading;
  await readByIndexes(tx);
  const looked = { action, tell, counts: await changeCounts(tx, actor.officeId, action.actionId) };
  const touched = await touchedRows(reading, looked);
  const used = await usedRows(reading, looked);
  const listed = [...touched.found, ...used.found].slice(0, mostListed);
  return { count: touched.count + used.count, items: await named(reading, listed) };
}

interface Several {
  readonly count: number;
  readonly found: readonly Found[];
}

async function touchedRows(reading: Reading, { action, counts, tell }: Looked): Promise<Several> {
  const total = counts.reduce((sum, { made, changed }) => sum + made + changed, 0);
  const found: Found[] = [];
  let [count, done] = [0, 0];
  for await (const { kind, part, later } of lookThrough(reading, action, counts)) {
    count += later.length;
    const subjects = new Map(part.map(({ id, subjectId }) => [id, subjectId]));
    for (const touch of later.slice(0, mostListed - found.length))
      found.push({ how: 'touched', what: wordsOf(kind), ...toldOf(touch), subjectId: subjects.get(touch.id) ?? null });
    done += part.length;
    await tell?.({ done, total, message: undoWords.looking, unit: '条' });
  }
  return { count, found };
}

/** Follows the subject wherever it goes. */
const following = 'subject_term';

async function usedRows(reading: Reading, { action, counts, tell }: Looked): Promise<Several> {
  const { tx, actor } = reading;
  const { actionId } = action;
  const made = new Map(counts.map((one) => [one.kind, one.made]));
  const total = counts.reduce((sum, one) => sum + one.made, 0);
  const found: Found[] = [];
  let [count, done] = [0, 0];
  for (const parent of rowTables.filter(({ table }) => (made.get(table) ?? 0) > 0)) {
    const references = [...(await referencesTo(tx, parent)), ...(parent.table === subjectTable.table ? [postsOfSubjects] : [])];
    const naming = references.filter(({ table }) => table !== following);
    for await (const part of changesOf(tx, actor.officeId, { actionId, kind: parent.table, made: true })) {
      const ids = part.map(({ id }) => id);
      for (const by of naming) {
        const some = await usedBy(reading, action, { parent, by, ids });
        count += some.count;
        found.push(...some.found.slice(0, mostListed - found.length));
      }
      done += part.length;
      await tell?.({ done, total, message: undoWords.lookingForUse, unit: '条' });
    }
  }
  return { count, found };
}

interface Use {
  readonly parent: RowTable;
  readonly by: Reference;
  readonly ids: readonly string[];
}

/** Of these rows of `parent` those that a row of another table names. */
async function usedBy({ tx, actor, house }: Reading, { actionId, seq }: DoneAction, { parent, by, ids }: Use): Promise<Several> {
  const { officeId } = actor;
  const idColumn = rowTables.find(({ table }) => table === by.table)?.idColumn;
  // An account that was closed stands in nobody's way: its post stays, and can be removed by no one.
  const openOn = by === postsOfSubjects ? businessDay(house.now()) : undefined;
  const rows = await usedSince(tx, officeId, { ...by, actionId, made: ids, idColumn, openOn, most: mostListed });
  const own = rows.flatMap((row) => (idColumn === undefined ? [] : [String(row[idColumn])]));
  const touches = new Map((await touchedSince(tx, officeId, { seq, kind: by.table, ids: own })).map((one) => [one.id, one]));
  const found = rows.map((row): Found => {
    const touch = idColumn === undefined ? undefined : touches.get(String(row[idColumn]));
    const subjectId = parent.table === subjectTable.table ? row[by.column] : (row.subject_id ?? row.holder_id);
    return { how: 'used', what: wordsOf(by.table), ...toldOf(touch), subjectId: textOf(subjectId) };
  });
  return { count: Number(rows[0]?.in_all ?? 0), found };
}

const toldOf = (touch: Touch | undefined): Pick<UndoBlock, 'at' | 'byName' | 'title'> => ({
  ...{ at: touch?.at.toISOString() ?? null, byName: touch?.userName ?? null, title: touch?.title ?? null },
});

const wordsOf = (kind: string): string => tableWords[kind] ?? undoWords.kinds[kind] ?? undoWords.other;

async function named({ tx, actor }: Reading, found: readonly Found[]): Promise<UndoBlock[]> {
  const ids = found.flatMap(({ subjectId }) => subjectId ?? []);
  const subjects = await subjectsById(tx, actor.officeId, ids);
  const names = new Map(subjects.map((row) => [String(row.subject_id), textOf(row.name)]));
  return found.map((one) => ({ ...one, name: one.subjectId === null ? null : (names.get(one.subjectId) ?? null) }));
}
