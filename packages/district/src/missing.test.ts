/** A ledger that nobody handed in, a year that nobody wrote, last year's figures once more: said, and nothing reckoned from half. */
import { type OutSheet, readTables, writeWorkbook } from '@muheng/sheets';
import { describe, expect, it } from 'vitest';
import { type District, joinDistrict } from './district.js';
import { codes, districtOf, facts, told } from './fixtures/files.js';
import { departmentTerms } from './terms.js';

const { a, b } = codes;
const register = `
统一社会信用代码,企业名称,曾用名,镇街,成立日期,注销日期
${a},甲山机械制造有限公司,,东山街道,2001-01-01,
${b},乙水塑料制品有限公司,,东山街道,2002-01-01,`;
const tax = (...rows: readonly string[]): string => ['统一社会信用代码,企业名称,实缴税金(万元)', ...rows].join('\n');
const owned = `权利人证件号,宗地号,不动产权证号,证载用地面积(平方米)\n${a},G1,证1,10000\n${b},G2,证2,20000`;
const leased = `承租方信用代码,出租方,合同编号,分摊用地面积(平方米),租赁起\n${a},乙水塑料制品有限公司,HT1,2000,2020-01-01`;
const year2024 = { '登记.csv': register, '2024年税收.csv': tax(`${a},,1`, `${b},,1`) };
const land = ({ store, register: { byCode } }: District, code: string): unknown =>
  store.get('land_used', 2024, byCode.get(code) ?? -1)?.value;

describe('a ledger that is not there', () => {
  it('[ALL-5] leases without certificates give nobody land: what is leased alone would flatter', async () => {
    const district = await districtOf({ ...year2024, '租赁.csv': leased });
    expect([land(district, a), land(district, b)]).toEqual([undefined, undefined]);
    expect(told(district, 'certificates_absent', 'land_computed')).toEqual(['certificates_absent 租赁.csv']);
  });

  it('[ALL-5] certificates without leases are reckoned and told; with both ledgers nothing is', async () => {
    const alone = await districtOf({ ...year2024, '登记台账.csv': owned });
    expect(told(alone, 'leases_absent')).toEqual(['leases_absent 登记台账.csv']);
    expect(land(alone, a)).toBeCloseTo(15, 9);
    const both = await districtOf({ ...year2024, '登记台账.csv': owned, '租赁.csv': leased });
    expect(told(both, 'leases_absent', 'certificates_absent')).toEqual([]);
    expect(land(both, a)).toBeCloseTo(18, 9);
  });

  it('[ALL-5] a table that gives land otherwise than the ledgers is taken and told with both figures', async () => {
    const table = (mu: number): string => `统一社会信用代码,用地面积（亩）\n${a},${mu}\n${b},27`;
    const files = { ...year2024, '登记台账.csv': owned, '租赁.csv': leased };
    const district = await districtOf({ ...files, '2024年镇街填报.csv': table(15) });
    expect(land(district, a)).toBe(15);
    expect(told(district, 'computed_differs')).toEqual(['computed_differs 2024年镇街填报.csv B2']);
    const [finding] = district.findings.filter(({ code }) => code === 'computed_differs');
    expect(finding?.message).toContain('甲山机械制造有限公司（2024年镇街填报.csvB2）是 15，汇总是 18亩');
    expect(told(await districtOf({ ...files, '2024年镇街填报.csv': table(18.05) }), 'computed_differs')).toEqual([]);
  });
});

describe('the year of a table', () => {
  it('[ALL-5] that nothing says is the one asked for, and told, of figures and of meters', async () => {
    const meters = `统一社会信用代码,户号,用电量(千瓦时)\n${a},0001,100000`;
    const files = { '登记.csv': register, '税收.csv': tax(`${a},,1`, `${b},,1`), '电量.csv': meters };
    expect(told(await districtOf(files, undefined, 2024), 'year_assumed').sort()).toEqual([
      'year_assumed 电量.csv',
      'year_assumed 税收.csv',
    ]);
    expect(told(await districtOf(year2024, undefined, 2024), 'year_assumed')).toEqual([]);
  });

  it('[ALL-5] that the title contradicts is asked about; the day of filling in is no year of the data', async () => {
    const titled = (title: string): string => `${title},,\n${tax(`${a},,1`, `${b},,1`)}`;
    const said = async (title: string, path = '2024年税收.csv'): Promise<string[]> =>
      told(await districtOf({ '登记.csv': register, [path]: titled(title) }), 'year_title_differs', 'part_of_year');
    expect(await said('某区2023年度工业企业税收表')).toEqual(['year_title_differs 2024年税收.csv']);
    expect(await said('某区2024年度工业企业税收表')).toEqual([]);
    expect(await said('某区工业企业税收表 2025年3月')).toEqual([]);
    expect(await said('某区税收表（1-9月）')).toEqual(['part_of_year 2024年税收.csv']);
    expect(await said('某区税收表（1-12月）')).toEqual([]);
    expect(await said('某区税收表', '2024年三季度.csv')).toEqual(['part_of_year 2024年三季度.csv']);
  });

  it('[ALL-5] figures of a subject that the register has founded later, or ended before, are asked about', async () => {
    const later = register.replace('2002-01-01', '2999-01-01');
    expect(told(await districtOf({ ...year2024, '登记.csv': later }), 'subject_not_living')).toEqual([
      'subject_not_living 登记.csv E3',
    ]);
    const ended = register.replace('2002-01-01,', '2002-01-01,2023-03-01');
    const [finding] = (await districtOf({ ...year2024, '登记.csv': ended })).findings.filter(
      ({ code }) => code === 'subject_not_living',
    );
    expect(finding).toMatchObject({ where: { file: '登记.csv', cell: 'F3' } });
    expect(finding?.message).toContain('注销于 2023-03-01，却有 2024 年的数据（2024年税收.csvA3）');
    expect(told(await districtOf(year2024), 'subject_not_living')).toEqual([]);
  });
});

describe('a date of the register that cannot be read', () => {
  it('[ALL-5] is no date, and the subject stays: what is said says so', async () => {
    const district = await districtOf({ ...year2024, '登记.csv': register.replace('2001-01-01', '03/04/2001') });
    const [finding] = district.findings.filter(({ code }) => code === 'date_order_ambiguous');
    expect(finding).toMatchObject({ severity: 'error', where: { cell: 'E2' } });
    expect(finding?.message).toBe('“成立日期”中的“03/04/2001”分不清年月日的先后，这一项按没有填处理，这一户仍在名录中。');
    expect(district.store.get('tax_paid', 2024, district.register.byCode.get(a)!)?.value).toBe(1);
  });
});

describe('figures of ledgers that cannot be', () => {
  const shared = (one: string, other: string): string =>
    `权利人证件号,宗地号,不动产权证号,共有份额(%),证载用地面积(平方米)\n${a},G1,证1,${one},10000\n${b},G2,证2,${other},20000`;
  const files = { ...year2024, '租赁.csv': leased };

  it('[ALL-5] shares of one that stand under per cents are asked about, and no land is a hundredth of itself', async () => {
    const fractions = await districtOf({ ...files, '登记台账.csv': shared('1', '0.5') });
    expect(told(fractions, 'shares_as_fractions')).toEqual(['shares_as_fractions 登记台账.csv D']);
    expect([land(fractions, a), land(fractions, b)]).toEqual([undefined, undefined]);
    const cents = await districtOf({ ...files, '登记台账.csv': shared('100', '1') });
    expect(told(cents, 'shares_as_fractions')).toEqual([]);
    const decided = JSON.stringify({ 版本: 1, 列: { '共有份额(%)': { 认作: 'ownership_share', 单位: '倍' } } });
    expect(land(await districtOf({ ...files, '登记台账.csv': shared('1', '0.5') }, decided), a)).toBeCloseTo(18, 9);
  });

  it('[ALL-5] shares of a meter likewise: neither the holder nor who takes of it has power', async () => {
    const meters = `统一社会信用代码,户号,用电量(千瓦时)\n${a},0001,100000`;
    const shares = `实际用电方信用代码,户号,分摊比例(%)\n${b},0001,0.3`;
    const district = await districtOf({ '登记.csv': register, '2024年电量.csv': meters, '转供电.csv': shares });
    expect(told(district, 'shares_as_fractions')).toEqual(['shares_as_fractions 转供电.csv C']);
    const power = [a, b].map((code) => district.store.get('power_used', 2024, district.register.byCode.get(code)!));
    expect(power).toEqual([undefined, undefined]);
  });

  it('[ALL-5] shares above the whole, and of a meter that nobody reads, stand at their row', async () => {
    const meters = `统一社会信用代码,户号,用电量(千瓦时)\n${a},0001,100000`;
    const shares = `实际用电方信用代码,户号,分摊比例(%)\n${b},0001,120\n${b},0009,20`;
    const district = await districtOf({ '登记.csv': register, '2024年电量.csv': meters, '转供电.csv': shares });
    expect(told(district, 'shares_exceed', 'share_without_meter')).toEqual([
      'shares_exceed 转供电.csv C2',
      'share_without_meter 转供电.csv B3',
    ]);
  });

  it('[ALL-5] a parcel of a few square metres is asked about; a lease that ends before it begins gives nobody land', async () => {
    const small = await districtOf({ ...files, '登记台账.csv': owned.replace('10000', '15') });
    expect(told(small, 'ledger_implausible')).toEqual(['ledger_implausible 登记台账.csv D2']);
    const backwards = leased.replace('租赁起', '租赁起,租赁止').replace('2020-01-01', '2024-06-01,2024-01-01');
    const district = await districtOf({ ...files, '登记台账.csv': owned, '租赁.csv': backwards });
    expect(told(district, 'lease_span_reversed')).toEqual(['lease_span_reversed 租赁.csv F2']);
    expect([land(district, a), land(district, b)]).toEqual([undefined, undefined]);
  });

  it('[ALL-5] 注销 without a day, and a table of codes without headers, are said', async () => {
    const gone = register.replace('注销日期', '注销日期,经营状态').replace('2001-01-01,', '2001-01-01,,注销');
    expect(told(await districtOf({ ...year2024, '登记.csv': gone }), 'register_gone_without_day')).toEqual([
      'register_gone_without_day 登记.csv G2',
    ]);
    const bare = Array.from({ length: 6 }, (_, at) => `${at},${[a, b, codes.c][at % 3]},${at + 1}`).join('\n');
    expect(told(await districtOf({ ...year2024, '导出.csv': bare }), 'table_without_headers')).toEqual([
      'table_without_headers 导出.csv',
    ]);
  });
});

describe('one table twice', () => {
  const code = (at: number): string => {
    const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    const body = `91339981MA${String(at).padStart(7, '0')}`;
    const sum = weights.reduce((total, weight, place) => total + weight * characters.indexOf(body[place]!), 0);
    return `${body}${characters[(31 - (sum % 31)) % 31]}`;
  };
  const table = (of: (at: number) => number): string => tax(...Array.from({ length: 15 }, (_, at) => `${code(at)},,${of(at)}`));
  const years = (second: (at: number) => number): Promise<District> =>
    districtOf({ '2023年.csv': table((at) => 10 + at), '2024年.csv': table(second) });

  it('[ALL-5] last year’s figures under this year’s name are asked about; one figure apart they are not', async () => {
    expect(told(await years((at) => 10 + at), 'years_alike')).toEqual(['years_alike 2024年.csv']);
    expect(told(await years((at) => (at === 3 ? 99 : 10 + at)), 'years_alike')).toEqual([]);
  });

  it('[ALL-5] two sheets of one file are told by the sheet', async () => {
    const sheet = (name: string): OutSheet => ({
      name,
      columns: [{ header: '统一社会信用代码' }, { header: '实缴税金（万元）' }],
      rows: [
        [a, 1],
        [b, 2],
      ],
    });
    const path = '2024年税收.xlsx';
    const bytes = await writeWorkbook([sheet('税收'), sheet('修订')]);
    const read = await readTables(bytes, path, { vocabulary: departmentTerms(facts), rowsPerSubject: 'many' });
    const { findings } = joinDistrict({ files: [{ path, ...read }], facts });
    const [finding] = findings.filter(({ code }) => code === 'file_versions');
    expect(finding).toMatchObject({ where: { file: path, sheet: '修订' } });
    expect(finding?.message).toContain('与 同一文件的工作表“税收” 像是');
  });
});
