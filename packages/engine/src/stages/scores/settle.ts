/**
 * 缺项处理 — rounds the plain points of a block and gives every row without points what the scheme says for its kind of absence.
 * Whoever cannot be scored waits for the data, with the reason.
 */
import { absenceInWords, absenceKinds, type BlockResult } from '@muheng/formula';
import { roundColumn, roundTo } from '@muheng/quantity';
import type { AbsenceAction } from '@muheng/scheme';
import { NOT_COMPUTABLE, PRESENT } from '../../absence.js';
import type { Reason } from '../../result.js';
import { absencePattern, absencesOf, absentFacts } from '../reasons.js';
import type { Scoring } from '../scoring.js';
import { scoredHow } from './limits.js';
import { shareOf } from './points.js';
import type { LeafOfGroup, PreparedLeaf } from './prepareLeaf.js';
import type { LeafSheet, RowBlock } from './scoreLeaf.js';

/** One indicator while its gaps are filled. */
export interface Settling {
  readonly scoring: Scoring;
  readonly prepared: PreparedLeaf;
  /** 平均得分 of each pool, where some absence takes it. */
  readonly means: Means | undefined;
  /** Marked for subjects that cannot be graded until the data come; undefined when they are known already. */
  readonly pending: Uint8Array | undefined;
  /** Numbers of the reasons for waiting by what is absent: many subjects share few. */
  readonly waiting: Map<number, number>;
  readonly absences: readonly Uint8Array[];
}

export const newSettling = ({ scoring, prepared, means, pending }: Omit<Settling, 'waiting' | 'absences'>): Settling => ({
  scoring,
  prepared,
  means,
  pending,
  waiting: new Map(),
  absences: absencesOf(scoring.frame, prepared.leaf.formula),
});

/** By pool, NaN where nobody has a score; or who waits while they are being taken. */
export type Means = Float64Array | MeansLater;

/** 平均得分待定 — the subjects of a block that get the mean when it is known. */
export interface MeansLater {
  /** By place in the block: 1 = waits for a mean. */
  readonly waits: Uint8Array;
  /** By pool: 1 = somebody waits for the mean of this pool. */
  readonly pools: Uint8Array;
}

export interface ScoredBlock {
  readonly of: LeafOfGroup;
  readonly block: RowBlock;
  readonly result: BlockResult;
  readonly sheet: LeafSheet;
}

export function roundPlain({ leaf }: PreparedLeaf, { score, how }: LeafSheet, count: number): void {
  if (leaf.round === 'none') return;
  if (leaf.nonpositive.do === 'as_computed') roundColumn(score.subarray(0, count), leaf.round);
  else for (let at = 0; at < count; at++) if (how[at] !== scoredHow.nonpositive) score[at] = roundTo(score[at]!, leaf.round);
}

/** Every row whose value is absent or has no points. An absent value has points only where it counts as zero. */
export function settleGaps(settling: Settling, scored: ScoredBlock): void {
  const { sheet, result, block } = scored;
  const { gaps, score } = sheet;
  if (settling.prepared.asZero === undefined) {
    for (let gap = 0; gap < sheet.gapCount; gap++) if (Number.isNaN(score[gaps[gap]!]!)) settleGap(settling, scored, gaps[gap]!);
    return;
  }
  if (sheet.gapCount === 0 && result.clean) return;
  for (let at = 0; at < block.count; at++)
    if (Number.isNaN(score[at]!) || Number.isNaN(result.values[at]!)) settleGap(settling, scored, at);
}

function settleGap(settling: Settling, { of, block, result, sheet }: ScoredBlock, at: number): void {
  const { actions } = settling.prepared;
  const { score, dropped } = sheet;
  const absence = result.clean ? PRESENT : result.absence[at]!;
  sheet.how[at] = scoredHow.absence;
  if (!Number.isNaN(score[at]!)) return;
  const counted = absence === PRESENT || actions[absence]?.do === 'as_zero' ? NOT_COMPUTABLE : absence;
  const action = actions[counted] ?? pendingAction;
  switch (action.do) {
    case 'no_points':
      score[at] = 0;
      return;
    case 'full_points':
      score[at] = of.weight;
      return;
    case 'points':
      score[at] = action.points;
      return;
    case 'share':
      score[at] = of.weight * shareOf(action.share);
      return;
    case 'reweigh':
      if (dropped !== undefined) dropped[at] = 1;
      return;
    case 'group_mean_score':
    case 'as_zero':
    case 'pending': {
      const row = block.rows[block.from + at]!;
      const isMeasured = Number.isNaN(of.benchmark[at]!) ? 0 : measured;
      if (action.do !== 'group_mean_score') makePending(settling, row, whyOf(absence, isMeasured));
      else if (!takesMean(settling, score, { at, pool: settling.scoring.pools.of[row]! }))
        makePending(settling, row, whyOf(absence, isMeasured + withoutMean));
    }
  }
}

const pendingAction: AbsenceAction = { do: 'pending' };

/** 取平均得分 — now, or later when it is known; false where there is none. */
function takesMean(
  { means }: Settling,
  score: Float64Array,
  { at, pool }: { readonly at: number; readonly pool: number },
): boolean {
  if (means !== undefined && 'waits' in means) {
    means.waits[at] = 1;
    means.pools[pool] = 1;
    return true;
  }
  const mean = means?.[pool] ?? Number.NaN;
  score[at] = mean;
  return !Number.isNaN(mean);
}

/** Why somebody waits, as one number: a hundred thousand may, and an object for each would have to be cleared away. */
const whyOf = (absence: number, marks: number): number => absence * whysOfAbsence + marks;
const whysOfAbsence = 4;
/** There is a benchmark. */
const measured = 2;
/** Nobody in the pool has a score to take the mean of. */
const withoutMean = 1;
const whys = 5 * whysOfAbsence;

function makePending(settling: Settling, row: number, why: number): void {
  const { scoring, pending, waiting, absences } = settling;
  if (pending === undefined) return;
  pending[row] = 1;
  const pattern = absencePattern(absences, row) * whys + why;
  const known = Number.isNaN(pattern) ? undefined : waiting.get(pattern);
  const number = known ?? scoring.reasons.numberOf(waitingReason(settling, row, why));
  if (known === undefined) waiting.set(pattern, number);
  scoring.reasons.giveNumber(row, number);
}

function waitingReason({ scoring, prepared: { leaf } }: Settling, row: number, why: number): Reason {
  const lacking = absentFacts(scoring.frame, leaf.formula, row);
  const kind = absenceKinds[Math.floor(why / whysOfAbsence) - 1];
  const isUnmeasured = leaf.benchmark !== undefined && (why & measured) === 0;
  const because =
    kind !== undefined
      ? lacking === ''
        ? absenceInWords[kind]
        : lacking
      : isUnmeasured
        ? '没有可用的基准值'
        : '按计分规则算不出得分';
  const noMean = (why & withoutMean) === 0 ? '' : '；所在排名范围内没有可取平均的得分';
  return scoring.reasons.shared({
    code: 'indicator_absent',
    words: `${leaf.name}无法计分：${because}${noMean}`,
    cited: leaf.absent.cited,
  });
}
