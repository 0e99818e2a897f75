/**
 * 相邻单位 — the units in which offices keep one kind of figure, and so the factors by which a figure can be off when somebody took the
 * neighbouring one: 元 in a column of 万元, 亩 in a column of ㎡. Read `neighbourFactors`.
 */
import { convert, convertible, knownUnitTexts, type Unit } from '@muheng/quantity';
import { unitOf } from '../columns/vocabulary.js';
import { apart } from './slips.js';

/** Units that stand in tables of departments; others exist, but nobody types them by mistake. */
const customary: Readonly<Record<string, readonly string[]>> = {
  money: ['元', '千元', '万元', '亿元'],
  area: ['㎡', '亩', '公顷', '万㎡'],
  electricity: ['kWh', '万kWh'],
  coal: ['tce', '万tce', 'kgce'],
  mass: ['t', 'kg', '万t'],
  volume: ['m³', '万m³'],
  heat: ['GJ', 'MJ', '万GJ'],
  carbon: ['tCO₂', '万tCO₂', 'kgCO₂'],
};

/** Where nothing is customary: only 万 is left out, or put in. */
const tenThousands: readonly number[] = [10_000, 1 / 10_000];
const units = new Map(
  Object.entries(customary).map(([dimension, texts]) => [dimension, texts.flatMap((text) => unitOf(text) ?? [])]),
);

/** How many times too large a figure in `stated` is when it was typed in one of the other units, each factor once. */
export function neighbourFactors(stated: Unit | undefined): readonly number[] {
  if (stated === undefined) return tenThousands;
  const others = units.get(stated.dimension);
  if (others === undefined) return stated.dimension === '' ? [] : tenThousands;
  const factors = others.filter((other) => convertible(stated, other)).map((other) => convert(1, stated, other));
  return [...new Set(factors)].filter((factor) => apart(factor, 1) > 1.01);
}

/** The unit in which the same figures would fit: 万元 stated and 10 000 times too large gives 元. */
export function proposedUnit(stated: Unit | undefined, factor: number): string | undefined {
  if (stated === undefined) return undefined;
  for (const text of [...(customary[stated.dimension] ?? []), ...knownUnitTexts()]) {
    const unit = unitOf(text);
    if (unit === undefined || !convertible(unit, stated)) continue;
    if (apart(convert(1, stated, unit), factor) < 1.01) return text;
  }
  return undefined;
}
