/** The fact catalogue and the tables hold together: names are unique, units are units, parents exist, coefficients give tce. */
import { readFileSync } from 'node:fs';
import { basisRatio, type CoefficientSet, parseDate, parseUnit, standardCoal } from '@muheng/quantity';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const rowsOf = (name: string): string[][] =>
  read(name)
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split(','));

const fact = z.looseObject({
  id: z.string(),
  type: z.string(),
  unit: z.string().optional(),
  also: z.array(z.string()).optional(),
  from: z.string(),
  confidential: z.string(),
});
const catalogue = z.strictObject({ facts: z.record(z.string(), fact) }).parse(parse(read('facts.yaml')));

const row = z.strictObject({
  carrier: z.string(),
  value: z.number().positive(),
  unit: z.string(),
  basis: z.enum(['当量', '等价']),
  source: z.string(),
  from: z.string(),
});
const carbonRow = row.omit({ basis: true });
const coefficients = z
  .strictObject({
    energy: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        basis: z.enum(['当量', '等价']),
        assumed: z.string(),
        rows: z.array(row).min(1),
      }),
    ),
    carbon: z.array(z.strictObject({ id: z.string(), title: z.string(), assumed: z.string(), rows: z.array(carbonRow).min(1) })),
  })
  .parse(parse(read('tables/energy-coefficients.yaml')));

test('every number of the catalogue has a unit that is read, every other fact has none', () => {
  for (const [term, { type, unit }] of Object.entries(catalogue.facts)) {
    if (type === 'number') expect(parseUnit(unit ?? '?', { mu: '2000/3' }), term).toBeDefined();
    else expect(unit, term).toBeUndefined();
  }
});

test('no two facts share a term, an id or another name', () => {
  const names = Object.entries(catalogue.facts).flatMap(([term, { id, also = [] }]) => [
    ...new Set([term, id, ...also].map((name) => name.normalize('NFKC'))),
  ]);
  expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
});

test('[S34] energy has two facts, 当量值 and 等价值, and no header that could be either', () => {
  const energy = Object.entries(catalogue.facts).filter(([, { unit }]) => unit === 'tce');
  expect(energy.map(([term]) => term)).toEqual(['综合能耗等价值', '综合能耗当量值']);
  for (const [, { also = [] }] of energy) for (const name of also) expect(name).toMatch(/当量值|等价值/);
});

test('[R91] coefficient sets have basis, unit and source; 电力 0.1229 kgce/kWh 当量; a carrier of the other basis is not in the set', () => {
  const day = parseDate('2022-12-31') ?? Number.NaN;
  const setOf = (id: string): CoefficientSet => {
    const set = coefficients.energy.find((one) => one.id === id);
    if (set === undefined) throw new Error(`no set ${id}`);
    return set;
  };
  for (const set of coefficients.energy) {
    for (const { carrier, unit, basis } of set.rows) {
      expect(basis).toBe(set.basis);
      const amountUnit = unit.split('/')[1] ?? '';
      const { tce, findings } = standardCoal([{ carrier, amount: 1, unit: amountUnit }], set, day);
      expect(findings, `${set.id} ${carrier}`).toEqual([]);
      expect(tce).toBeGreaterThan(0);
    }
  }
  const power = [{ carrier: '电力', amount: 1, unit: '万kWh' }];
  expect(standardCoal(power, setOf('gbt2589-calorific'), day).tce).toBeCloseTo(1.229, 12);
  expect(standardCoal(power, setOf('gbt2589-equivalent-shandong'), day).tce).toBeCloseTo(3.1, 12);
  const [calorific, equivalent] = ['gbt2589-calorific', 'gbt2589-equivalent-shandong'].map((id) => setOf(id).rows[0]);
  if (calorific === undefined || equivalent === undefined) throw new Error('a set is empty');
  expect(basisRatio(equivalent, calorific).findings.map(({ code }) => code)).toEqual(['energy_basis_differs']);
  expect(standardCoal([{ carrier: '焦炭', amount: 1, unit: 't' }], setOf('gbt2589-other-values'), day).tce).toBeNaN();
});

test('every industry class of GB/T 4754 stands under its parent, one level deeper', () => {
  const rows = rowsOf('tables/gbt4754-2017.csv');
  const level = new Map(rows.map(([code = '', , depth]) => [code, Number(depth)]));
  expect(rows.filter(([, , depth]) => depth === '4')).toHaveLength(1382);
  for (const [code, , depth, parent = ''] of rows) {
    if (depth === '1') expect(parent, code).toBe('');
    else expect(level.get(parent), code).toBe(Number(depth) - 1);
  }
});

test('the grid factor of 浙江 2023 is 0.4974 tCO₂/MWh and every province has one', () => {
  const rows = rowsOf('tables/grid-factors-2023.csv');
  expect(rows.find(([province]) => province === '浙江')).toEqual(['浙江', '0.4974', '2023', '']);
  expect(rows).toHaveLength(32);
  for (const [province, factor] of rows) expect(Number(factor), province).toBeGreaterThan(0.1);
});

test('town codes have nine digits and begin with the code of their county', () => {
  for (const [code = '', name, county = ''] of rowsOf('tables/towns.csv')) {
    expect(code, name).toMatch(/^\d{9}$/);
    expect(code.startsWith(county), name).toBe(true);
  }
});
