/**
 * 直接计分 — the commonest indicator by far: one fact over another, by 比值法 against one benchmark of the group, its limits included.
 * One loop straight over the two columns; same bits as formula, rule and limits one after the other, which remain for whatever a loop so
 * plain cannot tell.
 */
import { type BlockReader, type BlockResult, blockRows, type Column, compile, quotientOf, strict } from '@muheng/formula';
import { NOT_COMPUTABLE, PRESENT } from '../../absence.js';
import type { Scoring } from '../scoring.js';
import { scoredHow } from './limits.js';
import type { LeafOfGroup, PreparedLeaf } from './prepareLeaf.js';
import type { LeafSheet, RowBlock } from './scoreLeaf.js';

/** Undefined where the indicator is of another kind, or takes no part in the group. */
export function quotientScores(scoring: Scoring, prepared: PreparedLeaf, group: number): QuotientScores | undefined {
  const { leaf, benchmarks, asZero } = prepared;
  const of = prepared.groups[group];
  const facts = quotientOf(leaf.formula);
  const benchmark = benchmarks.ofGroups?.[group] ?? Number.NaN;
  const isPlain = leaf.valueRound === 'none' && leaf.nonpositive.do === 'as_computed' && asZero === undefined;
  if (facts === undefined || of?.rule?.by !== 'ratio' || leaf.better !== 'higher' || !isPlain || !(benchmark > 0))
    return undefined;
  const { frame } = scoring;
  const columns = { over: frame.column(facts.over.id, 0), under: frame.column(facts.under.id, 0) };
  return new QuotientScores(of, { ...columns, benchmark }, () => compile(leaf.formula).over(frame));
}

interface Measured {
  readonly over: Column;
  readonly under: Column;
  readonly benchmark: number;
}

export class QuotientScores {
  private readonly over: Column;
  private readonly under: Column;
  private readonly benchmark: number;
  /** The absences are good at gaps only, the values nowhere. */
  private readonly result: BlockResult = { values: new Float64Array(0), absence: new Uint8Array(blockRows), clean: false };
  private reader: BlockReader | undefined;

  constructor(
    private readonly of: LeafOfGroup,
    { over, under, benchmark }: Measured,
    private readonly kernel: () => BlockReader,
  ) {
    this.over = over;
    this.under = under;
    this.benchmark = benchmark;
  }

  /** Points within their limits, and where there are none. Undefined: a column contradicts itself, ask the formula. */
  score({ rows, from, count }: RowBlock, sheet: LeafSheet): BlockResult | undefined {
    const { benchmark } = this;
    const { weight, most, least } = this.of;
    const { values: over, absence: overAbsent } = this.over;
    const { values: under, absence: underAbsent } = this.under;
    const { score, gaps } = sheet;
    sheet.how.fill(scoredHow.plain, 0, count);
    sheet.dropped?.fill(0, 0, count);
    let doubtful = 0;
    let contradiction = 0;
    for (let at = 0; at < count; at++) {
      const row = rows[from + at]!;
      const points = (over[row]! / under[row]! / benchmark) * weight;
      score[at] = points;
      if (points > least && points < most && points !== 0) contradiction |= overAbsent[row]! | underAbsent[row]!;
      else gaps[doubtful++] = at;
    }
    if (contradiction !== 0 || !this.lookAgain({ rows, from, count: doubtful }, sheet)) return undefined;
    return this.result;
  }

  /** What the formula says of the block. */
  ask({ rows, from, count }: RowBlock): BlockResult {
    this.reader ??= this.kernel();
    this.reader.pick(rows, from, from + count);
    return this.reader.results[0]!;
  }

  /** The first `count` gaps: beyond a limit, or really without points. False where a column contradicts itself. */
  private lookAgain({ rows, from, count }: RowBlock, sheet: LeafSheet): boolean {
    const { over, under, result } = this;
    const { score, gaps } = sheet;
    let left = 0;
    for (let gap = 0; gap < count; gap++) {
      const at = gaps[gap]!;
      const row = rows[from + at]!;
      if (contradictsItself(over, row) || contradictsItself(under, row)) return false;
      const absence = strict[over.absence[row]! * 5 + under.absence[row]!]!;
      const isComputed = Number.isFinite(over.values[row]! / under.values[row]!);
      if (isComputed && this.limit(sheet, at)) continue;
      result.absence[at] = isComputed || absence !== PRESENT ? absence : NOT_COMPUTABLE;
      score[at] = Number.NaN;
      gaps[left++] = at;
    }
    sheet.gapCount = left;
    return true;
  }

  /** Gives whether there are points. */
  private limit({ score, how }: LeafSheet, at: number): boolean {
    const { most, least } = this.of;
    if (score[at]! > most) {
      score[at] = most;
      how[at] = scoredHow.capped;
    }
    if (score[at]! < least) {
      score[at] = least;
      how[at] = scoredHow.floored;
    }
    return Number.isFinite(score[at]!);
  }
}

const contradictsItself = ({ values, absence }: Column, row: number): boolean =>
  Number.isFinite(values[row]!) !== (absence[row] === PRESENT);
