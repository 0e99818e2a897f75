/** How a sheet is laid out: clean, one header line and rows; in real life with titles, notes, units above, two merged header lines, totals. */
import type { Random } from '../random.js';
import {
  type Cell,
  type Column,
  cell,
  columnLetter,
  type FileFormat,
  headerOf,
  type Line,
  type LineKind,
  type Plant,
  type SheetSpec,
} from '../table.js';
import { type DirtName, kindOf } from './kinds.js';
import { slipOf } from './numbers.js';

/** What was decided for one sheet before its first line. */
export interface Layout {
  readonly title: boolean;
  readonly note: boolean;
  /** The unit that stands above the header instead of in it. */
  readonly unitAbove?: string;
  readonly twoLines: boolean;
  readonly repeatedEvery?: number;
  readonly subtotals: boolean;
  readonly total: boolean;
  readonly footer: boolean;
  readonly remark: boolean;
  readonly mergedTown: boolean;
  /** Letters of columns that are in the neighbouring unit from top to bottom. */
  readonly slipped: ReadonlySet<number>;
}

export const cleanLayout: Layout = {
  title: false,
  note: false,
  twoLines: false,
  subtotals: false,
  total: false,
  footer: false,
  remark: false,
  mergedTown: false,
  slipped: new Set(),
};

export function realLayout(spec: SheetSpec, format: FileFormat, random: Random): Layout {
  const happens = (kind: DirtName): boolean => random.chance(kindOf(kind).probability);
  const csv = format.startsWith('csv');
  const sums = spec.columns.some((column) => column.summed);
  const unitAbove = mainUnit(spec.columns);
  const above = happens('layout_unit') && unitAbove !== undefined;
  const repeats = happens('row_repeated_header') && !csv;
  return {
    title: happens('layout_title') && !csv,
    note: happens('layout_note') && !csv,
    ...(above && !csv && { unitAbove }),
    twoLines: happens('layout_two_line_header') && !csv && spec.columns.some((column) => column.group !== undefined),
    ...(repeats && { repeatedEvery: random.integer(30, 60) }),
    subtotals: happens('row_subtotal') && !csv && sums,
    total: happens('row_total') && sums,
    footer: happens('layout_footer') && !csv,
    remark: happens('column_remark'),
    mergedTown: happens('column_merged_town') && format === 'xlsx',
    slipped: happens('column_unit_slip') ? slippedColumns(spec.columns, random) : new Set(),
  };
}

/** All columns of one unit: whoever exports a table in 元 has all of it in 元. */
function slippedColumns(columns: readonly Column[], random: Random): Set<number> {
  const units = [...new Set(columns.filter((column) => slipOf(column) !== undefined).map((column) => column.unit))];
  if (units.length === 0) return new Set();
  const unit = random.pick(units);
  return new Set(columns.flatMap((column, i) => (column.unit === unit ? [i] : [])));
}

/** The unit of most columns. */
function mainUnit(columns: readonly Column[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { unit } of columns) if (unit !== undefined && unit !== '%') counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

export interface HeadWish {
  readonly spec: SheetSpec;
  readonly layout: Layout;
  /** Undefined = clean. */
  readonly random: Random | undefined;
  readonly format: FileFormat;
}

/** The lines above the first row, the header last. */
export function headLines({ format, layout, random, spec }: HeadWish): Line[] {
  const width = spec.columns.length + (layout.remark ? 1 : 0);
  const lines: Line[] = [];
  if (layout.title)
    lines.push({ ...wordLine('title', 'layout_title', spec.title), merges: [{ column: 0, wide: width, high: 1 }] });
  if (layout.note)
    lines.push({
      ...wordLine('note', 'layout_note', '填报说明：请各单位于3月底前核对后盖章报送，空白处不填。'),
      merges: [{ column: 0, wide: width, high: 1 }],
    });
  if (layout.unitAbove !== undefined) lines.push(wordLine('unit', 'layout_unit', `单位：${layout.unitAbove}`));
  const header = spec.columns.map((column) => headerCell(column, layout, random, format));
  if (layout.remark) header.push(remarkCell);
  return [
    ...lines,
    ...(layout.twoLines ? twoLineHeader(spec.columns, header) : [{ kind: 'header' as const, cells: header, plants: [] }]),
  ];
}

const remarkCell = cell('备注', [{ kind: 'column_remark', was: null, became: '备注' }]);

export function wordLine(kind: LineKind, dirt: DirtName, words: string): Line {
  return { kind, cells: [cell(words)], plants: [{ kind: dirt, was: null, became: words }] };
}

function headerCell(column: Column, layout: Layout, random: Random | undefined, format: FileFormat): Cell {
  const plants: Plant[] = [];
  let now = headerOf(column);
  const change = (kind: DirtName, became: string): void => {
    if (became === now) return;
    plants.push({ kind, was: now, became });
    now = became;
  };
  if (random === undefined) return cell(now);
  const happens = (kind: DirtName): boolean => random.chance(kindOf(kind).probability);
  if (happens('header_wording') && column.also !== undefined && column.also.length > 0)
    change('header_wording', now.replace(column.header, random.pick(column.also)));
  if (column.unit !== undefined && column.unit === layout.unitAbove)
    change('header_unit_above', now.replace(`(${column.unit})`, ''));
  else if (happens('header_brackets') && column.unit !== undefined)
    change('header_brackets', now.replace(`(${column.unit})`, `（${column.unit}）`));
  if (happens('header_line_break')) change('header_line_break', broken(now, format, random));
  return cell(now, plants);
}

/** A line break before the unit, or blanks between two characters: 序 号. */
function broken(header: string, format: FileFormat, random: Random): string {
  const bracket = header.search(/[（(]/);
  if (bracket > 0 && !format.startsWith('csv') && random.chance(0.6))
    return `${header.slice(0, bracket)}\n${header.slice(bracket)}`;
  return header.length <= 4 ? [...header].join(' ') : header;
}

/** Grouped columns stand under one merged cell, the others reach over both lines. */
function twoLineHeader(columns: readonly Column[], header: readonly Cell[]): Line[] {
  const empty = cell(null);
  const merges: { column: number; wide: number; high: number }[] = [];
  const upper = header.map((one, i) => {
    const group = columns[i]?.group;
    if (group === undefined) {
      merges.push({ column: i, wide: 1, high: 2 });
      return one;
    }
    if (columns[i - 1]?.group === group) return empty;
    let wide = 1;
    while (columns[i + wide]?.group === group) wide++;
    if (wide > 1) merges.push({ column: i, wide, high: 1 });
    return cell(group);
  });
  const lower = header.map((one, i) => (columns[i]?.group === undefined ? empty : one));
  const words = [...new Set(columns.flatMap((column) => column.group ?? []))].join('、');
  return [
    { kind: 'header', cells: upper, plants: [{ kind: 'layout_two_line_header', was: null, became: words }], merges },
    { kind: 'header', cells: lower, plants: [] },
  ];
}

export const columnsWithLetters = (slipped: ReadonlySet<number>): string =>
  [...slipped]
    .sort((a, b) => a - b)
    .map(columnLetter)
    .join('、');
