import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sideTableIds } from '@muheng/engine';
import { sideTableFields } from '@muheng/scheme';
import { describe, expect, it } from 'vitest';
import { exits } from './exits.js';

const docs = join(dirname(fileURLToPath(import.meta.url)), '../../../docs/reference');
const data = readFileSync(join(docs, 'data.md'), 'utf8');

/** The part of data.md under `### events 事件`. */
const partOf = (table: string): string => data.split(/^### /m).find((part) => part.startsWith(`${table} `)) ?? '';

describe('docs/reference/data.md', () => {
  it.each(sideTableIds)('names every field of %s, by id and term', (table) => {
    const fields = sideTableFields[table];
    expect(fields).toBeDefined();
    const part = partOf(table);
    expect(part).toContain(`${table} ${fields?.term}`);
    for (const [id, term] of fields?.fields ?? []) expect(part).toContain(`| \`${id}\` | ${term} |`);
    expect(part).toMatch(/```csv\n(id|统一社会信用代码),/);
  });

  it('names no field that does not exist', () => {
    for (const table of sideTableIds) {
      const named = [...partOf(table).matchAll(/^\| `(\w+)` \|/gm)].map((found) => found[1] ?? '');
      expect(named).toEqual(sideTableFields[table]?.fields.map(([id]) => id));
    }
  });
});

describe('docs/reference/cli.md', () => {
  it('lists every exit code', () => {
    const cli = readFileSync(join(docs, 'cli.md'), 'utf8');
    for (const code of Object.values(exits)) expect(cli).toContain(`| ${code} |`);
  });
});
