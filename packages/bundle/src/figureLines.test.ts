/** 得数的行 — written straight from the columns they are, byte for byte, the canonical JSON of the figures; so every digest stays. */
import { createHash } from 'node:crypto';
import type { Result } from '@muheng/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical.js';
import { figureLines } from './figureLines.js';
import { figureFiles, figuresHash, figuresOf, resultHash } from './figures.js';
import { exampleRuns, randomRun, type TestRun } from './fixtures/runs.js';
import { identityOf } from './identity.js';

const seeds = process.env.MUHENG_TIER === 'deep' ? 1_000 : 60;
const slowLines = ({ result, scheme }: Pick<TestRun, 'result' | 'scheme'>): string[] => {
  const figures = figuresOf(result, scheme);
  return result.subjects.map((_, row) => canonicalJson(figures(row)));
};
const fastLines = ({ result, scheme }: Pick<TestRun, 'result' | 'scheme'>): string[] => {
  const lineOf = figureLines(result, scheme);
  return result.subjects.map((_, row) => lineOf(row));
};

describe('[R65] lines of figures', () => {
  it(`are those of the definition for every preset and ${seeds} random schemes, whatever stands in them`, () => {
    const seen = new Set<string>();
    const runs = [...exampleRuns(), ...Array.from({ length: seeds }, (_, at) => randomRun(at + 1))];
    for (const run of runs) {
      const slow = slowLines(run);
      expect(fastLines(run), run.name).toEqual(slow);
      for (const found of slow
        .join('')
        .matchAll(/"absence":"\w+"|"how":"\w+"|"bonus":\{"|"branches":\{"|"applied":\w+|"reasons":\["|"group":null|"rank":null/g))
        seen.add(found[0]);
    }
    for (const kind of ['missing', 'not_applicable', 'not_reported', 'not_computable'])
      expect(seen).toContain(`"absence":"${kind}"`);
    for (const how of ['capped', 'floored', 'absence_rule', 'nonpositive_rule']) expect(seen).toContain(`"how":"${how}"`);
    for (const part of ['"bonus":{"', '"branches":{"', '"applied":true', '"applied":false', '"reasons":["', '"group":null'])
      expect(seen).toContain(part);
  });

  it('are those of the definition for any number and any text', () => {
    const { result, scheme } = randomRun(7);
    const count = result.subjects.length;
    const numbers = fc.array(fc.oneof(fc.double({ noDefaultInfinity: true }), fc.constant(-0), fc.integer()), {
      ...{ minLength: count, maxLength: count },
    });
    const texts = fc.array(fc.string({ unit: 'binary' }), { minLength: count, maxLength: count });
    fc.assert(
      fc.property(numbers, numbers, texts, (some, others, names) => {
        const [columns, more] = [Float64Array.from(some), Float64Array.from(others)];
        const rank = more.map((value, row) => (result.pool[row]! < 0 || Number.isNaN(value) ? 0 : value));
        const leaves = result.leaves.map((leaf) => ({ ...leaf, score: columns, benchmark: more }));
        const other: Result = { ...result, names, subjects: names, leaves, baseTotal: columns, total: more, rank };
        expect(fastLines({ result: other, scheme })).toEqual(slowLines({ result: other, scheme }));
      }),
      { seed: 8785, numRuns: 200 },
    );
  });

  it('refuse an infinity as the definition does', () => {
    const { result, scheme } = randomRun(7);
    for (const endless of [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      const total = result.total.slice().fill(endless);
      expect(() => fastLines({ result: { ...result, total }, scheme })).toThrow(RangeError);
      expect(() => slowLines({ result: { ...result, total }, scheme })).toThrow(RangeError);
    }
  });

  it('give the hash of the files, by whichever SHA-256, also beyond the lines that become bytes together', () => {
    const node = (): ReturnType<typeof createHash> => createHash('sha256');
    for (const { result, scheme, dataset } of [...exampleRuns(['jiayibingding-sample']), randomRun(3)]) {
      const files = figureFiles(result, scheme);
      expect(resultHash(result, scheme)).toBe(figuresHash(files));
      expect(resultHash(result, scheme, node)).toBe(figuresHash(files));
      expect(identityOf(scheme, dataset, node)).toEqual(identityOf(scheme, dataset));
    }
    const { result, scheme } = randomRun(3);
    const many = repeated(result, 600);
    const text = slowLines({ result: many, scheme }).map((line) => `${line}\n`);
    expect(new TextDecoder().decode(figureFiles(many, scheme).get('result/subjects.jsonl'))).toBe(text.join(''));
    expect(resultHash(many, scheme, node)).toBe(figuresHash(figureFiles(many, scheme)));
  });
});

/** The first subject so many times. */
function repeated(result: Result, times: number): Result {
  const rows = Array.from({ length: times }, () => 0);
  const numbers = (column: Float64Array): Float64Array => Float64Array.from(rows, (row) => column[row]!);
  return {
    ...result,
    subjects: rows.map((row) => result.subjects[row]!),
    names: rows.map((_, at) => `第 ${at + 1} 户`),
    status: Uint8Array.from(rows, (row) => result.status[row]!),
    group: Int16Array.from(rows, (row) => result.group[row]!),
    pool: Int32Array.from(rows, (row) => result.pool[row]!),
    leaves: result.leaves.map(({ id, value, benchmark, score, how }) => ({
      id,
      value: { values: numbers(value.values), absence: Uint8Array.from(rows, (row) => value.absence[row]!) },
      benchmark: numbers(benchmark),
      score: numbers(score),
      how: Uint8Array.from(rows, (row) => how[row]!),
    })),
    branches: result.branches.map(({ id, score }) => ({ id, score: numbers(score) })),
    bonus: result.bonus.map(({ id, raw, counted }) => ({ id, raw: numbers(raw), counted: numbers(counted) })),
    baseTotal: numbers(result.baseTotal),
    bonusTotal: numbers(result.bonusTotal),
    total: numbers(result.total),
    rank: numbers(result.rank),
    computedGrade: Int16Array.from(rows, (row) => result.computedGrade[row]!),
    grade: Int16Array.from(rows, (row) => result.grade[row]!),
  };
}
