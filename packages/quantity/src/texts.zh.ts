/** Chinese texts of this package: findings of the energy conversion, and rounding in words. */
import { type FindingText, findingsOf } from '@muheng/finding';
import type { RoundingMode } from './rounding.js';

/** `{places}` is one of `decimals` and `whole`. */
export const roundingTexts: Readonly<Record<RoundingMode | 'none' | 'decimals' | 'whole', string>> = {
  excel: '四舍五入{places}（Excel 口径）',
  gbt8170: '按 GB/T 8170 修约{places}',
  up: '进位{places}',
  down: '舍去尾数{places}',
  none: '不修约',
  decimals: '保留{to}位小数',
  whole: '取整数',
};

const energyTexts = {
  energy_carrier_missing: {
    severity: 'error',
    message: '折标系数表“{set}”没有“{carrier}”在 {date} 有效的系数，这一项能耗无法折成标准煤。',
    remedy: '请在系数表中补上该能源品种及出处，或核对能源品种名称。',
  },
  energy_basis_wrong: {
    severity: 'error',
    message: '折标系数表“{set}”按{basis}值，但“{carrier}”的系数是{found}值，不能混用。',
    remedy: '请换用同一口径的系数。',
  },
  energy_carrier_ambiguous: {
    severity: 'error',
    message: '折标系数表“{set}”中“{carrier}”在 {date} 有 {count} 个有效系数，无法确定用哪一个。',
    remedy: '请核对各系数的起止日期，使同一天只有一个有效。',
  },
  energy_unit_mismatch: {
    severity: 'error',
    message: '“{carrier}”的实物量单位“{unit}”与折标系数单位“{coefficientUnit}”对不上，不能折成标准煤。',
    remedy: '请核对单位：电用 kWh 或万kWh，热用 GJ 或 MJ，气用 m³ 或万m³，煤和油用吨。',
  },
  energy_unit_unknown: {
    severity: 'error',
    message: '“{carrier}”的单位“{unit}”无法识别。',
    remedy: '请改写为常用单位，例如 万kWh、吨、万m³、GJ。',
  },
  energy_amount_absent: {
    severity: 'error',
    message: '“{carrier}”的实物量缺失，综合能耗无法合计。',
    remedy: '请补报实物量；确实没有消费的请填 0。',
  },
  energy_amount_negative: {
    severity: 'error',
    message: '“{carrier}”的实物量为负数（{amount} {unit}）。',
    remedy: '请核对实物量；外供能源请单独列出，不要填负数。',
  },
  energy_coefficient_invalid: {
    severity: 'error',
    message: '“{carrier}”的折标系数 {value} 无效，系数应大于 0。',
    remedy: '请按出处文件核对系数。',
  },
  energy_basis_differs: {
    severity: 'warning',
    message: '“{carrier}”按{basisA}值为 {valueA} {unitA}，按{basisB}值为 {valueB} {unitB}，相差 {times} 倍。',
    remedy: '请确认办法规定用当量值还是等价值，两种口径的结果不能比较。',
  },
} satisfies Record<string, FindingText>;

export const found = findingsOf(energyTexts);
