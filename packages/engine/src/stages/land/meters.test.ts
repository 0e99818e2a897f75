/** 用电量与容积率 — S81, S87, S88. */
import { describe, expect, test } from 'vitest';
import { occupancy, type Row } from '../../fixtures/land.js';
import { codesOf, statusOf, totalOf, valuesOf } from '../../fixtures/look.js';
import { datasetOf, type Sections, type Sides, schemeOf } from '../../fixtures/scheme.js';
import { scoreSubjects } from '../scored.js';

describe('electricity and floors', () => {
  const power =
    'indicators:\n  - { id: x, name: 用电, formula: 用电量, unit: kWh, weight: 10, score: { by: raw }, clause: doc#c }';
  const meters =
    'land: { mu: { divisor: 2000/3 }, round: none, sum_check: none, power: { from: meters, clause: doc#c }, clause: doc#c }';
  const table = (rows: readonly Row[]): Sides => ({
    meters: { header: ['id', '户号', '用电方式', '表计电量（万kWh）', '分摊比例'], rows },
  });

  test('[S87] [S81] own and shared meters, from others and to others', () => {
    const rows: Row[] = [
      ['a', 'M1', '自用', 10, null],
      ['a', 'M2', '自用', 4, '25%'],
      ['a', 'M1', '转出', 1, null],
      ['b', 'M2', '自用', 4, 75],
      ['b', 'M1', '转入', 1, null],
    ];
    const scheme = schemeOf({ indicators: power, land: meters });
    const scored = scoreSubjects(
      scheme,
      datasetOf(
        scheme,
        ['id', '用电量'],
        [
          ['a', 5],
          ['b', null],
          ['c', 7],
        ],
        table(rows),
      ),
    );
    expect(valuesOf(scored, 'x')).toEqual([100000, 40000, 7]);
    expect(codesOf(scored.findings)).not.toContain('meter_over_shared');
  });

  test('[S87] shares above 100% and unknown kinds are findings; a meter without reading makes the sum missing', () => {
    const scheme = schemeOf({ indicators: power, land: meters });
    const rows: Row[] = [
      ['a', 'M', '自用', 4, 60],
      ['b', 'M', '自用', 4, 50],
      ['c', 'N', '偷电', 1, null],
      ['c', 'N', '自用', null, null],
    ];
    const scored = scoreSubjects(
      scheme,
      datasetOf(
        scheme,
        ['id', '用电量'],
        [
          ['a', 5],
          ['b', null],
          ['c', 7],
        ],
        table(rows),
      ),
    );
    expect(codesOf(scored.findings)).toEqual(expect.arrayContaining(['meter_over_shared', 'meter_kind_unknown']));
    expect(statusOf(scored, 'c')).toBe('pending');
  });

  test('[S88] floors over 8 m count double, 8 m itself does not', () => {
    const sections: Sections = {
      indicators:
        'indicators:\n  - { id: x, name: 容积率, formula: 容积率, unit: "", weight: 10, score: { by: raw }, clause: doc#c }',
      land: 'land: { mu: { divisor: 2000/3 }, round: none, sum_check: none, plot_ratio: { tall_floor_over: 8, counts: 2, clause: doc#c }, clause: doc#c }',
    };
    const rows: Row[] = [
      ['a', 'P', '自有', 1000, null, null, 600, 8.01, null, null, null, null, null],
      ['a', 'P', '自有', null, null, null, 600, 8, null, null, null, null, null],
      ['b', 'Q', '自有', null, null, null, 600, 4, null, null, null, null, null],
    ];
    const scheme = schemeOf(sections);
    const scored = scoreSubjects(
      scheme,
      datasetOf(
        scheme,
        ['id', '容积率'],
        [
          ['a', null],
          ['b', 9],
          ['c', 1.5],
        ],
        occupancy(rows),
      ),
    );
    expect([totalOf(scored, 'a'), statusOf(scored, 'b'), totalOf(scored, 'c')]).toEqual([1.8, 'pending', 1.5]);
  });
});
