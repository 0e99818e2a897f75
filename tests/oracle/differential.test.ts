/**
 * The engine against the independent exact oracle on random schemes and data (R76). `MUHENG_SEED=n` replays one seed and prints it;
 * `MUHENG_TIER=deep` runs 10 000.
 */
import { expect, test } from 'vitest';
import { runEngine } from '../runCase.js';
import { differences } from './agreement.js';
import { requiredConstructs } from './generator/constructs.js';
import { constructsOf } from './generator/coverage.js';
import { type Case, givenOf, makeCase } from './generator/scheme.js';
import { evaluateExactly } from './oracle.js';

const deep = process.env.MUHENG_TIER === 'deep';
const replay = process.env.MUHENG_SEED;
const seeds = replay === undefined ? Array.from({ length: deep ? 10_000 : 500 }, (_, n) => n + 1) : [Number(replay)];
/** Of all schemes: a rounding tie or a tolerance edge that doubles may fairly decide otherwise. */
const mostUndecidable = 0.002;

interface Outcome {
  readonly found: readonly string[];
  /** Decisions too close for doubles. */
  readonly doubts: readonly string[];
}

function compareOne(one: Case, count: (key: string) => void): Outcome {
  const given = givenOf(one);
  const { printed } = runEngine(one);
  const verdict = evaluateExactly(given);
  for (const key of constructsOf(given.scheme)) count(key);
  for (const key of verdict.run.judge.seen.keys()) count(`happened: ${key}`);
  return { found: differences(verdict, printed), doubts: verdict.run.judge.doubts };
}

const shown = (one: Case): string =>
  [
    one.schemeText,
    ...[
      ...one.tables,
      ...Object.entries(one.sideTables).flatMap(([name, tables]) =>
        tables.map((table) => ({ ...table, header: [`[${name}]`, ...table.header] })),
      ),
    ].map((table) => [table.header, ...table.rows].map((row) => row.join('\t')).join('\n')),
  ].join('\n---\n');

test(`[R76] engine and exact oracle agree on ${seeds.length} random schemes`, { timeout: 5_400_000 }, () => {
  const counts = new Map<string, number>();
  const count = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  const undecidable: string[] = [];
  for (const seed of seeds) {
    const one = makeCase(seed);
    const { found, doubts } = compareOne(one, count);
    if (replay !== undefined) console.log(shown(one));
    if (found.length === 0) continue;
    if (doubts.length > 0) undecidable.push(`seed ${seed}: ${found[0]} (too close for doubles: ${doubts[0]})`);
    else expect.fail(`MUHENG_SEED=${seed}: engine and oracle differ:\n${found.slice(0, 10).join('\n')}\n\n${shown(one)}`);
  }
  const coverage = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, times]) => `${key} ${times}`);
  console.log(
    `R76: ${seeds.length} schemes, seeds ${seeds[0]} to ${seeds.at(-1)}, ${undecidable.length} undecidable in doubles\n${[...undecidable, ...coverage].join('\n')}`,
  );
  expect(undecidable.length, undecidable.join('\n')).toBeLessThanOrEqual(Math.ceil(mostUndecidable * seeds.length));
  if (replay !== undefined) return;
  const least = deep ? 100 : 1;
  expect(requiredConstructs.filter((key) => (counts.get(key) ?? 0) < least)).toEqual([]);
});

test('[R76] the comparison notices a wrong score, rank, grade, place and value', () => {
  const one = makeCase(seeds[0] ?? 1);
  const { printed } = runEngine(one);
  const verdict = evaluateExactly(givenOf(one));
  const at = printed.subjects.findIndex((subject) => subject.total !== null);
  const wrong = (change: object) =>
    differences(verdict, {
      ...printed,
      subjects: printed.subjects.map((subject, n) => (n === at ? { ...subject, ...change } : subject)),
    });
  expect(at).toBeGreaterThanOrEqual(0);
  expect(differences(verdict, printed)).toEqual([]);
  expect(wrong({ total: (printed.subjects[at]?.total ?? 0) + 0.01 })).toHaveLength(1);
  expect(wrong({ rank: 99 })).toHaveLength(1);
  expect(wrong({ grade: 'Z' })).toHaveLength(1);
  expect(wrong({ status: 'merged' })).toHaveLength(1);
  expect(wrong({ baseTotal: (printed.subjects[at]?.baseTotal ?? 0) + 1e-9 })).toHaveLength(1);
  expect(
    differences(verdict, { ...printed, pools: printed.pools.map((pool) => ({ ...pool, base: pool.base + 1 })) }).length,
  ).toBeGreaterThan(0);
});
