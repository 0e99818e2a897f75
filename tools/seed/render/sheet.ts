/** A sheet ready to be written: its lines in order and how they merge. Row n of a workbook is `lines[n − 1]`. */
import type { Line } from '../table.js';

export interface DrawnSheet {
  readonly name: string;
  readonly lines: readonly Line[];
  /** Column widths of the widest usual content. */
  readonly widths: readonly number[];
  readonly hidden: boolean;
  /** The town column, when it is merged downwards. */
  readonly mergedColumn?: number;
}

export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Merged ranges, all numbers from 1: those that lines bring, and runs of rows under one town. */
export function mergesOf(sheet: DrawnSheet): Merge[] {
  const merges = sheet.lines.flatMap((line, i) =>
    (line.merges ?? []).map(({ column, high, wide }) => ({
      top: i + 1,
      left: column + 1,
      bottom: i + high,
      right: column + wide,
    })),
  );
  return [...merges, ...(sheet.mergedColumn === undefined ? [] : townRuns(sheet.lines, sheet.mergedColumn))].filter(
    (one) => one.bottom > one.top || one.right > one.left,
  );
}

function townRuns(lines: readonly Line[], column: number): Merge[] {
  const runs: Merge[] = [];
  let top: number | undefined;
  const close = (bottom: number): void => {
    if (top !== undefined) runs.push({ top, left: column + 1, bottom, right: column + 1 });
    top = undefined;
  };
  lines.forEach((line, i) => {
    const ownWord = line.kind === 'row' && line.cells[column]?.value !== null;
    if (line.kind !== 'row' || ownWord) close(i);
    if (ownWord) top = i + 1;
  });
  close(lines.length);
  return runs;
}
