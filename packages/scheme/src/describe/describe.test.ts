/** The prose a lawyer compares with the document, and the words of differences: golden files, reviewed as diffs. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { diffSchemes } from '../diff/diffSchemes.js';
import { chifengSource, chifengText } from '../fixtures/chifeng.js';
import { schemeOf, schemeText, sourceText, withText, withValues } from '../fixtures/scheme.js';
import { readScheme } from '../read/readScheme.js';
import { describeScheme } from './index.zh.js';

const proseOf = (changes: Readonly<Record<string, unknown>>): string => describeScheme(schemeOf(withValues(changes)));

describe('办法成文', () => {
  test('the sample scheme', async () => {
    await expect(describeScheme(schemeOf(schemeText))).toMatchFileSnapshot('golden/sample.md');
  });

  test('赤峰 parks', async () => {
    await expect(describeScheme(schemeOf(chifengText(), chifengSource))).toMatchFileSnapshot('golden/chifeng.md');
  });

  test.each(['huangyan-2022', 'tongzhouwan-2022', 'linhai-2022', 'hangzhou-parks'])(
    'the preset %s has every section and its basis',
    (id) => {
      const read = (file: string): string => readFileSync(new URL(`../../../../catalog/${file}`, import.meta.url), 'utf8');
      const { scheme } = readScheme({
        file: `${id}/scheme.yaml`,
        text: read(`schemes/${id}/scheme.yaml`),
        sourceFile: `${id}/source.yaml`,
        sourceText: read(`schemes/${id}/source.yaml`),
        catalogueText: read('facts.yaml'),
      });
      if (scheme === undefined) throw new Error(`${id} is refused`);
      const prose = describeScheme(scheme);
      for (const title of [
        '依据与效力',
        '评价对象',
        '数据与口径',
        '分组',
        '指标体系',
        '计分方法',
        '缺项处理',
        '总分与排名',
        '分类',
        '假定事项',
      ])
        expect(prose).toContain(`、${title}\n`);
      for (const { name } of scheme.leaves) expect(prose).toContain(name);
      for (const { why } of scheme.assumptions) expect(prose).toContain(why);
      expect(prose).not.toMatch(/undefined|NaN|\[object|null/);
    },
  );

  test('以上 includes the edge, 超过 does not', () => {
    expect(proseOf({ 'overrides.rules.0.when': '评价税收 >= 1000 万元' })).toContain('评价税收 在 1000 万元 以上的');
    expect(proseOf({ 'overrides.rules.0.when': '评价税收 > 1000 万元' })).toContain('评价税收 超过 1000 万元的');
  });

  test('what is assumed carries 【假定】 where it stands and again at the end', () => {
    const prose = describeScheme(
      schemeOf(withText('ties: min, on: rounded, clause: notice#rules', 'ties: min, on: rounded, assumed: 公示未写同分处理')),
    );
    expect(prose.split('公示未写同分处理')).toHaveLength(3);
    expect(prose).toContain('【假定：公示未写同分处理】');
  });

  test('[S62] renamed grades are printed by their own names', () => {
    const prose = proseOf({
      'grades.classes': { 甲: { name: '甲级' }, 乙: { name: '乙级' } },
      'grades.cut.shares': { 甲: '30%', 乙: 'rest' },
      'overrides.rules.0.effect': { direct: '甲' },
    });
    expect(prose).toContain('从优到劣分为甲级、乙级');
    expect(prose).toContain('甲级30%、乙级为其余');
    expect(prose).not.toContain('A类');
  });

  test('[S63] closed and open bounds read differently', () => {
    expect(proseOf({ 'grades.cut.edge': 'in' })).toContain('计入较好一类（含）');
    expect(proseOf({ 'grades.cut.edge': 'out' })).toContain('不计入较好一类（不含）');
  });

  test('[S65] limits, [S66] rounding and base are told', () => {
    const prose = proseOf({
      'grades.limits': { A: { most: '20%' }, D: { least: '5%' } },
      'grades.cut.round': { A: 'down', B: 'nearest', C: 'up' },
      'grades.cut.base': 'graded_without_off_quota',
    });
    expect(prose).toContain('结果的比例限额：A类不超过20%，D类不低于5%。');
    expect(prose).toContain('A类舍去尾数、B类四舍五入、C类进位');
    expect(prose).toContain('不含不占比例名额的');
  });

  test('[S26] groups that share a pool are ranked by pool', () => {
    expect(proseOf({ 'groups.above.pool': 'all', 'groups.below.pool': 'all' })).toContain('按排名组分别排名');
    expect(proseOf({})).toContain('按分组分别排名');
  });

  test('[S85] how members are merged is told where the scheme merges, and only there', () => {
    const merged = proseOf({ merge: { by: '出租方', clause: 'notice#rules' }, 'facts.评价税收': { merged: 'most' } });
    expect(merged).toMatch(/\| 评价税收 \|.*合并评价时取最大/);
    expect(merged).toMatch(/\| 工业增加值 \|.*合并评价时相加/);
    expect(proseOf({})).not.toContain('合并评价时');
  });

  test('[S18] a trial year says so', () => {
    expect(proseOf({ trial: '首年试行' })).toContain('本次为试评价，结果供参考：首年试行。');
    expect(describeScheme(schemeOf(schemeText))).not.toContain('试评价');
  });

  test('[S7] a scope bound to places prints its places', () => {
    expect(proseOf({ 'who.include': '规模 = "规上" or 县区 in ["甲县", "乙县"]' })).toContain(
      '规模 = “规上” 或 县区 属于 [“甲县”, “乙县”]',
    );
  });

  test('a basis that is a draft says so in 依据 and in 假定', () => {
    const prose = describeScheme(schemeOf(schemeText, sourceText.replace('standing: in_force', 'standing: draft')));
    expect(prose.match(/征求意见稿/g)?.length).toBe(2);
  });
});

describe('办法对照', () => {
  const before = schemeOf(schemeText);
  const wordsOf = (changes: Readonly<Record<string, unknown>>): string[] =>
    diffSchemes(before, schemeOf(withValues(changes))).map(({ words }) => words);

  test('a scheme does not differ from itself, and comments are no difference', () => {
    expect(diffSchemes(before, before)).toEqual([]);
    expect(diffSchemes(before, schemeOf(`# 说明\n${schemeText}`))).toEqual([]);
  });

  test('next year in words', async () => {
    const changes = {
      'years.data': 2023,
      'years.work': 2024,
      'indicators.0.benchmark': { above: 26.01, below: 16.601058 },
      'indicators.0.weight': { above: 50, below: 100 },
      'indicators.1.formula': '工业增加值 / (年平均职工人数 + 1 人)',
      'indicators.2': {
        id: 'research',
        name: '研发投入占比',
        formula: '研发占比',
        unit: '%',
        weight: { above: 10 },
        benchmark: { above: 3 },
        clause: 'notice#benchmarks',
      },
      'total.round': { to: 4, by: 'gbt8170' },
      'rank.ties': 'dense',
      'grades.cut.shares.A': '15%',
      'grades.cut.edge': 'out',
      'overrides.rules.0.when': '评价税收 > 2000 万元',
      'overrides.rules.1': {
        id: 'veto',
        name: '严重失信',
        when: '严重失信',
        effect: { not: ['A', 'B'] },
        off_quota: false,
        at: 'before_cut',
        clause: 'notice#rules',
      },
      'who.except': undefined,
    };
    await expect(`${wordsOf(changes).join('\n')}\n`).toMatchFileSnapshot('golden/next-year.txt');
  });

  test.each([
    [
      'weight',
      { 'indicators.0.weight.above': 50 },
      'indicators[0].weight.above',
      '指标“亩均税收”在“规上企业”的权重由“60”改为“50”',
    ],
    ['rounding', { 'total.round': 'none' }, 'total.round', '总分修约由“四舍五入保留2位小数（Excel 口径）”改为“不修约”'],
    ['share', { 'grades.cut.shares.A': '15%' }, 'grades.cut', '划档的A类比例由“20%”改为“15%”'],
    [
      'order',
      { 'overrides.order': 'last_wins' },
      'overrides.order',
      '调档规则的先后由“在前的为准：税收大户”改为“在后的为准：税收大户”',
    ],
    [
      'absence',
      { absent: 'no_points', 'indicators.1.absent': 'pending' },
      'indicators[0].absent',
      '指标“亩均税收”的缺项处理由“缺、不适用、未报、算不出的，列为待补数据，不参加排名和定档”改为“缺、不适用、未报、算不出的，得0分”',
    ],
  ])('a change of %s alone is one difference', (_name, changes, path, words) => {
    expect(diffSchemes(before, schemeOf(withValues(changes)))).toMatchObject([{ kind: 'changed', path, words }]);
  });

  test('an indicator that is new or gone is told once, not part by part', () => {
    const shorter = schemeOf(withValues({ 'indicators.1': undefined }));
    expect(
      diffSchemes(before, shorter)
        .filter(({ label }) => label.startsWith('指标'))
        .map(({ kind, words }) => [kind, words]),
    ).toEqual([
      ['removed', '删去指标项“工业增加值”：万元'],
      ['removed', '删去指标项“年平均职工人数”：人，应不小于0，否则按算不出处理'],
      ['removed', '删去指标：全员劳动生产率'],
    ]);
    expect(diffSchemes(shorter, before).filter(({ kind }) => kind === 'added')).toHaveLength(3);
  });
});
