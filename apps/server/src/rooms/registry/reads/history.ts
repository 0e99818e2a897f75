/** 变更历史 — every row of a subject that an action changed: what it was, what it became, who did it and why. Sealed columns are never shown. */

import type { z } from 'zod';
import { type HistoryEntry, historyOf } from '../../../corridors/audit/history.js';
import type { Reading } from '../../../forms/route.js';
import { refuseForm } from '../../../forms/texts.zh.js';
import { rowTables } from '../changes.js';
import type { subjectHistory } from '../contract.js';
import { findSubject } from '../queries/page.js';
import { findRows, type Row } from '../queries/rows.js';
import { columnWords, tableWords, valueWords } from '../words.zh.js';

type Answer = z.infer<typeof subjectHistory.answer>;

export async function readHistory({ tx, actor }: Reading, subjectId: string): Promise<Answer> {
  if ((await findSubject(tx, actor.officeId, subjectId)) === undefined) throw refuseForm('not_found');
  const entries = await historyOf(tx, actor.officeId, { subjectId }, 400);
  // Newest first: what a row became is what the next newer entry found, or what stands now.
  const later = await standing(tx, actor.officeId, entries);
  const touched = touchedActions(entries);
  const items: Answer['items'] = [];
  for (const entry of entries) {
    const key = keyOf(entry.kind, entry.id);
    const undoable = undoneHere.has(entry.action ?? '') && !touched.has(entry.actionId);
    items.push({ ...shown(entry, later.get(key)), undoable });
    later.set(key, entry.before ?? undefined);
  }
  return { items };
}

/** What is undone from the page of one subject; bulk edits and imports touch many and are undone where they are done. */
const undoneHere: ReadonlySet<string> = new Set(['registry.merge_subjects', 'registry.split_subject']);

/** Actions of which a row was changed again later. */
function touchedActions(newestFirst: readonly HistoryEntry[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const touched = new Set<string>();
  for (const { kind, id, actionId } of newestFirst) {
    if (seen.has(keyOf(kind, id))) touched.add(actionId);
    seen.add(keyOf(kind, id));
  }
  return touched;
}

const keyOf = (kind: string, id: unknown): string => `${kind}\n${String(id)}`;

/** The rows as they are now, a table at a time. */
async function standing(
  tx: Reading['tx'],
  officeId: string,
  entries: readonly HistoryEntry[],
): Promise<Map<string, Row | undefined>> {
  const found = new Map<string, Row | undefined>();
  for (const table of rowTables) {
    const ids = [...new Set(entries.filter(({ kind }) => kind === table.table).map(({ id }) => id))];
    if (ids.length === 0) continue;
    for (const row of await findRows(tx, officeId, table, ids)) found.set(keyOf(table.table, row[table.idColumn]), row);
  }
  return found;
}

const quiet = new Set(['office_id', 'version', 'created_at', 'updated_at', 'name_key', 'core_key', 'pinyin', 'initials']);

function shown(entry: HistoryEntry, now: Row | undefined): Omit<Answer['items'][number], 'undoable'> {
  const { at, actionId, title, userName, reason, summary, kind, id, before } = entry;
  const columns = [...new Set([...Object.keys(before ?? {}), ...Object.keys(now ?? {})])].filter(
    (column) => !quiet.has(column) && !column.endsWith('_sealed') && !column.endsWith('_id'),
  );
  const changes = columns.flatMap((column) => {
    const [was, is] = [words(kind, column, before?.[column]), words(kind, column, now?.[column])];
    return was === is ? [] : [{ field: columnWords[column] ?? column, before: was, now: is }];
  });
  return {
    ...{ at: at.toISOString(), actionId, title, userName, reason, summary },
    ...{ what: tableWords[kind] ?? kind, rowId: id, changes, made: before === null },
  };
}

function words(table: string, column: string, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'object') return JSON.stringify(value);
  return valueWords(table, column, String(value));
}
