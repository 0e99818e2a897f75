/** 参评范围 — which rows stand in the ranking and which get a grade, from their status. */
import type { Scheme } from '@muheng/scheme';
import type { Scored } from './stage.js';
import { eachSpan } from './walk.js';

export interface Members {
  /** 1 = stands in the ranking. */
  readonly ranked: Uint8Array;
  /** 1 = gets a grade from the cut. */
  readonly graded: Uint8Array;
  /** Both are the same rows. */
  readonly alike: boolean;
}

export function membersOf(scored: Pick<Scored, 'scheme' | 'status' | 'statusIds' | 'pools'>): Members {
  const isRanked = Uint8Array.from(scored.statusIds, (id) => standsIn(scored.scheme, id, 'ranked'));
  const isGraded = Uint8Array.from(scored.statusIds, (id) => standsIn(scored.scheme, id, 'graded'));
  const ranked = inPools(scored, isRanked);
  if (isRanked.every((stands, status) => stands === isGraded[status])) return { ranked, graded: ranked, alike: true };
  const graded = inPools(scored, isGraded);
  return { ranked, graded, alike: graded.every((stands, row) => stands === ranked[row]) };
}

function inPools({ status, pools }: Pick<Scored, 'status' | 'pools'>, stands: Uint8Array): Uint8Array {
  const rows = new Uint8Array(status.length);
  eachSpan(rows.length, { status, poolOf: pools.of, stands, rows }, markMembers);
  return rows;
}

interface Marking {
  readonly status: Uint8Array;
  readonly poolOf: Int32Array;
  /** By status code. */
  readonly stands: Uint8Array;
  readonly rows: Uint8Array;
}

function markMembers({ status, poolOf, stands, rows }: Marking, start: number, end: number): void {
  for (let row = start; row < end; row++) rows[row] = Number(poolOf[row]! >= 0) & stands[status[row]!]!;
}

function standsIn(scheme: Scheme, status: string, as: 'ranked' | 'graded'): 0 | 1 {
  if (status === 'graded') return 1;
  return scheme.statuses.get(status)?.[as] === true ? 1 : 0;
}
