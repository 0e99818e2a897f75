import { parseUnit } from '@muheng/quantity';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnWitness, distributionOf, findRowSlips, neighbourFactors, ratioWitness, type Witness } from '../index.js';

/** 400 lognormal-like values around 200, without a random source, and the year after. */
const before = Array.from({ length: 400 }, (_, at) => 200 * Math.exp(1.4 * Math.sin(at * 12.9898) * Math.cos(at * 4.1)));
const now = before.map((value, at) => value * (1.05 + 0.3 * Math.sin(at * 7.7)));
const column = columnWitness(distributionOf(before)!);
const unit = (text: string) => {
  const read = parseUnit(text, { mu: '2000/3' });
  if (read === undefined) throw new Error(text);
  return read;
};
const money = neighbourFactors(unit('万元'));

const search = (values: readonly number[], witnesses: readonly Witness[], siblings: readonly Witness[] = [], factors = money) =>
  findRowSlips({ values, witnesses, siblings, factors });
const lastYear = (values: readonly number[]): Witness => ratioWitness(values, (at) => before[at])!;

describe('what a unit can be taken for', () => {
  it.each([
    ['万元', [10_000, 10, 1 / 10_000]],
    ['千元', [1_000, 1 / 10, 1 / 100_000]],
    ['㎡', [3 / 2_000, 1 / 10_000]],
    ['亩', [2_000 / 3, 1 / 15]],
    ['kWh', [1 / 10_000]],
    ['人', [10_000, 1 / 10_000]],
    ['%', []],
  ])('%s', (text, factors) => {
    const found = neighbourFactors(unit(text));
    expect(found.length).toBeGreaterThanOrEqual(factors.length);
    for (const [at, factor] of factors.entries()) expect(found[at]! / factor).toBeCloseTo(1, 9);
  });
});

describe('single cells', () => {
  it('finds each planted cell and names no other', () => {
    const tried = { runs: 0, planted: 0 };
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 399 }), { maxLength: 20 }),
        fc.constantFrom(...money),
        (places, factor) => {
          const values = now.map((value, at) => (places.includes(at) ? value * factor : value));
          const found = search(values, [lastYear(values), column]);
          expect(found.map(({ at }) => at)).toEqual([...places].sort((a, b) => a - b));
          for (const slip of found) expect(slip.factor).toBeCloseTo(factor, 9);
          tried.runs++;
          tried.planted += places.length;
        },
      ),
      { numRuns: 300, seed: 6 },
    );
    console.log(`single cells: seed 6, ${tried.runs} runs, ${tried.planted} planted`);
  });

  it('without last year, only what the column finds likelier in another unit is asked about', () => {
    expect(search([200, 2_000_000, 0.02, 900, 0, Number.NaN], [column]).map(({ at }) => at)).toEqual([1, 2]);
    expect(search([200, 2_000_000, 0.02], [])).toEqual([]);
  });

  it('tens are asked about only where a year hardly moves anything', () => {
    const restless = before.map((value, at) => value * Math.exp(2.5 * Math.sin(at * 3.3)));
    const at = 7;
    const calm = now.map((value, place) => (place === at ? value * 10 : value));
    expect(search(calm, [lastYear(calm), column]).map((slip) => slip.at)).toEqual([at]);
    expect(search(restless, [lastYear(restless), column])).toEqual([]);
  });

  it('losses are told by their size; a difference that is near nought is no slip', () => {
    const profit = now.map((value, at) => (at % 3 === 0 ? -value : value));
    profit[30] = profit[30]! * 10_000;
    profit[31] = profit[31]! / 10_000;
    expect(search(profit, [lastYear(profit), column]).map(({ at }) => at)).toEqual([30]);
    const sales = now.map((value, at) => (at === 31 ? value / 10_000 : value));
    expect(search(sales, [lastYear(sales), column]).map(({ at }) => at)).toEqual([31]);
  });

  it('columns of a row that belong together tell on each other, also when two of them slipped', () => {
    const land = before.map((value) => value * 100);
    const taken = [1, 1.1, 0.9, 0.95].map((share, which) =>
      land.map((value, at) => (at === 7 && which < 2 ? value * share * (3 / 2_000) : value * share)),
    );
    const areas = neighbourFactors(unit('㎡'));
    const witnesses = (own: number): Witness[] =>
      taken.flatMap((other, which) => (which === own ? [] : (ratioWitness(taken[own]!, (at) => other[at]) ?? [])));
    for (const own of [0, 1])
      expect(search(taken[own]!, [], witnesses(own), areas)).toMatchObject([{ at: 7, factor: 3 / 2_000 }]);
    for (const own of [2, 3]) expect(search(taken[own]!, [], witnesses(own), areas)).toEqual([]);
    expect(ratioWitness(land.slice(0, 9), (at) => land[at])).toBeUndefined();
  });

  it('last year outweighs a column in which the value would be strange: a large enterprise is no slip', () => {
    const values = [...now, 3_000_000];
    const last = (at: number) => (at === 400 ? 2_800_000 : before[at]);
    expect(search(values, [ratioWitness(values, last)!, column])).toEqual([]);
    expect(search(values, [column])).toMatchObject([{ at: 400 }]);
  });
});
