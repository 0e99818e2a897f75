/** Reweighed totals equal a run of the reweighed scheme; the same seed gives the same answer; wobble of nothing keeps everything. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../dataset.js';
import { evaluate } from '../evaluate.js';
import { datasetOf, type Sections, schemeOf } from '../fixtures/scheme.js';
import { scoreSubjects } from '../stages/scored.js';
import { prepareWhatIf } from '../whatif.js';
import { drawsOf } from './random.js';
import { robustness, robustnessInWords, wobbledWeights } from './robustness.js';

const rows: Cell[][] = Array.from({ length: 60 }, (_, at) => [
  `s${String(at).padStart(2, '0')}`,
  ((at * 37) % 61) / 3,
  at % 7 === 0 ? null : ((at * 53) % 59) / 5,
  ((at * 29) % 31) / 2,
]);
const header = ['id', '得数', '另数', '研发占比(%)'];
const part = (id: string, formula: string, unit: string, weight: number): string =>
  `{ id: ${id}, name: ${id}分, formula: ${formula}, unit: "${unit}", weight: ${weight}, benchmark: 4, cap: { times_weight: 1.5 }, clause: doc#c }`;
const flat = (x: number, y: number, z: number): Sections => ({
  indicators: `indicators:\n  - ${part('x', '得数', '', x)}\n  - ${part('y', '另数', '', y)}\n  - ${part('z', '研发占比', '%', z)}`,
  absent: 'absent: { missing: reweigh, not_applicable: reweigh, not_reported: reweigh, not_computable: reweigh, clause: doc#c }',
  total: 'total: { by: sum, least: none, most: none, round: { to: 6, by: excel }, clause: doc#c }',
  rank: 'rank: { within: [], by: [总分 desc], ties: min, on: rounded, clause: doc#c }',
});
const nested = (x: number, y: number, z: number): Sections => ({
  ...flat(x, y, z),
  indicators: `indicators:\n  - { id: b, name: 合, weight: ${x + y}, aggregate: geometric, clause: doc#c, children: [${part('x', '得数 + 1', '', x)}, ${part('y', '另数 + 1', '', y)}] }\n  - ${part('z', '研发占比', '%', z)}`,
});

describe('what-if on weights', () => {
  const seed = 7;
  it(`[S66] equals a whole run of the scheme with those weights, flat and nested (seed ${seed})`, () => {
    let runs = 0;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom(flat, nested),
        (x, y, z, make) => {
          const scheme = schemeOf(make(30, 50, 20));
          const found = prepareWhatIf(scoreSubjects(scheme, datasetOf(scheme, header, rows))).gradeWithWeights(
            new Map([
              ['x', x],
              ['y', y],
              ['z', z],
            ]),
          );
          const other = schemeOf(make(x, y, z));
          const whole = evaluate(other, datasetOf(other, header, rows));
          runs++;
          expect(Array.from(found.rank)).toEqual(Array.from(whole.rank));
          expect(Array.from(found.grade)).toEqual(Array.from(whole.grade));
        },
      ),
      { seed, numRuns: process.env.MUHENG_TIER === 'deep' ? 200 : 25 },
    );
    expect(runs).toBeGreaterThan(20);
  });

  it('ranks stay once they are read, and are refused, not those of another run, when first read after the next', () => {
    const scheme = schemeOf(flat(30, 50, 20));
    const whatIf = prepareWhatIf(scoreSubjects(scheme, datasetOf(scheme, header, rows)));
    const first = whatIf.gradeWithWeights(new Map());
    const ranks = Array.from(first.rank);
    const second = whatIf.gradeWithWeights(new Map([['x', 90]]));
    expect(Array.from(first.rank)).toEqual(ranks);
    whatIf.gradeWithWeights(new Map([['y', 90]]));
    expect(() => second.rank).toThrow(RangeError);
    expect(() => second.computed).toThrow(RangeError);
  });

  it('weights that stay give the result itself', () => {
    const scheme = schemeOf(flat(30, 50, 20));
    const dataset = datasetOf(scheme, header, rows);
    const found = prepareWhatIf(scoreSubjects(scheme, dataset)).gradeWithWeights(new Map());
    expect(Array.from(found.grade)).toEqual(Array.from(evaluate(scheme, dataset).grade));
  });
});

describe('robustness', () => {
  const scheme = schemeOf(flat(30, 50, 20));
  const dataset = datasetOf(scheme, header, rows);
  const of = (percent: number, seed = 1, facts?: ReadonlyMap<string, { over: number; under: number }>) =>
    robustness({
      scheme,
      dataset,
      seed,
      draws: 50,
      weights: { over: percent, under: 100 },
      ...(facts === undefined ? {} : { facts }),
    });

  it('no wobble keeps every grade, a large one does not', () => {
    expect(of(0).kept.every((share) => share === 1)).toBe(true);
    const moved = of(60);
    expect(moved.kept.some((share) => share < 1)).toBe(true);
    expect(moved.grades.reduce((sum, grade) => sum + grade.subjects, 0)).toBe(60);
    expect(robustnessInWords(moved, scheme)).toContain('50 次模拟');
  });

  it('shares kept are those of whole runs of schemes with the drawn weights', () => {
    const weights = { over: 40, under: 100 };
    const base = evaluate(scheme, dataset).grade;
    const moved = new Int32Array(base.length);
    for (let draw = 0; draw < 50; draw++) {
      const factors = wobbledWeights(scheme, weights, drawsOf(5, draw));
      const other = schemeOf(flat(30 * factors(0, 0), 50 * factors(1, 0), 20 * factors(2, 0)));
      const { grade } = evaluate(other, datasetOf(other, header, rows));
      for (let row = 0; row < base.length; row++) moved[row]! += Number(base[row] !== grade[row]);
    }
    expect(moved.some((count) => count > 0)).toBe(true);
    expect(Array.from(of(40, 5).kept)).toEqual(Array.from(moved, (count) => (50 - count) / 50));
  });

  it('the same seed gives the same shares, another seed others', () => {
    expect(Array.from(of(40, 5).kept)).toEqual(Array.from(of(40, 5).kept));
    expect(Array.from(of(40, 5).kept)).not.toEqual(Array.from(of(40, 6).kept));
  });

  it('facts may wobble too', () => {
    const found = of(0, 3, new Map([['v', { over: 30, under: 100 }]]));
    expect(found.kept.some((share) => share < 1)).toBe(true);
    expect(Array.from(of(0, 3, new Map([['v', { over: 0, under: 100 }]])).kept).every((share) => share === 1)).toBe(true);
  });

  it('needs a declaration', () => {
    expect(() => robustness({ scheme, dataset, seed: 1 })).toThrow(RangeError);
  });

  it('draws are spread evenly and do not depend on each other', () => {
    const draw = drawsOf(42, 0);
    const buckets = new Int32Array(10);
    for (let at = 0; at < 10_000; at++) buckets[Math.floor(draw() * 10)]!++;
    expect(Math.min(...buckets)).toBeGreaterThan(900);
    expect(drawsOf(42, 1)()).not.toBe(drawsOf(42, 0)());
    expect(drawsOf(42, 1)()).toBe(drawsOf(42, 1)());
  });
});
