/** What a new user stumbled over: merged subjects, small pools, two stages, sums behind benchmarks, titles that give nothing. */
import { describe, expect, it } from 'vitest';
import type { Cell } from '../dataset.js';
import { evaluate } from '../evaluate.js';
import { datasetOf, type Sections, type Sides, schemeOf } from '../fixtures/scheme.js';
import { explainer } from './explain.js';
import type { Viewer } from './explanation.js';
import { explanationInWords } from './words.js';

interface Setting {
  readonly sections: Sections;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly sides?: Sides;
}

function explaining({ sections, header, rows, sides }: Setting): (id: string, viewer?: Viewer) => string {
  const scheme = schemeOf(sections);
  const dataset = datasetOf(scheme, header, rows, sides ?? {});
  const explain = explainer({ scheme, dataset, result: evaluate(scheme, dataset) });
  return (id, viewer = 'auditor') => explanationInWords(explain(id, viewer));
}

const taxPerMu =
  'indicators:\n  - { id: t, name: 亩均税收, formula: 评价税收 / 用地面积, unit: 万元/亩, weight: 100, benchmark: { from: mean, kind: of_sums, of: this_year, within: group, times: 2, clause: doc#c }, clause: doc#c }';
const shares = (more: string): string =>
  `grades:\n  classes: { A: { name: A类 }, B: { name: B类 }, C: { name: C类 } }\n  cut: { by: share, base: graded, shares: { A: 20%, B: 60%, C: rest }, count: each, round: nearest, edge: in, ties_across_cut: better, ${more}clause: doc#c }\n  clause: doc#c`;

describe('[S85] merged subjects', () => {
  const words = explaining({
    sections: { indicators: taxPerMu, merge: 'merge: { by: 集团, clause: doc#c }' },
    header: ['id', '评价税收(万元)', '用地面积(亩)', '集团'],
    rows: [
      ['a', 2000, 10, 'G'],
      ['b', 500, 10, 'G'],
      ['c', 100, 10, null],
      ['d', 90, 10, null],
    ],
  });

  it('says of a member whose class it takes, with the key figures of the merged subject', () => {
    expect(words('b')).toContain('结论：并入“a等2家（G）”合并评价，取其类别A类，依');
    expect(words('b')).toMatch(/合并后：总分 [\d.]+，全部 3 户中第 1，按前 20% 测算为A类。/);
    expect(words('b')).not.toContain('名额按办法重新分配');
    expect(words('b', 'public')).toMatch(/结论：并入.*取其类别A类/);
    expect(words('b', 'public')).not.toContain('总分');
  });

  it('says of which figures, members and cells a merged figure is made', () => {
    expect(words('G')).toContain('评价税收 2500 = 2000 + 500');
    expect(words('G')).toMatch(
      /合并口径：合计，2000（a facts\.csv.*）\+ 500（b facts\.csv.*）|合并口径：合计，2000（a facts\.csv[^）]*） \+ 500（b facts\.csv[^）]*）/,
    );
    expect(words('c')).not.toContain('合并口径');
  });

  it('[R44] prints the sums behind a benchmark for the auditor alone', () => {
    expect(words('c')).toContain('亩均税收基准值 134.5 = 评价税收 2690 ÷ 用地面积 40 × 2');
    expect(words('c', 'enterprise')).not.toContain('2690');
  });
});

describe('small pools', () => {
  const header = ['id', '得数'];
  it('says that all get one class, without quotas; a pool of the size is cut', () => {
    const sections = { grades: shares('smallest: { size: 3, then: { all: B } }, ') };
    const two = explaining({
      sections,
      header,
      rows: [
        ['a', 9],
        ['b', 5],
      ],
    })('b');
    expect(two).toContain('不足 3 户，按规定都定为B类');
    expect(two).not.toMatch(/名额|测算为B类/);
    const three = explaining({
      sections,
      header,
      rows: [
        ['a', 9],
        ['b', 5],
        ['c', 4],
      ],
    })('b');
    expect(three).toContain('A类名额 1 = 修约(3 × 20 ÷ 100, 0)');
    expect(three).not.toContain('不足 3 户');
  });
});

describe('[S68] two stages', () => {
  const cut = `grades:
  classes: { A: { name: A类 }, B: { name: B类 }, C: { name: C类 } }
  cut:
    by: two_stage
    first: { by: [总分 desc], share: 50%, round: up }
    upper: { by: [亩均税收 desc], shares: { A: 20%, B: rest } }
    lower: { by: [总分 desc], shares: { B: 20%, C: rest } }
    base: graded
    count: each
    round: down
    edge: in
    ties_across_cut: split
    clause: doc#c
  clause: doc#c`;
  const indicators =
    'indicators:\n  - { id: t, name: 亩均税收, formula: 评价税收 / 用地面积, unit: 万元/亩, weight: 10, benchmark: 30, clause: doc#c }\n  - { id: x, name: 得数分, formula: 得数, unit: "", weight: 90, benchmark: 10, clause: doc#c }';
  const words = explaining({
    sections: { grades: cut, indicators },
    header: ['id', '评价税收(万元)', '用地面积(亩)', '得数'],
    rows: Array.from({ length: 10 }, (_, at) => [`s${at}`, at < 3 ? 300 : 200, 10, 20 - at]),
  });

  it('names half, key figure, place, ties by id, quotas of both halves and the line in the stage', () => {
    expect(words('s2')).toMatch(/前段 5 户中按亩均税收列第 3，测算为B类/);
    expect(words('s2')).toContain('在前段：亩均税收 30 万元/亩，亩均税收从高到低列第 3；该值并列 3 户，并列的按编号先后');
    expect(words('s2')).toContain('前段A类名额 2 = 向下取整(10 × 20 ÷ 100)');
    expect(words('s2')).toContain('后段B类名额 2 = 向下取整(10 × 20 ÷ 100)');
    expect(words('s2')).toMatch(/^ {2}A类名额 2 个.*分段末位的亩均税收 30$/m);
    expect(words('s2', 'enterprise')).toContain('前段 5 户中按亩均税收列第 3');
    expect(words('s2', 'enterprise')).not.toContain('分段末位的');
    expect(words('s9')).toContain('后段 5 户中按总分列第 5，');
  });
});

describe('[S55] titles', () => {
  const bonus =
    'bonus:\n  most: none\n  least: none\n  absent: no_points\n  clause: doc#c\n  items:\n    - { id: hi, name: 高企, kind: 荣誉, titles: { names: [高新技术企业], levels: { 国家级: 3 }, take: best, valid: on_reference_day } }\n    - { id: green, name: 绿色工厂加分, kind: 荣誉, titles: { names: [绿色工厂], levels: { 省级: 2 }, take: best, valid: on_reference_day } }';
  const words = explaining({
    sections: { bonus },
    header: ['id', '得数'],
    rows: [
      ['a', 9],
      ['b', 5],
      ['c', 4],
    ],
    sides: {
      titles: {
        file: 'titles.csv',
        header: ['id', '称号名称', '级别', '有效期起', '有效期止'],
        rows: [
          ['a', '高新技术企业', '国家级', '2021-12-01', '2024-11-30'],
          ['a', '绿色工厂', '省级', '2022-01-01', null],
          ['b', '高新技术企业', '国家级', '2017-12-01', '2020-11-30'],
        ],
      },
    },
  });

  it('shows title, dates and points, and why another of the kind does not count', () => {
    expect(words('a')).toContain('称号 高新技术企业（国家级）2021-12-01 至 2024-11-30：3 分');
    expect(words('a')).toContain('同类“荣誉”只取最高，已计“高企”，本项计 0 分');
    expect(words('b')).toContain('2020-11-30：基准日不在有效期内，不计');
    expect(words('c')).not.toContain('称号 ');
  });
});
