/**
 * What-if under other weights, with pools, ties, limits, bonus, absences and rules at random: against totals added up one by one and
 * ranked anew, and against whole runs of schemes with those weights.
 */
import { compile } from '@muheng/formula';
import { roundTo } from '@muheng/quantity';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { columnOf } from '../columns.js';
import type { Cell } from '../dataset.js';
import { evaluate } from '../evaluate.js';
import { datasetOf, type Sections, schemeOf } from '../fixtures/scheme.js';
import { within } from '../stages/bonus/bonus.js';
import { gradeByPlan, gradingPlan, type Standing } from '../stages/grading.js';
import { noRecord } from '../stages/moves/record.js';
import { scoreSubjects } from '../stages/scored.js';
import type { Scored } from '../stages/stage.js';
import { prepareWhatIf } from '../whatif.js';
import { KeptOrder } from './keptOrder.js';
import type { Factors } from './tree.js';

const seed = 20261122;
const isDeep = process.env.MUHENG_TIER === 'deep';
const numRuns = isDeep ? 2000 : 120;
const wholeRuns = isDeep ? 400 : 25;

const weight = fc.integer({ min: 5, max: 60 });
const weights = fc.record({ x: weight, y: weight, z: weight, xBelow: weight, zBelow: weight });
type Weights = typeof weights extends fc.Arbitrary<infer W> ? W : never;
/** New weights a little off, as robustness draws them, or far off. */
const shifts = fc.array(fc.oneof(fc.integer({ min: -1, max: 1 }), fc.integer({ min: -4, max: 300 })), {
  minLength: 5,
  maxLength: 5,
});

const usualRow = fc.record({
  v: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.double({ min: 0, max: 40, noNaN: true }), fc.constantFrom(null, -3.7123, 1e6)),
  u: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant(null)),
  share: fc.integer({ min: 0, max: 20 }),
  tie: fc.integer({ min: 0, max: 2 }),
  scale: fc.constantFrom('规上', '规下'),
  county: fc.constantFrom('甲', '乙', '乙'),
  park: fc.constantFrom(true, false, false, false),
});
const sections = fc.record({
  cap: fc.constantFrom('', 'cap: { times_weight: 1 }, ', 'cap: { times_weight: 1.5 }, '),
  within: fc.constantFrom('[]', '[group]', '[县区]', '[group, 县区]'),
  by: fc.constantFrom(
    '[总分 desc]',
    '[总分 desc, 应税销售收入 desc]',
    '[总分 desc, 应税销售收入 desc]',
    '[总分 asc]',
    '[应税销售收入 desc]',
  ),
  on: fc.constantFrom('rounded', 'rounded', 'rounded', 'full'),
  ties: fc.constantFrom('better', 'worse', 'split'),
  to: fc.constantFrom(0, 1, 3, 6),
  round: fc.constantFrom('excel', 'gbt8170', 'up', 'down'),
  total: fc.constantFrom(
    'least: none, most: none',
    'least: none, most: none',
    'least: 30, most: 60',
    'factor: 另数, least: none, most: 200',
  ),
  absent: fc.constantFrom('pending', 'reweigh', 'no_points'),
  bonus: fc.constantFrom(
    '',
    '',
    'bonus:\n  most: none\n  least: none\n  absent: no_points\n  clause: doc#c\n  items:\n    - { id: b, name: 园区, when: 在园区, points: 7, clause: doc#c }',
  ),
  vacated: fc.constantFrom('leave', 'refill'),
  rules: fc.subarray([
    '{ id: direct, name: 直接, when: "应税销售收入 = 2 万元 and 在园区", effect: { direct: A }, off_quota: true, at: before_cut, clause: doc#c }',
    '{ id: place, name: 占位, when: "县区 = \\"甲\\" and 在园区", effect: { direct: B }, off_quota: false, at: before_cut, clause: doc#c }',
    '{ id: veto, name: 否决, when: "应税销售收入 = 1 万元 and 在园区", effect: { not: [A, B] }, off_quota: false, at: before_cut, clause: doc#c }',
    '{ id: down, name: 降档, when: "得数 > 20", effect: { down: 1 }, at: after_cut, clause: doc#c }',
    '{ id: high, name: 高分, when: "总分 > 90", effect: { up: 1 }, at: after_cut, clause: doc#c }',
  ]),
});
type Parts = typeof sections extends fc.Arbitrary<infer P> ? P : never;

const leaf = (id: string, formula: string, weight: string, cap: string): string =>
  `  - { id: ${id}, name: ${id}分, formula: ${formula}, unit: "${id === 'z' ? '%' : ''}", weight: ${weight}, benchmark: 4, ${cap}clause: doc#c }`;

const sectionsOf = (parts: Parts, { x, y, z, xBelow, zBelow }: Weights): Sections => ({
  groups: `groups: { above: { name: 规上, when: '规模 = "规上"', clause: doc#c }, below: { name: 规下, when: otherwise, clause: doc#c } }`,
  indicators: [
    'indicators:',
    leaf('x', '得数', `{ above: ${x}, below: ${xBelow} }`, parts.cap),
    leaf('y', '另数', `{ above: ${y} }`, parts.cap),
    leaf('z', '研发占比', `{ above: ${z}, below: ${zBelow} }`, parts.cap),
  ].join('\n'),
  absent: `absent: { missing: ${parts.absent}, not_applicable: pending, not_reported: pending, not_computable: pending, clause: doc#c }`,
  bonus: parts.bonus,
  total: `total: { by: sum, ${parts.total}, round: { to: ${parts.to}, by: ${parts.round} }, clause: doc#c }`,
  rank: `rank: { within: ${parts.within}, by: ${parts.by}, ties: min, on: ${parts.on}, clause: doc#c }`,
  grades: `grades:
  classes: { A: { name: A类 }, B: { name: B类 }, C: { name: C类 }, D: { name: D类 } }
  cut: { by: share, base: graded, shares: { A: 20%, B: 45%, C: 30%, D: rest }, count: each, round: nearest, edge: in, ties_across_cut: ${parts.ties}, clause: doc#c }
  clause: doc#c`,
  overrides:
    parts.rules.length === 0
      ? ''
      : `overrides:\n  order: first_wins\n  vacated: ${parts.vacated}\n  rules:\n${parts.rules.map((rule) => `    - ${rule}`).join('\n')}`,
});

const header = ['id', '得数', '另数', '研发占比(%)', '应税销售收入', '规模', '县区', '在园区'];
const shifted = (of: Weights, by: readonly number[]): Weights => ({
  x: Math.max(1, of.x + by[0]!),
  y: Math.max(1, of.y + by[1]!),
  z: Math.max(1, of.z + by[2]!),
  xBelow: Math.max(1, of.xBelow + by[3]!),
  zBelow: Math.max(1, of.zBelow + by[4]!),
});
const quotients = (to: Weights, from: Weights): number[][] => [
  [to.x / from.x, to.y / from.y, to.z / from.z],
  [to.xBelow / from.xBelow, 1, to.zBelow / from.zBelow],
];

/** Totals added up by themselves, in the order of the indicators; no row may have dropped an indicator. */
function standingOf(scored: Scored, factors: Factors): Standing {
  const { scheme, frame } = scored;
  const { least, most, round } = scheme.total;
  const multiplied = scheme.total.factor === undefined ? null : compile(scheme.total.factor).run(frame).values;
  const fullTotal = scored.total.map((total, row) => {
    if (Number.isNaN(total)) return Number.NaN;
    const group = scored.group[row]!;
    let sum = 0;
    scheme.leaves.forEach((leaf, at) => {
      if ((leaf.weight.get(scored.groupIds[group]!) ?? 0) > 0) sum += scored.leaves[at]!.score[row]! * factors(at, group);
    });
    return within(sum * (multiplied?.[row] ?? 1) + scored.bonusTotal[row]!, least, most);
  });
  const total = fullTotal.map((value) => roundTo(value, round));
  return { total, fullTotal, frame: frame.with(new Map([['total', columnOf(total)]])) };
}

const factor = fc.oneof(
  fc.double({ min: 0.95, max: 1.05, noNaN: true }),
  fc.double({ min: 0.5, max: 2, noNaN: true }),
  fc.constantFrom(0, 1, 1, 1e-9, 50, -1),
);
const given = fc.array(usualRow, { minLength: 1, maxLength: 300, size: 'max' });
const cellsOf = (rows: readonly (typeof usualRow extends fc.Arbitrary<infer R> ? R : never)[]): Cell[][] =>
  rows.map((r, at) => [`s${String(at).padStart(3, '0')}`, r.v, r.u, r.share, r.tie, r.scale, r.county, r.park]);
const usualWeights: Weights = { x: 30, y: 20, z: 50, xBelow: 40, zBelow: 60 };

afterEach(() => {
  vi.restoreAllMocks();
});

describe('what-if', () => {
  it(`[S66] grades and ranks as totals ranked anew do, one run after the other (seed ${seed}, ${numRuns} schemes)`, () => {
    const cut = vi.spyOn(KeptOrder.prototype, 'gradeByLines');
    let moved = 0;
    const runs = fc.array(fc.array(factor, { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(sections, given, runs, (parts, rows, draws) => {
        const scheme = schemeOf(
          sectionsOf({ ...parts, absent: parts.absent === 'reweigh' ? 'no_points' : parts.absent }, usualWeights),
        );
        const scored = scoreSubjects(scheme, datasetOf(scheme, header, cellsOf(rows)));
        const whatIf = prepareWhatIf(scored);
        const base = Array.from(whatIf.grade(() => 1).grade);
        for (const draw of draws) {
          const factors: Factors = (leaf, group) => draw[3 * group + leaf]!;
          const found = whatIf.grade(factors);
          const anew = gradeByPlan(gradingPlan(scored), standingOf(scored, factors), noRecord);
          expect(Array.from(found.grade)).toEqual(Array.from(anew.grade));
          expect(Array.from(found.rank)).toEqual(Array.from(anew.rank));
          expect(Array.from(found.computed)).toEqual(Array.from(anew.computed));
          if (base.some((code, row) => code !== found.grade[row])) moved++;
        }
      }),
      { seed, numRuns },
    );
    expect(moved).toBeGreaterThan(numRuns / 4);
    expect(cut.mock.calls.length).toBeGreaterThan(numRuns);
  });

  it(`[S66] grades and ranks as a whole run with those weights does (seed ${seed}, ${wholeRuns} schemes)`, () => {
    let moved = 0;
    fc.assert(
      fc.property(sections, weights, given, fc.array(shifts, { minLength: 1, maxLength: 3 }), (parts, before, rows, runs) => {
        const scheme = schemeOf(sectionsOf(parts, before));
        const dataset = datasetOf(scheme, header, cellsOf(rows));
        const whatIf = prepareWhatIf(scoreSubjects(scheme, dataset));
        const base = Array.from(whatIf.grade(() => 1).grade);
        for (const shift of runs) {
          const after = shifted(before, shift);
          const factors = quotients(after, before);
          const found = whatIf.grade((leaf, group) => factors[group]![leaf]!);
          const whole = evaluate(schemeOf(sectionsOf(parts, after)), dataset);
          expect(Array.from(found.grade)).toEqual(Array.from(whole.grade));
          expect(Array.from(found.rank)).toEqual(Array.from(whole.rank));
          expect(Array.from(found.computed)).toEqual(Array.from(whole.computedGrade));
          if (base.some((code, row) => code !== found.grade[row])) moved++;
        }
      }),
      { seed, numRuns: wholeRuns },
    );
    expect(moved).toBeGreaterThan(wholeRuns / 4);
  });
});
