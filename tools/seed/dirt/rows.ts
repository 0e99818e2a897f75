/** Dirt in whole rows: dropped, doubled, doubled with another number, of another district, of a firm long gone. */
import { creditCode, neighbourRegion } from '../codes.js';
import { type Random, rounded } from '../random.js';
import { type Cell, cell, isNumber, type Line, type Plant, type SheetSpec } from '../table.js';
import { kindOf } from './kinds.js';

export interface RowPlace {
  readonly spec: SheetSpec;
  readonly random: Random;
  readonly weather: number;
  readonly seed: number;
  /** The name of the next district, in which a foreign row lies. */
  readonly neighbour: string;
}

/** The finished line and what comes with it; an empty list when it was dropped. */
export function withRowDirt(line: Line, place: RowPlace): Line[] {
  const { random, spec, weather } = place;
  const happens = (kind: Parameters<typeof kindOf>[0]): boolean => random.chance(kindOf(kind).probability * weather);
  const out = [line];
  if (happens('row_duplicate_same')) out.push(added(line, 'row_duplicate_same', line.cells));
  if (happens('row_duplicate_differs') && spec.oneRowEach) {
    const cells = differing(line, place);
    if (cells !== undefined) out.push(added(line, 'row_duplicate_differs', cells));
  }
  if (happens('row_other_district')) out.push(stranger(line, 'row_other_district', place));
  if (happens('row_cancelled')) out.push(stranger(line, 'row_cancelled', place));
  // Above the row: below the last one it could not be seen. Never inside a merged town.
  const town = spec.columns.findIndex((column) => column.kind === 'town');
  if (happens('row_blank') && line.cells[town]?.value !== null)
    out.unshift({ kind: 'blank', cells: [], plants: [{ kind: 'row_blank', was: null, became: null }] });
  return out;
}

/** Whether a row is left out; asked before it is written, and only where one row an enterprise is expected. */
export const isDropped = ({ random, spec, weather }: RowPlace): boolean =>
  random.chance(kindOf('row_missing').probability * weather) && spec.oneRowEach;

function added(line: Line, kind: Plant['kind'], cells: readonly Cell[]): Line {
  return { ...line, cells, plants: [{ kind, was: null, became: null }] };
}

/** The same enterprise with its first large number a few percent off. */
function differing(line: Line, { random }: RowPlace): Cell[] | undefined {
  const at = line.cells.findIndex(({ plants, value }, i) => i > 3 && isNumber(value) && value > 10 && plants.length === 0);
  const value = line.cells[at]?.value;
  if (value === undefined || !isNumber(value)) return undefined;
  return line.cells.map((one, i) => (i === at ? cell(rounded(value * random.between(1.03, 1.4) + 1, 2)) : one));
}

const strangeBrands = ['旧桥', '北埠', '远滩', '石坎', '长汊', '青畈', '后塘', '上岙'];

/** A row like its neighbour with an enterprise that this district does not have; its numbers are clean. */
function stranger(line: Line, kind: 'row_other_district' | 'row_cancelled', place: RowPlace): Line {
  const { neighbour, random, seed, spec } = place;
  const away = kind === 'row_other_district';
  const draw = random.integer(0, 9_999);
  const index = (away ? 60_000_000 : 70_000_000) + draw;
  const code = creditCode({ kind: 'company', index, seed, old: true, ...(away && { region: neighbourRegion }) });
  const name = `${away ? neighbour.replace(/区$/, '') : ''}${random.pick(strangeBrands)}${draw}号${random.pick(['机械', '塑料', '纺织'])}有限公司`;
  const cells = spec.columns.map((column, i): Cell => {
    const own = line.cells[i] ?? cell(null);
    if (column.kind === 'code') return cell(code);
    if (column.kind === 'name') return cell(name);
    if (column.kind === 'town') return cell(away ? `${neighbour}城关镇` : own.value);
    const value = own.plants.length === 0 ? own.value : own.plants[0]!.was;
    return cell(
      isNumber(value) && column.kind === 'number' ? rounded(value * random.between(0.4, 1.6), column.digits ?? 2) : value,
    );
  });
  return { kind: 'row', cells, plants: [{ kind, was: null, became: name }] };
}
