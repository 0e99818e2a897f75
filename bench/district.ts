/**
 * An invented district of any size for the bench, from a seed: facts as their departments round them, so that equal totals occur,
 * about one cell in a hundred absent, one subject in ten without emissions. Straight into columns; nothing is read from a file.
 */
import type { Dataset } from '@muheng/engine';
import type { Column } from '@muheng/formula';

/** Numbers in the working units of huangyan-2022: median, spread of the logarithm, decimals delivered. */
const facts = {
  tax_evaluated: { median: 300, spread: 1.1, decimals: 2, absent: 0.01 },
  land_used: { median: 20, spread: 0.8, decimals: 2, absent: 0.01 },
  value_added: { median: 1600, spread: 1.1, decimals: 2, absent: 0.01 },
  energy_equivalent: { median: 500, spread: 1.2, decimals: 2, absent: 0.01 },
  pollutants: { median: 0.4, spread: 1.2, decimals: 3, absent: 0.1 },
  employees: { median: 80, spread: 0.9, decimals: 0, absent: 0.01 },
  research_spending: { median: 150, spread: 1, decimals: 2, absent: 0.01 },
  main_revenue: { median: 5000, spread: 1, decimals: 2, absent: 0.01 },
  power_used: { median: 120, spread: 1.1, decimals: 4, absent: 0.01 },
  fixed_investment: { median: 800, spread: 1.5, decimals: 2, absent: 0 },
} as const;
type Amount = (typeof facts)[keyof typeof facts];

/** Share of the subjects that carry the mark. */
const flags = { under_construction: 0.01, seriously_dishonest: 0.003, grave_land_violation: 0.001 };

/** Share of subjects above the scale of statistics (规上). */
const aboveShare = 0.4;

/** `rows` subjects for 2022; the same seed gives the same district, and a larger one begins with other subjects. */
export function district(rows: number, seed: number): Dataset {
  const random = randomFrom(seed);
  const columns = new Map<string, Column>();
  for (const [id, amount] of Object.entries(facts)) columns.set(id, amountColumn(rows, amount, random));
  for (const [id, share] of Object.entries(flags))
    columns.set(
      id,
      fullColumn(rows, () => (random() < share ? 1 : 0)),
    );
  columns.set(
    'scale',
    fullColumn(rows, () => (random() < aboveShare ? 0 : 1)),
  );
  const digits = String(rows).length;
  const subjects = Array.from({ length: rows }, (_, row) => `E${String(row).padStart(digits, '0')}`);
  return {
    year: 2022,
    subjects,
    names: subjects.map((id) => `企业${id}`),
    dictionary: ['规上', '规下'],
    facts: new Map([[2022, columns]]),
    tables: new Map(),
    source: () => null,
  };
}

const powers = [1, 10, 100, 1000, 10000] as const;

function amountColumn(rows: number, { median, spread, decimals, absent }: Amount, random: () => number): Column {
  const values = new Float64Array(rows);
  const absence = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    if (random() < absent) {
      values[row] = Number.NaN;
      absence[row] = 1 + Math.floor(random() * 3);
      continue;
    }
    const value = median * Math.exp(spread * normal(random));
    values[row] = Math.max(1, Math.round(value * powers[decimals])) / powers[decimals];
  }
  return { values, absence };
}

function fullColumn(rows: number, value: () => number): Column {
  return { values: Float64Array.from({ length: rows }, value), absence: new Uint8Array(rows) };
}

/** About normal: twelve uniform numbers, as good as needed here and the same on every machine. */
function normal(random: () => number): number {
  let sum = -6;
  for (let at = 0; at < 12; at++) sum += random();
  return sum;
}

/** mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
