/** docs/reference/result.md and the example of cli.md against what the command really prints. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IdentifiedJson } from './commands/run.js';
import { enterRoom, type Room, say } from './fixtures/room.js';

const docs = join(dirname(fileURLToPath(import.meta.url)), '../../../docs/reference');
const text = (name: string): string => readFileSync(join(docs, name), 'utf8');

let room: Room;
let json: IdentifiedJson;
beforeAll(async () => {
  room = enterRoom();
  const bad = room.write('bad.csv', room.read('facts.csv').replace(/^(E02,(?:[^,]*,){2})[^,]*/m, '$1'));
  const { out } = await say('evaluate', '--scheme', room.scheme, '--facts', bad, '--year', '2024', '--json');
  json = JSON.parse(out);
});
afterAll(() => room.leave());

/** Keys and meanings of the table under a heading. */
function tableUnder(heading: string): ReadonlyMap<string, string> {
  const part =
    text('result.md')
      .split(/^#{2,3} /m)
      .find((each) => each.startsWith(`${heading}\n`)) ?? '';
  return new Map([...part.matchAll(/^\| `(\w+)` \| (.*) \|$/gm)].map(([, key = '', meaning = '']) => [key, meaning]));
}
const keysOf = (all: readonly object[]): string[] => [...new Set(all.flatMap((one) => Object.keys(one)))].sort();
/** What a line names besides values of a field, e.g. `code`、`severity`（`error`…）. */
const named = (meaning: string): string[] =>
  [...meaning.replace(/（[^（）]*）/g, '').matchAll(/`(\w+)`/g)].map(([, key = '']) => key).sort();

describe('docs/reference/result.md', () => {
  it('names every key of the top, of a subject and of an indicator, and none that does not exist', () => {
    expect([...tableUnder('顶层').keys()].sort()).toEqual(Object.keys(json).sort());
    expect([...tableUnder('`subjects[]`').keys()].sort()).toEqual(keysOf(json.subjects));
    expect([...tableUnder('`indicators` 各项').keys()].sort()).toEqual(
      keysOf(json.subjects.flatMap((one) => Object.values(one.indicators))),
    );
  });

  it('names every key of the parts', () => {
    const top = tableUnder('顶层');
    const subject = tableUnder('`subjects[]`');
    const parts = { documents: json.documents, pools: json.pools, cuts: json.cuts, benchmarks: json.benchmarks };
    for (const [key, all] of Object.entries({ ...parts, assumptions: json.assumptions, findings: json.findings })) {
      expect(all.length, key).toBeGreaterThan(0);
      expect(named(top.get(key) ?? ''), key).toEqual(keysOf(all));
    }
    expect(named(top.get('identity') ?? '')).toEqual(Object.keys(json.identity).sort());
    expect(named(top.get('scheme') ?? '')).toEqual(Object.keys(json.scheme).sort());
    const ofSubjects = {
      overrides: json.subjects.flatMap((one) => one.overrides),
      reasons: json.subjects.flatMap((one) => one.reasons),
    };
    for (const [key, all] of Object.entries(ofSubjects)) {
      expect(all.length, key).toBeGreaterThan(0);
      expect(named(subject.get(key) ?? ''), key).toEqual(keysOf([...all]));
    }
  });
});

describe('docs/reference/cli.md', () => {
  it('shows an example in which every key exists', () => {
    const written = /```jsonc\n([\s\S]*?)```/.exec(text('cli.md'))?.[1] ?? '';
    expectKeys(JSON.parse(written), json, '');
  });
});

/** Keyed by the scheme's own ids, or different for every finding. */
const open = ['.subjects[].indicators', '.findings[].where'];
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function expectKeys(example: unknown, real: unknown, path: string): void {
  if (Array.isArray(example)) {
    if (Array.isArray(real) && example.length > 0) expectKeys(example[0], Object.assign({}, ...real), `${path}[]`);
    return;
  }
  if (!isObject(example) || !isObject(real) || open.includes(path)) return;
  const found = new Map<string, unknown>(Object.entries(real));
  for (const [key, value] of Object.entries(example)) {
    expect([...found.keys()], path).toContain(key);
    expectKeys(value, found.get(key), `${path}.${key}`);
  }
}
