/** 单元格 — what a cell of a file means for a fact: a value, a kind of absence, or a trouble. Never guesses: a dash is no zero. */
import { parseDate, type Ratio } from '@muheng/quantity';
import { MISSING, NOT_APPLICABLE, NOT_REPORTED } from '../absence.js';
import type { Cell } from '../dataset.js';

export type CellTrouble = 'text_in_number' | 'spaced_number' | 'not_a_date' | 'not_a_flag' | 'ambiguous_blank' | 'date_serial';

/** Filled anew for every cell: `absence` 0 with `value` (or `text`), else NaN; `trouble` when a person must see it. */
export interface Reading {
  value: number;
  text: string;
  absence: number;
  trouble: CellTrouble | undefined;
}

export const newReading = (): Reading => ({ value: Number.NaN, text: '', absence: MISSING, trouble: undefined });

/** Words that stand for an absence; a dash, a stroke or 无 may mean zero, none or unknown. */
const absenceWords: ReadonlyMap<string, number | 'ambiguous'> = new Map<string, number | 'ambiguous'>([
  ['', MISSING],
  ...['缺', '缺失', '缺数', '缺数据', '空'].map((word): [string, number] => [word, MISSING]),
  ...['不适用', 'n/a', 'na', '不涉及'].map((word): [string, number] => [word, NOT_APPLICABLE]),
  ...['未报', '未上报', '未填报', '未报送'].map((word): [string, number] => [word, NOT_REPORTED]),
  ...['-', '--', '—', '——', '―', '–', '/', '\\', '无', '暂无', 'null', 'none', '*', '…', '?'].map(
    (word): [string, 'ambiguous'] => [word, 'ambiguous'],
  ),
]);

/** Any of the words above, blank among them. */
export const isAbsenceWord = (text: string): boolean => absenceWords.has(text) || absenceWords.has(text.toLowerCase());

/** Narrow, without spaces around. */
export const plainText = (cell: Cell): string => (cell === null ? '' : String(cell).normalize('NFKC').trim());

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

/** True when the text is a word for an absence; then `reading` says which. */
function readAbsence(text: string, reading: Reading): boolean {
  const word = absenceWords.get(text) ?? absenceWords.get(text.toLowerCase());
  if (word === undefined) return false;
  if (word === 'ambiguous') absent(reading, MISSING, 'ambiguous_blank');
  else absent(reading, word);
  return true;
}

const plainNumber = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/;
const groupedNumber = /^[+-]?\d{1,3}([, ]\d{3})+(\.\d+)?$/;

/** 数字 — in the column's unit. `percent`: how many of the column's unit is one per cent, undefined where % makes no sense. */
export function readNumber(cell: Cell, percent: number | undefined, reading: Reading): void {
  if (typeof cell === 'number' && Number.isFinite(cell)) {
    present(reading, cell + 0);
    return;
  }
  const text = plainText(cell);
  if (readAbsence(text, reading)) return;
  const signed = text.replace(/^[−–—](?=[\d.])/, '-');
  const hundredth = signed.endsWith('%');
  const digits = (hundredth ? signed.slice(0, -1) : signed).trim();
  const value = plainNumber.test(digits)
    ? Number(digits)
    : groupedNumber.test(digits)
      ? Number(digits.replace(/[, ]/g, ''))
      : Number.NaN;
  const worth = hundredth ? value * (percent ?? Number.NaN) : value;
  if (typeof cell === 'boolean' || !Number.isFinite(worth)) absent(reading, MISSING, 'text_in_number');
  else present(reading, worth + 0, digits.includes(' ') ? 'spaced_number' : undefined);
}

/** Serial numbers of the 1900 system between 1954 and 2064; 25569 is 1970-01-01. */
const firstSerial = 20_000;
const lastSerial = 60_000;

/** 日期 — day number. */
export function readDate(cell: Cell, reading: Reading): void {
  const text = plainText(cell);
  if (readAbsence(text, reading)) return;
  const day = parseDate(text);
  const serial = Number(text);
  if (day !== undefined) present(reading, day);
  else if (plainNumber.test(text) && serial >= firstSerial && serial <= lastSerial)
    present(reading, Math.floor(serial) - 25_569, 'date_serial');
  else absent(reading, MISSING, 'not_a_date');
}

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

/** 文字 — as it stands without spaces around; a word for absence is one only when it is not among the texts allowed here. */
export function readText(cell: Cell, allowed: ReadonlySet<string> | undefined, reading: Reading): void {
  const written = cell === null ? '' : typeof cell === 'boolean' ? (cell ? '是' : '否') : String(cell).trim();
  if (allowed?.has(written) !== true && readAbsence(plainText(written), reading)) return;
  present(reading, 0);
  reading.text = written;
}

export const convertBy = (value: number, { over, under }: Ratio): number => (value * over) / under;
