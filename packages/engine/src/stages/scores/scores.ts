/**
 * 得分 — all indicators, the branches above them and what they come to, block by block: 1 024 rows of one group, all its indicators over
 * them while the numbers are at hand. Points of single indicators are not kept: who reads
 * them has the same blocks run again.
 */
import { type BlockReader, blockRows, compileTogether } from '@muheng/formula';
import { roundColumn } from '@muheng/quantity';
import type { Branch, Indicator, Scheme } from '@muheng/scheme';
import type { BenchmarkResult, BranchResult, LeafResult } from '../../result.js';
import { type Scoring, takesPart } from '../scoring.js';
import { eachBlock } from '../walk.js';
import { reportLeaf, tallyMarks } from './findings.js';
import { needsMeans, poolMeans } from './poolMeans.js';
import { type LeafOfGroup, type PreparedLeaf, prepareLeaf } from './prepareLeaf.js';
import { type LeafSheet, newSheet, type RowBlock, scoreLeaf } from './scoreLeaf.js';
import { newSettling, roundPlain, type Settling, settleGaps } from './settle.js';
import { addTogether, type Part } from './together.js';

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
  const means = prepared.map((leaf) => (needsMeans(leaf) ? poolMeans(scoring, leaf) : undefined));
  const task = { scoring, prepared, means };
  const column = (): Float64Array => new Float64Array(rows).fill(Number.NaN);
  let base = isTotal(scoring.scheme) ? undefined : column();
  const total = base === undefined ? column() : undefined;
  const pending = new Uint8Array(rows);
  const marks = runBlocks(task, { ...silent, base, total, pending });
  prepared.forEach((leaf, at) => {
    reportLeaf(scoring, leaf, marks[at]!);
  });
  let known: KeptScores | undefined;
  const kept = (): KeptScores => {
    if (known !== undefined) return known;
    known = newKept(scoring);
    runBlocks(task, { ...silent, kept: known });
    return known;
  };
  const baseAgain = (): Float64Array => {
    const again = column();
    runBlocks(task, { ...silent, base: again });
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
  readonly means: readonly (Float64Array | undefined)[];
}

/** Where the figures go. Without `pending` nothing is reported: it has been before. */
interface Destination {
  readonly base: Float64Array | undefined;
  readonly total: Float64Array | undefined;
  readonly pending: Uint8Array | undefined;
  readonly kept: KeptScores | undefined;
}

const silent: Destination = { base: undefined, total: undefined, pending: undefined, kept: undefined };

/** Gives for every leaf what is to be said of marks above the weight. */
function runBlocks(task: Task, to: Destination): readonly ReturnType<typeof tallyMarks>[] {
  const { scoring, prepared } = task;
  const marks = prepared.map((leaf) => tallyMarks(leaf));
  const sheets = prepared.map(newSheet);
  const settlings = prepared.map((leaf, at) =>
    newSettling({ scoring, prepared: leaf, means: task.means[at], pending: to.pending }),
  );
  const groups = scoring.groupIds.map((_, group) => new GroupBlocks({ task, to, sheets, settlings, marks }, group));
  eachBlock(scoring, (block, group) => groups[group]!.run(block));
  return marks;
}

interface Shared {
  readonly task: Task;
  readonly to: Destination;
  readonly sheets: readonly LeafSheet[];
  readonly settlings: readonly Settling[];
  readonly marks: readonly ReturnType<typeof tallyMarks>[];
}

/** The indicators and branches of one group. */
class GroupBlocks {
  private readonly leaves: readonly { readonly at: number; readonly of: LeafOfGroup }[];
  private readonly reader: BlockReader;
  private readonly sums: readonly Sum[];
  private readonly top: Sum;

  constructor(
    private readonly shared: Shared,
    group: number,
  ) {
    const { scoring, prepared } = shared.task;
    const { scheme, groupIds } = scoring;
    const groupId = groupIds[group]!;
    this.leaves = prepared.flatMap(({ groups }, at) => (groups[group] === undefined ? [] : [{ at, of: groups[group] }]));
    this.reader = compileTogether(this.leaves.map(({ at }) => prepared[at]!.leaf.formula)).over(scoring.frame);
    const parts = new Map(
      this.leaves.map(({ at, of }): [string, Part] => [prepared[at]!.leaf.id, { weight: of.weight, ...shared.sheets[at]! }]),
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
    this.reader.pick(rows, from, from + count);
    for (let at = 0; at < this.leaves.length; at++) this.scoreLeaf(block, at);
    for (const sum of this.sums) this.add(block, sum);
    this.add(block, this.top);
    const { base, total, kept } = this.shared.to;
    if (base !== undefined) scatter(this.top.score, block, base);
    if (total !== undefined) {
      roundColumn(this.top.score.subarray(0, count), this.shared.task.scoring.scheme.total.round);
      scatter(this.top.score, block, total);
    }
    if (kept !== undefined) this.keep(block, kept);
  }

  private scoreLeaf(block: RowBlock, index: number): void {
    const { task, sheets, settlings, marks, to } = this.shared;
    const { at, of } = this.leaves[index]!;
    const prepared = task.prepared[at]!;
    const result = this.reader.results[index]!;
    const sheet = sheets[at]!;
    const scored = scoreLeaf(prepared, of, { block, result, sheet });
    if (to.pending !== undefined) marks[at]!.look(of, block, scored.counted);
    roundPlain(prepared, sheet, block.count);
    if (!scored.complete) settleGaps(settlings[at]!, { of, block, result, sheet });
  }

  private add(block: RowBlock, sum: Sum): void {
    const { scoring } = this.shared.task;
    const { pending } = this.shared.to;
    if (sum.canLose) sum.lost.fill(0, 0, block.count);
    addTogether({ ...sum, count: block.count }, sum.score, sum.lost);
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
interface Sum {
  readonly of: Pick<Branch, 'name' | 'cited'>;
  readonly by: Branch['aggregate'];
  readonly full: number;
  readonly parts: readonly Part[];
  /** Place of the branch among all; −1 for the top. */
  readonly column: number;
  readonly canLose: boolean;
  readonly score: Float64Array;
  readonly lost: Uint8Array;
}

const newSum = (of: Omit<Sum, 'canLose' | 'score' | 'lost'>): Sum => ({
  ...of,
  canLose: of.parts.some((part) => part.dropped !== undefined),
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
