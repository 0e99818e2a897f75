/** Stages 8 and 9 of the oracle: limits, absence, reweighing, branches. */

import type { Gone } from './cell.js';
import { decimal, type Exact, larger, over, percent, smaller, times, total, whole, zero } from './exact.js';
import { exponential, naturalLog } from './irrational.js';
import type { Absence, Action, IndicatorDoc, Limit, RuleDoc } from './raw.js';
import { pointsOf } from './rules.js';
import type { Leaf, Run, Standing } from './run.js';
import { weightOf } from './values.js';

/** Scores before rounding, before any absence rule: what a group mean is taken of. */
type Plain = Map<string, Map<Standing, Exact>>;

export function computeScores(run: Run): void {
  const computed = run.standings.filter((standing) => standing.computed);
  const plain: Plain = new Map(run.leaves.map((leaf) => [leaf.id, plainScores(run, leaf, computed)]));
  for (const standing of computed) {
    const dropped = new Set<string>();
    for (const leaf of run.leaves) if (weightOf(leaf, standing) !== undefined) settle(run, { leaf, standing, plain, dropped });
    addUp(run, standing, dropped);
  }
}

function isOneRule(score: NonNullable<Leaf['score']>): score is RuleDoc {
  return typeof score.by === 'string';
}

function ruleOf(run: Run, leaf: Leaf, standing: Standing): RuleDoc {
  const own = leaf.score === undefined || isOneRule(leaf.score) ? leaf.score : leaf.score[standing.group ?? ''];
  const rule = own ?? run.given.scheme.score?.rule;
  if (rule === undefined) throw new TypeError(`no rule for ${leaf.id}`);
  return rule;
}

function plainScores(run: Run, leaf: Leaf, computed: readonly Standing[]): Map<Standing, Exact> {
  const scores = new Map<Standing, Exact>();
  for (const standing of computed) {
    const cell = standing.values.get(leaf.id);
    const points = cell?.kind === 'number' ? scoreOf(run, { leaf, standing, value: cell.x }) : undefined;
    if (points !== undefined) scores.set(standing, points);
  }
  return scores;
}

interface One {
  readonly leaf: Leaf;
  readonly standing: Standing;
  readonly value: Exact;
}

/** Points of a present value, before rounding. */
const scoreOf = (run: Run, one: One): Exact | undefined => declaredForNonpositive(run, one) ?? byRule(run, one);

/** Points declared for values of zero or less: they stand as declared, neither limited nor rounded. */
function declaredForNonpositive(run: Run, { leaf, value }: Pick<One, 'leaf' | 'value'>): Exact | undefined {
  const { nonpositive } = leaf;
  if (nonpositive === undefined || nonpositive === 'as_computed' || run.judge.order(value, zero, 'value above zero') > 0)
    return undefined;
  run.judge.note('a nonpositive value');
  return nonpositive === 'no_points' ? zero : decimal(nonpositive.points);
}

/** By the rule, with its limits, not rounded. */
function byRule(run: Run, { leaf, standing, value }: One): Exact | undefined {
  const weight = weightOf(leaf, standing);
  if (weight === undefined) return undefined;
  const points = pointsOf({ run, leaf, standing, rule: ruleOf(run, leaf, standing), weight, value });
  return points === undefined ? undefined : limited(run, { leaf, weight, points });
}

function limited(
  run: Run,
  { leaf, weight, points }: { readonly leaf: Leaf; readonly weight: Exact; readonly points: Exact },
): Exact {
  const { score } = run.given.scheme;
  const cap = limitOf(leaf.cap ?? score?.cap ?? 'none', weight);
  const floor = limitOf(leaf.floor ?? score?.floor ?? 'none', weight);
  const capped = cap === undefined ? points : smaller(points, cap);
  if (capped !== points) run.judge.note('a capped score');
  const floored = floor === undefined ? capped : larger(capped, floor);
  if (floored !== capped) run.judge.note('a floored score');
  return floored;
}

function limitOf(limit: Limit, weight: Exact): Exact | undefined {
  if (limit === 'none') return undefined;
  return 'points' in limit ? decimal(limit.points) : times(decimal(limit.times_weight), weight);
}

const roundingOf = (run: Run, leaf: Leaf) => leaf.round ?? run.given.scheme.score?.round ?? 'none';

interface Settling {
  readonly leaf: Leaf;
  readonly standing: Standing;
  readonly plain: Plain;
  readonly dropped: Set<string>;
}

function settle(run: Run, settling: Settling): void {
  const { leaf, standing, plain } = settling;
  const points = plain.get(leaf.id)?.get(standing);
  const cell = standing.values.get(leaf.id);
  if (points !== undefined) {
    const declared = cell?.kind === 'number' && declaredForNonpositive(run, { leaf, value: cell.x }) !== undefined;
    standing.scores.set(leaf.id, declared ? points : run.judge.round(points, roundingOf(run, leaf), 'score'));
    return;
  }
  const absence = leaf.absent ?? run.given.scheme.absent ?? 'pending';
  const action = actionFor(absence, cell?.kind === 'gone' ? cell.why : 'not_computable');
  if (action !== 'as_zero') {
    act(run, settling, action);
    return;
  }
  run.judge.note('absent: as_zero');
  const zeroed = cell?.kind === 'gone' ? asZero(run, { leaf, standing, value: zero }) : undefined;
  if (zeroed !== undefined) standing.scores.set(leaf.id, zeroed);
  else act(run, settling, actionFor(absence, 'not_computable'));
}

function isAction(absence: Absence): absence is Action {
  return typeof absence === 'string' || 'points' in absence || 'share' in absence;
}
const actionFor = (absence: Absence, why: Gone): Action => (isAction(absence) ? absence : absence[why]);

function act(run: Run, { leaf, standing, plain, dropped }: Settling, action: Action): void {
  run.judge.note(`absent: ${typeof action === 'string' ? action : Object.keys(action)[0]}`);
  if (action === 'reweigh') {
    dropped.add(leaf.id);
    return;
  }
  const points =
    action === 'group_mean_score'
      ? groupMean(run, { leaf, standing, plain })
      : declaredPoints(action, weightOf(leaf, standing) ?? zero);
  if (points === undefined) waits(run, standing);
  else standing.scores.set(leaf.id, points);
}

/** Undefined where the action waits for the data. */
function declaredPoints(action: Action, weight: Exact): Exact | undefined {
  if (typeof action === 'object') return 'points' in action ? decimal(action.points) : times(percent(action.share), weight);
  if (action === 'no_points') return zero;
  return action === 'full_points' ? weight : undefined;
}

function groupMean(run: Run, { leaf, standing, plain }: Omit<Settling, 'dropped'>): Exact | undefined {
  const others = [...(plain.get(leaf.id) ?? [])]
    .filter(([other]) => other.counted && other.pool === standing.pool)
    .map(([, x]) => x);
  if (others.length === 0) return undefined;
  return run.judge.round(over(total(others), whole(others.length)), roundingOf(run, leaf), 'group mean');
}

function asZero(run: Run, one: One): Exact | undefined {
  const points = byRule(run, one);
  return points === undefined ? undefined : run.judge.round(points, roundingOf(run, one.leaf), 'score');
}

/** 待补数据 — those that stand in the ranking or get a grade; a status that does neither stays. */
export function waits(run: Run, standing: Standing): void {
  const { ranked, graded } = run.status(standing.status);
  if (ranked || graded) standing.status = 'pending';
}

interface Family {
  readonly siblings: readonly IndicatorDoc[];
  readonly standing: Standing;
  readonly dropped: ReadonlySet<string>;
}

/** In a sum the points of those present grow so that full marks stay the same; in a mean the absent one is left out of it. */
function reweigh(run: Run, { siblings, standing, dropped }: Family): void {
  const scale = scaleOf({ siblings, standing, dropped });
  if (scale === 'nobody') waits(run, standing);
  if (scale === undefined || scale === 'nobody') return;
  run.judge.note('reweighed');
  for (const one of siblings) {
    const score = standing.scores.get(one.id);
    if (score !== undefined) standing.scores.set(one.id, times(score, scale));
  }
}

function scaleOf({ siblings, standing, dropped }: Family): Exact | 'nobody' | undefined {
  const weighted = siblings.filter((one) => weightOf(one, standing) !== undefined);
  const here = weighted.filter((one) => !dropped.has(one.id));
  if (here.length === weighted.length) return undefined;
  if (here.length === 0) return 'nobody';
  const sum = (some: readonly IndicatorDoc[]): Exact => total(some.map((one) => weightOf(one, standing) ?? zero));
  return over(sum(weighted), sum(here));
}

function addUp(run: Run, standing: Standing, dropped: ReadonlySet<string>): void {
  const { total: rule, indicators } = run.given.scheme;
  const sum = aggregate(run, { standing, dropped, children: indicators, by: rule.by, full: decimal(rule.full ?? 0) });
  const factor = rule.factor === undefined ? undefined : run.ask(rule.factor, standing);
  if (factor?.kind === 'gone') waits(run, standing);
  if (sum === undefined || factor?.kind === 'gone') return;
  standing.base = factor?.kind === 'number' ? times(sum, times(factor.x, factor.factor)) : sum;
}

interface Adding {
  readonly standing: Standing;
  readonly dropped: ReadonlySet<string>;
  readonly children: readonly IndicatorDoc[];
  readonly by: 'sum' | 'weighted_mean' | 'geometric';
  readonly full: Exact;
}

/** Undefined as soon as one part has no score. */
function aggregate(run: Run, adding: Adding): Exact | undefined {
  const { standing, dropped, by, full, children } = adding;
  const taking = children.filter((child) => weightOf(child, standing) !== undefined);
  for (const child of taking) {
    if (child.children === undefined) continue;
    const weight = weightOf(child, standing) ?? zero;
    const inner = aggregate(run, { ...adding, children: child.children, by: child.aggregate ?? 'sum', full: weight });
    if (inner !== undefined) standing.scores.set(child.id, inner);
  }
  const family: Family = { siblings: taking, standing, dropped };
  if (by === 'sum') reweigh(run, family);
  else if (scaleOf(family) === 'nobody') waits(run, standing);
  const here = taking.filter((child) => !dropped.has(child.id));
  const parts = here.flatMap((child) => {
    const score = standing.scores.get(child.id);
    return score === undefined ? [] : [{ weight: weightOf(child, standing) ?? zero, score }];
  });
  if (parts.length === 0 || parts.length < here.length) return undefined;
  const sum = total(parts.map((part) => part.score));
  if (by === 'sum') return sum;
  const weights = total(parts.map((part) => part.weight));
  if (by === 'weighted_mean') return times(full, over(sum, weights));
  if (parts.some((part) => run.judge.order(part.score, zero, 'geometric part') <= 0)) return zero;
  const logs = total(parts.map(({ weight, score }) => times(weight, naturalLog(over(score, weight)))));
  return times(full, exponential(over(logs, weights)));
}
