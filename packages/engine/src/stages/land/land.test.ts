/** 净用地 — S81–S86, TZ-1: by months, areas, building land, parcels, merging, transfer, the check against the parcel. */
import { describe, expect, test } from 'vitest';
import { land, landOf, muOf, net, occupancy, type Row, run } from '../../fixtures/land.js';
import { codesOf, reasonsOf, statusOf, tidy, totalOf } from '../../fixtures/look.js';
import { datasetOf, type Sections, schemeOf } from '../../fixtures/scheme.js';
import { scoreSubjects } from '../scored.js';
import type { Scored } from '../stage.js';
import { explainLand } from './explainLand.js';

describe('net land', () => {
  const area = (
    id: string,
    parcel: string,
    kind: string,
    certificate: number | null,
    more: readonly (string | number | null)[] = [],
  ): Row => [id, parcel, kind, certificate, ...more, ...Array<null>(9 - more.length).fill(null)];

  test('[S81] 自有 + 承租 − 出租, by months; each line can be shown', () => {
    const rows: Row[] = [
      area('a', 'P1', '自有', 20000),
      ['a', 'P1', '出租', 4000, null, null, null, null, '2022-07-01', null, null, null, null],
      ['b', 'P1', '承租', 4000, null, null, null, null, '2022-07-01', null, null, null, null],
      ['b', 'P2', '承租', 2000, null, null, null, null, '2022-03-16', '2022-05-14', null, null, null],
    ];
    const scheme = schemeOf({ indicators: land, land: landOf(net(), 'round: { to: 2, by: excel }, sum_check: parcel') });
    const dataset = datasetOf(
      scheme,
      ['id', '用地面积'],
      [
        ['a', 1],
        ['b', 1],
        ['c', 7],
      ],
      occupancy(rows),
    );
    const scored = scoreSubjects(scheme, dataset);
    expect(muOf(scored)).toEqual([27, 3.25, 7]);
    expect(codesOf(scored.findings)).not.toContain('parcel_over_allocated');
    const explained = explainLand(dataset, scheme, 1);
    expect(explained?.lines.map((line) => [line.parcel, line.kind, line.area, line.share * 12, tidy(line.contribution)])).toEqual(
      [
        ['P1', '承租', 4000, 6, 2000],
        ['P2', '承租', 2000, 1, tidy(2000 / 12)],
      ],
    );
    expect([tidy(explained?.mu ?? 0), explained?.rounded]).toEqual([3.25, 3.25]);
    expect(explainLand(dataset, scheme, 2)).toBeNull();
  });

  test('[S81] by days and on the reference day', () => {
    const rows: Row[] = [
      ['a', 'P', '承租', 73000, null, null, null, null, '2022-12-31', null, null, null, null],
      ['b', 'P', '承租', 73000, null, null, null, null, null, '2022-12-30', null, null, null],
    ];
    const of = (by: string): readonly number[] =>
      muOf(
        run(
          { land: landOf(net({ by })) },
          [
            ['a', null],
            ['b', null],
          ],
          occupancy(rows),
        ),
      );
    expect(of('days').map(tidy)).toEqual([0.3, 109.2]);
    expect(of('reference_day')[0]).toBe(109.5);
    expect(of('reference_day')[1]).toBeNaN();
  });

  test('[S82] certificate, actual, supplied or the larger; 超占 added where it counts', () => {
    const rows: Row[] = [['a', 'P', '自有', 2000, 3000, 2500, null, null, null, null, null, null, null]];
    const of = (basis: string, excess = 'ignore'): number | undefined =>
      muOf(run({ land: landOf(net({ basis, excess })) }, [['a', null]], occupancy(rows)))[0];
    expect([of('certificate'), of('actual'), of('supplied'), of('larger_of_certificate_and_actual')]).toEqual([
      3, 4.5, 3.75, 4.5,
    ]);
    expect([of('certificate', 'add'), of('actual', 'add')]).toEqual([4.5, 4.5]);
  });

  test('[S82] an area that is absent is a finding and makes the land 算不出, not zero', () => {
    const scored = run({ land: landOf(net({ basis: 'actual' })) }, [['a', 5]], occupancy([area('a', 'P', '自有', 2000)]));
    expect([statusOf(scored, 'a'), codesOf(scored.findings)]).toEqual([
      'pending',
      expect.arrayContaining(['occupancy_area_missing']),
    ]);
  });

  test('[S81] a kind that nobody knows is a finding and not counted', () => {
    const scored = run(
      { land: landOf(net()) },
      [['a', 5]],
      occupancy([area('a', 'P', '自有', 2000), area('a', 'P', '借用', 2000)]),
    );
    expect([muOf(scored), codesOf(scored.findings)]).toEqual([[3], expect.arrayContaining(['occupancy_kind_unknown'])]);
  });

  test('[S83] building land: inside the term not counted, more than six months past it whole; the edge is not past', () => {
    const building = (due: string | null): Row => [
      'a',
      'P2',
      '自有',
      2000,
      null,
      null,
      null,
      null,
      null,
      null,
      '在建',
      due,
      null,
    ];
    const rule = net({ under_construction: '{ in_term: ignore, overdue_after_months: 6, overdue: whole }' });
    const of = (due: string | null, day = '12-31'): Scored =>
      run(
        { land: landOf(rule), day: `reference_day: ${day}` },
        [['a', null]],
        occupancy([area('a', 'P1', '自有', 2000), building(due)]),
      );
    expect([muOf(of('2023-06-30')), muOf(of('2022-07-01')), muOf(of('2022-06-30')), muOf(of('2022-06-30', '12-30'))]).toEqual([
      [3],
      [3],
      [6],
      [3],
    ]);
    expect(codesOf(of(null).findings)).toContain('completion_due_missing');
    expect(muOf(run({ land: landOf(net()) }, [['a', null]], occupancy([building(null)])))).toEqual([3]);
  });

  test('[S84] by parcel the land counts once, at its holder; by enterprise at who uses it', () => {
    const rows: Row[] = [
      area('a', 'P', '自有', 20000),
      area('a', 'P', '出租', 8000),
      area('b', 'P', '承租', 8000),
      area('b', 'Q', '承租', 2000),
    ];
    const of = (method: string): readonly number[] =>
      muOf(
        run(
          { land: landOf(net({ method })) },
          [
            ['a', null],
            ['b', null],
          ],
          occupancy(rows),
        ),
      );
    expect(of('enterprise')).toEqual([18, 15]);
    expect(of('parcel')).toEqual([30, 3]);
  });

  test('[S85] related firms become one subject: numbers add up, parcels of both count, members carry the reason', () => {
    const rows: Row[] = [
      area('a', 'P', '自有', 20000),
      area('b', 'Q', '自有', 2000),
      area('a', 'Q', '承租', 2000),
      area('b', 'Q', '出租', 2000),
    ];
    const scheme = schemeOf({
      merge: 'merge: { by: 集团, clause: doc#c }',
      land: landOf(net()),
      indicators:
        'indicators:\n  - { id: x, name: 亩均税收, formula: 评价税收 / 用地面积, unit: 万元/亩, weight: 10, score: { by: raw }, clause: doc#c }',
    });
    const scored = scoreSubjects(
      scheme,
      datasetOf(
        scheme,
        ['id', '名称', '集团', '评价税收', '用地面积'],
        [
          ['a', '甲', 'G', 60, null],
          ['b', '乙', 'G', 39, null],
          ['c', '丙', 'H', 10, 2],
        ],
        occupancy(rows),
      ),
    );
    expect(scored.frame.dataset.subjects).toEqual(['G', 'a', 'b', 'c']);
    expect([statusOf(scored, 'G'), statusOf(scored, 'a'), statusOf(scored, 'c')]).toEqual(['graded', 'merged', 'graded']);
    expect([totalOf(scored, 'G'), totalOf(scored, 'c'), totalOf(scored, 'a')]).toEqual([3, 5, Number.NaN]);
    expect([...scored.mergedInto]).toEqual([
      ['a', 0],
      ['b', 0],
    ]);
    expect(reasonsOf(scored, 'b')).toEqual(['并入“甲等2家”评价']);
  });

  test('[S85] a member whose id names the group leads it; a missing part makes the sum missing, 不适用 is skipped; another subject’s id refuses', () => {
    const scheme = schemeOf({
      merge: 'merge: { by: 集团, clause: doc#c }',
      indicators: 'indicators:\n  - { id: x, name: 和, formula: 得数, unit: "", weight: 10, score: { by: raw }, clause: doc#c }',
    });
    const of = (rows: readonly Row[]): Scored => scoreSubjects(scheme, datasetOf(scheme, ['id', '集团', '得数'], rows));
    const led = of([
      ['a', 'a', 1],
      ['b', 'a', 2],
      ['c', 'a', '不适用'],
      ['d', null, 4],
    ]);
    expect([led.frame.dataset.subjects, totalOf(led, 'a'), statusOf(led, 'b')]).toEqual([['a', 'b', 'c', 'd'], 3, 'merged']);
    expect(
      statusOf(
        of([
          ['a', 'a', 1],
          ['b', 'a', null],
        ]),
        'a',
      ),
    ).toBe('pending');
    const taken = of([
      ['a', 'd', 1],
      ['b', 'd', 2],
      ['d', null, 4],
    ]);
    expect([codesOf(taken.findings), totalOf(taken, 'd')]).toEqual([['merge_id_taken'], 4]);
  });

  test('[S86] a parcel transferred within the year takes its holder out with the declared status', () => {
    const sections: Sections = {
      land: landOf(net(), 'round: none, sum_check: none, transferred: { status: moved, clause: doc#c }'),
      statuses: 'statuses: { moved: { name: 年内转让, computed: false, ranked: false, graded: false, clause: doc#c } }',
    };
    const sold = (id: string, day: string): Row => [id, 'P', '自有', 2000, null, null, null, null, null, null, null, null, day];
    const scored = run(
      sections,
      [
        ['a', null],
        ['b', null],
      ],
      occupancy([sold('a', '2022-01-01'), sold('b', '2021-12-31')]),
    );
    expect([statusOf(scored, 'a'), statusOf(scored, 'b')]).toEqual(['moved', 'graded']);
    expect(reasonsOf(scored, 'a')).toEqual(['宗地“P”于2022年1月1日转让']);
  });

  test('[TZ-1] the net land counted on a parcel is checked against the parcel: floor space is not ground', () => {
    const rows: Row[] = [area('a', 'P', '自有', 6670), area('b', 'P', '承租', null, [null, null, 20010])];
    const of = (check: string): readonly string[] =>
      codesOf(
        run(
          { land: landOf(net({ floor_space: '{ per_mu: 667 }' }), `round: none, sum_check: ${check}`) },
          [
            ['a', null],
            ['b', null],
          ],
          occupancy(rows),
        ).findings,
      );
    expect(of('parcel')).toContain('parcel_over_allocated');
    expect(of('none')).not.toContain('parcel_over_allocated');
  });
});
