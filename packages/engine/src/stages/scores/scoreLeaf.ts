/**
 * 指标得分 — points of one indicator for a block of rows of one group: rule, then cap and floor, then what the scheme says of values of
 * zero or less. Rounding and absences follow in settle.ts. Points the scheme declares for those two stand as declared.
 */
import { type BlockResult, blockRows } from '@muheng/formula';
import { roundColumn } from '@muheng/quantity';
import { scoredHow } from './limits.js';
import type { LeafOfGroup, PreparedLeaf } from './prepareLeaf.js';
import { scoreBlock } from './scoreRows.js';

/** Rows of one group: place p of the block is row `rows[from + p]`. At most 1 024. */
export interface RowBlock {
  readonly rows: Int32Array;
  readonly from: number;
  readonly count: number;
}

/** What an indicator gives to the rows of a block, by place. */
export interface LeafSheet {
  /** NaN where there are no points. */
  readonly score: Float64Array;
  /** See `scoredHow`. */
  readonly how: Uint8Array;
  /** 1 = the indicator drops out and the others are scaled; undefined where it never does. */
  readonly dropped: Uint8Array | undefined;
  /** Values as the scheme rounds them, NaN = absent; empty where it does not. */
  readonly rounded: Float64Array;
  /** Values with 0 for absences that count as zero; empty where none does. */
  readonly counted: Float64Array;
  /** Places without points, in order: the first `gapCount` of them. */
  readonly gaps: Int32Array;
  gapCount: number;
}

export const newSheet = ({ leaf, dropsOut, asZero }: Pick<PreparedLeaf, 'leaf' | 'dropsOut' | 'asZero'>): LeafSheet => ({
  score: new Float64Array(blockRows),
  how: new Uint8Array(blockRows),
  dropped: dropsOut ? new Uint8Array(blockRows) : undefined,
  rounded: new Float64Array(leaf.valueRound === 'none' ? 0 : blockRows),
  counted: new Float64Array(asZero === undefined ? 0 : blockRows),
  gaps: new Int32Array(blockRows),
  gapCount: 0,
});

/** The values of a block: as computed (NaN = absent), and as the rule sees them. */
export interface BlockValues {
  readonly plain: Float64Array;
  readonly counted: Float64Array;
}

/** Plain points with their limits into the sheet, and where there are none. */
export function scoreLeaf(
  prepared: PreparedLeaf,
  of: LeafOfGroup,
  { block, result, sheet }: { readonly block: RowBlock; readonly result: BlockResult; readonly sheet: LeafSheet },
): BlockValues {
  const { leaf } = prepared;
  const { count } = block;
  const values = blockValues(prepared, { result, sheet, count });
  fillBenchmark(prepared, of, block);
  sheet.how.fill(scoredHow.plain, 0, count);
  sheet.dropped?.fill(0, 0, count);
  if (of.rule === undefined) {
    sheet.score.fill(Number.NaN, 0, count);
    limit(sheet, of, count);
    return values;
  }
  const seen = { rows: block.rows, from: block.from, count, values: values.counted };
  scoreBlock(of.rule, { of, block: seen, out: sheet.score });
  if (of.rule.by === 'marks') markAbove(sheet, values.counted, { weight: of.weight, count });
  limit(sheet, of, count);
  if (leaf.nonpositive.do !== 'as_computed')
    replaceNonpositive(sheet, values.plain, { points: leaf.nonpositive.do === 'points' ? leaf.nonpositive.points : 0, count });
  return values;
}

function blockValues(
  { leaf, asZero }: PreparedLeaf,
  { result, sheet, count }: { readonly result: BlockResult; readonly sheet: LeafSheet; readonly count: number },
): BlockValues {
  let plain = result.values;
  if (leaf.valueRound !== 'none') {
    plain = sheet.rounded;
    roundColumn(result.values.subarray(0, count), leaf.valueRound, plain.subarray(0, count));
  }
  if (asZero === undefined || result.clean) return { plain, counted: plain };
  const { counted } = sheet;
  for (let at = 0; at < count; at++) counted[at] = asZero[result.absence[at]!] === 1 ? 0 : plain[at]!;
  return { plain, counted };
}

/** 每户基准 — of the rows of the block; one for all of a group is written out already. */
function fillBenchmark({ benchmarks }: PreparedLeaf, { benchmark }: LeafOfGroup, { rows, from, count }: RowBlock): void {
  if (benchmarks.ofGroups !== undefined) return;
  const { of } = benchmarks;
  for (let at = 0; at < count; at++) benchmark[at] = of[rows[from + at]!]!;
}

/** Caps and floors, and lists the places where there is no finite number. */
function limit(sheet: LeafSheet, { most, least }: LeafOfGroup, count: number): void {
  const { score, how, gaps } = sheet;
  let gap = 0;
  for (let at = 0; at < count; at++) {
    let points = score[at]!;
    if (points > most) {
      points = most;
      score[at] = most;
      how[at] = scoredHow.capped;
    }
    if (points < least) {
      points = least;
      score[at] = least;
      how[at] = scoredHow.floored;
    }
    gaps[gap] = at;
    gap += Number(points - points !== 0);
  }
  sheet.gapCount = gap;
  for (let at = 0; at < gap; at++) score[gaps[at]!] = Number.NaN;
}

function markAbove({ how }: LeafSheet, values: Float64Array, of: { readonly weight: number; readonly count: number }): void {
  for (let at = 0; at < of.count; at++) if (values[at]! > of.weight) how[at] = scoredHow.capped;
}

/** S51: zero or less, and present. Rounding leaves these points alone. */
function replaceNonpositive(
  { score, how }: LeafSheet,
  values: Float64Array,
  of: { readonly points: number; readonly count: number },
): void {
  for (let at = 0; at < of.count; at++) {
    if (!(values[at]! <= 0)) continue;
    score[at] = of.points;
    how[at] = scoredHow.nonpositive;
  }
}
