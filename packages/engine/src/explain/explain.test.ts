/** What the explanation says: conclusion, sources, rules with citations, assumptions; and what each viewer may not see. */
import { describe, expect, it } from 'vitest';
import { evaluate } from '../evaluate.js';
import { datasetOf, type Sections, schemeOf } from '../fixtures/scheme.js';
import { explainSubject } from './explain.js';
import type { Viewer } from './explanation.js';
import { explanationInWords } from './words.js';

const sections: Sections = {
  indicators:
    'indicators:\n  - { id: t, name: 亩均税收, formula: 评价税收 / 用地面积, unit: 万元/亩, weight: 60, benchmark: 20, clause: doc#c }\n  - { id: m, name: 得数分, formula: 得数, unit: "", weight: 40, score: { by: minmax, least_share: 0%, all_equal: full }, clause: doc#c }',
  total: 'total: { by: sum, least: none, most: none, round: { to: 2, by: excel }, assumed: 文件未写修约，按两位小数 }',
  overrides: `overrides:
  order: first_wins
  vacated: leave
  rules:
    - { id: invest, name: 当年固定资产投资不低于3000万元, when: "「本年固定资产投资(不含地价)」 >= 3000 万元", effect: { not: [C] }, off_quota: true, at: before_cut, clause: doc#c }`,
};
const rows = [
  ['a', 400, 10, 7, 0],
  ['b', 300, 10, 9, 0],
  ['c', 200, 10, 5, 0],
  ['d', 100, 10, 3, 0],
  ['e', 50, 10, 1, 3000],
  ['f', null, 10, 1, 0],
];
function explained(subject: string, viewer: Viewer) {
  const scheme = schemeOf(sections);
  const dataset = datasetOf(scheme, ['id', '评价税收(万元)', '用地面积(亩)', '得数', '本年固定资产投资(不含地价)(万元)'], rows);
  const result = evaluate(scheme, dataset);
  const explanation = explainSubject({ scheme, dataset, result, subject, viewer });
  return { explanation, words: explanationInWords(explanation) };
}

describe('[R44] explanation', () => {
  it('says total, rank, line, rule and citation in one sentence', () => {
    const { explanation } = explained('e', 'auditor');
    expect(explanation.conclusion).toMatch(
      /^总分 15，全部 5 户中第 5，按后.*测算为C类；符合“当年固定资产投资不低于3000万元”，不得列为C类，由C类改列B类，依.*测试用办法.*，定为B类。$/,
    );
    expect(explanation.overrides).toMatchObject([{ rule: 'invest', from: 'C', to: 'B', applied: true }]);
  });

  it('names the cell of every fact, the arithmetic and the assumption', () => {
    const { words, explanation } = explained('a', 'auditor');
    expect(words).toContain('亩均税收 40 = 评价税收 400 ÷ 用地面积 10');
    expect(words).toContain('亩均税收得分 120 = 40 ÷ 20 × 60');
    expect(words).toContain('facts.csv');
    expect(words).toContain('税务局');
    expect(words).toContain('文件未写修约，按两位小数');
    expect(words).toContain('名次 1 = 排在前面 0 户 + 1');
    const { conclusion, branches, bonus, total, rank, cut } = explanation;
    const [first] = explanation.indicators;
    const { method, facts, benchmarkHow, lines, notes } = first!;
    const stored = JSON.parse(JSON.stringify(explanation));
    expect(stored).toMatchObject({ conclusion, branches, bonus, total, rank, cut, grade: 'A', viewer: 'auditor' });
    expect(stored.indicators[0]).toEqual({ ...first, method, facts, benchmarkHow, lines, notes });
  });

  it('gives the reason when there is no grade', () => {
    const { explanation } = explained('f', 'auditor');
    expect(explanation.status.name).toBe('待补数据');
    expect(explanation.grade).toBeNull();
    expect(explanation.conclusion).toContain('评价税收（缺）');
    expect(explanation.total).toBeNull();
  });

  it('[R15] shows an enterprise its own figures and none of others', () => {
    const { words } = explained('b', 'enterprise');
    expect(words).toContain('评价税收 300');
    expect(words).toContain('不予显示');
    expect(words).not.toContain('同组最低 ');
    expect(explained('b', 'auditor').words).toContain('同组最低 1，最高 9');
  });

  it('[R39] shows the public grade, method and assumptions, no figure', () => {
    const { words, explanation } = explained('e', 'public');
    expect(explanation.grade).toBe('B');
    expect(explanation.total).toBeNull();
    expect(words).not.toMatch(/总分 15|评价税收 \d|名次/);
    expect(words).toContain('比值法');
    expect(words).toContain('文件未写修约，按两位小数');
  });

  it('refuses a subject that is not in the result', () => {
    expect(() => explained('nobody', 'auditor')).toThrow(RangeError);
  });
});
