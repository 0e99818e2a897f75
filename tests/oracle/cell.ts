/** What a formula gives: a number in its unit, a text, a date, a flag, or the kind of its absence. */

import type { Day } from './calendar.js';
import type { Exact } from './exact.js';

export type Gone = 'missing' | 'not_applicable' | 'not_reported' | 'not_computable';

export type Cell =
  | { readonly kind: 'number'; readonly x: Exact /** Base units in one of its unit. */; readonly factor: Exact }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'date'; readonly day: Day }
  | { readonly kind: 'flag'; readonly value: boolean }
  | { readonly kind: 'gone'; readonly why: Gone };

export type NumberCell = Extract<Cell, { kind: 'number' }>;

export const gone = (why: Gone): Cell => ({ kind: 'gone', why });
export const flag = (value: boolean): Cell => ({ kind: 'flag', value });
export const number = (x: Exact, factor: Exact): Cell => ({ kind: 'number', x, factor });

const strength: Readonly<Record<Gone, number>> = { not_applicable: 4, not_reported: 3, missing: 2, not_computable: 1 };

/** The absence that wins among operands; undefined when all are present. */
export function strongest(cells: readonly Cell[]): Cell | undefined {
  let found: Extract<Cell, { kind: 'gone' }> | undefined;
  for (const cell of cells)
    if (cell.kind === 'gone' && (found === undefined || strength[cell.why] > strength[found.why])) found = cell;
  return found;
}

export function numberOf(cell: Cell): NumberCell {
  if (cell.kind !== 'number') throw new TypeError(`a number was expected, not ${cell.kind}`);
  return cell;
}
