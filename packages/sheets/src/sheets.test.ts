import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readTable, writeCsv, writeWorkbook } from './index.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('reading', () => {
  it('reads UTF-8 with BOM, comment lines above the header and blank rows below', async () => {
    const { table, findings } = await readTable(utf8('\ufeff# 来源\nid,税收(万元)\n甲,1.5\n乙,\n,\n'), 'a.csv');
    expect(findings).toEqual([]);
    expect(table?.header).toEqual(['id', '税收(万元)']);
    expect(table?.rows).toEqual([
      ['甲', '1.5'],
      ['乙', ''],
    ]);
    expect(table?.firstRow).toBe(3);
  });

  it('reads GB18030 with four-byte characters and says so', async () => {
    const { table, findings } = await readTable(new Uint8Array(iconv.encode('id,名称\n1,𬭎㛃公司\n', 'gb18030')), 'b.csv');
    expect(table?.rows).toEqual([['1', '𬭎㛃公司']]);
    expect(findings.map((finding) => finding.code)).toEqual(['text_read_as_gb18030']);
  });

  it.each([
    ['nothing', new Uint8Array(), 'file_empty'],
    ['an old .xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2), 'file_type_old_xls'],
    ['a broken archive', Uint8Array.of(0x50, 0x4b, 3, 4, 9, 9, 9), 'file_not_readable'],
    ['bytes that are no text', Uint8Array.of(1, 0, 2, 0, 255), 'file_type_unknown'],
    ['neither encoding', Uint8Array.of(0x69, 0x64, 0x0a, 0xff, 0xff), 'text_encoding_unknown'],
    ['only comments', utf8('# a\n\n'), 'sheet_without_header'],
  ])('refuses %s with its own words', async (_name, bytes, code) => {
    const { table, findings } = await readTable(bytes, 'x');
    expect(table).toBeUndefined();
    expect(findings.map((finding) => finding.code)).toContain(code);
  });
});

describe('writing', () => {
  it('writes a workbook that reads back the same, numbers as numbers, formula-like text neutralised', async () => {
    const rows = [
      ['甲', -5.2, '=1+1'],
      ['乙', null, '91120113550399693Q'],
    ];
    const bytes = await writeWorkbook([
      { name: '结果', title: ['标题'], columns: [{ header: 'id' }, { header: '值' }, { header: '备注' }], rows },
    ]);
    const { table } = await readTable(bytes, 'x.xlsx');
    expect(table?.header[0]).toBe('标题');
    expect(table?.rows).toEqual([
      ['id', '值', '备注'],
      ['甲', -5.2, "'=1+1"],
      ['乙', null, '91120113550399693Q'],
    ]);
  });

  it('writes CSV with a BOM and neutralises formula starts, also full-width ones', async () => {
    const { table } = await readTable(
      writeCsv(
        ['id', '备注'],
        [
          ['＝SUM', -1],
          ['@x', 2],
        ],
      ),
      'x.csv',
    );
    expect(table?.rows).toEqual([
      ["'＝SUM", '-1'],
      ["'@x", '2'],
    ]);
  });

  it('puts comment lines above a CSV header, and skips them when reading it back', async () => {
    const bytes = writeCsv(['id', '值'], [['甲', 1]], ['标题,含逗号', '两行\n合一']);
    expect(new TextDecoder().decode(bytes).split('\r\n').slice(0, 2)).toEqual(['"# 标题,含逗号"', '# 两行 合一']);
    const { table } = await readTable(bytes, 'x.csv');
    expect(table).toMatchObject({ header: ['id', '值'], rows: [['甲', '1']], firstRow: 4 });
  });

  it('colours only the cells that ask for it, and greys words among numbers, by another reader', async () => {
    const tint = (cell: unknown) => (cell === 'A类' ? { colour: '#0b5d3b', background: '#e3f4ea' } : undefined);
    const columns = [{ header: 'id' }, { header: '值', format: '#,##0.00' }, { header: '类别', tint }];
    const book = new ExcelJS.Workbook();
    const bytes = await writeWorkbook([
      {
        name: '结果',
        columns,
        rows: [
          ['甲', 1234.5, 'A类'],
          ['乙', '缺', 'B类'],
        ],
      },
    ]);
    await book.xlsx.load(bytes.slice().buffer);
    const sheet = book.getWorksheet('结果');
    expect(sheet?.getCell('B2')).toMatchObject({ value: 1234.5, numFmt: '#,##0.00' });
    expect(sheet?.getCell('B3').alignment).toMatchObject({ horizontal: 'right' });
    expect(sheet?.getCell('C2').fill).toMatchObject({ pattern: 'solid', fgColor: { argb: expect.stringContaining('E3F4EA') } });
    expect(sheet?.getCell('C3').fill).not.toMatchObject({ pattern: 'solid' });
  });
});
