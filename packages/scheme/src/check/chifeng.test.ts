/** The published table of 赤峰 through the checker. */
import { expect, test } from 'vitest';
import { chifengSource, chifengTable, chifengText } from '../fixtures/chifeng.js';
import { readText } from '../fixtures/scheme.js';

const troubles = (text: string) => readText(text, chifengSource).findings.filter(({ severity }) => severity !== 'note');

test('[R90] 赤峰 table: 100 points, 23 indicators, one warning for 项目数量 in 亿元', () => {
  const { scheme, findings } = readText(chifengText(), chifengSource);
  expect(scheme?.indicators.reduce((sum, { weight }) => sum + (weight.get('all') ?? 0), 0)).toBe(100);
  expect(scheme?.leaves.reduce((sum, { weight }) => sum + (weight.get('all') ?? 0), 0)).toBe(100);
  expect(scheme?.leaves).toHaveLength(23);
  const [warning, ...others] = findings.filter(({ severity }) => severity !== 'note');
  expect(others).toEqual([]);
  expect(warning).toMatchObject({
    code: 'printed_unit_looks_wrong',
    severity: 'warning',
    where: { file: 'scheme.yaml', path: 'indicators[2].children[0].printed_unit' },
  });
  expect(warning?.message).toContain('当年招商引资项目数量');
  expect(warning?.message).toContain('亿元');
});

test('[R90] one point more or less is noticed, in the branch and in the whole', () => {
  const heavier = chifengTable.map(
    ([branch, points, rows], index) =>
      [branch, points, rows.map((row, at) => (index === 1 && at === 0 ? ([row[0], row[1], row[2], 5] as const) : row))] as const,
  );
  expect(troubles(chifengText(heavier)).map(({ code }) => code)).toContain('children_not_branch');
  const shorter = chifengTable.slice(0, -1);
  expect(troubles(chifengText(shorter)).map(({ code }) => code)).toContain('weights_not_hundred');
});

test('[R90] a growth in 户 cannot be told to be one: the formula decides', () => {
  const wrong = chifengText().replace('formula: 就业人员增速值, unit: "%"', 'formula: 就业人员增速值, unit: "户"');
  expect(troubles(wrong).map(({ code }) => code)).toContain('result_unit_mismatch');
});
