/**
 * Distributions against published ones, on seeds that were not used to set them: 黄岩区 2021 and 2022 benchmarks (means), 丽水 2019 counties
 * (range of towns). Bands are stated in the table; the comparison is printed.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type FactName, makeDistrict, type YearFacts } from './index.js';

const perMu = 2000 / 3;
const seeds = [31, 77, 512, 2025];

interface Aim {
  readonly words: string;
  readonly scale: '规上' | '规下';
  readonly over: FactName;
  readonly under: FactName;
  readonly times: number;
  /** 黄岩区 as published for 2021 and 2022. */
  readonly published: readonly [number, number];
  /** How far the district's ratio of sums may lie below the lower and above the higher of the two. */
  readonly band: number;
  /** Median ÷ ratio of sums: a skewed distribution has its median below its mean. */
  readonly median: readonly [number, number];
}

const aims: readonly Aim[] = [
  {
    words: '规上亩均税收 万元/亩',
    scale: '规上',
    over: 'taxPaid',
    under: 'landUsed',
    times: perMu,
    published: [24.097, 26.01],
    band: 0.3,
    median: [0.4, 0.9],
  },
  {
    words: '规上亩均增加值 万元/亩',
    scale: '规上',
    over: 'valueAdded',
    under: 'landUsed',
    times: perMu,
    published: [132.27, 136.16],
    band: 0.3,
    median: [0.45, 0.95],
  },
  {
    words: '规上全员劳动生产率 万元/人',
    scale: '规上',
    over: 'valueAdded',
    under: 'employees',
    times: 1,
    published: [17.45, 18.14],
    band: 0.2,
    median: [0.85, 1.3],
  },
  {
    words: '规上R&D占主营业务收入',
    scale: '规上',
    over: 'researchSpending',
    under: 'mainRevenue',
    times: 1,
    published: [0.0302, 0.0305],
    band: 0.3,
    median: [0.5, 1.05],
  },
  {
    words: '规上单位能耗增加值 万元/tce',
    scale: '规上',
    over: 'valueAdded',
    under: 'energyEquivalent',
    times: 1,
    published: [2.54, 2.694],
    band: 0.4,
    median: [0.9, 2.2],
  },
  {
    words: '规上单位排放增加值 万元/t',
    scale: '规上',
    over: 'valueAdded',
    under: 'pollutants',
    times: 1,
    published: [4861.08, 4929.81],
    band: 0.55,
    median: [0.9, 3.5],
  },
  {
    words: '规下亩均税收 万元/亩',
    scale: '规下',
    over: 'taxPaid',
    under: 'landUsed',
    times: perMu,
    published: [11.5932, 16.601],
    band: 0.2,
    median: [0.4, 0.85],
  },
  {
    words: '规下单位用电税收 万元/万kWh',
    scale: '规下',
    over: 'taxPaid',
    under: 'powerUsed',
    times: 10_000,
    published: [0.2352, 0.236565],
    band: 0.2,
    median: [0.8, 1.35],
  },
];

/** Ratios of those who have both values, and the ratio of the sums. */
function ratiosOf(facts: readonly YearFacts[], { over, scale, times, under }: Aim): { sums: number; sorted: number[] } {
  const pairs = facts.flatMap(({ scale: own, values }): [number, number][] => {
    const [a, b] = [values[over], values[under]];
    return own === scale && typeof a === 'number' && typeof b === 'number' && b > 0 ? [[a, b]] : [];
  });
  const sums = (pairs.reduce((sum, [a]) => sum + a, 0) / pairs.reduce((sum, [, b]) => sum + b, 0)) * times;
  return { sums, sorted: pairs.map(([a, b]) => (a / b) * times).sort((x, y) => x - y) };
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
const short = (value: number): string => (value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(2) : value.toFixed(4));

describe.each(seeds)('seed %i', (seed) => {
  const { blocks } = makeDistrict({ seed, size: 2400 });
  const facts = blocks.flatMap((block) => block.facts);

  it('keeps the district’s ratios near the published means, and its medians skewed as they are in life', () => {
    const lines = [`seed ${seed}: indicator | published 2021–2022 | ratio of sums | mean | q10 | median | q90`];
    for (const aim of aims) {
      const { sorted, sums } = ratiosOf(facts, aim);
      const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
      const [low, high] = [Math.min(...aim.published), Math.max(...aim.published)];
      const told = [sums, mean, quantile(sorted, 0.1), quantile(sorted, 0.5), quantile(sorted, 0.9)].map(short);
      lines.push(`${aim.words} | ${short(low)}–${short(high)} | ${told.join(' | ')}`);
      expect(sums, aim.words).toBeGreaterThan(low * (1 - aim.band));
      expect(sums, aim.words).toBeLessThan(high * (1 + aim.band));
      expect(quantile(sorted, 0.5) / sums, `${aim.words} median`).toBeGreaterThan(aim.median[0]);
      expect(quantile(sorted, 0.5) / sums, `${aim.words} median`).toBeLessThan(aim.median[1]);
      expect(quantile(sorted, 0.9), aim.words).toBeGreaterThan(1.3 * quantile(sorted, 0.5));
    }
    console.log(lines.join('\n'));
  });

  it('spreads its towns as the counties of 丽水 were spread in 2019', () => {
    const counties = countiesOfLishui();
    const [lowest, highest] = [Math.min(...counties), Math.max(...counties)];
    const towns = [...new Set(blocks.map((block) => block.town.name))].map((town) => {
      const own = blocks.filter((block) => block.town.name === town).flatMap((block) => block.facts);
      return { town, value: ratiosOf(own, aims[0]!).sums };
    });
    console.log(
      `seed ${seed}: 规上亩均税收 by town ${towns.map((one) => `${one.town} ${short(one.value)}`).join('，')}; 丽水 ${lowest}–${highest}`,
    );
    const values = towns.map((one) => one.value);
    expect(values).toHaveLength(8);
    expect(values.filter((value) => value >= lowest && value <= highest).length).toBeGreaterThanOrEqual(6);
    expect(Math.max(...values) / Math.min(...values)).toBeGreaterThan(1.8);
    expect(Math.max(...values) / Math.min(...values)).toBeLessThan((1.6 * highest) / lowest);
  });

  it.each([
    ['规上亩均税收', aims[0]!, '亩均税收'],
    ['规上亩均增加值', aims[1]!, '亩均增加值'],
  ])('has the quarters of its towns in %s as far from their median as those of the ten counties', (words, aim, title) => {
    const quarters = (values: readonly number[]): number[] =>
      [0.25, 0.75].map((share) => between(values, share) / between(values, 0.5));
    const published = quarters(countiesOfLishui(title));
    const towns = [...new Set(blocks.map((block) => block.town.name))].map(
      (town) =>
        ratiosOf(
          blocks.filter((block) => block.town.name === town).flatMap((block) => block.facts),
          aim,
        ).sums,
    );
    const own = quarters(towns);
    console.log(`seed ${seed}: ${words}, quarters ÷ median: 丽水 ${published.map(short)}, towns ${own.map(short)}`);
    for (const [at, wanted] of published.entries()) expect(Math.abs(own[at]! - wanted), words).toBeLessThan(0.35);
  });

  it('has the shares of a county: above scale, tenants, shared meters, permits', () => {
    const now = facts.filter((one) => one.year === 2024);
    const share = (holds: (one: YearFacts) => boolean, of: readonly YearFacts[]): number => of.filter(holds).length / of.length;
    const above = now.filter((one) => one.scale === '规上');
    expect(share((one) => one.scale === '规上', now)).toBeGreaterThan(0.24);
    expect(share((one) => one.scale === '规上', now)).toBeLessThan(0.38);
    expect(share((one) => one.values.ownLand === 0, now)).toBeGreaterThan(0.3);
    expect(share((one) => one.values.ownLand === 0, now)).toBeLessThan(0.6);
    expect(share((one) => typeof one.values.pollutants === 'number', above)).toBeGreaterThan(0.28);
    expect(share((one) => typeof one.values.pollutants === 'number', above)).toBeLessThan(0.48);
    expect(above.filter((one) => typeof one.values.revenue === 'number' && one.values.revenue < 2000)).toEqual([]);
    expect(
      now.filter((one) => one.scale === '规下' && typeof one.values.taxableSales === 'number' && one.values.taxableSales >= 2100),
    ).toEqual([]);
  });
});

it('differs from seed to seed', () => {
  const ratios = seeds.map(
    (seed) =>
      ratiosOf(
        makeDistrict({ seed, size: 480 }).blocks.flatMap((block) => block.facts),
        aims[0]!,
      ).sums,
  );
  expect(new Set(ratios).size).toBe(seeds.length);
});

/** Straight between the two values beside it: of eight or ten there is none at a quarter. */
function between(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return low + (at - Math.floor(at)) * (high - low);
}

/** Of the ten counties, without the row of the whole city. */
function countiesOfLishui(title = '亩均税收'): number[] {
  const text = readFileSync(new URL('../../catalog/schemes/lishui-2019/facts.csv', import.meta.url), 'utf8');
  const [header = '', ...rows] = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '' && !/^(?:#|全市,)/.test(line));
  const column = header.split(',').findIndex((name) => name.includes(title));
  return rows.map((row) => Number(row.split(',')[column])).filter((value) => Number.isFinite(value));
}
