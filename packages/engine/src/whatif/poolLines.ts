/**
 * 线的两侧 — what is known of the lines of a cut before totals are computed. Under other weights a total stays between the least and
 * the most factor times what it was, and so does the total on every line: whoever is far from a line is sure to stay on his side of
 * it, and only those in its window have to be looked at.
 */
import { type DeclaredRounding, roundedInteger } from '@muheng/quantity';
import type { MemberTotals, Scales, Segment } from './totals.js';

export const noClass = -1;

/** How totals are limited and rounded, and how many classes a cut can give. */
export interface Limits {
  readonly rounding: DeclaredRounding;
  readonly least: number | null;
  readonly most: number | null;
  readonly classes: number;
}

/** Places of one segment on whose side of line k nothing is known yet: `from[k]` up to `to[k]`, and all that are not bounded. */
export interface Windows {
  readonly segment: Segment;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** The lines of one pool, best first; made once and drawn anew in every run. */
export class PoolLines {
  count = 0;
  /** How many listed subjects stand before each line. */
  readonly places: Int32Array;
  /** Class before, between and after the lines, `noClass` for none. */
  readonly codes: Int16Array;
  /** The total on a line, that of the last listed subject before it, lies between these. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Once it is found: the total itself, and how many listed subjects have more. */
  readonly total: Float64Array;
  readonly better: Int32Array;
  /** Totals outside these do not round to what the total on the line rounds to. */
  readonly nearFrom: Float64Array;
  readonly nearTo: Float64Array;
  /** The total as a whole number of its last decimal, and the listed rows that have the same. */
  readonly word: Float64Array;
  readonly equal: readonly number[][];
  readonly windows: readonly Windows[];
  readonly size: number;
  /** Of all bounded subjects, most first. */
  private readonly keys: Float64Array;
  private readonly unbounded: number;
  /** Three last decimals. */
  private readonly step: number;

  constructor(
    segments: readonly Segment[],
    private readonly limits: Limits,
  ) {
    const lines = limits.classes;
    this.places = new Int32Array(lines);
    this.codes = new Int16Array(lines + 1);
    this.low = new Float64Array(lines);
    this.high = new Float64Array(lines);
    this.total = new Float64Array(lines);
    this.better = new Int32Array(lines);
    this.nearFrom = new Float64Array(lines);
    this.nearTo = new Float64Array(lines);
    this.word = new Float64Array(lines);
    this.equal = Array.from({ length: lines }, () => []);
    this.step = 3 / roundedInteger(1, { to: limits.rounding.to, by: 'excel' });
    this.windows = segments.map((segment) => ({ segment, from: new Int32Array(lines), to: new Int32Array(lines) }));
    this.size = segments.reduce((sum, { from, to }) => sum + to - from, 0);
    const bounded = segments.filter(({ keys }) => keys.length > 0);
    this.keys = bounded.length === 1 ? bounded[0]!.keys : mergedKeys(bounded);
    this.unbounded = this.size - this.keys.length;
  }

  /** Lines where a class ends between two of the listed subjects. */
  draw(sizes: Int32Array, listed: number): void {
    this.count = 0;
    this.codes[0] = noClass;
    let end = 0;
    for (let grade = 0; grade < sizes.length && end < listed; grade++) {
      if (sizes[grade]! <= 0) continue;
      this.endAt(end, grade);
      end += sizes[grade]!;
    }
    if (end < listed) this.endAt(end, noClass);
  }

  /** Finds bounds and windows under the weights that `totals` uses. `removed` subjects are not in the list. */
  bound(totals: MemberTotals, removed: number): void {
    let least = Number.POSITIVE_INFINITY;
    let most = 0;
    for (const { segment } of this.windows) {
      if (segment.keys.length === 0) continue;
      const scales = totals.scalesOf(segment);
      least = Math.min(least, scales.least);
      most = Math.max(most, scales.most);
    }
    this.boundLines(least * (1 - slack), most * (1 + slack), removed);
    for (const windows of this.windows) this.openWindows(windows, totals.scalesOf(windows.segment));
  }

  found(line: number, total: number, better: number): void {
    const doubt = this.doubtAround(total);
    this.total[line] = total;
    this.word[line] = roundedInteger(total, this.limits.rounding);
    this.equal[line]!.length = 0;
    this.better[line] = better;
    this.nearFrom[line] = total - doubt;
    this.nearTo[line] = total + doubt;
  }

  /** The class of the listed subject with so many before it. */
  codeAt(place: number): number {
    let line = 0;
    while (line < this.count && this.places[line]! <= place) line++;
    return this.codes[line]!;
  }

  private endAt(place: number, next: number): void {
    if (place > 0) this.places[this.count++] = place;
    this.codes[this.count] = next;
  }

  private boundLines(least: number, most: number, removed: number): void {
    const { keys, unbounded, places, low, high } = this;
    const areBounds = least >= 0 && most < Number.POSITIVE_INFINITY;
    for (let line = 0; line < this.count; line++) {
      const best = places[line]! - unbounded - 1;
      const worst = places[line]! + removed - 1;
      high[line] = areBounds && best >= 0 ? keys[best]! * most : Number.POSITIVE_INFINITY;
      low[line] = areBounds && worst < keys.length ? keys[worst]! * least : Number.NEGATIVE_INFINITY;
    }
  }

  private openWindows({ segment, from, to }: Windows, { least, most }: Scales): void {
    const areBounds = least >= 0 && most < Number.POSITIVE_INFINITY;
    for (let line = 0; line < this.count; line++) {
      from[line] = segment.from + (areBounds ? countAbove(segment.keys, this.surelyAbove(line) / least) : 0);
      to[line] = areBounds ? segment.from + countFrom(segment.keys, this.surelyBelow(line) / most) : segment.bounded;
    }
  }

  /** A total beyond this is above the line, and not only by what rounding or the upper limit of totals take away. */
  private surelyAbove(line: number): number {
    const { least, most } = this.limits;
    const total = least === null ? this.high[line]! : Math.max(this.high[line]!, least);
    const limit = (total + this.doubtAround(total)) * (1 + slack);
    return most !== null && limit >= most ? Number.POSITIVE_INFINITY : limit;
  }

  private surelyBelow(line: number): number {
    const { least, most } = this.limits;
    const total = most === null ? this.low[line]! : Math.min(this.low[line]!, most);
    const limit = (total - this.doubtAround(total)) * (1 - slack);
    return least !== null && limit <= least ? Number.NEGATIVE_INFINITY : limit;
  }

  /** Totals further away than this do not round to the same. */
  private doubtAround(total: number): number {
    return Number.isFinite(total) ? this.step + 1e-13 * Math.abs(total) : 0;
  }
}

/** Far more than the sums of doubles are off. */
const slack = 1e-12;

function mergedKeys(segments: readonly Segment[]): Float64Array {
  const merged = new Float64Array(segments.reduce((sum, { keys }) => sum + keys.length, 0));
  let at = 0;
  for (const { keys } of segments) {
    merged.set(keys, at);
    at += keys.length;
  }
  return merged.sort().reverse();
}

/** How many of the keys, most first, are more than the limit. */
function countAbove(keys: Float64Array, limit: number): number {
  let from = 0;
  let to = keys.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (keys[middle]! > limit) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** How many of the keys, most first, are the limit or more. */
function countFrom(keys: Float64Array, limit: number): number {
  let from = 0;
  let to = keys.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (keys[middle]! >= limit) from = middle + 1;
    else to = middle;
  }
  return from;
}
