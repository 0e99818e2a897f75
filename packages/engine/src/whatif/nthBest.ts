/** 第几名的数 — the nth largest of many numbers by counting them into buckets, and then those of one bucket; only the last few are sorted. */

const mostBuckets = 512;
const fewEnough = 16;

/** Room for numbers, of which one after the other is asked for; nothing is made anew for that. */
export class NthBest {
  /** How many numbers are larger than the one found last. */
  better = 0;
  private readonly numbers: Float64Array;
  private readonly counts = new Int32Array(mostBuckets);
  private size = 0;
  private buckets = mostBuckets;

  constructor(most: number) {
    this.numbers = new Float64Array(most);
  }

  clear(): void {
    this.size = 0;
  }

  /** Adds values `from` up to `to`; −∞ may be among them, NaN may not. */
  add(values: Float64Array, from: number, to: number): void {
    const { numbers, size } = this;
    if (to - from > 64) numbers.set(values.subarray(from, to), size);
    else for (let at = from; at < to; at++) numbers[size + at - from] = values[at]!;
    this.size = size + to - from;
  }

  /**
   * The `nth` largest of the numbers added, counted from 1; it uses them up. It is thought to lie from `low` to `high`: a wrong guess
   * costs another round, never the answer.
   */
  find(nth: number, low: number, high: number): number {
    this.better = 0;
    if (this.size > fewEnough && high > low && high - low < Number.POSITIVE_INFINITY) this.keepOne(nth, low, high);
    while (this.size > fewEnough) {
      const before = this.size;
      this.keepOne(nth - this.better, this.least(), this.most());
      if (this.size === before) return this.findSorted(nth - this.better);
    }
    sortFew(this.numbers, this.size);
    return this.pick(nth - this.better);
  }

  private findSorted(nth: number): number {
    this.numbers.subarray(0, this.size).sort().reverse();
    return this.pick(nth);
  }

  /** Of numbers most first. */
  private pick(nth: number): number {
    const { numbers } = this;
    const found = numbers[nth - 1]!;
    let at = nth - 1;
    while (at > 0 && numbers[at - 1] === found) at--;
    this.better += at;
    return found;
  }

  /** Leaves only the bucket in which the `nth` largest lies. */
  private keepOne(nth: number, low: number, high: number): void {
    this.buckets = this.size < 8 * mostBuckets ? mostBuckets / 8 : mostBuckets;
    const scale = (this.buckets - 1) / (high - low);
    this.count(high, scale);
    const { counts } = this;
    let bucket = 0;
    let before = 0;
    while (before + counts[bucket]! < nth) before += counts[bucket++]!;
    this.keep(high, scale, bucket);
    this.better += before;
  }

  private count(high: number, scale: number): void {
    const { numbers, counts, size } = this;
    const last = this.buckets - 1;
    counts.fill(0, 0, last + 1);
    for (let at = 0; at < size; at++) counts[bucketOf((high - numbers[at]!) * scale, last)]!++;
  }

  private keep(high: number, scale: number, bucket: number): void {
    const { numbers, size } = this;
    const last = this.buckets - 1;
    let kept = 0;
    for (let at = 0; at < size; at++) {
      const number = numbers[at]!;
      numbers[kept] = number;
      kept += Number(bucketOf((high - number) * scale, last) === bucket);
    }
    this.size = kept;
  }

  private most(): number {
    const { numbers, size } = this;
    let most = numbers[0]!;
    for (let at = 1; at < size; at++) most = Math.max(most, numbers[at]!);
    return most;
  }

  /** But for −∞. */
  private least(): number {
    const { numbers, size } = this;
    let least = Number.POSITIVE_INFINITY;
    for (let at = 0; at < size; at++) if (numbers[at] !== Number.NEGATIVE_INFINITY) least = Math.min(least, numbers[at]!);
    return least;
  }
}

/** The largest lie in the first; so does what is no number after scaling. */
const bucketOf = (scaled: number, last: number): number => Math.min(last, Math.max(0, scaled)) | 0;

/** The first so many, most first. */
function sortFew(numbers: Float64Array, size: number): void {
  for (let at = 1; at < size; at++) {
    const number = numbers[at]!;
    let hole = at - 1;
    for (; hole >= 0 && numbers[hole]! < number; hole--) numbers[hole + 1] = numbers[hole]!;
    numbers[hole + 1] = number;
  }
}
