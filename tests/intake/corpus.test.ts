/** Files that were interesting once, replayed: each ends as it did. Their number is written down beside them and never falls. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { replay } from './replay.js';

const folder = new URL('corpus/', import.meta.url);
const cases = z
  .array(z.strictObject({ file: z.string(), tables: z.number(), codes: z.array(z.string()), why: z.string().min(5) }))
  .parse(parse(readFileSync(new URL('corpus.yaml', folder), 'utf8')));

it('[R75] the number of kept files never falls', () => {
  const held = readdirSync(folder).filter((name) => name.endsWith('.bin'));
  expect(cases.map(({ file }) => file).sort()).toEqual(held.sort());
  expect(cases.length).toBe(Number(readFileSync(new URL('count.txt', folder), 'utf8')));
  expect(cases.length).toBeGreaterThanOrEqual(40);
  console.log(`corpus: ${cases.length} files`);
});

it.each(cases)('[R75] [R28] $file: $why', async ({ file, tables, codes }) => {
  expect(await replay(new Uint8Array(readFileSync(new URL(file, folder))))).toEqual({ tables, codes });
});
