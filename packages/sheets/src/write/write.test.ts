import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Cell,
  csvBytes,
  type OutSheet,
  readBook,
  readTable,
  safeText,
  streamWorkbook,
  writeCsv,
  writeWorkbook,
} from '../index.js';

const numRuns = process.env.MUHENG_TIER === 'deep' ? 2_000 : 200;
const dangerous = /^[=+\-@\t\r\0]/;

/** Texts that begin like a formula, an apostrophe, full-width forms of them, and any others; white space around is not kept. */
const anyText = fc
  .tuple(
    fc.constantFrom('', '=', '+', '-', '@', "'", "''", '＝', '＋', '－', '＠', "'=", '=cmd|', '\t', '\r'),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )
  .map(([start, rest]) => start + rest)
  .filter(
    (text) =>
      text === text.trim() &&
      text !== '' &&
      !/[\p{Cc}\ufffe\uffff]/u.test(text) &&
      !/_x[0-9a-f]{4}_/i.test(text) &&
      text.normalize('NFC') === text,
  );
const anyRows = fc.array(fc.tuple(anyText, fc.double({ noNaN: true, noDefaultInfinity: true }), anyText), {
  minLength: 1,
  maxLength: 6,
});
const columns = ['id', '值', '备注'];

type Sheet = Pick<OutSheet, 'columns' | 'rows' | 'frozen'>;

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

describe('exports', () => {
  it('[R34] a workbook holds no formula, every dangerous text is neutralised, and reading it again gives what was written', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, async (rows) => {
        const bytes = await writeWorkbook([{ name: '结果', columns: columns.map((header) => ({ header })), rows }]);
        const { book } = await readBook(bytes, 'a.xlsx');
        for (const row of book?.sheets[0]?.rows ?? []) {
          expect(row.marks).toBeUndefined();
          for (const cell of row.cells) if (typeof cell === 'string') expect(cell.normalize('NFKC')).not.toMatch(dangerous);
        }
        const { table } = await readTable(bytes, 'a.xlsx');
        expect(table?.rows).toEqual(rows.map(([id, value, note]) => [id, value + 0, note]));
      }),
      { numRuns, seed: 34 },
    );
    console.log(`exports: seed 34, ${numRuns} workbooks and as many CSV files`);
  });

  it.each(['utf-8', 'gb18030'] as const)('[R34] the same holds for CSV in %s', async (encoding) => {
    await fc.assert(
      fc.asyncProperty(anyRows, async (rows) => {
        const { table } = await readTable(csvBytes({ columns, rows, encoding }), 'a.csv');
        expect(table?.rows.filter((row) => row.length > 0)).toEqual(rows.map(([id, value, note]) => [id, String(value), note]));
      }),
      { numRuns, seed: 35 },
    );
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['＝SUM(A1)', "'＝SUM(A1)"],
    ['@x', "'@x"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['\0x', "'\0x"],
    ['-5.2', "'-5.2"],
    ["'=1", "''=1"],
    ["O'Neil", "O'Neil"],
    ['甲公司', '甲公司'],
  ])('[R34] %j is written as %j', (text, written) => expect(safeText(text)).toBe(written));

  it('[R34] −5.2 stays a number, and what no cell can hold is blank', async () => {
    const { table } = await readTable(
      await writeWorkbook([
        {
          name: 'a',
          columns: [{ header: 'id' }, { header: '值' }],
          rows: [
            ['1', -5.2],
            ['2', Number.NaN],
          ],
        },
      ]),
      'a.xlsx',
    );
    expect(table?.rows[0]).toEqual(['1', -5.2]);
    expect(table?.rows[1]).toEqual(['2', null]);
  });

  it('[R35] CSV goes out with a mark, or in GB18030 without one', () => {
    expect([...writeCsv(['id'], [['甲']]).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect([...csvBytes({ columns: ['id'], rows: [['甲']], encoding: 'gb18030' })]).toEqual([
      0x69, 0x64, 13, 10, 0xbc, 0xd7, 13, 10,
    ]);
  });

  it('[R34] a title above does not hide the header; comment lines of a CSV are skipped', async () => {
    const bytes = await writeWorkbook([
      {
        name: '结果',
        title: ['某区评价结果', '数据年度 2024'],
        columns: columns.map((header) => ({ header })),
        rows: [['甲', 1, null]],
      },
    ]);
    expect((await readTable(bytes, 'a.xlsx')).table).toMatchObject({ header: columns, rows: [['甲', 1, null]], firstRow: 4 });
    expect((await readTable(writeCsv(columns, [['甲', 1, 'x']], ['来源', '=1']), 'a.csv')).table?.rows).toEqual([
      ['甲', '1', 'x'],
    ]);
  });

  it('[R34] a large sheet is streamed row by row, guarded the same way', async () => {
    const size = process.env.MUHENG_TIER === 'deep' ? 200_000 : 20_000;
    function* rows(): Generator<readonly Cell[]> {
      for (let at = 0; at < size; at++) yield [`编号${at}`, at / 4, at % 7 === 0 ? '=1+1' : null];
    }
    const bytes = await bytesOf(
      streamWorkbook({
        name: '大表',
        columns: [{ header: 'id' }, { header: '税收（万元）', format: '0.00' }, { header: '备注' }],
        rows: rows(),
      }),
    );
    const { table } = await readTable(bytes, 'big.xlsx');
    expect(table?.header).toEqual(['id', '税收（万元）', '备注']);
    expect(table?.rows.length).toBe(size);
    expect(table?.rows[7]).toEqual(['编号7', 1.75, '=1+1']);
    const { book } = await readBook(bytes, 'big.xlsx');
    expect(book?.sheets[0]?.rows[8]?.cells[2]).toBe("'=1+1");
  });

  it('[R34] rows of a stream are pulled as its bytes are read: the first bytes are there long before the last row is asked for', async () => {
    const size = 20_000;
    let pulled = 0;
    function* rows(): Generator<readonly Cell[]> {
      for (; pulled < size; pulled++) yield [`编号${pulled}`, pulled];
    }
    const reader = streamWorkbook({ name: '大表', columns: [{ header: 'id' }, { header: '值' }], rows: rows() }).getReader();
    await reader.read();
    expect(pulled).toBeLessThan(size / 2);
    await reader.cancel();
    expect(pulled).toBeLessThan(size / 2);
  });

  it.each([
    ['whole', 2, (sheet: Sheet) => writeWorkbook([{ ...sheet, name: '结果', title: ['某区评价结果'] }])],
    ['streamed', 1, (sheet: Sheet) => bytesOf(streamWorkbook({ ...sheet, name: '结果' }))],
  ])(
    '[R34] another reader sees the header of a workbook that is written %s: bold, coloured, with units, frozen in row %d; no formula',
    async (_, head, write) => {
      const sheet: Sheet = {
        columns: [{ header: '企业名称' }, { header: '实缴税金（万元）', format: '0.00' }, { header: '备注' }],
        rows: [
          ['=cmd|x', -5.2, '＝1+1'],
          ['甲', 1234.5, null],
        ],
        frozen: 2,
      };
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(Uint8Array.from(await write(sheet)).buffer);
      const read = book.getWorksheet('结果')!;
      expect(read.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: head });
      for (const [at, { header }] of sheet.columns.entries()) {
        const cell = read.getCell(head, at + 1);
        expect(cell.value).toBe(header);
        expect(cell.font).toMatchObject({ bold: true });
        expect(cell.fill).toMatchObject({ type: 'pattern', pattern: 'solid' });
      }
      const body = [1, 2].map((down) => [1, 2, 3].map((across) => read.getCell(head + down, across)));
      expect(body.map((row) => row.map(({ value }) => value))).toEqual([
        ["'=cmd|x", -5.2, "'＝1+1"],
        ['甲', 1234.5, null],
      ]);
      expect(body.flat().filter(({ type }) => type === ExcelJS.ValueType.Formula)).toEqual([]);
      expect(body[0]?.[1]?.numFmt).toBe('0.00');
      expect(body[0]?.[0]?.font?.bold ?? false).toBe(false);
    },
  );
});
