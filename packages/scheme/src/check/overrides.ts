/** 定档与调档 — rules that contradict each other, yield in circles, or stand on the wrong side of the cut. */
import { formulaInWords, type TypedNode } from '@muheng/formula';
import type { GradeClass, Override } from '../model.js';
import type { CheckInput, Report } from './input.js';

export function checkOverrides({ scheme, reading }: CheckInput, report: Report): void {
  const rules = scheme.overrides?.rules ?? [];
  for (const [index, rule] of rules.entries()) {
    const path = ['overrides', 'rules', index];
    const { effect, at, name } = rule;
    const kinds = scheme.groups
      .filter(({ id }) => rule.groups === 'all' || rule.groups.includes(id))
      .map(({ id }) => scheme.grades.cut.get(id)?.by);
    const quota =
      (effect.kind === 'direct' || effect.kind === 'not') &&
      at === 'before_cut' &&
      kinds.some((by) => by === 'share' || by === 'two_stage');
    const quotaSaid = reading.file.overrides?.rules[index]?.off_quota !== undefined;
    if (quotaSaid && !quota) report('off_quota_unused', [...path, 'off_quota'], { name });
    if (at === 'before_cut' && effect.kind === 'follow') report('follow_before_cut', [...path, 'at'], { name });
    if (at === 'before_cut' && (effect.kind === 'up' || effect.kind === 'down' || effect.kind === 'share'))
      report('move_before_cut', [...path, 'at'], { name });
    if (effect.kind === 'share' && effect.grade === 'of_largest' && effect.largestBy === null)
      report('largest_unsaid', [...path, 'effect'], { name });
    if (effect.kind === 'not' && scheme.grades.classes.every(({ key }) => effect.grades.includes(key)))
      report('rule_bars_all', [...path, 'effect'], { name });
    checkMove(rule, scheme.grades.classes, { path, report });
    for (const other of rules.slice(0, index)) checkPair(other, rule, { path, report });
  }
  checkYielding(rules, report);
}

/** 升降档 — from each class that the condition names there is somewhere to go. */
function checkMove(
  { effect, when, name }: Override,
  classes: readonly GradeClass[],
  { path, report }: { path: readonly (string | number)[]; report: Report },
): void {
  if (effect.kind !== 'up' && effect.kind !== 'down') return;
  const keys = classes.map(({ key }) => key);
  const end = effect.limit === null ? (effect.kind === 'up' ? 0 : keys.length - 1) : keys.indexOf(effect.limit);
  if (end < 0) return;
  const asked = gradesAsked(when.tree) ?? keys;
  if (asked.some((key) => (effect.kind === 'up' ? keys.indexOf(key) > end : keys.indexOf(key) >= 0 && keys.indexOf(key) < end)))
    return;
  const why = `条件里的类别是 ${asked.join('、')}，${effect.kind === 'up' ? '最高只能调到' : '最低只能调到'} ${keys[end] ?? ''}`;
  report('move_never_acts', [...path, 'effect'], { name, why });
}

/** The classes of this year that a condition demands; undefined when it does not say. */
function gradesAsked(node: TypedNode): readonly string[] | undefined {
  if (node.kind === 'call' && node.op === 'and') return node.args.map(gradesAsked).find((asked) => asked !== undefined);
  if (node.kind === 'call' && node.op === 'equal') {
    const text = node.args.find((part) => part.kind === 'text');
    return node.args.some(isGradeNow) && text?.kind === 'text' ? [text.text] : undefined;
  }
  return node.kind === 'among' && isGradeNow(node.of) && node.list === undefined ? node.texts : undefined;
}

const isGradeNow = (node: TypedNode): boolean => node.kind === 'name' && node.id === 'grade';

/** Two rules with one condition cannot both be right. */
function checkPair(
  first: Override,
  second: Override,
  { path, report }: { path: readonly (string | number)[]; report: Report },
): void {
  const apart = first.groups !== 'all' && second.groups !== 'all' && !first.groups.some((group) => second.groups.includes(group));
  const yields = first.unless.includes(second.id) || second.unless.includes(first.id);
  if (apart || yields || formulaInWords(first.when) !== formulaInWords(second.when)) return;
  const [a, b] = [first.effect, second.effect];
  const words = { first: first.name, second: second.name };
  if (a.kind === 'direct' && b.kind === 'direct' && a.grade !== b.grade) report('rules_contradict', path, words);
  if (a.kind === 'direct' && b.kind === 'not' && b.grades.includes(a.grade))
    report('rule_bars_own', path, { ...words, grade: a.grade });
  if (a.kind === 'not' && b.kind === 'direct' && a.grades.includes(b.grade)) {
    report('rule_bars_own', path, { first: second.name, second: first.name, grade: b.grade });
  }
}

/** 让位 — circles of `unless`, each named once. */
function checkYielding(rules: readonly Override[], report: Report): void {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const done = new Set<string>();
  const visit = (id: string, way: readonly string[]): void => {
    if (way.includes(id)) {
      const circle = [...way.slice(way.indexOf(id)), id].map((step) => byId.get(step)?.name ?? step);
      report('unless_cycle', ['overrides', 'rules', rules.findIndex((rule) => rule.id === id), 'unless'], {
        cycle: circle.join(' → '),
      });
      return;
    }
    if (done.has(id)) return;
    for (const next of byId.get(id)?.unless ?? []) visit(next, [...way, id]);
    done.add(id);
  };
  for (const { id } of rules) visit(id, []);
}
