/** 之后改过的 — rows that a later action touched and that are not again as they were left: what was taken back since is in nobody's way. */
import { isDeepStrictEqual } from 'node:util';
import {
  type Change,
  changesOf,
  type DoneAction,
  type KindCount,
  keptText,
  leftBy,
  type Touch,
  touchedSince,
} from '../../../corridors/audit/history.js';
import type { Actor } from '../../../forms/house.js';
import type { Tx } from '../../../store/scope.js';
import { rowTables } from '../changes.js';
import { findRows, type Row } from '../queries/rows.js';

export interface Rows {
  /** Where the action that is to be undone stands in the ledger. */
  readonly seq: number;
  readonly kind: string;
  readonly ids: readonly string[];
}

export async function changedSince(tx: Tx, officeId: string, of: Rows): Promise<Touch[]> {
  const touches = await touchedSince(tx, officeId, of);
  const table = rowTables.find((one) => one.table === of.kind);
  if (table === undefined || touches.length === 0) return touches;
  const ids = touches.map(({ id }) => id);
  const left = await leftBy(tx, officeId, { ...of, ids });
  const standing = new Map((await findRows(tx, officeId, table, ids)).map((row) => [String(row[table.idColumn]), row]));
  return touches.filter(({ id }) => {
    const [was, is] = [left.get(id), standing.get(id)];
    return was === undefined || was === null || is === undefined || !isDeepStrictEqual(said(was), said(JSON.parse(keptText(is))));
  });
}

export interface LookedThrough {
  readonly kind: string;
  readonly part: readonly Change[];
  /** Those of the part that were changed since. */
  readonly later: readonly Touch[];
}

/** Everything that the action did, in parts. */
export async function* lookThrough(
  { tx, actor }: { readonly tx: Tx; readonly actor: Pick<Actor, 'officeId'> },
  { actionId, seq }: DoneAction,
  counts: readonly KindCount[],
): AsyncGenerator<LookedThrough> {
  for (const { kind } of counts)
    for (const made of [false, true])
      for await (const part of changesOf(tx, actor.officeId, { actionId, kind, made })) {
        const ids = part.map(({ id }) => id);
        yield { kind, part, later: await changedSince(tx, actor.officeId, { seq, kind, ids }) };
      }
}

/** Without what counts and dates its changes. */
const said = ({ version: _version, updated_at: _at, ...row }: Row): Row => row;
