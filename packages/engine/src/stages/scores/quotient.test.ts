/** The loop straight over two facts gives the bits of formula, rule and limits one after the other, whatever stands in the columns. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { datasetOf, schemeOf } from '../../fixtures/scheme.js';
import { scoreSubjects } from '../scored.js';
import type { Scored } from '../stage.js';

const deep = process.env.MUHENG_TIER === 'deep';

/** `× 1` changes no number and makes the formula one that goes by way of the kernel. */
const formulas = ['得数 / 另数', '得数 / 另数 * 1'] as const;

interface Cell {
  readonly value: number;
  readonly absence: number;
}

function scored(formula: string, rule: string, cells: readonly (readonly [Cell, Cell])[]): Scored {
  const scheme = schemeOf({
    indicators: `indicators:\n  - { id: x, name: 指标, formula: ${formula}, unit: "", weight: 10, ${rule}, clause: doc#c }`,
  });
  const ids = cells.map((_, row) => [`s${String(row).padStart(4, '0')}`, 1, 1]);
  const dataset = datasetOf(scheme, ['id', '得数', '另数'], ids);
  const columnOf = (side: 0 | 1) => ({
    values: Float64Array.from(cells, (cell) => cell[side].value),
    absence: Uint8Array.from(cells, (cell) => cell[side].absence),
  });
  const columns = new Map([...(dataset.facts.get(dataset.year) ?? []), ['v', columnOf(0)], ['u', columnOf(1)]] as const);
  return scoreSubjects(scheme, { ...dataset, facts: new Map([[dataset.year, columns]]), source: () => null });
}

const shown = ({ leaves, total, status, reasons }: Scored): unknown => ({
  score: Array.from(leaves[0]?.score ?? []),
  how: Array.from(leaves[0]?.how ?? []),
  total: Array.from(total),
  status: Array.from(status),
  reasons: [...reasons],
});

const numbers = [0, -0, 1, 3, 7, -5, 1e-320, 1e300, -1e300, Number.MAX_VALUE];
const honest = fc.oneof(
  fc.record({
    value: fc.oneof(fc.constantFrom(...numbers), fc.double({ min: -100, max: 100, noNaN: true })),
    absence: fc.constant(0),
  }),
  fc.record({ value: fc.constant(Number.NaN), absence: fc.constantFrom(1, 2, 3, 4) }),
);
/** Absent, but a number stands there; present, but none does. */
const contradicting = fc.record({
  value: fc.constantFrom(0, 2, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
  absence: fc.constantFrom(0, 1, 3),
});
const rules = [
  'benchmark: 10',
  'benchmark: 10, cap: { points: 12 }, floor: { points: 0 }',
  'benchmark: 0.001, cap: { times_weight: 1 }, absent: group_mean_score',
  'benchmark: 4, floor: { points: 1 }, round: { to: 1, by: gbt8170 }, absent: full_points',
];

test('[S41] one fact over another, scored in one loop, equals the general way: values at the limits, absent, and columns that contradict themselves', () => {
  const seed = 41;
  const numRuns = deep ? 2000 : 200;
  let rows = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...rules),
      fc.boolean(),
      fc.array(fc.tuple(fc.boolean(), honest, honest, contradicting), { minLength: 1, maxLength: 30 }),
      (rule, isHonest, drawn) => {
        const cells = drawn.map(([isOdd, over, under, odd]) => [isOdd && !isHonest ? odd : over, under] as const);
        rows += cells.length;
        const [direct, general] = formulas.map((formula) => shown(scored(formula, rule, cells)));
        expect(direct).toEqual(general);
      },
    ),
    { seed, numRuns },
  );
  console.log(`[S41] quotients: seed ${seed}, ${numRuns} runs, ${rows} rows`);
});
