/** 名次 — rank numbers out of an order. */
import type { Ties } from '@muheng/scheme';
import type { PoolOrder } from './order.js';

/** Rank of each row, 0 where it is not in the order. Equal ones share: min 1-1-3, dense 1-1-2, average 1.5-1.5-3, max 2-2-3. */
export function rankNumbers(order: PoolOrder, ties: Ties, rows: number): Float64Array {
  const ranks = new Float64Array(rows);
  for (let pool = 0; pool + 1 < order.starts.length; pool++) rankPool(order, { pool, ties }, ranks);
  return ranks;
}

function rankPool(order: PoolOrder, { pool, ties }: { pool: number; ties: Ties }, ranks: Float64Array): void {
  const begin = order.starts[pool]!;
  const end = order.starts[pool + 1]!;
  const { rows, opens } = order;
  const rankOf = rankOfBlock[ties];
  let blocks = 0;
  let from = begin;
  while (from < end) {
    let to = from + 1;
    while (to < end && opens[to] === 0) to++;
    blocks++;
    // Most stand alone, and then every rule gives the place itself, or the number of the block.
    const isAlone = to - from === 1 && ties !== 'dense';
    const rank = isAlone ? to - begin : rankOf(from - begin, to - from, blocks);
    for (let at = from; at < to; at++) ranks[rows[at]!] = rank;
    from = to;
  }
}

/** From how many stand before the block, how many in it, and its number. */
const rankOfBlock: Readonly<Record<Ties, (before: number, size: number, block: number) => number>> = {
  min: (before) => before + 1,
  dense: (_before, _size, block) => block,
  average: (before, size) => before + (size + 1) / 2,
  max: (before, size) => before + size,
};
