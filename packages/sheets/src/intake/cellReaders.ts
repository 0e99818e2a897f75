/**
 * 读格 — one cell of a matched column: the value that is kept, or the trouble that rejects its row. Error cells, ambiguous numbers
 * and dates reject; marks (- / 无) become 缺 and are counted; what was put right is noted. @source R31, R69, R80, R95
 */
import type { Blanks } from '@muheng/finding';
import { type DateSystem, isoDate, readDate, readNumber } from '@muheng/quantity';
import { DATE, ERROR, NO_DAY, PERCENT, UNCALCULATED } from '../book/book.js';
import { type CodeNote, readCreditCode } from '../codes/creditCode.js';
import type { ColumnMatch } from '../columns/match.js';
import { creditCodeId, nameId } from '../columns/vocabulary.js';
import type { Cell } from '../table.js';
import { storedText } from '../text.js';
import type { SheetsCode } from '../texts.zh.js';

export interface ReadCell {
  readonly value: Cell;
  /** Rejects the row, unless nothing is made of the column. */
  readonly trouble?: Told;
  /** Does not: one finding a cell, or with `counted` one for all of the column. */
  readonly notes?: readonly Told[];
}
export interface Told {
  readonly code: SheetsCode;
  readonly blanks: Blanks;
  readonly counted?: true;
}

export type CellReader = (cell: Cell, mark: number) => ReadCell;

export function readerOf(column: ColumnMatch, dateSystem: DateSystem): CellReader {
  const inner = innerReader(column, dateSystem);
  return (cell, mark) => {
    if ((mark & ERROR) !== 0) return { value: cell, trouble: { code: 'cell_error_value', blanks: { value: String(cell) } } };
    if ((mark & UNCALCULATED) !== 0) return { value: null, trouble: { code: 'cell_formula_without_value', blanks: {} } };
    return inner(neutral(cell), mark);
  };
}

/** The apostrophe that exports put before texts like =1+1 is taken off again. @source R34 */
export function neutral(cell: Cell): Cell {
  return typeof cell === 'string' && cell.startsWith("'") && /^'+[=+\-@\t\r\0]/.test(cell.normalize('NFKC'))
    ? cell.slice(1)
    : cell;
}

function innerReader(column: ColumnMatch, dateSystem: DateSystem): CellReader {
  if (column.term.id === creditCodeId) return readCode;
  if (column.term.id === nameId) return readName;
  if (column.term.type === 'number') return signed(column, numberReader(column));
  if (column.term.type === 'date') return (cell, mark) => readDateCell(cell, mark, dateSystem);
  if (column.term.type === 'flag') return (cell) => ({ value: typeof cell === 'string' ? storedText(cell) : cell });
  return (cell) => ({ value: cell === null ? null : storedText(String(cell)) });
}

/** A figure below zero where none can be. */
function signed(column: ColumnMatch, read: CellReader): CellReader {
  const { mustBe } = column.term;
  if (mustBe === undefined || mustBe === 'any') return read;
  return (cell, mark) => {
    const result = read(cell, mark);
    if (
      typeof result.value !== 'number' ||
      result.trouble !== undefined ||
      result.value > 0 ||
      (result.value === 0 && mustBe === 'not_negative')
    )
      return result;
    return {
      ...result,
      trouble: { code: mustBe === 'positive' ? 'number_not_positive' : 'number_negative', blanks: { value: result.value } },
    };
  };
}

const individuals: ReadonlySet<string> = new Set(['个人', '自然人', '私人', '个体', '个体户', '村民', '无']);

/** A name is kept as it is; one that is none, or several, is asked about. */
function readName(cell: Cell): ReadCell {
  if (cell === null) return { value: null };
  const value = storedText(String(cell));
  const blanks = { value: shown(value) };
  if (individuals.has(value)) return { value, notes: [{ code: 'name_is_individual', blanks }] };
  const several =
    value.split(/[、，,;；/／]|(?<=[\u4e00-\u9fff)）])[.．](?=[\u4e00-\u9fff])/).filter((part) => part.trim().length >= 2)
      .length > 1;
  return several ? { value, notes: [{ code: 'name_several', blanks }] } : { value };
}

const shown = (cell: Cell): string => String(cell).slice(0, 40);

function numberReader(column: ColumnMatch): CellReader {
  const { unit } = column;
  const spec = { mu: '2000/3' as const, ...(unit === undefined ? {} : { unit }) };
  const percentWorth = unit === undefined ? 1 : unit.dimension === '' ? unit.factor.under / unit.factor.over : undefined;
  return (cell, mark) => {
    if (cell === null) return { value: null };
    if (typeof cell === 'boolean') return { value: cell, trouble: { code: 'number_unreadable', blanks: { value: shown(cell) } } };
    if ((mark & (DATE | NO_DAY)) !== 0)
      return { value: cell, trouble: { code: 'number_is_date', blanks: { value: shown(cell) } } };
    if ((mark & PERCENT) !== 0 && typeof cell === 'number') {
      const worth = percentWorth === undefined ? Number.NaN : Number((cell * percentWorth).toPrecision(15));
      if (Number.isFinite(worth)) return { value: worth };
      return {
        value: cell,
        trouble: {
          code: 'number_unit_differs',
          blanks: { value: `${Number((cell * 100).toPrecision(15))}%`, unit: unit?.text ?? '' },
        },
      };
    }
    const reading = readNumber(cell, spec);
    switch (reading.kind) {
      case 'number':
        return reading.ownUnit === undefined
          ? { value: reading.value }
          : {
              value: reading.value,
              notes: [
                {
                  code: 'number_own_unit',
                  blanks: { value: shown(cell), read: reading.value, unit: unit?.text ?? reading.ownUnit.text },
                },
              ],
            };
      case 'blank':
        return { value: null };
      case 'absent':
        return { value: absenceShown[reading.absence] };
      case 'mark':
        return { value: absenceShown.missing, notes: [{ code: 'number_mark', blanks: { value: reading.mark }, counted: true }] };
      case 'trouble':
        return {
          value: cell,
          trouble: { code: numberCodes[reading.why], blanks: { value: shown(cell), unit: unit?.text ?? '' } },
        };
    }
  };
}

const absenceShown = { missing: '缺', not_applicable: '不适用', not_reported: '未报' } as const;

const numberCodes = {
  not_a_number: 'number_unreadable',
  separators_ambiguous: 'number_separators_ambiguous',
  brackets_ambiguous: 'number_brackets_ambiguous',
  suffix_ambiguous: 'number_suffix_ambiguous',
  unit_differs: 'number_unit_differs',
  not_exact: 'number_not_exact',
  too_large: 'number_unreadable',
} as const satisfies Record<string, SheetsCode>;

function readDateCell(cell: Cell, mark: number, dateSystem: DateSystem): ReadCell {
  if (cell === null) return { value: null };
  if ((mark & NO_DAY) !== 0)
    return { value: cell, trouble: { code: cell === 60 ? 'date_serial_60' : 'date_unreadable', blanks: { value: shown(cell) } } };
  if (typeof cell === 'boolean') return { value: cell, trouble: { code: 'date_unreadable', blanks: { value: shown(cell) } } };
  const word = typeof cell === 'string' ? readNumber(cell, { mu: '2000/3' }) : undefined;
  if (word?.kind === 'absent') return { value: absenceShown[word.absence] };
  if (word?.kind === 'mark')
    return { value: absenceShown.missing, notes: [{ code: 'number_mark', blanks: { value: word.mark }, counted: true }] };
  const reading = readDate(cell, dateSystem);
  if (reading.kind === 'blank') return { value: null };
  if (reading.kind === 'open')
    return { value: null, notes: [{ code: 'date_open', blanks: { value: shown(cell) }, counted: true }] };
  if (reading.kind === 'trouble')
    return { value: cell, trouble: { code: dateCodes[reading.why], blanks: { value: shown(cell) } } };
  const value = isoDate(reading.day);
  const notes: Told[] = [];
  if (reading.note !== undefined) {
    const blanks = { value: shown(cell), read: value };
    notes.push(
      reading.note === 'serial' || reading.note === 'time_dropped'
        ? { code: noteCodes[reading.note], blanks, counted: true }
        : { code: noteCodes[reading.note], blanks },
    );
  }
  if (value < '1900-03-01') notes.push({ code: 'date_before_march_1900', blanks: { value: shown(cell), read: value } });
  return { value, notes };
}

const dateCodes = {
  not_a_date: 'date_unreadable',
  order_ambiguous: 'date_order_ambiguous',
  day_missing: 'date_day_missing',
  no_such_day: 'date_no_such_day',
  serial_60: 'date_serial_60',
  serial_unlikely: 'date_unreadable',
} as const satisfies Record<string, SheetsCode>;

const noteCodes = {
  two_digit_year: 'date_two_digit_year',
  time_dropped: 'date_time_dropped',
  serial: 'date_from_serial',
  chinese_numerals: 'date_chinese_numerals',
} as const satisfies Record<string, SheetsCode>;

function readCode(cell: Cell): ReadCell {
  const reading = readCreditCode(cell);
  if (reading.kind === 'blank') return { value: null };
  if (reading.kind === 'code')
    return {
      value: reading.code,
      notes: reading.notes.map((note) => ({
        code: codeNotes[note],
        blanks: { value: shown(cell), read: reading.code },
        ...(note === 'normalised' ? { counted: true as const } : {}),
      })),
    };
  const blanks = { value: reading.shown, proposal: reading.proposal ?? '', length: reading.length ?? 0 };
  const code: SheetsCode = reading.why;
  return {
    value: reading.why === 'code_is_person_id' ? reading.shown : typeof cell === 'string' ? storedText(cell) : cell,
    trouble: { code, blanks },
  };
}

const codeNotes: Readonly<Record<CodeNote, SheetsCode>> = {
  normalised: 'code_normalised',
  organisation_part_differs: 'code_organisation_part',
  copy_suffix_dropped: 'code_copy_suffix',
};
