/** 随机办法 — bundles of random schemes with random dirty data: every viewer's verifies, every subject's own row recomputes. */
import { expect, test } from 'vitest';
import { randomRun, salt, type TestRun } from '../fixtures/runs.js';
import { writeBundle, writeEnterpriseBundles } from '../write.js';
import { type Verification, verifyBundle } from './verify.js';

const deep = process.env.MUHENG_TIER === 'deep';
const replay = process.env.MUHENG_SEED;
const seeds = replay === undefined ? Array.from({ length: deep ? 500 : 60 }, (_, at) => at + 1) : [Number(replay)];

interface Counts {
  readonly taken: Map<string, number>;
  subjects: number;
}

function verifyAll(run: TestRun, counts: Counts): void {
  const against = writeBundle({ ...run, viewer: 'public', salt });
  const said = (what: string, verification: Verification): void => {
    expect(verification.findings, `${run.name} ${what}: replay with MUHENG_SEED`).toEqual([]);
    for (const words of verification.taken) counts.taken.set(words, (counts.taken.get(words) ?? 0) + 1);
  };
  said('auditor', verifyBundle(writeBundle({ ...run, viewer: 'auditor', salt }), { against }));
  const write = writeEnterpriseBundles({ ...run, salt });
  for (const id of run.result.subjects) {
    said(id, verifyBundle(write(id), { against }));
    counts.subjects++;
  }
}

test(`[R44] ${seeds.length} random schemes: every subject recomputes its own row, the auditor all of them`, {
  timeout: 5_400_000,
}, () => {
  const counts: Counts = { taken: new Map(), subjects: 0 };
  for (const seed of seeds) verifyAll(randomRun(seed), counts);
  const lines = [...counts.taken].map(([words, times]) => `${times} × ${words}`);
  console.log(`bundles: ${seeds.length} schemes, seeds 1 to ${seeds.length}, ${counts.subjects} subjects\n${lines.join('\n')}`);
  expect(counts.subjects).toBeGreaterThan(seeds.length);
  if (replay === undefined) expect(lines.length).toBeGreaterThan(4);
});
