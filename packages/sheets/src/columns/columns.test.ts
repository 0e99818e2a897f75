import { describe, expect, it } from 'vitest';
import { findTerm, readMapping, readTables, type Term, vocabularyOf, writeMapping, writeWorkbook } from '../index.js';

const terms: Term[] = [
  { id: 'tax_paid', term: '实缴税金', also: ['实际入库税金'], type: 'number', unit: '万元', mustBe: 'any' },
  { id: 'vat', term: '增值税入库', also: ['增值税'], type: 'number', unit: '万元' },
  { id: 'land_used', term: '用地面积', also: ['占地面积'], type: 'number', unit: '㎡', mustBe: 'positive' },
  { id: 'investment', term: '本年固定资产投资(不含地价)', also: [], type: 'number', unit: '万元' },
  { id: 'rent', term: '单价', also: [], type: 'number', unit: '元/(㎡·年)' },
  { id: 'power', term: '用电量', also: [], type: 'number', unit: 'kWh' },
  { id: 'ammonia', term: '氨氮', also: ['NH3-N'], type: 'number', unit: 't' },
  { id: 'employees', term: '职工人数', also: [], type: 'number', unit: '人' },
  { id: 'founded', term: '成立日期', also: [], type: 'date' },
];
const vocabulary = vocabularyOf(terms);

describe('headers', () => {
  it.each([
    ['实缴税金', 'tax_paid', undefined],
    ['实际入库税金（元）', 'tax_paid', '元'],
    ['ＴＡＸ＿ＰＡＩＤ', 'tax_paid', undefined],
    ['实 缴 税 金\n(万元)', 'tax_paid', '万元'],
    ['1.实缴税金[万元]', 'tax_paid', '万元'],
    ['2024年实缴税金(万元)', 'tax_paid', '万元'],
    ['实缴税金，单位：万元', 'tax_paid', '万元'],
    ['用地面积/亩', 'land_used', '亩'],
    ['税金组成-增值税(万元)', 'vat', '万元'],
    ['税金组成（万元）-增值税', 'vat', '万元'],
    ['排放量-NH3-N(吨)', 'ammonia', '吨'],
    ['本年固定资产投资(不含地价)', 'investment', undefined],
    ['本年固定资产投资（不含地价）（元）', 'investment', '元'],
    ['单价(元/(㎡·年))', 'rent', '元/(m2·年)'],
    ['用电量(万KWH)', 'power', '万kwh'],
    ['成立日期（年/月/日）', 'founded', '年/月/日'],
    ['纳税人识别号', 'credit_code', undefined],
    ['单位名称', 'enterprise_name', undefined],
  ])('%j is %s in %s', (header, id, unit) => {
    expect(findTerm(header, vocabulary)).toMatchObject({ term: { id }, unit });
  });

  it.each(['实缴税金增长率', '用地面积(不含道路)', '上年用地', '__proto__', 'constructor', 'toString', ''])(
    '[R30] %j names nothing',
    (header) => {
      expect(findTerm(header, vocabulary)).toBeUndefined();
    },
  );
});

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const code = '91120113550399693Q';

describe('columns of a file', () => {
  it('[R30] `__proto__` is a header like any other', async () => {
    const { tables } = await readTables(utf8(`统一社会信用代码,__proto__,constructor,实缴税金(万元)\n${code},1,2,3\n`), 'a.csv', {
      vocabulary: terms,
    });
    expect(tables[0]?.header).toEqual(['统一社会信用代码', '__proto__', 'constructor', '实缴税金（万元）']);
    expect(tables[0]?.unmatched.map(({ header }) => header)).toEqual(['__proto__', 'constructor']);
    expect(Object.hasOwn(Object.prototype, 'fact')).toBe(false);
  });

  it('[R30] two columns of one name: neither is taken, and the mapping chooses', async () => {
    const bytes = utf8(`统一社会信用代码,实缴税金(万元),实缴税金(万元)\n${code},1,2\n`);
    const first = await readTables(bytes, 'a.csv', { vocabulary: terms });
    expect(first.findings.map(({ code: name, message }) => [name, message])).toEqual([
      ['column_twice', '有几列都是“实缴税金”而内容或单位不同：B列“实缴税金(万元)”、C列“实缴税金(万元)”，都没有使用。'],
    ]);
    expect(first.tables[0]?.columns.map(({ term }) => term.id)).toEqual(['credit_code']);
    const mapping = new Map([['实缴税金(万元)#2', { fact: 'tax_paid', unit: '万元' }]]);
    const second = await readTables(bytes, 'a.csv', { vocabulary: terms, mapping });
    expect(second.tables[0]?.columns.map(({ index }) => index)).toEqual([0, 2]);
  });

  it('two columns that are alike in every row need no question', async () => {
    const { findings, tables } = await readTables(
      utf8(`统一社会信用代码,实缴税金(万元),实际入库税金(万元)\n${code},1,1\n`),
      'a.csv',
      { vocabulary: terms },
    );
    expect(findings.map(({ code: name }) => name)).toEqual(['column_twice_alike']);
    expect(tables[0]?.columns.map(({ index }) => index)).toEqual([0, 1]);
  });

  it('near names are proposed and not taken; a unit that cannot be is refused; a unit that is missing is said', async () => {
    const { findings, tables } = await readTables(
      utf8(`统一社会信用代码,实缴税金总额(万元),用地面积(人),用电量,职工人数,序号\n${code},1,2,3,4,5\n`),
      'a.csv',
      { vocabulary: terms },
    );
    expect(findings.map(({ code: name, where }) => [name, where.cell])).toEqual([
      ['column_unit_differs', 'C'],
      ['column_unit_not_stated', 'D'],
      ['column_nearly_recognised', 'B'],
    ]);
    expect(tables[0]?.columns.map(({ term, unitFrom }) => [term.id, unitFrom])).toEqual([
      ['credit_code', 'none'],
      ['power', 'assumed'],
      ['employees', 'none'],
    ]);
    expect(tables[0]?.unmatched[0]?.likely[0]?.term.id).toBe('tax_paid');
  });

  it('单位：万元 above the table counts for what it fits', async () => {
    const { tables } = await readTables(
      utf8(`全市税收表,,\n,,单位：万元\n统一社会信用代码,实缴税金,用地面积\n${code},1,2\n`),
      'a.csv',
      { vocabulary: terms },
    );
    expect(tables[0]?.columns.map(({ unitFrom }) => unitFrom)).toEqual(['none', 'sheet', 'assumed']);
    expect(tables[0]?.firstRow).toBe(4);
  });

  it('[R30] what the mapping says goes first, is written out and read again', async () => {
    const bytes = await writeWorkbook([
      { name: 'a', columns: [{ header: '代码' }, { header: '开票' }, { header: '备用' }], rows: [[code, 5, 6]] },
    ]);
    const json = writeMapping([
      { header: '开票', fact: 'tax_paid', unit: '元' },
      { header: '备用', fact: null },
      { header: '备用', fact: 'vat' },
    ]);
    const { mapping, findings } = readMapping(json, '对列.json');
    expect(findings).toEqual([]);
    expect([...mapping]).toEqual([
      ['开票', { fact: 'tax_paid', unit: '元' }],
      ['备用', { fact: null }],
      ['备用#2', { fact: 'vat' }],
    ]);
    const read = await readTables(bytes, 'a.xlsx', { vocabulary: terms, mapping });
    expect(read.tables[0]?.columns.map(({ term, how, unit }) => [term.id, how, unit?.text])).toEqual([
      ['credit_code', 'alias', undefined],
      ['tax_paid', 'mapping', '元'],
    ]);
    expect(read.tables[0]?.unmatched).toEqual([]);
  });

  it.each([
    ['{', 'mapping_unreadable'],
    ['[]', 'mapping_unreadable'],
    ['{"列":[]}', 'mapping_unreadable'],
    ['{"列":{"甲":{"认作":5}}}', 'mapping_row_unreadable'],
    ['{"列":{"甲":{"认作":"tax_paid","单位":"斗"}}}', 'mapping_row_unreadable'],
    ['{"列":{"甲":null}}', 'mapping_row_unreadable'],
  ])('a mapping %j is refused: %s', (json, name) => {
    expect(readMapping(json, 'm.json').findings.map(({ code: one }) => one)).toEqual([name]);
  });

  it('[R81] rows of one code that differ are named and rejected, rows that are alike only named', async () => {
    const { tables, findings } = await readTables(
      utf8(
        `统一社会信用代码,企业名称,实缴税金(万元)\n${code},甲,1\n91410923581749967U,乙,2\n${code.toLowerCase()},甲,3\n91410923581749967U,乙,2\n`,
      ),
      'a.csv',
      { vocabulary: terms },
    );
    expect(findings.map(({ code: name, where }) => [name, where.row])).toEqual([
      ['code_normalised', 4],
      ['code_twice', 2],
      ['code_twice_alike', 3],
    ]);
    expect(findings[1]?.message).toContain('第 2、4 行（实缴税金）');
    expect(tables[0]?.rejected.map(({ row }) => row)).toEqual([2, 4]);
  });

  it('[R81] last year’s name with this year’s code is one subject: the code decides, the name is kept as written', async () => {
    const { tables } = await readTables(
      utf8(`统一社会信用代码,企业名称,年度,实缴税金(万元)\n${code},旧名公司,2023,1\n${code},新名公司,2024,3\n`),
      'a.csv',
      { vocabulary: terms },
    );
    expect(tables[0]?.rejected).toEqual([]);
    expect(tables[0]?.rows.map((row) => row.slice(0, 2))).toEqual([
      [code, '旧名公司'],
      [code, '新名公司'],
    ]);
  });
});
