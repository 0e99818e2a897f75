/** 统计局 — the yearly report of enterprises above scale, an old .xls and in 千元 as statistics keep it; energy, one sheet a year. */

import type { FileSpec } from '../table.js';
import type { DataYear } from '../truth.js';
import { dataYears } from '../truth.js';
import { code, type FactColumn, factRows, name, sequence, town } from './columns.js';

const thousand = { kind: 'number', unit: '千元', times: 10, digits: 1, summed: true } as const;
const report: readonly FactColumn[] = [
  { fact: 'revenue', header: '营业收入', ...thousand },
  { fact: 'mainRevenue', header: '主营业务收入', also: ['主营收入'], ...thousand },
  { fact: 'output', header: '工业总产值', also: ['总产值'], ...thousand },
  { fact: 'valueAdded', header: '工业增加值', also: ['增加值'], ...thousand },
  { fact: 'profit', header: '利润总额', ...thousand },
  { fact: 'employees', header: '平均用工人数', also: ['从业人员平均人数'], kind: 'number', unit: '人', digits: 0, summed: true },
  { fact: 'fixedInvestment', header: '本年固定资产投资', also: ['本年完成固定资产投资'], ...thousand },
];

const energy: readonly FactColumn[] = [
  {
    fact: 'energyEquivalent',
    header: '综合能耗等价值',
    also: ['综合能源消费量(等价值)'],
    kind: 'number',
    unit: '吨标准煤',
    group: '综合能源消费量',
    digits: 2,
    summed: true,
  },
  {
    fact: 'energyCalorific',
    header: '综合能耗当量值',
    also: ['综合能源消费量(当量值)'],
    kind: 'number',
    unit: '吨标准煤',
    group: '综合能源消费量',
    digits: 2,
    summed: true,
  },
  {
    fact: 'coalUsed',
    header: '原煤消费量',
    also: ['用煤量'],
    kind: 'number',
    unit: '吨',
    group: '主要能源品种',
    digits: 2,
    summed: true,
  },
  {
    fact: 'gasUsed',
    header: '天然气用量',
    also: ['天然气消费量'],
    kind: 'number',
    unit: '立方米',
    group: '主要能源品种',
    digits: 0,
    summed: true,
  },
];

export const statisticsFile = (year: DataYear): FileSpec => ({
  department: '统计局',
  name: `${year}年规上工业统计年报`,
  format: 'xls',
  sheets: [
    {
      name: `${year}年报`,
      title: `${year}年规模以上工业企业主要经济指标`,
      columns: [sequence, code, name, town, ...report],
      oneRowEach: true,
      rowsOf: factRows(report, year, (facts) => facts.scale === '规上'),
    },
  ],
});

export const energyFile: FileSpec = {
  department: '统计局',
  name: '规上工业企业能源消费',
  format: 'xlsx',
  sheets: dataYears.map((year) => ({
    name: `${year}年`,
    title: `${year}年规模以上工业企业能源消费情况`,
    columns: [sequence, code, name, town, ...energy],
    oneRowEach: true,
    rowsOf: factRows(energy, year, (facts) => facts.scale === '规上'),
  })),
};
