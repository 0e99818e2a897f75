/**
 * 稳健性 — how often each subject keeps its grade when weights (and, if declared, facts) wobble. Each draw has its own random stream, so
 * the same seed gives the same answer on any machine. Where only weights wobble, scores are reused and only totals, ranks and cuts run.
 */
import type { Column } from '@muheng/formula';
import type { Ratio } from '@muheng/quantity';
import type { Scheme } from '@muheng/scheme';
import type { Dataset } from '../dataset.js';
import { gradeByPlan, gradingPlan } from '../stages/grading.js';
import { noRecord } from '../stages/moves/record.js';
import { scoreSubjects } from '../stages/scored.js';
import { type Factors, prepareWhatIf } from '../whatif.js';
import { drawsOf } from './random.js';

export interface RobustnessTask {
  readonly scheme: Scheme;
  readonly dataset: Dataset;
  readonly seed: number;
  /** Instead of the scheme's own declaration. */
  readonly draws?: number;
  readonly weights?: Ratio;
  readonly facts?: ReadonlyMap<string, Ratio>;
}

export interface Robustness {
  readonly seed: number;
  readonly draws: number;
  readonly subjects: readonly string[];
  /** Share of draws in which the subject keeps its grade, 0–1; NaN for those without a grade. */
  readonly kept: Float64Array;
  readonly grades: readonly {
    readonly grade: string;
    readonly subjects: number /** Mean share kept. */;
    readonly kept: number;
  }[];
}

/** Raises a RangeError when neither the scheme nor the task declares how much weights wobble, or draws are not a positive whole number. */
export function robustness(task: RobustnessTask): Robustness {
  const { scheme, dataset, seed } = task;
  const weights = task.weights ?? scheme.robustness?.weights;
  const draws = task.draws ?? scheme.robustness?.draws;
  if (weights === undefined || draws === undefined || !Number.isInteger(draws) || draws < 1)
    throw new RangeError('robustness needs the wobble of the weights and a number of draws');
  const facts = task.facts ?? scheme.robustness?.facts ?? new Map<string, Ratio>();
  const scored = scoreSubjects(scheme, dataset);
  const base = new Codes(gradeByPlan(gradingPlan(scored), scored, noRecord).grade);
  const { length } = base.each;
  const steady = prepareWhatIf(scored);
  const moved = new Int32Array(length);
  const room = new Codes(new Int16Array(length));
  for (let draw = 0; draw < draws; draw++) {
    const random = drawsOf(seed, draw);
    const run = facts.size === 0 ? steady : prepareWhatIf(scoreSubjects(scheme, wobbledFacts(dataset, facts, random)), 'once');
    const isSame = run.plan.scored.status.length === length;
    run.grade(wobbledWeights(scheme, weights, random), isSame ? room.each : undefined);
    if (isSame) countMoved(base, room, moved);
    else for (let row = 0; row < length; row++) moved[row]!++;
  }
  const kept = Float64Array.from(moved, (count, row) => (base.each[row]! < 0 ? Number.NaN : (draws - count) / draws));
  return { seed, draws, subjects: scored.frame.dataset.subjects, kept, grades: retention(scheme, base.each, kept) };
}

/** Grades, to be compared four at a time: most stay. */
class Codes {
  readonly each: Int16Array;
  /** The same memory. Four without a grade are no number, equal to none, and are looked at one by one. */
  readonly fours: Float64Array;

  constructor(codes: Int16Array) {
    this.fours = new Float64Array(Math.ceil(codes.length / 4));
    this.each = new Int16Array(this.fours.buffer, 0, codes.length);
    this.each.set(codes);
  }
}

function countMoved(base: Codes, grade: Codes, moved: Int32Array): void {
  const { length } = base.fours;
  for (let four = 0; four < length; four++) {
    if (base.fours[four] === grade.fours[four]) continue;
    const to = Math.min(moved.length, 4 * four + 4);
    for (let row = 4 * four; row < to; row++) moved[row]! += Number(base.each[row] !== grade.each[row]);
  }
}

/** Every leaf of every group by ± the share, then all of a group scaled so that their sum stays. */
export function wobbledWeights(scheme: Scheme, share: Ratio, random: () => number): Factors {
  const wobble = share.over / share.under;
  const factors = scheme.groups.map((group) => {
    const weights = scheme.leaves.map((leaf) => leaf.weight.get(group.id) ?? 0);
    const moved = weights.map((weight) => (weight === 0 ? 1 : 1 + wobble * (2 * random() - 1)));
    const before = weights.reduce((sum, weight) => sum + weight, 0);
    const after = weights.reduce((sum, weight, at) => sum + weight * moved[at]!, 0);
    return moved.map((factor) => (after > 0 ? (factor * before) / after : 1));
  });
  return (leaf, group) => factors[group]?.[leaf] ?? 1;
}

/** Present numbers of the named facts of the data year by ± their share. */
function wobbledFacts(dataset: Dataset, facts: ReadonlyMap<string, Ratio>, random: () => number): Dataset {
  const year = dataset.facts.get(dataset.year) ?? new Map<string, Column>();
  const columns = new Map(year);
  for (const [id, share] of facts) {
    const column = year.get(id);
    if (column === undefined) continue;
    const wobble = share.over / share.under;
    columns.set(id, { values: column.values.map((value) => value * (1 + wobble * (2 * random() - 1))), absence: column.absence });
  }
  return {
    ...dataset,
    facts: new Map([...dataset.facts, [dataset.year, columns]]),
    source: (fact, at, subject) => dataset.source(fact, at, subject),
  };
}

function retention(scheme: Scheme, base: Int16Array, kept: Float64Array): Robustness['grades'] {
  return scheme.grades.classes.flatMap(({ key }, code) => {
    const shares = kept.filter((_share, row) => base[row] === code);
    return shares.length === 0
      ? []
      : [{ grade: key, subjects: shares.length, kept: shares.reduce((sum, share) => sum + share, 0) / shares.length }];
  });
}

/** `A类 12 户，平均 93.2% 的模拟中类别不变`. */
export function robustnessInWords(found: Robustness, scheme: Scheme): string {
  const percent = (share: number): string => `${Number((share * 100).toFixed(1))}%`;
  const lines = found.grades.map(({ grade, subjects, kept }) => {
    const name = scheme.grades.classes.find((each) => each.key === grade)?.name ?? grade;
    return `${name} ${subjects} ${scheme.subject.measure}，平均 ${percent(kept)} 的模拟中类别不变`;
  });
  return `${[`稳健性：${found.draws} 次模拟，种子 ${found.seed}`, ...lines].join('\n')}\n`;
}
