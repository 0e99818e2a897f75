/** 表 — bytes of a file → plain tables with findings, and tables → .xlsx and .csv. Read `readTable` first. */
export { type ReadOutcome, readTable } from './read.js';
export type { Cell, PlainTable } from './table.js';
export { type OutColumn, type OutSheet, type Tint, writeCsv, writeWorkbook } from './write.js';
