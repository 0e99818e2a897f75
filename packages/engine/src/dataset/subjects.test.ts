/** 对象与行 — several tables and years come to the same subjects, names and values, in whatever order their rows and files come. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlainTable } from '../dataset.js';
import { readTables, schemeOf } from '../fixtures/scheme.js';
import type { DatasetRead } from './datasetFrom.js';

const runs = process.env.MUHENG_TIER === 'deep' ? 5_000 : 500;
const scheme = schemeOf({
  years: 'years: { data: any }',
  indicators: 'indicators:\n  - { id: x, name: 指标, formula: 得数 + 另数, unit: "", weight: 100, benchmark: 10, clause: doc#c }',
});

type Given = readonly (readonly [id: string, year: number, value: number])[];

const subject = fc.constantFrom('E1', 'E2', 'E3', 'e4', '甲', '\u{20000}', '~', '\uff5e', 'E10');
const rows = fc.uniqueArray(fc.tuple(subject, fc.constantFrom(2021, 2022), fc.integer({ min: -5, max: 5 })), {
  selector: ([id, year]) => `${id.normalize('NFKC')}${year}`,
  maxLength: 16,
});
const table = (file: string, fact: string, given: Given): PlainTable => ({
  ...{ file, header: ['id', '名称', '年度', fact] },
  rows: given.map(([id, year, value]) => [id, id === 'E3' ? '' : `名${id.normalize('NFKC')}`, year, value]),
});

/** The values a dataset must hold, computed without it: by year and id. */
const valuesOf = (given: Given, ids: readonly string[], year: number): number[] =>
  ids.map((id) => given.find(([own, when]) => own.normalize('NFKC') === id && when === year)?.[2] ?? Number.NaN);
const columnOf = ({ dataset }: DatasetRead, year: number, fact: string, size: number): number[] => [
  ...(dataset?.facts.get(year)?.get(fact)?.values ?? new Float64Array(size).fill(Number.NaN)),
];

test('[R77] subjects are those of the year in the order of their bytes, each with its own values, whatever the order of rows and files', () => {
  let several = 0;
  fc.assert(
    fc.property(rows, rows, fc.boolean(), fc.boolean(), (one, other, sorted, swapped) => {
      const order = (given: Given): Given =>
        sorted
          ? [...given].sort(([a], [b]) => Buffer.compare(Buffer.from(a.normalize('NFKC')), Buffer.from(b.normalize('NFKC'))))
          : given;
      const tables = [table('a.csv', '得数', order(one)), table('b.csv', '另数', order(other))];
      const read = readTables(scheme, swapped ? tables.reverse() : tables, { year: 2022 });
      const ids = [...new Set([...one, ...other].filter(([, year]) => year === 2022).map(([id]) => id.normalize('NFKC')))].sort(
        (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)),
      );
      if (ids.length === 0) {
        expect(read.dataset).toBe(undefined);
        return;
      }
      if (ids.length > 3) several++;
      expect(read.dataset?.subjects).toEqual(ids);
      expect(read.dataset?.names).toEqual(ids.map((id) => (id === 'E3' ? 'E3' : `名${id}`)));
      for (const year of [2021, 2022]) {
        expect(columnOf(read, year, 'v', ids.length)).toEqual(valuesOf(one, ids, year));
        expect(columnOf(read, year, 'u', ids.length)).toEqual(valuesOf(other, ids, year));
      }
      const before = new Set([...one, ...other].map(([id]) => id.normalize('NFKC')).filter((id) => !ids.includes(id)));
      const told = read.findings.find(({ code }) => code === 'only_earlier_years')?.message;
      expect(told?.startsWith(`${before.size} 个`) ?? false).toBe(before.size > 0);
    }),
    { seed: 77, numRuns: runs },
  );
  console.log(`subjects of two tables: seed 77, ${runs} pairs, ${several} with more than three subjects`);
  expect(several).toBeGreaterThan(runs / 4);
});

test('[R77] a place of every value stays known when the tables are gone; a subject without a row has none', () => {
  const one: Given = [
    ['E2', 2022, 1],
    ['E1', 2022, 2],
    ['E1', 2021, 3],
  ];
  const { dataset } = readTables(scheme, [table('a.csv', '得数', one), table('b.csv', '另数', [['E2', 2022, 4]])], {
    year: 2022,
  });
  expect(['v', 'u'].flatMap((fact) => [0, 1].map((row) => dataset?.source(fact, 2022, row)))).toEqual([
    'a.csv!D3',
    'a.csv!D2',
    null,
    'b.csv!D2',
  ]);
  expect(dataset?.source('v', 2021, 0)).toBe('a.csv!D4');
  expect(dataset?.source('v', 2021, 1)).toBe(null);
});
