/** How many places each grade has: shares of n, each by itself or at the running sum, rounded, with open or closed edges. */
import { below, decimal, type Exact, minus, plus, ratio, times, whole, zero } from './exact.js';
import type { Places, Shares } from './raw.js';

export interface Quota {
  readonly shares: Shares;
  readonly count: 'each' | 'cumulative';
  readonly round: Places | Readonly<Record<string, Places>>;
  readonly edge: 'in' | 'out';
  /** What the shares are taken of. */
  readonly n: number;
  /** How many stand in the list. */
  readonly listed: number;
  /** Places already taken, by grade. */
  readonly taken: Readonly<Record<string, number>>;
}

export const share = (text: string): Exact => ({ ...times(decimal(text.replace('%', '')), ratio(1, 100)), error: 0 });

export function roundPlaces(x: Exact, by: Places): number {
  const floor = Number(below(x));
  const rest = minus(x, whole(floor));
  if (rest.over === 0n || by === 'down') return floor;
  return by === 'up' || 2n * rest.over >= rest.under ? floor + 1 : floor;
}

const line = ({ n, edge, round }: Quota, grade: string, part: Exact): number => {
  const exact = times(whole(n), part);
  const mode = typeof round === 'string' ? round : (round[grade] ?? 'nearest');
  return roundPlaces(exact, mode) - (edge === 'out' && exact.under === 1n && exact.over > 0n ? 1 : 0);
};

/** Places by grade, best first; what is left over goes to `rest`, or to the last grade. */
export function placesOf(quota: Quota): Map<string, number> {
  const grades = Object.keys(quota.shares);
  const nominal = quota.count === 'each' ? eachByItself(quota, grades) : atRunningSums(quota, grades);
  const restAt = grades.findIndex((grade) => quota.shares[grade] === 'rest');
  const open = restAt < 0 ? grades.length - 1 : restAt;
  const places = new Map<string, number>(grades.map((grade) => [grade, 0]));
  let left = quota.listed;
  const give = (grade: string): void => {
    const wanted = Math.max(0, (nominal.get(grade) ?? 0) - (quota.taken[grade] ?? 0));
    const given = Math.min(wanted, left);
    places.set(grade, given);
    left -= given;
  };
  for (const grade of grades.slice(0, open)) give(grade);
  for (const grade of grades.slice(open + 1).reverse()) give(grade);
  places.set(grades[open] ?? '', left);
  return places;
}

function eachByItself(quota: Quota, grades: readonly string[]): Map<string, number> {
  return new Map(
    grades.map((grade) => [grade, quota.shares[grade] === 'rest' ? 0 : line(quota, grade, share(quota.shares[grade] ?? '0%'))]),
  );
}

function atRunningSums(quota: Quota, grades: readonly string[]): Map<string, number> {
  const known = grades.map((grade) => (quota.shares[grade] === 'rest' ? undefined : share(quota.shares[grade] ?? '0%')));
  const rest = minus(
    whole(1),
    known.reduce<Exact>((sum, one) => plus(sum, one ?? zero), zero),
  );
  let running = zero;
  let before = 0;
  const places = new Map<string, number>();
  for (const [at, grade] of grades.entries()) {
    running = { ...plus(running, known[at] ?? rest), error: 0 };
    const whole = at === grades.length - 1 && running.over >= running.under;
    const here = Math.max(before, whole ? quota.n : line(quota, grade, running));
    places.set(grade, here - before);
    before = here;
  }
  return places;
}
