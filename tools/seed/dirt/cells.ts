/**
 * Dirt in one cell. Kinds stand in three steps — what the value is, how it is written, its characters — and a cell may take one of
 * each, so that kinds meet: a slipped unit written with thousands separators in full-width digits.
 */
import type { Random } from '../random.js';
import type { Cell, CellValue, Column, FileFormat, Plant, Slip } from '../table.js';
import type { Enterprise } from '../truth.js';
import { codeDirt } from './codes.js';
import { dateDirt } from './dates.js';
import { type DirtName, kindOf } from './kinds.js';
import { nameDirt } from './names.js';
import { numberDirt } from './numbers.js';

export interface CellPlace {
  readonly column: Column;
  readonly format: FileFormat;
  readonly date1904: boolean;
  /** The column has slipped as a whole: a single slip would hide in it. */
  readonly slipped: boolean;
  /** The register itself always has the names and codes of today: the others are joined to it. */
  readonly register: boolean;
  readonly one: Enterprise | undefined;
  /** Another enterprise nearby, for names written together. */
  readonly neighbour: Enterprise | undefined;
  readonly random: Random;
}

export interface Stained {
  readonly value: CellValue;
  readonly slip?: Slip;
}

export interface CellDirt {
  readonly kind: DirtName;
  readonly step: 1 | 2 | 3;
  /** The cell as it becomes, or undefined where this kind cannot happen. */
  readonly stain: (value: CellValue, place: CellPlace) => Stained | undefined;
}

const dirtOf: Readonly<Record<Column['kind'], readonly CellDirt[]>> = {
  sequence: [],
  text: [],
  meter: [],
  code: codeDirt,
  name: nameDirt,
  town: nameDirt.filter((one) => one.kind === 'town_short'),
  number: numberDirt,
  date: dateDirt,
};

/** `weather` makes some files dirtier than others; a cell that has one stain takes the next more easily. */
export function stainedCell(value: CellValue, place: CellPlace, weather: number): Cell {
  const plants: Plant[] = [];
  let now = value;
  let taken = 0;
  for (const { kind, stain, step } of dirtOf[place.column.kind]) {
    if (step <= taken || !place.random.chance(kindOf(kind).probability * weather * (taken === 0 ? 1 : 25))) continue;
    const stained = stain(now, place);
    if (stained === undefined || sameValue(stained.value, now)) continue;
    plants.push({ kind, was: now, became: stained.value, ...(stained.slip && { slip: stained.slip }) });
    now = stained.value;
    taken = step;
  }
  return { value: now, plants };
}

export const sameValue = (a: CellValue, b: CellValue): boolean => JSON.stringify(a) === JSON.stringify(b);
