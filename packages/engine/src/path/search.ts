/** 最小改动的搜索 — the number nearest to the present one that reaches the grade; every step is a whole evaluation, quotas moving along. */
import { commonLogarithm } from '@muheng/quantity';

export interface Search {
  readonly now: number;
  /** A usual size of the fact, where the present one is zero. */
  readonly usual: number;
  /** Does this value reach the grade? */
  readonly reaches: (value: number) => boolean;
  /** Values that may be tried. */
  readonly least: number;
}

export interface Found {
  readonly value: number;
  /** The nearest value that was seen not to suffice. */
  readonly short: number;
}

const up = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 9, 30, 100];
const down = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 1];
const halvings = 26;

/** Upward and downward, the nearer first. */
export function nearest(search: Search): Found[] {
  const size = Math.abs(search.now) > 0 ? Math.abs(search.now) : search.usual;
  if (!(size > 0)) return [];
  return [
    between(
      search,
      up.map((step) => search.now + step * size),
    ),
    between(
      search,
      down.map((step) => search.now - step * size).filter((value) => value >= search.least),
    ),
  ]
    .filter((found): found is Found => found !== null)
    .sort((a, b) => Math.abs(a.value - search.now) - Math.abs(b.value - search.now) || a.value - b.value);
}

/** Steps outward until one reaches, then halves the last step; ends on a short decimal that reaches. */
function between(search: Search, steps: readonly number[]): Found | null {
  let short = search.now;
  for (const step of steps) {
    if (!search.reaches(step)) {
      short = step;
      continue;
    }
    let value = step;
    for (let halving = 0; halving < halvings; halving++) {
      const middle = (short + value) / 2;
      if (middle === short || middle === value) break;
      if (search.reaches(middle)) value = middle;
      else short = middle;
    }
    return { value: shortened(search, { value, short }), short };
  }
  return null;
}

/** The value with as few digits as still reach and stay on the far side of `short`. */
function shortened({ reaches }: Search, { value, short }: Found): number {
  for (let digits = 3; digits <= 12; digits++) {
    const power = Number(`1e${digits - 1 - Math.floor(commonLogarithm(Math.max(Math.abs(value), 1e-300)))}`);
    const rounded = (value > short ? Math.ceil(value * power) : Math.floor(value * power)) / power;
    const near = Math.abs(rounded - value) <= Math.max(Math.abs(value) * 1e-6, Math.abs(value - short) * 4);
    if (Number.isFinite(rounded) && near && reaches(rounded)) return rounded;
  }
  return value;
}
