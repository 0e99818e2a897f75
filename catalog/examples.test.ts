/** Every worked example of every preset, to the printed digit; what each demand of the source documents needs, on the preset that states it. */
import { datasetFrom, evaluate, type ResultJson, resultAsJson } from '@muheng/engine';
import type { Leaf } from '@muheng/scheme';
import { describe, expect, test } from 'vitest';
import { type Example, examplesOf, factsOf, getScheme, type Printed, presets, prints, readPreset, tableOf } from './examples.js';

const runs = new Map<string, ResultJson>();

/** The result of an example, with the findings of its tables before those of the run. */
function run(example: Example): ResultJson {
  const key = `${example.scheme}/${example.file}`;
  const known = runs.get(key);
  if (known !== undefined) return known;
  const scheme = getScheme(example.scheme);
  const sideTables = Object.fromEntries(Object.entries(example.tables ?? {}).map(([id, rows]) => [id, [tableOf(example, rows)]]));
  const { dataset, findings } = datasetFrom({
    tables: [factsOf(example)],
    sideTables,
    scheme,
    year: example.year,
  });
  if (dataset === undefined) throw new Error(`${key}: ${findings.map(({ message }) => message).join('; ')}`);
  const evaluated = resultAsJson(evaluate(scheme, dataset), scheme);
  const result = { ...evaluated, findings: [...findings, ...evaluated.findings] };
  runs.set(key, result);
  return result;
}

function exampleNamed(scheme: string, file: string): Example {
  const example = examplesOf(scheme).find((one) => one.file === file);
  if (example === undefined) throw new Error(`${scheme} has no example ${file}`);
  return example;
}

function subjectOf(scheme: string, file: string, id: string): ResultJson['subjects'][number] {
  const subject = run(exampleNamed(scheme, file)).subjects.find((one) => one.id === id);
  if (subject === undefined) throw new Error(`${id} is not in ${scheme}/${file}`);
  return subject;
}

/** Everything that differs from the example, as text. */
function differences(example: Example): string[] {
  const result = run(example);
  const wrong: string[] = [];
  const number = (where: string, expected: Printed | undefined, actual: number | null | undefined): void => {
    if (expected !== undefined && !prints(expected, actual ?? null))
      wrong.push(`${where}: expected ${expected}, got ${actual ?? null}`);
  };
  const text = (where: string, expected: string | null | undefined, actual: string | null): void => {
    if (expected !== undefined && expected !== actual) wrong.push(`${where}: expected ${expected}, got ${actual}`);
  };
  for (const [id, wanted] of Object.entries(example.expect.subjects)) {
    const subject = result.subjects.find((one) => one.id === id);
    if (subject === undefined) {
      wrong.push(`${id} is not in the result`);
      continue;
    }
    for (const field of ['group', 'status', 'computedGrade', 'grade'] as const)
      text(`${id} ${field}`, wanted[field], subject[field]);
    for (const field of ['total', 'rank'] as const) number(`${id} ${field}`, wanted[field], subject[field]);
    for (const [item, points] of Object.entries(wanted.bonus ?? {})) number(`${id} bonus ${item}`, points, subject.bonus[item]);
    for (const [name, indicator] of Object.entries(wanted.indicators ?? {})) {
      for (const field of ['value', 'benchmark', 'score'] as const)
        number(`${id} ${name} ${field}`, indicator[field], subject.indicators[name]?.[field]);
    }
  }
  for (const cut of example.expect.cuts ?? []) {
    const line = result.cuts.find(({ pool, grade }) => pool === cut.pool && grade === cut.grade);
    number(`${cut.pool} ${cut.grade} places`, cut.places, line?.places);
  }
  for (const code of example.expect.findings ?? []) {
    if (!result.findings.some((finding) => finding.code === code)) wrong.push(`no finding ${code}`);
  }
  return wrong;
}

for (const preset of presets) {
  describe(preset, () => {
    for (const example of examplesOf(preset)) {
      test(`${example.demand.map((id) => `[${id}]`).join(' ')} ${example.file}: ${example.name}`, () => {
        expect(differences(example)).toEqual([]);
      });
    }
  });
}

test('[ALL-1] every preset is data only and has a worked example', () => {
  for (const preset of presets) expect(examplesOf(preset).length, preset).toBeGreaterThan(0);
  const works = presets.map((preset) => getScheme(preset).place.work);
  expect(new Set(works).size).toBeGreaterThan(3);
  const kinds = new Set(presets.map((preset) => getScheme(preset).subject.kind));
  expect([...kinds].sort()).toEqual(['county', 'enterprise', 'park', 'small_park']);
});

test('[ALL-1] a preset that leaves rounding unsaid is refused with line and remedy', () => {
  const { scheme, findings } = readPreset('huangyan-2022', (text) => text.replace(', round: { to: 4, by: excel }', ''));
  expect(scheme).toBeUndefined();
  const [unsaid] = findings.filter(({ severity }) => severity === 'error');
  expect([unsaid?.code, (unsaid?.where.line ?? 0) > 0, unsaid?.remedy !== '']).toEqual(['rounding_unsaid', true, true]);
});

describe('黄岩 arithmetic', () => {
  test('[S35] the published 2022 benchmarks give 37.3490 + 22.0329 + 14.8478 + 12.1709 + 11.0254 + 8.2781 = 105.7041, the 2021 ones 105.0320', () => {
    const subject = subjectOf('huangyan-2022', 'arithmetic.yaml', '规上-算例');
    const scores = Object.values(subject.indicators).map(({ score }) => score?.toFixed(4));
    expect(scores).toEqual(['37.3490', '22.0329', '14.8478', '12.1709', '11.0254', '8.2781']);
    expect(subject.total).toBe(105.7041);
    expect(subjectOf('huangyan-2021', 'arithmetic.yaml', '规上-算例').total).toBe(105.032);
    expect(subjectOf('huangyan-2022', 'arithmetic.yaml', '规下-算例').total).toBe(106.9042);
    expect(subjectOf('huangyan-2021', 'arithmetic.yaml', '规下-算例').total).toBe(93.5261);
  });

  test('[S35] all at the benchmark is 100, in both groups and both years', () => {
    for (const preset of ['huangyan-2021', 'huangyan-2022']) {
      for (const id of ['规上-等于基准', '规下-等于基准']) expect(subjectOf(preset, 'arithmetic.yaml', id).total).toBe(100);
    }
  });
});

test('[S35] a published benchmark of zero is refused', () => {
  const { scheme, findings } = readPreset('huangyan-2022', (text) => text.replace('above: 24.097', 'above: 0'));
  expect(scheme).toBeUndefined();
  expect(findings.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(0);
});

test('[S36] the benchmark is twice the mean of the year before, of the same county and group: 20 for 900 万元 on 90 亩', () => {
  const { benchmarks } = run(exampleNamed('huaian-2024', 'county-cut.yaml'));
  const taxPerMu = benchmarks.filter(({ indicator }) => indicator === 'tax_per_mu').map(({ value }) => value);
  expect(taxPerMu).toEqual(expect.arrayContaining([20, 16, 10]));
  expect(subjectOf('huaian-2024', 'county-cut.yaml', 'H01').indicators.tax_per_mu?.benchmark).toBe(20);
  expect(subjectOf('huaian-2024', 'county-cut.yaml', 'H11').indicators.tax_per_mu?.benchmark).toBe(16);
});

describe('赤峰 2020', () => {
  const readings = ['chifeng-2020', 'chifeng-2020-to-zero', 'chifeng-2020-by-value'];
  const leavesOf = (preset: string): readonly Leaf[] => getScheme(preset).leaves;
  const weightOf = (weight: ReadonlyMap<string, number>): number => weight.get('all') ?? 0;

  test('[CF-1] 7 groups of 30, 12, 30, 7, 7, 7 and 7 points, 23 indicators, 100 points, as 附件2', () => {
    for (const preset of readings) {
      const scheme = getScheme(preset);
      expect(scheme.indicators.map(({ weight }) => weightOf(weight))).toEqual([30, 12, 30, 7, 7, 7, 7]);
      expect(scheme.leaves.map(({ weight }) => weightOf(weight))).toEqual([
        6, 6, 6, 6, 6, 4, 4, 4, 10, 10, 10, 3, 4, 3, 4, 3, 2, 2, 3, 1, 1, 1, 1,
      ]);
    }
  });

  test('[CF-1] a copy with one weight changed is refused: the group no longer adds up', () => {
    const { scheme, findings } = readPreset('chifeng-2020', (text) => text.replace('weight: 6', 'weight: 7'));
    expect(scheme).toBeUndefined();
    expect(
      findings
        .filter(({ severity }) => severity === 'error')
        .map(({ message }) => message)
        .join(),
    ).toContain('总量指标');
  });

  test('[CF-1] the unit that 附件2 prints for 项目数量, 亿元, is kept and warned of', () => {
    expect(
      leavesOf('chifeng-2020')
        .filter(({ printedUnit }) => printedUnit !== undefined)
        .map(({ name, printedUnit }) => [name, printedUnit]),
    ).toEqual([['当年招商引资项目数量', '亿元']]);
  });

  test('[CF-2] rank scoring for the 11 indicators that 附件1 names and no other, in three readings', () => {
    const ranked = [
      'output_added',
      'output_growth',
      'tax',
      'tax_growth',
      'jobs_growth',
      'output_per_mu',
      'investment_per_mu',
      'tax_per_mu',
    ];
    const rest = ['industrial_investment_growth', 'infrastructure_growth', 'infrastructure_added'];
    const falls = readings.map((preset) => {
      const rules = leavesOf(preset).flatMap(({ id, score }) => {
        const rule = score.get('all');
        return rule?.by === 'rank' ? [{ id, falls: rule.falls }] : [];
      });
      expect(rules.map(({ id }) => id)).toEqual([...ranked, ...rest]);
      return [...new Set(rules.map((rule) => rule.falls))];
    });
    expect(falls).toEqual([['by_place'], ['to_zero'], ['by_value']]);
  });

  test('[CF-2] the first has full marks, the last of 14 has 6/14, 0 or its own share; never below zero', () => {
    const last = readings.map((preset) => {
      const scores = run(exampleNamed(preset, 'fourteen-parks.yaml')).subjects.flatMap(
        ({ indicators }) => indicators.output_growth?.score ?? [],
      );
      expect(Math.max(...scores)).toBe(6);
      return Math.min(...scores);
    });
    expect(last[0]).toBeCloseTo(6 / 14, 12);
    expect(last[1]).toBe(0);
    expect(last[2]).toBeGreaterThanOrEqual(0);
  });

  test('[CF-2] two parks tied have the same points and the next place is left out', () => {
    const score = (id: string): number | null | undefined =>
      subjectOf('chifeng-2020', 'fourteen-parks.yaml', id).indicators.tax_growth?.score;
    expect(score('anqing')).toBe(score('yulong'));
  });

  test('[CF-3] 4 new high-tech enterprises still give 3 points, 5 institutions 4', () => {
    const { indicators } = subjectOf('chifeng-2020', 'fourteen-parks.yaml', 'aohan');
    expect([indicators.new_high_tech?.value, indicators.new_high_tech?.score]).toEqual([4, 3]);
    expect([indicators.new_institutions?.value, indicators.new_institutions?.score]).toEqual([5, 4]);
    const unreported = subjectOf('chifeng-2020', 'not-reported.yaml', 'hexigten');
    expect([unreported.status, unreported.indicators.new_high_tech?.score]).toEqual(['pending', null]);
    expect(unreported.reasons.map(({ words }) => words).join()).toContain('未报');
  });

  test('[CF-4] the two attraction counts, environment and management are marks of a department', () => {
    const marks = leavesOf('chifeng-2020').filter(({ score }) => score.get('all')?.by === 'marks');
    expect(marks).toHaveLength(10);
    expect(marks.slice(0, 2).map(({ by }) => by)).toEqual(['市区域经济合作局', '市区域经济合作局']);
  });

  test('[CF-5] a national title is worth 10, a provincial one 5, the best counts, an expired one nothing; an accident removes the park', () => {
    const bonus = (id: string): number | undefined => subjectOf('chifeng-2020', 'fourteen-parks.yaml', id).bonus.recognised;
    expect(['dongshan', 'yulong', 'ningcheng', 'aohan'].map(bonus)).toEqual([10, 5, undefined, undefined]);
    const gone = subjectOf('chifeng-2020', 'accident.yaml', 'ningcheng');
    expect([gone.status, gone.rank]).toEqual(['accident', null]);
    expect(gone.reasons.map(({ words }) => words).join()).toContain('当年不予评价考核并向社会公告');
    expect(subjectOf('chifeng-2020', 'accident.yaml', 'yulong').status).toBe('graded');
  });

  test('[CF-8] 14 units are assessed: 喀喇沁 waits, an undeclared fifth part of the split park is out with its reason', () => {
    const { subjects } = run(exampleNamed('chifeng-2020', 'fourteen-parks.yaml'));
    expect(subjects.filter(({ status }) => status === 'graded')).toHaveLength(14);
    expect(subjects.find(({ id }) => id === 'harqin')?.status).toBe('not_yet');
    const fifth = subjectOf('chifeng-2020', 'fourteen-parks.yaml', 'fifth');
    expect(fifth.status).toBe('out');
    expect(fifth.reasons[0]?.words).toContain('考核单位名单');
  });
});

test('[TZ-1] 500 万元 or 3 亩 (667 ㎡ of leased floor = 1 亩) and three full years; everyone left out has a reason', () => {
  const { subjects } = run(exampleNamed('tongzhouwan-2022', 'scope.yaml'));
  const out = subjects.filter(({ status }) => status === 'out');
  expect(out.map(({ id }) => id)).toEqual(['T02', 'T05', 'T07']);
  for (const { id, reasons } of out) expect(reasons.length, id).toBeGreaterThan(0);
  const scheme = getScheme('tongzhouwan-2022');
  expect(scheme.land?.sumCheck).toBe('parcel');
  const codes = (file: string): readonly string[] => run(exampleNamed('tongzhouwan-2022', file)).findings.map(({ code }) => code);
  expect(codes('parcel.yaml')).toContain('parcel_over_allocated');
  expect(codes('scope.yaml')).not.toContain('parcel_over_allocated');
  expect(scheme.assumptions.some(({ why }) => why.includes('附件1未公开'))).toBe(true);
});

test('[LH-3] 1 亿元 gives A outside the quota, 3000 万元 keeps out of D, 2999.99 does not; who is not building gets nothing', () => {
  const grade = (file: string, id: string): string | null => subjectOf('linhai-2022', file, id).grade;
  expect([grade('building.yaml', 'N22'), grade('building.yaml', 'N21'), grade('not-enough.yaml', 'N21')]).toEqual([
    'A',
    'C',
    'D',
  ]);
  expect(subjectOf('linhai-2022', 'building.yaml', 'N18').overrides.filter(({ applied }) => applied)).toEqual([]);
  const { cuts, pools } = run(exampleNamed('linhai-2022', 'building.yaml'));
  expect(pools[0]?.offQuota).toBe(2);
  expect(cuts.find(({ grade: key }) => key === 'A')?.decided).toBe(6);
});
