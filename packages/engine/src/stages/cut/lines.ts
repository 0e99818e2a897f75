/** 划线 — gives the positions of one ordered list their classes, and decides what happens where a line falls inside a block of equals. */
import type { PoolOrder } from '../ranking/order.js';

export type TiesAcrossCut = 'better' | 'worse' | 'split';

/**
 * Writes class codes for positions `from`…`to`. Every line is by position: a line inside a block of equals moves to the block's
 * end (better), to its beginning (worse), or stays and splits the block in id order; other lines do not move with it (S66, R89).
 */
export function gradeByLines(
  list: { readonly order: PoolOrder; readonly from: number; readonly to: number },
  rule: { readonly sizes: Int32Array; readonly ties: TiesAcrossCut },
  out: Int16Array,
): void {
  const { order, from, to } = list;
  let at = from;
  let line = from;
  for (let grade = 0; grade < rule.sizes.length; grade++) {
    line += rule.sizes[grade]!;
    const end = Math.min(to, movedLine(list, line, rule.ties));
    while (at < end) out[order.rows[at++]!] = grade;
  }
}

function movedLine(
  { order, from, to }: { readonly order: PoolOrder; readonly from: number; readonly to: number },
  line: number,
  ties: TiesAcrossCut,
): number {
  if (ties === 'split' || line <= from || line >= to) return line;
  let moved = line;
  const step = ties === 'better' ? 1 : -1;
  while (moved > from && moved < to && order.opens[moved] === 0) moved += step;
  return moved;
}
