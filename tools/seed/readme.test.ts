/** The table of dirt in README.md is the table in dirt/kinds.ts. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { dirtKinds } from './index.js';

it('the README has exactly one line for each kind of dirt, with what an intake must do', () => {
  const text = readFileSync(new URL('README.md', import.meta.url), 'utf8');
  const told = text.split('\n').filter((line) => /^\| `[a-z_0-9]+` \|/.test(line));
  const wanted = Object.entries(dirtKinds).map(
    ([kind, { intake, means, scope }]) => `| \`${kind}\` | ${scope} | ${intake} | ${means} |`,
  );
  expect(told).toEqual(wanted);
});
