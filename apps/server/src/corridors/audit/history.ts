/**
 * 历史 — nothing is overwritten: before an action changes or removes a row it keeps the row as it was. From that come the history of
 * an object, and undo as a new action. Whoever asks for a history has already seen the object in the same transaction, in its reach.
 */
import type { Insertable } from 'kysely';
import type { Step } from '../../forms/action.js';
import type { Tx } from '../../store/scope.js';
import {
  addSuperseded,
  countChanges,
  findChanges,
  findDone,
  findHistory,
  findTouches,
  findVersion,
  type Of,
} from './queries/superseded.js';
import type { SupersededTable } from './tables.js';

export interface Kept {
  /** Name of the table, or of what a person sees there: one word for one thing. */
  readonly kind: string;
  readonly id: string;
  /** The subject whose page shows it. */
  readonly subjectId?: string | null;
}

/**
 * Keeps a row as it was; `null` when the action makes it. Call before the change, once for each row. Dates are kept as ISO texts and
 * bytes as `\x…`: the database reads both back, so that an undo writes what it finds here.
 */
export function keepBefore(step: Step, of: Kept, row: Readonly<Record<string, unknown>> | null): Promise<void> {
  return addSuperseded(step.tx, [supersededBy(step, of, row)]);
}

/** Rows of one statement: the protocol takes 65 535 parameters. */
const rowsAtOnce = 2_000;

/** 成批 — as `keepBefore`, for bulk actions. */
export async function keepManyBefore(
  step: Step,
  list: readonly { readonly of: Kept; readonly row: Readonly<Record<string, unknown>> | null }[],
): Promise<void> {
  for (let at = 0; at < list.length; at += rowsAtOnce)
    await addSuperseded(
      step.tx,
      list.slice(at, at + rowsAtOnce).map(({ of, row }) => supersededBy(step, of, row)),
    );
}

const supersededBy = (step: Step, of: Kept, row: Readonly<Record<string, unknown>> | null): Insertable<SupersededTable> => ({
  office_id: step.actor.officeId,
  superseded_id: step.newId(),
  at: step.now,
  action_id: step.actionId,
  kind: of.kind,
  row_id: of.id,
  subject_id: of.subjectId ?? null,
  before: row === null ? null : keptText(row),
});

/** A row as the history keeps it, as JSON text. */
export const keptText = (row: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(Object.fromEntries(Object.entries(row).map(([key, value]) => [key, kept(value)])));

const kept = (value: unknown): unknown => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value);

export interface HistoryEntry {
  readonly at: Date;
  readonly actionId: string;
  /** `registry.rename_subject`; this and what follows null while the action itself still runs. */
  readonly action: string | null;
  readonly title: string | null;
  readonly userName: string | null;
  readonly reason: string | null;
  readonly summary: string | null;
  readonly kind: string;
  readonly id: string;
  readonly subjectId: string | null;
  /** Null: it was made then. */
  readonly before: Readonly<Record<string, unknown>> | null;
}

/** 谁、何时、改前是什么 — newest first. */
export async function historyOf(tx: Tx, officeId: string, of: Of, limit = 200): Promise<HistoryEntry[]> {
  return (await findHistory(tx, officeId, { of, limit })).map(entryOf);
}

/** As the row was under this version; undefined when nothing of that is kept. */
export async function rowAtVersion(
  tx: Tx,
  officeId: string,
  of: { readonly kind: string; readonly id: string; readonly version: number },
): Promise<Readonly<Record<string, unknown>> | undefined> {
  return (await findVersion(tx, officeId, of))?.before ?? undefined;
}

/** 已办的一次操作 — where it stands in the ledger: what came after it has a higher number. */
export interface DoneAction {
  readonly actionId: string;
  readonly seq: number;
  /** `registry.import` */
  readonly action: string;
}

export async function doneAction(tx: Tx, officeId: string, actionId: string): Promise<DoneAction | undefined> {
  const row = await findDone(tx, officeId, actionId);
  return row === undefined ? undefined : { actionId, seq: Number(row.seq), action: row.action };
}

export interface KindCount {
  readonly kind: string;
  readonly made: number;
  /** Changed or removed. */
  readonly changed: number;
}

/** 一次操作改了多少 — by kind of row. */
export async function changeCounts(tx: Tx, officeId: string, actionId: string): Promise<KindCount[]> {
  const rows = await countChanges(tx, officeId, actionId);
  return rows.map(({ kind, rows: all, changed }) => ({ kind, changed: Number(changed), made: Number(all) - Number(changed) }));
}

export interface Change {
  readonly kind: string;
  readonly id: string;
  readonly subjectId: string | null;
  /** Null: the action made it. */
  readonly before: Readonly<Record<string, unknown>> | null;
}

/** 一次操作改了什么 — the rows to restore when it is undone, in parts of at most `rowsAtOnce`, by their ids. */
export async function* changesOf(
  tx: Tx,
  officeId: string,
  of: { readonly actionId: string; readonly kind: string; readonly made: boolean },
): AsyncGenerator<readonly Change[]> {
  let after = '';
  for (;;) {
    const rows = await findChanges(tx, officeId, { ...of, after, limit: rowsAtOnce });
    if (rows.length > 0)
      yield rows.map(({ kind, row_id, subject_id, before }) => ({ kind, id: row_id, subjectId: subject_id, before }));
    if (rows.length < rowsAtOnce) return;
    after = rows.at(-1)?.row_id ?? '';
  }
}

export interface Touch {
  readonly id: string;
  readonly subjectId: string | null;
  readonly at: Date;
  readonly userName: string;
  readonly title: string;
}

/** 之后又动过的 — of these rows those that a later action touched, with the newest one. */
export async function touchedSince(
  tx: Tx,
  officeId: string,
  of: { readonly seq: number; readonly kind: string; readonly ids: readonly string[] },
): Promise<Touch[]> {
  if (of.ids.length === 0) return [];
  const rows = await findTouches(tx, officeId, { ...of, newest: true });
  return rows.map(({ row_id, subject_id, at, user_name, title }) => ({
    ...{ id: row_id, subjectId: subject_id, at, userName: user_name, title },
  }));
}

/** 之后第一次动它时的样子 — what the action of `seq` had left, by row; null when it was not there. */
export async function leftBy(
  tx: Tx,
  officeId: string,
  of: { readonly seq: number; readonly kind: string; readonly ids: readonly string[] },
): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>> | null>> {
  if (of.ids.length === 0) return new Map();
  const rows = await findTouches(tx, officeId, { ...of, newest: false });
  return new Map(rows.map(({ row_id, before }) => [row_id, before]));
}

function entryOf(row: Awaited<ReturnType<typeof findHistory>>[number]): HistoryEntry {
  const { at, action_id, action, title, user_name, reason, summary, kind, row_id, subject_id, before } = row;
  const who = { action, title, userName: user_name, reason, summary };
  return { at, actionId: action_id, ...who, kind, id: row_id, subjectId: subject_id, before };
}
