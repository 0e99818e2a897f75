/** Signatures only, replaced while the package is being written. */
import type { AggregateNode, Column, Expected, Formula, Frame, Kernel, NameSpace, ReadResult, SideTable, Trace } from './tree.js';
import type { Cell } from './absence.js';
const absent = (): never => { throw new Error('not yet'); };
export const readFormula = (_text: string, _space: NameSpace, _expected: Expected): ReadResult => absent();
export const compile = (_formula: Formula): Kernel => absent();
export const evaluateRow = (_formula: Formula, _frame: Frame, _row: number): Cell => absent();
export const traceRow = (_formula: Formula, _frame: Frame, _row: number, _title?: string): Trace => absent();
export const formulaInWords = (_formula: Formula): string => absent();
export const aggregateColumn = (_node: AggregateNode, _table: SideTable, _frame: Frame): Column => absent();
export const formatNumber = (_x: number): string => absent();
