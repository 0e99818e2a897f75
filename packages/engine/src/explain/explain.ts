/**
 * 评定依据 — why this subject has this grade: facts with their cells, formulas with numbers, benchmarks, limits, rounding, total, rank,
 * lines, rules with citations, assumptions. Recomputed on demand by the functions that scored, never stored. Start here.
 */
import { type Scheme, statusName } from '@muheng/scheme';
import type { Dataset } from '../dataset.js';
import { gradeKey } from '../json.js';
import type { Result } from '../result.js';
import { clauseOf } from '../stages/reasons.js';
import { conclusionOf } from './conclusion.js';
import { type Explaining, explaining, weightIn } from './context.js';
import type { Explanation, Viewer } from './explanation.js';
import { explainIndicator } from './indicator.js';
import { methodWords } from './points.js';
import { remembered } from './remembered.js';
import { explainCut, explainRank } from './standing.js';
import { explainBonus, explainBranches, explainTotal } from './total.js';

export interface ExplainTask {
  readonly scheme: Scheme;
  readonly dataset: Dataset;
  readonly result: Result;
}

/** One subject. For many subjects of one result use `explainer`, which prepares once. Raises a RangeError for an unknown subject. */
export const explainSubject = (task: ExplainTask & { readonly subject: string; readonly viewer: Viewer }): Explanation =>
  explainer(task)(task.subject, task.viewer);

export function explainer(task: ExplainTask): (subject: string, viewer: Viewer) => Explanation {
  const context = explaining(task);
  const rows = new Map(task.result.subjects.map((id, row) => [id, row]));
  return (subject, viewer) => {
    const row = rows.get(subject);
    if (row === undefined) throw new RangeError(`no subject ${subject} in the result`);
    return viewer === 'public' ? publicExplanation(context, row) : fullExplanation(context, row, viewer);
  };
}

function frameOf({ scheme, result }: Explaining, row: number) {
  const group = scheme.groups[result.group[row]!];
  const id = result.statusIds[result.status[row]!]!;
  return {
    scheme: {
      id: scheme.id,
      title: scheme.title,
      place: scheme.place.name,
      work: scheme.place.work,
      measure: scheme.subject.measure,
      trial: scheme.trial ?? null,
    },
    year: result.year,
    subject: { id: result.subjects[row]!, name: result.names[row]! },
    group: group?.name ?? null,
    status: { id, name: statusName(scheme, id) },
    grade: gradeKey(result, result.grade[row]!),
    computedGrade: gradeKey(result, result.computedGrade[row]!),
    assumptions: scheme.assumptions,
  };
}

function fullExplanation(context: Explaining, row: number, viewer: 'auditor' | 'enterprise'): Explanation {
  const { scheme, result } = context;
  const groupId = result.groupIds[result.group[row]!];
  const common = {
    ...frameOf(context, row),
    viewer,
    overrides: result.overrides.get(row) ?? [],
    reasons: result.reasons.get(row) ?? [],
  };
  const conclusion = remembered(() => conclusionOf(context, row, viewer));
  if (groupId === undefined)
    return {
      ...common,
      conclusion: conclusion(),
      ...{ indicators: [], branches: [], bonus: [], total: null, rank: null, cut: null },
    };
  const at = { row, groupId, others: viewer === 'auditor' };
  const leaves = scheme.leaves.filter((leaf) => weightIn(leaf, groupId) > 0);
  const isGraded = result.rank[row]! > 0 || result.computedGrade[row]! >= 0 || result.grade[row]! >= 0;
  const bonus = remembered(() => explainBonus(context, at));
  const total = remembered(() => explainTotal(context, at));
  const rank = remembered(() => explainRank(context, row));
  const cut = remembered(() => (isGraded ? explainCut(context, row, at.others) : null));
  return {
    ...common,
    indicators: leaves.map((leaf) => explainIndicator(context, leaf, at)),
    branches: explainBranches(context, at),
    get conclusion() {
      return conclusion();
    },
    get bonus() {
      return bonus();
    },
    get total() {
      return total();
    },
    get rank() {
      return rank();
    },
    get cut() {
      return cut();
    },
  };
}

/** Grade, method and assumptions; no figure of anybody. */
function publicExplanation(context: Explaining, row: number): Explanation {
  const { scheme, result } = context;
  const groupId = result.groupIds[result.group[row]!] ?? '';
  const method = (leaf: Scheme['leaves'][number]): string => {
    const rule = leaf.score.get(groupId);
    return rule === undefined ? '' : methodWords[rule.by];
  };
  const indicators = scheme.leaves
    .filter((leaf) => weightIn(leaf, groupId) > 0)
    .map((leaf) => ({
      ...{
        id: leaf.id,
        name: leaf.name,
        unit: leaf.unit.text,
        weight: weightIn(leaf, groupId),
        method: method(leaf),
        clause: clauseOf(leaf.cited),
      },
      ...{ value: null, benchmark: null, score: null, facts: [], benchmarkHow: null, lines: [], notes: [] },
    }));
  const overrides = (result.overrides.get(row) ?? []).filter((hit) => hit.applied);
  const nothing = { branches: [], bonus: [], total: null, rank: null, cut: null, reasons: [] };
  return {
    ...frameOf(context, row),
    viewer: 'public',
    computedGrade: null,
    conclusion: conclusionOf(context, row, 'public'),
    indicators,
    overrides,
    ...nothing,
  };
}
