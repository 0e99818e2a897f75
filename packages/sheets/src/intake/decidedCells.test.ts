/** Decisions about single cells: kept while the cell says what it said, refused where they do not fit, never silent. */
import { describe, expect, it } from 'vitest';
import { readMapping, readTables, type Term, writeMapping, writeWorkbook } from '../index.js';

const code = '91120113550399693Q';
const other = '911201127612605019';
const terms: readonly Term[] = [
  { id: 'tax_paid', term: '实缴税金', also: [], unit: '万元', type: 'number', mustBe: 'not_negative' },
  { id: 'founded', term: '成立日期', also: [], type: 'date' },
];
const table = (tax: string): Uint8Array =>
  new TextEncoder().encode(
    `统一社会信用代码,企业名称,实缴税金(万元),成立日期\n${code},甲公司,${tax},2010-01-01\n${other},乙公司,5,2011-01-01\n`,
  );
const read = async (tax: string, cells: object) => {
  const decided = readMapping(JSON.stringify({ 版本: 1, 列: {}, 格: cells }), '对列.json');
  expect(decided.findings).toEqual([]);
  const { tables, findings } = await readTables(table(tax), 'a.csv', { vocabulary: terms, cells: decided.cells });
  return {
    row: tables[0]?.rows[0],
    rejected: tables[0]?.rejected,
    said: findings.map(({ code: name, where }) => [name, where.cell]),
  };
};

describe('逐格的决定', () => {
  it('[R95] [ALL-5] 不用: the figure is missing, never zero, and its row is taken', async () => {
    const without = await read('约五百', {});
    expect([without.rejected?.length, without.said]).toEqual([1, [['number_not_exact', 'C2']]]);
    const { row, rejected, said } = await read('约五百', { C2: { 取: '不用', 原值: '约五百' } });
    expect([row, rejected, said]).toEqual([[code, '甲公司', '缺', '2010-01-01'], [], [['cell_decided_missing', 'C2']]]);
  });

  it('按另一个单位: read in it and converted to the unit of the column, to the last digit', async () => {
    const { row, said } = await read('31870123.45', { C2: { 单位: '元', 原值: '31870123.45' } });
    expect([row?.[2], said]).toEqual([3187.012345, [['cell_decided_unit', 'C2']]]);
  });

  it('a decision about another text is not carried out, whatever it says', async () => {
    for (const decision of [{ 取: '不用' }, { 取: '照用' }, { 单位: '元' }]) {
      const { row, said } = await read('600', { C2: { ...decision, 原值: '500' } });
      expect([row?.[2], said]).toEqual([600, [['cell_decision_outdated', 'C2']]]);
    }
  });

  it('who the row is about, what cannot be read, and a unit of another kind are not decided by cell', async () => {
    expect((await read('600', { A2: { 取: '不用', 原值: code } })).said).toEqual([['cell_decision_unfit', 'A2']]);
    expect((await read('600', { C2: { 单位: '亩', 原值: '600' } })).said).toEqual([['cell_decision_unfit', 'C2']]);
    const unreadable = await read('约五百', { C2: { 取: '照用', 原值: '约五百' } });
    expect(unreadable.said).toEqual([
      ['cell_decision_unfit', 'C2'],
      ['number_not_exact', 'C2'],
    ]);
    expect(unreadable.rejected).toHaveLength(1);
  });

  it('a cell of another sheet is another cell', async () => {
    const rows = [[code, 600]];
    const columns = [{ header: '统一社会信用代码' }, { header: '实缴税金(万元)' }];
    const bytes = await writeWorkbook([
      { name: '规上', columns, rows },
      { name: '规下', columns, rows },
    ]);
    const { cells } = readMapping('{"列":{},"格":{"规下!B2":{"取":"不用","原值":"600"}}}', 'm.json');
    const { tables } = await readTables(bytes, 'a.xlsx', { vocabulary: terms, cells });
    expect(tables.map((one) => one.rows[0]?.[1])).toEqual([600, '缺']);
  });

  it('照用: a figure that looks like another unit is asked about once and then no more', async () => {
    const row = (n: number, tax: number): string => `${String(n).padStart(9, '0')},企业${n},${tax},2010-01-01`;
    const rows = Array.from({ length: 60 }, (_, n) => row(n + 1, n === 30 ? 5_000_000 : 400 + 7 * n));
    const bytes = new TextEncoder().encode(`企业编码,企业名称,实缴税金(万元),成立日期\n${rows.join('\n')}\n`);
    const asked = await readTables(bytes, 'a.csv', { vocabulary: terms });
    const slips = (all: typeof asked) =>
      all.findings.filter(({ code: name }) => name === 'unit_slip_row').map(({ where }) => where.cell);
    expect(slips(asked)).toEqual(['C32']);
    const { cells } = readMapping('{"列":{},"格":{"C32":{"取":"照用","原值":"5000000"}}}', 'm.json');
    const settled = await readTables(bytes, 'a.csv', { vocabulary: terms, cells });
    expect(slips(settled)).toEqual([]);
    expect(settled.findings.map(({ code: name }) => name)).toContain('cell_decided_as_is');
    expect(settled.tables[0]?.rows[30]?.[2]).toBe(5_000_000);
  });

  it('questions are written without an answer, and read as none', () => {
    const written = writeMapping([], [{ sheet: '规上', cell: 'C32', was: '5000000', question: '是否应为 500？' }]);
    expect(JSON.parse(written)).toEqual({
      版本: 1,
      列: {},
      格: { '规上!C32': { 取: null, 原值: '5000000', 疑点: '是否应为 500？' } },
    });
    expect(readMapping(written, 'm.json')).toMatchObject({ findings: [], cells: new Map() });
  });

  it.each([
    ['{"列":{},"格":[]}', 'mapping_unreadable'],
    ['{"列":{},"格":{"C2":{"取":"删除","原值":"1"}}}', 'mapping_cell_unreadable'],
    ['{"列":{},"格":{"C2":{"取":"不用"}}}', 'mapping_cell_unreadable'],
    ['{"列":{},"格":{"C2":{"单位":"斗","原值":"1"}}}', 'mapping_cell_unreadable'],
    ['{"列":{},"格":{"C2":{"取":"照用","单位":"元","原值":"1"}}}', 'mapping_cell_unreadable'],
  ])('%s is refused: %s', (json, name) => {
    expect(readMapping(json, 'm.json').findings.map(({ code: one }) => one)).toEqual([name]);
  });
});
