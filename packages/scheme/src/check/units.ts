/** 印错的单位 — the unit a document prints against the unit the value really has (赤峰 prints 项目数量 in 亿元). */
import { equalNumbers, parseUnit } from '@muheng/quantity';
import { pathFromWords } from '../read/used.js';
import type { CheckInput, Report } from './input.js';

export function checkUnits({ scheme, reading }: CheckInput, report: Report): void {
  for (const { name, printedUnit, unit, path } of scheme.leaves) {
    if (printedUnit === undefined) continue;
    const printed = parseUnit(printedUnit, { mu: reading.mu });
    const same =
      printed?.dimension === unit.dimension &&
      equalNumbers(printed.factor.over * unit.factor.under, unit.factor.over * printed.factor.under);
    const at = [...pathFromWords(path), 'printed_unit'];
    if (same) report('printed_unit_same', at, { name });
    else report('printed_unit_looks_wrong', at, { name, printed: printedUnit, unit: unit.text });
  }
}
