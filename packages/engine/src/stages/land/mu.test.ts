/** 亩的换算 — R85, S2: the declared divisor, rounding before comparing, floor space as land, zero and negative land. */
import { describe, expect, test } from 'vitest';
import { land, landOf, muOf, net, occupancy, type Row, run } from '../../fixtures/land.js';
import { codesOf, reasonsOf, statusOf } from '../../fixtures/look.js';
import { datasetOf, type Sections, schemeOf } from '../../fixtures/scheme.js';
import { scoreSubjects } from '../scored.js';

describe('the mu', () => {
  const scope = (divisor: string, round: string): Sections => ({
    land: `land: { mu: { divisor: ${divisor} }, round: ${round}, sum_check: none, clause: doc#c }`,
    who: "who: { include: '用地面积 >= 3 亩', undetermined: pending, clause: doc#c }",
  });
  const status = (divisor: string, round = 'none', squareMetres = 2000): string => {
    const scheme = schemeOf({ ...scope(divisor, round), indicators: land });
    return statusOf(scoreSubjects(scheme, datasetOf(scheme, ['id', '用地面积(㎡)'], [['a', squareMetres]])), 'a');
  };

  test('[S2] [R85] 2 000 ㎡ against 3 亩: ÷667 out, ÷666.67 out unless rounded first, ÷(2000/3) in', () => {
    expect([status('667'), status('666.67'), status('666.67', '{ to: 4, by: excel }'), status('2000/3')]).toEqual([
      'out',
      'out',
      'graded',
      'graded',
    ]);
    expect([status('2000/3', 'none', 1999.99), status('667', 'none', 2001), status('667', 'none', 2000.99)]).toEqual([
      'out',
      'graded',
      'out',
    ]);
  });

  test('[R85] 6 667 ㎡ against 10 亩: exact passes, 667 fails', () => {
    const of = (divisor: string): string => {
      const scheme = schemeOf({
        ...scope(divisor, 'none'),
        who: "who: { include: '用地面积 >= 10 亩', undetermined: pending, clause: doc#c }",
        indicators: land,
      });
      return statusOf(scoreSubjects(scheme, datasetOf(scheme, ['id', '用地面积(㎡)'], [['a', 6667]])), 'a');
    };
    expect([of('2000/3'), of('667')]).toEqual(['graded', 'out']);
  });

  test('[S2] leased floor space becomes land by the declared divisor, 667 ㎡ a 亩, or does not count', () => {
    const rows: Row[] = [
      ['a', 'P', '承租', null, null, null, 2000, null, null, null, null, null, null],
      ['b', 'P', '承租', null, null, null, 2001, null, null, null, null, null, null],
    ];
    expect(
      muOf(
        run(
          { land: landOf(net({ floor_space: '{ per_mu: 667 }' })) },
          [
            ['a', null],
            ['b', null],
          ],
          occupancy(rows),
        ),
      ).map((mu) => mu.toFixed(4)),
    ).toEqual(['2.9985', '3.0000']);
    const ignored = run(
      { land: landOf(net()) },
      [
        ['a', null],
        ['b', null],
      ],
      occupancy(rows),
    );
    expect([statusOf(ignored, 'a'), codesOf(ignored.findings)]).toEqual([
      'pending',
      expect.arrayContaining(['fact_not_positive']),
    ]);
  });

  test('[R85] zero and negative land: 算不出 with a finding and a reason, never an infinite score', () => {
    const indicators =
      'indicators:\n  - { id: x, name: 亩均税收, formula: 评价税收 / 用地面积, unit: 万元/亩, weight: 10, benchmark: 1, clause: doc#c }';
    const scheme = schemeOf({ indicators });
    const scored = scoreSubjects(
      scheme,
      datasetOf(
        scheme,
        ['id', '评价税收', '用地面积'],
        [
          ['a', 5, 0],
          ['b', 5, -2],
          ['c', 5, 0.5],
        ],
      ),
    );
    expect(['a', 'b', 'c'].map((id) => statusOf(scored, id))).toEqual(['pending', 'pending', 'graded']);
    expect(reasonsOf(scored, 'a')).toEqual(['亩均税收无法计分：用地面积（算不出）']);
    expect(
      scored.findings.filter((finding) => finding.code === 'fact_not_positive').map((finding) => finding.where.cell),
    ).toEqual(['facts.csv!C2', 'facts.csv!C3']);
    expect([...scored.total].filter((total) => !Number.isFinite(total) && !Number.isNaN(total))).toEqual([]);
  });
});
