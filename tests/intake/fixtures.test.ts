/** Every file of `fixtures/made/`, by other people's tools, is taken for what README.md says, with the findings it says. */
import { readdirSync, readFileSync } from 'node:fs';
import { readBook, readTables, type Term } from '@muheng/sheets';
import { describe, expect, it } from 'vitest';

const folder = new URL('fixtures/', import.meta.url);
const read = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`made/${encodeURIComponent(name)}`, folder)));
const vocabulary: readonly Term[] = [
  { id: 'tax_paid', term: '实缴税金', also: [], type: 'number', unit: '万元' },
  { id: 'founded_on', term: '成立日期', also: [], type: 'date' },
];

/** Name, what it is taken for, findings with their cells. */
const told = [...readFileSync(new URL('README.md', folder), 'utf8').matchAll(/^\| `([^`]+)` \|.*\| (\w+) \| ([^|]+) \|$/gm)].map(
  ([, name, kind, findings]) => ({ name: name ?? '', kind: kind ?? '', findings: findings?.trim() === '—' ? '' : findings }),
);

describe('files made by other tools', () => {
  it('[R26] are at least sixty, and each stands in the list', () => {
    expect(told.length).toBeGreaterThanOrEqual(60);
    expect(told.map(({ name }) => name).sort()).toEqual(readdirSync(new URL('made/', folder)).sort());
    console.log(`fixtures: ${told.length} files, ${told.filter(({ kind }) => kind === 'refused').length} refused`);
  });

  it.each(told)('[R26] [R30] [R31] [R35] $name is $kind', async ({ name, kind, findings }) => {
    const { kind: taken } = await readBook(read(name), name);
    const result = await readTables(read(name), name, { vocabulary });
    expect(taken ?? 'refused').toBe(kind);
    expect(result.findings.map(({ code, where }) => (where.cell === undefined ? code : `${code}@${where.cell}`)).join(' ')).toBe(
      findings,
    );
    if (kind === 'refused') {
      expect(result.tables).toEqual([]);
      expect(result.findings[0]?.message).toMatch(/\p{Script=Han}/u);
    }
  });

  it('[R26] one table comes out of every tool and format alike', async () => {
    const plain = [
      'exceljs-plain.xlsx',
      'xlsx-plain.xlsx',
      'xlsx-plain.xls',
      'xlsx.csv',
      'libreoffice-97.xls',
      'iconv-gb18030.csv',
    ];
    for (const name of [...plain, 'iconv-utf16.csv', 'libreoffice-template.xltx', 'libreoffice-gb18030.txt']) {
      const { tables } = await readTables(read(name), name, { vocabulary });
      expect(tables[0]?.rows, name).toEqual([
        ['91120113550399693Q', '虚构甲有限公司', 1200.5, '2001-05-06'],
        ['91410923581749967U', '虚构乙有限公司', -5.2, '1998-12-31'],
      ]);
    }
  });

  it('[R26] [R31] what Excel itself wrote is read as Excel shows it, alike in both formats', async () => {
    const cells = async (name: string): Promise<unknown> =>
      (await readBook(read(name), name)).book?.sheets.map((sheet) => [
        sheet.name,
        sheet.rows.map((row) => [row.row, ...row.cells]),
      ]);
    const clippy = [
      [1, 'name', 'value'],
      [2, 'Name', 'Clippy'],
      [3, 'Species', 'paperclip'],
      [4, 'Approx date of death', '2007-01-01'],
      [5, 'Weight in grams', 0.9],
    ];
    expect(await cells('excel-clippy.xlsx')).toContainEqual(['list-column', clippy]);
    expect(await cells('excel-clippy.xls')).toEqual(await cells('excel-clippy.xlsx'));
    expect(await cells('excel-geometry.xlsx')).toEqual([
      ['Sheet1', [3, 4, 5, 6].map((row) => [row, null, ...['B', 'C', 'D'].map((column) => `${column}${row}`)])],
    ]);
    const { book } = await readBook(read('excel-types.xlsx'), 'a.xlsx');
    const kinds = book?.sheets.map(({ rows }) => rows.slice(1).map(({ cells: [value] }) => value ?? null));
    expect(kinds).toEqual([
      [null, 0, 1, '2016-01-01', true, false, 'cabbage', 'true', 'F', 'False'],
      [null, true, false, '2014-12-23', '123456', 123456, 'cabbage'],
      [null, '2016-05-23', '2016-04-28 11:30:00', true, 'cabbage', 4.3, 39448],
      [null, 'cabbage', true, 1.3, '2016-09-24', 36436153],
    ]);
  });

  it('[R31] the stale result of a formula is used, the rows of errors are not', async () => {
    const { tables } = await readTables(read('exceljs-formulas.xlsx'), 'a.xlsx', { vocabulary });
    expect(tables[0]?.rows[0]?.[2]).toBe(999.25);
    expect(tables[0]?.rejected.map(({ row }) => row)).toEqual([3, 4, 5]);
  });
});
