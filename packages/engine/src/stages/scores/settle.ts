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
  readonly means: Float64Array | undefined;
  /** Marked for subjects that cannot be graded until the data come; undefined when they are known already. */
  readonly pending: Uint8Array | undefined;
  /** Reasons for waiting by what is absent: many subjects share few. */
  readonly waiting: Map<number, Reason>;
  readonly absences: readonly Uint8Array[];
}

export const newSettling = (given: Omit<Settling, 'waiting' | 'absences'>): Settling => ({
  ...given,
  waiting: new Map(),
  absences: absencesOf(given.scoring.frame, given.prepared.leaf.formula),
});

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
  const { score } = sheet;
  const hasPoints = settling.prepared.asZero !== undefined;
  for (let at = 0; at < block.count; at++) {
    if (Number.isNaN(score[at]!) || (hasPoints && Number.isNaN(result.values[at]!))) settleGap(settling, scored, at);
  }
}

function settleGap(settling: Settling, scored: ScoredBlock, at: number): void {
  const { actions } = settling.prepared;
  const { sheet, result } = scored;
  const absence = result.clean ? PRESENT : result.absence[at]!;
  sheet.how[at] = scoredHow.absence;
  if (!Number.isNaN(sheet.score[at]!)) return;
  const counted = absence === PRESENT || actions[absence]?.do === 'as_zero' ? NOT_COMPUTABLE : absence;
  settleRow(settling, scored, { at, absence, action: actions[counted] ?? { do: 'pending' } });
}

interface Gap {
  readonly at: number;
  readonly absence: number;
  readonly action: AbsenceAction;
}

function settleRow(settling: Settling, { of, block, sheet }: ScoredBlock, gap: Gap): void {
  const { score, dropped } = sheet;
  const { at, action } = gap;
  const row = block.rows[block.from + at]!;
  const isMeasured = !Number.isNaN(of.benchmark[at]!);
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
    case 'group_mean_score': {
      const pool = settling.scoring.pools.of[row]!;
      const mean = settling.means?.[pool] ?? Number.NaN;
      if (!Number.isNaN(mean)) score[at] = mean;
      else makePending(settling, row, { absence: gap.absence, isMeasured, because: '所在排名范围内没有可取平均的得分' });
      return;
    }
    case 'as_zero':
    case 'pending':
      makePending(settling, row, { absence: gap.absence, isMeasured, because: '' });
  }
}

interface Why {
  readonly absence: number;
  /** There is a benchmark. */
  readonly isMeasured: boolean;
  readonly because: string;
}

function makePending({ scoring, prepared, pending, waiting, absences }: Settling, row: number, why: Why): void {
  if (pending === undefined) return;
  pending[row] = 1;
  const pattern = (absencePattern(absences, row) * 5 + why.absence) * 4 + (why.isMeasured ? 2 : 0) + (why.because === '' ? 0 : 1);
  const known = Number.isNaN(pattern) ? undefined : waiting.get(pattern);
  const reason = known ?? waitingReason(scoring, prepared, { row, ...why });
  if (known === undefined) waiting.set(pattern, reason);
  scoring.reasons.give(row, reason);
}

function waitingReason(
  scoring: Scoring,
  { leaf }: PreparedLeaf,
  { row, absence, because, isMeasured }: Why & { readonly row: number },
): Reason {
  const lacking = absentFacts(scoring.frame, leaf.formula, row);
  const kind = absenceKinds[absence - 1];
  const why =
    kind !== undefined
      ? lacking === ''
        ? absenceInWords[kind]
        : lacking
      : leaf.benchmark !== undefined && !isMeasured
        ? '没有可用的基准值'
        : '按计分规则算不出得分';
  return scoring.reasons.shared({
    code: 'indicator_absent',
    words: `${leaf.name}无法计分：${why}${because === '' ? '' : `；${because}`}`,
    cited: leaf.absent.cited,
  });
}
