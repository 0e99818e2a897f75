/** 税务局 — one workbook a year above scale and one below, with the parts of 实缴税金 and their sum. */
import type { FileSpec } from '../table.js';
import { columnLetter } from '../table.js';
import type { DataYear, TaxPart } from '../truth.js';
import { code, type FactColumn, factRows, name, sequence, town } from './columns.js';

const partNames: readonly (readonly [fact: TaxPart, header: string, sign: string, ...also: string[]])[] = [
  ['vatPaid', '增值税入库', '+', '增值税入库数'],
  ['vatOffset', '增值税免抵', '+', '免抵税额', '免抵调库'],
  ['vatRefundNotExport', '增值税非出口退库', '-', '非出口退税'],
  ['consumptionTax', '消费税', '+'],
  ['corporateIncomeTax', '企业所得税', '+'],
  ['businessIncomeTax', '经营所得个人所得税', '+', '个税经营所得'],
  ['cityConstructionTax', '城市维护建设税', '+', '城建税'],
  ['propertyTax', '房产税', '+'],
  ['landUseTax', '城镇土地使用税', '+', '土地使用税'],
  ['landValueTax', '土地增值税', '+'],
  ['stampTax', '印花税', '+'],
  ['resourceTax', '资源税', '+'],
  ['surcharges', '教育费附加等', '+', '附加税费'],
  ['socialInsuranceEmployer', '社会保险企业部分', '+0.5*', '社保企业部分'],
];
const firstPart = 4;
const sum = partNames
  .map(([, , sign], i) => `${sign}${columnLetter(firstPart + i)}{r}`)
  .join('')
  .slice(1);

const columns: readonly FactColumn[] = [
  ...partNames.map(
    ([fact, header, , ...also]): FactColumn => ({
      fact,
      header,
      also,
      kind: 'number',
      unit: '万元',
      group: '税金组成',
      digits: 2,
      summed: true,
    }),
  ),
  {
    fact: 'taxPaid',
    header: '实缴税金',
    also: ['实缴税收', '实际入库税金'],
    kind: 'number',
    unit: '万元',
    digits: 2,
    summed: true,
    formula: sum,
  },
  { fact: 'taxableSales', header: '应税销售收入', also: ['应税销售额'], kind: 'number', unit: '万元', digits: 2, summed: true },
];

export const taxFiles = (year: DataYear): FileSpec[] =>
  (['规上', '规下'] as const).map((scale) => ({
    department: '税务局',
    name: `${year}年${scale}工业企业税收`,
    format: 'xlsx',
    sheets: [
      {
        name: `${scale}税收`,
        title: `${year}年度${scale}工业企业实缴税金情况表`,
        columns: [sequence, code, name, town, ...columns],
        oneRowEach: true,
        rowsOf: factRows(columns, year, (facts) => facts.scale === scale),
      },
    ],
  }));
