import { expect, test } from 'vitest';
import { parseDate } from './dates.js';
import {
  basisRatio,
  type CoefficientSet,
  type EnergyCarrierCoefficient,
  type EnergyConsumption,
  standardCoal,
} from './energy.js';

const row = (carrier: string, value: number, unit: string): EnergyCarrierCoefficient => ({
  carrier,
  value,
  unit,
  basis: '当量',
  source: 'GB/T 2589',
  from: '2020-01-01',
});

const equivalent: EnergyCarrierCoefficient = { ...row('电力', 4.04, 'tce/万kWh'), basis: '等价' };

const heatContent: CoefficientSet = {
  id: 'gbt2589',
  title: '当量值',
  basis: '当量',
  rows: [
    row('电力', 0.1229, 'kgce/kWh'),
    row('原煤', 0.7143, 'tce/t'),
    row('天然气', 1.33, 'kgce/m³'),
    row('焦炉煤气', 5.714, 'tce/万m3'),
    row('热力', 0.0341, 'tce/GJ'),
    row('热力(MJ)', 0.0341, 'kgce/MJ'),
    { ...row('蒸汽', 0.1286, 'kgce/kg'), to: '2022-12-31' },
    { ...row('蒸汽', 0.0943, 'kgce/kg'), from: '2023-01-01' },
    { ...row('氢', 4, 'tce/t'), basis: '等价' },
    row('重复', 1, 'tce/t'),
    row('重复', 2, 'tce/t'),
    row('坏系数', 0, 'tce/t'),
    row('坏单位', 1, 'tce/斗'),
    { ...row('坏日期', 1, 'tce/t'), from: '去年' },
  ],
};
const on = parseDate('2024-12-31') ?? Number.NaN;

const turn = (carrier: string, amount: number, unit: string, day = on) =>
  standardCoal([{ carrier, amount, unit }], heatContent, day);

test.each([
  ['电力', 100, '万kWh', 122.9],
  ['电力', 1_000_000, 'kWh', 122.9],
  ['电力', 1_000_000, '度', 122.9],
  ['原煤', 1000, '吨', 714.3],
  ['原煤', 1_000_000, 'kg', 714.3],
  ['天然气', 2, '万m³', 26.6],
  ['天然气', 20_000, 'm³', 26.6],
  ['焦炉煤气', 10_000, 'm³', 5.714],
  ['焦炉煤气', 1, '万立方米', 5.714],
  ['热力', 100, 'GJ', 3.41],
  ['热力', 100_000, 'MJ', 3.41],
  ['热力', 100, '百万千焦', 3.41],
  ['热力(MJ)', 100, 'GJ', 3.41],
  ['电力', 0, 'kWh', 0],
])('[R91] %s %d %s is %d tce', (carrier, amount, unit, tce) => {
  const turned = turn(carrier, amount, unit);
  expect(turned.findings).toEqual([]);
  expect(turned.tce).toBeCloseTo(tce, 10);
  expect(turned.lines).toHaveLength(1);
});

test.each([
  ['煤矸石', 1, 't', 'energy_carrier_missing'],
  ['氢', 1, 't', 'energy_basis_wrong'],
  ['重复', 1, 't', 'energy_carrier_ambiguous'],
  ['坏系数', 1, 't', 'energy_coefficient_invalid'],
  ['坏单位', 1, 't', 'energy_unit_unknown'],
  ['坏日期', 1, 't', 'energy_carrier_missing'],
  ['电力', 1, '安', 'energy_unit_unknown'],
  ['电力', 1, 'GJ', 'energy_unit_mismatch'],
  ['热力', 1, 't', 'energy_unit_mismatch'],
  ['原煤', 1, 'tce', 'energy_unit_mismatch'],
  ['天然气', 1, '吨', 'energy_unit_mismatch'],
  ['原煤', Number.NaN, 't', 'energy_amount_absent'],
  ['原煤', -1, 't', 'energy_amount_negative'],
])('[R91] %s %d %s is refused: %s', (carrier, amount, unit, code) => {
  const turned = turn(carrier, amount, unit);
  expect(turned.findings.map((finding) => finding.code)).toEqual([code]);
  expect(turned.findings[0]?.message).not.toContain('{');
  expect(turned.tce).toBeNaN();
});

test('[R91] one refused carrier leaves no total, the other lines stay', () => {
  const consumptions: EnergyConsumption[] = [
    { carrier: '电力', amount: 100, unit: '万kWh' },
    { carrier: '煤矸石', amount: 1, unit: 't', where: { row: 7 } },
    { carrier: '热力', amount: 100, unit: 'GJ' },
  ];
  const turned = standardCoal(consumptions, heatContent, on);
  expect(turned.tce).toBeNaN();
  expect(turned.lines.map((line) => Number.isNaN(line.tce))).toEqual([false, true, false]);
  expect(turned.findings[0]?.where.row).toBe(7);
  const whole = standardCoal([consumptions[0]!, consumptions[2]!], heatContent, on);
  expect(whole.tce).toBeCloseTo(126.31, 10);
});

test('[R91] the coefficient of the data year holds, on both sides of the change', () => {
  expect(turn('蒸汽', 1000, 't', parseDate('2022-12-31')).tce).toBeCloseTo(128.6, 10);
  expect(turn('蒸汽', 1000, 't', parseDate('2023-01-01')).tce).toBeCloseTo(94.3, 10);
  expect(turn('蒸汽', 1000, 't', parseDate('2019-12-31')).findings[0]?.code).toBe('energy_carrier_missing');
});

test('[R91] another set gives another result and leaves the first as it was', () => {
  const before = turn('电力', 100, '万kWh');
  const other: CoefficientSet = { id: 'equal', title: '等价值', basis: '等价', rows: [equivalent] };
  const after = standardCoal([{ carrier: '电力', amount: 100, unit: '万kWh' }], other, on);
  expect(after.tce).toBe(404);
  expect(after.lines[0]?.coefficient).toEqual(equivalent);
  expect(before.lines[0]?.coefficient?.value).toBe(0.1229);
  expect(turn('电力', 100, '万kWh')).toEqual(before);
});

test('[R91] 4.04 等价 against 1.229 当量 is 3.29 times and flagged', () => {
  const compared = basisRatio(row('电力', 1.229, 'tce/万kWh'), equivalent);
  expect(compared.times).toBeCloseTo(3.2872, 4);
  expect(compared.findings.map((finding) => [finding.code, finding.severity])).toEqual([['energy_basis_differs', 'warning']]);
  expect(compared.findings[0]?.message).toContain('3.29 倍');
  expect(basisRatio(equivalent, row('电力', 0.1229, 'kgce/kWh')).times).toBeCloseTo(3.2872, 4);
});

test('[R91] the same basis, or the same value, is not flagged; other dimensions cannot be compared', () => {
  expect(basisRatio(row('电力', 1.229, 'tce/万kWh'), row('电力', 0.1229, 'kgce/kWh')).findings).toEqual([]);
  expect(basisRatio(row('原煤', 0.7143, 'tce/t'), { ...row('原煤', 0.7143, 'kgce/kg'), basis: '等价' }).findings).toEqual([]);
  const other = basisRatio(row('电力', 1, 'tce/t'), equivalent);
  expect(other.times).toBeNaN();
  expect(other.findings[0]?.code).toBe('energy_unit_mismatch');
});
