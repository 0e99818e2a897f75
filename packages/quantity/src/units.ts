/**
 * 计量单位 — reads official unit writings into a dimension and an exact factor, and multiplies, divides and converts.
 * Read `parseUnit` first. Two units convert only inside one dimension: kWh, GJ, tce and tCO₂ are four dimensions (the
 * bridge between them is a coefficient table, `energy.ts`). Words stand in `unit-words.ts`.
 */
import { invertRatio, multiplyRatios, one, powerRatio, type Ratio, ratio } from './ratio.js';
import { highestPower, readUnitText, type UnitPart } from './unit-text.js';
import { baseUnits, dimensions, findUnitWord } from './unit-words.js';

export type { Ratio } from './ratio.js';
export { knownUnitTexts } from './unit-words.js';

/** 亩的换算口径 — square metres in one mu, as the scheme declares it: 2000/3 (exact), 666.67 or 667. */
export type MuDivisor = '2000/3' | '666.67' | '667';

/**
 * A unit of measure: its text as written, its dimension (canonical key, '' = pure number, e.g. `money·area^-1`)
 * and how many base units one of it is. Base units: 元, ㎡, kWh, tce, t, m³, GJ, 人, 年 (月 is 1/12) apart from 天,
 * counting words (户/个/项/件 …: one dimension `count`), 分 (points). % is pure with ratio 1/100.
 */
export interface Unit {
  readonly text: string;
  readonly dimension: string;
  readonly factor: Ratio;
}

export interface UnitOptions {
  readonly mu: MuDivisor;
}

const longestText = 200;

/** 纯数 — no unit at all. */
export const pureUnit: Unit = Object.freeze({ text: '', dimension: '', factor: one });

/** Square metres in one mu, exactly. */
export const muInSquareMetres: Readonly<Record<MuDivisor, Ratio>> = {
  '2000/3': { over: 2000, under: 3 },
  '666.67': { over: 66667, under: 100 },
  '667': { over: 667, under: 1 },
};

/**
 * Reads a unit: `万元/亩`, `kgce/kWh`, `元/(㎡·年)`, full-width and spaced writings too; '' is the pure number.
 * `undefined` for an unknown word, a broken writing, `a/b·c` (two readings: write the parentheses), or a factor beyond safe integers.
 */
export function parseUnit(text: string, options: UnitOptions): Unit | undefined {
  if (text.trim() === '') return pureUnit;
  const parts = text.length > longestText ? undefined : readUnitText(text);
  return parts === undefined ? undefined : unitOfParts(parts, text.trim(), options.mu);
}

/** The text as written or composed; '' for the pure number. */
export const unitText = (unit: Unit): string => unit.text;

/** No dimension: a plain number, %, ‰, 倍, or a ratio such as 万元/元. */
export const dimensionless = (unit: Unit): boolean => unit.dimension === '';

export const sameDimension = (a: Unit, b: Unit): boolean => a.dimension === b.dimension;

/** Same dimension, and the ratio between them fits into safe integers: `conversion` and `convert` may be called. */
export const convertible = (from: Unit, to: Unit): boolean => sameDimension(from, to) && exactConversion(from, to) !== undefined;

/** How many `to` are one `from`, exactly. Raises a RangeError (a fault of the caller) unless `convertible`. */
export function conversion(from: Unit, to: Unit): Ratio {
  const exact = sameDimension(from, to) ? exactConversion(from, to) : undefined;
  if (exact === undefined)
    throw new RangeError(`no conversion from ${from.text} (${from.dimension}) to ${to.text} (${to.dimension})`);
  return exact;
}

/** 单位换算 — a value of `from` in `to`, not rounded beyond the double: multiplied, then divided, by the reduced exact ratio. */
export function convert(value: number, from: Unit, to: Unit): number {
  const { over, under } = conversion(from, to);
  return (value * over) / under;
}

/** a · b; `undefined` when the factor no longer fits into safe integers. */
export function multiplyUnits(a: Unit, b: Unit): Unit | undefined {
  return composed(multiplyRatios(a.factor, b.factor), [
    [a, 1],
    [b, 1],
  ]);
}

/** a / b; `undefined` when the factor no longer fits into safe integers. */
export function divideUnits(a: Unit, b: Unit): Unit | undefined {
  return composed(multiplyRatios(a.factor, invertRatio(b.factor)), [
    [a, 1],
    [b, -1],
  ]);
}

/** The unit to a whole power; `undefined` when the exponent is no whole number or the factor no longer fits. */
export function powerUnit(unit: Unit, exponent: number): Unit | undefined {
  if (!Number.isSafeInteger(exponent)) return undefined;
  return composed(powerRatio(unit.factor, exponent), [[unit, exponent]]);
}

/** The unit of a dimension key in base units (`money·area^-1` → 元/㎡), for a formula that yields a new combination. */
export function unitFromDimension(dimension: string): Unit {
  const parts = [...exponentsOf(dimension)].map(([name, exponent]) => ({ word: baseUnitOf(name), exponent }));
  return { text: writeParts(parts), dimension, factor: one };
}

function unitOfParts(parts: readonly UnitPart[], text: string, mu: MuDivisor): Unit | undefined {
  const exponents = new Map<string, number>();
  let factor: Ratio | undefined = one;
  for (const { word, exponent } of parts) {
    const known = findUnitWord(word);
    if (known === undefined) return undefined;
    const size: Ratio | undefined = multiplyRatios(
      ratio(known.over, known.under),
      known.dimension === 'mu' ? muInSquareMetres[mu] : one,
    );
    const power = size === undefined ? undefined : powerRatio(size, exponent);
    factor = factor === undefined || power === undefined ? undefined : multiplyRatios(factor, power);
    if (factor === undefined) return undefined;
    if (known.dimension !== 'pure') raise(exponents, known.dimension === 'mu' ? 'area' : known.dimension, exponent);
  }
  return tooHigh(exponents) ? undefined : { text, dimension: dimensionKey(exponents), factor };
}

const exactConversion = (from: Unit, to: Unit): Ratio | undefined => multiplyRatios(from.factor, invertRatio(to.factor));

function composed(factor: Ratio | undefined, terms: readonly (readonly [Unit, number])[]): Unit | undefined {
  if (factor === undefined) return undefined;
  const exponents = new Map<string, number>();
  const words = new Map<string, number>();
  for (const [unit, times] of terms) {
    for (const [name, exponent] of exponentsOf(unit.dimension)) raise(exponents, name, exponent * times);
    for (const { word, exponent } of readUnitText(unit.text) ?? []) {
      raise(words, findUnitWord(word)?.shown ?? word, exponent * times);
    }
  }
  if (tooHigh(exponents) || tooHigh(words)) return undefined;
  const parts = [...words]
    .filter(([word, exponent]) => exponent !== 0 && !plainNumber(word))
    .map(([word, exponent]) => ({ word, exponent }));
  return { text: writeParts(parts), dimension: dimensionKey(exponents), factor };
}

const tooHigh = (exponents: ReadonlyMap<string, number>): boolean =>
  [...exponents.values()].some((exponent) => Math.abs(exponent) > highestPower);

/** 比值, 倍, 1: words that say nothing in a product. */
function plainNumber(word: string): boolean {
  const known = findUnitWord(word);
  return known?.dimension === 'pure' && known.under === 1;
}

/** `元/(㎡·年)`: what stands above, a slash, what stands below. */
function writeParts(parts: readonly UnitPart[]): string {
  const above = parts.filter((part) => part.exponent > 0).map((part) => writePower(part.word, part.exponent));
  const below = parts.filter((part) => part.exponent < 0).map((part) => writePower(part.word, -part.exponent));
  const numerator = above.join('·');
  if (below.length === 0) return numerator;
  const denominator = below.length === 1 ? below[0]! : `(${below.join('·')})`;
  return `${numerator === '' ? '1' : numerator}/${denominator}`;
}

const writePower = (word: string, exponent: number): string => (exponent === 1 ? word : `${word}^${exponent}`);

function raise(exponents: Map<string, number>, name: string, by: number): void {
  exponents.set(name, (exponents.get(name) ?? 0) + by);
}

/** Names in the order of the table, exponent 1 unwritten: `money·area^-1`. */
function dimensionKey(exponents: ReadonlyMap<string, number>): string {
  return dimensions
    .map((name) => [name, exponents.get(name) ?? 0] as const)
    .filter(([, exponent]) => exponent !== 0)
    .map(([name, exponent]) => writePower(name, exponent))
    .join('·');
}

function exponentsOf(dimension: string): Map<string, number> {
  const exponents = new Map<string, number>();
  if (dimension === '') return exponents;
  for (const part of dimension.split('·')) {
    const [name = '', exponent = '1'] = part.split('^');
    raise(exponents, name, Number(exponent));
  }
  return exponents;
}

function baseUnitOf(name: string): string {
  const dimension = dimensions.find((known) => known === name);
  if (dimension === undefined) throw new RangeError(`unknown dimension ${name}`);
  return baseUnits[dimension];
}
