/** The truth as plain tables, with the official terms as headers: one row an enterprise and year, and the side tables beside it. */
import type { Block, Enterprise, FactName, Value } from './truth.js';

export interface TruthTable {
  readonly name: string;
  readonly header: string;
  readonly linesOf: (block: Block) => string[];
}

type Field = string | number | undefined;

const factHeaders: readonly (readonly [FactName, string])[] = [
  ['taxPaid', '实缴税金(万元)'],
  ['vatPaid', '增值税入库(万元)'],
  ['vatOffset', '增值税免抵(万元)'],
  ['vatRefundNotExport', '增值税非出口退库(万元)'],
  ['consumptionTax', '消费税(万元)'],
  ['corporateIncomeTax', '企业所得税(万元)'],
  ['businessIncomeTax', '经营所得个人所得税(万元)'],
  ['cityConstructionTax', '城市维护建设税(万元)'],
  ['propertyTax', '房产税(万元)'],
  ['landUseTax', '城镇土地使用税(万元)'],
  ['landValueTax', '土地增值税(万元)'],
  ['stampTax', '印花税(万元)'],
  ['resourceTax', '资源税(万元)'],
  ['surcharges', '教育费附加等(万元)'],
  ['socialInsuranceEmployer', '社会保险企业部分(万元)'],
  ['taxableSales', '应税销售收入(万元)'],
  ['revenue', '营业收入(万元)'],
  ['mainRevenue', '主营业务收入(万元)'],
  ['output', '工业总产值(万元)'],
  ['valueAdded', '工业增加值(万元)'],
  ['profit', '利润总额(万元)'],
  ['employees', '年平均职工人数(人)'],
  ['researchSpending', '研发经费支出(万元)'],
  ['patents', '有效发明专利数(件)'],
  ['fixedInvestment', '本年固定资产投资(万元)'],
  ['energyEquivalent', '综合能耗等价值(tce)'],
  ['energyCalorific', '综合能耗当量值(tce)'],
  ['coalUsed', '原煤消费量(t)'],
  ['gasUsed', '天然气用量(m³)'],
  ['powerUsed', '用电量(kWh)'],
  ['waterUsed', '用水量(m³)'],
  ['cod', '化学需氧量(t)'],
  ['ammoniaNitrogen', '氨氮(t)'],
  ['sulphurDioxide', '二氧化硫(t)'],
  ['nitrogenOxides', '氮氧化物(t)'],
  ['organicCompounds', '挥发性有机物(t)'],
  ['pollutants', '主要污染物排放量(t)'],
  ['ownLand', '自有用地(㎡)'],
  ['leasedInLand', '承租用地(㎡)'],
  ['leasedOutLand', '出租用地(㎡)'],
  ['landUsed', '用地面积(㎡)'],
];

/** Absent values as people write them: blank 缺, / 不适用, 未报. */
const absent: Readonly<Record<Exclude<Value, number>, string>> = { missing: '', not_applicable: '/', not_reported: '未报' };
const plain = (value: Value): Field => (typeof value === 'number' ? value : absent[value]);

export const truthTables: readonly TruthTable[] = [
  table(
    'facts',
    [
      'id',
      '年度',
      '企业名称',
      '规模',
      '行业代码',
      '镇街',
      '园区',
      '企业类型',
      '成立日期',
      ...factHeaders.map(([, header]) => header),
    ],
    factLines,
  ),
  table('occupancy', ['id', '宗地', '用地方式', '对方', '证载面积(㎡)', '建筑面积(㎡)', '使用起', '使用止'], (block, code) =>
    block.occupancy.map((one) => [
      code(one.subject),
      one.parcel,
      one.kind,
      counterpart(one.counterpart, code),
      one.area,
      one.floorArea,
      one.from,
      one.to,
    ]),
  ),
  table('meters', ['id', '年度', '户号', '用电方式', '表计电量(kWh)', '分摊比例(%)', '转供对方'], meterLines),
  table('titles', ['id', '称号名称', '级别', '有效期起', '有效期止'], (block, code) =>
    block.titles.map((one) => [code(one.subject), one.name, one.level, one.from, one.to]),
  ),
  table('events', ['id', '事件类型', '事件等级', '事件日期'], (block, code) =>
    block.incidents.map((one) => [code(one.subject), one.kind, one.level, one.date]),
  ),
];

type CodeOf = (subject: string) => string;

function table(name: string, header: readonly string[], rowsOf: (block: Block, code: CodeOf) => Field[][]): TruthTable {
  return {
    name,
    header: header.join(','),
    linesOf: (block) => {
      const codes = new Map(block.enterprises.map((one) => [one.id, one.code]));
      return rowsOf(block, (subject) => codes.get(subject) ?? subject).map((row) => row.map((field) => field ?? '').join(','));
    },
  };
}

function factLines(block: Block, code: CodeOf): Field[][] {
  const byId = new Map(block.enterprises.map((one) => [one.id, one]));
  return block.facts.map((facts) => [
    code(facts.subject),
    facts.year,
    ...about(byId.get(facts.subject), facts.scale),
    ...factHeaders.map(([fact]) => plain(facts.values[fact])),
  ]);
}

function about(one: Enterprise | undefined, scale: string): Field[] {
  return [
    one?.name,
    scale,
    one?.industry.code,
    one?.town.name,
    one?.park?.name,
    one?.workshop ? '个体工商户' : '有限责任公司',
    one?.foundedOn,
  ];
}

/** The holder's meter, and a row for each who takes a share of it and for each it is given to. */
function meterLines(block: Block, code: CodeOf): Field[][] {
  return block.meters.flatMap((meter) =>
    Object.entries(meter.kwhOf).flatMap(([year, kwh]): Field[][] => [
      [code(meter.holder), year, meter.number, '自有', kwh, undefined, undefined],
      ...meter.splits.flatMap((split): Field[][] => [
        [code(meter.holder), year, meter.number, '转供', kwh, split.sharePercent, code(split.subject)],
        [code(split.subject), year, meter.number, '受电', kwh, split.sharePercent, code(meter.holder)],
      ]),
    ]),
  );
}

/** An enterprise by its code, a village or a person by name. */
const counterpart = (words: string | undefined, code: CodeOf): Field => (words === undefined ? undefined : code(words));
