/** Dirt in numbers. Decimal points are moved in the text, so that “1.2亿” is exactly the number it was. */
import { rounded } from '../random.js';
import { type CellValue, type Column, isNumber, type Slip } from '../table.js';
import type { CellDirt, CellPlace, Stained } from './cells.js';
import { fullWidth } from './codes.js';
import type { DirtName } from './kinds.js';

/** What a column holds when somebody took the neighbouring unit. */
const slips: Readonly<Record<string, Slip>> = {
  万元: { factor: 10_000, digits: 0 },
  千元: { factor: 1_000, digits: 0 },
  平方米: { factor: 3 / 2000, digits: 4 },
  千瓦时: { factor: 0.0001, digits: 4 },
};

export const slipOf = (column: Column): Slip | undefined => (column.unit === undefined ? undefined : slips[column.unit]);
export const slippedValue = (value: number, slip: Slip): number => rounded(value * slip.factor, slip.digits);

const onNumber = (
  kind: DirtName,
  step: 1 | 2 | 3,
  stain: (value: number, place: CellPlace) => Stained | CellValue | undefined,
): CellDirt => ({
  kind,
  step,
  stain: (value, place) => (isNumber(value) ? asStained(stain(value, place)) : undefined),
});

const onAbsent = (kind: DirtName, word: string): CellDirt => ({
  kind,
  step: 1,
  stain: (value) => (value === null ? { value: word } : undefined),
});

const inWorkbook = (place: CellPlace): boolean => !place.format.startsWith('csv');

export const numberDirt: readonly CellDirt[] = [
  onNumber('number_formula', 1, formula),
  onNumber('number_unit_slip', 1, unitSlip),
  onNumber('number_lost', 1, () => null),
  onNumber('number_negative', 1, (value, { column }) => (value > 0 && neverNegative(column) ? -value : undefined)),
  onNumber('number_error', 1, (_, place) =>
    inWorkbook(place) ? { value: { error: place.random.pick(['#DIV/0!', '#REF!', '#N/A'] as const) } } : undefined,
  ),
  onAbsent('absent_dash', '-'),
  onAbsent('absent_slash', '/'),
  onAbsent('absent_none', '无'),
  onAbsent('absent_spaces', '  '),
  onNumber('number_wan_suffix', 2, (value, { column }) =>
    countsInOnes(column) && value >= 10_000 ? `${movedPoint(value, 4)}万` : undefined,
  ),
  onNumber('number_yi_suffix', 2, (value, { column, slipped }) =>
    column.unit === '万元' && !slipped && value >= 1_000 ? `${movedPoint(value, 4)}亿` : undefined,
  ),
  onNumber('number_percent', 2, (value, { column }) => (column.unit === '%' ? `${value}%` : undefined)),
  onNumber('number_thousands', 2, (value) => (Math.abs(value) >= 1_000 ? separated(value) : undefined)),
  onNumber('number_text', 2, (value, place) => (inWorkbook(place) ? String(value) : undefined)),
  written('number_full_width', (text) => fullWidth(text)),
  written('number_spaces', (text, { random }) => random.pick([` ${text}`, `${text} `, `\u00a0${text}`, `${text}\u00a0`])),
];

/** The last step works on what is written: a number becomes its text first. Words for absence keep theirs. */
function written(kind: DirtName, change: (text: string, place: CellPlace) => string): CellDirt {
  return {
    kind,
    step: 3,
    stain: (value, place) => {
      const text = isNumber(value) ? String(value) : typeof value === 'string' && /\d/.test(value) ? value : undefined;
      return text === undefined ? undefined : { value: change(text, place) };
    },
  };
}

/** exceljs does not write a cached zero: such a cell would have no value at all. */
function formula(value: number, { column, format }: CellPlace): CellValue | undefined {
  return column.formula === undefined || format !== 'xlsx' || value === 0
    ? undefined
    : { formula: column.formula, result: value };
}

function unitSlip(value: number, { column, slipped }: CellPlace): Stained | undefined {
  const slip = slipOf(column);
  return slip === undefined || slipped || value === 0 ? undefined : { value: slippedValue(value, slip), slip };
}

/** Taxes may be refunded, profit and 增加值 may be a loss. */
const neverNegative = ({ group, header, unit }: Column): boolean =>
  unit !== '%' && group !== '税金组成' && !['实缴税金', '利润总额', '工业增加值'].includes(header);

const countsInOnes = (column: Column): boolean =>
  column.unit === '平方米' || column.unit === '千瓦时' || column.unit === '立方米';

function separated(value: number): string {
  const [whole = '', part] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return part === undefined ? grouped : `${grouped}.${part}`;
}

/** 12345.6 with its point four places to the left: 1.23456. */
function movedPoint(value: number, places: number): string {
  const sign = value < 0 ? '-' : '';
  const [whole = '', part = ''] = String(Math.abs(value)).split('.');
  const padded = whole.padStart(places + 1, '0');
  const fraction = (padded.slice(-places) + part).replace(/0+$/, '');
  return sign + padded.slice(0, -places) + (fraction === '' ? '' : `.${fraction}`);
}

const asStained = (made: Stained | CellValue | undefined): Stained | undefined =>
  made === undefined ? undefined : typeof made === 'object' && made !== null && 'value' in made ? made : { value: made };
