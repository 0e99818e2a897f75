/**
 * 显示与判断 — a value shown as 10.00 that a rule `>= 10` refuses must not contradict it silently (R88): every comparison of an
 * indicator or the total with a constant is asked again on the shown value, and a different answer becomes a finding.
 */
import { type Formula, formulaInWords, type TypedNode } from '@muheng/formula';
import { atLeast, atMost, equalNumbers, lessThan, moreThan, roundTo } from '@muheng/quantity';
import type { Scheme } from '@muheng/scheme';
import type { MoveRecord } from '../moves/record.js';

export interface ShownSource {
  readonly scheme: Scheme;
  readonly graded: Uint8Array;
  column(id: string): Float64Array;
}

interface Comparison {
  readonly rule: string;
  readonly id: string;
  readonly to: number;
  readonly decide: (value: number) => boolean;
}

export function checkDisplay(source: ShownSource, record: MoveRecord): void {
  for (const comparison of comparisonsOf(source.scheme)) {
    const values = source.column(comparison.id);
    const rows: number[] = [];
    for (let row = 0; row < values.length; row++) {
      const value = values[row]!;
      if (source.graded[row] !== 1 || Number.isNaN(value)) continue;
      const shown = roundTo(value, { to: comparison.to, by: 'excel' });
      if (shown !== value && comparison.decide(shown) !== comparison.decide(value)) rows.push(row);
    }
    record.about('display_contradicts_decision', rows, { rule: comparison.rule });
  }
}

function comparisonsOf(scheme: Scheme): Comparison[] {
  const shown = decimalsShown(scheme);
  const rules = scheme.overrides?.rules.map((rule): [string, Formula] => [rule.name, rule.when]) ?? [];
  const bonus =
    scheme.bonus?.items.flatMap((item): [string, Formula][] => (item.when === undefined ? [] : [[item.name, item.when]])) ?? [];
  const found = [...rules, ...bonus].flatMap(([rule, formula]) => inTree(formula.tree, rule, shown));
  for (const cut of new Set(scheme.grades.cut.values())) {
    if (cut.by === 'rules') found.push(...cut.rules.flatMap(({ when }) => inTree(when.tree, formulaInWords(when), shown)));
    if (cut.by !== 'threshold' || cut.on.tree.kind !== 'name') continue;
    const { id, term } = cut.on.tree;
    const to = shown.get(id);
    const op = cut.better === 'higher' ? (cut.edge === 'in' ? 'at_least' : 'more') : cut.edge === 'in' ? 'at_most' : 'less';
    for (const line of cut.lines.values())
      if (to !== undefined && line !== 'rest')
        found.push({ rule: `${term} ${signs[op]} ${line}`, id, to, decide: (value) => decide[op](value, line) });
  }
  return found;
}

/** Decimals on screen of the total, and of every indicator's value. */
export function decimalsShown(scheme: Scheme): ReadonlyMap<string, number> {
  const total = scheme.total.round === 'none' ? 2 : scheme.total.round.to;
  return new Map([['total', total], ...scheme.leaves.map((leaf): [string, number] => [`value.${leaf.id}`, leaf.show])]);
}

type Sign = 'at_least' | 'more' | 'at_most' | 'less' | 'equal' | 'unequal';
const signs: Readonly<Record<Sign, string>> = {
  at_least: '不低于',
  more: '超过',
  at_most: '不超过',
  less: '低于',
  equal: '等于',
  unequal: '不等于',
};
const decide: Readonly<Record<Sign, (value: number, line: number) => boolean>> = {
  at_least: atLeast,
  more: moreThan,
  at_most: atMost,
  less: lessThan,
  equal: equalNumbers,
  unequal: (value, line) => !equalNumbers(value, line),
};
const turned: Readonly<Record<Sign, Sign>> = {
  at_least: 'at_most',
  more: 'less',
  at_most: 'at_least',
  less: 'more',
  equal: 'equal',
  unequal: 'unequal',
};

const isSign = (op: string): op is Sign => Object.hasOwn(signs, op);

function inTree(node: TypedNode, rule: string, shown: ReadonlyMap<string, number>): Comparison[] {
  if (node.kind !== 'call') return [];
  const [left, right] = node.args;
  if (!isSign(node.op) || left === undefined || right === undefined)
    return node.args.flatMap((part) => inTree(part, rule, shown));
  if (left.kind === 'name' && right.kind === 'constant')
    return comparison({ name: left.id, line: right.value, sign: node.op, rule }, shown);
  if (right.kind === 'name' && left.kind === 'constant')
    return comparison({ name: right.id, line: left.value, sign: turned[node.op], rule }, shown);
  return [];
}

function comparison(
  { name, line, sign, rule }: { name: string; line: number; sign: Sign; rule: string },
  shown: ReadonlyMap<string, number>,
): Comparison[] {
  const to = shown.get(name);
  return to === undefined ? [] : [{ rule, id: name, to, decide: (value) => decide[sign](value, line) }];
}
