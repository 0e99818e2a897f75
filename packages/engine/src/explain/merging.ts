/** 合并评价的依据 — whose subject a member went into, and of which members' figures, with their cells, a merged figure is made. */
import { type Column, formatNumber } from '@muheng/formula';
import type { FactRule } from '@muheng/scheme';
import { clauseOf } from '../stages/reasons.js';
import { operand, printed } from './arithmetic.js';
import type { Explaining } from './context.js';

/** Row of the subject that a member was merged into; null for everybody else. */
export const mergedHead = ({ scored, result }: Explaining, row: number): number | null =>
  scored.mergedInto.get(result.subjects[row]!) ?? null;

const together: Readonly<Record<FactRule['merged'], string>> = {
  sum: '合计',
  mean: '取平均',
  most: '取大',
  least: '取小',
  first: '取第一个有数据的成员',
};

export interface MergedFact {
  readonly rule: FactRule;
  readonly year: number;
  readonly row: number;
  /** What the evaluation reads; NaN when absent. */
  readonly value: number;
  /** One figure as words, or the kind of its absence. */
  readonly shown: (column: Column, row: number) => string;
}

/** `评价税收 2500 = 2000 + 500`, then each figure with member and cell. Nothing for a fact that no table delivers. */
export function memberLines(context: Explaining, fact: MergedFact): string[] {
  const { dataset } = context;
  const { rule, year } = fact;
  const members = context.membersOf(fact.row);
  const column = dataset.facts.get(year)?.get(rule.id);
  if (members.length === 0 || column === undefined || rule.formula !== undefined) return [];
  const cells = members.map((row) => {
    const place = [dataset.subjects[row], dataset.source(rule.id, year, row)].filter((each) => each !== null).join(' ');
    return `${fact.shown(column, row)}（${place}）`;
  });
  const how = rule.type === 'number' ? rule.merged : 'first';
  const present = members.map((row) => column.values[row]!).filter((value) => !Number.isNaN(value));
  const sum = rule.type === 'number' && !Number.isNaN(fact.value) ? arithmetic(how, present, fact.value) : null;
  const cited = context.scheme.merge === undefined ? '' : clauseOf(context.scheme.merge.cited);
  return [
    ...(sum === null ? [] : [`${rule.term} ${printed(fact.value)} = ${sum}`]),
    `合并口径：${together[how]}，${cells.join(how === 'sum' ? ' + ' : '、')}${cited === '' ? '' : `　依据：${cited}`}`,
  ];
}

/** The expression, when it gives the value: 用地面积 may have been settled from the occupancy table instead. */
function arithmetic(how: FactRule['merged'], values: readonly number[], value: number): string | null {
  const list = values.map(operand).join(', ');
  const sum = values.reduce((all, each) => all + each, 0);
  const [result, expression] = {
    sum: [sum, values.map(operand).join(' + ')] as const,
    mean: [sum / values.length, `平均(${list})`] as const,
    most: [Math.max(...values), `最大(${list})`] as const,
    least: [Math.min(...values), `最小(${list})`] as const,
    first: [values[0] ?? Number.NaN, operand(values[0] ?? Number.NaN)] as const,
  }[how];
  return formatNumber(result) === formatNumber(value) ? expression : null;
}
