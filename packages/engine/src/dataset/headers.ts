/**
 * 列名 — which column of a table is the id, the name, the year, which fact, in which unit. A name may carry its unit in brackets;
 * brackets that belong to the term itself (本年固定资产投资(不含地价)) are tried first.
 */
import type { Finding, Place } from '@muheng/finding';
import type { ValueType } from '@muheng/formula';
import { conversion, convertible, type MuDivisor, type NumberColumn, parseUnit, type Ratio, type Unit } from '@muheng/quantity';
import type { ColumnUse, SourceTable } from '../dataset.js';
import { found } from './texts.zh.js';

/** Something a column may be named after: a fact of the scheme or a field of a side table. */
export interface Wanted {
  readonly id: string;
  readonly term: string;
  readonly also: readonly string[];
  readonly type: ValueType;
  readonly unit: Unit;
}

export interface FieldColumn<T extends Wanted> {
  readonly index: number;
  readonly field: T;
  /** From the unit in the header to the working unit. */
  readonly ratio: Ratio;
  /** The unit in the header, else the working unit: how a text in a number column is read. */
  readonly written: NumberColumn;
}

export interface TablePlan<T extends Wanted, S extends SourceTable = SourceTable> {
  readonly table: S;
  /** −1 = no such column. */
  readonly id: number;
  readonly name: number;
  readonly year: number;
  readonly columns: readonly FieldColumn<T>[];
  readonly findings: readonly Finding[];
}

const idWords = ['id', '统一社会信用代码', '社会信用代码', '信用代码', '企业代码', '企业编号', '对象编号', '编号', '代码'];
const nameWords = ['name', '企业名称', '名称', '单位名称', '对象名称', '园区名称', '企业'];
const yearWords = ['year', '年度', '数据年度', '年份'];

export interface Planning<T extends Wanted> {
  readonly wanted: readonly T[];
  readonly mu: MuDivisor;
  /** False for side tables: 年度 may be one of their fields. */
  readonly yearly: boolean;
}

export function planTable<T extends Wanted, S extends SourceTable>(table: S, planning: Planning<T>): TablePlan<T, S> {
  const headers = table.header.map(plainHeader);
  const find = (words: readonly string[]): number => words.map((word) => headers.indexOf(word)).find((index) => index >= 0) ?? -1;
  const findings: Finding[] = [];
  const name = find(nameWords);
  const own = find(idWords);
  const id = own < 0 && planning.yearly ? name : own;
  const year = planning.yearly ? find(yearWords) : -1;
  const where = placeOf(table);
  if (id < 0) findings.push(found('id_column_missing', where));
  else if (own < 0) findings.push(found('id_from_name', where, { column: table.header[name] ?? '' }));
  const special = new Set([id, year]);
  const names = namesOf(planning.wanted);
  const columns: FieldColumn<T>[] = [];
  const unknown: string[] = [];
  const matches = headers.map((header) => matchHeader(header, names));
  for (const [index, match] of matches.entries()) {
    const written = table.header[index] ?? '';
    if (match === undefined) {
      if (!special.has(index) && index !== name && written.trim() !== '') unknown.push(written);
    } else if (columns.some((column) => column.field.id === match.field.id)) {
      findings.push(found('column_twice', where, { column: written, term: match.field.term }));
    } else {
      const column = fittedColumn(index, match, planning.mu);
      if (column !== undefined) columns.push(column);
      else
        findings.push(
          found('header_unit_unreadable', where, { column: written, unit: match.unit, working: match.field.unit.text }),
        );
    }
  }
  if (unknown.length > 0) findings.push(found('column_unknown', where, { columns: unknown.join('、') }));
  return { table, id, name, year, columns, findings };
}

/** As what the columns of a table with this plan are read: a reader of large files needs no others, and none in another form. */
export const usesOf = ({ table, id, name, year, columns }: TablePlan<Wanted>): readonly ColumnUse[] =>
  table.header.map((_, index): ColumnUse => {
    if (index === id || index === name) return 'text';
    const type = columns.find((column) => column.index === index)?.field.type;
    if (type === 'number') return 'number';
    return type !== undefined || index === year ? 'word' : 'none';
  });

export const placeOf = (table: Pick<SourceTable, 'file' | 'sheet'>): Place => ({
  ...(table.file === undefined ? {} : { file: table.file }),
  ...(table.sheet === undefined ? {} : { sheet: table.sheet }),
});

/** Narrow, one line, no spaces: 用地面积（亩） → 用地面积(亩). */
const plainHeader = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[【〔{]/g, '(')
    .replace(/[】〕}]/g, ')')
    .replace(/\[/g, '(')
    .replace(/\]/g, ')');

function namesOf<T extends Wanted>(wanted: readonly T[]): ReadonlyMap<string, T> {
  const names = new Map<string, T>();
  for (const field of wanted) names.set(plainHeader(field.id), field);
  for (const field of wanted) if (!names.has(plainHeader(field.term))) names.set(plainHeader(field.term), field);
  for (const field of wanted)
    for (const other of field.also) if (!names.has(plainHeader(other))) names.set(plainHeader(other), field);
  return names;
}

interface Match<T extends Wanted> {
  readonly field: T;
  /** As written in the brackets; '' = none. */
  readonly unit: string;
}

function matchHeader<T extends Wanted>(header: string, names: ReadonlyMap<string, T>): Match<T> | undefined {
  const whole = names.get(header);
  if (whole !== undefined) return { field: whole, unit: '' };
  const opening = openingBracket(header);
  if (opening < 0) return undefined;
  const field = names.get(header.slice(0, opening));
  return field === undefined ? undefined : { field, unit: header.slice(opening + 1, -1).replace(/^单位[::]?/, '') };
}

/** Where the last bracket group begins that ends the header; units may hold brackets themselves: 单价(元/(㎡·年)). */
function openingBracket(header: string): number {
  if (!header.endsWith(')')) return -1;
  let depth = 0;
  for (let at = header.length - 1; at >= 0; at--) {
    if (header[at] === ')') depth++;
    if (header[at] === '(' && --depth === 0) return at;
  }
  return -1;
}

const same: Ratio = { over: 1, under: 1 };

function fittedColumn<T extends Wanted>(index: number, match: Match<T>, mu: MuDivisor): FieldColumn<T> | undefined {
  const { field } = match;
  if (field.type !== 'number') return { index, field, ratio: same, written: { mu } };
  const from = match.unit === '' ? field.unit : parseUnit(match.unit, { mu });
  if (from === undefined || !convertible(from, field.unit)) return undefined;
  return { index, field, ratio: conversion(from, field.unit), written: { unit: from, mu } };
}

/** Spreadsheet letters of a 0-based column. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** 1-based row of the file: a header stands in the first row unless the table says where its rows begin. */
export const fileRow = (table: Pick<SourceTable, 'firstRow'>, row: number): number => (table.firstRow ?? 2) + row;

/** `F214` of a file. */
export const cellPlace = (table: SourceTable, row: number, column: number): Place => ({
  ...placeOf(table),
  row: fileRow(table, row),
  cell: `${columnLetters(column)}${fileRow(table, row)}`,
});
