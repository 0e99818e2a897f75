/** Quota arithmetic, lines and ties: every number here was counted by hand. */
import { describe, expect, it } from 'vitest';
import { orderPools } from '../ranking/order.js';
import type { KeyColumn } from '../ranking/sort.js';
import { cutPool, placesOfCut } from './cut.js';
import { Removed, type TiesAcrossCut } from './lines.js';
import type { ByShare, ByTwoStage, PreparedCut } from './prepare.js';
import { handOut, placesOfShare, type Quota, quotaPlaces } from './quota.js';

const percent = (n: number) => ({ over: n, under: 100 });
const quota = (shares: Quota['shares'], more: Partial<Omit<Quota, 'shares'>> = {}): Quota => ({
  shares,
  round: shares.map(() => 'nearest'),
  count: 'each',
  edge: 'in',
  ...more,
});
const none = (classes: number): Int32Array => new Int32Array(classes);
const best = (values: readonly number[]): KeyColumn => ({ values: Float64Array.from(values), sign: -1, power: 1 });
const orderOf = (totals: readonly number[]) =>
  orderPools({
    poolOf: new Int32Array(totals.length),
    pools: 1,
    members: new Uint8Array(totals.length).fill(1),
    keys: [best(totals)],
  });

function share(totals: readonly number[], of: Quota, ties: TiesAcrossCut = 'better'): ByShare {
  return { by: 'share', order: orderOf(totals), quota: of, ties, base: { of: 'graded' }, smallest: null };
}
function without(rows: number, row: number): Removed {
  const removed = new Removed(rows);
  removed.add(row);
  return removed;
}

function grades(cut: PreparedCut, rows: number, more: { base?: number; removed?: Removed; taken?: Int32Array } = {}): string {
  const out = new Int16Array(rows).fill(-1);
  cutPool(cut, { pool: 0, members: rows, base: rows, removed: null, taken: none(4), ...more }, out);
  return Array.from(out, (code) => 'ABCD'[code] ?? '-').join('');
}
const falling = (rows: number): number[] => Array.from({ length: rows }, (_, at) => 1000 - at);
const counts = (letters: string): number[] => ['A', 'B', 'C', 'D'].map((letter) => letters.split(letter).length - 1);

describe('places', () => {
  it('[R89] 20% of 37: 7 down, 7 nearest, 8 up; exactly whole products stay', () => {
    const of = (round: 'down' | 'nearest' | 'up', n = 37): number => placesOfShare(n, percent(20), { round, edge: 'in' });
    expect([of('down'), of('nearest'), of('up')]).toEqual([7, 7, 8]);
    expect([of('down', 35), of('nearest', 35), of('up', 35)]).toEqual([7, 7, 7]);
  });

  it('[S66] half goes up to the nearest, and doubles never miscount', () => {
    expect(placesOfShare(5, percent(30), { round: 'nearest', edge: 'in' })).toBe(2);
    expect(placesOfShare(100, { over: 7, under: 100 }, { round: 'up', edge: 'in' })).toBe(7); // 100 × 0.07 = 7.000000000000001
    expect(placesOfShare(100, { over: 29, under: 100 }, { round: 'down', edge: 'in' })).toBe(29); // 100 × 0.29 = 28.999999999999996
    expect(placesOfShare(1_000_000, { over: 12_345_678, under: 100_000_000 }, { round: 'down', edge: 'in' })).toBe(123_456);
  });

  it('[S63] an open line leaves out the place that stands exactly on it, and only that one', () => {
    expect(placesOfShare(10, percent(20), { round: 'nearest', edge: 'out' })).toBe(1);
    expect(placesOfShare(10, percent(20), { round: 'nearest', edge: 'in' })).toBe(2);
    expect(placesOfShare(11, percent(20), { round: 'down', edge: 'out' })).toBe(2);
    expect(placesOfShare(10, percent(0), { round: 'nearest', edge: 'out' })).toBe(0);
  });

  it('[S63] counts 20/40/35/5 each by itself or at the running sum', () => {
    const shares = [percent(20), percent(40), percent(35), percent(5)];
    expect(quotaPlaces(quota(shares), 37)).toEqual([7, 15, 13, 2]);
    expect(quotaPlaces(quota(shares, { count: 'cumulative' }), 37)).toEqual([7, 15, 13, 2]);
    expect(quotaPlaces(quota(shares), 27)).toEqual([5, 11, 9, 1]);
    expect(quotaPlaces(quota(shares, { count: 'cumulative' }), 27)).toEqual([5, 11, 10, 1]);
  });

  it('rest at the end, rest in the middle with the bottom reserved, no rest at all', () => {
    const hand = (of: Quota, size: number): number[] => Array.from(handOut(of, quotaPlaces(of, size), { size, taken: none(4) }));
    expect(hand(quota([percent(20), percent(45), percent(30), 'rest']), 37)).toEqual([7, 17, 11, 2]);
    expect(hand(quota([percent(20), 'rest', percent(30), percent(5)]), 37)).toEqual([7, 17, 11, 2]);
    expect(hand(quota([percent(20), percent(45), percent(30), percent(5)]), 27)).toEqual([5, 12, 8, 2]);
    expect(hand(quota([percent(60), percent(60), 'rest', null]), 5)).toEqual([3, 2, 0, 0]);
  });
});

describe('cut by shares', () => {
  const shares: Quota['shares'] = [percent(20), percent(45), percent(30), 'rest'];

  it('[R89] 37 subjects: 7, 17, 11, 2', () => {
    expect(counts(grades(share(falling(37), quota(shares)), 37))).toEqual([7, 17, 11, 2]);
  });

  it('[R89] a tie across the A/B line: better, worse, split by id', () => {
    const totals = [90, 80, 80, 80, 70, 60, 50, 40, 30, 20];
    const of = quota(shares);
    expect(grades(share(totals, of, 'better'), 10)).toBe('AAAABBBCCC');
    expect(grades(share(totals, of, 'worse'), 10)).toBe('ABBBBBBCCC');
    expect(grades(share(totals, of, 'split'), 10)).toBe('AABBBBBCCC');
  });

  it('a block that spans two lines leaves nobody between them', () => {
    const totals = [90, 50, 50, 50, 50];
    const of = quota([percent(40), percent(20), 'rest', null]);
    expect(grades(share(totals, of, 'better'), 5)).toBe('AAAAA');
    expect(grades(share(totals, of, 'worse'), 5)).toBe('ACCCC');
  });

  it('all equal: everybody best, or everybody in the last class that has a place', () => {
    expect(grades(share([1, 1, 1, 1, 1], quota(shares), 'better'), 5)).toBe('AAAAA');
    expect(grades(share([1, 1, 1, 1, 1], quota(shares), 'worse'), 5)).toBe('CCCCC');
  });

  it('[S66] the base may count further subjects: more places at the top, fewer for the rest', () => {
    expect(counts(grades(share(falling(20), quota(shares)), 20, { base: 30 }))).toEqual([6, 14, 0, 0]);
    expect(placesOfCut(share(falling(20), quota(shares)), { base: 30, members: 20 })).toEqual([6, 14, 9, 1]);
  });

  it('a pool of one, and a pool smaller than declared', () => {
    expect(grades(share([5], quota(shares)), 1)).toBe('D');
    const small: ByShare = { ...share(falling(3), quota(shares)), smallest: { size: 4, grade: -1 } };
    expect(grades(small, 3)).toBe('---');
    expect(grades({ ...small, smallest: { size: 4, grade: 1 } }, 3)).toBe('BBB');
    expect(grades({ ...small, smallest: { size: 3, grade: -1 } }, 3)).toBe('ABC');
  });

  it('[S64] a group with two classes only', () => {
    expect(grades(share(falling(10), quota([percent(30), 'rest', null, null])), 10)).toBe('AAABBBBBBB');
  });

  it('taken places and removed rows', () => {
    const removed = without(10, 9);
    const of = quota(shares);
    expect(grades(share(falling(10), of), 10, { removed, taken: Int32Array.of(1, 0, 0, 0) })).toBe('ABBBBBCCC-');
    expect(grades(share(falling(10), of), 10, { removed, taken: none(4) })).toBe('AABBBBBCC-');
  });
});

describe('other cuts', () => {
  it('[S68] the first half by one key, then each half by another, shares of the whole', () => {
    const of = (a: Quota['shares']) => ({ order: orderOf([1, 2, 3, 4, 9, 8, 7, 6]), quota: quota(a) });
    const cut: ByTwoStage = {
      by: 'two_stage',
      first: orderOf([80, 79, 78, 77, 60, 59, 58, 57]),
      upper: of([percent(25), 'rest', null, null]),
      lower: of([null, null, percent(25), 'rest']),
      upperPlaces: (base) => placesOfShare(base, percent(50), { round: 'nearest', edge: 'in' }),
      ties: 'split',
      base: { of: 'graded' },
    };
    expect(grades(cut, 8)).toBe('BBAACCDD');
    expect(placesOfCut(cut, { base: 8, members: 8 })).toEqual([2, 2, 2, 2]);
  });

  it('[S69] classes by row do not depend on who else is in the list', () => {
    const cut: PreparedCut = {
      by: 'threshold',
      order: orderOf([3, 2, 1]),
      grade: Int16Array.of(0, 1, -1),
      lines: [3, null, null, null],
    };
    expect(grades(cut, 3)).toBe('AB-');
    expect(grades(cut, 3, { removed: without(3, 0) })).toBe('-B-');
    expect(grades({ by: 'none', order: orderOf([3, 2, 1]) }, 3)).toBe('---');
  });
});
