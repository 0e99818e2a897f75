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
    expect(comparisonInWords(found)).toContain('得数分权重由 80 变为 20');
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
});
