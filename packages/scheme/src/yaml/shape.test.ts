/** What stands in the file and may not: code, line and column of every kind of writing error. */
import { describe, expect, test } from 'vitest';
import { readText, schemeText, withText } from '../fixtures/scheme.js';

/** The place of a piece of the fixture, as a person counts. */
function placeOf(piece: string, text: string): { line: number; column: number } {
  const before = text.slice(0, text.indexOf(piece)).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

const rows: readonly { name: string; from: string; to: string; code: string; at: string; words?: string }[] = [
  {
    name: 'unknown key, near name',
    from: 'ties_across_cut: better',
    to: 'tie_across_cut: better',
    code: 'key_unknown',
    at: 'tie_across_cut',
    words: 'ties_across_cut',
  },
  {
    name: 'unknown key of an indicator',
    from: '    unit: 万元/人\n',
    to: '    unit: 万元/人\n    wieght: 3\n',
    code: 'key_unknown',
    at: 'wieght',
    words: 'weight',
  },
  {
    name: 'unknown top key',
    from: 'reference_day: 12-31',
    to: 'reference_day: 12-31\nindicator: []',
    code: 'key_unknown',
    at: 'indicator:',
    words: 'indicators',
  },
  {
    name: 'key twice',
    from: 'reference_day: 12-31',
    to: 'reference_day: 12-31\nid: twice',
    code: 'yaml_key_twice',
    at: 'id: twice',
  },
  {
    name: 'word outside the list',
    from: 'round: nearest',
    to: 'round: near',
    code: 'value_wrong',
    at: 'near\n',
    words: 'nearest',
  },
  {
    name: 'unknown way of scoring',
    from: 'rule: { by: ratio }',
    to: 'rule: { by: ratoi }',
    code: 'value_wrong',
    at: 'ratoi',
    words: 'ratio',
  },
  { name: 'unknown way of cutting', from: 'by: share', to: 'by: shares', code: 'value_wrong', at: 'shares\n', words: 'share' },
  { name: 'number for a text', from: 'noun: 工业企业', to: 'noun: 7', code: 'value_wrong', at: '7,', words: '加引号' },
  { name: 'text for a number', from: 'weight: { above: 40 }', to: 'weight: { above: 四十 }', code: 'value_wrong', at: '四十' },
  { name: 'share without percent', from: 'A: 20%', to: 'A: 0.2', code: 'value_wrong', at: '0.2,' },
  { name: 'year out of range', from: 'data: 2022', to: 'data: 1900', code: 'value_wrong', at: '1900' },
  {
    name: 'group key in Chinese',
    from: '  below: { name: 规下企业',
    to: '  规下: { name: 规下企业',
    code: 'key_wrong',
    at: '规下: {',
  },
  {
    name: 'clause without #',
    from: 'classes:\n    A: { name: A类, label: 优先发展类 }',
    to: 'clause: notice\n  classes:\n    A: { name: A类 }',
    code: 'yaml_key_twice',
    at: 'clause: notice#rules\n\noverrides',
  },
  { name: 'missing key', from: ', ties: min', to: '', code: 'ties_unsaid', at: '{ within: [group]' },
  { name: 'language of the future', from: 'language: 1', to: 'language: 2', code: 'value_wrong', at: '2\n' },
  { name: 'negative weight', from: 'above: 60', to: 'above: -60', code: 'value_wrong', at: '-60' },
  { name: 'anchor', from: 'reference_day: 12-31', to: 'reference_day: &day 12-31', code: 'yaml_alias', at: '12-31' },
  { name: 'alias', from: 'reference_day: 12-31', to: 'reference_day: &day 12-31\ntrial: *day', code: 'yaml_alias', at: '12-31' },
  { name: 'merge key', from: 'reference_day: 12-31', to: 'reference_day: 12-31\n<<: { trial: x }', code: 'yaml_alias', at: '<<' },
  { name: 'tag', from: 'reference_day: 12-31', to: 'reference_day: !!str 12-31', code: 'yaml_tag', at: '12-31' },
  { name: 'percent at the start', from: 'unit: 万元/人', to: 'unit: %', code: 'yaml_broken', at: '%\n', words: '引号' },
  {
    name: 'second document',
    from: 'absent: pending',
    to: 'absent: pending\n---\nx: 1',
    code: 'yaml_broken',
    at: '---',
    words: '一份内容',
  },
];

describe('文件写法', () => {
  test.each(rows)('$name', ({ from, to, code, at, words }) => {
    const text = withText(from, to);
    const { scheme, findings } = readText(text);
    expect(scheme).toBeUndefined();
    const finding = findings.find((each) => each.code === code);
    expect(finding, JSON.stringify(findings.map((each) => [each.code, each.where]))).toBeDefined();
    expect(finding?.where).toMatchObject({ file: 'scheme.yaml', ...placeOf(at, text) });
    if (words !== undefined) expect(`${finding?.message}${finding?.remedy}`).toContain(words);
  });

  test('a tab as indent is named', () => {
    const { findings } = readText(withText('  above: { name: 规上企业', '\tabove: { name: 规上企业'));
    expect(findings[0]).toMatchObject({ code: 'yaml_broken', severity: 'error' });
    expect(findings.map(({ message }) => message).join('')).toContain('Tab');
  });

  test('a formula error points into the formula', () => {
    const text = withText('formula: 评价税收 / 用地面积', 'formula: 评价税收 / 用地面机');
    const [finding] = readText(text).findings.filter(({ severity }) => severity === 'error');
    expect(finding?.where).toMatchObject({ ...placeOf('用地面机', text), path: 'indicators[0].formula' });
    expect(`${finding?.message}${finding?.remedy}`).toContain('用地面积');
  });

  test('a formula error in quotes points into the quotes', () => {
    const text = withText('when: 评价税收 >= 1000 万元', 'when: "评价税款 >= 1000 万元"');
    const [finding] = readText(text).findings.filter(({ severity }) => severity === 'error');
    expect(finding?.where).toMatchObject(placeOf('评价税款', text));
  });

  test.each(['|', '>-'])('a formula over several lines (%s) is pointed into on its own line', (sign) => {
    const text = withText('formula: 评价税收 / 用地面积', `formula: ${sign}\n      评价税收\n        / 用地面机`);
    const [finding] = readText(text).findings.filter(({ severity }) => severity === 'error');
    expect(finding?.where).toMatchObject({ ...placeOf('用地面机', text), path: 'indicators[0].formula' });
  });

  test('the condition of an event bonus points behind the words put before it', () => {
    const bonus =
      'bonus: { most: none, least: none, absent: no_points, clause: notice#rules, items: [ { id: sublet, name: 转租, events: { where: 事件类行 = "转租", first: -1, further: -2 } } ] }';
    const text = withText('absent: pending', `absent: pending\n${bonus}`);
    const [finding] = readText(text).findings.filter(({ severity }) => severity === 'error');
    expect(finding?.where).toMatchObject(placeOf('事件类行', text));
  });

  test('bounds: a megabyte, deep nesting, a bomb of aliases are refused at once', () => {
    expect(readText(`${schemeText}# ${'x'.repeat(1_000_000)}`).findings[0]?.code).toBe('yaml_too_long');
    expect(readText(`a: ${'['.repeat(5000)}`).findings[0]?.code).toBe('yaml_too_deep');
    expect(readText(`a: ${'[ '.repeat(50_000)}`).findings[0]?.code).toBe('yaml_too_deep');
    expect(readText('- '.repeat(10_000)).findings[0]?.code).toBe('yaml_too_deep');
    const steps = Array.from({ length: 400 }, (_, index) => `${' '.repeat(index)}a:`);
    expect(readText(steps.join('\n')).findings[0]?.code).toBe('yaml_too_deep');
    const bomb = Array.from({ length: 9 }, (_, index) => `l${index + 1}: &l${index + 1} [${`*l${index}, `.repeat(9)}]`);
    expect(readText(`l0: &l0 [x, x]\n${bomb.join('\n')}`).findings[0]?.code).toBe('yaml_alias');
  });

  test.each(['', '   \n', '# only a comment', '7', '[]', 'null', '"text"', '{}', '\u0000', '\uFEFF', '%YAML 1.1', '- a\n- b'])(
    'nothing to read in %j is a finding',
    (text) => {
      const { scheme, findings } = readText(text);
      expect(scheme).toBeUndefined();
      expect(findings.length).toBeGreaterThan(0);
      expect(findings.every(({ severity, where }) => severity === 'error' && where.line !== undefined)).toBe(true);
    },
  );

  test('errors of source.yaml and the catalogue name their own file', () => {
    const { findings } = readText(schemeText, 'documents: { notice: { title: 甲, issuer: 乙, standing: good, clauses: {} } }');
    expect(findings[0]?.where).toMatchObject({ file: 'source.yaml', line: 1 });
    expect(findings[0]?.remedy).toContain('in_force');
  });
});
