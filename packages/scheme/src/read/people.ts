/** 评价范围、状态与分组 — who is in, with what standing, and in which group. */
import type { NameSpace } from '@muheng/formula';
import { builtInStatuses, type Citation, type Group, type StatusRule, type WhoRule } from '../model.js';
import { allOf, didYouMean, type Reading } from './reading.js';

export function readStatuses(reading: Reading): Map<string, StatusRule> {
  const statuses = new Map<string, StatusRule>();
  for (const [id, file] of Object.entries(reading.file.statuses ?? {})) {
    const path = ['statuses', id];
    if (builtInStatuses.some((known) => known === id)) reading.report('id_twice', path, { id });
    const { name, computed, ranked, graded, treated_as } = file;
    if (treated_as !== undefined && !Object.hasOwn(reading.file.grades.classes, treated_as)) {
      reading.report('grade_unknown', [...path, 'treated_as'], {
        name: treated_as,
        hint: allOf('类别', Object.keys(reading.file.grades.classes)),
      });
    }
    const cited = reading.cite(file, { path, what: `评价状态“${name}”` });
    statuses.set(id, {
      id,
      name,
      computed,
      ranked,
      graded,
      ...(treated_as === undefined ? {} : { treatedAs: treated_as }),
      cited,
    });
  }
  return statuses;
}

export function readWho(reading: Reading, space: NameSpace, statuses: ReadonlyMap<string, StatusRule>): WhoRule {
  const file = reading.file.who;
  const known = [...builtInStatuses, ...statuses.keys()];
  const seen = new Set<string>();
  const except = (file.except ?? []).map((exception, index) => {
    const path = ['who', 'except', index];
    const { id, reason, status } = exception;
    if (seen.has(id)) reading.report('id_twice', [...path, 'id'], { id });
    seen.add(id);
    if (!known.includes(status))
      reading.report('status_unknown', [...path, 'status'], { name: status, hint: didYouMean(status, known) });
    const when = reading.formula(exception.when, space, { type: 'flag', path: [...path, 'when'] });
    return { id, when, status, reason, cited: reading.cite(exception, { path, what: `例外“${reason}”` }) };
  });
  return {
    include: reading.formula(file.include, space, { type: 'flag', path: ['who', 'include'] }),
    undetermined: file.undetermined,
    except,
    cited: reading.cite(file, { path: ['who'], what: '评价范围' }),
  };
}

export function readGroups(reading: Reading, space: NameSpace): Group[] {
  const entries = Object.entries(reading.file.groups);
  const others = entries.filter(([, { when }]) => isOtherwise(when)).length;
  return entries.map(([id, file], index): Group => {
    const path = ['groups', id];
    const rest = isOtherwise(file.when);
    if (rest && others > 1) reading.report('otherwise_twice', [...path, 'when']);
    else if (rest && index < entries.length - 1) reading.report('otherwise_not_last', [...path, 'when']);
    const cited: Citation = reading.cite(file, { path, what: `分组“${file.name}”` });
    const when = rest ? ('otherwise' as const) : reading.formula(file.when, space, { type: 'flag', path: [...path, 'when'] });
    return { id, name: file.name, when, pool: file.pool ?? id, cited };
  });
}

const isOtherwise = (text: string): boolean => text.trim() === 'otherwise';

export function readMerge(reading: Reading, space: NameSpace, by: string | undefined) {
  const file = reading.file.merge;
  if (file === undefined || by === undefined) return undefined;
  const when =
    file.when === undefined ? {} : { when: reading.formula(file.when, space, { type: 'flag', path: ['merge', 'when'] }) };
  return { by, ...when, cited: reading.cite(file, { path: ['merge'], what: '合并评价' }) };
}
