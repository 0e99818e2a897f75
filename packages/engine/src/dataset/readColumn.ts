/**
 * 读一列 — the cells of one column as values in the working unit, with a finding for each cell that a person must see. Plain numbers
 * are taken as they stand; whatever else is read once for each different text.
 */
import { isoDate, plainNumber, type Ratio } from '@muheng/quantity';
import { type Column, MISSING, PRESENT } from '../absence.js';
import { absentColumn } from '../columns.js';
import type { Cell, NumberCells, SourceTable, WordCells } from '../dataset.js';
import {
  type CellTrouble,
  convertBy,
  newReading,
  plainText,
  type Reading,
  readDate,
  readFlag,
  readNumber,
  readText,
} from './cells.js';
import type { Collector } from './collector.js';
import { cellPlace, type FieldColumn, type Wanted } from './headers.js';
import { cellAt, rowCountOf } from './sourceTable.js';
import type { TextPool } from './textPool.js';
import { found } from './texts.zh.js';

export interface ColumnReading {
  readonly table: SourceTable;
  /** 1 = the row is read. */
  readonly rows: Uint8Array;
  /** Every row is. */
  readonly whole: boolean;
  readonly texts: TextPool;
  readonly collector: Collector;
  /** Facts that scope or groups are decided by; none in a side table. */
  readonly deciding?: ReadonlySet<string>;
}

export interface Field extends Wanted {
  readonly values?: readonly string[];
  /** False: no rule reads it. */
  readonly used?: boolean;
}

/** A column that was read. */
export interface ReadColumn extends Column {
  /** Least and most of its values, or less and more; undefined when not known. */
  readonly within?: readonly [number, number];
}

/** As many rows as the table has; rows that are not read stay absent. Text columns hold numbers of `texts`. */
export function readColumns(columns: readonly FieldColumn<Field>[], wanted: Omit<ColumnReading, 'whole'>): readonly ReadColumn[] {
  const { table } = wanted;
  const from: ColumnReading = { ...wanted, whole: !wanted.rows.includes(0) };
  const odd = new Map<FieldColumn<Field>, OddNumbers>();
  const rowwise = columns.filter(({ field }) => field.type === 'number' && 'rows' in table);
  for (const column of rowwise) odd.set(column, new OddNumbers(column, from));
  readPlainNumbers([...odd.values()]);
  return columns.map((column) => {
    const numbers = column.field.type === 'number' && !('rows' in table) ? table.numbers(column.index) : undefined;
    if (numbers !== undefined) return plainColumn(numbers, column, from);
    const cells = column.field.type !== 'number' && !('rows' in table) ? table.words(column.index) : undefined;
    if (cells !== undefined) return wordColumn(cells, column, from);
    const known = odd.get(column) ?? new OddNumbers(column, from);
    if (column.field.type === 'number') readOddNumbers(known, 'rows' in table);
    else readWords(known.words);
    known.words.tell();
    return known.words.out;
  });
}

/** A column of numbers that is being read, and the rows in which something else stands. */
class OddNumbers {
  readonly words: Words;
  readonly rows: number[] = [];

  constructor(column: FieldColumn<Field>, from: ColumnReading) {
    this.words = new Words(column, { from, out: absentColumn(rowCountOf(from.table), MISSING) });
  }
}

/** The table's own arrays, which it has handed over. */
function plainColumn(
  { values, absence, others, within }: NumberCells,
  column: FieldColumn<Field>,
  from: ColumnReading,
): ReadColumn {
  const { rows, whole } = from;
  const out: Column = { values, absence };
  convertAll(values, column.ratio);
  const words = new Words(column, { from, out });
  const known = others.texts.map((text) => words.wordOf(text));
  for (let at = 0; at < others.rows.length; at++)
    if (rows[others.rows[at]!] === 1) words.put(others.rows[at]!, known[others.codes[at]!]!);
  const worths = known.filter((word) => word.absence === PRESENT).map((word) => word.worth);
  for (let row = whole ? -1 : rows.indexOf(0); row >= 0; row = rows.indexOf(0, row + 1)) {
    values[row] = Number.NaN;
    absence[row] = MISSING;
  }
  const [least, most] = within.map((value) => convertBy(value, column.ratio));
  return { values, absence, within: [Math.min(least!, ...worths), Math.max(most!, ...worths)] };
}

/** As `convertBy`: a factor of one changes nothing. */
function convertAll(values: Float64Array, { over, under }: Ratio): void {
  if (over === under) return;
  if (under === 1) for (let row = 0; row < values.length; row++) values[row] = values[row]! * over;
  else if (over === 1) for (let row = 0; row < values.length; row++) values[row] = values[row]! / under;
  else for (let row = 0; row < values.length; row++) values[row] = (values[row]! * over) / under;
}

/** Rows that are read together, so that their cells are near when the next column asks for them. */
const together = 256;

/** What is no plain number waits, so that findings come column by column. */
function readPlainNumbers(columns: readonly OddNumbers[]): void {
  const [first] = columns;
  if (first === undefined) return;
  const { rows } = first.words.from;
  for (let start = 0; start < rows.length; start += together)
    for (const column of columns) readSome(column, { start, end: Math.min(rows.length, start + together) });
}

function readSome({ words, rows: odd }: OddNumbers, { start, end }: { readonly start: number; readonly end: number }): void {
  const { column, out } = words;
  const { table, rows } = words.from;
  const { over, under } = column.ratio;
  for (let row = start; row < end; row++) {
    if (rows[row] !== 1) continue;
    const cell = cellAt(table, row, column.index);
    if (cell === null) continue;
    const value = typeof cell === 'number' ? cell + 0 : typeof cell === 'string' ? plainNumber(cell) : Number.NaN;
    if (Number.isFinite(value)) {
      out.values[row] = (value * over) / under;
      out.absence[row] = PRESENT;
    } else odd.push(row);
  }
}

/** `looked`: the plain ones are read already. */
function readOddNumbers(column: OddNumbers, looked: boolean): void {
  const { words, rows } = column;
  const { table } = words.from;
  if (!looked) readSome(column, { start: 0, end: words.from.rows.length });
  for (const row of rows) words.put(row, words.wordOf(cellAt(table, row, words.column.index)));
}

function readWords(words: Words): void {
  const { table, rows } = words.from;
  const { index } = words.column;
  for (let row = 0; row < rows.length; row++) if (rows[row] === 1) words.put(row, words.wordOf(cellAt(table, row, index)));
}

/** The table's own array: each code becomes what its word is worth. */
function wordColumn({ codes, texts }: WordCells, column: FieldColumn<Field>, from: ColumnReading): Column {
  const { rows, whole } = from;
  const out: Column = { values: codes, absence: new Uint8Array(codes.length) };
  const words = new Words(column, { from, out });
  const worths = new Float64Array(texts.length);
  /** 1 = known to be present, nothing to tell. */
  const plain = new Uint8Array(texts.length);
  const known: (Word | undefined)[] = texts.map(() => undefined);
  const learn = (code: number): Word => {
    const word = words.wordOf(texts[code]!);
    known[code] = word;
    worths[code] = word.worth;
    plain[code] = word.absence === PRESENT && word.trouble === undefined && !word.unlisted ? 1 : 0;
    return word;
  };
  if (whole) for (let code = 0; code < texts.length; code++) learn(code);
  if (whole && !plain.includes(0)) {
    if (worths.some((worth, code) => worth !== code))
      for (let row = 0; row < codes.length; row++) codes[row] = worths[codes[row]!]!;
    return out;
  }
  for (let row = 0; row < rows.length; row++) {
    const code = codes[row]!;
    if (rows[row] !== 1) {
      codes[row] = Number.NaN;
      out.absence[row] = MISSING;
    } else if (plain[code] === 1) codes[row] = worths[code]!;
    else words.put(row, known[code] ?? learn(code));
  }
  words.tell();
  return out;
}

/** What a text means in this column. */
interface Word extends Readonly<Reading> {
  /** In the working unit, or the number of the text. */
  readonly worth: number;
  /** Not among the texts that the field allows. */
  readonly unlisted: boolean;
}

interface Unlisted {
  readonly text: string;
  readonly row: number;
  count: number;
}

/** What should have stood in a cell that cannot be read. */
const unreadable: Readonly<Partial<Record<CellTrouble, string>>> = {
  text_in_number: '数字',
  not_a_date: '日期',
  not_a_flag: '是或否',
};

/** Texts remembered at most; beyond, each is read again. */
const mostRemembered = 100_000;

/** The different cells of a column, each read once. */
class Words {
  private readonly known = new Map<Cell, Word>();
  private readonly allowed: ReadonlySet<string> | undefined;
  private readonly unlisted = new Map<string, Unlisted>();
  private serial: { readonly row: number; readonly day: number } | undefined;
  readonly from: ColumnReading;
  readonly out: Column;

  constructor(
    readonly column: FieldColumn<Field>,
    into: { readonly from: ColumnReading; readonly out: Column },
  ) {
    this.from = into.from;
    this.out = into.out;
    this.allowed = column.field.values === undefined ? undefined : new Set(column.field.values);
  }

  wordOf(cell: Cell): Word {
    const known = this.known.get(cell);
    if (known !== undefined) return known;
    const word = this.read(cell);
    if (this.known.size < mostRemembered) this.known.set(cell, word);
    return word;
  }

  private read(cell: Cell): Word {
    const { field, written, ratio } = this.column;
    const reading = newReading();
    if (field.type === 'number') readNumber(cell, written, reading);
    else if (field.type === 'date') readDate(cell, reading);
    else if (field.type === 'flag') readFlag(cell, reading);
    else readText(cell, this.allowed, reading);
    const isText = field.type === 'text' && reading.absence === PRESENT;
    return {
      ...reading,
      worth: isText ? this.from.texts.codeOf(reading.text) : convertBy(reading.value, ratio),
      unlisted: isText && this.allowed !== undefined && !this.allowed.has(reading.text),
    };
  }

  put(row: number, word: Word): void {
    this.out.values[row] = word.worth;
    this.out.absence[row] = word.absence;
    if (word.trouble !== undefined) this.report(row, word);
    if (!word.unlisted) return;
    const seen = this.unlisted.get(word.text);
    if (seen === undefined) this.unlisted.set(word.text, { text: word.text, row, count: 1 });
    else seen.count++;
  }

  private report(row: number, { trouble, value }: Word): void {
    const { table, collector } = this.from;
    const { field, index } = this.column;
    if (trouble === 'date_serial') this.serial ??= { row, day: value };
    else if (trouble !== undefined) {
      const kind = unreadable[trouble];
      const code = field.used === false && kind !== undefined ? 'cell_unused_unreadable' : trouble;
      collector.cell(code, field.term, () => ({
        where: cellPlace(table, row, index),
        blanks: {
          value: plainText(cellAt(table, row, index)).slice(0, 40),
          read: field.type === 'date' && !Number.isNaN(value) ? isoDate(value) : value,
          kind: kind ?? '',
        },
      }));
    }
  }

  /** What is told once for the column. */
  tell(): void {
    const { table, collector, deciding } = this.from;
    const { field, index } = this.column;
    const code = deciding?.has(field.id) === true ? 'text_not_listed_in_scope' : 'text_not_listed';
    for (const { text, row, count } of this.unlisted.values()) {
      const values = (field.values ?? []).join('、');
      collector.add(found(code, cellPlace(table, row, index), { term: field.term, value: text, values, count }));
    }
    if (this.serial === undefined) return;
    const { row, day } = this.serial;
    const value = plainText(cellAt(table, row, index));
    collector.add(found('date_serial', cellPlace(table, row, index), { term: field.term, value, date: isoDate(day) }));
  }
}
