/** What the reader makes of a right scheme: names at their stage, units brought together, what is not said inherited from where it says so. */
import { formulaInWords } from '@muheng/formula';
import { describe, expect, test } from 'vitest';
import { describeScheme } from '../describe/index.zh.js';
import { readText, schemeOf, schemeText, sourceText, troubleCodes, withText, withValues } from '../fixtures/scheme.js';
import { shareOf } from './reading.js';

const leafOf = (text: string, index = 0) => schemeOf(text).leaves[index];

describe('指标项', () => {
  test('only what is used or declared stands in the scheme, in the working unit', () => {
    const { facts } = schemeOf(schemeText);
    expect([...facts.keys()].sort()).toEqual(['dishonest', 'employees', 'land_used', 'scale', 'tax_evaluated', 'value_added']);
    expect(facts.get('land_used')).toMatchObject({ term: '用地面积', mustBe: 'positive', used: true, unit: { text: '亩' } });
  });

  test('a plausible range follows its fact into the other unit', () => {
    const [least = 0, most = 0] = schemeOf(schemeText).facts.get('land_used')?.plausible ?? [];
    expect([least, most]).toEqual([3, 3000]);
  });

  test('a place may call a catalogue fact by its own term: the id stays, the other name is read too', () => {
    const text = withValues({
      'facts.税收贡献': { id: 'tax_evaluated' },
      'indicators.0.formula': '税收贡献 / 用地面积',
      'rank.by.1': '评价税收 desc',
    });
    expect(schemeOf(text).facts.get('tax_evaluated')).toMatchObject({ term: '税收贡献', unit: { text: '万元' } });
  });

  test('[S32] derived facts are ordered after what they read, whatever the order in the file', () => {
    const text = withValues({
      'facts.第二步': { id: 'second', type: 'number', unit: '元', formula: '第一步 + 1 元', clause: 'notice#rules' },
      'facts.第一步': { id: 'first', type: 'number', unit: '万元', formula: '评价税收 * 0.5', clause: 'notice#rules' },
      'indicators.0.formula': '第二步 / 用地面积',
    });
    const scheme = schemeOf(text);
    expect(scheme.derivedOrder).toEqual(['first', 'second']);
    expect([...scheme.facts.keys()].indexOf('first')).toBeLessThan([...scheme.facts.keys()].indexOf('second'));
    expect(scheme.facts.get('tax_evaluated')?.used).toBe(true);
  });
});

describe('指标', () => {
  test('[S31] a formula is brought to the declared unit: 万元 ÷ ㎡ per 亩 is converted, not copied', () => {
    const formula = leafOf(withValues({ 'facts.用地面积.unit': '㎡' }))?.formula;
    expect(formula?.unit.text).toBe('万元/亩');
    expect(formula?.tree.kind).toBe('convert');
    expect(leafOf(schemeText)?.formula.tree.kind).toBe('call');
  });

  test('[S36] the two sides of a quotient are known for sums, in units whose quotient is the indicator unit', () => {
    const sides = leafOf(
      withValues({ 'facts.用地面积.unit': '㎡', 'indicators.0.formula': '(评价税收 + 工业增加值) / (用地面积 - 10 ㎡)' }),
    )?.sides;
    expect(sides && formulaInWords(sides.under)).toBe('用地面积 - 10 ㎡');
    expect(sides?.under.unit.dimension).toBe('area');
    expect(sides?.over.unit.dimension).toBe('money');
    expect(leafOf(withText('formula: 评价税收 / 用地面积', 'formula: 评价税收 / 用地面积 * 1'))?.sides).toBeUndefined();
    expect(leafOf(withText('formula: 评价税收 / 用地面积', 'formula: (评价税收 / 用地面积)'))?.sides).toBeDefined();
  });

  test('[S28] weight zero or no weight: the indicator is no part of the group', () => {
    const text = withValues({ 'indicators.1.weight': { above: 40, below: 0 } });
    expect([...(leafOf(text, 1)?.weight ?? [])]).toEqual([['above', 40]]);
  });

  test('[S39] a benchmark table is brought to the indicator unit', () => {
    const text = withValues({
      tables: {
        行业基准: {
          id: 'by_industry',
          unit: '元/亩',
          rows: { '13': 200_000, '14': 50_000 },
          match: 'longest_prefix',
          clause: 'notice#benchmarks',
        },
      },
      'indicators.0.benchmark': { from: 'table', table: '行业基准', by: '行业', otherwise: 'not_computable' },
    });
    const benchmark = leafOf(text)?.benchmark;
    expect(benchmark).toMatchObject({ from: 'table', by: 'industry_code' });
    expect(benchmark?.from === 'table' && [...benchmark.table.rows]).toEqual([
      ['13', 20],
      ['14', 5],
    ]);
  });

  test('[S50] absence: own, else that of the whole; one word stands for all four kinds', () => {
    const text = withValues({
      'indicators.1.absent': {
        missing: 'group_mean_score',
        not_applicable: 'reweigh',
        not_reported: 'no_points',
        not_computable: { share: '60%' },
        clause: 'notice#rules',
      },
    });
    expect(leafOf(text, 0)?.absent).toMatchObject({ missing: { do: 'pending' }, not_reported: { do: 'pending' } });
    expect(leafOf(text, 1)?.absent).toMatchObject({
      missing: { do: 'group_mean_score' },
      not_computable: { do: 'share', share: { over: 3, under: 5 } },
    });
  });

  test('score rules per group, the rest from the whole', () => {
    const text = withValues({
      'indicators.0.score': { below: { by: 'minmax', least_share: '20%', all_equal: 'full' } },
      'indicators.0.benchmark': { above: 24 },
    });
    expect([...(leafOf(text)?.score ?? [])].map(([group, { by }]) => [group, by])).toEqual([
      ['above', 'ratio'],
      ['below', 'minmax'],
    ]);
  });

  test('a points formula reads 值 基准 权重 and nothing of other stages', () => {
    const ok = withValues({ 'indicators.1.score': { by: 'formula', points: '权重 * 最小(值 / 基准, 1.5)' } });
    expect(leafOf(ok, 1)?.score.get('above')).toMatchObject({ by: 'formula' });
    const wrong = withValues({ 'indicators.1.score': { by: 'formula', points: '总分 * 2' } });
    expect(troubleCodes(readText(wrong).findings)).toContain('name_unknown');
  });
});

describe('名称与阶段', () => {
  test.each([
    ['who.include', '总分 > 1'],
    ['who.include', '亩均税收 > 1 万元/亩'],
    ['groups.above.when', '名次 = 1'],
    ['indicators.0.formula', '亩均税收'],
    ['rank.by.0', '名次 asc'],
  ])('%s cannot read what is not there yet: %s', (path, formula) => {
    const { findings } = readText(withValues({ [path]: formula }));
    expect(troubleCodes(findings)).toContain('name_unknown');
  });

  test.each([
    '亩均税收 >= 30 万元/亩',
    '亩均税收得分 > 10',
    '总分 >= 90',
    '名次 <= 3',
    '基础分 > 1 且 加分 > 0',
    '往年(类别, 1 年) = "D"',
    '连续(往年(类别, 1 年) = "D", 3 年)',
    '分组 = "above"',
    'tax_per_mu > 1 万元/亩',
  ])('a rule may read %s', (when) => {
    expect(troubleCodes(readText(withValues({ 'overrides.rules.0.when': when })).findings)).toEqual([]);
  });

  test('the grade of this year after the cut, by its key only', () => {
    const after = { 'overrides.rules.0.at': 'after_cut', 'overrides.rules.0.off_quota': undefined };
    expect(troubleCodes(readText(withValues({ ...after, 'overrides.rules.0.when': '测算类别 = "C"' })).findings)).toEqual([]);
    expect(troubleCodes(readText(withValues({ ...after, 'overrides.rules.0.when': '类别 = "E"' })).findings)).toContain(
      'text_not_allowed',
    );
  });

  test('[S69] a line in another unit is converted to that of what is compared', () => {
    const cut = {
      by: 'threshold',
      on: '亩均税收',
      better: 'higher',
      lines: { A: '300000 元/亩', B: 10, C: 1, D: 'rest' },
      edge: 'in',
      clause: 'notice#rules',
    };
    const [rule] = schemeOf(withValues({ 'grades.cut': cut, 'overrides.rules.0.off_quota': undefined })).grades.cut.values();
    expect(rule?.by === 'threshold' && [...rule.lines]).toEqual([
      ['A', 30],
      ['B', 10],
      ['C', 1],
      ['D', 'rest'],
    ]);
  });
});

describe('划档', () => {
  test('[S62] classes keep the order of the text even when they are numbers', () => {
    const text = withValues({
      'grades.classes': undefined,
      'overrides.rules.0.effect': { direct: '2' },
      'grades.cut.shares': { '2': '30%', '1': 'rest' },
    });
    const classes = 'classes:\n    "2": { name: 二星 }\n    "1": { name: 一星 }\n';
    const scheme = schemeOf(withText('grades:\n', `grades:\n  ${classes}`, text));
    expect(scheme.grades.classes.map(({ key }) => key)).toEqual(['2', '1']);
    expect([...scheme.grades.cut.values()].map((cut) => cut.by === 'share' && [...cut.shares.keys()])[0]).toEqual(['2', '1']);
  });

  test('[S64] a cut under the name of a pool stands for its groups', () => {
    const cut = {
      by: 'share',
      base: 'graded',
      shares: { A: '20%', B: '45%', C: '30%', D: 'rest' },
      count: 'each',
      round: 'down',
      edge: 'in',
      ties_across_cut: 'better',
      clause: 'notice#rules',
    };
    const { grades } = schemeOf(
      withValues({ 'groups.above.pool': 'one', 'groups.below.pool': 'one', 'grades.cut': { groups: { one: cut } } }),
    );
    expect([...grades.cut.keys()]).toEqual(['above', 'below']);
    expect(grades.cut.get('above')).toBe(grades.cut.get('below'));
  });

  test.each([
    ['20%', 1, 5],
    ['33.3%', 333, 1000],
    ['0%', 0, 1],
    ['100%', 1, 1],
    ['0.000001%', 1, 100_000_000],
    ['-50%', -1, 2],
  ])('%s is exact', (text, over, under) => {
    expect(shareOf(text)).toEqual({ over, under });
  });
});

describe('依据与全文', () => {
  test('citations are official: 《title》（number）place', () => {
    expect(schemeOf(schemeText).who.cited).toEqual({
      words: '《示例区2022年度工业企业亩均效益综合评价公示》（示政发〔2022〕8号）第二条',
      references: ['notice#scope'],
    });
    const two = schemeOf(
      withText('when: otherwise, clause: notice#scope', 'when: otherwise, clause: [notice#scope, notice#rules]'),
    );
    expect(two.groups[1]?.cited.words.split('；')).toHaveLength(2);
  });

  test('the closure holds what a result depends on, and nothing that JSON cannot say', () => {
    const { closure } = schemeOf(schemeText);
    expect(JSON.parse(JSON.stringify(closure))).toEqual(closure);
    expect(JSON.stringify(closure)).toContain('万元/亩');
  });

  test('the closure tells apart orders that matter and a clause whose words changed', () => {
    const print = (text: string, source = sourceText): string => JSON.stringify(sortedKeys(schemeOf(text, source).closure));
    expect(print(schemeText)).toBe(print(schemeText));
    expect(print(`# 注释\n${schemeText}`)).toBe(print(schemeText));
    const swapped = schemeText.replace(
      / {4}A: \{ name: A类, label: 优先发展类 \}\n {4}B: \{ name: B类 \}/,
      '    B: { name: B类 }\n    A: { name: A类, label: 优先发展类 }',
    );
    expect(print(swapped)).not.toBe(print(schemeText));
    expect(print(schemeText, sourceText.replace('规上企业和规下企业', '规上、规下企业'))).not.toBe(print(schemeText));
    expect(print(schemeText, sourceText.replace('clauses:\n', 'clauses:\n      other: { at: 第九条 }\n'))).toBe(
      print(schemeText),
    );
  });
});

/** As canonical JSON would print it. */
function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sortedKeys(member)]),
  );
}

test('a scheme with nearly every construct at once is read and printed', () => {
  const text = withValues({
    land: {
      mu: { divisor: 667 },
      round: { to: 4, by: 'excel' },
      sum_check: 'parcel',
      net: {
        basis: 'larger_of_certificate_and_actual',
        own: 'add',
        leased_in: 'add',
        leased_out: 'subtract',
        collective: 'add',
        by: 'months',
        floor_space: { per_mu: 667 },
        under_construction: { in_term: 'ignore', overdue_after_months: 6, overdue: 'whole' },
        excess: 'add',
        method: 'parcel',
      },
      power: { from: 'meters' },
      transferred: { status: 'out' },
      plot_ratio: { tall_floor_over: 8, counts: 2 },
      clause: 'notice#rules',
    },
    lists: {
      公用事业: { id: 'utilities', entries: ['44', '45'], match: 'prefix', clause: 'notice#scope' },
      免评名单: { id: 'exempt', dated: true, clause: 'notice#scope' },
    },
    statuses: { t: { name: '暂不评', computed: true, ranked: false, graded: false, treated_as: 'B', clause: 'notice#scope' } },
    'who.except.1': {
      id: 'utility',
      when: '开头是(行业代码, 表(公用事业))',
      status: 't',
      reason: '公用事业',
      clause: 'notice#scope',
    },
    'who.except.2': { id: 'listed', when: '列入(免评名单, 2022-12-31)', status: 'out', reason: '免评', clause: 'notice#scope' },
    merge: { by: '出租方', when: '用地面积 > 1 亩', clause: 'notice#rules' },
    bonus: {
      most: 10,
      least: 'none',
      absent: 'no_points',
      clause: 'notice#rules',
      items: [
        { id: 'plain', name: '固定加分', when: '亩均税收得分 > 50', points: 2 },
        { id: 'growth', name: '增长', points: '最小(增长率(评价税收) × 20, 5)', least: 0, groups: ['above'] },
        {
          id: 'title',
          name: '称号',
          kind: '科技',
          titles: { names: ['研发中心'], levels: { 国家级: 5, 省级: 2 }, take: 'best', valid: 'on_reference_day' },
        },
        { id: 'sublet', name: '转租', events: { where: '事件类型 = "转租" 且 事件日期 >= 2022-01-01', first: -2, further: -1 } },
      ],
    },
    'total.factor': '若 容积率 > 1 则 1.1 否则 1',
    'total.least': 0,
    'rank.within': ['group', '县区'],
    'overrides.rules.1': {
      id: 'tenant',
      name: '随出租方',
      when: '用地面积 < 1 亩',
      effect: { follow: '出租方' },
      at: 'after_cut',
      unless: ['big_tax'],
      groups: ['below'],
      clause: 'notice#rules',
    },
    'overrides.rules.2': {
      id: 'parcel',
      name: '同一宗地',
      when: '总分 > 0',
      effect: { share: '出租方', grade: 'of_largest', largest_by: '用地面积' },
      at: 'after_cut',
      clause: 'notice#rules',
    },
    'overrides.rules.3': {
      id: 'notch',
      name: '三年D类',
      when: '连续(往年(类别, 1 年) = "D", 3 年)',
      effect: { down: 1, not_below: 'D' },
      at: 'after_cut',
      clause: 'notice#rules',
    },
    robustness: { weights: '10%', facts: { 用地面积: '5%' }, draws: 100 },
    notes: ['说明一句'],
  });
  const { scheme, findings } = readText(text);
  expect(troubleCodes(findings)).toEqual([]);
  if (scheme === undefined) throw new Error('refused');
  expect(scheme.land).toMatchObject({ mu: '667', net: { floorPerMu: 667, method: 'parcel' }, sumCheck: 'parcel' });
  expect([...scheme.facts.keys()]).toEqual(
    expect.arrayContaining(['land_used', 'power_used', 'plot_ratio', 'landlord', 'county', 'industry_code']),
  );
  expect(scheme.bonus?.items.map(({ source }) => source.from)).toEqual(['points', 'points', 'titles', 'events']);
  expect(scheme.rank.within).toEqual(['group', 'county']);
  const prose = describeScheme(scheme);
  for (const words of [
    '1亩按667平方米',
    '同类只取最高',
    '首件-2分，以后每件-1分',
    '乘以',
    '随出租方（限规下企业）',
    '下调1档，最低调至D类',
    '按B类管理',
    '说明一句',
  ]) {
    expect(prose).toContain(words);
  }
  expect(prose).not.toMatch(/undefined|NaN|\[object/);
});
