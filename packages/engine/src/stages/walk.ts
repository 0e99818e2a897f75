/** 逐块 — the dataset in blocks of 1 024 rows, so that what one step wrote is still at hand for the next and no column is kept. */
import { type BlockResult, blockRows, type Kernel } from '@muheng/formula';
import type { RowBlock } from './scores/scoreLeaf.js';
import type { Scoring } from './scoring.js';
import type { StageFrame } from './stage.js';

/** A formula over all rows; a value that is absent is NaN. `holds` is of the rows `start` up to `end` only while it is looked at. */
export function visitBlocks(
  kernel: Kernel,
  frame: StageFrame,
  look: (holds: BlockResult, start: number, end: number) => void,
): void {
  const reader = kernel.over(frame);
  const result = reader.results[0]!;
  for (let start = 0; start < frame.rows; start += blockRows) {
    const end = Math.min(frame.rows, start + blockRows);
    reader.span(start, end);
    look(result, start, end);
  }
}

/** Rows of the dataset that are walked through group by group: what one group reads is still near for the next. */
export const stretchRows = 8 * blockRows;

/** The rows of every group, in blocks of at most 1 024 and in ascending order; `after` is told the rows of the dataset that are done. */
export function eachBlock(
  { rowsOf, frame }: Pick<Scoring, 'rowsOf' | 'frame'>,
  visit: (block: RowBlock, group: number) => void,
  after?: (start: number, end: number) => void,
): void {
  const next = new Int32Array(rowsOf.length);
  for (let start = 0; start < frame.rows; start += stretchRows) {
    const end = Math.min(frame.rows, start + stretchRows);
    for (let group = 0; group < rowsOf.length; group++) {
      const rows = rowsOf[group]!;
      const to = firstFrom(rows, next[group]!, end);
      for (let from = next[group]!; from < to; from += blockRows)
        visit({ rows, from, count: Math.min(blockRows, to - from) }, group);
      next[group] = to;
    }
    after?.(start, end);
  }
}

/** First place at or after `from` whose row is not below `end`; at most a stretch further on. */
function firstFrom(rows: Int32Array, from: number, end: number): number {
  let low = from;
  let high = Math.min(rows.length, from + stretchRows);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]! < end) low = middle + 1;
    else high = middle;
  }
  return low;
}
