/** 指标、基准与计分 — S31–S49, the printed arithmetic of 黄岩, and the cases of one, all equal and zero. */
import { describe, expect, test } from 'vitest';
import { codesOf, scoresOf, statusOf, tidy, totalOf, valuesOf } from '../../fixtures/look.js';
import { datasetOf, type Sections, schemeOf } from '../../fixtures/scheme.js';
import { scoreSubjects } from '../scored.js';
import type { Scored } from '../stage.js';

type Row = readonly (string | number | boolean | null)[];

function run(sections: Sections, header: readonly string[], rows: readonly Row[]): Scored {
  const scheme = schemeOf(sections);
  return scoreSubjects(scheme, datasetOf(scheme, ['id', ...header], rows));
}

/** One indicator over 得数 for subjects a, b, c … */
function points(leaf: string, values: readonly (number | string | null)[], further: Sections = {}): readonly number[] {
  const scored = run(
    { indicators: `indicators:\n  - { id: x, name: 指标, formula: 得数, unit: "", ${leaf}, clause: doc#c }`, ...further },
    ['得数'],
    values.map((value, at) => [String.fromCharCode(97 + at), value]),
  );
  return scoresOf(scored, 'x');
}
const over = (from: string, more = ''): string =>
  `benchmark: { from: ${from}, of: this_year, within: all, times: 1, round: none${more}, clause: doc#c }`;

describe('values', () => {
  test('[S31] ratios of two facts with units: the unit of the indicator is what is computed in', () => {
    const leaf = (formula: string, unit: string): string =>
      `indicators:\n  - { id: x, name: 指标, formula: ${formula}, unit: ${unit}, weight: 100, benchmark: 1, clause: doc#c }`;
    expect(
      valuesOf(run({ indicators: leaf('评价税收 / 用地面积', '万元/亩') }, ['评价税收', '用地面积'], [['a', 490, 20]]), 'x'),
    ).toEqual([24.5]);
    expect(
      valuesOf(
        run({ indicators: leaf('评价税收 / 用地面积', '元/㎡') }, ['评价税收(元)', '用地面积(㎡)'], [['a', 2000, 500]]),
        'x',
      ),
    ).toEqual([4]);
    expect(
      valuesOf(run({ indicators: leaf('评价税收 / 用电量', '元/kWh') }, ['评价税收', '用电量(万kWh)'], [['a', 3, 2]]), 'x'),
    ).toEqual([1.5]);
  });

  test('[S32] a derived numerator: 入库 + 免抵 − 非出口退库 + 50% of the insurance', () => {
    const facts = `facts:
  入库: { id: paid, type: number, unit: 万元, must_be: any, merged: sum, clause: doc#c }
  免抵: { id: offset, type: number, unit: 万元, must_be: any, merged: sum, clause: doc#c }
  退库: { id: refund, type: number, unit: 万元, must_be: any, merged: sum, clause: doc#c }
  社保: { id: insurance, type: number, unit: 万元, must_be: any, merged: sum, clause: doc#c }
  实缴: { id: net_tax, type: number, unit: 万元, must_be: any, merged: sum, formula: 入库 + 免抵 - 退库 + 社保 * 50%, round: { to: 2, by: excel }, clause: doc#c }`;
    const indicators =
      'indicators:\n  - { id: x, name: 指标, formula: 实缴, unit: 万元, weight: 100, benchmark: 1, clause: doc#c }';
    const scored = run(
      { facts, indicators },
      ['入库', '免抵', '退库', '社保'],
      [
        ['a', 100, 20, 5, 10.25],
        ['b', 100, null, 5, 10],
      ],
    );
    expect(valuesOf(scored, 'x')).toEqual([120.13, Number.NaN]);
  });

  test('[S33] a single pollutant or the pollution equivalent is a fact the scheme names', () => {
    const facts = 'facts: { 化学需氧量: { id: cod, type: number, unit: 吨, must_be: positive, merged: sum, clause: doc#c } }';
    const indicators =
      'indicators:\n  - { id: x, name: 指标, formula: 评价税收 / 化学需氧量, unit: 万元/吨, weight: 100, benchmark: 1, clause: doc#c }';
    const scored = run(
      { facts, indicators },
      ['评价税收', '化学需氧量(千克)'],
      [
        ['a', 10, 500],
        ['b', 10, 0],
      ],
    );
    expect(valuesOf(scored, 'x')).toEqual([20, Number.NaN]);
    expect(codesOf(scored.findings)).toContain('fact_not_positive');
  });

  test('[S34] energy by equivalent or calorific value: two facts, never mixed', () => {
    const facts =
      'facts: { 能耗等价值: { id: energy_e, type: number, unit: tce, must_be: positive, merged: sum, clause: doc#c }, 能耗当量值: { id: energy_c, type: number, unit: tce, must_be: positive, merged: sum, clause: doc#c } }';
    const leaf = (fact: string): string =>
      `indicators:\n  - { id: x, name: 指标, formula: 评价税收 / ${fact}, unit: 万元/tce, weight: 100, benchmark: 1, clause: doc#c }`;
    const of = (fact: string): readonly number[] =>
      valuesOf(run({ facts, indicators: leaf(fact) }, ['评价税收', '能耗等价值', '能耗当量值'], [['a', 12, 4, 3]]), 'x');
    expect([of('能耗等价值'), of('能耗当量值')]).toEqual([[3], [4]]);
  });

  test('[S49] growth over last year; not computable when last year was zero or is absent', () => {
    const indicators =
      'indicators:\n  - { id: x, name: 增速, formula: 增长率(评价税收), unit: "%", weight: 10, score: { by: raw }, absent: no_points, clause: doc#c }';
    const scored = run(
      { indicators },
      ['年度', '评价税收'],
      [
        ['a', 2022, 120],
        ['a', 2021, 100],
        ['b', 2022, 5],
        ['b', 2021, 0],
        ['c', 2022, 5],
      ],
    );
    expect(valuesOf(scored, 'x')).toEqual([20, Number.NaN, Number.NaN]);
    expect([...(scored.leaves[0]?.value.absence ?? [])]).toEqual([0, 4, 1]);
  });
});

describe('benchmarks', () => {
  const means = 'weight: 100, ';
  const of = (scored: Scored): readonly number[] => [...(scored.leaves[0]?.benchmark ?? [])].map(tidy);

  test('[S35] [S41] published constants per group: 黄岩 规上 and 规下 to the printed digit', () => {
    const row = (id: string, weight: string, benchmark: string): string =>
      `  - { id: ${id}, name: ${id}, formula: ${id}_v, unit: "", weight: ${weight}, benchmark: ${benchmark}, clause: doc#c }`;
    const names = ['tax', 'added', 'energy', 'emission', 'labour', 'research', 'power'];
    const facts = `facts:\n${names.map((name) => `  ${name}值: { id: ${name}_v, type: number, unit: "", must_be: any, merged: sum, clause: doc#c }`).join('\n')}`;
    const groups =
      'groups: { above: { name: 规上, when: 规模 = "规上", clause: doc#c }, below: { name: 规下, when: otherwise, clause: doc#c } }';
    const scheme = (year: 2021 | 2022): string => {
      const [a, b, c, d, e, f, g, h] =
        year === 2022
          ? [24.097, 136.16, 2.694, 4929.81, 18.14, 0.0302, 11.5932, 0.2352]
          : [26.01, 132.27, 2.54, 4861.08, 17.45, 0.0305, 16.601058, 0.236565];
      return [
        'indicators:',
        row('tax', '{ above: 30, below: 50 }', `{ above: ${a}, below: ${g} }`),
        row('added', '{ above: 20 }', `{ above: ${b} }`),
        row('energy', '{ above: 20 }', `{ above: ${c} }`),
        row('emission', '{ above: 10 }', `{ above: ${d} }`),
        row('labour', '{ above: 10 }', `{ above: ${e} }`),
        row('research', '{ above: 10 }', `{ above: ${f} }`),
        row('power', '{ below: 50 }', `{ below: ${h} }`),
      ].join('\n');
    };
    const header = ['规模', ...names.map((name) => `${name}值`)];
    const rows: Row[] = [
      ['a', '规上', 30, 150, 2, 6000, 20, 0.025, null],
      ['b', '规下', 10, null, null, null, null, null, 0.3],
      ['c', '规上', 24.097, 136.16, 2.694, 4929.81, 18.14, 0.0302, null],
    ];
    const total = 'total: { by: sum, least: none, most: none, round: { to: 4, by: excel }, clause: doc#c }';
    const scored = run({ facts, groups, indicators: scheme(2022), total }, header, rows);
    const digits = ['tax', 'added', 'energy', 'emission', 'labour', 'research'].map((id) =>
      (scoresOf(scored, id)[0] ?? 0).toFixed(4),
    );
    expect(digits).toEqual(['37.3490', '22.0329', '14.8478', '12.1709', '11.0254', '8.2781']);
    expect([totalOf(scored, 'a'), totalOf(scored, 'b'), totalOf(scored, 'c')]).toEqual([105.7041, 106.9042, 100]);
    const earlier = run({ facts, groups, indicators: scheme(2021), total }, header, rows);
    expect([totalOf(earlier, 'a'), totalOf(earlier, 'b')]).toEqual([105.032, 93.5261]);
  });

  test('[S36] twice last year’s mean of the same subjects, and a published figure instead of it', () => {
    const leaf = (more: string): Sections => ({
      indicators: `indicators:\n  - { id: x, name: 指标, formula: 评价税收 / 用地面积, unit: 万元/亩, weight: 45, benchmark: { from: mean, kind: of_values, of: last_year, within: all, times: 2, round: { to: 1, by: excel }${more}, clause: doc#c }, clause: doc#c }`,
    });
    const rows: Row[] = [
      ['a', 2022, 40, 2],
      ['a', 2021, 10, 2],
      ['b', 2022, 10, 1],
      ['b', 2021, 20.3, 2],
      ['gone', 2021, 900, 1],
    ];
    const scored = run(leaf(''), ['年度', '评价税收', '用地面积'], rows);
    expect(of(scored)).toEqual([15.2, 15.2]);
    expect(scored.benchmarks).toEqual([
      { indicator: 'x', scope: 'all', value: 15.2, how: '2021 年 2 个数据的平均值的 2 倍', count: 2 },
    ]);
    expect(of(run(leaf(', published: 16'), ['年度', '评价税收', '用地面积'], rows))).toEqual([16, 16]);
  });

  test('[S37] mean of values and of sums differ; an absent side or a zero divisor stays out of both', () => {
    const leaf = (kind: string): Sections => ({
      indicators: `indicators:\n  - { id: x, name: 指标, formula: 得数 / 另数, unit: "", weight: 100, absent: no_points, ${over(`mean, kind: ${kind}`)}, clause: doc#c }`,
    });
    const rows: Row[] = [
      ['a', 10, 1],
      ['b', 30, 9],
      ['c', 5, null],
      ['d', 7, 0],
    ];
    expect(of(run(leaf('of_values'), ['得数', '另数'], rows)).slice(0, 2)).toEqual([
      tidy((10 + 30 / 9) / 2),
      tidy((10 + 30 / 9) / 2),
    ]);
    expect(of(run(leaf('of_sums'), ['得数', '另数'], rows)).slice(0, 2)).toEqual([4, 4]);
  });

  test('[S38] the best value of the group, the lowest when lower is better', () => {
    expect(points(`${means}${over('best')}`, [5, 20, 10])).toEqual([25, 100, 50]);
    expect(points(`${means}better: lower, ${over('best')}`, [5, 20, 10])).toEqual([100, 25, 50]);
  });

  test('[S38] quantiles R1, R6 and R7 of 1 2 3 4', () => {
    const quantile = (type: string, at: string): number | undefined => {
      const scored = run(
        {
          indicators: `indicators:\n  - { id: x, name: 指标, formula: 得数, unit: "", weight: 100, ${over(`quantile, at: ${at}, type: ${type}`)}, clause: doc#c }`,
        },
        ['得数'],
        [
          ['a', 4],
          ['b', 2],
          ['c', 1],
          ['d', 3],
        ],
      );
      return of(scored)[0];
    };
    expect(['R1', 'R6', 'R7'].map((type) => quantile(type, '25%'))).toEqual([1, 1.25, 1.75]);
    expect(['R1', 'R6', 'R7'].map((type) => quantile(type, '100%'))).toEqual([4, 4, 4]);
  });

  test('[S39] per industry from a table, the longest beginning; an unlisted one as declared', () => {
    const tables =
      'tables: { 行业基准: { id: norms, unit: "", rows: { "17": 10, "175": 20 }, match: longest_prefix, clause: doc#c } }';
    const leaf = (otherwise: string): string =>
      `indicators:\n  - { id: x, name: 指标, formula: 得数, unit: "", weight: 100, absent: no_points, benchmark: { from: table, table: 行业基准, by: 行业, otherwise: ${otherwise}, clause: doc#c }, clause: doc#c }`;
    const rows: Row[] = [
      ['a', 10, '1751'],
      ['b', 10, '1711'],
      ['c', 10, '3400'],
      ['d', 10, null],
    ];
    expect(scoresOf(run({ tables, indicators: leaf('40') }, ['得数', '行业'], rows), 'x')).toEqual([50, 100, 25, 25]);
    expect(scoresOf(run({ tables, indicators: leaf('not_computable') }, ['得数', '行业'], rows), 'x')).toEqual([50, 100, 0, 0]);
  });

  test('[S39] a benchmark by formula is each subject’s own', () => {
    expect(
      scoresOf(
        run(
          {
            indicators:
              'indicators:\n  - { id: x, name: 指标, formula: 得数, unit: "", weight: 100, benchmark: { from: formula, formula: 另数 * 2, clause: doc#c }, clause: doc#c }',
          },
          ['得数', '另数'],
          [
            ['a', 10, 5],
            ['b', 10, 10],
          ],
        ),
        'x',
      ),
    ).toEqual([100, 50]);
  });

  test('[S36] a benchmark that computes to zero or less: 算不出, a finding, and the scheme’s absence rule', () => {
    const scoredWith = (values: readonly number[]): Scored =>
      run(
        {
          indicators: `indicators:\n  - { id: x, name: 指标, formula: 得数, unit: "", weight: 100, ${over('mean, kind: of_values')}, clause: doc#c }`,
        },
        ['得数'],
        values.map((value, at): Row => ['abc'[at] ?? '', value]),
      );
    for (const values of [
      [3, -3],
      [-1, 1, -1],
      [0.1, 0.2, -0.3],
    ]) {
      const scored = scoredWith(values);
      expect([statusOf(scored, 'a'), statusOf(scored, 'b')]).toEqual(['pending', 'pending']);
      expect(codesOf(scored.findings)).toContain('benchmark_not_positive');
    }
  });
});

describe('rules', () => {
  test('[S40] between two goalposts, clamped or not', () => {
    const leaf = (clamp: boolean, more = ''): string =>
      `weight: 50${more}, score: { by: goalposts, low: 10, high: 30, least_share: 0%, clamp: ${clamp} }`;
    expect(points(leaf(true), [10, 20, 30, 40, 0])).toEqual([0, 25, 50, 50, 0]);
    expect(points(leaf(false), [40, 0])).toEqual([75, -25]);
    expect(points(leaf(true, ', better: lower'), [10, 25])).toEqual([50, 12.5]);
  });

  test('[S41] value ÷ benchmark × weight; lower is better turns it round, and zero is then 算不出', () => {
    expect(points('weight: 30, benchmark: 24', [12, 48, 0])).toEqual([15, 60, 0]);
    expect(points('weight: 30, benchmark: 24, better: lower, absent: no_points', [12, 48, 0])).toEqual([60, 15, 0]);
  });

  test('[S42] min–max with floor 20%: weight 40, group 2..52, value 12 gives 14.4', () => {
    const rule = 'score: { by: minmax, least_share: 20%, all_equal: full }';
    expect(points(`weight: 40, ${rule}`, [2, 52, 12])).toEqual([8, 40, 14.4]);
    expect(points(`weight: 40, better: lower, ${rule}`, [2, 52, 12])).toEqual([40, 8, 33.6]);
  });

  test('[S42] all equal and a group of one: full, half or least, as declared', () => {
    const rule = (allEqual: string): string => `weight: 40, score: { by: minmax, least_share: 20%, all_equal: ${allEqual} }`;
    expect(['full', 'half', 'least'].map((each) => points(rule(each), [7, 7, 7])[0])).toEqual([40, 20, 8]);
    expect(points(rule('half'), [7])).toEqual([20]);
    expect(points(rule('least'), [0.3, 0.1 + 0.2])).toEqual([8, 8]);
  });

  test('[S43] inverse: 2 − v/b, nothing at twice the mean, below zero past it unless floored', () => {
    expect(points('weight: 10, benchmark: 5, score: { by: inverse }', [5, 10, 15, 0])).toEqual([10, 0, -10, 20]);
    expect(points('weight: 10, benchmark: 5, floor: { points: 0 }, score: { by: inverse }', [15])).toEqual([0]);
  });

  test('[S44] the three readings of 按相应比例折算: n−r+1 of n, n−r of n−1, v of vmax', () => {
    const rule = (falls: string, more = ''): string =>
      `weight: 12${more}, score: { by: rank, falls: ${falls}, ties: min, single: full }`;
    expect(points(rule('by_place'), [30, 20, 10, 5])).toEqual([12, 9, 6, 3]);
    expect(points(rule('to_zero'), [30, 20, 10, 5])).toEqual([12, 8, 4, 0]);
    expect(points(rule('by_value'), [30, 20, 10, -5])).toEqual([12, 8, 4, 0]);
    expect(points(rule('by_place', ', better: lower'), [30, 20, 10, 5])).toEqual([3, 6, 9, 12]);
  });

  test('[S44] ties min, dense, average, max; a single subject as declared', () => {
    const rule = (ties: string, single = 'full'): string =>
      `weight: 12, score: { by: rank, falls: by_place, ties: ${ties}, single: ${single} }`;
    expect(['min', 'dense', 'average', 'max'].map((ties) => points(rule(ties), [9, 9, 5, 1])[0])).toEqual([12, 12, 10.5, 9]);
    expect(['min', 'dense', 'average', 'max'].map((ties) => points(rule(ties), [9, 9, 5, 1])[2])).toEqual([6, 9, 6, 6]);
    const single = (kind: string): string => `weight: 12, score: { by: rank, falls: to_zero, ties: min, single: ${kind} }`;
    expect([points(single('full'), [4]), points(single('none'), [4])]).toEqual([[12], [0]]);
  });

  test('[S44] percentile: inclusive, exclusive, midpoint', () => {
    const rule = (kind: string): string => `weight: 100, score: { by: percentile, kind: ${kind}, single: none }`;
    expect(points(rule('inclusive'), [1, 2, 2, 4, 5])).toEqual([0, 25, 25, 75, 100]);
    expect(points(rule('exclusive'), [1, 2, 4, 5])).toEqual([20, 40, 60, 80]);
    expect(points(rule('midpoint'), [1, 2, 2, 4])).toEqual([12.5, 50, 50, 87.5]);
    expect(points(rule('inclusive'), [3])).toEqual([0]);
  });

  test('[S45] count × points with a cap', () => {
    expect(points('weight: 3, cap: { points: 3 }, score: { by: count, points_each: 1 }', [0, 2, 3, 5])).toEqual([0, 2, 3, 3]);
  });

  test('[S46] last year’s level is 80%, each further whole 5 points of growth one point, extra at most half', () => {
    const rule = 'weight: 10, score: { by: steps, at: 1, base: 80%, every: 0.05, points: 1, most: 150%, least: 0% }';
    expect(points(rule, [1, 1.049, 1.05, 1.35, 9, 0.99, 0.95, 0.1])).toEqual([8, 8, 9, 15, 15, 7, 7, 0]);
  });

  test('[S47] department marks stand as given; above the maximum is a finding and the maximum', () => {
    const indicators =
      'indicators:\n  - { id: x, name: 管理, formula: 得数, unit: "", weight: 7, score: { by: marks }, by: 园区办, clause: doc#c }';
    const scored = run(
      { indicators },
      ['得数'],
      [
        ['a', 6.5],
        ['b', 8],
      ],
    );
    expect(scoresOf(scored, 'x')).toEqual([6.5, 7]);
    expect(codesOf(scored.findings)).toContain('marks_above_weight');
  });

  test('[S48] cap at 1.5 × the weight, floor in points, rounding last', () => {
    expect(
      points(
        'weight: 10, benchmark: 3, cap: { times_weight: 1.5 }, floor: { points: 1 }, round: { to: 1, by: excel }',
        [1, 3, 9, 0.1],
      ),
    ).toEqual([3.3, 10, 15, 1]);
    const how = run(
      {
        indicators:
          'indicators:\n  - { id: x, name: 指标, formula: 得数, unit: "", weight: 10, benchmark: 3, cap: { times_weight: 1.5 }, floor: { points: 1 }, clause: doc#c }',
      },
      ['得数'],
      [
        ['a', 1],
        ['b', 9],
        ['c', 0.1],
      ],
    );
    expect([...(how.leaves[0]?.how ?? [])]).toEqual([0, 1, 2]);
  });

  test('[S40] z-score over n and n − 1, half and least when nothing differs', () => {
    const rule = (sd: string, allEqual = 'half'): string =>
      `weight: 10, score: { by: zscore, sd: ${sd}, centre: 50%, per_sd: 10%, all_equal: ${allEqual} }`;
    expect(points(rule('n'), [1, 3])).toEqual([4, 6]);
    expect(points(rule('n-1'), [1, 3])).toEqual([tidy(5 - Math.SQRT1_2), tidy(5 + Math.SQRT1_2)]);
    expect([points(rule('n'), [2, 2])[0], points(rule('n', 'full'), [2])[0], points(rule('n', 'least'), [2])[0]]).toEqual([
      5, 10, 0,
    ]);
  });

  test('[S40] distance to a target, nothing beyond the span', () => {
    expect(points('weight: 10, benchmark: 100, score: { by: distance, span: 50 }', [100, 75, 160])).toEqual([10, 5, 0]);
  });

  test('[S46] bands of the value, edge in and out', () => {
    const rule = (edge: string): string =>
      `weight: 10, score: { by: bands, of: value, edge: ${edge}, bands: [ { from: 20, points: 10 }, { from: 10, points: 5 } ], below: 1 }`;
    expect(points(rule('in'), [20, 19.99, 10, 9])).toEqual([10, 5, 5, 1]);
    expect(points(rule('out'), [20, 19.99, 10, 9])).toEqual([5, 5, 1, 1]);
  });

  test('[S41] points by a formula of 值, 基准 and 权重', () => {
    expect(points('weight: 10, benchmark: 4, score: { by: formula, points: "min(权重, 权重 * 值 / 基准)" }', [2, 8])).toEqual([
      5, 10,
    ]);
  });
});
