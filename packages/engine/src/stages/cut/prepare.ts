/**
 * 划类的准备 — everything a cut needs that does not change when subjects are taken out of the list: class positions instead of
 * letters, orders by other keys, classes by threshold or rule.
 */
import type { Formula } from '@muheng/formula';
import { atLeast, atMost, lessThan, moreThan } from '@muheng/quantity';
import type { Base, Cut, Scheme, Shares, SortKey } from '@muheng/scheme';
import type { PoolOrder } from '../ranking/order.js';
import type { TiesAcrossCut } from './lines.js';
import { placesOfShare, type Quota } from './quota.js';

export interface ByShare {
  readonly by: 'share';
  readonly order: PoolOrder;
  readonly quota: Quota;
  readonly ties: TiesAcrossCut;
  readonly base: Base;
  /** Below `size` nobody is cut: all get `grade`, −1 = none. */
  readonly smallest: { readonly size: number; readonly grade: number } | null;
}
export interface ByTwoStage {
  readonly by: 'two_stage';
  readonly first: PoolOrder;
  readonly upper: { readonly order: PoolOrder; readonly quota: Quota };
  readonly lower: { readonly order: PoolOrder; readonly quota: Quota };
  readonly upperPlaces: (base: number) => number;
  readonly ties: TiesAcrossCut;
  readonly base: Base;
}
/** Threshold and rules: the class of every row, whoever else is in the list; −1 = could not be decided. */
export interface ByRow {
  readonly by: 'threshold' | 'rules';
  readonly order: PoolOrder;
  readonly grade: Int16Array;
  /** Threshold of each class, null for `rest` and rules. */
  readonly lines: readonly (number | null)[];
}
export type PreparedCut = ByShare | ByTwoStage | ByRow | { readonly by: 'none'; readonly order: PoolOrder };

export interface CutSource {
  readonly scheme: Scheme;
  readonly rows: number;
  /** The graded members of all pools by the rank keys. */
  readonly order: PoolOrder;
  /** The same members by other keys. */
  orderBy(keys: readonly SortKey[]): PoolOrder;
  /** Number or flag column of a formula; NaN = absent. */
  values(formula: Formula): Float64Array;
}

export const prepareCut = (cut: Cut, source: CutSource): PreparedCut => prepare[cut.by](cut, source);

const prepare: Readonly<Record<Cut['by'], (cut: Cut, source: CutSource) => PreparedCut>> = {
  share: (cut, source) => (cut.by === 'share' ? prepareShare(cut, source) : notCut(source)),
  two_stage: (cut, source) => (cut.by === 'two_stage' ? prepareTwoStage(cut, source) : notCut(source)),
  threshold: (cut, source) => (cut.by === 'threshold' ? prepareThreshold(cut, source) : notCut(source)),
  rules: (cut, source) => (cut.by === 'rules' ? prepareRules(cut, source) : notCut(source)),
  none: (_cut, source) => notCut(source),
};

const notCut = (source: CutSource): PreparedCut => ({ by: 'none', order: source.order });

const classKeys = (scheme: Scheme): string[] => scheme.grades.classes.map((grade) => grade.key);

function prepareShare(cut: Extract<Cut, { by: 'share' }>, { scheme, order }: CutSource): ByShare {
  const keys = classKeys(scheme);
  const small = cut.smallest;
  const round = keys.map((key) => cut.round.get(key) ?? 'nearest');
  const smallest =
    small === undefined ? null : { size: small.size, grade: 'all' in small.then ? keys.indexOf(small.then.all) : -1 };
  return {
    by: 'share',
    order,
    quota: { shares: sharesByClass(keys, cut.shares), round, count: cut.count, edge: cut.edge },
    ties: cut.tiesAcrossCut,
    base: cut.base,
    smallest,
  };
}

const sharesByClass = (keys: readonly string[], shares: Shares): Quota['shares'] => keys.map((key) => shares.get(key) ?? null);

function prepareTwoStage(cut: Extract<Cut, { by: 'two_stage' }>, source: CutSource): ByTwoStage {
  const keys = classKeys(source.scheme);
  const round = keys.map((key) => cut.round.get(key) ?? 'nearest');
  const half = (side: { readonly by: readonly SortKey[]; readonly shares: Shares }) => ({
    order: source.orderBy(side.by),
    quota: { shares: sharesByClass(keys, side.shares), round, count: cut.count, edge: cut.edge },
  });
  return {
    by: 'two_stage',
    first: source.orderBy(cut.first.by),
    upper: half(cut.upper),
    lower: half(cut.lower),
    upperPlaces: (base) => placesOfShare(base, cut.first.share, { round: cut.first.round, edge: 'in' }),
    ties: cut.tiesAcrossCut,
    base: cut.base,
  };
}

function prepareThreshold(cut: Extract<Cut, { by: 'threshold' }>, source: CutSource): ByRow {
  const lines = classKeys(source.scheme).map((key) => cut.lines.get(key));
  const reaches = cut.better === 'higher' ? (cut.edge === 'in' ? atLeast : moreThan) : cut.edge === 'in' ? atMost : lessThan;
  const values = source.values(cut.on);
  const grade = new Int16Array(values.length).fill(-1);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    for (let at = 0; at < lines.length && grade[row] === -1; at++) {
      const line = lines[at];
      if (line !== undefined && (line === 'rest' || reaches(value, line))) grade[row] = at;
    }
  }
  return { by: 'threshold', order: source.order, grade, lines: lines.map((line) => (typeof line === 'number' ? line : null)) };
}

function prepareRules(cut: Extract<Cut, { by: 'rules' }>, source: CutSource): ByRow {
  const keys = classKeys(source.scheme);
  const grade = new Int16Array(source.rows).fill(-1);
  for (const rule of cut.rules) {
    const holds = source.values(rule.when);
    const code = keys.indexOf(rule.grade);
    for (let row = 0; row < grade.length; row++) if (grade[row] === -1 && holds[row] === 1) grade[row] = code;
  }
  const otherwise = keys.indexOf(cut.otherwise);
  for (let row = 0; row < grade.length; row++) if (grade[row] === -1) grade[row] = otherwise;
  return { by: 'rules', order: source.order, grade, lines: keys.map(() => null) };
}
