/** 生态环境局 — pollutants of those who hold a permit; 水务公司 — water, a CSV without a byte order mark. */
import type { FileSpec } from '../table.js';
import type { DataYear, FactName } from '../truth.js';
import { code, type FactColumn, factRows, name, sequence, town } from './columns.js';

const pollutant = (fact: FactName, header: string, ...also: string[]): FactColumn => ({
  fact,
  header,
  also,
  kind: 'number',
  unit: '吨',
  group: '污染物排放量',
  digits: 4,
  summed: true,
});

const emissions: readonly FactColumn[] = [
  pollutant('cod', '化学需氧量', 'COD', '化学需氧量排放量'),
  pollutant('ammoniaNitrogen', '氨氮', 'NH3-N'),
  pollutant('sulphurDioxide', '二氧化硫', 'SO2'),
  pollutant('nitrogenOxides', '氮氧化物', 'NOx'),
  pollutant('organicCompounds', '挥发性有机物', 'VOCs'),
  { ...pollutant('pollutants', '主要污染物排放量', '主要污染物排放总量'), formula: 'E{r}+F{r}+G{r}+H{r}+I{r}' },
];

const water: readonly FactColumn[] = [
  { fact: 'waterUsed', header: '用水量', also: ['年用水量'], kind: 'number', unit: '立方米', digits: 0, summed: true },
];

export const emissionsFile = (year: DataYear): FileSpec => ({
  department: '生态环境局',
  name: `${year}年主要污染物排放`,
  format: 'xlsx',
  sheets: [
    {
      name: '排放量',
      title: `${year}年工业企业主要污染物排放量统计表`,
      columns: [sequence, code, name, town, ...emissions],
      oneRowEach: true,
      rowsOf: factRows(emissions, year, ({ values }) => values.cod !== 'not_reported' && values.cod !== 'not_applicable'),
    },
  ],
});

export const waterFile = (year: DataYear): FileSpec => ({
  department: '水务公司',
  name: `${year}年工业用水量`,
  format: 'csv_utf8',
  sheets: [
    {
      name: '用水量',
      title: `${year}年工业用水量`,
      columns: [sequence, code, name, town, ...water],
      oneRowEach: true,
      rowsOf: factRows(water, year, (facts) => typeof facts.values.waterUsed === 'number'),
    },
  ],
});
