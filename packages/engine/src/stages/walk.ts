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

/**
 * The rows in blocks, for a plain loop that does not need a formula: a function that is called for every block is compiled once and
 * stays so, where one loop through all rows would be compiled anew while it runs, in every run.
 */
export function eachSpan(rows: number, visit: (start: number, end: number) => void): void {
  for (let start = 0; start < rows; start += blockRows) visit(start, Math.min(rows, start + blockRows));
}

/** Rows of the dataset that are walked through group by group: what one group reads is still near for the next. */
export const stretchRows = 8 * blockRows;

/** Whoever is not computed, as the group of a block. */
export const noGroup = -1;

/**
 * The computed rows of every group, in blocks of at most 1 024 and in ascending order, and all others as blocks of `noGroup`. The rows
 * of a block are good only while it is looked at. `after` is told the rows of the dataset that are done.
 */
export function eachBlock(
  scoring: Pick<Scoring, 'frame' | 'group' | 'groupIds' | 'status' | 'standing'>,
  visit: (block: RowBlock, group: number) => void,
  after?: (start: number, end: number) => void,
): void {
  const lists = new StretchLists(scoring);
  const { rows } = scoring.frame;
  for (let start = 0; start < rows; start += stretchRows) {
    const end = Math.min(rows, start + stretchRows);
    lists.fill(start, end);
    for (let list = 0; list < lists.ends.length; list++) {
      const to = lists.ends[list]!;
      for (let from = list * stretchRows; from < to; from += blockRows)
        visit({ rows: lists.rows, from, count: Math.min(blockRows, to - from) }, list - 1);
    }
    after?.(start, end);
  }
}

/** The rows listed for every group, in blocks of at most 1 024. */
export function eachListed(lists: readonly Int32Array[], visit: (block: RowBlock, group: number) => void): void {
  lists.forEach((rows, group) => {
    for (let from = 0; from < rows.length; from += blockRows)
      visit({ rows, from, count: Math.min(blockRows, rows.length - from) }, group);
  });
}

/** One stretch sorted by groups; the first list holds whoever is not computed. */
class StretchLists {
  readonly rows: Int32Array;
  /** Where each list ends; list n begins at n × `stretchRows`. */
  readonly ends: Int32Array;

  constructor(private readonly scoring: Pick<Scoring, 'group' | 'groupIds' | 'status' | 'standing'>) {
    this.ends = new Int32Array(scoring.groupIds.length + 1);
    this.rows = new Int32Array(this.ends.length * stretchRows);
  }

  /** Groups alternate from row to row, and a branch that a processor cannot foresee costs more than arithmetic. */
  fill(start: number, end: number): void {
    const { rows, ends } = this;
    const { group, status, standing } = this.scoring;
    const { computed } = standing;
    for (let list = 0; list < ends.length; list++) ends[list] = list * stretchRows;
    for (let row = start; row < end; row++) {
      const list = (group[row]! + 1) * computed[status[row]!]!;
      const place = ends[list]!;
      rows[place] = row;
      ends[list] = place + 1;
    }
  }
}
