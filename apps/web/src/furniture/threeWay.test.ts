/** 三方比对 — every field by an oracle of three values, and what holds for any three forms. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FieldWords, type Kept, mergeFields, tellNumber } from './threeWay.js';

type Form = Readonly<Record<'a' | 'b' | 'c' | 'd', string>>;
const words: FieldWords<Form> = { labels: { a: '甲', b: '乙', c: '丙', d: '丁' }, wordOf: (form, key) => form[key] };
const keys = ['a', 'b', 'c', 'd'] as const;

const value = fc.constantFrom('', '1', '2');
const form = fc.record({ a: value, b: value, c: value, d: value });
const side = fc.constantFrom<'mine' | 'theirs'>('mine', 'theirs');
const kept = fc.record({ a: side, b: side, c: side, d: side });
const runs = { numRuns: process.env.MUHENG_TIER === 'deep' ? 20_000 : 1_000, seed: 62 };

describe(`三方比对 (${runs.numRuns} runs, seed ${runs.seed})`, () => {
  it('[R62] one field both changed differently is asked; what one alone changed is not', () => {
    const base = { a: '原', b: '原', c: '原', d: '原' };
    const mine = { a: '我', b: '我', c: '原', d: '同' };
    const theirs = { a: '他', b: '原', c: '他', d: '同' };
    const merged = mergeFields(words, { base, mine, theirs });
    expect(merged.clashes).toEqual([{ field: 'a', label: '甲', base: '原', mine: '我', theirs: '他' }]);
    expect(merged.taken).toEqual([{ field: 'c', label: '丙', base: '原', theirs: '他' }]);
    expect(merged.decide({ a: 'mine' })).toEqual({ a: '我', b: '我', c: '他', d: '同' });
    expect(merged.decide({ a: 'theirs' })).toEqual({ a: '他', b: '我', c: '他', d: '同' });
    // Undecided, nothing that is stored is overwritten.
    expect(merged.decide({})).toEqual(merged.decide({ a: 'theirs' }));
  });

  it('[R62] any three forms: each field as one alone changed it, as both did, or as decided', () =>
    fc.assert(
      fc.property(form, form, form, kept, (base, mine, theirs, choice) => {
        const merged = mergeFields(words, { base, mine, theirs });
        const after = merged.decide(choice);
        for (const key of keys) {
          const asked = mine[key] !== theirs[key] && mine[key] !== base[key] && theirs[key] !== base[key];
          expect(merged.clashes.some(({ field }) => field === key)).toBe(asked);
          expect(merged.taken.some(({ field }) => field === key)).toBe(theirs[key] !== base[key] && mine[key] === base[key]);
          expect(after[key]).toBe(asked ? { mine, theirs }[choice[key]][key] : mine[key] === base[key] ? theirs[key] : mine[key]);
        }
      }),
      runs,
    ));

  it('[R62] who changed nothing has what is stored; where they changed nothing, all of mine is sent; twice the same is no clash', () =>
    fc.assert(
      fc.property(form, form, (one, other) => {
        expect(mergeFields(words, { base: one, mine: one, theirs: other })).toMatchObject({ clashes: [], ahead: false });
        expect(mergeFields(words, { base: one, mine: one, theirs: other }).decide({})).toEqual(other);
        const alone = mergeFields(words, { base: one, mine: other, theirs: one });
        expect([alone.clashes, alone.taken, alone.decide({})]).toEqual([[], [], other]);
        expect(mergeFields(words, { base: one, mine: other, theirs: other })).toMatchObject({
          clashes: [],
          taken: [],
          ahead: false,
        });
      }),
      runs,
    ));

  it('[R62] sides changed over, the same is asked and the same comes out', () =>
    fc.assert(
      fc.property(form, form, form, kept, (base, mine, theirs, choice) => {
        const turned: Kept = Object.fromEntries(keys.map((key) => [key, choice[key] === 'mine' ? 'theirs' : 'mine']));
        const [one, other] = [
          mergeFields(words, { base, mine, theirs }),
          mergeFields(words, { base, mine: theirs, theirs: mine }),
        ];
        expect(other.clashes.map(({ field }) => field)).toEqual(one.clashes.map(({ field }) => field));
        expect(other.decide(turned)).toEqual(one.decide(choice));
      }),
      runs,
    ));

  it('[R62] once decided and stored, nothing is asked again; nothing is sent when all that stays is theirs', () =>
    fc.assert(
      fc.property(form, form, form, kept, (base, mine, theirs, choice) => {
        const after = mergeFields(words, { base, mine, theirs }).decide(choice);
        const again = mergeFields(words, { base: theirs, mine: after, theirs });
        expect([again.clashes, again.taken]).toEqual([[], []]);
        expect(again.ahead).toBe(keys.some((key) => after[key] !== theirs[key]));
      }),
      runs,
    ));

  it('two values that read alike are told apart by their id; numbers by their value', () => {
    const ids: FieldWords<Form> = { ...words, wordOf: () => '已撤销的单位', tellOf: (of, key) => of[key] };
    const base = { a: '1', b: '1', c: '1', d: '1' };
    expect(mergeFields(ids, { base, mine: { ...base, a: '2' }, theirs: { ...base, a: '3' } }).clashes).toHaveLength(1);
    expect(['100.00', '100', '100.10', '0.00', '1e3', 'x.0'].map(tellNumber)).toEqual(['100', '100', '100.1', '0', '1e3', 'x.0']);
  });
});
