/** Cells of workbooks: formulas and their cached values, errors, dates of both calendars, hidden and merged things. */
import { readFileSync } from 'node:fs';
import { readBook, readTable, readTables, type Term } from '@muheng/sheets';
import { describe, expect, it } from 'vitest';
import { rowOf, workbookOf } from './archive.js';

const code = '91120113550399693Q';
const terms: Term[] = [
  { id: 'tax_paid', term: '实缴税金', also: [], type: 'number', unit: '万元' },
  { id: 'share', term: '份额', also: [], type: 'number', unit: '%' },
  { id: 'founded', term: '成立日期', also: [], type: 'date' },
];
const head = rowOf(1, ['统一社会信用代码', '实缴税金(万元)', '成立日期', '份额(%)']);
const styles =
  '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-804]yyyy&quot;年&quot;m&quot;月&quot;;@"/><numFmt numFmtId="165" formatCode="[h]:mm"/><numFmt numFmtId="166" formatCode="0.00&quot;d&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="31"/><xf numFmtId="164"/><xf numFmtId="10"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>';
const read = (rows: string, more: { workbook?: string; after?: string } = {}) =>
  readTables(
    workbookOf({
      sheet: `${more.after?.startsWith('<cols') === true ? more.after : ''}<sheetData>${head}${rows}</sheetData>${more.after?.startsWith('<merge') === true ? more.after : ''}`,
      styles,
      ...(more.workbook === undefined ? {} : { workbook: more.workbook }),
    }),
    'a.xlsx',
    { vocabulary: terms },
  );
const told = (
  findings: readonly { readonly code: string; readonly where: { readonly cell?: string; readonly row?: number } }[],
): string[] => findings.map(({ code: name, where }) => `${where.cell ?? where.row ?? ''} ${name}`);

describe('formulas', () => {
  it('[R31] are never computed: the stored result is used, stale or not, and shown by column and rows', async () => {
    const rows = [2, 3, 5].map((row) => `<row r="${row}"><c r="B${row}"><f>1+1</f><v>${row * 100}</v></c></row>`).join('');
    const { tables, findings } = await read(rows);
    expect(tables[0]?.rows.map((line) => line[1] ?? null)).toEqual([200, 300, null, 500]);
    expect(findings.find(({ code: name }) => name === 'cell_from_formula')?.message).toContain(
      'B 列有 3 格由公式得出（B2–B3、B5）',
    );
  });

  it('[R31] without a stored result reject their row; a shared formula and a link to another file use theirs', async () => {
    const { tables, findings } = await read(
      `<row r="2"><c r="A2" t="str"><f>[1]表!A1</f><v>${code}</v></c><c r="B2"><f t="shared" si="0"/><v>7</v></c></row><row r="3"><c r="B3"><f>A1</f></c></row><row r="4"><c r="B4" t="str"><f>""</f><v></v></c></row>`,
    );
    expect(tables[0]?.rows[0]?.slice(0, 2)).toEqual([code, 7]);
    expect(tables[0]?.rejected).toEqual([
      { row: 3, reasons: ['cell_formula_without_value'] },
      { row: 4, reasons: ['cell_formula_without_value'] },
    ]);
    expect(told(findings)).toContain('B3 cell_formula_without_value');
  });

  it('[R31] without a stored result are told once: the cell is not called blank as well', async () => {
    const row = (at: number, cell: string): string =>
      `<row r="${at}"><c r="A${at}" t="inlineStr"><is><t>${code}</t></is></c>${cell}</row>`;
    const rows = [2, 3, 4, 5, 6, 7, 8].map((at) => row(at, `<c r="B${at}"><v>${at}</v></c>`));
    const { findings } = await read(`${rows.join('')}${row(9, '<c r="B9"><f>A1</f></c>')}${row(10, '')}`);
    expect(told(findings).filter((line) => line.startsWith('B'))).toEqual(['B9 cell_formula_without_value', 'B10 number_blank']);
  });

  it('[R31] without a stored result in a plain table are 缺, each named, and not counted among those whose result was used', async () => {
    const sheet = `<sheetData>${head}<row r="2"><c r="A2" t="inlineStr"><is><t>${code}</t></is></c><c r="B2"><f>1+1</f></c><c r="D2"><f>1+1</f><v>2</v></c></row></sheetData>`;
    const { table, findings } = await readTable(workbookOf({ sheet }), 'a.xlsx');
    expect(table?.rows[0]?.slice(0, 4)).toEqual([code, null, null, 2]);
    expect(told(findings)).toEqual(['B2 cell_formula_taken_as_missing', 'D2 cell_from_formula']);
    expect(findings[0]).toMatchObject({ severity: 'warning', message: expect.stringContaining('“实缴税金(万元)”') });
  });

  it.each(['#REF!', '#DIV/0!', '#N/A', '#NAME?', '#NULL!', '#NUM!', '#VALUE!', '#SPILL!'])(
    '[R31] %s rejects its row and names the cell',
    async (name) => {
      const row = `<row r="2"><c r="A2" t="inlineStr"><is><t>${code}</t></is></c><c r="B2" t="e"><f>1/0</f><v>${name}</v></c></row>`;
      const { tables, findings } = await read(`${row}${rowOf(3, ['91410923581749967U', 5])}`);
      expect(tables[0]?.rejected).toEqual([{ row: 2, reasons: ['cell_error_value'] }]);
      expect(findings.find(({ code: one }) => one === 'cell_error_value')).toMatchObject({
        severity: 'error',
        where: { cell: 'B2', sheet: '表' },
        message: expect.stringContaining(name),
      });
      const plain = await readTable(workbookOf({ sheet: `<sheetData>${head}${row}</sheetData>` }), 'a.xlsx');
      expect(plain.table?.rows[0]?.[1]).toBeNull();
    },
  );

  it('[R31] an error in a column that nobody uses rejects nothing', async () => {
    const { tables } = await read(
      `<row r="2"><c r="A2" t="inlineStr"><is><t>${code}</t></is></c><c r="B2"><v>1</v></c><c r="F2" t="e"><v>#REF!</v></c></row>`,
    );
    expect(tables[0]?.rejected).toEqual([]);
  });
});

describe('numbers and dates of a workbook', () => {
  const cells = (row: number, style: number, value: number | string): string =>
    `<row r="${row}"><c r="A${row}" t="inlineStr"><is><t>${code}</t></is></c><c r="C${row}" s="${style}"><v>${value}</v></c></row>`;

  it.each([
    [45717, 1, '2025-03-01', []],
    [45717, 2, '2025-03-01', []],
    [45717, 3, '2025-03-01', []],
    [45717.5, 1, '2025-03-01', ['C2 date_time_dropped']],
    [45717, 0, '2025-03-01', ['C2 date_from_serial']],
    [61, 1, '1900-03-01', []],
    [59, 1, '1900-02-28', ['C2 date_before_march_1900']],
    [1, 1, '1900-01-01', ['C2 date_before_march_1900']],
    [60, 1, 60, ['C2 date_serial_60']],
    [0, 1, 0, ['C2 date_unreadable']],
    [-5, 1, -5, ['C2 date_unreadable']],
    [20250301, 0, '2025-03-01', []],
  ])('[R69] serial %d in style %d of the 1900 system is %j', async (value, style, expected, codes) => {
    const { tables, findings } = await read(cells(2, style, value));
    expect(tables[0]?.rows[0]?.[2]).toBe(expected);
    expect(told(findings)).toEqual(codes);
  });

  it.each([
    [44255, 1, '2025-03-01'],
    [59, 1, '1904-02-29'],
    [60, 1, '1904-03-01'],
    [0, 1, '1904-01-01'],
  ])('[R69] serial %d in style %d of the 1904 system is %s', async (value, style, expected) => {
    const { tables, findings } = await read(cells(2, style, value), { workbook: '<workbookPr date1904="1"/>' });
    expect(tables[0]?.rows[0]?.[2]).toBe(expected);
    expect(findings).toEqual([]);
  });

  it('[R95] a percentage format means per cent, a duration stays a number, a date among numbers is refused', async () => {
    const row = (at: number, cell: string): string =>
      `<row r="${at}"><c r="A${at}" t="inlineStr"><is><t>${code}</t></is></c>${cell}</row>`;
    const { tables, findings } = await read(
      row(2, '<c r="D2" s="4"><v>0.355</v></c>') +
        row(3, '<c r="B3" s="5"><v>1.5</v></c>') +
        row(4, '<c r="B4" s="6"><v>2</v></c>') +
        row(5, '<c r="B5" s="1"><v>45717</v></c>') +
        row(6, '<c r="B6" s="4"><v>2067.43</v></c>') +
        row(7, '<c r="B7"><v>1e999</v></c>'),
    );
    expect(tables[0]?.rows.slice(0, 3).map((line) => [line[1], line[3]])).toEqual([
      [null, 35.5],
      [1.5, null],
      [2, null],
    ]);
    expect(told(findings).filter((line) => /number_is|number_unit|error/.test(line))).toEqual([
      'B5 number_is_date',
      'B6 number_unit_differs',
      'B7 cell_error_value',
    ]);
    expect(findings.find(({ code: name }) => name === 'number_unit_differs')?.message).toContain('“206743%”');
  });

  it('[R80] a code that is a number is refused with what to do, whatever its format', async () => {
    const { tables, findings } = await read(
      `<row r="2"><c r="A2"><v>911201127612605019</v></c><c r="B2"><v>1</v></c></row>${rowOf(3, ['1.1E+17', 1])}`,
    );
    expect(told(findings)).toEqual(['A2 code_is_number', 'A3 code_scientific']);
    expect(findings[0]?.remedy).toContain('“文本”');
    expect(findings[0]?.message).not.toContain('911201127612605');
    expect(tables[0]?.rejected.map(({ row }) => row)).toEqual([2, 3]);
  });
});

describe('layout', () => {
  it('[R30] hidden sheets, rows and columns and merged headers are told', async () => {
    const book = await readBook(new Uint8Array(readFileSync(new URL('fixtures/python.xlsx', import.meta.url))), 'python.xlsx');
    expect(book.book?.sheets.map(({ name, visibility, rows }) => [name, visibility, rows.length])).toEqual([
      ['旧', 'hidden', 0],
      ['表', 'visible', 2],
    ]);
    const python = await readTables(
      new Uint8Array(readFileSync(new URL('fixtures/python.xlsx', import.meta.url))),
      'python.xlsx',
      { vocabulary: terms },
    );
    expect(python.tables[0]?.rows).toEqual([[null, code, '2025-03-01']]);
    expect(told(python.findings)).toEqual([' sheet_hidden']);
    const rows = `${rowOf(2, [code, 1])}<row r="3" hidden="1"><c r="A3" t="inlineStr"><is><t>91410923581749967U</t></is></c><c r="B3"><v>2</v></c></row>`;
    expect(told((await read(rows)).findings)).toEqual(['3 rows_hidden']);
    expect(
      told((await read(rowOf(2, [code, 1]), { after: '<cols><col min="2" max="2" hidden="true"/></cols>' })).findings),
    ).toEqual([' columns_hidden']);
    expect(
      told(
        (await read(rowOf(2, [code, 1, '2025-03-01', 3]), { after: '<mergeCells><mergeCell ref="B1:C1"/></mergeCells>' }))
          .findings,
      ),
    ).toContain(' header_merged');
  });

  it('[R30] two lines of merged headers are joined, a line of units and a line of numbers understood', async () => {
    const sheet = `<sheetData>${rowOf(1, ['某区税收情况表'])}${rowOf(2, ['统一社会信用代码', '税收', '', '用地面积'])}${rowOf(3, ['', '实缴税金', '增值税'])}${rowOf(4, ['', '万元', '万元', '亩'])}${rowOf(5, ['甲', 1, 2, 3])}${rowOf(6, [code, 10, 20, 30])}</sheetData><mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:C2"/><mergeCell ref="D2:D3"/></mergeCells>`;
    const { tables } = await readTables(workbookOf({ sheet }), 'a.xlsx', {
      vocabulary: [...terms, { id: 'land', term: '用地面积', also: [], type: 'number', unit: '㎡' }],
    });
    expect(tables[0]?.header).toEqual(['统一社会信用代码', '实缴税金（万元）', '税收-增值税（万元）', '用地面积（亩）']);
    expect(tables[0]?.rows).toEqual([[code, 10, 20, 30]]);
    expect(tables[0]?.firstRow).toBe(6);
  });
});
