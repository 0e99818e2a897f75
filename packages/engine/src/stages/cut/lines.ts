/** 划线 — gives the positions of one ordered list their classes, and decides what happens where a line falls inside a block of equals. */
import type { PoolOrder } from '../ranking/order.js';

export type TiesAcrossCut = 'better' | 'worse' | 'split';

/** Positions `from` up to `to` of an order, without the removed rows. */
export interface List {
  readonly order: PoolOrder;
  readonly from: number;
  readonly to: number;
  /** Null: all are in the list. */
  readonly removed: Removed | null;
}

/** 不占位置的 — rows of one pool that are not in its list. */
export class Removed {
  readonly rows: number[] = [];
  private readonly marks: Uint8Array;

  constructor(rows: number) {
    this.marks = new Uint8Array(rows);
  }

  has(row: number): boolean {
    return this.marks[row] === 1;
  }

  add(row: number): void {
    if (this.has(row)) return;
    this.marks[row] = 1;
    this.rows.push(row);
  }

  /** For the next pool. */
  clear(): void {
    for (const row of this.rows) this.marks[row] = 0;
    this.rows.length = 0;
  }
}

/** How many listed rows each class takes, and what becomes of a block of equals that a line would split. */
export interface LinesRule {
  readonly sizes: Int32Array;
  readonly ties: TiesAcrossCut;
}

export const sizeOf = ({ from, to, removed }: List): number => to - from - (removed?.rows.length ?? 0);

/**
 * Writes class codes down the list. Every line is by position: a line inside a block of equals moves to the block's end (better), to
 * its beginning (worse), or stays and splits the block in id order; other lines do not move with it (S66, R89).
 */
export function gradeByLines(list: List, rule: LinesRule, out: Int16Array): void {
  const { order, from, to } = list;
  if (order.gradeByLines !== undefined) {
    order.gradeByLines(list, rule, out);
    return;
  }
  let place: Place = { at: from, listed: 0 };
  let line = 0;
  for (let grade = 0; grade < rule.sizes.length; grade++) {
    line += rule.sizes[grade]!;
    place = gradeUpTo(list, { line, grade, ...place }, out);
    if (line <= 0 || place.at >= to || rule.ties === 'split' || !isInBlock(list, place.at)) continue;
    place = rule.ties === 'better' ? gradeBlock(list, { grade, ...place }, out) : leaveBlock(list, place);
  }
}

/** A position, and how many listed rows stand before it. */
interface Place {
  readonly at: number;
  readonly listed: number;
}

function gradeUpTo(
  { order: { rows }, to, removed }: List,
  { at, listed, line, grade }: Place & { readonly line: number; readonly grade: number },
  out: Int16Array,
): Place {
  if (removed === null) {
    const end = Math.max(at, Math.min(to, at + line - listed));
    for (let next = at; next < end; next++) out[rows[next]!] = grade;
    return { at: end, listed: listed + end - at };
  }
  let count = listed;
  let next = at;
  for (; next < to && count < line; next++) {
    const row = rows[next]!;
    if (removed.has(row)) continue;
    out[row] = grade;
    count++;
  }
  return { at: next, listed: count };
}

/** Whether the next listed row is equal to the one before `at`. */
function isInBlock({ order: { rows, opens }, to, removed }: List, at: number): boolean {
  for (let next = at; next < to; next++) {
    if (opens[next] === 1) return false;
    if (removed?.has(rows[next]!) !== true) return true;
  }
  return false;
}

function gradeBlock(
  { order: { rows, opens }, to, removed }: List,
  { at, listed, grade }: Place & { readonly grade: number },
  out: Int16Array,
): Place {
  let count = listed;
  let next = at;
  for (; next < to && opens[next] === 0; next++) {
    const row = rows[next]!;
    if (removed?.has(row) === true) continue;
    out[row] = grade;
    count++;
  }
  return { at: next, listed: count };
}

/** Back to where the block begins: its rows get the next class. */
function leaveBlock({ order: { rows, opens }, from, removed }: List, { at, listed }: Place): Place {
  let count = listed;
  let begin = at;
  do {
    begin--;
    if (removed?.has(rows[begin]!) !== true) count--;
  } while (begin > from && opens[begin] === 0);
  return { at: begin, listed: count };
}
