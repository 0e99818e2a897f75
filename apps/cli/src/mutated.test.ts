import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterRoom, type Room, say } from './fixtures/room.js';

const runs = process.env.MUHENG_TIER === 'deep' ? 3000 : 150;
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

/** A place in the text, how many characters go, and what comes instead. */
const edits = fc.array(
  fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), gone: fc.nat(12), word: fc.constantFrom(...oddities) }),
  { minLength: 1, maxLength: 6 },
);
const edited = (text: string, changes: readonly { at: number; gone: number; word: string }[]): string =>
  changes.reduce((now, { at, gone, word }) => {
    const from = Math.floor(at * now.length);
    return now.slice(0, from) + word + now.slice(from + gone);
  }, text);

describe('files that went wrong', () => {
  it(`${runs} mutated facts files: an answer or a refusal in words, never a fault`, async () => {
    const text = room.read('facts.csv');
    const codes = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(edits, async (changes) => {
        const facts = room.write('mutated.csv', edited(text, changes));
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
        else expect(out).not.toMatch(/NaN|Infinity"?:/);
        if (code !== 3) expect(JSON.parse(out).identity.result).toMatch(/^[0-9a-f]{64}$/);
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
      fc.asyncProperty(edits, async (changes) => {
        const scheme = room.write('mutated.yaml', edited(text, changes));
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
