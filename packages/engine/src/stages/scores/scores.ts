/** 得分 — all leaves, then the branches above them, from the bottom up; marks the subjects whose absent data leave them pending. */
import type { Branch, Indicator, Leaf } from '@muheng/scheme';
import type { BenchmarkResult, BranchResult, LeafResult } from '../../result.js';
import { type Scoring, takesPart } from '../scoring.js';
import { type ScoredLeaf, scoreLeaf } from './scoreLeaf.js';
import { addTogether, type Part } from './together.js';

export interface Scores {
  readonly leaves: readonly LeafResult[];
  readonly branches: readonly BranchResult[];
  readonly benchmarks: readonly BenchmarkResult[];
  /** 1 = some indicator, or all under one parent, is absent and the scheme gives nothing instead. */
  readonly pending: Uint8Array;
  /** The tops of the tree for one group, to be put together by the total. */
  partsOf(groupId: string, indicators: readonly Indicator[]): readonly Part[];
}

export function scoreIndicators(scoring: Scoring): Scores {
  const { rows } = scoring.frame;
  const { leaves: rules } = scoring.scheme;
  const pending = new Uint8Array(rows);
  const scores = new Float64Array(rules.length * rows).fill(Number.NaN);
  const hows = new Uint8Array(rules.length * rows);
  const scored = rules.map((leaf, at): [string, ScoredLeaf] => {
    const [from, to] = [at * rows, (at + 1) * rows];
    return [leaf.id, scoreLeaf(scoring, leaf, { score: scores.subarray(from, to), how: hows.subarray(from, to), pending })];
  });
  const leaves = new Map(scored);
  const branches = new Map<string, Float64Array>();
  const partsOf = (groupId: string, indicators: readonly Indicator[]): readonly Part[] =>
    indicators.filter((each) => takesPart(each, groupId)).map((each) => partOf(each, groupId, { leaves, branches }));
  for (const branch of branchesUpward(scoring.scheme.indicators)) {
    const score = new Float64Array(scoring.frame.rows).fill(Number.NaN);
    const lost = new Uint8Array(scoring.frame.rows);
    scoring.groupIds.forEach((groupId, group) => {
      if (!takesPart(branch, groupId)) return;
      const full = branch.weight.get(groupId) ?? 0;
      addTogether(
        { by: branch.aggregate, full, parts: partsOf(groupId, branch.children), rows: scoring.rowsOf[group]! },
        score,
        lost,
      );
    });
    branches.set(branch.id, score);
    reportLost(scoring, branch, { lost, pending });
  }
  return {
    leaves: scoring.scheme.leaves.flatMap((leaf: Leaf) => leaves.get(leaf.id)?.result ?? []),
    branches: [...branches].map(([id, score]) => ({ id, score })),
    benchmarks: [...leaves.values()].flatMap((leaf) => leaf.benchmarks.results),
    pending,
    partsOf,
  };
}

function partOf(
  indicator: Indicator,
  groupId: string,
  known: { readonly leaves: ReadonlyMap<string, ScoredLeaf>; readonly branches: ReadonlyMap<string, Float64Array> },
): Part {
  const weight = indicator.weight.get(groupId) ?? 0;
  const leaf = known.leaves.get(indicator.id);
  if (leaf !== undefined) return { weight, score: leaf.result.score, how: leaf.result.how, dropped: leaf.dropped };
  return { weight, score: known.branches.get(indicator.id) ?? new Float64Array(0), how: undefined, dropped: undefined };
}

/** Children before parents. */
function branchesUpward(indicators: readonly Indicator[]): readonly Branch[] {
  return indicators.flatMap((each) => (each.kind === 'branch' ? [...branchesUpward(each.children), each] : []));
}

/** 全部缺数据 — everything under one parent dropped out. */
export function reportLost(
  scoring: Scoring,
  of: Pick<Branch, 'name' | 'cited'>,
  rows: { readonly lost: Uint8Array; readonly pending: Uint8Array },
): void {
  for (let row = 0; row < rows.lost.length; row++) {
    if (rows.lost[row] !== 1) continue;
    rows.pending[row] = 1;
    scoring.reasons.add(row, {
      code: 'indicator_absent',
      words: `${of.name}的各项指标全部缺数据，无法重新分配权重`,
      cited: of.cited,
    });
  }
}
