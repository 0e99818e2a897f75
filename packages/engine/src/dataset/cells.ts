/**
 * 单元格 — what a cell of a file means for a fact: a value, a kind of absence, or a trouble. Numbers and dates are read by
 * @muheng/quantity, as everywhere else; here is only what a reading means for the data. Never guesses: a dash is no zero.
 */
import {
  absenceWord,
  readDate as dateWritten,
  type NumberColumn,
  readNumber as numberWritten,
  plainNumber,
  type Ratio,
  type WrittenAbsence,
} from '@muheng/quantity';
import { MISSING, NOT_APPLICABLE, NOT_REPORTED } from '../absence.js';
import type { Cell } from '../dataset.js';

export type CellTrouble =
  | 'text_in_number'
  | 'spaced_number'
  | 'not_a_date'
  | 'date_two_digit_year'
  | 'not_a_flag'
  | 'ambiguous_blank'
  | 'date_serial';

/** Filled anew for every cell: `absence` 0 with `value` (or `text`), else NaN; `trouble` when a person must see it. */
export interface Reading {
  value: number;
  text: string;
  absence: number;
  trouble: CellTrouble | undefined;
}

export const newReading = (): Reading => ({ value: Number.NaN, text: '', absence: MISSING, trouble: undefined });

const absences: Readonly<Record<WrittenAbsence, number>> = {
  missing: MISSING,
  not_applicable: NOT_APPLICABLE,
  not_reported: NOT_REPORTED,
};

/** A word for an absence, a mark that may mean anything, or blank. */
export const isAbsenceWord = (text: string): boolean => text.trim() === '' || absenceWord(text) !== undefined;

/** Printable ASCII without spaces at its ends: normalising would change nothing. */
function isTidy(text: string): boolean {
  const last = text.length - 1;
  for (let at = 0; at <= last; at++) {
    const code = text.charCodeAt(at);
    if (code > 126 || code < 32) return false;
  }
  return last < 0 || (text.charCodeAt(0) !== 32 && text.charCodeAt(last) !== 32);
}

/** Narrow, without spaces around. */
export function plainText(cell: Cell): string {
  if (cell === null) return '';
  const text = String(cell);
  return isTidy(text) ? text : text.normalize('NFKC').trim();
}

function absent(reading: Reading, absence: number, trouble?: CellTrouble): void {
  reading.value = Number.NaN;
  reading.text = '';
  reading.absence = absence;
  reading.trouble = trouble;
}

function present(reading: Reading, value: number, trouble?: CellTrouble): void {
  reading.value = value;
  reading.absence = 0;
  reading.trouble = trouble;
}

/** True when the text is blank or a word for an absence; then `reading` says which. */
function readAbsence(text: string, reading: Reading): boolean {
  if (text.trim() === '') {
    absent(reading, MISSING);
    return true;
  }
  const word = absenceWord(text);
  if (word === undefined) return false;
  if (word === 'mark') absent(reading, MISSING, 'ambiguous_blank');
  else absent(reading, absences[word]);
  return true;
}

/** 数字 — in the unit of the column's header. */
export function readNumber(cell: Cell, column: NumberColumn, reading: Reading): void {
  if (cell === null || typeof cell === 'boolean') {
    absent(reading, MISSING, cell === null ? undefined : 'text_in_number');
    return;
  }
  const quick = typeof cell === 'number' ? cell + 0 : plainNumber(cell);
  if (Number.isFinite(quick)) {
    present(reading, quick);
    return;
  }
  const read = numberWritten(cell, column);
  switch (read.kind) {
    case 'number':
      present(reading, read.value, /\d \d/.test(plainText(cell)) ? 'spaced_number' : undefined);
      return;
    case 'blank':
      absent(reading, MISSING);
      return;
    case 'absent':
      absent(reading, absences[read.absence]);
      return;
    case 'mark':
      absent(reading, MISSING, 'ambiguous_blank');
      return;
    case 'trouble':
      absent(reading, MISSING, 'text_in_number');
  }
}

/** 日期 — day number; 长期 and 至今 have no end: missing. */
export function readDate(cell: Cell, reading: Reading): void {
  const written = typeof cell === 'number' ? cell : plainText(cell);
  if (typeof written === 'string' && readAbsence(written, reading)) return;
  const read = dateWritten(written);
  if (read.kind === 'date') present(reading, read.day, noted[read.note ?? 'none']);
  else absent(reading, MISSING, read.kind === 'trouble' ? 'not_a_date' : undefined);
}

const noted = {
  none: undefined,
  serial: 'date_serial',
  two_digit_year: 'date_two_digit_year',
  time_dropped: undefined,
  chinese_numerals: undefined,
} as const;

const flagWords: ReadonlyMap<string, number> = new Map([
  ...['是', 'true', '1', 'yes', 'y', '√', '有'].map((word): [string, number] => [word, 1]),
  ...['否', 'false', '0', 'no', 'n', '×', '没有'].map((word): [string, number] => [word, 0]),
]);

/** 是否. */
export function readFlag(cell: Cell, reading: Reading): void {
  const text = plainText(cell);
  const flag = flagWords.get(text.toLowerCase());
  if (flag !== undefined) present(reading, flag);
  else if (!readAbsence(text, reading)) absent(reading, MISSING, 'not_a_flag');
}

/** Marks among numbers, words among texts. */
const words: ReadonlySet<string> = new Set(['一', '没有']);

/** 文字 — as it stands without spaces around; a word for absence is one only when it is not among the texts allowed here. */
export function readText(cell: Cell, allowed: ReadonlySet<string> | undefined, reading: Reading): void {
  const written = cell === null ? '' : typeof cell === 'boolean' ? (cell ? '是' : '否') : String(cell).trim();
  if (allowed?.has(written) !== true && !words.has(written) && readAbsence(plainText(written), reading)) return;
  present(reading, 0);
  reading.text = written;
}

export const convertBy = (value: number, { over, under }: Ratio): number => (value * over) / under;
