/** Stage 13 of the oracle: from a list in order to grades, for each kind of cut. */

import { holds } from './evaluate.js';
import { decimal, times, whole } from './exact.js';
import { blocksOf } from './order.js';
import { placesOf, type Quota, roundPlaces, share } from './places.js';
import type { CutDoc, ShareCutDoc, TwoStageDoc } from './raw.js';
import type { Run, Standing } from './run.js';

export interface Cutting {
  /** Everybody in the pool who gets a grade, and those still in the list. */
  readonly all: readonly Standing[];
  readonly listed: readonly Standing[];
  /** Of `all`: fixed by a direct off-quota rule. */
  readonly offQuota: number;
  /** In-quota places already given, by grade. */
  readonly taken: Readonly<Record<string, number>>;
  readonly pool: readonly Standing[];
}

export interface CutResult {
  readonly grades: Map<Standing, string>;
  /** Of the base, nobody fixed beforehand. Empty for cuts without places. */
  readonly places: Map<string, number>;
  readonly base: number;
}

export function cutOf(run: Run, pool: readonly Standing[]): CutDoc {
  const { cut } = run.given.scheme.grades;
  if (!('groups' in cut)) return cut;
  const found = cut.groups[pool[0]?.group ?? ''];
  if (found === undefined) throw new TypeError('a group without its cut');
  return found;
}

export function cutPool(run: Run, cut: CutDoc, cutting: Cutting): CutResult {
  const none: CutResult = { grades: new Map(), places: new Map(), base: cutting.all.length };
  switch (cut.by) {
    case 'none':
      return none;
    case 'share':
      return byShares(run, cut, cutting);
    case 'two_stage':
      return inTwo(run, cut, cutting);
    case 'threshold':
      for (const standing of cutting.listed) setGrade(none, standing, byLine(run, cut, standing));
      return none;
    case 'rules':
      for (const standing of cutting.listed)
        setGrade(none, standing, cut.rules.find((rule) => holds(run.ask(rule.when, standing)))?.grade ?? cut.otherwise);
      return none;
  }
}

function setGrade({ grades }: CutResult, standing: Standing, grade: string | undefined): void {
  if (grade !== undefined) grades.set(standing, grade);
}

function baseOf(cut: ShareCutDoc | TwoStageDoc, { all, offQuota, pool }: Cutting): number {
  if (cut.base === 'graded') return all.length;
  if (cut.base === 'graded_without_off_quota') return all.length - offQuota;
  const further = cut.base.graded_and;
  return all.length + pool.filter((standing) => !all.includes(standing) && further.includes(standing.status)).length;
}

function byShares(run: Run, cut: ShareCutDoc, cutting: Cutting): CutResult {
  const { listed, all, taken } = cutting;
  const base = baseOf(cut, cutting);
  if (cut.smallest !== undefined && all.length < cut.smallest.size) {
    run.judge.note('a pool too small to cut');
    const { then } = cut.smallest;
    return {
      grades: new Map(then === 'ungraded' ? [] : listed.map((standing) => [standing, then.all])),
      places: new Map(),
      base,
    };
  }
  const places = placesOf({ ...cut, n: base, listed: listed.length, taken });
  const blocks = blocksOf(run, listed, run.given.scheme.rank.by);
  return {
    grades: deal(run, { blocks, places, ties: cut.ties_across_cut }),
    places: placesOf({ ...cut, n: base, listed: base, taken: {} }),
    base,
  };
}

interface Dealing {
  readonly blocks: readonly Standing[][];
  readonly places: ReadonlyMap<string, number>;
  readonly ties: ShareCutDoc['ties_across_cut'];
}

function deal(run: Run, { blocks, places, ties }: Dealing): Map<Standing, string> {
  const byPosition = [...places].flatMap(([grade, count]) => Array.from({ length: count }, () => grade));
  const grades = new Map<Standing, string>();
  let at = 0;
  for (const block of blocks) {
    const [first, last] = [byPosition[at], byPosition[at + block.length - 1]];
    if (first !== last) run.judge.note(`a tie across the cut: ${ties}`);
    for (const [offset, standing] of block.entries()) {
      const grade = ties === 'better' ? first : ties === 'worse' ? last : byPosition[at + offset];
      if (grade !== undefined) grades.set(standing, grade);
    }
    at += block.length;
  }
  return grades;
}

function inTwo(run: Run, cut: TwoStageDoc, cutting: Cutting): CutResult {
  const base = baseOf(cut, cutting);
  const order = blocksOf(run, cutting.listed, cut.first.by).flat();
  const upperSize = Math.min(order.length, roundPlaces(times(whole(base), share(cut.first.share)), cut.first.round));
  const grades = new Map<Standing, string>();
  const places = new Map<string, number>();
  const nominal = Math.min(base, roundPlaces(times(whole(base), share(cut.first.share)), cut.first.round));
  for (const [half, listed, size] of [
    [cut.upper, order.slice(0, upperSize), nominal],
    [cut.lower, order.slice(upperSize), base - nominal],
  ] as const) {
    const quota: Quota = {
      shares: half.shares,
      count: cut.count,
      round: cut.round,
      edge: cut.edge,
      n: base,
      listed: listed.length,
      taken: cutting.taken,
    };
    const here = placesOf(quota);
    for (const [grade, count] of placesOf({ ...quota, listed: size, taken: {} }))
      places.set(grade, (places.get(grade) ?? 0) + count);
    for (const [standing, grade] of deal(run, {
      blocks: blocksOf(run, listed, half.by),
      places: here,
      ties: cut.ties_across_cut,
    }))
      grades.set(standing, grade);
  }
  return { grades, places, base };
}

function byLine(run: Run, cut: Extract<CutDoc, { by: 'threshold' }>, standing: Standing): string | undefined {
  const cell = run.ask(cut.on, standing);
  if (cell.kind !== 'number') {
    run.judge.note('no value at a threshold');
    return undefined;
  }
  for (const [grade, line] of Object.entries(cut.lines)) {
    if (line === 'rest') return grade;
    const order = run.judge.order(cell.x, decimal(line), 'threshold') * (cut.better === 'lower' ? -1 : 1);
    if (order === 0) run.judge.note(`on a threshold, ${cut.edge}`);
    if (order > 0 || (order === 0 && cut.edge === 'in')) return grade;
  }
  return undefined;
}
