/** 划线 — gives the positions of one ordered list their classes, and decides what happens where a line falls inside a block of equals. */
import { stretch } from '../../stretch.js';
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

/** 各类的止点 — of each class the position after its last row. */
export type Ends = Int32Array;

/**
 * Writes class codes down the list. Every line is by position: a line inside a block of equals moves to the block's end (better), to
 * its beginning (worse), or stays and splits the block in id order; other lines do not move with it (S66, R89).
 * `known`: how `out` stands from a cut of the same pool when nobody was removed; then only what differs is written.
 * Undefined is given where the order has a way of its own to do all this.
 */
export function gradeByLines(list: List, rule: LinesRule, out: Int16Array, known?: Ends): Ends | undefined {
  const { order, from } = list;
  if (order.gradeByLines !== undefined) {
    order.gradeByLines(list, rule, out);
    return undefined;
  }
  const ends = endsOf(list, rule, known === undefined ? [] : placesKnown(list, known, out));
  let start = from;
  for (let grade = 0; grade < ends.length; grade++) {
    const end = ends[grade]!;
    const had = { from: known?.[grade - 1] ?? from, to: known?.[grade] ?? from };
    writeGrade(list, { from: start, to: Math.min(end, had.from), grade }, out);
    writeGrade(list, { from: known === undefined ? start : Math.max(start, had.to), to: end, grade }, out);
    start = end;
  }
  if (known !== undefined) writeGrade(list, { from: start, to: known[known.length - 1] ?? start, grade: -1 }, out);
  return ends;
}

/** A position, and how many listed rows stand before it. */
interface Place {
  readonly at: number;
  readonly listed: number;
}

function endsOf(list: List, { sizes, ties }: LinesRule, known: readonly Place[]): Ends {
  const ends = new Int32Array(sizes.length);
  let place: Place = { at: list.from, listed: 0 };
  let line = 0;
  for (let grade = 0; grade < sizes.length; grade++) {
    line += sizes[grade]!;
    if (line > place.listed) place = seek(list, line, known[grade] ?? place);
    const splits = line > 0 && place.at < list.to && ties !== 'split' && isInBlock(list, place.at);
    if (splits && ties === 'better') place = passBlock(list, place);
    ends[grade] = place.at;
    if (!splits || ties === 'better') continue;
    place = leaveBlock(list, place);
    // Its rows get the next class; the last has none after it.
    if (grade + 1 < sizes.length) ends[grade] = place.at;
  }
  return ends;
}

/** The known ends as places: the removed rows before each are counted by the class they have. */
function placesKnown({ from, removed }: List, known: Ends, out: Int16Array): Place[] {
  const taken = new Int32Array(known.length);
  for (const row of removed?.rows ?? []) if (out[row]! >= 0) taken[out[row]!]!++;
  let before = 0;
  return Array.from(known, (at, grade) => {
    before += taken[grade]!;
    return { at, listed: at - from - before };
  });
}

/** The place right after so many listed rows, or the end; from any place. */
function seek({ order: { rows }, from, to, removed }: List, line: number, start: Place): Place {
  if (removed === null) {
    const at = Math.min(to, from + line);
    return { at, listed: at - from };
  }
  let { at, listed } = start;
  while (at < to && listed < line) if (!removed.has(rows[at++]!)) listed++;
  while (at > from && (listed > line || removed.has(rows[at - 1]!))) if (!removed.has(rows[--at]!)) listed--;
  return { at, listed };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly grade: number;
}

function writeGrade(list: List, { from, to, grade }: Stretch, out: Int16Array): void {
  for (let at = from; at < to; at += stretch) writeStretch(list, { from: at, to: Math.min(to, at + stretch), grade }, out);
}

function writeStretch({ order: { rows }, removed }: List, { from, to, grade }: Stretch, out: Int16Array): void {
  if (removed === null) for (let at = from; at < to; at++) out[rows[at]!] = grade;
  else for (let at = from; at < to; at++) if (!removed.has(rows[at]!)) out[rows[at]!] = grade;
}

/** Whether the next listed row is equal to the one before `at`. */
function isInBlock({ order: { rows, opens }, to, removed }: List, at: number): boolean {
  for (let next = at; next < to; next++) {
    if (opens[next] === 1) return false;
    if (removed?.has(rows[next]!) !== true) return true;
  }
  return false;
}

function passBlock({ order: { rows, opens }, to, removed }: List, { at, listed }: Place): Place {
  let count = listed;
  let next = at;
  for (; next < to && opens[next] === 0; next++) if (removed?.has(rows[next]!) !== true) count++;
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
