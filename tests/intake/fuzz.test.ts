/** Broken files: bytes flipped, cut, doubled and mixed in real files of every kind. Never a crash, never a hang, always Chinese words. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { brokenFiles } from './mutate.js';
import { type Replayed, replay } from './replay.js';

const files = process.env.MUHENG_TIER === 'deep' ? 10_000 : 500;
const seed = 75;
/** A hang guard, ten times what the slowest of them needs. */
const longest = 20_000;

it(`[R27] [R28] [R75] ${files} mutated files end in a table or in words, in bounded time`, { timeout: 3_600_000 }, async () => {
  let readable = 0;
  let slowest = 0;
  let tried = 0;
  const codes = new Set<string>();
  for await (const bytes of brokenFiles(seed)) {
    const before = performance.now();
    const { tables, codes: told } = await kept(bytes, () => replay(bytes));
    slowest = Math.max(slowest, performance.now() - before);
    if (tables > 0) readable++;
    for (const code of told) codes.add(code);
    if (++tried === files) break;
  }
  expect(slowest).toBeLessThan(longest);
  expect(readable).toBeGreaterThan(files / 20);
  expect(codes.size).toBeGreaterThan(15);
  console.log(
    `fuzz: seed ${seed}, ${files} files, ${readable} still readable, ${codes.size} kinds of findings, slowest ${Math.round(slowest)} ms`,
  );
});

/** A file that fails is written down, with the command that adds it to the corpus once it is mended. */
async function kept(bytes: Uint8Array, run: () => Promise<Replayed>): Promise<Replayed> {
  try {
    return await run();
  } catch (error) {
    const file = join(mkdtempSync(join(tmpdir(), 'muheng-fuzz-')), 'case.bin');
    writeFileSync(file, bytes);
    console.error(`fuzz: seed ${seed} failed on ${file}; to keep it: npx tsx tests/intake/corpus/add.ts ${file} "why"`);
    throw error;
  }
}
