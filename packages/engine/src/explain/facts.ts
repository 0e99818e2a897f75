/** 基础数据的来历 — each fact a formula reads: figure, unit, department, cell; derived ones with their own formula. */
import { absenceInWords, absenceKindOf, type Formula, formatNumber, traceRow } from '@muheng/formula';
import { isoDate, unitText } from '@muheng/quantity';
import { explainLand } from '../stages/land/explainLand.js';
import { printed } from './arithmetic.js';
import type { Explaining } from './context.js';
import type { FactLine } from './explanation.js';

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

function factLine(
  { scheme, dataset, scored }: Explaining,
  { id, years, row }: { id: string; years: number; row: number },
): FactLine {
  const rule = scheme.facts.get(id);
  const { frame } = scored;
  const column = frame.column(id, years);
  const kind = absenceKindOf(column.absence[row]!);
  const value = column.values[row]!;
  const year = frame.year - years;
  const shown = kind === undefined ? shownAs[rule?.type ?? 'number'](value, (code) => frame.textOf(code)) : absenceInWords[kind];
  const lines = rule?.formula === undefined || years > 0 ? [] : [traceRow(rule.formula, frame, row, rule.term).line];
  const land = id === 'land_used' && years === 0 && frame.dataset === dataset ? explainLand(dataset, scheme, row) : null;
  return {
    id,
    term: rule?.term ?? id,
    year,
    shown,
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
