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
import { IndicatorSaid, type PreparedLeaf, prepareLeaves } from './indicator.js';
import { methodWords } from './points.js';
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
  const prepared = prepare(explaining(task));
  const rows = new Map(task.result.subjects.map((id, row) => [id, row]));
  return (subject, viewer) => {
    const row = rows.get(subject);
    if (row === undefined) throw new RangeError(`no subject ${subject} in the result`);
    return viewer === 'public' ? publicExplanation(prepared, row) : new FullExplanation(prepared, row, viewer);
  };
}

/** What all explanations of one result share. */
interface Prepared {
  readonly context: Explaining;
  readonly heading: Explanation['scheme'];
  /** Indicators by group. */
  readonly leaves: ReadonlyMap<string, readonly PreparedLeaf[]>;
}

const prepare = (context: Explaining): Prepared => ({
  context,
  heading: headingOf(context.scheme),
  leaves: new Map(context.result.groupIds.map((id) => [id, prepareLeaves(context, id)])),
});

const headingOf = (scheme: Scheme): Explanation['scheme'] => ({
  id: scheme.id,
  title: scheme.title,
  place: scheme.place.name,
  work: scheme.place.work,
  measure: scheme.subject.measure,
  trial: scheme.trial ?? null,
});

function frameOf({ context: { scheme, result }, heading }: Prepared, row: number) {
  const id = result.statusIds[result.status[row]!]!;
  return {
    scheme: heading,
    year: result.year,
    subject: { id: result.subjects[row]!, name: result.names[row]! },
    group: scheme.groups[result.group[row]!]?.name ?? null,
    status: { id, name: statusName(scheme, id) },
    grade: gradeKey(result, result.grade[row]!),
    computedGrade: gradeKey(result, result.computedGrade[row]!),
    assumptions: scheme.assumptions,
  };
}

const none: readonly never[] = Object.freeze([]);

/** Figures at once; conclusion and the parts after the indicators when they are read, and once. */
class FullExplanation implements Explanation {
  readonly scheme: Explanation['scheme'];
  readonly year: number;
  readonly subject: Explanation['subject'];
  readonly group: string | null;
  readonly status: Explanation['status'];
  readonly grade: string | null;
  readonly computedGrade: string | null;
  readonly assumptions: Explanation['assumptions'];
  readonly viewer: 'auditor' | 'enterprise';
  readonly overrides: Explanation['overrides'];
  readonly reasons: Explanation['reasons'];
  readonly indicators: Explanation['indicators'];
  readonly #context: Explaining;
  readonly #row: number;
  readonly #groupId: string | undefined;
  #conclusion: string | undefined;
  #parts: Parts | undefined;

  constructor(prepared: Prepared, row: number, viewer: 'auditor' | 'enterprise') {
    const { context, leaves } = prepared;
    const { result } = context;
    const frame = frameOf(prepared, row);
    this.scheme = frame.scheme;
    this.year = frame.year;
    this.subject = frame.subject;
    this.group = frame.group;
    this.status = frame.status;
    this.grade = frame.grade;
    this.computedGrade = frame.computedGrade;
    this.assumptions = frame.assumptions;
    this.viewer = viewer;
    this.overrides = result.overrides.get(row) ?? none;
    this.reasons = result.reasons.get(row) ?? none;
    this.#context = context;
    this.#row = row;
    this.#groupId = result.groupIds[result.group[row]!];
    const own = leaves.get(this.#groupId ?? '') ?? none;
    this.indicators = own.map((leaf) => new IndicatorSaid(leaf, row, viewer === 'auditor'));
  }

  get conclusion(): string {
    this.#conclusion ??= conclusionOf(this.#context, this.#row, this.viewer);
    return this.#conclusion;
  }
  get branches(): Explanation['branches'] {
    return this.#made().branches;
  }
  get bonus(): Explanation['bonus'] {
    return this.#made().bonus;
  }
  get total(): Explanation['total'] {
    return this.#made().total;
  }
  get rank(): Explanation['rank'] {
    return this.#made().rank;
  }
  get cut(): Explanation['cut'] {
    return this.#made().cut;
  }

  toJSON(): Explanation {
    const { scheme, year, subject, group, status, grade, computedGrade, assumptions, viewer, overrides, reasons } = this;
    const frame = { scheme, year, subject, group, status, grade, computedGrade, assumptions, viewer, overrides, reasons };
    const { indicators, branches, conclusion, bonus, total, rank, cut } = this;
    return this.#groupId === undefined
      ? { ...frame, conclusion, indicators, branches, bonus, total, rank, cut }
      : { ...frame, indicators, branches, conclusion, bonus, total, rank, cut };
  }

  #made(): Parts {
    this.#parts ??= partsOf(this.#context, { row: this.#row, groupId: this.#groupId, others: this.viewer === 'auditor' });
    return this.#parts;
  }
}

type Parts = Pick<Explanation, 'branches' | 'bonus' | 'total' | 'rank' | 'cut'>;

function partsOf(
  context: Explaining,
  { row, groupId, others }: { readonly row: number; readonly groupId: string | undefined; readonly others: boolean },
): Parts {
  if (groupId === undefined) return { branches: [], bonus: [], total: null, rank: null, cut: null };
  const { result } = context;
  const at = { row, groupId };
  const isGraded = result.rank[row]! > 0 || result.computedGrade[row]! >= 0 || result.grade[row]! >= 0;
  return {
    branches: explainBranches(context, at),
    bonus: explainBonus(context, at),
    total: explainTotal(context, at),
    rank: explainRank(context, row),
    cut: isGraded ? explainCut(context, row, others) : null,
  };
}

/** Grade, method and assumptions; no figure of anybody. */
function publicExplanation(prepared: Prepared, row: number): Explanation {
  const { context } = prepared;
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
    ...frameOf(prepared, row),
    viewer: 'public',
    computedGrade: null,
    conclusion: conclusionOf(context, row, 'public'),
    indicators,
    overrides,
    ...nothing,
  };
}
