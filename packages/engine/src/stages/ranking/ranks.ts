/** 名次 — rank numbers out of an order. */

import type { Ties } from '@muheng/scheme';
import { stretch } from '../../stretch.js';
import type { PoolOrder } from './order.js';

/** Rank of each row, 0 where it is not in the order. Equal ones share: min 1-1-3, dense 1-1-2, average 1.5-1.5-3, max 2-2-3. */
export const rankNumbers = (order: PoolOrder, ties: Ties, rows: number): Float64Array =>
  rankInto(order, ties, new Float64Array(rows));

/** The same into numbers that are 0. */
export function rankInto(order: PoolOrder, ties: Ties, ranks: Float64Array): Float64Array {
  for (let pool = 0; pool + 1 < order.starts.length; pool++) {
    const ranking = { begin: order.starts[pool]!, end: order.starts[pool + 1]!, ties, blocks: 0 };
    for (let from = ranking.begin; from < ranking.end; ) from = rankStretch(order, { ranking, from }, ranks);
  }
  return ranks;
}

/** One pool, and how many blocks of equals have had their rank. */
interface Ranking {
  readonly begin: number;
  readonly end: number;
  readonly ties: Ties;
  blocks: number;
}

/** Gives where it stopped. */
function rankStretch(
  { rows, opens }: PoolOrder,
  { ranking, from: first }: { readonly ranking: Ranking; readonly from: number },
  ranks: Float64Array,
): number {
  const { begin, end, ties } = ranking;
  const enough = Math.min(end, first + stretch);
  const rankOf = rankOfBlock[ties];
  let { blocks } = ranking;
  let from = first;
  while (from < enough) {
    let to = from + 1;
    while (to < end && opens[to] === 0) to++;
    blocks++;
    // Most stand alone, and then every rule gives the place itself, or the number of the block.
    const isAlone = to - from === 1 && ties !== 'dense';
    const rank = isAlone ? to - begin : rankOf(from - begin, to - from, blocks);
    for (let at = from; at < to; at++) ranks[rows[at]!] = rank;
    from = to;
  }
  ranking.blocks = blocks;
  return from;
}

/** From how many stand before the block, how many in it, and its number. */
const rankOfBlock: Readonly<Record<Ties, (before: number, size: number, block: number) => number>> = {
  min: (before) => before + 1,
  dense: (_before, _size, block) => block,
  average: (before, size) => before + (size + 1) / 2,
  max: (before, size) => before + size,
};
