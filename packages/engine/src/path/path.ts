/**
 * 提升参考 — the smallest single changes that take a subject to a grade: one number more or less, one flag, one title with a bonus. Each
 * is found and verified by whole evaluations in which all others stand still and the quotas move along. For reference, never a promise.
 */
import type { Formula } from '@muheng/formula';
import { formatNumber } from '@muheng/formula';
import { dayNumber } from '@muheng/quantity';
import { type FactRule, gradeName, type Scheme, statusName } from '@muheng/scheme';
import type { Dataset } from '../dataset.js';
import { smallPool, smallPoolInWords } from '../explain/smallPool.js';
import { subjectInWords } from '../explain/words.js';
import { gradeKey } from '../json.js';
import type { Result } from '../result.js';
import { gradeByPlan, gradingPlan } from '../stages/grading.js';
import { noRecord } from '../stages/moves/record.js';
import { scoreSubjects } from '../stages/scored.js';
import { withFact, withTitle } from './changes.js';
import { nearest } from './search.js';

export interface PathTask {
  readonly scheme: Scheme;
  readonly dataset: Dataset;
  readonly result: Result;
  readonly subject: string;
  /** The grade to reach, or a better one. */
  readonly grade: string;
}

export interface Step {
  readonly kind: 'number' | 'flag' | 'title';
  /** Fact id or title. */
  readonly what: string;
  readonly from: number | null;
  readonly to: number | null;
  /** |change| ÷ size now; null for flags and titles. */
  readonly relative: number | null;
  /** The grade it gives. */
  readonly reached: string;
  readonly words: string;
}

export interface Path {
  readonly subject: string;
  readonly from: string | null;
  readonly grade: string;
  /** Titles and flags first, then numbers by relative size of the change. */
  readonly steps: readonly Step[];
  /** Chinese: why there is none, or which facts were left out. */
  readonly notes: readonly string[];
}

/** Raises a RangeError for a subject or grade that does not exist. */
export function path(task: PathTask): Path {
  const { scheme, dataset, result, subject, grade } = task;
  const row = dataset.subjects.indexOf(subject);
  const resultRow = result.subjects.indexOf(subject);
  const target = result.gradeKeys.indexOf(grade);
  if (resultRow < 0 || target < 0) throw new RangeError(`no subject ${subject} or grade ${grade}`);
  const from = gradeKey(result, result.grade[resultRow]!);
  const head = { subject, from, grade };
  const now = result.grade[resultRow]!;
  if (now >= 0 && now <= target) return { ...head, steps: [], notes: [`已是${gradeName(scheme, from)}，无需提升`] };
  const { mergedInto } = scoreSubjects(scheme, dataset);
  const mergedRow = mergedInto.get(subject);
  const judged = mergedRow ?? resultRow;
  if (row < 0) return { ...head, steps: [], notes: [membersFirst([...mergedInto], resultRow)] };
  const trial: Trial = { ...task, row, target, judged: result.subjects[judged]! };
  const numbers = factsRead(scheme, result, judged).map((rule) => stepsOfFact(trial, rule));
  const steps = [
    ...titleSteps(trial),
    ...flagSteps(trial),
    ...numbers.flatMap((each) => each.steps).sort((a, b) => (a.relative ?? 0) - (b.relative ?? 0) || (a.what < b.what ? -1 : 1)),
  ];
  const notes = [...(mergedRow === undefined ? [] : [mergedNote(result, judged)]), ...numbers.flatMap((each) => each.notes)];
  return { ...head, steps, notes: steps.length > 0 ? notes : [...notes, ...whyNone(task, judged)] };
}

const membersFirst = (mergedInto: readonly (readonly [string, number])[], row: number): string =>
  `合并评价的对象没有自己的数据，请按成员分别测算：${mergedInto.flatMap(([id, head]) => (head === row ? [id] : [])).join('、')}`;

const mergedNote = ({ subjects, names }: Result, row: number): string =>
  `已并入“${subjectInWords({ id: subjects[row]!, name: names[row]! })}”合并评价，随其类别：测算的是改动本评价对象的数据以后合并对象的类别`;

interface Trial extends PathTask {
  readonly row: number;
  readonly target: number;
  /** The subject whose grade counts: itself, or the one it was merged into. */
  readonly judged: string;
}

/** Grade of the subject after a whole evaluation of the changed dataset; −1 none. */
function gradeOf({ scheme, judged }: Trial, dataset: Dataset): number {
  const scored = scoreSubjects(scheme, dataset);
  const { grade } = gradeByPlan(gradingPlan(scored), scored, noRecord);
  return grade[scored.frame.dataset.subjects.indexOf(judged)] ?? -1;
}

const suffices = (trial: Trial, dataset: Dataset): boolean => {
  const grade = gradeOf(trial, dataset);
  return grade >= 0 && grade <= trial.target;
};

/** Delivered numbers that the subject's indicators read, through derived facts too, in the scheme's order. */
function factsRead(scheme: Scheme, result: Result, row: number): FactRule[] {
  const group = result.groupIds[result.group[row]!] ?? '';
  const ids = new Set<string>();
  const read = (formula: Formula): void => {
    for (const { id, yearsBack } of formula.references) {
      const rule = scheme.facts.get(id);
      if (yearsBack > 0 || rule === undefined || ids.has(id)) continue;
      if (rule.formula === undefined) ids.add(id);
      else read(rule.formula);
    }
  };
  for (const leaf of scheme.leaves) if ((leaf.weight.get(group) ?? 0) > 0) read(leaf.formula);
  return [...scheme.facts.values()].filter((rule) => ids.has(rule.id) && rule.type === 'number');
}

function stepsOfFact(trial: Trial, rule: FactRule): { readonly steps: Step[]; readonly notes: string[] } {
  const { dataset, row } = trial;
  const column = dataset.facts.get(dataset.year)?.get(rule.id);
  if (column === undefined || column.absence[row] !== 0) return { steps: [], notes: [`${rule.term}缺数据，未作测算`] };
  const now = column.values[row]!;
  const reaches = (value: number): boolean => suffices(trial, withFact(dataset, { fact: rule.id, row, value }));
  const least = rule.mustBe === 'any' ? Number.NEGATIVE_INFINITY : rule.mustBe === 'positive' ? Number.MIN_VALUE : 0;
  const steps = nearest({ now, usual: medianSize(column.values), least, reaches }).map((found): Step => {
    const unit = rule.unit.text === '' ? '' : ` ${rule.unit.text}`;
    const words = `${rule.term}由 ${formatNumber(now)} ${found.value > now ? '增至' : '减至'} ${formatNumber(found.value)}${unit}（${found.value > now ? '+' : '−'}${formatNumber(difference(found.value, now))}${unit}）`;
    const reached = gradeKey(trial.result, gradeOf(trial, withFact(dataset, { fact: rule.id, row, value: found.value }))) ?? '';
    return {
      kind: 'number',
      what: rule.id,
      from: now,
      to: found.value,
      relative: Math.abs(found.value - now) / (Math.abs(now) > 0 ? Math.abs(now) : 1),
      reached,
      words,
    };
  });
  return { steps, notes: [] };
}

/** To twelve digits: what is left of subtracting doubles is not printed. */
const difference = (a: number, b: number): number => Number(Math.abs(a - b).toPrecision(12));

function medianSize(values: Float64Array): number {
  const sizes = values
    .map(Math.abs)
    .filter((size) => size > 0)
    .sort();
  return sizes[sizes.length >> 1] ?? 1;
}

/** Flags that a bonus or an override reads. */
function flagSteps(trial: Trial): Step[] {
  const { scheme, dataset, row } = trial;
  const formulas = [
    ...(scheme.bonus?.items.flatMap((item) => item.when ?? []) ?? []),
    ...(scheme.overrides?.rules.map((rule) => rule.when) ?? []),
  ];
  const ids = new Set(
    formulas.flatMap((formula) => formula.references.filter(({ yearsBack }) => yearsBack === 0).map(({ id }) => id)),
  );
  return [...scheme.facts.values()].flatMap((rule): Step[] => {
    const column = dataset.facts.get(dataset.year)?.get(rule.id);
    if (!ids.has(rule.id) || rule.type !== 'flag' || rule.formula !== undefined || column === undefined) return [];
    const now = column.absence[row] === 0 ? column.values[row]! : null;
    const value = now === 1 ? 0 : 1;
    const grade = gradeOf(trial, withFact(dataset, { fact: rule.id, row, value }));
    if (grade < 0 || grade > trial.target) return [];
    const words = `${rule.term}由${now === null ? '无数据' : now === 1 ? '是' : '否'}变为${value === 1 ? '是' : '否'}`;
    return [
      { kind: 'flag', what: rule.id, from: now, to: value, relative: null, reached: gradeKey(trial.result, grade) ?? '', words },
    ];
  });
}

/** Titles with a bonus: the lowest level of each item that suffices. */
function titleSteps(trial: Trial): Step[] {
  const { scheme, dataset, row } = trial;
  return (scheme.bonus?.items ?? []).flatMap((item): Step[] => {
    if (item.source.from !== 'titles') return [];
    const name = item.source.names[0] ?? '';
    for (const [level, points] of [...item.source.levels].sort((a, b) => a[1] - b[1])) {
      const from = dayNumber(dataset.year, 1, 1) ?? 0;
      const grade = gradeOf(trial, withTitle(scheme, dataset, { name, level, row, from }));
      if (grade < 0 || grade > trial.target) continue;
      const words = `取得“${name}”（${level}），${item.name} ${formatNumber(points)} 分`;
      return [
        {
          kind: 'title',
          what: name,
          from: null,
          to: points,
          relative: null,
          reached: gradeKey(trial.result, grade) ?? '',
          words,
        },
      ];
    }
    return [];
  });
}

/** Why no single change does it: not graded at all, a pool too small to be cut, rules that hold the subject down. */
function whyNone({ scheme, result }: PathTask, row: number): string[] {
  const reasons = (result.reasons.get(row) ?? []).map((reason) => reason.words);
  const status = result.statusIds[result.status[row]!]!;
  if (status !== 'graded') return [`${statusName(scheme, status)}，不参加划类`, ...reasons];
  const pool = result.pools[result.pool[row]!];
  const cut = scheme.grades.cut.get(result.groupIds[result.group[row]!] ?? '');
  const small = pool === undefined ? null : smallPool(cut, pool.members);
  const hits = (result.overrides.get(row) ?? []).filter((hit) => hit.applied).map((hit) => hit.words);
  if (pool !== undefined && small !== null)
    return [
      `${pool.name} ${pool.members} ${scheme.subject.measure}，${smallPoolInWords(scheme, small)}，不按数据高低划类`,
      ...hits,
    ];
  return ['只改动一项数据不能达到该类别', ...hits, ...reasons];
}

export function pathInWords(found: Path, scheme: Scheme): string {
  const head = `提升至${gradeName(scheme, found.grade)}参考（仅供测算参考，不作为评价承诺）：`;
  const steps = found.steps.map((step) => `  ${step.words}，可评为${gradeName(scheme, step.reached)}`);
  return `${[head, ...steps, ...found.notes.map((note) => `  说明：${note}`)].join('\n')}\n`;
}
