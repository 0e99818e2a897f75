/** Who moved between two runs, and why: one cause at a time, then nobody. */
import { describe, expect, it } from 'vitest';
import type { Cell } from '../dataset.js';
import { evaluate } from '../evaluate.js';
import { datasetOf, type Sections, schemeOf } from '../fixtures/scheme.js';
import { compare, comparisonInWords, type Run } from './compare.js';

const indicators = (weights: [number, number], benchmark = 10): string =>
  `indicators:\n  - { id: x, name: 得数分, formula: 得数, unit: "", weight: ${weights[0]}, benchmark: ${benchmark}, clause: doc#c }\n  - { id: y, name: 另数分, formula: 另数, unit: "", weight: ${weights[1]}, benchmark: 10, clause: doc#c }`;
const rows: Cell[][] = [
  ['a', 10, 1],
  ['b', 9, 3],
  ['c', 8, 5],
  ['d', 7, 7],
  ['e', 1, 9],
];

function runOf(sections: Sections, table: readonly (readonly Cell[])[] = rows): Run {
  const scheme = schemeOf(sections);
  const dataset = datasetOf(scheme, ['id', '得数', '另数'], table);
  return { scheme, dataset, result: evaluate(scheme, dataset) };
}
const usual = runOf({ indicators: indicators([80, 20]) });

describe('compare', () => {
  it('finds nobody when nothing changed', () => {
    const { movers, up, down, common } = compare(usual, runOf({ indicators: indicators([80, 20]) }));
    expect({ movers, up, down, common }).toEqual({ movers: [], up: 0, down: 0, common: 5 });
  });

  it('names movers by weight, with the matrix of counts', () => {
    const found = compare(usual, runOf({ indicators: indicators([20, 80]) }));
    expect(found.movers.map((mover) => [mover.id, mover.from, mover.to, mover.direction])).toEqual([
      ['a', 'A', 'C', 'down'],
      ['e', 'C', 'A', 'up'],
    ]);
    expect(found.movers[0]!.why.map((why) => why.cause)).toContain('weight');
    expect(found.counts[0]).toEqual({
      group: null,
      cells: [
        { from: 'A', to: 'C', count: 1 },
        { from: 'B', to: 'B', count: 3 },
        { from: 'C', to: 'A', count: 1 },
      ],
    });
    const words = comparisonInWords(found, [usual.scheme, usual.scheme]);
    expect(words).toContain('得数分权重由 80 变为 20');
    expect(words).toMatch(/^比选：测试办法（2022） → 测试办法（2022），两次都有的工业企业 5 户，升 1 户，降 1 户\na A类 → C类：/);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it('tells a changed fact from a line that others moved', () => {
    const found = compare(
      usual,
      runOf(
        { indicators: indicators([80, 20]) },
        rows.map((row) => (row[0] === 'b' ? ['b', 99, 3] : row)),
      ),
    );
    const why = new Map(found.movers.map((mover) => [mover.id, mover.why.map(({ cause }) => cause)]));
    expect(why.get('b')).toContain('fact');
    expect(why.get('a')).toEqual(['line']);
  });

  it('writes statuses, measure word and classes as the scheme calls them, and an id once', () => {
    const parks = (more: Sections): Sections => ({
      indicators: indicators([80, 20]),
      head: 'language: 1\nid: parks\ntitle: 园区考核\nplace: { region: "331003", name: 测试区, work: 考核, office: 园区办 }\nsource: source.yaml\nsubject: { kind: park, noun: 园区, measure: 个 }\n',
      ...more,
    });
    const first = runOf(parks({}));
    const second = runOf(parks({ who: 'who: { include: "得数 > 1", undetermined: pending, clause: doc#c }' }));
    const words = comparisonInWords(compare(first, second), [first.scheme, second.scheme]);
    expect(words).toContain('两次都有的园区 5 个，');
    expect(words).toContain('e C类 → 未定类别：评价状态由参评变为不在评价范围');
    expect(words).not.toMatch(/户|graded|（e）/);
  });

  it('names benchmark and rule changes, and who is only in one run', () => {
    const other = runOf({ indicators: indicators([80, 20], 2).replace('benchmark: 2,', 'benchmark: 2, cap: { points: 90 },') }, [
      ...rows.slice(1),
      ['f', 0.1, 0.1],
    ]);
    const found = compare(usual, other);
    expect(found.onlyInFirst).toEqual(['a']);
    expect(found.onlyInSecond).toEqual(['f']);
    const causes = new Set(found.movers.flatMap((mover) => mover.why.map((why) => why.cause)));
    expect(causes.has('benchmark')).toBe(true);
    expect(causes.has('rule')).toBe(true);
    expect(causes.has('fact')).toBe(false);
  });

  it('prints no unit behind a figure that is absent', () => {
    const scheme = schemeOf({
      indicators: indicators([100, 0])
        .split('\n')
        .slice(0, 2)
        .join('\n')
        .replace('formula: 得数, unit: ""', 'formula: 评价税收, unit: 万元'),
    });
    const of = (tax: Cell): Run => {
      const dataset = datasetOf(
        scheme,
        ['id', '评价税收'],
        [
          ['a', tax],
          ['b', 2],
          ['c', 1],
        ],
      );
      return { scheme, dataset, result: evaluate(scheme, dataset) };
    };
    const words = compare(of(4.5), of('缺'))
      .movers.find(({ id }) => id === 'a')
      ?.why.map((why) => why.words);
    expect(words).toContain('评价税收由 4.5 变为 缺');
  });

  it('names an indicator only where this subject’s value or points differ', () => {
    const capped = indicators([80, 20]).replaceAll('benchmark: 10,', 'benchmark: 10, cap: { times_weight: 50 },');
    const cut =
      'grades:\n  classes: { A: { name: A类 }, B: { name: B类 } }\n  cut: { by: share, base: graded, shares: { A: 40%, B: rest }, count: each, round: nearest, edge: in, ties_across_cut: better, clause: doc#c }\n  clause: doc#c';
    const found = compare(
      runOf({ indicators: indicators([80, 20]), grades: cut.replace('40%', '20%') }),
      runOf({ indicators: capped, grades: cut }),
    );
    expect(found.movers.map((mover) => [mover.id, mover.why])).toEqual([
      [
        'b',
        [
          { cause: 'line', words: 'A类名额由 1 变为 2' },
          { cause: 'line', words: 'A类末位总分由 82 变为 78' },
        ],
      ],
    ]);
  });

  it('[S68] names the line of the key by which the stage is cut', () => {
    const two =
      'grades:\n  classes: { A: { name: A类 }, B: { name: B类 }, C: { name: C类 } }\n  cut: { by: two_stage, first: { by: [总分 desc], share: 60%, round: up }, upper: { by: [得数 desc], shares: { A: 20%, B: rest } }, lower: { by: [总分 desc], shares: { C: rest } }, base: graded, count: each, round: nearest, edge: in, ties_across_cut: better, clause: doc#c }\n  clause: doc#c';
    const given = { indicators: indicators([80, 20]), grades: two };
    const found = compare(
      runOf(given),
      runOf(
        given,
        rows.map((row) => (row[0] === 'b' ? ['b', 12, 3] : row)),
      ),
    );
    const why = new Map(found.movers.map((mover) => [mover.id, mover.why.map(({ words }) => words)]));
    expect(why.get('a')).toEqual(['A类分段末位的得数由 10 变为 12']);
  });
});
