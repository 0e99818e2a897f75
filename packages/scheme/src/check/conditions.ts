/** 条件 — conditions that can never hold, and the grade of this year where there is none yet. */
import { evaluateRow, type Formula, type Frame, newColumn } from '@muheng/formula';
import { derivedFormulas } from '../read/parts.js';
import type { Path } from '../yaml/document.js';
import type { CheckInput, Report } from './input.js';

export function checkConditions(input: CheckInput, report: Report): void {
  const { scheme, formulas } = input;
  const conditions: { path: Path; what: string; formula: Formula }[] = [
    { path: ['who', 'include'], what: '评价范围', formula: scheme.who.include },
    ...scheme.who.except.map(({ when, reason }, index) => ({
      path: ['who', 'except', index, 'when'],
      what: `例外“${reason}”`,
      formula: when,
    })),
    ...scheme.groups.flatMap(({ id, name, when }) =>
      when === 'otherwise' ? [] : [{ path: ['groups', id, 'when'], what: `分组“${name}”`, formula: when }],
    ),
    ...(scheme.overrides?.rules ?? []).map(({ when, name }, index) => ({
      path: ['overrides', 'rules', index, 'when'],
      what: `调档规则“${name}”`,
      formula: when,
    })),
  ];
  for (const { path, what, formula } of conditions) {
    if (constantValue(formula) === 0) report('constant_condition', path, { what, value: '否' });
  }
  for (const { path, formula } of formulas) {
    const [first, second, index] = path;
    const afterCut =
      first === 'overrides' &&
      second === 'rules' &&
      typeof index === 'number' &&
      scheme.overrides?.rules[index]?.at === 'after_cut';
    if (!afterCut && readsGradeNow(formula)) report('grade_now_before_cut', path);
  }
  for (const formula of derivedFormulas(scheme)) if (readsGradeNow(formula)) report('grade_now_before_cut', ['facts']);
}

const readsGradeNow = (formula: Formula): boolean =>
  formula.references.some(({ id, yearsBack }) => id === 'grade' && yearsBack === 0);

/** The value of a formula that asks nothing about the subject; undefined for all others. */
function constantValue(formula: Formula): number | undefined {
  if (formula.references.length + formula.aggregates.length + formula.lists.length > 0) return undefined;
  const { value, absence } = evaluateRow(formula, emptyFrame, 0);
  return absence === 0 ? value : undefined;
}

const emptyFrame: Frame = {
  rows: 1,
  column: () => newColumn(1),
  codeOf: () => -1,
  textOf: () => '',
  aggregate: () => newColumn(1),
  member: () => newColumn(1),
  referenceDay: 19722,
  year: 2023,
};
