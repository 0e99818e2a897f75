/** 评价范围的界线 — each kind of line at one step below, on it, and one step above: one fen, one ㎡, one day; and scopes of two years. */
import { describe, expect, test } from 'vitest';
import { statusOf } from '../../fixtures/look.js';
import { datasetOf, type Sections, schemeOf } from '../../fixtures/scheme.js';
import { scoreSubjects } from '../scored.js';

const who = (include: string): Sections => ({ who: `who: { include: '${include}', undetermined: pending, clause: doc#c }` });

function statuses(sections: Sections, header: string, cells: readonly (string | number)[]): string[] {
  const scheme = schemeOf(sections);
  const rows = cells.map((cell, at) => [`E${at}`, 1, cell]);
  const scored = scoreSubjects(scheme, datasetOf(scheme, ['id', '得数', header], rows));
  return scored.frame.dataset.subjects.map((id) => statusOf(scored, id));
}

describe('edges of scope', () => {
  test.each([
    ['规上 2 000 万元', '应税销售收入 >= 2000 万元', '应税销售收入(万元)', [1999.999999, 2000, 2000.000001]],
    [
      '规上 2 000 万元, 元 in the file',
      '应税销售收入 >= 2000 万元',
      '应税销售收入(元)',
      [19_999_999.99, 20_000_000, 20_000_000.01],
    ],
    ['500 万元', '应税销售收入 >= 500 万元', '应税销售收入(元)', [4_999_999.99, 5_000_000, 5_000_000.01]],
    ['3 亩 in ㎡', '用地面积 >= 3 亩', '用地面积(㎡)', [1_999, 2_000, 2_001]],
    ['3 亩 to a hundredth of a ㎡', '用地面积 >= 3 亩', '用地面积(㎡)', [1_999.99, 2_000, 2_000.01]],
    ['投产满三年', '满年数(投产日期) >= 3 年', '投产日期', ['2020-01-01', '2019-12-31', '2019-12-30']],
  ])('[R84] %s: one step below is out, on the line and above are in', (_name, include, header, cells) => {
    expect(statuses(who(include), header, cells)).toEqual(['out', 'graded', 'graded']);
  });

  test('[R84] more than is not at least: the line itself is out', () => {
    expect(statuses(who('应税销售收入 > 500 万元'), '应税销售收入(元)', [4_999_999.99, 5_000_000, 5_000_000.01])).toEqual([
      'out',
      'out',
      'graded',
    ]);
  });

  test('[R84] the same facts by the scopes of two years: who differs is seen', () => {
    const cells = [19_999_999.99, 20_000_000, 4_999_999.99, 5_000_000];
    const before = statuses(who('应税销售收入 >= 2000 万元'), '应税销售收入(元)', cells);
    const after = statuses(who('应税销售收入 >= 500 万元'), '应税销售收入(元)', cells);
    expect(before).toEqual(['out', 'graded', 'out', 'out']);
    expect(cells.filter((_, at) => before[at] !== after[at])).toEqual([19_999_999.99, 5_000_000]);
  });

  test('[R84] the day of reference moves the line of three full years with the year of the scheme', () => {
    const of = (year: number): string[] =>
      statuses({ ...who('满年数(投产日期) >= 3 年'), years: `years: { data: ${year} }` }, '投产日期', [
        '2020-12-31',
        '2021-01-01',
      ]);
    expect(of(2023)).toEqual(['graded', 'out']);
    expect(of(2024)).toEqual(['graded', 'graded']);
  });
});
