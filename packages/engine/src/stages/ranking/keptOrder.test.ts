/** The kept order, settled where somebody looks, against the order made anew; cuts over it, with subjects taken out of the list. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeByLines, type List, Removed } from '../cut/lines.js';
import { KeptOrder } from './keptOrder.js';
import { orderPools } from './order.js';
import { rankNumbers } from './ranks.js';
import type { KeyColumn } from './sort.js';

const seed = 20261122;
const numRuns = process.env.MUHENG_TIER === 'deep' ? 3000 : 300;
const row = fc.record({
  pool: fc.integer({ min: -1, max: 2 }),
  total: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 3_000_000 }), fc.constant(Number.NaN)),
  tie: fc.constantFrom(1, 2, Number.NaN),
  out: fc.constantFrom(0, 0, 0, 1),
});
const cuts = fc.record({
  first: fc.integer({ min: 0, max: 20 }),
  second: fc.integer({ min: 0, max: 20 }),
  left: fc.constantFrom(0, 0, 1, 5),
});
const rows = fc.array(row, { minLength: 1, maxLength: 600, size: 'max' });
const column = (values: readonly number[], power: number | null): KeyColumn => ({
  ...{ values: Float64Array.from(values), sign: -1, power },
});

function orders(given: readonly { pool: number; total: number; tie: number }[]) {
  const task = {
    ...{ poolOf: Int32Array.from(given, (r) => r.pool), pools: 3, members: new Uint8Array(given.length).fill(1) },
  };
  const tie = column(
    given.map((r) => r.tie),
    null,
  );
  const totals = column(
    given.map((r) => r.total),
    1,
  );
  const kept = new KeptOrder({ ...task, keys: [tie] });
  const arrange = (run = (total: number) => total) =>
    kept.arrange(
      Float64Array.from(kept.places, (place) => run(given[place]!.total)),
      -1,
    );
  return { kept, arrange, anew: orderPools({ ...task, keys: [totals, tie] }) };
}

const otherTotals = (total: number): number => 7 * (total % 50) - 3000;

describe('kept order', () => {
  it(`[S67] is the order made anew, run after run (seed ${seed}, ${numRuns} runs)`, () => {
    fc.assert(
      fc.property(rows, (given) => {
        const { kept, arrange, anew } = orders(given);
        expect(arrange(otherTotals)).toBe(true);
        expect(arrange()).toBe(true);
        expect(Array.from(rankNumbers(kept, 'min', given.length))).toEqual(Array.from(rankNumbers(anew, 'min', given.length)));
        expect(Array.from(kept.rows)).toEqual(Array.from(anew.rows));
        expect(Array.from(kept.opens)).toEqual(Array.from(anew.opens));
      }),
      { seed, numRuns },
    );
  });

  it(`[S66] gives the same cut when only what lies around a line is sorted, and the cut of the list written out (seed ${seed})`, () => {
    let moved = 0;
    fc.assert(
      fc.property(rows, fc.constantFrom('better', 'worse', 'split'), cuts, (given, ties, { first, second, left }) => {
        const { kept, arrange, anew } = orders(given);
        for (let pool = 0; pool < 3; pool++) {
          const span = { from: anew.starts[pool]!, to: anew.starts[pool + 1]! };
          const all = Array.from(anew.rows.subarray(span.from, span.to));
          const removed = new Removed(given.length);
          for (const at of all) if (given[at]!.out === 1) removed.add(at);
          const listed = all.filter((at) => !removed.has(at));
          const size = listed.length;
          const sizes = Int32Array.of(Math.min(first, size), 0, Math.min(second, Math.max(0, size - first)), 0, 0);
          sizes[3] = Math.max(0, size - sizes[0]! - sizes[2]! - left);
          const grade = (list: List): number[] => {
            const out = new Int16Array(given.length).fill(-1);
            gradeByLines(list, { sizes, ties }, out);
            return Array.from(out);
          };
          // Buckets that were laid for totals of another run.
          expect(arrange(otherTotals)).toBe(true);
          expect(arrange()).toBe(true);
          const plain = grade({ order: anew, ...span, removed });
          expect(grade({ order: kept, ...span, removed })).toEqual(plain);
          const written = writtenOut(anew, span, removed);
          expect(grade({ order: written, from: 0, to: written.rows.length, removed: null })).toEqual(plain);
          if (plain.filter((each) => each === 0).length !== sizes[0]) moved++;
        }
      }),
      { seed, numRuns },
    );
    expect(moved).toBeGreaterThan(10);
  });

  it('says so when totals spread too far for its words', () => {
    const { arrange } = orders([
      { pool: 0, total: 0, tie: 1 },
      { pool: 0, total: 1e10, tie: 1 },
    ]);
    expect(arrange()).toBe(false);
  });
});

/** The listed rows alone; a block opens where one opened among those taken out. */
function writtenOut(order: ReturnType<typeof orderPools>, { from, to }: { from: number; to: number }, removed: Removed) {
  const left: number[] = [];
  const opens: number[] = [];
  let opened = 1;
  for (let at = from; at < to; at++) {
    if (order.opens[at] === 1) opened = 1;
    if (removed.has(order.rows[at]!)) continue;
    left.push(order.rows[at]!);
    opens.push(opened);
    opened = 0;
  }
  return { rows: Int32Array.from(left), opens: Uint8Array.from(opens), starts: Int32Array.of(0, left.length) };
}
