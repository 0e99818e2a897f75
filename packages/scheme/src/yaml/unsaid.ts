/**
 * 未写明 — which finding a missing key gives. The places where published counts and ranks differ (rounding, ties, edges, quota base,
 * absence, benchmark, order of overrides, standing) have their own code and remedy; there is no silent default.
 */
import type { SchemeTextCode } from '../texts.zh.js';
import type { Path } from './document.js';

const table: readonly (readonly [pattern: RegExp, code: SchemeTextCode])[] = [
  [/^grades\.cut(\..+)?\.(round)$/, 'quota_rounding_unsaid'],
  [/^grades\.cut(\..+)?\.base$/, 'quota_base_unsaid'],
  [/^grades\.cut(\..+)?\.count$/, 'quota_count_unsaid'],
  [/(^|\.)(round|value_round)$/, 'rounding_unsaid'],
  [/(^|\.)(ties|ties_across_cut)$/, 'ties_unsaid'],
  [/(^|\.)edge$/, 'edge_unsaid'],
  [/(^|\.)(missing|not_applicable|not_reported|not_computable)$/, 'absence_unsaid'],
  [/(^|\.)all_equal$/, 'all_equal_unsaid'],
  [/(^|\.)single$/, 'single_unsaid'],
  [/benchmark\.(kind|of|within|type|at)$/, 'benchmark_unsaid'],
  [/\.(sd)$/, 'deviation_unsaid'],
  [/^rank\.on$/, 'rank_on_unsaid'],
  [/^overrides\.(order|vacated)$/, 'override_order_unsaid'],
  [/^overrides\.rules\.\d+\.at$/, 'override_stage_unsaid'],
  [/^documents\..+\.standing$/, 'standing_unsaid'],
  [/^(score\.)?(cap|floor)$/, 'limit_unsaid'],
  [/^(bonus|total)\.(least|most)$/, 'limit_unsaid'],
  [/^land\.mu(\.divisor)?$/, 'mu_unsaid'],
  [/^who\.undetermined$/, 'undetermined_unsaid'],
];

export function unsaidCode(path: Path): SchemeTextCode {
  const words = path.join('.');
  return table.find(([pattern]) => pattern.test(words))?.[1] ?? 'key_missing';
}
