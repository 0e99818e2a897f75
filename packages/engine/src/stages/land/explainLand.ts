/** 用地面积的来历 — every occupancy row of one subject with its area, share of the year and what it adds. Recomputable from the lines. */
import { convert, roundTo } from '@muheng/quantity';
import type { Scheme } from '@muheng/scheme';
import type { Dataset } from '../../dataset.js';
import { frameOf, referenceDayOf } from '../../frame.js';
import { muUnit } from './land.js';
import { weighingOf, withoutDust } from './netLand.js';
import { type Ground, kindInWords, newWeighed, parcelOf, readOccupancy, type Trouble, weighRow } from './occupancy.js';

export interface LandLine {
  readonly parcel: string;
  /** 自有、承租、出租、集体. */
  readonly kind: string;
  /** ㎡, of which `excess` 超占. */
  readonly area: number;
  readonly excess: number;
  /** Share of the year 0–1; ×12 = months. */
  readonly share: number;
  /** ㎡, with its sign. */
  readonly contribution: number;
  /** Chinese: why the area counts as it does. */
  readonly words: string;
}

export interface LandExplanation {
  readonly lines: readonly LandLine[];
  readonly squareMetres: number;
  /** Before and after rounding. */
  readonly mu: number;
  readonly rounded: number;
}

/** `null` when the scheme has no rule for net land or the table has no row for the subject: then the fact stands as delivered. */
export function explainLand(dataset: Dataset, scheme: Scheme, subjectRow: number): LandExplanation | null {
  const { land } = scheme;
  const table = readOccupancy(frameOf(scheme, dataset));
  if (land?.net === undefined || table === undefined) return null;
  const weighing = weighingOf(table, {
    land,
    net: land.net,
    year: dataset.year,
    referenceDay: referenceDayOf(scheme, dataset.year),
  });
  const lines: LandLine[] = [];
  const weighed = newWeighed();
  for (let row = 0; row < table.rows; row++) {
    if (table.subject[row] !== subjectRow) continue;
    weighRow(table, row, weighing, weighed);
    const words = weighed.trouble === 'none' ? groundInWords[weighed.ground] : troubleInWords[weighed.trouble];
    const { area, excess, share, contribution } = weighed;
    lines.push({ parcel: parcelOf(table, row), kind: kindInWords(table, row), area, excess, share, contribution, words });
  }
  if (lines.length === 0) return null;
  const sumOf = (part: (line: LandLine) => number): number => lines.reduce((sum, line) => sum + part(line), 0);
  const squareMetres = withoutDust(
    sumOf((line) => line.contribution),
    sumOf((line) => Math.abs(line.contribution)),
  );
  const mu = convert(squareMetres, { text: '㎡', dimension: 'area', factor: { over: 1, under: 1 } }, muUnit(land));
  return { lines, squareMetres, mu, rounded: roundTo(mu, land.round) };
}

const groundInWords: Readonly<Record<Ground, string>> = {
  area: '按面积计',
  floor_space: '承租建筑面积折算',
  floor_ignored: '建筑面积不折算用地',
  kind_ignored: '这类用地按办法不计',
  building_in_term: '在建，约定期内',
  building_overdue: '在建，已逾期',
  within_parcel: '宗地已计入用地单位',
};

const troubleInWords: Readonly<Record<Exclude<Trouble, 'none'>, string>> = {
  occupancy_kind_unknown: '用地方式无法识别，未计',
  occupancy_area_missing: '缺面积，无法计算',
  completion_due_missing: '缺约定竣工日期，无法计算',
};
