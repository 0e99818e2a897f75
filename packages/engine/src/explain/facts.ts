/** 基础数据的来历 — each fact a formula reads: figure, unit, department, cell; derived ones with their own formula. */
import { absenceInWords, absenceKindOf, type Column, type Formula, formatNumber, traceRow } from '@muheng/formula';
import { isoDate, unitText } from '@muheng/quantity';
import { explainLand } from '../stages/land/explainLand.js';
import { printed } from './arithmetic.js';
import type { Explaining } from './context.js';
import type { FactLine } from './explanation.js';
import { memberLines } from './merging.js';

export function factLines(context: Explaining, formula: Formula, row: number): FactLine[] {
  const seen = new Set<string>();
  const lines: FactLine[] = [];
  const read = (from: Formula, back: number): void => {
    for (const { id, yearsBack } of from.references) {
      const years = back + yearsBack;
      if (seen.has(`${id}@${years}`) || !context.scheme.facts.has(id)) continue;
      seen.add(`${id}@${years}`);
      lines.push(factLine(context, { id, years, row }));
      const derived = context.scheme.facts.get(id)?.formula;
      if (derived !== undefined) read(derived, years);
    }
  };
  read(formula, 0);
  return lines;
}

function factLine(context: Explaining, { id, years, row }: { id: string; years: number; row: number }): FactLine {
  const { scheme, dataset, scored } = context;
  const rule = scheme.facts.get(id);
  const { frame } = scored;
  const column = frame.column(id, years);
  const year = frame.year - years;
  const shownIn = ({ values, absence }: Column, at: number): string => {
    const kind = absenceKindOf(absence[at]!);
    return kind === undefined ? shownAs[rule?.type ?? 'number'](values[at]!, (code) => frame.textOf(code)) : absenceInWords[kind];
  };
  const lines =
    rule?.formula !== undefined
      ? years > 0
        ? []
        : [traceRow(rule.formula, frame, row, rule.term).line]
      : rule === undefined
        ? []
        : memberLines(context, { rule, year, row, value: column.values[row]!, shown: shownIn });
  const land = id === 'land_used' && years === 0 && frame.dataset === dataset ? explainLand(dataset, scheme, row) : null;
  return {
    id,
    term: rule?.term ?? id,
    year,
    shown: shownIn(column, row),
    unit: rule === undefined ? '' : unitText(rule.unit),
    from: rule?.from ?? null,
    source: frame.dataset.source(id, year, row),
    lines,
    land,
  };
}

const shownAs: Readonly<
  Record<'number' | 'text' | 'date' | 'flag', (value: number, textOf: (code: number) => string) => string>
> = {
  number: (value) => formatNumber(value),
  text: (code, textOf) => textOf(code),
  date: (day) => isoDate(day),
  flag: (value) => (value === 1 ? '是' : '否'),
};

/** 用地面积 in words, one line for each occupancy row, then the sum; every line recomputable. */
export function landInWords({ land }: FactLine): string[] {
  if (land === null) return [];
  const rows = land.lines.map(
    (line) =>
      `${line.kind} 宗地“${line.parcel}” ${printed(line.area)} ㎡，占全年 ${printed(line.share)}，计 ${printed(line.contribution)} ㎡（${line.words}）`,
  );
  return [
    ...rows,
    `合计 ${printed(land.squareMetres)} ㎡，折 ${printed(land.mu)} 亩${land.rounded === land.mu ? '' : `，修约为 ${printed(land.rounded)} 亩`}`,
  ];
}
