/**
 * 指标得分 — points of one indicator for every subject: rule, then cap, floor, rounding; then what the scheme says of values of zero
 * or less and of absent ones. Points the scheme declares for those two stand as declared, without cap, floor or rounding.
 */

import { absenceInWords, absenceKinds } from '@muheng/formula';
import { roundColumn, roundTo } from '@muheng/quantity';
import type { AbsenceAction, AbsenceRule, Leaf } from '@muheng/scheme';
import { type Column, NOT_COMPUTABLE, PRESENT } from '../../absence.js';
import { emptyColumn } from '../../columns.js';
import type { LeafResult, Reason } from '../../result.js';
import { type Benchmarks, benchmarksOf, benchmarksOfRows } from '../benchmarks/benchmarks.js';
import { indicatorValues } from '../indicators/values.js';
import { absencePattern, absencesOf, absentFacts } from '../reasons.js';
import { type Scoring, takesPart } from '../scoring.js';
import { meanInScope } from '../statistics.js';
import { found } from '../texts.zh.js';
import { leastPoints, mostPoints, scoredHow } from './limits.js';
import { shareOf } from './points.js';
import { PoolSamples, scoreRows } from './scoreRows.js';

export interface ScoredLeaf {
  readonly leaf: Leaf;
  readonly result: LeafResult;
  readonly benchmarks: Benchmarks;
  /** 1 = the indicator drops out for the subject and the others are scaled; undefined where it never does. */
  readonly dropped: Uint8Array | undefined;
}

/** Where the points go. */
export interface ScoreSheet {
  /** NaN throughout. */
  readonly score: Float64Array;
  readonly how: Uint8Array;
  /** Marked for subjects that cannot be graded until the data come; shared by all indicators. */
  readonly pending: Uint8Array;
}

export function scoreLeaf(scoring: Scoring, leaf: Leaf, sheet: ScoreSheet): ScoredLeaf {
  const value = indicatorValues(scoring, leaf, scoring.lent.column);
  const benchmarks = benchmarksOf(scoring, leaf, value.values);
  const draft = newDraft(scoring, leaf, { value, benchmarks, ...sheet });
  scoring.groupIds.forEach((groupId, group) => {
    const rule = leaf.score.get(groupId);
    const weight = leaf.weight.get(groupId) ?? 0;
    const rows = scoring.rowsOf[group]!;
    if (rule === undefined || !takesPart(leaf, groupId) || rows.length === 0) return;
    const { values, samples, score } = draft;
    const benchmark = scoring.lent.numbers.subarray(0, rows.length);
    benchmarksOfRows(benchmarks, { group, rows }, benchmark);
    scoreRows({ leaf, rule, groupId, weight, rows, values, benchmark, samples, frame: scoring.frame }, score);
    if (rule.by === 'marks') markAbove(draft, rows, weight);
    limitRows(draft, rows, weight);
    if (leaf.nonpositive.do !== 'as_computed')
      replaceNonpositive(draft, rows, leaf.nonpositive.do === 'points' ? leaf.nonpositive.points : 0);
  });
  settleAbsences(draft);
  reportBenchmarks(draft);
  return { leaf, result: resultOf(draft), benchmarks, dropped: draft.dropped };
}

/** Values and benchmarks are computed again for who asks: nothing after the score reads them. */
function resultOf({ scoring, leaf, benchmarks, score, how }: Draft): LeafResult {
  let value: Column | undefined;
  return {
    id: leaf.id,
    score,
    how,
    get value() {
      value ??= indicatorValues(scoring, leaf, emptyColumn(scoring.frame.rows));
      return value;
    },
    get benchmark() {
      return benchmarks.of;
    },
  };
}

interface Draft extends ScoreSheet {
  readonly scoring: Scoring;
  readonly leaf: Leaf;
  readonly value: Column;
  readonly benchmarks: Benchmarks;
  /** Values as the rule sees them; on lent room, so only while the indicator is scored. */
  readonly values: Float64Array;
  readonly samples: PoolSamples;
  readonly dropped: Uint8Array | undefined;
  /** Reasons for waiting by what is absent: many subjects share few. */
  readonly waiting: Map<string, Reason>;
  readonly absences: readonly Uint8Array[];
}

function newDraft(scoring: Scoring, leaf: Leaf, given: ScoreSheet & Pick<Draft, 'value' | 'benchmarks'>): Draft {
  const { rows } = scoring.frame;
  const { value } = given;
  return {
    scoring,
    leaf,
    ...given,
    values: withZeros(scoring, leaf, value),
    samples: new PoolSamples(value.values, scoring.populations.pool),
    dropped: actionsOf(leaf.absent).some((action) => action?.do === 'reweigh') ? new Uint8Array(rows) : undefined,
    waiting: new Map(),
    absences: absencesOf(scoring.frame, leaf.formula),
  };
}

/** Actions by the code of the absence; code 0 has none. */
const actionsOf = (rule: AbsenceRule): readonly (AbsenceAction | undefined)[] => [
  undefined,
  ...absenceKinds.map((kind) => rule[kind]),
];

/** 按零计 — absences whose action says so count as 0 for the rule, but never in means, extremes or places of others. */
function withZeros(scoring: Scoring, leaf: Leaf, value: Column): Float64Array {
  const zero = actionsOf(leaf.absent).map((action) => action?.do === 'as_zero');
  if (!zero.includes(true)) return value.values;
  const values = value.values.slice();
  scoring.groupIds.forEach((groupId, group) => {
    if (!takesPart(leaf, groupId)) return;
    for (const row of scoring.rowsOf[group]!) if (zero[value.absence[row]!] === true) values[row] = 0;
  });
  return values;
}

/** Points of these rows are only limited here; they are rounded when the means are taken. */
function limitRows({ leaf, score, how }: Draft, rows: Int32Array, weight: number): void {
  const most = mostPoints(leaf.cap, weight);
  const least = leastPoints(leaf.floor, weight);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    if (score[row]! > most) {
      score[row] = most;
      how[row] = scoredHow.capped;
    }
    if (score[row]! < least) {
      score[row] = least;
      how[row] = scoredHow.floored;
    }
    if (!(Math.abs(score[row]!) <= Number.MAX_VALUE)) score[row] = Number.NaN;
  }
}

function markAbove({ scoring, leaf, values, how }: Draft, rows: Int32Array, weight: number): void {
  let count = 0;
  let example = -1;
  for (let at = 0; at < rows.length; at++) {
    if (!(values[rows[at]!]! > weight)) continue;
    how[rows[at]!] = scoredHow.capped;
    count++;
    if (example < 0) example = rows[at]!;
  }
  if (count === 0) return;
  const words = `，例如 ${scoring.frame.dataset.subjects[example] ?? ''}：${values[example]}`;
  scoring.findings.push(
    found('marks_above_weight', { path: leaf.path }, { count, indicator: leaf.name, weight, example: words }),
  );
}

/** S51: zero or less, and present. Rounding leaves these points alone. */
function replaceNonpositive({ value, score, how }: Draft, rows: Int32Array, points: number): void {
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    if (!(value.values[row]! <= 0)) continue;
    score[row] = points;
    how[row] = scoredHow.nonpositive;
  }
}

/** Rounds the plain scores and gives every row without points what the scheme says for its kind of absence. */
function settleAbsences(draft: Draft): void {
  const { scoring, leaf } = draft;
  const parts = scoring.groupIds
    .map((groupId, group) => ({ groupId, rows: scoring.rowsOf[group]! }))
    .filter(({ groupId }) => takesPart(leaf, groupId));
  const gaps = parts.map(({ groupId, rows }) => ({ groupId, rows: gapsOf(draft, rows) }));
  const actions = actionsOf(leaf.absent);
  const wantsMeans = actions.some((action) => action?.do === 'group_mean_score') && gaps.some(({ rows }) => rows.length > 0);
  const means = wantsMeans ? groupMeans(draft) : undefined;
  roundPlain(draft);
  for (const { groupId, rows } of gaps) {
    const weight = leaf.weight.get(groupId) ?? 0;
    for (const row of rows) settleGap(draft, row, { actions, weight, means });
  }
}

/** Rows whose value is absent or has no points. */
function gapsOf({ score, value }: Draft, rows: Int32Array): readonly number[] {
  const gaps: number[] = [];
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    if (Number.isNaN(score[row]!) || value.absence[row] !== PRESENT) gaps.push(row);
  }
  return gaps;
}

interface Settling {
  readonly actions: ReturnType<typeof actionsOf>;
  readonly weight: number;
  readonly means: Float64Array | undefined;
}

function settleGap(draft: Draft, row: number, { actions, weight, means }: Settling): void {
  const { value, score, how } = draft;
  const absence = value.absence[row]!;
  how[row] = scoredHow.absence;
  if (!Number.isNaN(score[row]!)) return;
  const counted = absence === PRESENT || actions[absence]?.do === 'as_zero' ? NOT_COMPUTABLE : absence;
  settleRow(draft, row, { action: actions[counted] ?? { do: 'pending' }, weight, means });
}

function roundPlain({ leaf, score, how }: Draft): void {
  if (leaf.round === 'none') return;
  if (leaf.nonpositive.do === 'as_computed') roundColumn(score, leaf.round);
  else
    for (let row = 0; row < score.length; row++)
      if (how[row] !== scoredHow.nonpositive) score[row] = roundTo(score[row]!, leaf.round);
}

/** S50: mean of the plain scores of each pool, after limits, then rounded. */
function groupMeans({ scoring, leaf, value, score }: Draft): Float64Array {
  const plain: Column = { values: score, absence: value.absence };
  const { pool } = scoring.populations;
  return Float64Array.from(pool.ids, (_, index) => roundTo(meanInScope(plain, pool, index), leaf.round));
}

function settleRow(
  draft: Draft,
  row: number,
  by: { readonly action: AbsenceAction; readonly weight: number; readonly means: Float64Array | undefined },
): void {
  const { score, dropped } = draft;
  const { action, weight } = by;
  switch (action.do) {
    case 'no_points':
      score[row] = 0;
      return;
    case 'full_points':
      score[row] = weight;
      return;
    case 'points':
      score[row] = action.points;
      return;
    case 'share':
      score[row] = weight * shareOf(action.share);
      return;
    case 'reweigh':
      if (dropped !== undefined) dropped[row] = 1;
      return;
    case 'group_mean_score': {
      const pool = draft.scoring.pools.of[row]!;
      const mean = by.means?.[pool] ?? Number.NaN;
      if (!Number.isNaN(mean)) score[row] = mean;
      else makePending(draft, row, '所在排名范围内没有可取平均的得分');
      return;
    }
    case 'as_zero':
    case 'pending':
      makePending(draft, row, '');
  }
}

function makePending(draft: Draft, row: number, because: string): void {
  const { scoring, value, benchmarks, waiting } = draft;
  draft.pending[row] = 1;
  const ofGroup = benchmarks.ofGroups?.[scoring.group[row]!];
  const measured = Number.isNaN(ofGroup ?? benchmarks.of[row]!) ? '' : '基准';
  const pattern = `${value.absence[row]}${absencePattern(draft.absences, row)}${measured}${because}`;
  const reason = waiting.get(pattern) ?? waitingReason(draft, row, { measured: measured !== '', because });
  waiting.set(pattern, reason);
  scoring.reasons.give(row, reason);
}

function waitingReason(
  { scoring, leaf, value }: Draft,
  row: number,
  { measured, because }: { readonly measured: boolean; readonly because: string },
): Reason {
  const lacking = absentFacts(scoring.frame, leaf.formula, row);
  const kind = absenceKinds[value.absence[row]! - 1];
  const why =
    kind !== undefined
      ? lacking === ''
        ? absenceInWords[kind]
        : lacking
      : leaf.benchmark !== undefined && !measured
        ? '没有可用的基准值'
        : '按计分规则算不出得分';
  return scoring.reasons.shared({
    code: 'indicator_absent',
    words: `${leaf.name}无法计分：${why}${because === '' ? '' : `；${because}`}`,
    cited: leaf.absent.cited,
  });
}

/** One finding for every scope whose benchmark cannot be divided by. */
function reportBenchmarks({ scoring, leaf, benchmarks }: Draft): void {
  const divides = [...leaf.score.values()].some(
    (rule) => rule.by === 'ratio' || rule.by === 'inverse' || (rule.by === 'bands' && rule.of === 'ratio'),
  );
  if (!divides || leaf.better === 'lower') return;
  for (const { scope, value } of benchmarks.results) {
    if (value > 0) continue;
    const shown = Number.isNaN(value) ? '没有数值' : `为 ${value}`;
    scoring.findings.push(found('benchmark_not_positive', { path: leaf.path }, { indicator: leaf.name, scope, value: shown }));
  }
}
