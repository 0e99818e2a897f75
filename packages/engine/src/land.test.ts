/** 用地 — S81–S88, S2, S32's land side, R85: net land by months, areas, building land, parcels, merging, meters, plot ratio. */
import { describe, expect, test } from 'vitest';
import { codesOf, reasonsOf, statusOf, tidy, totalOf, valuesOf } from './fixtures/look.js';
import { datasetOf, schemeOf, type Sections, type Sides } from './fixtures/scheme.js';
import { explainLand } from './stages/land/explainLand.js';
import { scoreSubjects } from './stages/scored.js';
import type { Scored } from './stages/stage.js';

type Row = readonly (string | number | boolean | null)[];

const net = (more: Readonly<Record<string, string>> = {}): string => {
  const rule = { basis: 'certificate', own: 'add', leased_in: 'add', leased_out: 'subtract', collective: 'add', by: 'months', floor_space: 'ignore', excess: 'ignore', method: 'enterprise', ...more };
  return `{ ${Object.entries(rule).map(([key, value]) => `${key}: ${value}`).join(', ')}, clause: doc#c }`;
};
const landOf = (rule: string, more = 'round: none, sum_check: none', divisor = '2000/3'): string => `land: { mu: { divisor: ${divisor} }, ${more}, net: ${rule}, clause: doc#c }`;
const land = 'indicators:\n  - { id: x, name: 用地, formula: 用地面积, unit: 亩, weight: 10, score: { by: raw }, clause: doc#c }';
const header = ['id', '宗地', '用地方式', '证载面积', '实际面积', '供地面积', '建筑面积', '层高', '使用起', '使用止', '建设状态', '约定竣工日期', '转让日期'];

function run(sections: Sections, rows: readonly Row[], sides: Sides): Scored {
  const scheme = schemeOf({ indicators: land, ...sections });
  return scoreSubjects(scheme, datasetOf(scheme, ['id', '用地面积'], rows, sides));
}
const occupancy = (rows: readonly Row[]): Sides => ({ occupancy: { header, rows } });
const muOf = (scored: Scored): readonly number[] => valuesOf(scored, 'x');

describe('the mu', () => {
  const scope = (divisor: string, round: string): Sections => ({ land: `land: { mu: { divisor: ${divisor} }, round: ${round}, sum_check: none, clause: doc#c }`, who: "who: { include: '用地面积 >= 3 亩', undetermined: pending, clause: doc#c }" });
  const status = (divisor: string, round = 'none', squareMetres = 2000): string => {
    const scheme = schemeOf({ ...scope(divisor, round), indicators: land });
    return statusOf(scoreSubjects(scheme, datasetOf(scheme, ['id', '用地面积(㎡)'], [['a', squareMetres]])), 'a');
  };

  test('[S2] [R85] 2 000 ㎡ against 3 亩: ÷667 out, ÷666.67 out unless rounded first, ÷(2000/3) in', () => {
    expect([status('667'), status('666.67'), status('666.67', '{ to: 4, by: excel }'), status('2000/3')]).toEqual(['out', 'out', 'graded', 'graded']);
    expect([status('2000/3', 'none', 1999.99), status('667', 'none', 2001), status('667', 'none', 2000.99)]).toEqual(['out', 'graded', 'out']);
  });

  test('[R85] 6 667 ㎡ against 10 亩: exact passes, 667 fails', () => {
    const of = (divisor: string): string => {
      const scheme = schemeOf({ ...scope(divisor, 'none'), who: "who: { include: '用地面积 >= 10 亩', undetermined: pending, clause: doc#c }", indicators: land });
      return statusOf(scoreSubjects(scheme, datasetOf(scheme, ['id', '用地面积(㎡)'], [['a', 6667]])), 'a');
    };
    expect([of('2000/3'), of('667')]).toEqual(['graded', 'out']);
  });

  test('[S2] leased floor space becomes land by the declared divisor, 667 ㎡ a 亩, or does not count', () => {
    const rows: Row[] = [['a', 'P', '承租', null, null, null, 2000, null, null, null, null, null, null], ['b', 'P', '承租', null, null, null, 2001, null, null, null, null, null, null]];
    expect(muOf(run({ land: landOf(net({ floor_space: '{ per_mu: 667 }' })) }, [['a', null], ['b', null]], occupancy(rows))).map((mu) => mu.toFixed(4))).toEqual(['2.9985', '3.0000']);
    const ignored = run({ land: landOf(net()) }, [['a', null], ['b', null]], occupancy(rows));
    expect([statusOf(ignored, 'a'), codesOf(ignored.findings)]).toEqual(['pending', expect.arrayContaining(['fact_not_positive'])]);
  });

  test('[R85] zero and negative land: 算不出 with a finding and a reason, never an infinite score', () => {
    const indicators = 'indicators:\n  - { id: x, name: 亩均税收, formula: 评价税收 / 用地面积, unit: 万元/亩, weight: 10, benchmark: 1, clause: doc#c }';
    const scheme = schemeOf({ indicators });
    const scored = scoreSubjects(scheme, datasetOf(scheme, ['id', '评价税收', '用地面积'], [['a', 5, 0], ['b', 5, -2], ['c', 5, 0.5]]));
    expect(['a', 'b', 'c'].map((id) => statusOf(scored, id))).toEqual(['pending', 'pending', 'graded']);
    expect(reasonsOf(scored, 'a')).toEqual(['亩均税收无法计分：用地面积（算不出）']);
    expect(scored.findings.filter((finding) => finding.code === 'fact_not_positive').map((finding) => finding.where.cell)).toEqual(['facts.csv!C2', 'facts.csv!C3']);
    expect([...scored.total].filter((total) => !Number.isFinite(total) && !Number.isNaN(total))).toEqual([]);
  });
});

describe('net land', () => {
  const area = (id: string, parcel: string, kind: string, certificate: number | null, more: readonly (string | number | null)[] = []): Row => [id, parcel, kind, certificate, ...more, ...Array<null>(9 - more.length).fill(null)];

  test('[S81] 自有 + 承租 − 出租, by months; each line can be shown', () => {
    const rows: Row[] = [
      area('a', 'P1', '自有', 20000),
      ['a', 'P1', '出租', 4000, null, null, null, null, '2022-07-01', null, null, null, null],
      ['b', 'P1', '承租', 4000, null, null, null, null, '2022-07-01', null, null, null, null],
      ['b', 'P2', '承租', 2000, null, null, null, null, '2022-03-16', '2022-05-14', null, null, null],
    ];
    const scheme = schemeOf({ indicators: land, land: landOf(net(), 'round: { to: 2, by: excel }, sum_check: parcel') });
    const dataset = datasetOf(scheme, ['id', '用地面积'], [['a', 1], ['b', 1], ['c', 7]], occupancy(rows));
    const scored = scoreSubjects(scheme, dataset);
    expect(muOf(scored)).toEqual([27, 3.25, 7]);
    expect(codesOf(scored.findings)).not.toContain('parcel_over_allocated');
    const explained = explainLand(dataset, scheme, 1);
    expect(explained?.lines.map((line) => [line.parcel, line.kind, line.area, line.share * 12, tidy(line.contribution)])).toEqual([
      ['P1', '承租', 4000, 6, 2000],
      ['P2', '承租', 2000, 1, tidy(2000 / 12)],
    ]);
    expect([tidy(explained?.mu ?? 0), explained?.rounded]).toEqual([3.25, 3.25]);
    expect(explainLand(dataset, scheme, 2)).toBeNull();
  });

  test('[S81] by days and on the reference day', () => {
    const rows: Row[] = [['a', 'P', '承租', 73000, null, null, null, null, '2022-12-31', null, null, null, null], ['b', 'P', '承租', 73000, null, null, null, null, null, '2022-12-30', null, null, null]];
    const of = (by: string): readonly number[] => muOf(run({ land: landOf(net({ by })) }, [['a', null], ['b', null]], occupancy(rows)));
    expect(of('days').map(tidy)).toEqual([0.3, 109.2]);
    expect(of('reference_day')[0]).toBe(109.5);
    expect(of('reference_day')[1]).toBeNaN();
  });

  test('[S82] certificate, actual, supplied or the larger; 超占 added where it counts', () => {
    const rows: Row[] = [['a', 'P', '自有', 2000, 3000, 2500, null, null, null, null, null, null, null]];
    const of = (basis: string, excess = 'ignore'): number | undefined => muOf(run({ land: landOf(net({ basis, excess })) }, [['a', null]], occupancy(rows)))[0];
    expect([of('certificate'), of('actual'), of('supplied'), of('larger_of_certificate_and_actual')]).toEqual([3, 4.5, 3.75, 4.5]);
    expect([of('certificate', 'add'), of('actual', 'add')]).toEqual([4.5, 4.5]);
  });

  test('[S82] an area that is absent is a finding and makes the land 算不出, not zero', () => {
    const scored = run({ land: landOf(net({ basis: 'actual' })) }, [['a', 5]], occupancy([area('a', 'P', '自有', 2000)]));
    expect([statusOf(scored, 'a'), codesOf(scored.findings)]).toEqual(['pending', expect.arrayContaining(['occupancy_area_missing'])]);
  });

  test('[S81] a kind that nobody knows is a finding and not counted', () => {
    const scored = run({ land: landOf(net()) }, [['a', 5]], occupancy([area('a', 'P', '自有', 2000), area('a', 'P', '借用', 2000)]));
    expect([muOf(scored), codesOf(scored.findings)]).toEqual([[3], expect.arrayContaining(['occupancy_kind_unknown'])]);
  });

  test('[S83] building land: inside the term not counted, more than six months past it whole; the edge is not past', () => {
    const building = (due: string | null): Row => ['a', 'P2', '自有', 2000, null, null, null, null, null, null, '在建', due, null];
    const rule = net({ under_construction: '{ in_term: ignore, overdue_after_months: 6, overdue: whole }' });
    const of = (due: string | null): Scored => run({ land: landOf(rule) }, [['a', null]], occupancy([area('a', 'P1', '自有', 2000), building(due)]));
    expect([muOf(of('2023-06-30')), muOf(of('2022-07-01')), muOf(of('2022-06-30')), muOf(of('2022-06-29'))]).toEqual([[3], [3], [3], [6]]);
    expect(codesOf(of(null).findings)).toContain('completion_due_missing');
    expect(muOf(run({ land: landOf(net()) }, [['a', null]], occupancy([building(null)])))).toEqual([3]);
  });

  test('[S84] by parcel the land counts once, at its holder; by enterprise at who uses it', () => {
    const rows: Row[] = [area('a', 'P', '自有', 20000), area('a', 'P', '出租', 8000), area('b', 'P', '承租', 8000), area('b', 'Q', '承租', 2000)];
    const of = (method: string): readonly number[] => muOf(run({ land: landOf(net({ method })) }, [['a', null], ['b', null]], occupancy(rows)));
    expect(of('enterprise')).toEqual([18, 15]);
    expect(of('parcel')).toEqual([30, 3]);
  });

  test('[S85] related firms become one subject: numbers add up, parcels of both count, members carry the reason', () => {
    const rows: Row[] = [area('a', 'P', '自有', 20000), area('b', 'Q', '自有', 2000), area('a', 'Q', '承租', 2000), area('b', 'Q', '出租', 2000)];
    const scheme = schemeOf({ merge: 'merge: { by: 集团, clause: doc#c }', land: landOf(net()), indicators: 'indicators:\n  - { id: x, name: 亩均税收, formula: 评价税收 / 用地面积, unit: 万元/亩, weight: 10, score: { by: raw }, clause: doc#c }' });
    const scored = scoreSubjects(scheme, datasetOf(scheme, ['id', '名称', '集团', '评价税收', '用地面积'], [['a', '甲', 'G', 60, null], ['b', '乙', 'G', 39, null], ['c', '丙', 'H', 10, 2]], occupancy(rows)));
    expect(scored.frame.dataset.subjects).toEqual(['G', 'a', 'b', 'c']);
    expect([statusOf(scored, 'G'), statusOf(scored, 'a'), statusOf(scored, 'c')]).toEqual(['graded', 'merged', 'graded']);
    expect([totalOf(scored, 'G'), totalOf(scored, 'c'), totalOf(scored, 'a')]).toEqual([3, 5, Number.NaN]);
    expect([...scored.mergedInto]).toEqual([['a', 0], ['b', 0]]);
    expect(reasonsOf(scored, 'b')).toEqual(['并入“甲等2家”评价']);
  });

  test('[S85] a member whose id names the group leads it; a missing part makes the sum missing, 不适用 is skipped; another subject’s id refuses', () => {
    const scheme = schemeOf({ merge: 'merge: { by: 集团, clause: doc#c }', indicators: 'indicators:\n  - { id: x, name: 和, formula: 得数, unit: "", weight: 10, score: { by: raw }, clause: doc#c }' });
    const of = (rows: readonly Row[]): Scored => scoreSubjects(scheme, datasetOf(scheme, ['id', '集团', '得数'], rows));
    const led = of([['a', 'a', 1], ['b', 'a', 2], ['c', 'a', '不适用'], ['d', null, 4]]);
    expect([led.frame.dataset.subjects, totalOf(led, 'a'), statusOf(led, 'b')]).toEqual([['a', 'b', 'c', 'd'], 3, 'merged']);
    expect(statusOf(of([['a', 'a', 1], ['b', 'a', null]]), 'a')).toBe('pending');
    const taken = of([['a', 'd', 1], ['b', 'd', 2], ['d', null, 4]]);
    expect([codesOf(taken.findings), totalOf(taken, 'd')]).toEqual([['merge_id_taken'], 4]);
  });

  test('[S86] a parcel transferred within the year takes its holder out with the declared status', () => {
    const sections: Sections = { land: landOf(net(), 'round: none, sum_check: none, transferred: { status: moved, clause: doc#c }'), statuses: 'statuses: { moved: { name: 年内转让, computed: false, ranked: false, graded: false, clause: doc#c } }' };
    const sold = (id: string, day: string): Row => [id, 'P', '自有', 2000, null, null, null, null, null, null, null, null, day];
    const scored = run(sections, [['a', null], ['b', null]], occupancy([sold('a', '2022-01-01'), sold('b', '2021-12-31')]));
    expect([statusOf(scored, 'a'), statusOf(scored, 'b')]).toEqual(['moved', 'graded']);
    expect(reasonsOf(scored, 'a')).toEqual(['宗地“P”于2022年1月1日转让']);
  });

  test('[TZ-1] the net land counted on a parcel is checked against the parcel: floor space is not ground', () => {
    const rows: Row[] = [area('a', 'P', '自有', 6670), area('b', 'P', '承租', null, [null, null, 20010])];
    const of = (check: string): readonly string[] => codesOf(run({ land: landOf(net({ floor_space: '{ per_mu: 667 }' }), `round: none, sum_check: ${check}`) }, [['a', null], ['b', null]], occupancy(rows)).findings);
    expect(of('parcel')).toContain('parcel_over_allocated');
    expect(of('none')).not.toContain('parcel_over_allocated');
  });
});

describe('electricity and floors', () => {
  const power = 'indicators:\n  - { id: x, name: 用电, formula: 用电量, unit: kWh, weight: 10, score: { by: raw }, clause: doc#c }';
  const meters = 'land: { mu: { divisor: 2000/3 }, round: none, sum_check: none, power: { from: meters, clause: doc#c }, clause: doc#c }';
  const table = (rows: readonly Row[]): Sides => ({ meters: { header: ['id', '户号', '用电方式', '表计电量（万kWh）', '分摊比例'], rows } });

  test('[S87] [S81] own and shared meters, from others and to others', () => {
    const rows: Row[] = [['a', 'M1', '自用', 10, null], ['a', 'M2', '自用', 4, '25%'], ['a', 'M1', '转出', 1, null], ['b', 'M2', '自用', 4, 75], ['b', 'M1', '转入', 1, null]];
    const scheme = schemeOf({ indicators: power, land: meters });
    const scored = scoreSubjects(scheme, datasetOf(scheme, ['id', '用电量'], [['a', 5], ['b', null], ['c', 7]], table(rows)));
    expect(valuesOf(scored, 'x')).toEqual([100000, 40000, 7]);
    expect(codesOf(scored.findings)).not.toContain('meter_over_shared');
  });

  test('[S87] shares above 100% and unknown kinds are findings; a meter without reading makes the sum missing', () => {
    const scheme = schemeOf({ indicators: power, land: meters });
    const rows: Row[] = [['a', 'M', '自用', 4, 60], ['b', 'M', '自用', 4, 50], ['c', 'N', '偷电', 1, null], ['c', 'N', '自用', null, null]];
    const scored = scoreSubjects(scheme, datasetOf(scheme, ['id', '用电量'], [['a', 5], ['b', null], ['c', 7]], table(rows)));
    expect(codesOf(scored.findings)).toEqual(expect.arrayContaining(['meter_over_shared', 'meter_kind_unknown']));
    expect(statusOf(scored, 'c')).toBe('pending');
  });

  test('[S88] floors over 8 m count double, 8 m itself does not', () => {
    const sections: Sections = {
      indicators: 'indicators:\n  - { id: x, name: 容积率, formula: 容积率, unit: "", weight: 10, score: { by: raw }, clause: doc#c }',
      land: 'land: { mu: { divisor: 2000/3 }, round: none, sum_check: none, plot_ratio: { tall_floor_over: 8, counts: 2, clause: doc#c }, clause: doc#c }',
    };
    const rows: Row[] = [['a', 'P', '自有', 1000, null, null, 600, 8.01, null, null, null, null, null], ['a', 'P', '自有', null, null, null, 600, 8, null, null, null, null, null], ['b', 'Q', '自有', null, null, null, 600, 4, null, null, null, null, null]];
    const scheme = schemeOf(sections);
    const scored = scoreSubjects(scheme, datasetOf(scheme, ['id', '容积率'], [['a', null], ['b', 9], ['c', 1.5]], occupancy(rows)));
    expect([totalOf(scored, 'a'), statusOf(scored, 'b'), totalOf(scored, 'c')]).toEqual([1.8, 'pending', 1.5]);
  });
});
