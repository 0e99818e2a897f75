/**
 * 留用的排序 — when only weights change, most subjects stay on their side of every line: only totals in the windows of the lines are
 * computed, each line is found by counting, and nobody is sorted but those who are equal on a line. All are sorted when somebody reads
 * `rows` or `opens`.
 */
import { roundColumn, roundedInteger } from '@muheng/quantity';
import { gradeByLines, type LinesRule, type List, type Removed } from '../stages/cut/lines.js';
import { type OrderTask, orderPools, type PoolOrder } from '../stages/ranking/order.js';
import { NthBest } from './nthBest.js';
import { type Limits, PoolLines, type Windows } from './poolLines.js';
import type { MemberTotals, Segment } from './totals.js';

/** `keys` are those after the total, which ranks the most first, rounded. */
export interface KeptTask extends OrderTask {
  readonly totals: MemberTotals;
  readonly limits: Limits;
}

export class KeptOrder implements PoolOrder {
  readonly starts: Int32Array;
  /** By first place. */
  private readonly pools = new Map<number, PoolLines>();
  private readonly placeOf: Int32Array;
  private readonly best: NthBest;
  /** Places that may be equal on a line; the first `nearCount` of one cut. */
  private readonly near: Int32Array;
  private nearCount = 0;
  private ties: Ties | undefined;
  private sorted: PoolOrder | undefined;

  constructor(private readonly task: KeptTask) {
    const { rows, segments } = task.totals;
    const own = Array.from({ length: task.pools }, (): Segment[] => []);
    for (const segment of segments) own[segment.pool]!.push(segment);
    this.starts = new Int32Array(task.pools + 1);
    own.forEach((ofPool, pool) => {
      const from = this.starts[pool]!;
      this.starts[pool + 1] = ofPool.at(-1)?.to ?? from;
      if (ofPool.length > 0) this.pools.set(from, new PoolLines(ofPool, task.limits));
    });
    this.placeOf = new Int32Array(task.poolOf.length).fill(-1);
    for (let at = 0; at < rows.length; at++) this.placeOf[rows[at]!] = at;
    this.best = new NthBest(rows.length);
    this.near = new Int32Array(rows.length);
  }

  /** The totals are under other weights from now on. */
  begin(): void {
    this.sorted = undefined;
  }

  get rows(): Int32Array {
    return this.sortAll().rows;
  }

  get opens(): Uint8Array {
    return this.sortAll().opens;
  }

  /** What `gradeByLines` gives over the sorted rows of one pool. */
  gradeByLines({ from, removed }: Pick<List, 'from' | 'removed'>, rule: LinesRule, out: Int16Array): void {
    const lines = this.pools.get(from);
    if (lines === undefined) return;
    const taken = removed?.rows ?? [];
    lines.draw(rule.sizes, lines.size - taken.length);
    lines.bound(this.task.totals, taken.length);
    for (const windows of lines.windows) this.evaluate(lines, windows);
    // Whoever is not in the list comes after all who are, and keeps the class he has.
    const { values } = this.task.totals;
    for (const row of taken) values[this.placeOf[row]!] = Number.NEGATIVE_INFINITY;
    const stay = taken.map((row) => out[row]!);
    for (let line = 0; line < lines.count; line++) this.findLine(lines, line, taken);
    this.nearCount = 0;
    for (const windows of lines.windows) this.gradeSegment(lines, windows, out);
    if (this.nearCount > 0) this.gradeNear(lines, { rule, removed }, out);
    for (let at = 0; at < taken.length; at++) out[taken[at]!] = stay[at]!;
  }

  /** Computes the totals in the windows; absent ones come last. */
  private evaluate({ count }: PoolLines, { segment, from, to }: Windows): void {
    const { totals } = this.task;
    let done = segment.from;
    for (let line = 0; line < count; line++) {
      if (to[line]! <= done) continue;
      totals.evaluate(segment, Math.max(done, from[line]!), to[line]!);
      done = to[line]!;
    }
    if (segment.bounded === segment.to) return;
    totals.evaluate(segment, segment.bounded, segment.to);
    for (let at = segment.bounded; at < segment.to; at++)
      if (Number.isNaN(totals.values[at]!)) totals.values[at] = Number.NEGATIVE_INFINITY;
  }

  /** The total of the last listed subject before the line is the so-manieth best in its windows. */
  private findLine(lines: PoolLines, line: number, taken: readonly number[]): void {
    const { best, placeOf } = this;
    const { values } = this.task.totals;
    let before = 0;
    best.clear();
    for (const { segment, from, to } of lines.windows) {
      const [begin, end] = [from[line]!, to[line]!];
      before += begin - segment.from;
      for (const row of taken) before -= Number(placeOf[row]! >= segment.from && placeOf[row]! < begin);
      best.add(values, begin, end);
      best.add(values, segment.bounded, segment.to);
    }
    const total = best.find(lines.places[line]! - before, lines.low[line]!, lines.high[line]!);
    lines.found(line, total, before + best.better);
  }

  /** From the best to the worst, the same lines being open for all of a stretch. */
  private gradeSegment(lines: PoolLines, { segment, from, to }: Windows, out: Int16Array): void {
    let [at, first, end] = [segment.from, 0, 0];
    while (at < segment.bounded) {
      while (first < lines.count && to[first]! <= at) first++;
      while (end < lines.count && from[end]! <= at) end++;
      let next = segment.bounded;
      if (first < lines.count) next = Math.min(next, to[first]!);
      if (end < lines.count) next = Math.min(next, from[end]!);
      if (first >= end) this.gradeSure(lines.codes[first]!, { from: at, to: next }, out);
      else this.gradeOpen(lines, { from: at, to: next, first, end }, out);
      at = next;
    }
    if (at < segment.to) this.gradeOpen(lines, { from: at, to: segment.to, first: 0, end: lines.count }, out);
  }

  private gradeSure(code: number, { from, to }: { readonly from: number; readonly to: number }, out: Int16Array): void {
    const { rows } = this.task.totals;
    for (let at = from; at < to; at++) out[rows[at]!] = code;
  }

  private gradeOpen(lines: PoolLines, stretch: Stretch, out: Int16Array): void {
    if (stretch.end === stretch.first + 1) this.gradeAround(lines, stretch, out);
    else this.gradeAmong(lines, stretch, out);
  }

  /** One line is open. */
  private gradeAround({ nearFrom, nearTo, codes }: PoolLines, { from, to, first }: Stretch, out: Int16Array): void {
    const { rows, values } = this.task.totals;
    const { near } = this;
    const [above, below, low, high] = [codes[first]!, codes[first + 1]!, nearFrom[first]!, nearTo[first]!];
    let count = this.nearCount;
    for (let at = from; at < to; at++) {
      const total = values[at]!;
      out[rows[at]!] = total < low ? below : above;
      near[count] = at;
      count += Number(total >= low && total <= high);
    }
    this.nearCount = count;
  }

  private gradeAmong({ nearFrom, nearTo, codes }: PoolLines, { from, to, first, end }: Stretch, out: Int16Array): void {
    const { rows, values } = this.task.totals;
    const { near } = this;
    let count = this.nearCount;
    for (let at = from; at < to; at++) {
      const total = values[at]!;
      let line = first;
      while (line < end && total < nearFrom[line]!) line++;
      out[rows[at]!] = codes[line]!;
      if (line < end && total <= nearTo[line]!) near[count++] = at;
    }
    this.nearCount = count;
  }

  /** Those near a line are told apart by their rounded totals; where a line runs through equal ones, these are put in order. */
  private gradeNear(lines: PoolLines, { rule, removed }: { rule: LinesRule; removed: Removed | null }, out: Int16Array): void {
    const { limits, totals } = this.task;
    const { word, equal, better, codes, count } = lines;
    for (let at = 0; at < this.nearCount; at++) {
      const place = this.near[at]!;
      const row = totals.rows[place]!;
      const own = roundedInteger(totals.values[place]!, limits.rounding);
      let line = 0;
      while (line < count && own < word[line]!) line++;
      out[row] = codes[line]!;
      if (line === count || own !== word[line] || removed?.has(row) === true) continue;
      equal[line]!.push(row);
      if (totals.values[place]! > lines.total[line]!) better[line]!--;
    }
    for (let line = 0; line < count; line++) {
      const before = better[line]!;
      const after = before + equal[line]!.length;
      const code = lines.codeAt(before);
      for (const row of equal[line]!) out[row] = code;
      if (before + 1 < after && lines.codeAt(after - 1) !== code)
        gradeByLines(this.listOfEquals(equal[line]!), { sizes: sizesBetween(rule.sizes, before, after), ties: rule.ties }, out);
    }
  }

  /** Rows of equal totals, by the further keys. */
  private listOfEquals(equal: readonly number[]): List {
    this.ties ??= tiesOf(this.task);
    const { rows, blocks, placeOf } = this.ties;
    const places = Int32Array.from(equal, (row) => placeOf[row]!).sort();
    const isNew = (place: number, at: number): boolean => at === 0 || blocks[place] !== blocks[places[at - 1]!];
    const order = {
      rows: places.map((place) => rows[place]!),
      starts: Int32Array.of(0, places.length),
      opens: Uint8Array.from(places, (place, at) => Number(isNew(place, at))),
    };
    return { order, from: 0, to: places.length, removed: null };
  }

  private sortAll(): PoolOrder {
    if (this.sorted !== undefined) return this.sorted;
    const { totals, limits, keys } = this.task;
    const values = totals.byRow();
    roundColumn(values, limits.rounding);
    const power = roundedInteger(1, { to: limits.rounding.to, by: 'excel' });
    this.sorted = orderPools({ ...this.task, keys: [{ values, sign: -1, power }, ...keys] });
    return this.sorted;
  }
}

/** Places for which the lines `first` up to `end` are open. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly end: number;
}

/** The order by the further keys alone. */
interface Ties {
  readonly rows: Int32Array;
  /** Equal in all further keys, equal number; by place in this order. */
  readonly blocks: Int32Array;
  readonly placeOf: Int32Array;
}

function tiesOf(task: OrderTask): Ties {
  const { rows, opens } = orderPools(task);
  const blocks = new Int32Array(rows.length);
  const placeOf = new Int32Array(task.poolOf.length).fill(-1);
  let block = 0;
  for (let at = 0; at < rows.length; at++) {
    block += opens[at]!;
    blocks[at] = block;
    placeOf[rows[at]!] = at;
  }
  return { rows, blocks, placeOf };
}

/** The places of each class at positions `from` up to `to`. */
function sizesBetween(sizes: Int32Array, from: number, to: number): Int32Array {
  const inside = (line: number): number => Math.min(to, Math.max(from, line));
  let line = 0;
  return sizes.map((size) => {
    const begin = inside(line);
    line += size;
    return inside(line) - begin;
  });
}
