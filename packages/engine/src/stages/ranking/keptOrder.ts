/**
 * 留用的排序 — when only totals change, whoever is equal in the total always stands in the same order by the further keys: that order is
 * made once. A run counts totals into buckets; a cut reads the class of a bucket off the counts and sorts only the buckets that a line
 * runs through. All are sorted when somebody reads `rows` or `opens`.
 */
import { gradeByLines, type LinesRule, type List, type Removed } from '../cut/lines.js';
import { type OrderTask, orderPools, type PoolOrder } from './order.js';
import { sortWords, type Words } from './sort.js';

export class KeptOrder implements PoolOrder {
  /** Row of each place: pool after pool, by the keys after the total. */
  readonly places: Int32Array;
  private readonly placeOf: Int32Array;
  readonly starts: Int32Array;
  /** Equal in all further keys, equal number; by place. */
  private readonly equals: Int32Array;
  /** Total of each place as a whole number, least for the best; absent ones come after the most. */
  private readonly words: Int32Array;
  /** The bucket of each place. */
  private readonly buckets: Uint16Array;
  private readonly spans: Span[] = [];
  /** Room of `gradeByLines`. */
  private readonly inside: Int32Array;
  private readonly near: Near;
  private sorted: Pick<PoolOrder, 'rows' | 'opens'> | undefined;

  constructor(task: OrderTask) {
    const { rows, starts, opens } = orderPools(task);
    this.places = rows;
    this.starts = starts;
    this.placeOf = new Int32Array(task.poolOf.length).fill(-1);
    this.equals = new Int32Array(rows.length);
    this.words = new Int32Array(rows.length);
    this.buckets = new Uint16Array(rows.length);
    this.inside = new Int32Array(rows.length);
    this.near = newNear(rows.length);
    let number = 0;
    for (let at = 0; at < rows.length; at++) {
      number += opens[at]!;
      this.equals[at] = number;
      this.placeOf[rows[at]!] = at;
    }
    for (let pool = 0; pool < task.pools; pool++) this.spans.push(newSpan(starts[pool]!, starts[pool + 1]!));
  }

  /**
   * Puts the members in order by sign × whole number of each place, least first (see `places`; NaN last). False when the numbers of a pool
   * spread too far for 32 bits.
   */
  arrange(numbers: Float64Array, sign: 1 | -1): boolean {
    const { words, buckets } = this;
    this.sorted = undefined;
    return this.spans.every((span) => span.from === span.to || takeWords({ numbers, sign, words, buckets }, span));
  }

  /** As the last run left them. */
  get rows(): Int32Array {
    return this.sortAll().rows;
  }

  get opens(): Uint8Array {
    return this.sortAll().opens;
  }

  /** What `gradeByLines` gives over the sorted rows of one pool. */
  gradeByLines({ from, removed }: Pick<List, 'from' | 'removed'>, rule: LinesRule, out: Int16Array): void {
    const span = this.spans.find((each) => each.from === from && each.to > from);
    if (span === undefined) return;
    const taken = removed?.rows ?? [];
    this.countRows(span, taken, -1);
    const split = lineBuckets(span, rule.sizes);
    this.countRows(span, taken, 1);
    const stay = Int16Array.from(taken, (row) => out[row]!);
    const inside = this.gradeBuckets(span, out);
    for (let at = 0; at < taken.length; at++) out[taken[at]!] = stay[at]!;
    // A block of equals lies in one bucket, so what a line does stays there.
    for (const { bucket, sizes } of split) {
      const to = this.sortBucket(bucket, inside, removed);
      gradeByLines({ order: this.near, from: 0, to, removed: null }, { sizes, ties: rule.ties }, out);
    }
  }

  private countRows({ counts }: Span, rows: readonly number[], by: 1 | -1): void {
    for (let at = 0; at < rows.length; at++) counts[this.buckets[this.placeOf[rows[at]!]!]!]! += by;
  }

  /** Writes the class of the rows in buckets of one class; `inside` gets the places in the others, and how many they are is given. */
  private gradeBuckets({ from, to, codes }: Span, out: Int16Array): number {
    const { buckets, places, inside } = this;
    let count = 0;
    for (let at = from; at < to; at++) {
      const code = codes[buckets[at]!]!;
      if (code >= 0) out[places[at]!] = code;
      else if (code === isSplit) inside[count++] = at;
    }
    return count;
  }

  /** Puts the listed rows of a bucket, which are among the first `count` of `inside`, into `near`; gives how many they are. */
  private sortBucket(bucket: number, count: number, removed: Removed | null): number {
    const { inside, buckets, near, places } = this;
    let size = 0;
    for (let at = 0; at < count; at++) {
      const place = inside[at]!;
      if (buckets[place] === bucket && removed?.has(places[place]!) !== true) near.rows[size++] = place;
    }
    this.sortPlaces(near, size);
    return size;
  }

  private sortAll(): Pick<PoolOrder, 'rows' | 'opens'> {
    if (this.sorted !== undefined) return this.sorted;
    const sorted = newNear(this.places.length);
    for (const { from, to } of this.spans) {
      const part = {
        words: sorted.words.subarray(from, to),
        rows: sorted.rows.subarray(from, to),
        opens: sorted.opens.subarray(from, to),
      };
      for (let at = from; at < to; at++) sorted.rows[at] = at;
      this.sortPlaces(part, to - from);
    }
    this.sorted = sorted;
    return this.sorted;
  }

  /** Places of one pool, which come in ascending order, become rows in the order of the run. */
  private sortPlaces({ words, rows, opens }: Pick<Near, 'words' | 'rows' | 'opens'>, size: number): void {
    const { equals, places } = this;
    for (let at = 0; at < size; at++) words[at] = this.words[rows[at]!]! ^ signBit;
    sortFirst({ words, rows }, size);
    let [word, equal] = [-1, -1];
    for (let at = 0; at < size; at++) {
      const [nextWord, nextEqual] = [words[at]!, equals[rows[at]!]!];
      opens[at] = nextWord === word && nextEqual === equal ? 0 : 1;
      rows[at] = places[rows[at]!]!;
      word = nextWord;
      equal = nextEqual;
    }
  }
}

/** Turns whole numbers into such as sort without a sign. */
const signBit = -0x80000000;

/** An order of its own over the rows of one bucket. */
interface Near extends PoolOrder {
  readonly words: Uint32Array;
}

const newNear = (size: number): Near => ({
  ...{ words: new Uint32Array(size), rows: new Int32Array(size), opens: new Uint8Array(size) },
  starts: Int32Array.of(0, size),
});

/** The first `size` by their words; equal ones stay as they stand. Few by insertion, many by their digits. */
function sortFirst({ words, rows }: Words, size: number): void {
  if (size > 128) {
    const part = { words: words.slice(0, size), rows: rows.slice(0, size) };
    const other = { words: new Uint32Array(size), rows: new Int32Array(size) };
    const sorted = sortWords(part, other, { size, most: 0xffffffff });
    words.set(sorted.words);
    rows.set(sorted.rows);
    return;
  }
  for (let at = 1; at < size; at++) {
    const word = words[at]!;
    const row = rows[at]!;
    let hole = at - 1;
    for (; hole >= 0 && words[hole]! > word; hole--) {
      words[hole + 1] = words[hole]!;
      rows[hole + 1] = rows[hole]!;
    }
    words[hole + 1] = word;
    rows[hole + 1] = row;
  }
}

/** The places of one pool and the buckets of their totals, best first. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly counts: Int32Array;
  /** Class of the rows of each bucket, or `noClass`, or `isSplit`. */
  readonly codes: Int16Array;
  /** Where the buckets begin and the bits of a word that they do not tell; what lies further out stands in the first or the last bucket. */
  low: number;
  shift: number;
  /** The pool has not been looked at yet, or no longer spreads over the buckets. */
  isStale: boolean;
  /** Rows in the first and the last bucket when the buckets were laid, −1 not counted yet. */
  outside: number;
}

const noClass = -1;
const isSplit = -2;

/** A few rows to a bucket, and few enough buckets to be walked through at each cut. */
function newSpan(from: number, to: number): Span {
  const count = 1 << Math.min(11, Math.max(2, 31 - Math.clz32(Math.max(1, to - from))));
  return {
    ...{ from, to, low: 0, shift: 0, isStale: true, outside: -1 },
    counts: new Int32Array(count),
    codes: new Int16Array(count),
  };
}

interface Taken {
  readonly numbers: Float64Array;
  readonly sign: 1 | -1;
  readonly words: Int32Array;
  readonly buckets: Uint16Array;
}

function takeWords(taken: Taken, span: Span): boolean {
  if (span.isStale) spreadBuckets(taken, span);
  const { numbers, sign, words, buckets } = taken;
  const { from, to, low, shift, counts } = span;
  const last = counts.length - 1;
  counts.fill(0);
  let odd = 0;
  for (let at = from; at < to; at++) {
    const number = sign * numbers[at]! - low;
    const word = number | 0;
    const bucket = Math.min(last, Math.max(0, word >> shift));
    words[at] = word;
    buckets[at] = bucket;
    counts[bucket]!++;
    if (word !== number) odd++;
  }
  return odd === 0 || putAbsentLast(taken, span);
}

/** False when a number does not fit, which is why it looked odd too. */
function putAbsentLast({ numbers, sign, words, buckets }: Taken, { from, to, low, counts }: Span): boolean {
  let most = -0x80000000;
  for (let at = from; at < to; at++) {
    const number = sign * numbers[at]! - low;
    if (Number.isNaN(number)) continue;
    if (number !== (number | 0)) return false;
    most = Math.max(most, number);
  }
  if (most === 0x7fffffff) return false;
  for (let at = from; at < to; at++) {
    if (!Number.isNaN(numbers[at]!)) continue;
    words[at] = most + 1;
    counts[buckets[at]!]!--;
    buckets[at] = counts.length - 1;
    counts[buckets[at]!]!++;
  }
  return true;
}

const sampled = 1024;

/** Lays the buckets over all but the outermost hundredths: a few totals far from the others do not make them wide. */
function spreadBuckets({ numbers, sign }: Pick<Taken, 'numbers' | 'sign'>, span: Span): void {
  const step = Math.ceil((span.to - span.from) / sampled);
  const sample: number[] = [];
  for (let at = span.from; at < span.to; at += step) if (!Number.isNaN(numbers[at]!)) sample.push(sign * numbers[at]!);
  const sorted = Float64Array.from(sample).sort();
  const outside = Math.floor(sorted.length / 100);
  span.low = sorted[outside] ?? 0;
  const width = (sorted[sorted.length - 1 - outside] ?? 0) - span.low;
  span.shift = 0;
  while (span.shift < 30 && width >= span.counts.length * (1 << span.shift)) span.shift++;
  span.isStale = false;
  span.outside = -1;
}

/** A bucket that a line runs through: how many of its listed rows each class takes, counted by position. */
interface SplitBucket {
  readonly bucket: number;
  readonly sizes: Int32Array;
}

/** Fills `codes` from the counts and the places of each class. */
function lineBuckets(span: Span, sizes: Int32Array): SplitBucket[] {
  const { counts, codes } = span;
  const split: SplitBucket[] = [];
  let grade = 0;
  let end = sizes[0] ?? 0;
  let before = 0;
  for (let bucket = 0; bucket < counts.length; bucket++) {
    const after = before + counts[bucket]!;
    while (grade < sizes.length && end <= before) end += sizes[++grade] ?? 0;
    if (grade >= sizes.length) codes[bucket] = noClass;
    else if (after <= end) codes[bucket] = grade;
    else {
      codes[bucket] = isSplit;
      split.push({ bucket, sizes: partOf(sizes, before, after) });
    }
    before = after;
  }
  const outside = counts[0]! + counts[counts.length - 1]!;
  if (span.outside < 0) span.outside = outside;
  span.isStale = outside > 2 * span.outside + before / 16;
  return split;
}

/** The places of each class at positions `from` up to `to`. */
function partOf(sizes: Int32Array, from: number, to: number): Int32Array {
  const inside = (line: number): number => Math.min(to, Math.max(from, line));
  let line = 0;
  return sizes.map((size) => {
    const begin = inside(line);
    line += size;
    return inside(line) - begin;
  });
}
