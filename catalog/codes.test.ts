/** Codes of industries and regions against the tables of the catalogue: chains, editions, and days. */
import { readFileSync } from 'node:fs';
import { industryTable, industryTableFrom, type RegionRow, readIndustry, readRegion } from '@muheng/sheets';
import { describe, expect, it } from 'vitest';

const textOf = (name: string): string => readFileSync(new URL(`tables/${name}`, import.meta.url), 'utf8');
const rowsOf = (name: string): string[][] =>
  textOf(name)
    .trimEnd()
    .split('\n')
    .slice(2)
    .map((line) => line.split(','));
const levels = [1, 2, 3, 4] as const;
const table = industryTableFrom(textOf('gbt4754-2017.csv'), textOf('gbt4754-2011-changes.csv'));
const industries = [...table.byCode.values()];
const read = (cell: string | number, edition: 2011 | 2017 = 2017) => readIndustry(table, cell, { edition });
const chain = (cell: string | number): string => {
  const reading = read(cell);
  return reading.kind === 'known' ? reading.chain.map(({ code, name }) => `${code}${name}`).join(' ← ') : reading.kind;
};
const why = (cell: string | number, edition: 2011 | 2017 = 2017): string => {
  const reading = read(cell, edition);
  return reading.kind === 'trouble' ? reading.why : reading.kind;
};

describe('industries', () => {
  it('[R82] the table is whole: 20, 97, 473, 1 382; mining is B06–12, manufacturing C13–43; industry has 41, 207, 666', () => {
    expect(levels.map((level) => industries.filter((row) => row.level === level).length)).toEqual([20, 97, 473, 1_382]);
    const divisions = (letter: string): string[] => industries.filter(({ parent }) => parent === letter).map(({ code }) => code);
    expect(divisions('B')).toEqual(['B06', 'B07', 'B08', 'B09', 'B10', 'B11', 'B12']);
    expect(divisions('C')).toEqual(Array.from({ length: 31 }, (_, at) => `C${13 + at}`));
    expect(
      levels.slice(1).map((level) => industries.filter((row) => row.level === level && /[BCD]/.test(row.code)).length),
    ).toEqual([41, 207, 666]);
  });

  it.each(['C3829', '3829', 'c3829', 'Ｃ３８２９', ' 38 29 ', 3829])('[R82] %s has the chain of C3829', (cell) => {
    expect(chain(cell)).toBe('C3829其他输配电及控制设备制造 ← C382输配电及控制设备制造 ← C38电气机械和器材制造业 ← C制造业');
  });

  it('[R82] letters and two to four digits are codes; a number that may have lost its zero, a wrong letter and unknown codes are refused', () => {
    expect(['C', 'B06', '061', '0610', '38'].map(chain).map((text) => text.split(' ← ').length)).toEqual([1, 2, 3, 4, 2]);
    expect([610, 'B3829', '9999', 'Z', '', '制造业', '38290', 'C0610'].map((cell) => why(cell))).toEqual([
      ...['zero_lost', 'letter_differs', 'unknown', 'not_a_code', 'not_a_code', 'not_a_code', 'not_a_code', 'letter_differs'],
    ]);
    expect(read('3828')).toMatchObject({
      kind: 'unlisted',
      code: 'C3828',
      chain: [{ code: 'C382' }, { code: 'C38' }, { code: 'C' }],
    });
  });

  it('[R82] a code of the 2011 edition is turned visibly where its meaning moved, and refused where no table says so', () => {
    expect(read('3660', 2011)).toMatchObject({
      kind: 'turned',
      from: { name: '汽车零部件及配件制造' },
      chains: [[{ code: 'C3670' }, {}, {}, {}]],
    });
    expect(read('3610', 2011)).toMatchObject({
      chains: [
        [{ code: 'C3611' }, {}, {}, {}],
        [{ code: 'C3612' }, {}, {}, {}],
        [{ code: 'C3620' }, {}, {}, {}],
      ],
    });
    expect(chain('3660')).toContain('汽车车身、挂车制造');
    expect(why('3829', 2011)).toBe('not_turned');
  });

  it('[R82] a table with a row that hangs in the air is refused', () => {
    expect(() => industryTable([{ code: 'C38', name: '', level: 2, parent: 'C' }])).toThrow(RangeError);
    expect(() => industryTable(industries, [{ code: '1', name: '', now: ['C9999'] }])).toThrow(RangeError);
    expect(() => industryTableFrom('# source\ncode,name,level,parent\nC,制造业,5,\n', '')).toThrow(RangeError);
  });
});

describe('regions', () => {
  const regions = rowsOf('regions.csv').map(
    ([code = '', name = '', from = '', to = '', into = '']): RegionRow => ({
      ...{ code, name, from, to, by: 'national' as const },
      into: into === '' ? [] : into.split(' '),
    }),
  );

  it('[R83] an abolished code is accepted to its last day, a new one from its first', () => {
    expect(readRegion(regions, '330104', '2021-03-10')).toMatchObject({ kind: 'known', row: { name: '杭州市江干区' } });
    expect(readRegion(regions, '330104', '2021-03-11')).toMatchObject({ kind: 'abolished', row: { into: ['330102', '330114'] } });
    expect(readRegion(regions, 330113, '2021-03-10').kind).toBe('not_yet');
    expect(readRegion(regions, '３３０１１３', '2021-03-11').kind).toBe('known');
    expect(readRegion(regions, '331021', '2022-12-31')).toMatchObject({ kind: 'abolished', row: { into: ['331083'] } });
    expect(readRegion(regions, '999999', '2022-12-31')).toEqual({ kind: 'unknown' });
  });

  it('[R83] what an abolished code went into is in the table on the day after', () => {
    for (const { to, into } of regions.filter((row) => row.to !== ''))
      for (const code of into) expect(readRegion(regions, code, `${Number(to.slice(0, 4)) + 1}-01-01`).kind).toBe('known');
  });

  it('[R83] areas of the office stand beside them with spans of their own; a code given again is told apart by the day', () => {
    const own = (name: string, from: string, to: string): RegionRow => ({ code: 'KF01', name, from, to, into: [], by: 'office' });
    const all = [...regions, own('东区开发区', '2019-01-01', '2020-12-31'), own('新东区', '2022-01-01', '')];
    expect(readRegion(all, 'KF01', '2020-12-31')).toMatchObject({ kind: 'known', row: { name: '东区开发区', by: 'office' } });
    expect(readRegion(all, 'KF01', '2021-06-01').kind).toBe('abolished');
    expect(readRegion(all, 'KF01', '2022-01-01')).toMatchObject({ row: { name: '新东区' } });
  });
});
