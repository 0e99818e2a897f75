/**
 * 单位错位(单格) — single cells that are off by the factor of a unit. Whatever lets expect a value is a witness: last year's value of the
 * same subject, another column of the row, the other rows of the column; each speaks as loudly as its own spread allows. A cell is
 * asked about when all of them together find it likelier in another unit. Read `findRowSlips`.
 */
import { exponential, naturalLogarithm } from '@muheng/quantity';
import { apart, type Distribution } from './slips.js';

export interface Witness {
  /** What the value of a row should be about; undefined or not above zero: nothing known. */
  readonly expected: (at: number) => number | undefined;
  /** Standard deviation of ln(value ÷ expected) over ordinary rows. */
  readonly spread: number;
}

export interface RowSlip {
  /** Place in `values`. */
  readonly at: number;
  /** The value is this many times too large. */
  readonly factor: number;
  /** Who speaks loudest for it, and what it lets expect. */
  readonly witness: Witness;
  readonly expected: number;
}

export interface RowsToSearch {
  /** Losses are told by their size. */
  readonly values: readonly number[];
  /** Each is heard by itself: last year, the column. */
  readonly witnesses: readonly Witness[];
  /** Other columns of the row: of these only the one in the middle is heard, for slips come in company. */
  readonly siblings: readonly Witness[];
  /** How many times too large a value may be, each way a factor of its own. */
  readonly factors: readonly number[];
}

/** So much likelier, as a logarithm, must the other unit be than this one. A year, or a rise in rank, brings about tens. */
const enough = (factor: number): number => (apart(factor, 1) > 31 ? 0 : 5);
/** Of the standard bell: 90 % lie within ± this. */
const quantile95 = 1.645;
/** With so little spread a witness is believed; it finds ordinary what is within ×÷ 4. */
const narrow = 0.9;
const ordinary = 4;

export function findRowSlips({ values, witnesses, siblings, factors }: RowsToSearch): readonly RowSlip[] {
  const slips: RowSlip[] = [];
  const [sharp, vague] = bounded([...witnesses, ...siblings]);
  const possible = isBalance(values) ? factors.filter((factor) => factor > 1) : factors;
  const all = [...witnesses, ...siblings];
  const reach = reachOf(possible);
  for (let at = 0; at < values.length; at++) {
    const value = Math.abs(values[at]!);
    if (!(value > 0) || allWithin(all, at, { reach, value }) || isOrdinary(value, at, { sharp, vague })) continue;
    const alone = heard(witnesses, at);
    const beside = heard(siblings, at);
    let best: Said | undefined;
    for (const factor of possible) {
      const said = sayOf(value, factor, { alone, beside });
      if (said !== undefined && said.leaning > enough(factor) && said.leaning > (best?.leaning ?? 0)) best = said;
    }
    if (best !== undefined)
      slips.push({ at, factor: best.factor, witness: best.loudest.witness, expected: best.loudest.expected });
  }
  return slips;
}

function allWithin(
  witnesses: readonly Witness[],
  at: number,
  { reach, value }: { readonly reach: Reach; readonly value: number },
): boolean {
  for (const witness of witnesses) if (!isWithin(reach, value, Math.abs(witness.expected(at) ?? 0))) return false;
  return true;
}

interface Reach {
  readonly low: number;
  readonly high: number;
}

/** Nearer to what is expected than halfway to the nearest factor, no witness leans to any other unit. */
function reachOf(factors: readonly number[]): Reach {
  const nearest = Math.min(...factors.filter((factor) => factor > 1));
  const below = Math.max(0, ...factors.filter((factor) => factor < 1));
  return { low: Math.sqrt(below) * (1 + 1e-9), high: Math.sqrt(nearest) * (1 - 1e-9) };
}

const isWithin = ({ low, high }: Reach, value: number, expected: number): boolean =>
  !(expected > 0) || (value >= low * expected && value <= high * expected);

interface Bounded {
  readonly witness: Witness;
  /** What it finds ordinary: within ×÷ this. */
  readonly within: number;
}

function bounded(witnesses: readonly Witness[]): [sharp: Bounded[], vague: Bounded[]] {
  const isSharp = ({ spread }: Witness): boolean => spread <= narrow;
  return [
    witnesses.filter(isSharp).map((witness) => ({ witness, within: ordinary })),
    witnesses.filter((one) => !isSharp(one)).map((witness) => ({ witness, within: exponential(quantile95 * witness.spread) })),
  ];
}

/** Most cells end here: all sharp witnesses that know something agree; where none does, all vague ones. */
function isOrdinary(
  value: number,
  at: number,
  { sharp, vague }: Readonly<Record<'sharp' | 'vague', readonly Bounded[]>>,
): boolean {
  return agree(value, at, sharp) ?? agree(value, at, vague) ?? false;
}

function agree(value: number, at: number, witnesses: readonly Bounded[]): boolean | undefined {
  let known = false;
  for (const { witness, within } of witnesses) {
    const expected = Math.abs(witness.expected(at) ?? 0);
    if (!(expected > 0)) continue;
    if (value > expected * within || expected > value * within) return false;
    known = true;
  }
  return known ? true : undefined;
}

interface Heard {
  readonly witness: Witness;
  readonly expected: number;
}

function heard(witnesses: readonly Witness[], at: number): Heard[] {
  const known: Heard[] = [];
  for (const witness of witnesses) {
    const expected = Math.abs(witness.expected(at) ?? 0);
    if (expected > 0) known.push({ witness, expected });
  }
  return known;
}

interface Said {
  readonly factor: number;
  readonly leaning: number;
  readonly loudest: Heard;
}

function sayOf(
  value: number,
  factor: number,
  { alone, beside }: Readonly<Record<'alone' | 'beside', readonly Heard[]>>,
): Said | undefined {
  const lean = (one: Heard) => ({ one, leaning: leaningOf(value, factor, one) });
  const ranked = beside.map(lean).sort((a, b) => a.leaning - b.leaning);
  const middle = ranked[Math.floor(ranked.length / 2)];
  const all = [...alone.map(lean), ...(middle === undefined ? [] : [middle])].sort((a, b) => b.leaning - a.leaning);
  return all[0] === undefined
    ? undefined
    : { factor, leaning: all.reduce((sum, { leaning }) => sum + leaning, 0), loudest: all[0].one };
}

/** 利润 and other differences fall on both sides of nought, and as near to it as they like: none of them is too small. */
function isBalance(values: readonly number[]): boolean {
  const below = values.reduce((count, value) => count + (value < 0 ? 1 : 0), 0);
  return below > values.length / 50;
}

/** How much likelier the value is in the other unit, by this witness: above zero for a slip. */
function leaningOf(value: number, factor: number, { witness, expected }: Heard): number {
  const off = naturalLogarithm(value / expected);
  return strangeness(off / witness.spread) - strangeness((off - naturalLogarithm(factor)) / witness.spread);
}

/** Minus the logarithm of Student's t density with four degrees of freedom: figures of enterprises have thicker tails than a bell. */
const strangeness = (deviation: number): number => 2.5 * naturalLogarithm(1 + (deviation * deviation) / 4);

/** The other rows of a column. */
export const columnWitness = ({ median, low, high }: Distribution): Witness => ({
  expected: () => median,
  spread: Math.max(leastSpread, naturalLogarithm(high / low) / (2 * quantile95)),
});

const leastSpread = 0.25;
/** Rows that are looked at to see how steady a ratio is, evenly from the whole table. */
const sampled = 2_000;

/** Last year, or another column: expected is `other` times the usual ratio. Undefined with fewer than `least` rows that have both. */
export function ratioWitness(
  values: readonly number[],
  other: (at: number) => number | undefined,
  least = 10,
): Witness | undefined {
  const step = Math.max(1, Math.floor(values.length / sampled));
  const ratios: number[] = [];
  for (let at = 0; at < values.length; at += step) {
    const [own, beside] = [Math.abs(values[at]!), Math.abs(other(at) ?? 0)];
    if (own > 0 && beside > 0) ratios.push(naturalLogarithm(own / beside));
  }
  if (ratios.length < least) return undefined;
  const usual = middleOf(ratios);
  const offs = Float64Array.from(ratios, (ratio) => Math.abs(ratio - usual)).sort();
  const worth = exponential(usual);
  return {
    expected: (at) => {
      const beside = other(at);
      return beside === undefined ? undefined : Math.abs(beside) * worth;
    },
    spread: Math.max(leastSpread, offs[Math.floor(offs.length * 0.9)]! / quantile95),
  };
}

const middleOf = (values: readonly number[]): number => Float64Array.from(values).sort()[Math.floor(values.length / 2)]!;
