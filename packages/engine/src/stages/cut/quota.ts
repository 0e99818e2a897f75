/**
 * 名额 — how many places n × share gives, in exact whole numbers (S63, S66; n·0.2 in doubles miscounts), and how the places of a
 * pool are handed out, best grade first.
 */

import type { Ratio } from '@muheng/quantity';
import type { Places } from '@muheng/scheme';

/** A cut by shares with its grades as class positions, best first. */
export interface Quota {
  /** One for each class; null = the class has no part in this cut. */
  readonly shares: readonly (Ratio | 'rest' | null)[];
  readonly round: readonly Places[];
  readonly count: 'each' | 'cumulative';
  readonly edge: 'in' | 'out';
}

/** n × share as a whole number of places. `edge: out`: a product that is whole stops one short, the place on the line is not inside. */
export function placesOfShare(count: number, share: Ratio, how: { readonly round: Places; readonly edge: 'in' | 'out' }): number {
  return placesOfFraction(count, { over: BigInt(share.over), under: BigInt(share.under) }, how);
}

interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

function placesOfFraction(
  count: number,
  share: Fraction,
  { round, edge }: { readonly round: Places; readonly edge: 'in' | 'out' },
): number {
  const product = BigInt(count) * share.over;
  if (product <= 0n) return 0;
  const whole = product / share.under;
  const left = product % share.under;
  if (left === 0n) return Number(edge === 'out' ? whole - 1n : whole);
  const raise = round === 'up' || (round === 'nearest' && 2n * left >= share.under);
  return Number(raise ? whole + 1n : whole);
}

/** Places of each class among `base`; null for `rest` counted by each and for classes without a part. */
export function quotaPlaces(quota: Quota, base: number): (number | null)[] {
  return quota.count === 'each' ? placesEach(quota, base) : placesCumulative(quota, base);
}

const placesEach = (quota: Quota, base: number): (number | null)[] =>
  quota.shares.map((share, at) =>
    share === null || share === 'rest' ? null : placesOfShare(base, share, { round: quota.round[at]!, edge: quota.edge }),
  );

/** Lines at the running sum; `rest` stands for 1 − the sum of the others; the last class ends at the base. */
function placesCumulative(quota: Quota, base: number): (number | null)[] {
  const fixed = quota.shares.filter((share): share is Ratio => share !== null && share !== 'rest').map(fractionOf);
  const sum = fixed.reduce(add, zero);
  const rest: Fraction = sum.over > sum.under ? zero : { over: sum.under - sum.over, under: sum.under };
  const last = quota.shares.findLastIndex((share) => share !== null);
  let running = zero;
  let before = 0;
  return quota.shares.map((share, at) => {
    if (share === null) return null;
    running = add(running, share === 'rest' ? rest : fractionOf(share));
    const line =
      at === last && running.over >= running.under
        ? base
        : placesOfFraction(base, running, { round: quota.round[at]!, edge: quota.edge });
    const places = Math.max(0, line - before);
    before = Math.max(before, line);
    return share === 'rest' && at === last ? null : places;
  });
}

const zero: Fraction = { over: 0n, under: 1n };
const fractionOf = (share: Ratio): Fraction => ({ over: BigInt(share.over), under: BigInt(share.under) });
const add = (a: Fraction, b: Fraction): Fraction => ({ over: a.over * b.under + b.over * a.under, under: a.under * b.under });

/**
 * 分配名额 — how many of `size` listed subjects each class takes: from the best down to `rest`, then from the worst up; `rest`
 * (without one: the last class of the cut) takes what is left. `taken` places are used up by subjects graded outside the list.
 */
export function handOut(
  quota: Quota,
  places: readonly (number | null)[],
  list: { readonly size: number; readonly taken: Int32Array },
): Int32Array {
  const sizes = new Int32Array(quota.shares.length);
  const last = quota.shares.findLastIndex((share) => share !== null);
  const declared = quota.shares.indexOf('rest');
  const rest = declared >= 0 ? declared : last;
  let left = list.size;
  const take = (at: number): void => {
    if (quota.shares[at] === null || quota.shares[at] === undefined) return;
    sizes[at] = Math.min(left, Math.max(0, (places[at] ?? 0) - list.taken[at]!));
    left -= sizes[at]!;
  };
  for (let at = 0; at < rest; at++) take(at);
  for (let at = sizes.length - 1; at > rest; at--) take(at);
  if (rest >= 0) sizes[rest] = left;
  return sizes;
}
