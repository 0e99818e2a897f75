/** 指标的依据 — value, benchmark, points, limits, rounding and absence rule of one indicator for one subject, as printed arithmetic. */
import { absenceInWords, absenceKindOf, formulaInWords, traceRow } from '@muheng/formula';
import { unitText } from '@muheng/quantity';
import type { AbsenceAction, Leaf, Limit } from '@muheng/scheme';
import type { LeafResult } from '../result.js';
import { clauseOf } from '../stages/reasons.js';
import { lineOf, operand, printed, rounded } from './arithmetic.js';
import { benchmarkSum } from './benchmark.js';
import { type Explaining, reweighing, weightIn } from './context.js';
import type { IndicatorExplanation } from './explanation.js';
import { factLines } from './facts.js';
import { methodWords, type PointsTask, pointsInNumbers } from './points.js';

export interface At {
  readonly row: number;
  readonly groupId: string;
  /** May see figures that are other subjects'. */
  readonly others: boolean;
}

/** What is the same for all subjects of a group. */
export interface PreparedLeaf {
  readonly context: Explaining;
  readonly leaf: Leaf;
  readonly found: LeafResult;
  readonly groupId: string;
  readonly weight: number;
  readonly unit: string;
  readonly clause: string;
}

export function prepareLeaves(context: Explaining, groupId: string): PreparedLeaf[] {
  const leaves = context.scheme.leaves.filter((leaf) => weightIn(leaf, groupId) > 0);
  return leaves.map((leaf) => ({
    ...{ context, leaf, found: context.leafResult(leaf.id), groupId },
    ...{ weight: weightIn(leaf, groupId), unit: unitText(leaf.unit), clause: clauseOf(leaf.cited) },
  }));
}

/** The figures at once, the sentences when they are read. Getters stand on the class: an object of its own accessors costs ten times as much. */
export class IndicatorSaid implements IndicatorExplanation {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly weight: number;
  readonly value: number | null;
  readonly benchmark: number | null;
  readonly score: number | null;
  readonly clause: string;
  readonly #prepared: PreparedLeaf;
  readonly #row: number;
  readonly #others: boolean;
  #said: Sentences | undefined;

  constructor(prepared: PreparedLeaf, row: number, others: boolean) {
    const { leaf, found } = prepared;
    this.id = leaf.id;
    this.name = leaf.name;
    this.unit = prepared.unit;
    this.weight = prepared.weight;
    this.value = orNull(found.value.values[row]!);
    this.benchmark = orNull(found.benchmark[row]!);
    this.score = orNull(found.score[row]!);
    this.clause = prepared.clause;
    this.#prepared = prepared;
    this.#row = row;
    this.#others = others;
  }

  get method(): string {
    return this.#sentences().method;
  }
  get facts(): IndicatorExplanation['facts'] {
    return this.#sentences().facts;
  }
  get benchmarkHow(): string | null {
    return this.#sentences().benchmarkHow;
  }
  get lines(): readonly string[] {
    return this.#sentences().lines;
  }
  get notes(): readonly string[] {
    return this.#sentences().notes;
  }

  toJSON(): IndicatorExplanation {
    const { id, name, unit, weight, value, benchmark, score, clause } = this;
    const { method, facts, benchmarkHow, lines, notes } = this.#sentences();
    return { id, name, unit, weight, value, benchmark, score, clause, method, facts, benchmarkHow, lines, notes };
  }

  #sentences(): Sentences {
    const { context, leaf, found, weight, groupId } = this.#prepared;
    this.#said ??= sentencesOf(context, { leaf, found, weight, groupId, row: this.#row, others: this.#others });
    return this.#said;
  }
}

type Sentences = Pick<IndicatorExplanation, 'method' | 'facts' | 'benchmarkHow' | 'lines' | 'notes'>;

function sentencesOf(context: Explaining, pointing: Pointing): Sentences {
  const { leaf, found, row, groupId } = pointing;
  const rule = leaf.score.get(groupId);
  const benchmark = benchmarkOf(context, leaf, pointing);
  const points = pointLines(context, pointing);
  return {
    method: `${formulaInWords(leaf.formula)}；${rule === undefined ? '' : methodWords[rule.by]}`,
    facts: factLines(context, leaf.formula, row),
    benchmarkHow: benchmark.how,
    lines: [...valueLines(context, leaf, found, row), ...benchmark.lines, ...points.lines],
    notes: points.notes,
  };
}

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value + 0);

function valueLines({ scored }: Explaining, leaf: Leaf, found: LeafResult, row: number): string[] {
  const trace = traceRow(leaf.formula, scored.frame, row, leaf.name);
  const kind = absenceKindOf(found.value.absence[row]!);
  if (kind !== undefined) return [`${leaf.name} ${absenceInWords[kind]}：${trace.text}`];
  const value = found.value.values[row]!;
  return leaf.valueRound === 'none' || trace.value === value
    ? [trace.line]
    : [trace.line, lineOf(leaf.name, value, rounded(operand(trace.value), leaf.valueRound))];
}

function benchmarkOf(
  context: Explaining,
  leaf: Leaf,
  { row, groupId, others }: At,
): { readonly how: string | null; readonly lines: readonly string[] } {
  const { result, scored } = context;
  const value = result.leaves.find((each) => each.id === leaf.id)?.benchmark[row] ?? Number.NaN;
  if (leaf.benchmark === undefined || Number.isNaN(value)) return { how: null, lines: [] };
  if (leaf.benchmark.from === 'formula')
    return { how: '按公式', lines: [traceRow(leaf.benchmark.formula, scored.frame, row, `${leaf.name}基准值`).line] };
  const pool = result.pools[result.pool[row]!]?.id;
  const known = result.benchmarks.filter((each) => each.indicator === leaf.id && each.value === value);
  const entry = known.find((each) => each.scope === groupId || each.scope === pool) ?? known[0];
  const sum = others && leaf.benchmark.from === 'mean' ? benchmarkSum(context, leaf, { row, value }) : null;
  return {
    how: entry === undefined ? null : `${leaf.name}基准值 ${printed(value)}（${entry.how}）`,
    lines: sum === null ? [] : [sum],
  };
}

interface Pointing extends At {
  readonly leaf: Leaf;
  readonly found: LeafResult;
  readonly weight: number;
}

/** Lines from the rule to the stored points; each repeats the value of the line before as its first number. */
function pointLines(context: Explaining, pointing: Pointing): { readonly lines: string[]; readonly notes: string[] } {
  const { leaf, found, row } = pointing;
  const stored = found.score[row]!;
  const name = `${leaf.name}得分`;
  const factor = reweighing(context, leaf, pointing);
  if (Number.isNaN(stored))
    return {
      lines: [],
      notes: [factor === null ? `${name}：数据不全，不能计分` : `${name}：${absenceWords(pointing)}，权重由同级其他指标分担`],
    };
  const plain = factor === null ? stored : plainPoints(context, pointing);
  const { lines, notes } = plainLines(context, pointing, { name, points: plain });
  if (factor === null) return { lines, notes };
  return {
    lines: [...lines, lineOf(name, stored, `${operand(plain)} × ${printed(factor.whole)} ÷ ${printed(factor.present)}`)],
    notes: [...notes, '同级有指标缺数据，其权重按比例分担'],
  };
}

/** Points before the weights of absent siblings were shared out: what the score stage alone gave. */
function plainPoints(context: Explaining, pointing: Pointing): number {
  const factor = reweighing(context, pointing.leaf, pointing);
  return factor === null
    ? pointing.found.score[pointing.row]!
    : (pointing.found.score[pointing.row]! * factor.present) / factor.whole;
}

function plainLines(
  context: Explaining,
  pointing: Pointing,
  { name, points }: { name: string; points: number },
): { lines: string[]; notes: string[] } {
  const { leaf, found, row, groupId, weight } = pointing;
  const kind = absenceKindOf(found.value.absence[row]!);
  const value = found.value.values[row]!;
  if (kind !== undefined && leaf.absent[kind].do !== 'as_zero') return byAbsence(pointing, leaf.absent[kind], { name, points });
  if (kind === undefined && value <= 0 && leaf.nonpositive.do !== 'as_computed') {
    return { lines: [lineOf(name, points, printed(points))], notes: [`${leaf.name}不大于零，按办法计 ${printed(points)} 分`] };
  }
  const rule = leaf.score.get(groupId);
  if (rule === undefined) return { lines: [], notes: [] };
  const task: PointsTask = {
    ...{ leaf, row, groupId, weight, ruleFrame: () => context.ruleFrame(leaf, groupId) },
    pool: context.result.pool[row]!,
    value: kind === undefined ? value : 0,
    benchmark: found.benchmark[row]!,
    samples: context.samples(found),
  };
  const said = pointsInNumbers(rule, task);
  if (found.how[row] === 3 && (kind === undefined || !context.ruleGivesPoints(leaf, pointing)))
    return byAbsence(pointing, leaf.absent.not_computable, { name, points });
  const notes = [
    ...(kind === undefined ? [] : [`${leaf.name}${absenceInWords[kind]}，按零计`]),
    ...(said.note === null || (said.others && !pointing.others) ? [] : [said.note]),
  ];
  if (said.others && !pointing.others)
    return { lines: [], notes: [...notes, `${name} ${printed(points)}（算式涉及其他评价对象的数据，不予显示）`] };
  const limited = withLimits(said.expression === '' ? printed(points) : said.expression, leaf, weight);
  return {
    lines: [...(said.before === null ? [] : [said.before]), lineOf(name, points, rounded(limited, leaf.round))],
    notes: [...notes, ...limitNotes(found.how[row]!)],
  };
}

const limitNotes = (how: number): string[] => (how === 1 ? ['超过上限，按上限计'] : how === 2 ? ['低于下限，按下限计'] : []);

function withLimits(expression: string, { cap, floor }: Leaf, weight: number): string {
  const capped = cap.kind === 'none' ? expression : `最小(${expression}, ${limitInNumbers(cap, weight)})`;
  return floor.kind === 'none' ? capped : `最大(${capped}, ${limitInNumbers(floor, weight)})`;
}

const limitInNumbers = (limit: Exclude<Limit, { kind: 'none' }>, weight: number): string =>
  limit.kind === 'points' ? printed(limit.points) : `${printed(weight)} × ${operand(limit.times)}`;

function absenceWords({ found, row }: Pointing): string {
  const kind = absenceKindOf(found.value.absence[row]!);
  return kind === undefined ? '按计分规则算不出' : absenceInWords[kind];
}

function byAbsence(
  pointing: Pointing,
  action: AbsenceAction,
  { name, points }: { name: string; points: number },
): { lines: string[]; notes: string[] } {
  const note = `${pointing.leaf.name}${absenceWords(pointing)}，${actionWords[action.do]}（${clauseOf(pointing.leaf.absent.cited)}）`;
  const expression =
    action.do === 'share'
      ? `${printed(pointing.weight)} × ${printed(action.share.over)} ÷ ${printed(action.share.under)}`
      : action.do === 'full_points'
        ? `权重 ${printed(pointing.weight)}`
        : printed(points);
  return {
    lines: [lineOf(name, points, action.do === 'group_mean_score' ? rounded(printed(points), pointing.leaf.round) : expression)],
    notes: [note],
  };
}

const actionWords: Readonly<Record<AbsenceAction['do'], string>> = {
  pending: '待补数据',
  no_points: '不得分',
  full_points: '得满分',
  group_mean_score: '按同组平均得分计',
  reweigh: '权重由同级其他指标分担',
  as_zero: '按零计',
  points: '按办法规定的分数计',
  share: '按权重的规定比例计',
};
