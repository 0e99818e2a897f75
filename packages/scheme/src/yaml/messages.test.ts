/** What a first user reads when a scheme is wrong: the words of the remedy, each slip said once. */
import { describe, expect, test } from 'vitest';
import { branch, rule } from '../fixtures/changes.js';
import { readText, schemeText, withText, withValues } from '../fixtures/scheme.js';

const troublesOf = (text: string) => readText(text).findings.filter(({ severity }) => severity !== 'note');
const wordsOf = (text: string): string[] => troublesOf(text).map(({ message, remedy }) => `${message}${remedy}`);

describe('用语', () => {
  test.each([
    ['share as a number', 'A: 20%', 'A: 20', '请写成百分数，例如 20%，或“rest”。'],
    ['share as a part', 'A: 20%', 'A: 0.07', '请写成百分数，例如 7%，或“rest”。'],
    ['a bare limit', 'cap: none', 'cap: 1.5', '请写成 none、{ points: 45 } 或 { times_weight: 1.5 }。'],
    ['a bare rounding', 'round: { to: 2, by: excel }', 'round: 2', '请写成 none 或 { to: 2, by: excel }。'],
    ['id', 'id: sample-2022', 'id: N_2024', '小写字母、数字、连字符'],
    [
      'no bonus items',
      'absent: pending',
      'absent: pending\nbonus: { most: none, least: none, absent: no_points, items: [], clause: notice#rules }',
      '至少 1 项；没有加减分就删去 bonus',
    ],
    ['short text', 'ties: min, on: rounded, clause: notice#rules', 'ties: min, on: rounded, assumed: x', '至少 2 个字'],
    ['unknown class', 'effect: { direct: A }', 'effect: { direct: E }', '类别有 A、B、C、D。'],
    ['full-width colon in braces', 'name: 规上企业,', 'name：规上企业,', '冒号要用半角'],
  ])('%s', (_name, from, to, words) => {
    const told = wordsOf(withText(from, to));
    expect(told.join('\n')).toContain(words);
    expect(told.join('\n')).not.toMatch(/项（字）|规定的写法|是不是“A”/);
  });

  test('a full-width colon is pointed at, and nothing that follows from it', () => {
    const [finding, ...more] = troublesOf(withText('    name: 亩均税收\n', '    name：亩均税收\n'));
    expect(finding).toMatchObject({ code: 'yaml_broken', message: '写法有误：冒号要用半角 : ，后面空一格。' });
    expect(finding?.where).toMatchObject({
      line: schemeText.slice(0, schemeText.indexOf('    name: 亩均')).split('\n').length,
      column: 9,
    });
    expect(more).toEqual([]);
  });

  test('a tab is one finding, on its line', () => {
    const told = troublesOf(
      schemeText.replace('    A: { name: A类, label: 优先发展类 }\n    B', '\tA: { name: A类, label: 优先发展类 }\n\tB'),
    );
    expect(told.map(({ message }) => message)).toEqual(['写法有误：缩进要用空格，不能用制表符（Tab）。']);
  });

  test('keys written twice are still each told', () => {
    const text = withText('reference_day: 12-31', 'reference_day: 12-31\nid: twice\ntitle: twice');
    expect(troublesOf(text).map(({ code }) => code)).toEqual(['yaml_key_twice', 'yaml_key_twice']);
  });

  test.each([
    ['wrong unit', 'unit: 万元/亩', 'unit: 万元/人'],
    ['misspelt fact', 'formula: 评价税收 / 用地面积', 'formula: 评价税收 / 用地面机'],
    ['unknown unit', 'unit: 万元/亩', 'unit: 万圆/亩'],
  ])('%s does not also say that the formula is no quotient', (_name, from, to) => {
    const mean = '{ from: mean, kind: of_sums, of: this_year, within: group }';
    const codes = troublesOf(withText('{ above: 24.097, below: 11.5932 }', mean, withText(from, to))).map(({ code }) => code);
    expect(codes).not.toContain('mean_needs_sides');
    expect(codes.length).toBeGreaterThan(0);
    const plain = withText('评价税收 / 用地面积', '评价税收 / 用地面积 + 1 万元/亩');
    expect(troublesOf(withText('{ above: 24.097, below: 11.5932 }', mean, plain)).map(({ code }) => code)).toEqual([
      'mean_needs_sides',
    ]);
  });
});

describe('一处只说一次', () => {
  const both = { above: 50, below: 50 };
  const wide = {
    ...branch([25, 10]),
    weight: both,
    children: branch([25, 10]).children.map((child, at) => ({ ...child, weight: at === 0 ? 25 : 10, benchmark: 18 })),
  };

  test('children that miss the weight of their branch in every group', () => {
    const told = troublesOf(withValues({ 'indicators.0.weight': both, 'indicators.1': wide }));
    expect(told.map(({ message }) => message)).toEqual([
      '“劳动效率”的下级指标权重合计与本级权重不符：规上企业、规下企业合计 35，本级 50。',
    ]);
  });

  test('a missing score of the whole names the indicators that lean on it', () => {
    const told = troublesOf(withValues({ score: undefined }));
    expect(told.map(({ code }) => code)).toEqual(['score_top_unsaid']);
    expect(told[0]?.message).toContain('亩均税收、全员劳动生产率');
  });

  test('a benchmark that is missing in both groups', () => {
    const told = troublesOf(withValues({ 'indicators.0.benchmark': undefined }));
    expect(told.map(({ message }) => message)).toEqual(['指标“亩均税收”在分组“above、below”按“比值法”计分，但没有写明基准值。']);
  });

  test('one weight for all groups that does not come to 100', () => {
    const told = troublesOf(withValues({ 'indicators.0.weight': 90, 'indicators.1': undefined }));
    expect(told.filter(({ code }) => code === 'weights_not_hundred').map(({ message }) => message)).toEqual([
      '分组“规上企业、规下企业”的权重合计 90，不是 100。',
    ]);
  });
});

test.each([
  ['minmax', { by: 'minmax', least_share: '0%', all_equal: 'full' }, 'all_equal'],
  ['rank', { by: 'rank', falls: 'by_place', ties: 'min', single: 'full' }, 'single'],
])('the note on a pool of one names the key that %s has', (_name, score, key) => {
  const { findings } = readText(withValues({ 'indicators.1.score': score }));
  const words = findings.find(({ code }) => code === 'lonely_pool')?.message ?? '';
  expect(words).toContain(key);
  expect(words).not.toContain(key === 'single' ? 'all_equal' : 'single');
});

describe('升降档永远不起作用的', () => {
  const moved = (effect: object, when: string) =>
    troublesOf(withValues({ 'overrides.rules.1': { ...rule('move', effect, { when, at: 'after_cut' }, false) } })).map(
      ({ code }) => code,
    );

  test.each([
    ['down, never below the class it is asked of', { down: 1, not_below: 'C' }, '测算类别 = "C" 且 严重失信'],
    ['down from the last class', { down: 1 }, '测算类别 = "D"'],
    ['up from the best', { up: 1 }, '类别 属于 ["A"]'],
    ['up, never above the last class', { up: 1, not_above: 'D' }, '严重失信'],
  ])('%s', (_name, effect, when) => {
    expect(moved(effect, when)).toEqual(['move_never_acts']);
  });

  test.each([
    ['the class below is open', { down: 1, not_below: 'D' }, '测算类别 = "C"'],
    ['one of two classes can move', { down: 1, not_below: 'C' }, '类别 属于 ["B", "C"]'],
    ['the class of an earlier year says nothing', { down: 1, not_below: 'C' }, '往年(类别, 1 年) = "C"'],
  ])('not when %s', (_name, effect, when) => {
    expect(moved(effect, when)).toEqual([]);
  });
});
