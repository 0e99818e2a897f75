/**
 * 工作表 — the cells of one sheet as its part is inflated. Only cells that hold something cost anything: a far cell, a huge
 * `dimension` and merges over millions of cells do not. Limits are counted here. @source R28, R29, R31
 */
import { type DateSystem, isoDate, serialDay } from '@muheng/quantity';
import { CannotRead } from '../cannotRead.js';
import { type Limits, linesAbove, sheetColumns, sheetRows } from '../limits.js';
import { type Cell, cellAddress } from '../table.js';
import { DATE, ERROR, FORMULA, type Merge, NO_DAY, type SheetRow, UNCALCULATED } from './book.js';
import { newPlainCell, type PlainCell, readPlainCell } from './plainCell.js';
import { detached } from './sharedTexts.js';
import { attribute, attributeOn, unescaped, type XmlEvents } from './xml.js';

export interface WorkbookFacts {
  readonly shared: readonly string[];
  /** DATE, PERCENT or 0 by cell format. */
  readonly formats: Uint8Array;
  readonly dateSystem: DateSystem;
  readonly limits: Limits;
  /** Cells that the whole file may still hold. */
  readonly cells: { left: number };
}

export class Worksheet implements XmlEvents {
  readonly rows: SheetRow[] = [];
  readonly merges: Merge[] = [];
  readonly hiddenRows: number[] = [];
  readonly hiddenColumns: number[] = [];
  far: { count: number; first: string } | undefined;
  wantsText = false;

  private row = 0;
  private cells: Cell[] = [];
  private marks: Uint8Array | undefined;
  private column = -1;
  private type = '';
  private format = 0;
  private formula = false;
  private raw = '';
  private phonetic = false;
  private readonly plain = newPlainCell();
  private readonly texts = new Map<string, string>();

  constructor(private readonly book: WorkbookFacts) {}

  open(name: string, attributes: string, closed: boolean): void {
    switch (name) {
      case 'c':
        this.openCell(attributes);
        return;
      case 'v':
        this.wantsText = !closed;
        return;
      case 't':
        this.wantsText = !closed && !this.phonetic && this.type === 'inlineStr';
        return;
      case 'f':
        this.formula = true;
        return;
      case 'row':
        this.openRow(attributes);
        return;
      case 'rPh':
        this.phonetic = !closed;
        return;
      case 'mergeCell':
        this.addMerge(attribute(attributes, 'ref') ?? '');
        return;
      case 'col':
        this.addColumns(attributes);
        return;
    }
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.wantsText = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'row') this.closeRow();
    else if (name === 'rPh') this.phonetic = false;
  }

  text(text: string): void {
    this.raw = this.raw === '' ? text : this.raw + text;
    if (this.raw.length > this.book.limits.cellText * 8) throw this.tooLong();
  }

  whole(text: string, open: number): PlainCell | undefined {
    if (text.charCodeAt(open + 1) !== 99 || this.wantsText || this.phonetic) return undefined;
    const { plain } = this;
    if (!readPlainCell(text, open, plain) || plain.row !== this.row || plain.column >= sheetColumns) return undefined;
    const raw = text.slice(plain.from, plain.to);
    if (raw.length > this.book.limits.cellText || raw.includes('&')) return undefined;
    this.column = plain.column;
    this.type = plain.type === '' ? 'n' : plain.type;
    this.format = this.book.formats[Math.max(0, plain.style)] ?? 0;
    this.formula = false;
    this.raw = raw;
    this.closeCell();
    return plain;
  }

  private openRow(attributes: string): void {
    const written = attribute(attributes, 'r');
    const row = written === undefined ? this.row + 1 : Number(written);
    if (!Number.isInteger(row) || row <= this.row || row > sheetRows)
      throw new CannotRead('sheet_reference_bad', { what: `第 ${written} 行` });
    this.row = row;
    this.column = -1;
    this.cells = [];
    this.marks = undefined;
    if (attributeOn(attributes, 'hidden') && this.hiddenRows.length < sheetRows) this.hiddenRows.push(row);
  }

  private closeRow(): void {
    if (this.cells.length === 0) return;
    if (this.rows.length >= this.book.limits.rows + linesAbove)
      throw new CannotRead('sheet_too_many_rows', { most: this.book.limits.rows });
    this.rows.push({ row: this.row, cells: this.cells, marks: this.marks });
    this.cells = [];
  }

  private openCell(attributes: string): void {
    const reference = attribute(attributes, 'r');
    this.column = reference === undefined ? this.column + 1 : columnOf(reference, this.row);
    if (this.row === 0 || this.column < 0 || this.column >= sheetColumns)
      throw new CannotRead('sheet_reference_bad', { what: reference ?? '' });
    this.type = attribute(attributes, 't') ?? 'n';
    this.format = this.book.formats[Number(attribute(attributes, 's') ?? 0)] ?? 0;
    this.formula = false;
    this.raw = '';
  }

  private closeCell(): void {
    const raw = this.raw;
    this.raw = '';
    if (raw === '') {
      if (this.formula) this.keep(null, FORMULA | UNCALCULATED);
      return;
    }
    const formula = this.formula ? FORMULA : 0;
    switch (this.type) {
      case 's':
        this.keepText(this.book.shared[Number(raw)], formula);
        return;
      case 'str':
      case 'inlineStr':
        this.keepText(this.own(unescaped(raw)), formula);
        return;
      case 'b':
        this.keep(raw.trim() === '1' || raw.trim() === 'true', formula);
        return;
      case 'e':
        this.keep(raw.trim(), formula | ERROR);
        return;
      case 'd':
        this.keep(isoOf(raw.trim()), formula | DATE);
        return;
      default:
        this.keepNumber(raw, formula);
        return;
    }
  }

  private keepText(text: string | undefined, mark: number): void {
    if (text === undefined) throw new CannotRead('sheet_reference_bad', { what: `${this.address()} 所指的文字` });
    if (text.length > this.book.limits.cellText) throw this.tooLong();
    if (text.trim() !== '') this.keep(text, mark);
    else if (mark !== 0) this.keep(null, mark);
  }

  private keepNumber(raw: string, mark: number): void {
    const value = Number(raw);
    if (!Number.isFinite(value) || raw.trim() === '') {
      this.keep(this.own(raw.trim()), mark | ERROR);
      return;
    }
    if (this.format !== DATE) {
      this.keep(value, mark | this.format);
      return;
    }
    const day = serialDay(value, this.book.dateSystem);
    if (day === undefined) {
      this.keep(value, mark | NO_DAY);
      return;
    }
    const seconds = Math.round((value - Math.floor(value)) * 86_400);
    const rest = seconds === 0 ? '' : seconds === 86_400 ? ' 23:59:59' : ` ${clock(seconds)}`;
    this.keep(isoDate(day) + rest, mark | DATE);
  }

  private keep(value: Cell, mark: number): void {
    const { column } = this;
    if (column >= this.book.limits.columns) {
      this.keepFar();
      return;
    }
    if (this.cells[column] !== undefined && this.cells[column] !== null)
      throw new CannotRead('sheet_reference_bad', { what: `${this.address()} 出现两次` });
    if (--this.book.cells.left < 0) throw new CannotRead('sheet_too_many_cells', { most: this.book.limits.cells });
    while (this.cells.length < column) this.cells.push(null);
    this.cells[column] = value;
    if (mark === 0) return;
    this.marks ??= new Uint8Array(16);
    if (column >= this.marks.length) {
      const wider = new Uint8Array(Math.max(column + 1, this.marks.length * 2));
      wider.set(this.marks);
      this.marks = wider;
    }
    this.marks[column] = mark;
  }

  /** A cell beyond the last column: the table runs over the limit when its left neighbour is filled, else it stands alone. */
  private keepFar(): void {
    if (this.column === this.book.limits.columns && this.cells.length === this.column)
      throw new CannotRead('sheet_too_many_columns', { most: this.book.limits.columns }, { cell: this.address() });
    this.far = { count: (this.far?.count ?? 0) + 1, first: this.far?.first ?? this.address() };
  }

  private addMerge(reference: string): void {
    const found = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
    if (found === null || this.merges.length >= this.book.limits.merges) return;
    this.merges.push({
      left: columnNumber(found[1]!) + 1,
      top: Number(found[2]),
      right: columnNumber(found[3]!) + 1,
      bottom: Number(found[4]),
    });
  }

  private addColumns(attributes: string): void {
    if (!attributeOn(attributes, 'hidden')) return;
    const last = Math.min(Number(attribute(attributes, 'max')), this.book.limits.columns);
    for (let column = Number(attribute(attributes, 'min')); column <= last && this.hiddenColumns.length < sheetColumns; column++)
      this.hiddenColumns.push(column);
  }

  /** Texts that repeat share one copy. */
  private own(text: string): string {
    const known = this.texts.get(text);
    if (known !== undefined) return known;
    const copy = detached(text);
    if (this.texts.size < 50_000) this.texts.set(copy, copy);
    return copy;
  }

  private address(): string {
    return cellAddress(this.row, this.column + 1);
  }

  private tooLong(): CannotRead {
    return new CannotRead('sheet_cell_too_long', { most: this.book.limits.cellText }, { cell: this.address() });
  }
}

/** Column of `F214`, from 0; −1 when it is no reference into this row. */
function columnOf(reference: string, row: number): number {
  let at = 0;
  let column = 0;
  for (; at < reference.length && at < 3; at++) {
    const code = reference.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return at > 0 && Number(reference.slice(at)) === row ? column - 1 : -1;
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** ISO with a time only when there is one. */
const isoOf = (text: string): string => text.replace(/T00:00:00(\.0+)?Z?$/, '').replace('T', ' ');

function clock(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
