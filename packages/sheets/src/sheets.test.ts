import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { goodRowsOf, readTable, readTables, type Term } from './index.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('one plain table', () => {
  it('reads UTF-8 with BOM, comment lines above the header and blank rows below', async () => {
    const { table, findings } = await readTable(utf8('\ufeff# 来源\nid,税收(万元)\n甲,1.5\n乙,\n,\n'), 'a.csv');
    expect(findings).toEqual([]);
    expect(table?.header).toEqual(['id', '税收(万元)']);
    expect(table?.rows).toEqual([
      ['甲', '1.5'],
      ['乙', null],
    ]);
    expect(table?.firstRow).toBe(3);
  });

  it('keeps rows where the file has them, totals too', async () => {
    const { table } = await readTable(utf8('id,税收\n甲,1\n\n乙,2\n合计,3\n'), 'a.csv');
    expect(table?.rows).toEqual([['甲', '1'], [], ['乙', '2'], ['合计', '3']]);
  });

  it('reads GB18030 with four-byte characters and says so', async () => {
    const { table, findings } = await readTable(new Uint8Array(iconv.encode('id,名称\n1,𬭎㛃公司\n', 'gb18030')), 'b.csv');
    expect(table?.rows).toEqual([['1', '𬭎㛃公司']]);
    expect(findings.map((finding) => finding.code)).toEqual(['text_read_as_gb18030']);
  });

  it.each([
    ['nothing', new Uint8Array(), 'file_empty'],
    ['a broken container', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 1, 2), 'file_not_readable'],
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

const terms: Term[] = [
  { id: 'tax_paid', term: '实缴税金', also: [], type: 'number', unit: '万元', mustBe: 'any' },
  { id: 'land_used', term: '用地面积', also: [], type: 'number', unit: '㎡', mustBe: 'positive' },
  { id: 'founded', term: '成立日期', also: [], type: 'date' },
];
const codes = [
  '91120113550399693Q',
  '91410923581749967U',
  '91410482395881454M',
  '91320621MA1MXW0Y42',
  '91440300708461136T',
] as const;

describe('a department file', () => {
  const text = [
    '某区规上工业企业税收情况表,,,,',
    '填报单位：税务局,,,单位：万元,',
    '统一社会信用代码,企业名称,成立日期,实缴税金,用地面积(亩)',
    `${codes[0]},甲公司,2001年5月6日,"1,200.50",10`,
    `${codes[1]},乙公司,03/04/2025,3,10`,
    '小计,,,1203.5,20',
    '统一社会信用代码,企业名称,成立日期,实缴税金,用地面积(亩)',
    `${codes[2]},丙公司,20250301,-,0`,
    `${codes[3]},丁公司,长期,1.2亿,约5`,
    '11010519491231002X,戊,,1,1',
    `${codes[4]},己公司,2025-03-01,，5,`,
    ',,,1204.5,21',
    '合  计,,,1204.5,21',
    '注：数据截至2025年3月。,,,,',
  ].join('\n');

  it('[R95] [R69] [R80] every trouble is named with its cell and rejects its row; the rest is read', async () => {
    const { tables, findings } = await readTables(utf8(text), 'a.csv', { vocabulary: terms });
    const [table] = tables;
    expect(table?.header).toEqual(['统一社会信用代码', '企业名称', '成立日期', '实缴税金（万元）', '用地面积（亩）']);
    expect(table?.firstRow).toBe(4);
    expect(table?.rows[0]).toEqual([codes[0], '甲公司', '2001-05-06', 1200.5, 10]);
    expect(table?.rows[2]).toEqual([]);
    expect(table?.leftOut.map(({ row, why }) => [row, why])).toEqual([
      [6, 'total_by_word'],
      [7, 'repeated_header'],
      [12, 'total_by_sum'],
      [13, 'total_by_word'],
      [14, 'footnote'],
    ]);
    expect(findings.filter(({ severity }) => severity === 'error').map(({ code, where }) => `${where.cell} ${code}`)).toEqual([
      'C5 date_order_ambiguous',
      'E8 number_not_positive',
      'D9 number_suffix_ambiguous',
      'E9 number_not_exact',
      'A10 code_is_person_id',
      'D11 number_unreadable',
    ]);
    expect(table?.rejected.map(({ row }) => row)).toEqual([5, 8, 9, 10, 11]);
    expect(JSON.stringify([findings, tables])).not.toContain('19491231');
  });

  it('[R95] blank is not 0: a mark becomes 缺 and is counted, a blank stays blank', async () => {
    const { tables, findings } = await readTables(
      utf8(`统一社会信用代码,实缴税金(万元)\n${codes[0]},-\n${codes[1]},/\n${codes[2]},无\n${codes[3]},\n${codes[4]},0\n`),
      'a.csv',
      { vocabulary: terms },
    );
    expect(tables[0]?.rows.map((row) => row[1])).toEqual(['缺', '缺', '缺', null, 0]);
    expect(findings.map(({ code, where, message }) => [code, where.cell, /“实缴税金”有 1 格写“(.)”/.exec(message)?.[1]])).toEqual(
      [
        ['number_mark', 'B2', '-'],
        ['number_mark', 'B3', '/'],
        ['number_mark', 'B4', '无'],
        ['number_blank', 'B5', undefined],
      ],
    );
  });

  it('[R95] in a column of which nothing is made it is asked about and taken as 缺; the row stays. Its code always rejects', async () => {
    const who: Term[] = [
      { id: 'credit_code', term: '统一社会信用代码', also: [], type: 'text' },
      { id: 'enterprise_name', term: '企业名称', also: [], type: 'text' },
    ];
    const idle = [...who, ...terms].map((term): Term => ({ ...term, unused: true }));
    const { tables, findings } = await readTables(utf8(text), 'a.csv', { vocabulary: idle });
    const [table] = tables;
    const said = findings.filter(({ code }) => code === 'cell_unused_unreadable');
    expect(said.map(({ where, severity }) => [where.cell, severity])).toEqual(
      ['C5', 'E8', 'D9', 'E9', 'D11'].map((cell) => [cell, 'warning']),
    );
    expect(said[0]?.message).toBe(
      '“成立日期”中的“03/04/2025”分不清年月日的先后；办法没有规则用到“成立日期”，这一格按缺数据处理，不当作零，这一行照收。',
    );
    expect(table?.rows[1]).toEqual([codes[1], '乙公司', '缺', 3, 10]);
    expect(table?.rejected).toEqual([{ row: 10, reasons: ['code_is_person_id'] }]);
    const own = await readTables(utf8(text), 'a.csv', { vocabulary: terms });
    expect(own.tables[0]?.rejected.length).toBe(5);
    expect(own.findings.some(({ code }) => code === 'cell_unused_unreadable')).toBe(false);
  });

  it('good rows alone are taken only when asked for', async () => {
    const { tables } = await readTables(utf8(text), 'a.csv', { vocabulary: terms });
    const good = goodRowsOf(tables[0]!);
    expect(good.rows.filter((row) => row.length > 0).map((row) => row[0] ?? '')).toEqual([codes[0]]);
    expect(good.rejected).toEqual([]);
    expect(good.dataRows).toBe(tables[0]!.dataRows - 5);
  });

  it('sums without words are totals only when they lack a code and add up in figures that are no chance', async () => {
    const rows = [`${codes[0]},1200.51,10.5`, `${codes[1]},3333.17,20.25`, ',4533.68,30.75', `${codes[2]},4533.68,30.75`];
    const { tables } = await readTables(utf8(`统一社会信用代码,实缴税金(万元),用地面积(亩)\n${rows.join('\n')}\n`), 'a.csv', {
      vocabulary: terms,
    });
    expect(tables[0]?.leftOut).toEqual([{ row: 4, why: 'total_by_sum', shown: '4533.68' }]);
    const counts = await readTables(utf8('企业名称,甲数,乙数\n一厂,1,2\n二厂,1,1\n三厂,2,3\n'), 'b.csv', {});
    expect(counts.tables[0]?.leftOut).toEqual([]);
  });

  it('a code column without a name of its own is known by its content', async () => {
    const { tables, findings } = await readTables(
      utf8(`证号,实缴税金(万元)\n${codes.map((code, at) => `${code},${at}`).join('\n')}\n`),
      'a.csv',
      { vocabulary: terms },
    );
    expect(findings.map(({ code }) => code)).toEqual(['code_column_by_content']);
    expect(tables[0]?.columns[0]).toMatchObject({ how: 'content', term: { id: 'credit_code' } });
  });
});
