/**
 * 评价 — a scheme run over a dataset: scored subjects are ranked, cut and moved by the rules, and everything that an official argues
 * about is kept in `Result`. Pure: the same scheme and dataset give the same bits. Start here, then stages/scored.ts and stages/grading.ts.
 */
import { compile, type Formula } from '@muheng/formula';
import type { Scheme } from '@muheng/scheme';
import type { Dataset } from './dataset.js';
import { engineSemantics, type Reason, type Result } from './result.js';
import { checkDisplay } from './stages/cut/display.js';
import { poolResults, reportCuts } from './stages/cut/report.js';
import { type Graded, gradeByPlan, gradingPlan } from './stages/grading.js';
import { checkLimits } from './stages/moves/limits.js';
import { type KeptRecord, keepRecord } from './stages/moves/record.js';
import { scoreSubjects } from './stages/scored.js';
import type { Scored } from './stages/stage.js';

export const evaluate = (scheme: Scheme, dataset: Dataset): Result => gradeSubjects(scoreSubjects(scheme, dataset));

/** The second half of a run: ranking, cut, rules. */
export function gradeSubjects(scored: Scored): Result {
  const { scheme, frame, pools } = scored;
  const { dataset } = frame;
  const named = {
    ids: dataset.subjects,
    get names() {
      return dataset.names;
    },
  };
  const record = keepRecord(scheme.grades.classes, named);
  const plan = gradingPlan(scored);
  const graded = gradeByPlan(plan, scored, record);
  const values = (formula: Formula): Float64Array => (plan.kept.get(formula) ?? compile(formula).run(frame)).values;
  reportCuts(scored, graded, { members: plan.members.graded, record, values });
  checkDisplay({ scheme, graded: plan.members.graded, column: (id) => frame.column(id, 0).values }, record);
  const poolsOut = poolResults(scored, graded);
  const counts = poolsOut.map((pool) => ({ ...pool, decided: decidedCounts(scheme, pool.cuts) }));
  checkLimits(scheme.grades, counts, record);
  let reasons: Result['reasons'] | undefined;
  return {
    schemeId: scheme.id,
    year: dataset.year,
    semantics: engineSemantics,
    subjects: dataset.subjects,
    get names() {
      return dataset.names;
    },
    status: scored.status,
    statusIds: scored.statusIds,
    group: scored.group,
    groupIds: scored.groupIds,
    pool: pools.of,
    leaves: scored.leaves,
    branches: scored.branches,
    bonus: scored.bonus,
    get baseTotal() {
      return scored.baseTotal;
    },
    get bonusTotal() {
      return scored.bonusTotal;
    },
    total: scored.total,
    rank: graded.rank,
    computedGrade: graded.computed,
    grade: withMembers(scored, graded, plan.rowOf),
    gradeKeys: scheme.grades.classes.map((grade) => grade.key),
    get overrides() {
      return record.hits;
    },
    get reasons() {
      reasons ??= allReasons(scored, record);
      return reasons;
    },
    pools: poolsOut,
    benchmarks: scored.benchmarks,
    findings: [...scored.findings, ...record.findings],
  };
}

const decidedCounts = (scheme: Scheme, cuts: Result['pools'][number]['cuts']): number[] =>
  scheme.grades.classes.map(({ key }) => cuts.find((cut) => cut.grade === key)?.decided ?? 0);

/** 合并评价 — members carry the grade of the subject they were merged into. */
function withMembers({ mergedInto, frame }: Scored, { grade }: Graded, rowOf: (id: string) => number): Int16Array {
  if (mergedInto.size === 0) return grade;
  frame.dataset.subjects.forEach((id, row) => {
    if (mergedInto.has(id)) grade[row] = grade[rowOf(id)] ?? -1;
  });
  return grade;
}

function allReasons(scored: Scored, record: KeptRecord): Result['reasons'] {
  if (record.reasons.size === 0) return scored.reasons;
  const all = new Map<number, readonly Reason[]>(scored.reasons);
  for (const [row, reasons] of record.reasons) all.set(row, [...(all.get(row) ?? []), ...reasons]);
  return all;
}
