/**
 * 逐块 — the dataset in blocks of 1 024 rows, so that what one step wrote is still at hand for the next and no column is kept.
 * What looks at a block is a function of its module that is given all it needs (`of`), not one made within the run: with a function
 * the machine code made for it is dropped, and the next run would begin slowly anew.
 */
import { type BlockResult, blockRows, type Kernel } from '@muheng/formula';
import type { RowBlock } from './scores/scoreLeaf.js';
import type { Scoring } from './scoring.js';
import type { StageFrame } from './stage.js';

/** Rows `start` up to `end`, at most 1 024. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A formula over all rows; a value that is absent is NaN. `holds` is of the rows of the span only while it is looked at. */
export function visitBlocks<Of>(
  asked: { readonly kernel: Kernel; readonly frame: StageFrame },
  of: Of,
  look: (of: Of, holds: BlockResult, span: Span) => void,
): void {
  const { kernel, frame } = asked;
  const reader = kernel.over(frame);
  const result = reader.results[0]!;
  for (let start = 0; start < frame.rows; start += blockRows) {
    const end = Math.min(frame.rows, start + blockRows);
    reader.span(start, end);
    look(of, result, { start, end });
  }
}

/** The rows in blocks, for a plain loop that does not need a formula. One loop through all rows would be compiled while it runs, in every run. */
export function eachSpan<Of>(rows: number, of: Of, visit: (of: Of, start: number, end: number) => void): void {
  for (let start = 0; start < rows; start += blockRows) visit(of, start, Math.min(rows, start + blockRows));
}

/** Rows of the dataset that are walked through group by group: what one group reads is still near for the next. */
export const stretchRows = 8 * blockRows;

/** Whoever is not computed, as the group of a block. */
export const noGroup = -1;

/**
 * The computed rows of every group, in blocks of at most 1 024 and in ascending order, and all others as blocks of `noGroup`. The rows
 * of a block are good only while it is looked at. `after` is told the rows of the dataset that are done.
 */
export function eachBlock<Of>(
  scoring: Pick<Scoring, 'frame' | 'group' | 'groupIds' | 'status' | 'standing'>,
  of: Of,
  { visit, after }: Visits<Of>,
): void {
  const lists = new StretchLists(scoring);
  const { rows } = scoring.frame;
  for (let start = 0; start < rows; start += stretchRows) {
    const end = Math.min(rows, start + stretchRows);
    lists.fill(start, end);
    for (let list = 0; list < lists.ends.length; list++) {
      const to = lists.ends[list]!;
      for (let from = list * stretchRows; from < to; from += blockRows)
        visit(of, { rows: lists.rows, from, count: Math.min(blockRows, to - from) }, list - 1);
    }
    after?.(of, start, end);
  }
}

export interface Visits<Of> {
  readonly visit: (of: Of, block: RowBlock, group: number) => void;
  readonly after?: (of: Of, start: number, end: number) => void;
}

/** The rows listed for every group, in blocks of at most 1 024. */
export function eachListed<Of>(lists: readonly Int32Array[], of: Of, { visit }: Pick<Visits<Of>, 'visit'>): void {
  lists.forEach((rows, group) => {
    for (let from = 0; from < rows.length; from += blockRows)
      visit(of, { rows, from, count: Math.min(blockRows, rows.length - from) }, group);
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
