/** 定档与调档 — the rules that stand above the cut, in their order. */
import type { NameSpace } from '@muheng/formula';
import type { GradesRule, Group, Override, OverrideEffect, OverridesRule } from '../model.js';
import type { OverrideFile } from '../shape/grades.js';
import type { Path } from '../yaml/document.js';
import { type FactDraft, findFact } from './facts.js';
import { checkGrade } from './grades.js';
import { didYouMean, type Reading } from './reading.js';
import { groupsOf } from './totals.js';

export interface OverrideScope {
  readonly reading: Reading;
  readonly space: NameSpace;
  readonly facts: ReadonlyMap<string, FactDraft>;
  readonly grades: GradesRule;
  readonly groups: readonly Group[];
}

export function readOverrides(scope: OverrideScope): OverridesRule | undefined {
  const { reading } = scope;
  const file = reading.file.overrides;
  if (file === undefined) return undefined;
  const ids = file.rules.map(({ id }) => id);
  const rules = file.rules.map((rule, index): Override => {
    const path = ['overrides', 'rules', index];
    if (ids.indexOf(rule.id) !== index) reading.report('id_twice', [...path, 'id'], { id: rule.id });
    for (const [at, name] of (rule.unless ?? []).entries()) {
      if (!ids.includes(name)) reading.report('rule_unknown', [...path, 'unless', at], { name, hint: didYouMean(name, ids) });
    }
    return {
      id: rule.id,
      name: rule.name,
      when: reading.formula(rule.when, scope.space, { type: 'flag', path: [...path, 'when'] }),
      effect: effectOf(scope, rule, path),
      at: rule.at,
      unless: rule.unless ?? [],
      groups: groupsOf(reading, rule.groups, [...path, 'groups']),
      cited: reading.cite(rule, { path, what: `调档规则“${rule.name}”` }),
    };
  });
  return { order: file.order, vacated: file.vacated, rules };
}

function effectOf(scope: OverrideScope, rule: OverrideFile, rulePath: Path): OverrideEffect {
  const { reading, grades } = scope;
  const path = [...rulePath, 'effect'];
  const known = (grade: string, key: string): string => {
    checkGrade(reading, grades.classes, { grade, path: [...path, key] });
    return grade;
  };
  const { effect } = rule;
  if ('direct' in effect)
    return { kind: 'direct', grade: known(effect.direct, 'direct'), offQuota: offQuotaOf(scope, rule, rulePath) };
  if ('not' in effect)
    return { kind: 'not', grades: effect.not.map((grade) => known(grade, 'not')), offQuota: offQuotaOf(scope, rule, rulePath) };
  if ('up' in effect)
    return { kind: 'up', by: effect.up, limit: effect.not_above === undefined ? null : known(effect.not_above, 'not_above') };
  if ('down' in effect)
    return { kind: 'down', by: effect.down, limit: effect.not_below === undefined ? null : known(effect.not_below, 'not_below') };
  const find = (name: string, key: string, type: 'text' | 'number'): string =>
    findFact(reading, scope.facts, { name, path: [...path, key], type }) ?? '';
  if ('follow' in effect) return { kind: 'follow', fact: find(effect.follow, 'follow', 'text') };
  const largestBy = effect.largest_by === undefined ? null : find(effect.largest_by, 'largest_by', 'number');
  return { kind: 'share', fact: find(effect.share, 'share', 'text'), grade: effect.grade, largestBy };
}

/** Off quota or not changes who else gets a place: under a cut by shares it must be said. */
function offQuotaOf(scope: OverrideScope, rule: OverrideFile, path: Path): boolean {
  const cuts = scope.groups
    .filter(({ id }) => rule.groups === undefined || rule.groups.includes(id))
    .map(({ id }) => scope.grades.cut.get(id)?.by);
  const counted = cuts.some((by) => by === 'share' || by === 'two_stage');
  if (rule.off_quota === undefined && counted && rule.at === 'before_cut')
    scope.reading.report('off_quota_unsaid', path, { name: rule.name });
  return rule.off_quota ?? true;
}
