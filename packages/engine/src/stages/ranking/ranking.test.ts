/** Ranking by counting, radix and native sort against a plain comparator sort; ties in four ways; tolerance; absent keys. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderPools } from './order.js';
import { rankNumbers } from './ranks.js';
import { type KeyColumn, keyAt, newScratch, sortSegment } from './sort.js';

const deep = process.env.MUHENG_TIER === 'deep';
const all = (rows: number): Uint8Array => new Uint8Array(rows).fill(1);
/** Higher is better. */
const best = (values: readonly number[], whole = true): KeyColumn => ({
  values: Float64Array.from(values),
  sign: -1,
  power: whole ? 1 : null,
});
/** Absent keys are +Infinity, and Infinity − Infinity is NaN: as good as equal. */
const byKey = (key: KeyColumn, a: number, b: number): number => keyAt(key, a) - keyAt(key, b) || 0;
const onePool = (rows: number) => ({ poolOf: new Int32Array(rows), pools: 1, members: all(rows) });
const ranksOf = (values: readonly number[], ties: Parameters<typeof rankNumbers>[1], whole = true): number[] =>
  Array.from(rankNumbers(orderPools({ ...onePool(values.length), keys: [best(values, whole)] }), ties, values.length));

describe('rank numbers', () => {
  it('[R89] gives equal totals the declared rank: min, dense, average, max', () => {
    const totals = [90, 80, 80, 70];
    expect(ranksOf(totals, 'min')).toEqual([1, 2, 2, 4]);
    expect(ranksOf(totals, 'dense')).toEqual([1, 2, 2, 3]);
    expect(ranksOf(totals, 'average')).toEqual([1, 2.5, 2.5, 4]);
    expect(ranksOf(totals, 'max')).toEqual([1, 3, 3, 4]);
  });

  it('takes full values within 1e-12 as equal and those beyond it as different', () => {
    expect(ranksOf([0.1 + 0.2, 0.3, 0.2], 'min', false)).toEqual([1, 1, 3]);
    expect(ranksOf([0.3 + 1e-11, 0.3, 0.2], 'min', false)).toEqual([1, 2, 3]);
  });

  it('puts an absent key last, equal among themselves', () => {
    expect(ranksOf([Number.NaN, 5, Number.NaN, 7], 'min')).toEqual([3, 2, 3, 1]);
  });

  it('[S67] uses the further keys only where the earlier ones are equal', () => {
    const keys = [best([80, 80, 90, 80]), best([1.5, 2.5, 0, 2.5], false), best([3, 4, 0, 5], false)];
    const order = orderPools({ ...onePool(4), keys });
    expect(Array.from(order.rows)).toEqual([2, 3, 1, 0]);
    expect(Array.from(rankNumbers(order, 'min', 4))).toEqual([4, 3, 1, 2]);
  });

  it('[S27] ranks each pool by itself and leaves out those who do not stand in it', () => {
    const members = Uint8Array.of(1, 1, 1, 0, 1);
    const order = orderPools({ poolOf: Int32Array.of(0, 1, 0, 0, -1), pools: 2, members, keys: [best([10, 5, 20, 99, 50])] });
    expect(Array.from(rankNumbers(order, 'min', 5))).toEqual([2, 1, 1, 0, 0]);
  });
});

describe('order', () => {
  const seed = 20241101;
  const runs = deep ? 2000 : 200;

  it(`equals a comparator sort (seed ${seed}, ${runs} runs)`, () => {
    const row = fc.record({
      pool: fc.integer({ min: -1, max: 3 }),
      member: fc.constantFrom(0, 1, 1, 1),
      total: fc.oneof(
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: -1_000_000, max: 1_000_000_000 }),
        fc.constant(Number.NaN),
      ),
      second: fc.constantFrom(1, 2, 3, Number.NaN),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 80 }), fc.boolean(), (rows, whole) => {
        const keys = [
          best(
            rows.map((r) => r.total),
            whole,
          ),
          best(
            rows.map((r) => r.second),
            false,
          ),
        ];
        const order = orderPools({
          poolOf: Int32Array.from(rows, (r) => r.pool),
          pools: 4,
          members: Uint8Array.from(rows, (r) => r.member),
          keys,
        });
        const expected = rows
          .map((r, at) => ({ ...r, at }))
          .filter((r) => r.member === 1 && r.pool >= 0)
          .sort((a, b) => a.pool - b.pool || byKey(keys[0]!, a.at, b.at) || byKey(keys[1]!, a.at, b.at) || a.at - b.at);
        expect(Array.from(order.rows)).toEqual(expected.map((r) => r.at));
      }),
      { seed, numRuns: runs },
    );
  });

  it('orders blocks of equals of every size by the further keys, also where one ends beyond what is looked at together', () => {
    let state = 4096;
    const random = (below: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return state % below;
    };
    const totals: number[] = [];
    for (const size of [1, 2, 15, 16, 17, 300, 4095, 4096, 4097, 9000, 3, 1, 2, 2])
      for (let each = 0; each < size; each++) totals.push(500 - size);
    for (let each = 0; each < 6000; each++) totals.push(10_000 + (each >> 1));
    const second = totals.map(() => (random(20) === 0 ? Number.NaN : random(400) / 7));
    const third = totals.map(() => random(3));
    const keys = [best(totals), best(second, false), best(third)];
    const { rows, opens } = orderPools({ ...onePool(totals.length), keys });
    const by = (a: number, b: number): number => byKey(keys[0]!, a, b) || byKey(keys[1]!, a, b) || byKey(keys[2]!, a, b);
    const expected = [...totals.keys()].sort((a, b) => by(a, b) || a - b);
    expect(Array.from(rows)).toEqual(expected);
    expect(Array.from(opens)).toEqual(expected.map((row, at) => Number(at === 0 || by(expected[at - 1]!, row) !== 0)));
  });

  it('tells totals apart that lie beyond what 32 bits of differences hold', () => {
    const far = 3.7e16;
    const totals = [far, far - 8, far - 0xfffffff0, far - 0xf0000000, far - 0xeffffff8, 5, far - 16];
    const order = [...totals.keys()].sort((a, b) => totals[b]! - totals[a]!);
    const rows = orderPools({ ...onePool(totals.length), keys: [best(totals)] });
    expect(Array.from(rows.rows)).toEqual(order);
    expect(ranksOf(totals, 'min')).toEqual([1, 2, 6, 5, 4, 7, 3]);
  });

  it('sorts a large segment by the bits of the doubles as the comparator does, negative, zero and infinite included', () => {
    const size = 20_000;
    const values = Float64Array.from({ length: size }, (_, at) =>
      at % 97 === 0 ? Infinity : at % 89 === 0 ? 0 : ((at * 7919) % 5003) / 7 - 300,
    );
    const rows = Int32Array.from({ length: size }, (_, at) => at);
    const expected = Array.from(rows).sort((a, b) => values[a]! - values[b]! || a - b);
    sortSegment(rows, { from: 0, to: size, key: { values, sign: 1, power: null } }, newScratch());
    expect(Array.from(rows)).toEqual(expected);
    for (const part of [2, 16, 17, 33, 500, 8191]) {
      const some = Int32Array.from({ length: part }, (_, at) => at * 2);
      const sorted = Array.from(some).sort((a, b) => values[a]! - values[b]! || a - b);
      sortSegment(some, { from: 0, to: part, key: { values, sign: 1, power: null } }, newScratch());
      expect(Array.from(some)).toEqual(sorted);
    }
  });
});
