/**
 * 税金合计核对 — the sum that a tax table prints against its parts. Places define the sum differently (how much of the employers' social
 * insurance counts), so the definition that nearly all rows follow is found first and the rows that do not follow it are told.
 */
import type { Finding } from '@muheng/finding';
import type { PlacedTable } from './facts.js';
import { rowPlace } from './place.js';
import { found } from './texts.zh.js';
import { numberOf as numberInUnit } from './values.js';

const parts: readonly (readonly [id: string, sign: number])[] = [
  ['vat_paid', 1],
  ['vat_offset', 1],
  ['vat_refund_not_export', -1],
  ['consumption_tax', 1],
  ['corporate_income_tax', 1],
  ['business_income_tax', 1],
  ['city_construction_tax', 1],
  ['property_tax', 1],
  ['land_use_tax', 1],
  ['land_value_tax', 1],
  ['stamp_tax', 1],
  ['resource_tax', 1],
  ['surcharges', 1],
];
const insurance = 'social_insurance_employer';

const definitions = [
  { part: 0.5, words: '社会保险企业部分计一半' },
  { part: 0, words: '不计社会保险' },
  { part: 1, words: '计社会保险企业部分' },
] as const;

const followedBy = 0.8;
/** 万元: each part is printed with two decimals. */
const roundedAway = 0.08;
const leastRows = 5;

export function checkTaxSums({ joined, years, columns }: PlacedTable): Finding[] {
  const { view } = joined;
  const has = (id: string): boolean => columns.some(({ term }) => term.id === id);
  if (!has('tax_paid') || parts.filter(([id]) => has(id)).length < 4) return [];
  const rows = [...years.keys()].filter((row) => years[row]! > 0 && !Number.isNaN(numberInUnit(view, row, 'tax_paid')));
  const plain = (row: number): number => parts.reduce((sum, [id, sign]) => sum + sign * (numberInUnit(view, row, id) || 0), 0);
  const sumOf = (row: number, part: number): number => plain(row) + part * (numberInUnit(view, row, insurance) || 0);
  const gap = (row: number, part: number): number => numberInUnit(view, row, 'tax_paid') - sumOf(row, part);
  const fits = (part: number): number => rows.filter((row) => Math.abs(gap(row, part)) <= roundedAway).length;
  const best = definitions.find(({ part }) => fits(part) >= followedBy * rows.length);
  if (best === undefined || rows.length < leastRows) return [];
  return rows
    .filter((row) => Math.abs(gap(row, best.part)) > roundedAway)
    .map((row) =>
      found('tax_sum_differs', rowPlace(view, row, 'tax_paid'), {
        what: view.column('tax_paid')?.term.term ?? '',
        total: short(numberInUnit(view, row, 'tax_paid')),
        sum: short(sumOf(row, best.part)),
        rule: best.words,
        gap: short(gap(row, best.part)),
      }),
    );
}

const short = (value: number): string => String(Number(value.toFixed(2)));
