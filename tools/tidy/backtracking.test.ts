/** Every regular expression of the code that ships is looked at by recheck: none may take longer than in proportion to its text. */
import { fileURLToPath } from 'node:url';
import { checkSync } from 'recheck';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { readRepository, walk } from './repository.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const patienceMilliseconds = 20_000;

/** `/a+/g` → where it stands first. */
function literals(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const file of readRepository(root).code)
    if (!file.isTest && /^(?:packages|apps)\/[^/]+\/src\//.test(file.path))
      walk(file.tree, (node) => {
        if (ts.isRegularExpressionLiteral(node) && !found.has(node.text)) found.set(node.text, file.path);
      });
  return found;
}

function verdictOf(literal: string): string {
  const end = literal.lastIndexOf('/');
  const { status, ...more } = checkSync(literal.slice(1, end), literal.slice(end + 1), { timeout: patienceMilliseconds });
  if (status === 'safe') return status;
  return 'complexity' in more && more.complexity !== undefined ? `${status}, ${more.complexity.summary}` : status;
}

describe('regular expressions', () => {
  it('[R24] the check finds what blows up: nested and overlapping repeats', () => {
    expect(verdictOf('/^(a+)+$/')).toMatch(/^vulnerable, exponential/);
    expect(verdictOf('/^(?:a|a)*b/')).toMatch(/^vulnerable, exponential/);
    expect(verdictOf('/\\s+$/')).toMatch(/^vulnerable, 2nd degree/);
    expect(verdictOf('/^\\s+/')).toBe('safe');
  });

  it('[R24] none of those in packages and apps does', () => {
    const all = literals();
    expect(all.size).toBeGreaterThan(300);
    const unsafe = [...all].flatMap(([literal, path]) => {
      const verdict = verdictOf(literal);
      return verdict === 'safe' ? [] : [`${path} ${literal} ${verdict}`];
    });
    expect(unsafe).toEqual([]);
    console.info(`${all.size} regular expressions looked at`);
  }, 600_000);
});
