/**
 * Writes one sheet line by line: head, the rows of each block as it comes, tail. It keeps nothing but running totals, so a district of
 * any size can be written while it is made. Without dirt it is one header line and the rows.
 */
import { type CellPlace, stainedCell } from './dirt/cells.js';
import { cleanLayout, columnsWithLetters, headLines, type Layout, realLayout, wordLine } from './dirt/layout.js';
import { slipOf, slippedValue } from './dirt/numbers.js';
import { isDropped, type RowPlace, withRowDirt } from './dirt/rows.js';
import type { District } from './places.js';
import { type Random, randomOf, rounded } from './random.js';
import {
  type Cell,
  type CellValue,
  cell,
  type FileFormat,
  isNumber,
  type Line,
  type Plant,
  type Row,
  type SheetSpec,
} from './table.js';
import type { Block, Enterprise } from './truth.js';

export interface PenWish {
  readonly spec: SheetSpec;
  readonly format: FileFormat;
  /** The file's path: its own random stream. */
  readonly path: string;
  readonly seed: number;
  readonly district: District;
  readonly dirty: boolean;
  readonly date1904: boolean;
}

/** What befell the sheet as a whole, by column (−1 = the sheet). */
export interface SheetPlant {
  readonly column: number;
  readonly plant: Plant;
}

/** A row that the department left out: no line carries it. */
export interface Dropped {
  readonly subject: string | undefined;
  readonly code: CellValue;
}

export interface Pen {
  readonly head: () => Line[];
  readonly take: (block: Block) => Line[];
  readonly tail: () => Line[];
  /** Asked after the tail: a slip shows only in columns that hold more than zeros. */
  readonly sheetPlants: () => SheetPlant[];
  readonly dropped: Dropped[];
  readonly layout: Layout;
}

interface State {
  readonly wish: PenWish;
  readonly layout: Layout;
  readonly weather: number;
  readonly dropped: Dropped[];
  /** Slipped columns that hold a number other than zero. */
  readonly slipsShown: Set<number>;
  numbered: number;
  sinceHeader: number;
  town: string | undefined;
  /** Whose merged town cell is open; undefined after a line that is no row of this district. */
  openTown: string | undefined;
  townSums: number[];
  sums: number[];
}

export function penFor(wish: PenWish): Pen {
  const random = randomOf(wish.seed, 'sheet', wish.path, wish.spec.name);
  const layout = wish.dirty ? realLayout(wish.spec, wish.format, random) : cleanLayout;
  const weather = wish.dirty ? random.between(0.4, 1.8) : 0;
  const zeros = wish.spec.columns.map(() => 0);
  const state: State = {
    wish,
    layout,
    weather,
    dropped: [],
    slipsShown: new Set(),
    numbered: 0,
    sinceHeader: 0,
    town: undefined,
    openTown: undefined,
    townSums: [...zeros],
    sums: [...zeros],
  };
  const header = headLines({ spec: wish.spec, layout, format: wish.format, random: wish.dirty ? random : undefined });
  return {
    head: () => header,
    take: (block) => blockLines(state, block, header),
    tail: () => tailLines(state),
    sheetPlants: () => sheetPlantsOf(state),
    dropped: state.dropped,
    layout,
  };
}

function blockLines(state: State, block: Block, header: readonly Line[]): Line[] {
  const { district, path, seed, spec } = state.wish;
  const random = randomOf(seed, 'rows', path, spec.name, block.index);
  const rowPlace: RowPlace = { spec, random, weather: state.weather, seed, neighbour: district.neighbour };
  const byId = new Map(block.enterprises.map((one) => [one.id, one]));
  const lines: Line[] = [];
  for (const row of spec.rowsOf(block)) {
    if (state.layout.subtotals && state.town !== undefined && state.town !== row.town) lines.push(subtotal(state));
    state.town = row.town;
    if (state.wish.dirty && isDropped(rowPlace)) {
      state.dropped.push({ subject: row.subject, code: row.cells[1] ?? null });
      continue;
    }
    const line = rowLine(state, row, { random, one: byId.get(row.subject ?? ''), neighbour: random.pick(block.enterprises) });
    const made = state.wish.dirty ? withRowDirt(line, rowPlace) : [line];
    lines.push(...made);
    if (made.some((one) => one.subject === undefined)) state.openTown = undefined;
    state.sinceHeader += made.length;
    if (state.layout.repeatedEvery !== undefined && state.sinceHeader >= state.layout.repeatedEvery) {
      lines.push(...header.filter((one) => one.kind === 'header').map(repeated));
      state.sinceHeader = 0;
      state.openTown = undefined;
    }
  }
  return lines;
}

interface RowTouch {
  readonly random: Random;
  readonly one: Enterprise | undefined;
  readonly neighbour: Enterprise;
}

function rowLine(state: State, row: Row, { neighbour, one, random }: RowTouch): Line {
  const { layout, weather, wish } = state;
  const first = state.openTown !== row.town;
  state.openTown = row.town;
  state.numbered++;
  const cells = wish.spec.columns.map((column, i): Cell => {
    if (column.kind === 'sequence') return cell(state.numbered);
    const slipped = layout.slipped.has(i);
    const clean = slipped ? slip(row.cells[i] ?? null, column) : (row.cells[i] ?? null);
    if (slipped && isNumber(clean) && clean !== 0) state.slipsShown.add(i);
    if (isNumber(clean) && column.summed) addUp(state, i, clean);
    if (column.kind === 'town' && layout.mergedTown) return cell(first ? clean : null);
    if (!wish.dirty) return cell(clean);
    const place: CellPlace = {
      column,
      format: wish.format,
      date1904: wish.date1904,
      slipped,
      register: wish.spec.columns.some((other) => other.header === '曾用名'),
      one,
      neighbour: neighbour === one ? undefined : neighbour,
      random,
    };
    return stainedCell(clean, place, weather);
  });
  if (layout.remark)
    cells.push(cell(random.chance(0.05) ? random.pick(['待核实', '已电话联系', '数据同上年', '厂房在建']) : null));
  return { kind: 'row', cells, plants: [], subject: row.subject, year: row.year };
}

function slip(value: CellValue, column: SheetSpec['columns'][number]): CellValue {
  const by = slipOf(column);
  return isNumber(value) && by !== undefined ? slippedValue(value, by) : value;
}

function addUp(state: State, column: number, value: number): void {
  state.townSums[column]! += value;
  state.sums[column]! += value;
}

function repeated(header: Line): Line {
  const plain = header.cells.map((one) => cell(one.value));
  return { ...header, cells: plain, plants: [{ kind: 'row_repeated_header', was: null, became: null }] };
}

function tailLines(state: State): Line[] {
  const { layout } = state;
  const lines: Line[] = [];
  if (layout.subtotals && state.town !== undefined) lines.push(subtotal(state));
  if (layout.total) lines.push(sumLine(state, { kind: 'total', words: '合 计', dirt: 'row_total', sums: state.sums }));
  if (layout.footer)
    lines.push(wordLine('footer', 'layout_footer', '填表人：          审核人：          填报日期：2025年3月20日'));
  return lines;
}

function subtotal(state: State): Line {
  const line = sumLine(state, { kind: 'subtotal', words: `${state.town}小计`, dirt: 'row_subtotal', sums: state.townSums });
  state.townSums = state.townSums.map(() => 0);
  state.openTown = undefined;
  return line;
}

interface SumWish {
  readonly kind: 'subtotal' | 'total';
  readonly words: string;
  readonly dirt: 'row_subtotal' | 'row_total';
  readonly sums: readonly number[];
}

/** The words stand in the name column; the code stays empty. */
function sumLine({ wish }: State, { dirt, kind, sums, words }: SumWish): Line {
  const cells = wish.spec.columns.map((column, i) =>
    cell(column.kind === 'name' ? words : column.summed ? rounded(sums[i]!, 2) : null),
  );
  return { kind, cells, plants: [{ kind: dirt, was: null, became: words }] };
}

function sheetPlantsOf({ layout, slipsShown, wish: { spec } }: State): SheetPlant[] {
  const plants: SheetPlant[] = [...slipsShown]
    .sort((a, b) => a - b)
    .flatMap((column) => {
      const by = slipOf(spec.columns[column]!);
      return by === undefined
        ? []
        : [
            {
              column,
              plant: {
                kind: 'column_unit_slip',
                was: spec.columns[column]!.unit ?? null,
                became: columnsWithLetters(slipsShown),
                slip: by,
              },
            },
          ];
    });
  const town = spec.columns.findIndex((column) => column.kind === 'town');
  if (layout.mergedTown && town >= 0)
    plants.push({ column: town, plant: { kind: 'column_merged_town', was: null, became: null } });
  return plants;
}
