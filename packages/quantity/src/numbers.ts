/**
 * 数字写法 — what a text in a number column says: a number, a blank, a word for an absence, a mark that may mean anything, or
 * nothing that can be read one way only. Never guesses: 1,23 and (5.2) have two readings; a dash is no zero and a blank is no zero.
 * Read `readNumber` first; a column of a million plain numbers uses `plainNumber`.
 */
import { conversion, convertible, dimensionless, type MuDivisor, parseUnit, type Unit } from './units.js';

/** 缺、不适用、未报 — the three kinds of absence that a person can write. */
export type WrittenAbsence = 'missing' | 'not_applicable' | 'not_reported';

/** Why a text is no number. */
export type NumberTrouble =
  | 'not_a_number'
  /** 1,23 · 1.234,5 · 12,34,567: comma or point, grouping or decimals. */
  | 'separators_ambiguous'
  /** (5.2) may be −5.2. */
  | 'brackets_ambiguous'
  /** 1.2亿 in a column that counts in 万元: 1.2亿元 or 1.2亿万元. */
  | 'suffix_ambiguous'
  /** 35亩 in a column of 万元; 3% in a column with a dimension. */
  | 'unit_differs'
  /** 约100, 100以上, 3-5. */
  | 'not_exact'
  | 'too_large';

export type NumberReading =
  | {
      readonly kind: 'number';
      /** In the column's unit when the column has one, else in the unit that the text names. */
      readonly value: number;
      /** The text named a unit of its own (万元, %, 亩): the value was converted exactly. */
      readonly ownUnit?: Unit;
    }
  | { readonly kind: 'blank' }
  | { readonly kind: 'absent'; readonly absence: WrittenAbsence }
  /** `-`, `/`, `无` and their kin: zero, none or unknown. */
  | { readonly kind: 'mark'; readonly mark: string }
  | { readonly kind: 'trouble'; readonly why: NumberTrouble };

export interface NumberColumn {
  /** 列的单位; undefined = not known. */
  readonly unit?: Unit;
  readonly mu: MuDivisor;
}

const absenceWords: ReadonlyMap<string, WrittenAbsence> = new Map([
  ...['缺', '缺失', '缺数', '缺数据', '空'].map((word): [string, WrittenAbsence] => [word, 'missing']),
  ...['不适用', 'n/a', 'na', '不涉及'].map((word): [string, WrittenAbsence] => [word, 'not_applicable']),
  ...['未报', '未上报', '未填报', '未报送'].map((word): [string, WrittenAbsence] => [word, 'not_reported']),
]);
const marks: ReadonlySet<string> = new Set([
  '-',
  '--',
  '---',
  '—',
  '——',
  '―',
  '–',
  '−',
  '一',
  '/',
  '//',
  '\\',
  '无',
  '暂无',
  '没有',
  'null',
  'none',
  'nil',
  '*',
  '**',
  '…',
  '...',
  '?',
  '·',
  '、',
  '.',
]);

/** 缺、不适用、未报 — the absence that a word stands for, the mark it is, or undefined. Blank is not among them. */
export function absenceWord(text: string): WrittenAbsence | 'mark' | undefined {
  const plain = tidyText(text).toLowerCase();
  return absenceWords.get(plain) ?? (marks.has(plain) ? 'mark' : undefined);
}

const digits = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/;

/** The quick way: 1200, -5.2, 1.2e3 as they stand; NaN for everything else, which `readNumber` then looks at. */
export function plainNumber(text: string): number {
  if (text === '' || !digits.test(text)) return Number.NaN;
  const value = Number(text);
  return Number.isFinite(value) ? value + 0 : Number.NaN;
}

/**
 * 读数 — full-width digits, thousands separators (1,200 · 1 200), −, %, 万 and 亿, and a unit behind the number.
 * A number that is already a number is taken as it is. `1.2亿` is multiplied where the column counts in a base unit (元, 度, ㎡);
 * `1.2亿元` is converted where the column's unit allows it.
 */
export function readNumber(cell: string | number, column: NumberColumn): NumberReading {
  if (typeof cell === 'number') return Number.isFinite(cell) ? { kind: 'number', value: cell + 0 } : trouble('too_large');
  const quick = plainNumber(cell);
  if (!Number.isNaN(quick)) return { kind: 'number', value: quick };
  const text = tidyText(cell);
  if (text === '') return { kind: 'blank' };
  const word = absenceWord(text);
  if (word === 'mark') return { kind: 'mark', mark: text };
  if (word !== undefined) return { kind: 'absent', absence: word };
  return readWritten(text.replace(/^[−–—](?=\s*[\d.])/, '-').replace(/^([+-])\s+/, '$1'), column);
}

/** Narrow, inner white space single, none around; no-break and ideographic spaces are spaces. */
const tidyText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200b\u2060\ufeff]+/gu, ' ')
    .trim();

const trouble = (why: NumberTrouble): NumberReading => ({ kind: 'trouble', why });

function readWritten(text: string, column: NumberColumn): NumberReading {
  if (/^\(\s*[\d.,]+\s*\)$/.test(text)) return trouble('brackets_ambiguous');
  if (/^[约近超逾≈><≥≤~]/.test(text) || /(以上|以下|左右|余|多|以内)$/.test(text)) return trouble('not_exact');
  if (/^\d[\d.]*\s*[-~至到]\s*\d/.test(text)) return trouble('not_exact');
  const currency = /^([+-]?)[¥$]\s*(?=[\d.])/.exec(text);
  if (currency !== null && text.includes('$')) return trouble('unit_differs');
  const body = currency === null ? text : `${currency[1]}${text.slice(currency[0].length)}${/元$/.test(text) ? '' : '元'}`;
  const [written] = /^[+-]?[\d.][\d.,\s]*(?:[eE][+-]?\d{1,3})?/u.exec(body) ?? [];
  if (written === undefined) return trouble('not_a_number');
  const suffix = body.slice(written.length);
  if (/[\n\r\u2028\u2029]/.test(suffix)) return trouble('not_a_number');
  const value = ungrouped(written.trim());
  if (typeof value === 'string') return trouble(value);
  return withSuffix(value, suffix.trim(), column);
}

/** 1,234,567.8 and 1 234 567.8 → number; a comma or a blank anywhere else has two readings. */
function ungrouped(text: string): number | NumberTrouble {
  const compact = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)
    ? text.replace(/,/g, '')
    : /^[+-]?\d{1,3}(?: \d{3})+(?:\.\d+)?$/.test(text)
      ? text.replace(/ /g, '')
      : text;
  if (!digits.test(compact))
    return /[, ]/.test(text) || (text.match(/\./g)?.length ?? 0) > 1 ? 'separators_ambiguous' : 'not_a_number';
  const value = Number(compact);
  return Number.isFinite(value) ? value + 0 : 'too_large';
}

const largeWords: ReadonlyMap<string, number> = new Map([
  ['万亿', 1e12],
  ['亿', 1e8],
  ['千万', 1e7],
  ['百万', 1e6],
  ['万', 1e4],
]);

function withSuffix(value: number, suffix: string, column: NumberColumn): NumberReading {
  if (suffix === '') return { kind: 'number', value };
  const times = largeWords.get(suffix);
  if (times !== undefined) return countsInOnes(column.unit) ? number(value * times) : trouble('suffix_ambiguous');
  const own = parseUnit(suffix, { mu: column.mu });
  if (own === undefined) return trouble('not_a_number');
  if (column.unit === undefined) return { kind: 'number', value, ownUnit: own };
  if (!convertible(own, column.unit)) return trouble('unit_differs');
  const { over, under } = conversion(own, column.unit);
  return over === under ? number(value) : number((value * over) / under, own);
}

const number = (value: number, ownUnit?: Unit): NumberReading =>
  Number.isFinite(value)
    ? { kind: 'number', value: value + 0, ...(ownUnit === undefined ? {} : { ownUnit }) }
    : trouble('too_large');

/** 元, 度, ㎡ or no unit: 万 behind a number can only multiply it. 万元, 千瓦时 written as 万kWh, %: it cannot be known. */
function countsInOnes(unit: Unit | undefined): boolean {
  if (unit === undefined) return true;
  if (dimensionless(unit)) return unit.factor.over === unit.factor.under;
  return !/^[百千万亿]/.test(unit.text.normalize('NFKC').trim()) || /^(千瓦时|千克|千米)$/.test(unit.text.trim());
}
