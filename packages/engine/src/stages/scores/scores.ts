/**
 * 得分 — all indicators, the branches above them and what they come to, block by block: 1 024 rows of one group, all its indicators over
 * them while the numbers are at hand. Points of single indicators are not kept: who reads
 * them has the same blocks run again.
 */
import { type BlockReader, type BlockResult, blockRows, compileTogether } from '@muheng/formula';
import { roundColumn } from '@muheng/quantity';
import type { Branch, Indicator, Scheme } from '@muheng/scheme';
import type { BenchmarkResult, BranchResult, LeafResult } from '../../result.js';
import { type Scoring, takesPart } from '../scoring.js';
import { eachBlock, eachListed, noGroup, type Visits } from '../walk.js';
import { type MarksTally, reportLeaf, tallyMarks } from './findings.js';
import { MeansUnderway, needsMeans, poolMeans, poolsAreApart } from './poolMeans.js';
import { type LeafOfGroup, type PreparedLeaf, prepareLeaf } from './prepareLeaf.js';
import { type QuotientScores, quotientScores } from './quotient.js';
import { type LeafSheet, newSheet, type RowBlock, scoreLeaf } from './scoreLeaf.js';
import { type Means, newSettling, roundPlain, type Settling, settleGaps } from './settle.js';
import { addTogether, type Part, type Togethering } from './together.js';

export interface Scores {
  readonly leaves: readonly LeafResult[];
  readonly branches: readonly BranchResult[];
  readonly benchmarks: readonly BenchmarkResult[];
  /** The indicators put together as the total says; NaN for subjects that are not computed or cannot be scored. */
  readonly base: Float64Array;
  /** The same rounded, where nothing else comes upon it; then the base is kept only for who asks. */
  readonly total: Float64Array | undefined;
  /** 1 = some indicator, or all under one parent, is absent and the scheme gives nothing instead. */
  readonly pending: Uint8Array;
}

export function scoreIndicators(scoring: Scoring): Scores {
  const { rows } = scoring.frame;
  const prepared = scoring.scheme.leaves.map((leaf) => prepareLeaf(scoring, leaf));
  let base: Float64Array | undefined = isTotal(scoring.scheme) ? undefined : new Float64Array(rows);
  const total = base === undefined ? new Float64Array(rows) : undefined;
  const pending = new Uint8Array(rows);
  const { task, marks } = scoreFirst({ scoring, prepared }, { base, total, pending });
  prepared.forEach((leaf, at) => {
    reportLeaf(scoring, leaf, marks[at]!);
  });
  let known: KeptScores | undefined;
  const kept = (): KeptScores => {
    if (known !== undefined) return known;
    known = newKept(scoring);
    runBlocks(task, into({ kept: known }));
    return known;
  };
  const baseAgain = (): Float64Array => {
    const again = new Float64Array(rows);
    runBlocks(task, into({ base: again }));
    return again;
  };
  return {
    leaves: prepared.map((leaf, at) => leafResult(leaf, () => kept().leaves[at]!)),
    branches: branchesUpward(scoring.scheme.indicators).map((branch, at) => ({
      id: branch.id,
      get score() {
        return kept().branches[at]!;
      },
    })),
    benchmarks: prepared.flatMap((leaf) => leaf.benchmarks.results),
    get base() {
      base ??= baseAgain();
      return base;
    },
    total,
    pending,
  };
}

/**
 * Everything once, with what has to be reported. Means are taken on the way where they can be, and whoever gets one is scored again;
 * when a pool turns out to have none, everybody is scored again, as then its subjects wait for the data.
 */
function scoreFirst(
  { scoring, prepared }: Pick<Task, 'scoring' | 'prepared'>,
  { base, total, pending }: Pick<Destination, 'base' | 'total'> & { readonly pending: Uint8Array },
): { readonly task: Task; readonly marks: readonly MarksTally[] } {
  const to = into({ base, total, pending });
  if (!poolsAreApart(scoring.scheme) || !prepared.some(needsMeans)) {
    const task = { scoring, prepared, means: prepared.map((leaf) => (needsMeans(leaf) ? poolMeans(scoring, leaf) : undefined)) };
    return { task, marks: runBlocks(task, to) };
  }
  const mark = scoring.reasons.mark;
  const underway = new MeansUnderway(scoring, prepared);
  const marks = runBlocks({ scoring, prepared, means: underway.of }, to, { underway });
  const means = underway.means();
  const task = { scoring, prepared, means };
  if (underway.of.some((mean, at) => mean?.isVain(means[at]!) === true)) {
    scoring.reasons.takeBack(mark);
    pending.fill(0);
    return { task, marks: runBlocks(task, to) };
  }
  runBlocks(task, into({ base, total }), { only: underway.waiting });
  return { task, marks };
}

/** Neither factor nor bonus nor limits: what the indicators come to is the total. */
const isTotal = ({ total: { factor, least, most }, bonus }: Scheme): boolean =>
  factor === undefined && bonus === undefined && least === null && most === null;

function leafResult(prepared: PreparedLeaf, kept: () => { readonly score: Float64Array; readonly how: Uint8Array }): LeafResult {
  return {
    id: prepared.leaf.id,
    get value() {
      return prepared.value();
    },
    get benchmark() {
      return prepared.benchmarks.of;
    },
    get score() {
      return kept().score;
    },
    get how() {
      return kept().how;
    },
  };
}

/** Columns of all indicators and branches, in the order of the scheme. */
interface KeptScores {
  readonly leaves: readonly { readonly score: Float64Array; readonly how: Uint8Array }[];
  readonly branches: readonly Float64Array[];
}

function newKept({ scheme, frame: { rows } }: Scoring): KeptScores {
  const column = (): Float64Array => new Float64Array(rows).fill(Number.NaN);
  return {
    leaves: scheme.leaves.map(() => ({ score: column(), how: new Uint8Array(rows) })),
    branches: branchesUpward(scheme.indicators).map(column),
  };
}

interface Task {
  readonly scoring: Scoring;
  readonly prepared: readonly PreparedLeaf[];
  readonly means: readonly (Means | undefined)[];
}

/** Where the figures go. Without `pending` nothing is reported: it has been before. */
interface Destination {
  readonly base: Float64Array | undefined;
  readonly total: Float64Array | undefined;
  readonly pending: Uint8Array | undefined;
  readonly kept: KeptScores | undefined;
}

/** Always of one shape, so that what reads it is compiled once. */
const into = ({ base, total, pending, kept }: Partial<Destination>): Destination => ({ base, total, pending, kept });

interface Further {
  /** Means to be taken on the way. */
  readonly underway?: MeansUnderway;
  /** By group: the only rows to be scored. */
  readonly only?: readonly Int32Array[];
}

/** Gives for every leaf what is to be said of marks above the weight. */
function runBlocks(task: Task, to: Destination, { underway, only }: Further = {}): readonly MarksTally[] {
  const { scoring, prepared } = task;
  const marks = prepared.map((leaf) => tallyMarks(leaf));
  const sheets = prepared.map(newSheet);
  const settlings = prepared.map((leaf, at) =>
    newSettling({ scoring, prepared: leaf, means: task.means[at], pending: to.pending }),
  );
  const shared = { task, to, sheets, settlings, marks, underway };
  const groups = scoring.groupIds.map((_, group) => new GroupBlocks(shared, group));
  if (only === undefined) eachBlock(scoring, { groups, to }, intoGroups);
  else eachListed(only, { groups, to }, intoGroups);
  return marks;
}

interface Visited {
  readonly groups: readonly GroupBlocks[];
  readonly to: Destination;
}

const intoGroups: Visits<Visited> = {
  visit({ groups, to }, block, group) {
    if (group === noGroup) leaveOut(block, to);
    else groups[group]!.run(block);
  },
};

/** Whoever is not computed has no total. */
function leaveOut({ rows, from, count }: RowBlock, { base, total }: Destination): void {
  for (let at = from; at < from + count; at++) {
    if (base !== undefined) base[rows[at]!] = Number.NaN;
    if (total !== undefined) total[rows[at]!] = Number.NaN;
  }
}

interface Shared {
  readonly task: Task;
  readonly to: Destination;
  readonly sheets: readonly LeafSheet[];
  readonly settlings: readonly Settling[];
  readonly marks: readonly MarksTally[];
  readonly underway: MeansUnderway | undefined;
}

/** One indicator of a group: asked of the kernel of all, or scored straight from its two facts. */
interface LeafBlocks {
  /** Place among the indicators of the scheme. */
  readonly at: number;
  readonly of: LeafOfGroup;
  readonly quotient: QuotientScores | undefined;
  /** Of the kernel. */
  readonly result: BlockResult | undefined;
}

/** The indicators and branches of one group. */
class GroupBlocks {
  private readonly leaves: readonly LeafBlocks[];
  private readonly reader: BlockReader | undefined;
  private readonly sums: readonly Sum[];
  private readonly top: Sum;

  constructor(
    private readonly shared: Shared,
    private readonly group: number,
  ) {
    const { scoring, prepared } = shared.task;
    const { scheme, groupIds, frame } = scoring;
    const groupId = groupIds[group]!;
    const quotients = prepared.map((leaf) => quotientScores(scoring, leaf, group));
    const asked = prepared.filter(({ groups }, at) => groups[group] !== undefined && quotients[at] === undefined);
    this.reader = asked.length === 0 ? undefined : compileTogether(asked.map(({ leaf }) => leaf.formula)).over(frame);
    this.leaves = prepared.flatMap((leaf, at) => {
      const of = leaf.groups[group];
      return of === undefined ? [] : [{ at, of, quotient: quotients[at], result: this.reader?.results[asked.indexOf(leaf)] }];
    });
    const parts = new Map(
      this.leaves.map(({ at, of }): [string, Part] => {
        const { score, how, dropped } = shared.sheets[at]!;
        return [prepared[at]!.leaf.id, { weight: of.weight, score, how, dropped }];
      }),
    );
    const partsOf = (indicators: readonly Indicator[]): Part[] =>
      indicators.flatMap((each) => (takesPart(each, groupId) ? (parts.get(each.id) ?? []) : []));
    this.sums = branchesUpward(scheme.indicators).flatMap((branch, column) => {
      if (!takesPart(branch, groupId)) return [];
      const weight = branch.weight.get(groupId) ?? 0;
      const sum = newSum({ of: branch, by: branch.aggregate, full: weight, parts: partsOf(branch.children), column });
      parts.set(branch.id, { weight, score: sum.score, how: undefined, dropped: undefined });
      return [sum];
    });
    const { by, full, cited } = scheme.total;
    this.top = newSum({ of: { name: '总分', cited }, by, full, parts: partsOf(scheme.indicators), column: -1 });
  }

  run(block: RowBlock): void {
    const { rows, from, count } = block;
    this.reader?.pick(rows, from, from + count);
    for (const leaf of this.leaves) this.scoreLeaf(block, leaf);
    for (const sum of this.sums) this.add(block, sum);
    this.add(block, this.top);
    const { base, total, kept } = this.shared.to;
    if (base !== undefined) scatter(this.top.score, block, base);
    if (total !== undefined) {
      roundColumn(this.top.score.subarray(0, count), this.shared.task.scoring.scheme.total.round);
      scatter(this.top.score, block, total);
    }
    if (kept !== undefined) this.keep(block, kept);
    this.shared.underway?.endBlock(this.group, block);
  }

  private scoreLeaf(block: RowBlock, { at, of, quotient, result }: LeafBlocks): void {
    const { task, sheets, settlings, underway } = this.shared;
    const prepared = task.prepared[at]!;
    const sheet = sheets[at]!;
    const direct = quotient?.score(block, sheet);
    const seen = direct ?? result ?? quotient!.ask(block);
    if (direct === undefined) this.scoreByRule(block, { at, of, result: seen });
    underway?.of[at]?.add(block, seen, sheet);
    roundPlain(prepared, sheet, block.count);
    settleGaps(settlings[at]!, { of, block, result: seen, sheet });
  }

  private scoreByRule(
    block: RowBlock,
    { at, of, result }: Pick<LeafBlocks, 'at' | 'of'> & { readonly result: BlockResult },
  ): void {
    const { task, sheets, marks, to } = this.shared;
    const scored = scoreLeaf(task.prepared[at]!, of, { block, result, sheet: sheets[at]! });
    if (to.pending !== undefined) marks[at]!.look(of, block, scored.counted);
  }

  private add(block: RowBlock, sum: Sum): void {
    const { scoring } = this.shared.task;
    const { pending } = this.shared.to;
    if (sum.canLose) sum.lost.fill(0, 0, block.count);
    addTogether(sum, block.count);
    if (!sum.canLose || pending === undefined) return;
    for (let at = 0; at < block.count; at++)
      if (sum.lost[at] === 1) loseAll(scoring, sum.of, { row: block.rows[block.from + at]!, pending });
  }

  private keep({ rows, from, count }: RowBlock, kept: KeptScores): void {
    for (const { at } of this.leaves) {
      const { score, how } = kept.leaves[at]!;
      const sheet = this.shared.sheets[at]!;
      for (let place = 0; place < count; place++) {
        const row = rows[from + place]!;
        score[row] = sheet.score[place]!;
        how[row] = sheet.how[place]!;
      }
    }
    for (const sum of this.sums) scatter(sum.score, { rows, from, count }, kept.branches[sum.column]!);
  }
}

function scatter(values: Float64Array, { rows, from, count }: RowBlock, out: Float64Array): void {
  for (let at = 0; at < count; at++) out[rows[from + at]!] = values[at]!;
}

/** A branch, or the top, for one group. */
interface Sum extends Togethering {
  readonly of: Pick<Branch, 'name' | 'cited'>;
  /** Place of the branch among all; −1 for the top. */
  readonly column: number;
  readonly canLose: boolean;
}

const newSum = ({ of, by, full, parts, column }: Omit<Sum, 'canLose' | 'score' | 'lost'>): Sum => ({
  of,
  by,
  full,
  parts,
  column,
  canLose: parts.some((part) => part.dropped !== undefined),
  score: new Float64Array(blockRows),
  lost: new Uint8Array(blockRows),
});

/** Children before parents. */
function branchesUpward(indicators: readonly Indicator[]): readonly Branch[] {
  return indicators.flatMap((each) => (each.kind === 'branch' ? [...branchesUpward(each.children), each] : []));
}

/** 全部缺数据 — everything under one parent dropped out. */
function loseAll(
  scoring: Scoring,
  of: Pick<Branch, 'name' | 'cited'>,
  { row, pending }: { readonly row: number; readonly pending: Uint8Array },
): void {
  pending[row] = 1;
  scoring.reasons.add(row, {
    code: 'indicator_absent',
    words: `${of.name}的各项指标全部缺数据，无法重新分配权重`,
    cited: of.cited,
  });
}
