/** 一列的三方比对 — lines added, struck, moved and changed by two people at once. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LineWords, mergeLines, moved, order } from './lines.js';

interface Line {
  readonly key: string;
  readonly name: string;
  readonly day: string;
}
const words: LineWords<Line> = {
  ...{ labels: { name: '名称', day: '日期' }, wordOf: (line, key) => line[key], lineOf: ({ name, day }) => `${name}，${day}` },
  ...{ nameOf: ({ name }) => name, lacking: '（没有）' },
};
const line = (key: string, more: Partial<Line> = {}): Line => ({ key, name: key, day: '1', ...more });
const base = ['a', 'b', 'c'].map((key) => line(key));
const keysOf = (lines: readonly Line[]): string => lines.map(({ key }) => key).join('');
const merge = (mine: readonly Line[], theirs: readonly Line[]) => mergeLines(words, { base, mine, theirs });

const lists = (fresh: string): fc.Arbitrary<readonly Line[]> =>
  fc
    .shuffledSubarray(['a', 'b', 'c', 'd', `${fresh}1`, `${fresh}2`])
    .chain((keys) => fc.tuple(...keys.map((key) => fc.constantFrom('1', '2', '3').map((day) => line(key, { day })))));
const [numRuns, seed] = [process.env.MUHENG_TIER === 'deep' ? 10_000 : 1_000, 620];

describe(`一列的三方比对 (${numRuns} runs, seed ${seed})`, () => {
  it('a line moves by one place and stops at the ends', () => {
    expect([keysOf(moved(base, 1, -1)), keysOf(moved(base, 0, -1)), keysOf(moved(base, 2, 1))]).toEqual(['bac', 'abc', 'abc']);
  });

  it('[R62] different lines, or different fields of one line: nothing is asked, both changes stand', () => {
    const merged = merge(
      [line('a', { day: '2' }), line('b'), line('c')],
      [line('a', { name: '甲' }), line('b'), line('c', { day: '9' })],
    );
    expect(merged.clashes).toEqual([]);
    expect(merged.taken.map(({ field, label }) => [field, label])).toEqual([
      ['a.name', 'a：名称'],
      ['c.day', 'c：日期'],
    ]);
    expect(merged.decide({})).toEqual([line('a', { name: '甲', day: '2' }), line('b'), line('c', { day: '9' })]);
  });

  it('[R62] one field of one line changed twice is asked, and that one only', () => {
    const merged = merge([line('a', { day: '2' }), line('b'), line('c')], [line('a', { day: '3' }), line('b'), line('c')]);
    expect(merged.clashes).toEqual([{ field: 'a.day', label: 'a：日期', base: '1', mine: '2', theirs: '3' }]);
    expect(merged.decide({ 'a.day': 'mine' })[0]?.day).toBe('2');
    expect(merged.decide({})[0]?.day).toBe('3');
  });

  it('[R62] struck by one and untouched by the other it goes; changed by the other it is asked', () => {
    const [a, b, c] = [line('a'), line('b'), line('c')];
    expect(merge([a, b], base)).toMatchObject({ clashes: [], taken: [], ahead: true });
    expect(keysOf(merge([a, b], base).decide({}))).toBe('ab');
    expect(merge(base, [a, b])).toMatchObject({ clashes: [], taken: [{ label: 'c', theirs: '（没有）' }], ahead: false });
    const merged = merge([a, b, line('c', { day: '2' })], [a, b]);
    expect(merged.clashes).toEqual([{ field: 'c', label: 'c', base: 'c，1', mine: 'c，2', theirs: '（没有）' }]);
    expect([keysOf(merged.decide({ c: 'mine' })), keysOf(merged.decide({}))]).toEqual(['abc', 'ab']);
    expect(merge([a, c], [a, line('b', { day: '3' }), c]).clashes).toMatchObject([
      { field: 'b', mine: '（没有）', theirs: 'b，3' },
    ]);
  });

  it('[R62] both add: each line keeps its place after its neighbour', () => {
    const [a, b, c] = [line('a'), line('b'), line('c')];
    expect(keysOf(merge([a, line('m'), b, c], [line('t'), a, b, c]).decide({}))).toBe('tambc');
  });

  it('[R62] the order is asked only when both changed it', () => {
    const [a, b, c] = [line('a'), line('b'), line('c')];
    expect(merge([b, a, c], base).clashes).toEqual([]);
    expect(keysOf(merge([b, a, c], base).decide({}))).toBe('bac');
    expect(keysOf(merge(base, [c, a, b]).decide({}))).toBe('cab');
    const both = merge([b, a, c], [c, a, b]);
    expect(both.clashes).toMatchObject([{ field: order, label: '先后', mine: 'b → a → c', theirs: 'c → a → b' }]);
    expect([keysOf(both.decide({ [order]: 'mine' })), keysOf(both.decide({}))]).toEqual(['bac', 'cab']);
    expect(merge([b, a, c], [b, a, c]).clashes).toEqual([]);
  });

  it('[R62] any two lists over any third: nothing of one alone is asked or lost, no line stands twice', () =>
    fc.assert(
      fc.property(lists('x'), lists('m'), lists('t'), (first, mine, theirs) => {
        const sides = { base: first, mine, theirs };
        const merged = mergeLines(words, sides);
        const after = merged.decide({});
        const keys = after.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        for (const key of new Set([...mine, ...theirs].map((one) => one.key))) {
          const dayOn = (lines: readonly Line[]): string | undefined => lines.find((one) => one.key === key)?.day;
          const [was, own, other] = [dayOn(first), dayOn(mine), dayOn(theirs)];
          const asked = own !== other && own !== was && other !== was;
          expect(merged.clashes.some(({ field }) => field === key || field === `${key}.day`)).toBe(asked);
          expect(dayOn(after)).toBe(asked || own === was ? other : own);
        }
        const same = mergeLines(words, { base: first, mine: first, theirs });
        expect([same.clashes, same.ahead, same.decide({})]).toEqual([[], false, theirs]);
        const alone = mergeLines(words, { base: first, mine, theirs: first });
        expect([alone.clashes, alone.taken, alone.decide({})]).toEqual([[], [], mine]);
        const agreed = mergeLines(words, { base: first, mine, theirs: mine });
        expect([agreed.clashes, agreed.ahead, agreed.decide({})]).toEqual([[], false, mine]);
        const again = mergeLines(words, { base: theirs, mine: after, theirs });
        expect([again.clashes, again.taken]).toEqual([[], []]);
      }),
      { numRuns, seed },
    ));
});
