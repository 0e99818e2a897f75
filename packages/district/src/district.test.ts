/** Whose a row is, what two files may say, and what is summed from ledgers — on files small enough to be reckoned by hand. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { District } from './district.js';
import { evaluationTables } from './evaluationTables.js';
import { codes, districtOf, told } from './fixtures/files.js';
import { placeKey } from './names.js';

const { a, b, c, d, e, foreign } = codes;
const former = '91339981MA00009X0G';
const register = `
统一社会信用代码,企业名称,曾用名,曾用代码,镇街,成立日期,经营状态,注销日期
${a},甲山机械制造有限公司,甲山机械厂,${former},东山街道,2001-01-01,存续,
${b},乙水塑料制品有限公司,,,东山,2002-01-01,存续,
${c},丙木家具实业有限公司,,,西溪镇,2003-01-01,存续,
${d},丁火铸造有限公司,,,西溪镇,2023-05-01,注销,2023-12-31`;

const value = ({ store, register: { byCode } }: District, fact: string, year: number, code: string): unknown =>
  store.get(fact, year, byCode.get(code) ?? -1)?.value;
const errors = ({ findings }: District): string[] =>
  findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
const tax = (...rows: readonly string[]): string => ['统一社会信用代码,企业名称,实缴税金(万元)', ...rows].join('\n');
const joinedTo = (rows: readonly string[]): Promise<District> =>
  districtOf({ '登记.csv': register, '2024年税收.csv': tax(...rows) });

describe('whose a row is', () => {
  it('[R81] last year’s name with this year’s code, and a former name without a code, are one subject', async () => {
    const district = await joinedTo([`${a},甲山机械厂,1`, `,乙水塑料制品有限公司,2`]);
    expect([value(district, 'tax_paid', 2024, a), value(district, 'tax_paid', 2024, b)]).toEqual([1, 2]);
    expect(errors(district)).toEqual([]);
    expect(told(district, 'name_differs', 'joined_by_name')).toEqual(['joined_by_name 2024年税收.csv A3']);
    const before = await joinedTo(['甲,甲山机械厂,7']);
    expect(value(before, 'tax_paid', 2024, a)).toBe(7);
    expect(told(before, 'joined_by_former_name', 'code_is_text')).toEqual(['joined_by_former_name 2024年税收.csv A2']);
  });

  it('[R81] an old number that the register knows as a former code is the subject’s', async () => {
    const old = register.replace(former, '330100000001234');
    const district = await districtOf({ '登记.csv': old, '2024年税收.csv': tax('330100000001234,写错了的名字,9', `${b},,1`) });
    expect(value(district, 'tax_paid', 2024, a)).toBe(9);
    expect(errors(district)).toEqual([]);
  });

  it('[R80] a broken code is joined by the exact name and told in place of the refusal; by a similar name it is only listed', async () => {
    const district = await joinedTo([`${a.slice(0, 17)},甲山机械制造有限公司,1`, `${b}9,乙水塑料制品有限责任公司,2`]);
    expect(value(district, 'tax_paid', 2024, a)).toBe(1);
    expect(told(district, 'joined_by_name', 'code_length')).toEqual([
      'code_length 2024年税收.csv A3',
      'joined_by_name 2024年税收.csv A2',
    ]);
    expect(value(district, 'tax_paid', 2024, b)).toBeUndefined();
    const [listed] = district.findings.filter(({ code }) => code === 'name_nearly_known');
    expect(listed?.message).toContain(`乙水塑料制品有限公司（${b}）`);
  });

  it.each([
    '乙水塑料制品有限责任公司',
    '乙水塑料品有限公司',
    '乙水塑膠制品有限公司',
    '乙水塑料製品有限公司',
    '乙水塑料制品股份有限公司',
  ])('[R94] %s without a code is listed with its candidate and not joined', async (name) => {
    const district = await joinedTo([`,${name},2`, `${c},,3`]);
    expect(value(district, 'tax_paid', 2024, b)).toBeUndefined();
    expect(told(district, 'name_nearly_known')).toEqual(['name_nearly_known 2024年税收.csv A2']);
  });

  it.each(['乙水塑料制品有限公司', ' 乙水 塑料制品有限公司', '乙水塑料制品有限公司\u3000'])(
    '[R94] %j is the exact name',
    async (name) => {
      expect(value(await joinedTo([`,${name},2`]), 'tax_paid', 2024, b)).toBe(2);
    },
  );

  it('[R81] a code of one with the registered name of another is nobody’s', async () => {
    const district = await joinedTo([`${a},乙水塑料制品有限公司,1`, `${c},,3`]);
    expect(errors(district)).toEqual(['code_and_name_disagree']);
    expect([value(district, 'tax_paid', 2024, a), value(district, 'tax_paid', 2024, b)]).toEqual([undefined, undefined]);
  });

  it('[R81] a code that is right and unknown is somebody else, even with a registered name', async () => {
    const district = await joinedTo([`${e},乙水塑料制品有限公司,9`, `${c},,3`]);
    expect(value(district, 'tax_paid', 2024, b)).toBeUndefined();
    expect(errors(district)).toEqual(['code_unknown_name_known']);
  });

  it('[ALL-5] unknown and foreign subjects are named; one that three files know is a gap of the register', async () => {
    const files = { '登记.csv': register, '2024年税收.csv': tax(`${foreign},外乡机械有限公司,1`, `${a},,2`) };
    const district = await districtOf(files);
    expect(told(district, 'row_foreign')).toEqual(['row_foreign 2024年税收.csv A2']);
    const more = Object.fromEntries([2022, 2023, 2024].map((year) => [`${year}年.csv`, tax(`${e},漏了机械有限公司,1`)]));
    expect(errors(await districtOf({ '登记.csv': register, ...more }))).toContain('subject_not_in_register');
  });

  it('[ALL-5] a register row with a broken code is established from the code that the other files give its exact name', async () => {
    const broken = register.replace(`${b},`, '9.13E+17,');
    const district = await districtOf({ '登记.csv': broken, '2024年税收.csv': tax(`${b},乙水塑料制品有限公司,2`) });
    expect(told(district, 'register_code_supplied')).toEqual(['register_code_supplied 登记.csv A3']);
    expect(value(district, 'tax_paid', 2024, b)).toBe(2);
    const alone = await districtOf({ '登记.csv': broken, '2024年税收.csv': tax(`${a},,2`) });
    expect(errors(alone)).toContain('register_row_without_code');
  });
});

describe('what files say twice', () => {
  it('[R81] two rows of one subject that differ are both named and neither wins; alike ones count once', async () => {
    const district = await joinedTo([`${a},,1`, `${former},,2`, `${b},,3`, `,乙水塑料制品有限公司,3`]);
    expect(value(district, 'tax_paid', 2024, a)).toBeUndefined();
    expect(value(district, 'tax_paid', 2024, b)).toBe(3);
    const [twice] = district.findings.filter(({ code }) => code === 'subject_twice');
    expect(twice?.message).toContain('第 2、3 行');
    expect(told(district, 'subject_twice_alike')).toHaveLength(1);
  });

  it('[ALL-5] two departments that differ are a conflict that nobody wins; in other units the same figure is none', async () => {
    const other = ['统一社会信用代码,企业名称,实缴税金(元)', `${a},,10000`, `${b},,25000`].join('\n');
    const district = await districtOf({
      '登记.csv': register,
      '2024年税收.csv': tax(`${a},,1`, `${b},,2`),
      '2024年财政.csv': other,
    });
    expect(value(district, 'tax_paid', 2024, a)).toBe(1);
    expect(value(district, 'tax_paid', 2024, b)).toBeNull();
    const [conflict] = district.findings.filter(({ code }) => code === 'fact_conflict');
    expect(conflict?.message).toMatch(/2024年税收\.csvC3 是 2万元，2024年财政\.csvC3 是 2\.5万元/);
    const { tables } = evaluationTables(district, { wanted: new Set(['tax_paid']), year: 2024 });
    expect(
      tables.flatMap(({ rows }) =>
        rows.filter((row) => row.includes(b)).flatMap((row) => row.filter((cell) => cell === 2 || cell === 25000)),
      ),
    ).toEqual([]);
  });

  it('[R82] an industry with its letter in one file and without it in another is one class; another class is a conflict', async () => {
    const industries = (...lines: readonly string[]): string => ['统一社会信用代码,企业名称,行业代码', ...lines].join('\n');
    const district = await districtOf({
      '登记.csv': register,
      '2024年统计.csv': industries(`${a},,C3829`, `${b},,3829`),
      '2024年税务.csv': industries(`${a},,3829`, `${b},,C3831`),
    });
    expect(value(district, 'industry_code', 2024, a)).toBe('C3829');
    expect(value(district, 'industry_code', 2024, b)).toBeNull();
    expect(told(district, 'fact_conflict')).toHaveLength(1);
  });

  it('[ALL-5] two versions of one table are told; 规上 and 规下 of one department are none', async () => {
    const district = await districtOf({
      '登记.csv': register,
      '旧/2024年税收.csv': tax(`${a},,1`, `${b},,2`),
      '新/2024年税收.csv': tax(`${a},,1`, `${b},,3`),
    });
    expect(errors(district)).toEqual(expect.arrayContaining(['file_versions', 'fact_conflict']));
    const split = await districtOf({
      '登记.csv': register,
      '2024年规上税收.csv': tax(`${a},,1`),
      '2024年规下税收.csv': tax(`${b},,2`),
    });
    expect(errors(split)).toEqual([]);
    expect([value(split, 'scale', 2024, a), value(split, 'scale', 2024, b)]).toEqual(['规上', '规下']);
    expect(told(split, 'scale_from_words')).toHaveLength(2);
  });

  it('[ALL-5] without a year anywhere nothing is taken; sheet and file that disagree are refused', async () => {
    const none = await districtOf({ '登记.csv': register, '税收.csv': tax(`${a},,1`) });
    expect(errors(none)).toContain('year_unknown');
    const column = await districtOf({
      '登记.csv': register,
      '税收.csv': `统一社会信用代码,年度,实缴税金(万元)\n${a},2023年,1\n${a},2024,2`,
    });
    expect([value(column, 'tax_paid', 2023, a), value(column, 'tax_paid', 2024, a)]).toEqual([1, 2]);
  });

  it('[ALL-5] short names of towns are the registered ones, other towns are told', async () => {
    const rows = ['统一社会信用代码,镇街,实缴税金(万元)', `${a},东山,1`, `${b},西溪镇,2`].join('\n');
    const district = await districtOf({ '登记.csv': register, '2024年税收.csv': rows });
    expect([value(district, 'town', 2024, a), value(district, 'town', 2024, b)]).toEqual(['东山街道', '东山街道']);
    expect(told(district, 'differs_from_register')).toEqual(['differs_from_register 2024年税收.csv B3']);
    expect(placeKey('镇海')).toBe('镇海');
  });
});

const certificates = (...rows: readonly string[]): string =>
  ['权利人证件号,权利人,宗地号,不动产权证号,共有份额(%),证载用地面积(平方米),登记日期', ...rows].join('\n');
const leases = (...rows: readonly string[]): string =>
  ['承租方信用代码,承租方,出租方,合同编号,分摊用地面积(平方米),租赁起,租赁止', ...rows].join('\n');
const year2024 = { '2024年税收.csv': tax(`${a},,1`, `${b},,1`, `${c},,1`) };

describe('land and power', () => {
  it('[ALL-5] land is own + leased in − leased out by months, in the unit of the scheme', async () => {
    const district = await districtOf({
      '登记.csv': register,
      ...year2024,
      '登记台账.csv': certificates(`${a},,G1,证1,60,10000,2010-01-01`, `${b},,G1,证1,40,10000,2010-01-01`),
      '租赁台账.csv': leases(`${c},,甲山机械厂,HT1,1200,2024-07-01,`, `${b},,东山街道某村股份经济合作社,HT2,600,,`),
    });
    expect(errors(district)).toEqual([]);
    const mu = (squareMetres: number): number => (squareMetres * 3) / 2000;
    expect(value(district, 'land_used', 2024, a)).toBeCloseTo(mu(6000 - 600), 9);
    expect(value(district, 'land_used', 2024, b)).toBeCloseTo(mu(4000 + 600), 9);
    expect(value(district, 'land_used', 2024, c)).toBeCloseTo(mu(600), 9);
    const { sideTables } = evaluationTables(district, { wanted: new Set(), year: 2024 });
    expect(sideTables.occupancy?.[0]?.rows.map((row) => [row[0], row[2], row[4]])).toEqual([
      [a, '自有', 6000],
      [b, '自有', 4000],
      [c, '承租', 1200],
      [a, '出租', 1200],
      [b, '集体', 600],
    ]);
  });

  it('[ALL-5] who lacks one row of its land has none: less land would flatter it', async () => {
    const district = await districtOf({
      '登记.csv': register,
      ...year2024,
      '登记台账.csv': certificates(
        `${a},,G1,证1,100,5000,2010-01-01`,
        `${a},,G2,证2,100,约七百,2010-01-01`,
        `${b},,G3,证3,100,800,`,
      ),
      '租赁台账.csv': leases(`${c},,乙水塑料制品有限公司,HT1,100,2024-02-30,`),
    });
    for (const code of [a, b, c]) expect(value(district, 'land_used', 2024, code)).toBeUndefined();
    expect(told(district, 'incomplete_land')).toHaveLength(3);
  });

  it('[ALL-5] shared meters are split by their registered per cents; more than 100 are refused', async () => {
    const meters = `统一社会信用代码,户名,户号,用电量(千瓦时)\n${a},,0001,100000\n${a},,0002,20000\n${b},,0003,5000`;
    const shares = (percent: number): string =>
      `实际用电方信用代码,户号,分摊比例(%),起始日期\n${c},0001,${percent},2020-01-01\n${b},0001,10,2020-01-01`;
    const files = { '登记.csv': register, '2024年电量.csv': meters };
    const district = await districtOf({ ...files, '转供电.csv': shares(30) });
    expect([a, b, c].map((code) => value(district, 'power_used', 2024, code))).toEqual([8, 1.5, 3]);
    const over = await districtOf({ ...files, '转供电.csv': shares(95) });
    expect(errors(over)).toEqual(['shares_exceed']);
    expect([a, b, c].map((code) => value(over, 'power_used', 2024, code))).toEqual([undefined, undefined, undefined]);
    const blank = await districtOf({ ...files, '转供电.csv': shares(30).replace(',30,', ',,') });
    expect([a, b, c].map((code) => value(blank, 'power_used', 2024, code))).toEqual([undefined, 1.5, undefined]);
  });

  it('[ALL-5] a meter that jumps by a unit is asked about and used as it stands', async () => {
    const meters = (kwh: number): string => `统一社会信用代码,户号,用电量(千瓦时)\n${a},0001,${kwh}\n${a},0002,20000`;
    const years = { '2022年.csv': meters(90_000), '2023年.csv': meters(9.5), '2024年.csv': meters(99_000) };
    const district = await districtOf({ '登记.csv': register, ...years });
    expect(told(district, 'meter_jumps')).toEqual(['meter_jumps 2023年.csv C2']);
    expect(value(district, 'power_used', 2023, a)).toBeCloseTo(2.00095, 9);
  });

  it('[ALL-5] what the shares take and what is left are the meter again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 9_999_999 }),
        async (one, other, kwh) => {
          const district = await districtOf({
            '登记.csv': register,
            '2024年电量.csv': `统一社会信用代码,户号,用电量(千瓦时)\n${a},0001,${kwh}`,
            '转供电.csv': `实际用电方信用代码,户号,分摊比例(%)\n${b},0001,${one}\n${c},0001,${other}`,
          });
          const sum = [a, b, c].reduce((total, code) => total + Number(value(district, 'power_used', 2024, code) ?? 0), 0);
          expect(sum * 10_000).toBeCloseTo(kwh, 4);
        },
      ),
      { numRuns: 60, seed: 7 },
    );
  });
});

describe('what is missing', () => {
  it('[ALL-5] who stands in the other years and not in this one is named', async () => {
    const district = await districtOf({
      '登记.csv': register,
      '2022年.csv': tax(`${a},,1`, `${b},,1`),
      '2023年.csv': tax(`${a},,1`, `${b},,1`, `${d},,1`),
      '2024年.csv': tax(`${a},,1`),
    });
    const missing = district.findings
      .filter(({ code }) => code.startsWith('subject'))
      .map(({ where, message }) => `${where.file} ${message}`);
    expect(missing.filter((line) => line.startsWith('2024年.csv') && line.includes('乙水'))).toHaveLength(1);
    expect(missing.filter((line) => line.startsWith('2024年.csv') && line.includes('丁火'))).toEqual([]);
  });

  it('[ALL-5] a tax sum that does not follow the definition of the others is told; without a common definition nothing is', async () => {
    const head =
      '统一社会信用代码,增值税入库(万元),企业所得税(万元),房产税(万元),印花税(万元),社会保险企业部分(万元),实缴税金(万元)';
    const table = (...sums: readonly number[]): string =>
      [head, ...[a, b, c, d, e].map((code, at) => `${code},${10 * at},1,1,1,4,${sums[at]}`)].join('\n');
    const wrong = await districtOf({
      '登记.csv': `${register}\n${e},戊土陶瓷有限公司,,,西溪镇,2001-01-01,存续,`,
      '2023年.csv': table(5, 15, 25, 99, 45),
    });
    expect(told(wrong, 'tax_sum_differs')).toEqual(['tax_sum_differs 2023年.csv G5']);
    const nothing = await districtOf({ '登记.csv': register, '2023年.csv': table(5, 77, 88, 99, 45) });
    expect(told(nothing, 'tax_sum_differs')).toEqual([]);
  });
});
