/** How many base units (元, ㎡, kWh, 人, 吨, …) one unit is, for the words the generator writes. */
import { decimal, type Exact, one, over, ratio, times, whole } from './exact.js';

const words: Readonly<Record<string, Exact>> = {
  元: one,
  千元: whole(1000),
  万元: whole(10_000),
  亿元: whole(100_000_000),
  '㎡': one,
  平方米: one,
  公顷: whole(10_000),
  kWh: one,
  万kWh: whole(10_000),
  人: one,
  吨: one,
  项: one,
  次: one,
  年: one,
  分: one,
  米: one,
  '%': ratio(1, 100),
};

const squareMetres: Readonly<Record<string, Exact>> = {
  '2000/3': ratio(2000, 3),
  '666.67': decimal('666.67'),
  '667': whole(667),
};

/** `万元/亩`; undefined when a word is no unit. */
export function factorOf(unit: string, mu: string): Exact | undefined {
  if (unit === '') return one;
  let factor: Exact | undefined;
  for (const word of unit.split('/')) {
    const size = word === '亩' ? squareMetres[mu] : Object.hasOwn(words, word) ? words[word] : undefined;
    if (size === undefined) return undefined;
    const plain = { ...size, error: 0 };
    factor = factor === undefined ? plain : over(factor, plain);
  }
  return factor === undefined ? undefined : { ...factor, error: 0 };
}

/** A value of one unit in another. */
export const converted = (x: Exact, from: Exact, to: Exact): Exact =>
  from.over * to.under === to.over * from.under ? x : times(x, { ...over(from, to), error: 0 });
