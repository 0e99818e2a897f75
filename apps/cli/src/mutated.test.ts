import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterRoom, type Room, say } from './fixtures/room.js';

const runs = process.env.MUHENG_TIER === 'deep' ? 1000 : 150;
let room: Room;
beforeAll(() => {
  room = enterRoom();
});
afterAll(() => room.leave());

const oddities = [
  '',
  '0',
  '-1',
  '1e308',
  '-0',
  'NaN',
  'Infinity',
  '＝1+1',
  '"',
  ',',
  '\n',
  '\r',
  '\u0000',
  '缺',
  '不适用',
  '是',
  '2024-02-30',
  '合计',
  'id',
  '𬭎',
  '1,000',
  '50%',
  '[',
  '{',
  ': ',
  '- ',
  '!!',
  '&a *a',
  '规上',
  'rest',
  'none',
  '999999999999',
];

/** One word of the file gives way to an odd word or to another word of the same file; now and then a piece is torn out as well. */
const change = fc.record({
  at: fc.nat(10_000),
  from: fc.nat(10_000),
  odd: fc.option(fc.constantFrom(...oddities), { freq: 2 }),
  torn: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(20) }),
});
const changes = fc.array(change, { minLength: 1, maxLength: 2 });
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function edited(text: string, all: readonly Change[]): string {
  const pieces = text.split(/([\s,{}[\]:]+)/);
  for (const { at, from, odd } of all) pieces[(at * 2) % pieces.length] = odd ?? pieces[(from * 2) % pieces.length] ?? '';
  return all.reduce((now, { at, torn }) => {
    const start = torn === null ? now.length : (at * 7) % now.length;
    return now.slice(0, start) + now.slice(start + (torn ?? 0));
  }, pieces.join(''));
}

describe('files that went wrong', () => {
  it(`${runs} mutated facts files: an answer or a refusal in words, never a fault`, async () => {
    const text = room.read('facts.csv');
    const codes = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(changes, async (all) => {
        const facts = room.write('mutated.csv', edited(text, all));
        const { code, out, err } = await say(
          'evaluate',
          '--scheme',
          room.scheme,
          '--facts',
          facts,
          '--year',
          '2024',
          '--out',
          room.file('mutated.html'),
          '--json',
        );
        codes.set(code, (codes.get(code) ?? 0) + 1);
        expect([0, 1, 3], err).toContain(code);
        if (code === 3) expect(err).toMatch(/\p{Script=Han}/u);
        else expect(JSON.parse(out).identity.result).toMatch(/^[0-9a-f]{64}$/);
      }),
      { numRuns: runs, seed: 20_240_501 },
    );
    console.log(`mutated facts, seed 20240501: ${[...codes].map(([code, count]) => `exit ${code} × ${count}`).join(', ')}`);
    expect(codes.size).toBeGreaterThan(1);
  });

  it(`${runs} mutated scheme files: findings with a place, or a scheme that can be used`, async () => {
    const text = room.read('scheme.yaml');
    const codes = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(changes, async (all) => {
        const scheme = room.write('mutated.yaml', edited(text, all));
        const checked = await say('scheme', 'check', scheme, '--json');
        expect([0, 1], checked.err).toContain(checked.code);
        const { code, err } = await say('evaluate', '--scheme', scheme, '--facts', room.facts, '--year', '2024', '--json');
        codes.set(code, (codes.get(code) ?? 0) + 1);
        expect(checked.code === 1 ? [3] : [0, 1, 3], err).toContain(code);
      }),
      { numRuns: runs, seed: 20_240_502 },
    );
    console.log(`mutated schemes, seed 20240502: ${[...codes].map(([code, count]) => `exit ${code} × ${count}`).join(', ')}`);
    expect(codes.size).toBeGreaterThan(1);
  });
});
