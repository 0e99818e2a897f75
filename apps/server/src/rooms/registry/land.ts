/**
 * 净用地 — what the engine's land stage makes of the register: the office's declared rule as a scheme that says only about land, the
 * occupancy rows as its side table. One arithmetic: areas, months and sums are the engine's; here they are laid out. @source S81–S88, R85
 */
import { type Dataset, datasetFrom, explainLand, scoreSubjects } from '@muheng/engine';
import { findingInWords, hasErrors } from '@muheng/finding';
import { isoDate, monthsOccupied, parseDate } from '@muheng/quantity';
import { readScheme, type Scheme } from '@muheng/scheme';
import { type OccupancyKind, occupancyKindTitles } from './kinds.js';
import type { LandRow } from './queries/land.js';
import type { LandRuleTable } from './tables.js';

export type LandRule = Pick<
  LandRuleTable,
  | 'year'
  | 'mu_divisor'
  | 'round_to'
  | 'round_by'
  | 'basis'
  | 'months_by'
  | 'floor_per_mu'
  | 'excess'
  | 'method'
  | 'collective'
  | 'overdue_after_months'
  | 'sum_check'
>;

const catalogueText = `facts:
  用地面积: { id: land_used, type: number, unit: 亩, from: 自然资源局, confidential: internal, must_be: any, merged: sum }
`;
const sourceText = `documents:
  rule: { title: 用地口径, issuer: 牵头办, standing: invented, clauses: { c: { at: 本办设定 } } }
`;

/** A scheme that says how land is counted and nothing else of interest. @throws Error when our own text does not read: a fault */
export function landScheme(rule: LandRule): Scheme {
  const round = rule.round_to === null || rule.round_by === null ? 'none' : `{ to: ${rule.round_to}, by: ${rule.round_by} }`;
  const building =
    rule.overdue_after_months === null
      ? ''
      : `, under_construction: { in_term: ignore, overdue_after_months: ${rule.overdue_after_months}, overdue: whole }`;
  const floor = rule.floor_per_mu === null ? 'ignore' : `{ per_mu: ${Number(rule.floor_per_mu)} }`;
  const text = `language: 1
id: land-${rule.year}
title: 用地口径
place: { region: "000000", name: 本办, work: 用地核算, office: 牵头办 }
source: source.yaml
subject: { kind: enterprise, noun: 企业, measure: 户 }
years: { data: ${rule.year} }
reference_day: 12-31
land:
  mu: { divisor: ${rule.mu_divisor} }
  round: ${round}
  sum_check: ${rule.sum_check ? 'parcel' : 'none'}
  net: { basis: ${rule.basis}, own: add, leased_in: add, leased_out: subtract, collective: ${rule.collective}, by: ${rule.months_by}, floor_space: ${floor}, excess: ${rule.excess}, method: ${rule.method}${building}, clause: rule#c }
  clause: rule#c
who: { include: "1 = 1", undetermined: pending, clause: rule#c }
groups: { all: { name: 全部, when: otherwise, clause: rule#c } }
indicators:
  - { id: x, name: 用地, formula: 用地面积, unit: 亩, weight: 100, score: { by: raw }, clause: rule#c }
score: { rule: { by: ratio }, cap: none, floor: none, round: none, value_round: none, clause: rule#c }
absent: pending
total: { by: sum, least: none, most: none, round: none, clause: rule#c }
rank: { within: [], by: [总分 desc], ties: min, on: full, clause: rule#c }
grades:
  classes: { A: { name: A类 }, B: { name: B类 } }
  cut: { by: share, base: graded, shares: { A: 50%, B: rest }, count: each, round: nearest, edge: in, ties_across_cut: better, clause: rule#c }
  clause: rule#c
`;
  const { scheme, findings } = readScheme({ file: 'land.yaml', text, sourceFile: 'source.yaml', sourceText, catalogueText });
  if (scheme === undefined) throw new Error(`the land rule does not read: ${findings.map(findingInWords).join('; ')}`);
  return scheme;
}

const header = [
  'id',
  '宗地',
  '用地方式',
  '证载面积',
  '实际面积',
  '供地面积',
  '建筑面积',
  '层高',
  '使用起',
  '使用止',
  '建设状态',
  '约定竣工日期',
  '转让日期',
];
type Cell = string | number | null;

/** The register's rows as the engine's dataset: subjects by id, parcels by id. */
export function landDataset(scheme: Scheme, rows: readonly LandRow[]): Dataset {
  const subjects = [...new Set(rows.map(({ subject_id }) => subject_id))].sort();
  const { dataset, findings } = datasetFrom({
    tables: [{ file: 'register', header: ['id', '用地面积'], rows: subjects.map((id) => [id, null]) }],
    sideTables: { occupancy: [{ file: 'register', header, rows: rows.map(cellsOf) }] },
    scheme,
  });
  if (dataset === undefined || hasErrors(findings))
    throw new Error(`the register does not read: ${findings.map(findingInWords).join('; ')}`);
  return dataset;
}

function cellsOf(row: LandRow): Cell[] {
  const areas = areasOf(row);
  const building = row.kind === 'own' && (row.build_state === 'under_construction' || row.build_state === 'not_started');
  return [
    ...[row.subject_id, row.parcel_id, occupancyKindTitles[row.kind], areas.certificate, areas.actual, areas.supplied],
    ...[numberOf(row.floor_area_sqm), numberOf(row.floor_height_m), row.from, lastDay(row.until)],
    ...[building ? '在建' : null, row.completion_due, row.transferred_on],
  ];
}

const numberOf = (text: string | null): number | null => (text === null ? null : Number(text));
/** Half-open in the register, last day included in the engine. */
const lastDay = (until: string | null): string | null => {
  const day = until === null ? undefined : parseDate(until);
  return day === undefined ? null : isoDate(day - 1);
};

/** A holder has its share of the parcel's areas; a lease has the land it takes. */
function areasOf(row: LandRow): { certificate: number | null; actual: number | null; supplied: number | null } {
  const own = numberOf(row.land_area_sqm);
  if (row.kind !== 'own') return { certificate: own, actual: own, supplied: own };
  const certificate = numberOf(row.certificate_area_sqm);
  const share =
    own !== null && certificate !== null && certificate > 0 ? own / certificate : Number(row.share_percent ?? 100) / 100;
  const part = (area: number | null): number | null => (area === null ? null : area * share);
  return {
    certificate: own ?? part(certificate),
    actual: part(numberOf(row.actual_area_sqm)) ?? own,
    supplied: part(numberOf(row.supplied_area_sqm)) ?? own,
  };
}

export interface LandLineShown {
  readonly row: LandRow;
  readonly areaSqm: number;
  readonly excessSqm: number;
  readonly months: number;
  readonly byMonth: readonly number[];
  readonly contributionSqm: number;
  readonly words: string;
}

export interface LandShown {
  readonly lines: readonly LandLineShown[];
  readonly byMonthSqm: readonly number[];
  readonly netSqm: number;
  readonly netMu: number;
  readonly roundedMu: number;
}

/** 逐月来历 — `rows` hold all of the subject and of its parcels; null: the subject has none. */
export function landOfSubject(rule: LandRule, rows: readonly LandRow[], subjectId: string): LandShown | null {
  if (!rows.some((row) => row.subject_id === subjectId)) return null;
  const scheme = landScheme(rule);
  const dataset = landDataset(scheme, rows);
  const explained = explainLand(dataset, scheme, dataset.subjects.indexOf(subjectId));
  if (explained === null) return null;
  const own = rows.filter((row) => row.subject_id === subjectId);
  const lines = explained.lines.map((line, at): LandLineShown => {
    const row = own[at];
    if (row === undefined || line.kind !== kindWord(row.kind))
      throw new Error('the lines of the engine are not the rows of the register');
    const whole = line.share === 0 ? 0 : line.contribution / line.share;
    return {
      row,
      areaSqm: line.area,
      excessSqm: line.excess,
      months: line.share * 12,
      byMonth: monthShares(row, rule).map((share) => whole * share * 12),
      contributionSqm: line.contribution,
      words: line.words,
    };
  });
  const byMonthSqm = Array.from({ length: 12 }, (_, month) => lines.reduce((sum, { byMonth }) => sum + byMonth[month]!, 0));
  return { lines, byMonthSqm, netSqm: explained.squareMetres, netMu: explained.mu, roundedMu: explained.rounded };
}

/** The share of the year that each month gives, by the engine's own counting of months or days. */
function monthShares({ from, until }: LandRow, { months_by: by, year }: LandRule): number[] {
  const begins = from === null ? undefined : parseDate(from);
  const ends = until === null ? undefined : parseDate(until);
  return Array.from({ length: 12 }, (_, at) => {
    const first = parseDate(`${year}-${at + 1}-1`) ?? 0;
    const last = (parseDate(at === 11 ? `${year + 1}-1-1` : `${year}-${at + 2}-1`) ?? 0) - 1;
    if (by === 'reference_day') {
      const day = parseDate(`${year}-12-31`) ?? 0;
      return (begins === undefined || begins <= day) && (ends === undefined || ends > day) ? 1 / 12 : 0;
    }
    const [since, to] = [Math.max(first, begins ?? first), Math.min(last, ends === undefined ? last : ends - 1)];
    return since > to ? 0 : monthsOccupied({ from: since, to, year, by });
  });
}

/** Parcels on which more net land is counted than they have: ids. @source TZ-1 */
export function overAllocatedParcels(rule: LandRule, rows: readonly LandRow[]): string[] {
  if (!rule.sum_check || rows.length === 0) return [];
  const scheme = landScheme(rule);
  const { findings } = scoreSubjects(scheme, landDataset(scheme, rows));
  return findings.flatMap(({ code, message }) =>
    code === 'parcel_over_allocated' ? (/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(message) ?? []) : [],
  );
}

const basisWords: Readonly<Record<LandRule['basis'], string>> = {
  certificate: '证载面积',
  actual: '实际面积',
  supplied: '供地面积',
  larger_of_certificate_and_actual: '证载面积与实际面积取大',
};
const monthsWords: Readonly<Record<LandRule['months_by'], string>> = {
  months: '按使用月数折算（含当月15日计一个月）',
  days: '按使用天数折算',
  reference_day: '按12月31日在用计',
};

/** The rule in one sentence. */
export function ruleInWords(rule: LandRule): string {
  const parts = [
    `自有 + 承租 − 出租，${basisWords[rule.basis]}，${monthsWords[rule.months_by]}`,
    rule.mu_divisor === '2000/3' ? '1 亩 = 2000/3 平方米' : `1 亩 = ${rule.mu_divisor} 平方米`,
    rule.round_to === null ? '面积不修约' : `保留 ${rule.round_to} 位小数`,
    rule.floor_per_mu === null ? '承租建筑面积不折算用地' : `承租建筑面积每 ${Number(rule.floor_per_mu)} 平方米折 1 亩`,
    rule.excess === 'add' ? '超占面积计入' : '超占面积不另计',
    rule.method === 'parcel' ? '宗地计入用地单位' : '按实际使用企业计',
    rule.collective === 'add' ? '集体土地计入' : '集体土地不计',
    ...(rule.overdue_after_months === null ? [] : [`在建用地约定期内不计，逾期 ${rule.overdue_after_months} 个月后全额计入`]),
  ];
  return `${parts.join('；')}。`;
}
export const kindWord = (kind: OccupancyKind): string => occupancyKindTitles[kind];
