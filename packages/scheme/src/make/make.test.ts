/** Templates, next year's copy, JSON Schema. */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { diffSchemes } from '../diff/diffSchemes.js';
import { readText, schemeOf, schemeText, troubleCodes, withText } from '../fixtures/scheme.js';
import { readScheme } from '../read/readScheme.js';
import { catalogueFacts, factsPage, searchFacts } from './catalogue.zh.js';
import { copyScheme } from './copyScheme.js';
import { schemeJsonSchema } from './jsonSchema.js';
import { newScheme } from './newScheme.js';

describe('新办法', () => {
  const wish = {
    id: 'demo-2024',
    title: '示例区2024年度“亩均”评价: 草案',
    place: { region: '330000', name: '示例区', work: '亩均效益综合评价', office: '区亩均办' },
    dataYear: 2024,
  };

  test('the template passes the check with every rule marked assumed', () => {
    const { scheme: text, source } = newScheme(wish);
    const { scheme, findings } = readText(text, source);
    expect(troubleCodes(findings)).toEqual([]);
    expect(scheme).toMatchObject({ id: 'demo-2024', title: wish.title, years: { data: 2024, work: 2025 } });
    expect(scheme?.assumptions.length).toBeGreaterThanOrEqual(10);
    expect(scheme?.assumptions.every(({ why }) => why.includes('请按文件改写'))).toBe(true);
  });

  test('the template stands on its own and on the catalogue of the house alike', () => {
    const { scheme: text, source } = newScheme(wish);
    const catalogue = readFileSync(new URL('../../../../catalog/facts.yaml', import.meta.url), 'utf8');
    for (const catalogueText of ['facts: {}', catalogue]) {
      const read = readScheme({ file: 'scheme.yaml', text, sourceFile: 'source.yaml', sourceText: source, catalogueText });
      expect(troubleCodes(read.findings)).toEqual([]);
    }
  });
});

describe('下一年度', () => {
  test('a copy differs from the original in id, title and years only, and keeps comments byte for byte', () => {
    const { text = '' } = copyScheme(schemeText, {
      id: 'sample-2023',
      title: '示例区2023年度工业企业亩均效益综合评价',
      dataYear: 2023,
    });
    expect(text).toBe(
      schemeText
        .replace('sample-2022', 'sample-2023')
        .replace('示例区2022年度', '示例区2023年度')
        .replace('data: 2022, work: 2023', 'data: 2023, work: 2024'),
    );
    expect(diffSchemes(schemeOf(schemeText), schemeOf(text)).map(({ path }) => path)).toEqual([
      'title',
      'years.data',
      'years.work',
      'id',
    ]);
  });

  test('the policy period moves along, 29 February to the 28th', () => {
    const text = withText(
      'years: { data: 2022, work: 2023 }',
      'years:\n  data: 2023 # 数据年度\n  policy: { from: "2024-02-29", to: 2025-02-28 }',
    );
    const copied = copyScheme(text, { id: 'x-2024', title: '甲: 乙', dataYear: 2024 });
    expect(copied.text).toContain('years:\n  data: 2024 # 数据年度\n  policy: { from: 2025-02-28, to: 2026-02-28 }');
    expect(copied.text).toContain('title: "甲: 乙"');
  });

  test.each(['', 'id: x', 'a: [', 'id: x\ntitle: y\nyears: 2022'])('%j cannot be copied', (text) => {
    const { text: copied, findings } = copyScheme(text, { id: 'x-2024', title: '乙', dataYear: 2024 });
    expect(copied).toBeUndefined();
    expect(findings.length).toBeGreaterThan(0);
  });
});

describe('JSON Schema', () => {
  const file = new URL('../../../../docs/reference/scheme.schema.json', import.meta.url);

  test('docs/reference/scheme.schema.json is what the shape prints (print it anew with MUHENG_WRITE=1)', () => {
    const printed = `${JSON.stringify(schemeJsonSchema(), null, 2)}\n`;
    if (process.env.MUHENG_WRITE === '1') writeFileSync(file, printed);
    expect(readFileSync(file, 'utf8')).toBe(printed);
  });

  test('it says what must be said', () => {
    const text = JSON.stringify(schemeJsonSchema());
    for (const key of ['ties_across_cut', 'value_round', 'undetermined', 'reference_day']) expect(text).toContain(`"${key}"`);
  });
});

describe('数据项目录', () => {
  const catalogue = readFileSync(new URL('../../../../catalog/facts.yaml', import.meta.url), 'utf8');
  const facts = catalogueFacts(catalogue);

  test('docs/reference/facts.md is what the catalogue prints (print it anew with MUHENG_WRITE=1)', () => {
    const file = new URL('../../../../docs/reference/facts.md', import.meta.url);
    if (process.env.MUHENG_WRITE === '1') writeFileSync(file, factsPage(facts));
    expect(readFileSync(file, 'utf8')).toBe(factsPage(facts));
    expect(facts.length).toBeGreaterThan(50);
  });

  test('a word finds terms, other names and ids; a word that nothing has finds nothing', () => {
    expect(searchFacts(facts, '用地面积').map(({ id }) => id)).toContain('land_used');
    expect(searchFacts(facts, 'land_used').map(({ term }) => term)).toContain('用地面积');
    expect(searchFacts(facts, '没有这一项')).toEqual([]);
    expect(searchFacts(facts, '')).toEqual(facts);
    expect(catalogueFacts('a: [')).toEqual([]);
  });
});
