/** Archives and sheets that are made to hurt, and honest ones at both sides of every limit. */
import { intakeLimits, type Limits, readBook, readTables } from '@muheng/sheets';
import { describe, expect, it } from 'vitest';
import { lettersOf, type Part, rowOf, workbookOf, workbookParts, zipOf } from './archive.js';

const header = rowOf(1, ['企业名称', '值']);
const sheet = `<sheetData>${header}${rowOf(2, ['甲', 1])}</sheetData>`;
const parts = workbookParts({ sheet });
const filler = (count: number): Part[] => Array.from({ length: count }, (_, at) => ({ name: `xl/media/${at}.txt`, text: '' }));
const codesOf = async (bytes: Uint8Array, limits?: Limits): Promise<string[]> =>
  (await readTables(bytes, 'a.xlsx', limits === undefined ? {} : { limits })).findings.map(({ code }) => code);
const withSheet = (change: Part['lie'] & object): Uint8Array =>
  zipOf(parts.map((part) => (part.name.endsWith('sheet1.xml') ? { ...part, lie: change } : part)));

describe('archives', () => {
  it.each([
    ['1 000 entries', zipOf([...parts, ...filler(1_000 - parts.length)]), []],
    ['1 001 entries', zipOf([...parts, ...filler(1_001 - parts.length)]), ['archive_too_many_entries']],
    ['a declared size above the limit', withSheet({ size: 0xfffffff0 }), ['archive_too_large']],
    ['a part larger than declared', withSheet({ size: 20 }), ['archive_lies']],
    ['a part smaller than declared', withSheet({ size: 20_000 }), ['archive_lies']],
    ['a wrong checksum', withSheet({ crc: 1 }), ['archive_lies']],
    ['two names for one part', withSheet({ localName: 'xl/worksheets/other1.xml' }), ['archive_lies']],
    ['one name for two parts', zipOf([...parts, parts[4]!]), ['archive_lies']],
    ['a method nobody uses', withSheet({ method: 9 }), ['archive_method']],
    [
      'a symbolic link',
      zipOf([...parts, { name: 'xl/link', text: '/etc/passwd', lie: { attributes: 0xa1ff0000 } }]),
      ['archive_path'],
    ],
    ['a path upwards', zipOf([...parts, { name: '../../evil', text: 'x' }]), ['archive_path']],
    ['a path upwards in Windows writing', zipOf([...parts, { name: 'xl\\..\\..\\evil', text: 'x' }]), ['archive_path']],
    ['an absolute path', zipOf([...parts, { name: '/etc/passwd', text: 'x' }]), ['archive_path']],
    ['a drive', zipOf([...parts, { name: 'C:/x', text: 'x' }]), ['archive_path']],
    ['an encrypted part', withSheet({ flags: 1 }), ['file_encrypted']],
    ['a comment', zipOf(parts, 'made by hand'), []],
  ])('[R27] %s', async (_name, bytes, codes) => {
    expect(await codesOf(bytes)).toEqual(codes);
  });

  it('[R27] a bomb is refused at its ratio or its size, counted while inflating', async () => {
    const zeros = `<sheetData>${rowOf(1, ['id'])}</sheetData><extLst>${' '.repeat(40_000_000)}</extLst>`;
    const bomb = workbookOf({ sheet: zeros });
    expect(bomb.length).toBeLessThan(60_000);
    const times: number[] = [];
    for (let turn = 0; turn < 5; turn++) {
      const before = performance.now();
      expect(await codesOf(bomb)).toEqual(['archive_ratio']);
      times.push(performance.now() - before);
    }
    console.log(`bomb: ${bomb.length} bytes for 40 000 000, refused in ${Math.round(Math.min(...times))} ms at best`);
    expect(Math.min(...times)).toBeLessThan(200);
    expect(await codesOf(bomb, { ...intakeLimits, ratio: 100_000, inflatedBytes: 20_000_000 })).toEqual(['archive_too_large']);
  });

  it('[R27] entries that share their bytes are refused', async () => {
    const bytes = zipOf([...parts, { name: 'xl/a.txt', text: 'x'.repeat(500) }, { name: 'xl/b.txt', text: 'x'.repeat(500) }]);
    const view = Buffer.from(bytes);
    const last = view.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
    const previous = view.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'), last - 1);
    const name = 'xl/b.txt'.length;
    view.writeUInt32LE(view.readUInt32LE(previous + 42), last + 42);
    view.write('xl/a.txt', last + 46, name, 'latin1');
    expect(await codesOf(new Uint8Array(view))).toEqual(['archive_lies']);
  });

  it.each([
    ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
    [
      'a thousand laughs',
      `<!DOCTYPE a [${Array.from({ length: 10 }, (_, at) => `<!ENTITY l${at} "${`&l${at - 1};`.repeat(10)}">`).join('')}]>`,
    ],
    ['a bare declaration behind a long comment', `<?xml version="1.0"?><!--${'x'.repeat(100_000)}--><!DOCTYPE worksheet>`],
    ['a declaration in lower case', '<!doctype a>'],
  ])('[R27] %s is refused, in any part', async (_name, prologue) => {
    expect(await codesOf(workbookOf({ sheet, prologue }))).toEqual(['xml_doctype']);
    expect(await codesOf(zipOf([...parts, { name: 'docProps/app.xml', text: `${prologue}<a/>` }]))).toEqual(['xml_doctype']);
    expect(await codesOf(workbookOf({ sheet, shared: `${prologue}<sst/>` }))).toEqual(['xml_doctype']);
  });
});

describe('sheets', () => {
  const limits: Limits = { ...intakeLimits, rows: 200_000 };

  it('[R28] huge references, merges over everything, a wrong dimension and far cells cost nothing', async () => {
    const merges = `<mergeCells>${'<mergeCell ref="A3:XFD1048576"/>'.repeat(1_000)}</mergeCells>`;
    const far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    const bytes = workbookOf({
      sheet: `<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" hidden="1"/></cols><sheetData>${header}${rowOf(2, ['甲', 1])}${far}</sheetData>${merges}`,
    });
    const before = performance.now();
    const { tables, findings } = await readTables(bytes, 'a.xlsx');
    expect(performance.now() - before).toBeLessThan(2_000);
    expect(tables[0]?.rows).toEqual([['甲', 1]]);
    expect(findings.map(({ code, where }) => `${code} ${where.cell ?? where.row ?? ''}`)).toEqual([
      'cells_far_away XFD1048576',
      'columns_hidden ',
    ]);
  });

  it('[R28] a cell far below is left out and told', async () => {
    const { tables, findings } = await readTables(
      workbookOf({ sheet: `<sheetData>${header}${rowOf(2, ['甲', 1])}${rowOf(1_048_576, ['x'])}</sheetData>` }),
      'a.xlsx',
    );
    expect(tables[0]?.rows.length).toBe(1);
    expect(findings).toMatchObject([{ code: 'rows_far_away', where: { row: 1_048_576 } }]);
  });

  it.each([
    ['a row beyond the last', '<row r="1048577"><c r="A1048577"><v>1</v></c></row>'],
    ['a column beyond the last', '<row r="3"><c r="XFE3"><v>1</v></c></row>'],
    ['rows backwards', '<row r="1"><c r="A1"><v>1</v></c></row>'],
    ['a cell of another row', '<row r="3"><c r="A4"><v>1</v></c></row>'],
    ['a cell twice', '<row r="3"><c r="A3"><v>1</v></c><c r="A3"><v>2</v></c></row>'],
    ['a reference that is none', '<row r="3"><c r="3A"><v>1</v></c></row>'],
    ['a shared text that is not there', '<row r="3"><c r="A3" t="s"><v>5</v></c></row>'],
  ])('[R29] %s is refused', async (_name, row) => {
    expect(await codesOf(workbookOf({ sheet: `<sheetData>${header}${rowOf(2, ['甲', 1])}${row}</sheetData>` }))).toEqual([
      'sheet_reference_bad',
    ]);
  });

  it('[R29] 200 000 rows are read and 200 001 refused', async () => {
    const rows = (count: number): string =>
      Array.from({ length: count }, (_, at) => `<row r="${at + 2}"><c r="A${at + 2}"><v>${at}</v></c></row>`).join('');
    const read = await readTables(workbookOf({ sheet: `<sheetData>${header}${rows(200_000)}</sheetData>` }), 'a.xlsx', {
      limits,
    });
    expect(read.tables[0]?.dataRows).toBe(200_000);
    expect(await codesOf(workbookOf({ sheet: `<sheetData>${header}${rows(200_001)}</sheetData>` }), limits)).toEqual([
      'sheet_too_many_rows',
    ]);
    const csv = (count: number): Uint8Array => new TextEncoder().encode(`企业名称,值\n${'1,2\n'.repeat(count)}`);
    expect((await readTables(csv(200_000), 'a.csv', { rowsPerSubject: 'one' })).tables[0]?.dataRows).toBe(200_000);
    expect((await readTables(csv(200_001), 'a.csv')).findings.map(({ code }) => code)).toEqual(['sheet_too_many_rows']);
  });

  it('[R29] 500 columns are read and 501 refused', async () => {
    const wide = (count: number): Uint8Array =>
      workbookOf({
        sheet: `<sheetData>${rowOf(
          1,
          Array.from({ length: count }, (_, at) => `列${lettersOf(at)}`),
        )}${rowOf(
          2,
          Array.from({ length: count }, (_, at) => at),
        )}</sheetData>`,
      });
    const { tables, findings } = await readTables(wide(500), 'a.xlsx');
    expect(findings).toEqual([]);
    expect(tables[0]?.header.length).toBe(500);
    expect(tables[0]?.rows[0]?.[499]).toBe(499);
    expect(await codesOf(wide(501))).toEqual(['sheet_too_many_columns']);
    expect(
      (await readTables(new TextEncoder().encode(`${'a,'.repeat(500)}a\n${'1,'.repeat(500)}1\n`), 'a.csv')).findings.map(
        ({ code }) => code,
      ),
    ).toEqual(['sheet_too_many_columns']);
  });

  it.each([
    ['inline', (text: string) => workbookOf({ sheet: `<sheetData>${header}${rowOf(2, [text, 1])}</sheetData>` })],
    [
      'shared',
      (text: string) =>
        workbookOf({
          sheet: `<sheetData>${header}<row r="2"><c r="A2" t="s"><v>0</v></c></row></sheetData>`,
          shared: `<sst><si><t>${text}</t></si></sst>`,
        }),
    ],
    ['csv', (text: string) => new TextEncoder().encode(`企业名称,值\n${text},1\n`)],
  ])('[R29] 32 767 letters in a cell are read and one more refused: %s', async (_name, make) => {
    expect((await readTables(make('x'.repeat(32_767)), 'a.xlsx')).tables[0]?.rows[0]?.[0]).toHaveLength(32_767);
    expect(
      (await readTables(make('x'.repeat(32_768)), 'a.xlsx')).findings.map(({ code, where }) => [code, where.cell]),
    ).toContainEqual(['sheet_cell_too_long', 'A2']);
  });

  it('[R29] an honest file of 5 000 enterprises with more than 1 000 shared texts imports', async () => {
    const texts = Array.from({ length: 5_000 }, (_, at) => `<si><t>虚构${at}有限公司</t></si>`).join('');
    const rows = Array.from(
      { length: 5_000 },
      (_, at) => `<row r="${at + 2}"><c r="A${at + 2}" t="s"><v>${at}</v></c><c r="B${at + 2}"><v>${at}</v></c></row>`,
    ).join('');
    const { tables } = await readTables(
      workbookOf({ sheet: `<sheetData>${header}${rows}</sheetData>`, shared: `<sst>${texts}</sst>` }),
      'a.xlsx',
    );
    expect(tables[0]?.rows[4_999]).toEqual(['虚构4999有限公司', 4_999]);
  });

  it('[R29] limits on cells, shared text and sheets hold', async () => {
    const bytes = workbookOf({ sheet, shared: `<sst>${'<si><t>abc</t></si>'.repeat(100)}</sst>` });
    expect((await readBook(bytes, 'a.xlsx', { ...intakeLimits, cells: 4 })).findings).toEqual([]);
    expect((await readBook(bytes, 'a.xlsx', { ...intakeLimits, cells: 3 })).findings.map(({ code }) => code)).toEqual([
      'sheet_too_many_cells',
    ]);
    expect((await readBook(bytes, 'a.xlsx', { ...intakeLimits, sharedText: 1_000 })).findings.map(({ code }) => code)).toEqual([
      'sheet_text_too_much',
    ]);
    expect((await readBook(bytes, 'a.xlsx', { ...intakeLimits, sheets: 0 })).findings.map(({ code }) => code)).toEqual([
      'sheet_too_many_sheets',
    ]);
    expect((await readBook(new Uint8Array(20), 'a.csv', { ...intakeLimits, plainBytes: 10 })).findings.length).toBe(1);
    expect(
      (await readBook(new TextEncoder().encode('id,值\n'), 'a.csv', { ...intakeLimits, plainBytes: 5 })).findings.map(
        ({ code }) => code,
      ),
    ).toEqual(['file_too_large']);
  });

  it('[R28] tags and texts without an end are refused before they fill the memory', async () => {
    const loose = { ...intakeLimits, ratio: 1e9 };
    expect(
      await codesOf(
        workbookOf({ sheet: `<sheetData><row r="1"><c r="A1"><v>${'1'.repeat(3_000_000)}</v></c></row></sheetData>` }),
        loose,
      ),
    ).not.toEqual([]);
    expect(await codesOf(workbookOf({ sheet: `<a ${' '.repeat(5_000_000)}` }), loose)).toEqual(['file_not_readable']);
    expect(await codesOf(workbookOf({ sheet: '<sheetData><row>' }))).toEqual(['file_not_readable']);
    expect(await codesOf(workbookOf({ sheet: '</worksheet></worksheet>' }))).toEqual(['file_not_readable']);
  });
});
