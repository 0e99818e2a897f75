/** Random indicators: every score rule, benchmark source, limit and absence action, alone and in branches. */
import { assumed, type Dice, maybe } from './dice.js';
import { type Measure, measures } from './facts.js';

type Part = Record<string, unknown>;
const roundings = ['excel', 'gbt8170', 'up', 'down'] as const;

export const rounding = (dice: Dice, none = 0.5): unknown =>
  dice.chance(none) ? 'none' : { to: dice.int(0, 4), by: dice.pick(roundings) };

export interface IndicatorScope {
  readonly groups: readonly string[];
}

export function makeIndicators(
  dice: Dice,
  scope: IndicatorScope,
): { readonly indicators: Part[]; readonly leaves: readonly Named[] } {
  const leaves: Named[] = [];
  const count = dice.int(1, 4);
  const branchAt = dice.chance(0.5) ? dice.int(0, count - 1) : -1;
  const indicators = Array.from({ length: count }, (_, at) => {
    if (at === branchAt) return makeBranch(dice, scope, leaves);
    return makeLeaf(dice, { scope, leaves, weight: at === 0 ? 30 : weight(dice, scope.groups) });
  });
  return { indicators, leaves };
}

export interface Named {
  readonly id: string;
  readonly name: string;
  readonly measure: Measure;
  /** Every group has it. */
  readonly everywhere: boolean;
}

function weight(dice: Dice, groups: readonly string[]): number | Record<string, number> {
  if (dice.chance(0.6)) return dice.pick([10, 20, 25, 30, 40]);
  return Object.fromEntries(dice.some(groups, 0.7).map((group) => [group, dice.pick([10, 20, 50])]));
}

function makeBranch(dice: Dice, scope: IndicatorScope, leaves: Named[]): Part {
  const aggregate = dice.pick(['sum', 'weighted_mean', 'geometric'] as const);
  const weights = Array.from({ length: dice.int(2, 3) }, () => dice.pick([5, 10, 15]));
  const name = `合成项${leaves.length + 1}`;
  return {
    id: `branch_${leaves.length + 1}`,
    name,
    weight: weights.reduce((a, b) => a + b, 0),
    aggregate,
    children: weights.map((one) => makeLeaf(dice, { scope, leaves, weight: one })),
    ...assumed,
  };
}

interface LeafWish {
  readonly scope: IndicatorScope;
  readonly leaves: Named[];
  readonly weight: number | Record<string, number>;
}

const needsBenchmark = new Set(['ratio', 'inverse', 'distance', 'formula']);

function makeLeaf(dice: Dice, { scope, leaves, weight: w }: LeafWish): Part {
  const measure = dice.pick(measures);
  const n = leaves.length + 1;
  const groups = typeof w === 'number' ? scope.groups : Object.keys(w);
  leaves.push({ id: `leaf_${n}`, name: `指标${'甲乙丙丁戊己庚辛壬癸'[n - 1] ?? n}`, measure, everywhere: typeof w === 'number' });
  const named = leaves[leaves.length - 1];
  const whole = dice.chance(0.12);
  const better = dice.chance(0.3) ? 'lower' : 'higher';
  const wish: RuleWish = { measure, groups, better };
  const rules = whole || !dice.chance(0.2) ? [makeRule(dice, wish)] : groups.map(() => makeRule(dice, wish));
  const benched = whole || rules.some((rule) => needsBenchmark.has(String(rule.by)) || rule.of === 'ratio') || dice.chance(0.1);
  return {
    id: named?.id,
    name: named?.name,
    formula: measure.formula,
    unit: measure.unit,
    weight: w,
    ...(better === 'lower' && !whole ? { better } : dice.chance(0.5) ? { better: 'higher' } : {}),
    ...maybe(dice, 0.25, () => ({ value_round: rounding(dice, 0.2) })),
    ...(benched ? { benchmark: makeBenchmark(dice, measure, groups) } : {}),
    ...(whole
      ? {}
      : { score: rules.length === 1 ? rules[0] : Object.fromEntries(groups.map((group, at) => [group, rules[at]])) }),
    ...maybe(dice, 0.35, () => ({ cap: makeLimit(dice, [1, 1.2, 1.5]) })),
    ...maybe(dice, 0.35, () => ({ floor: makeLimit(dice, [0, 0.2, -0.5]) })),
    ...maybe(dice, 0.35, () => ({ round: rounding(dice, 0.2) })),
    ...maybe(dice, 0.6, () => ({ absent: makeAbsence(dice) })),
    ...maybe(dice, 0.2, () => ({ nonpositive: dice.pick(['as_computed', 'no_points', { points: -3 }, { points: 2.345 }]) })),
    ...assumed,
  };
}

export function makeLimit(dice: Dice, times: readonly number[]): unknown {
  const kind = dice.int(0, 2);
  if (kind === 0) return 'none';
  return kind === 1 ? { points: dice.pick(times) * 20 } : { times_weight: dice.pick(times) };
}

const actions = [
  'no_points',
  'full_points',
  'group_mean_score',
  'as_zero',
  'reweigh',
  'pending',
  { points: -2 },
  { share: '60%' },
] as const;

export function makeAbsence(dice: Dice): unknown {
  const action = (): unknown => dice.pick(actions);
  if (dice.chance(0.4)) return action();
  return { missing: action(), not_applicable: action(), not_reported: action(), not_computable: action(), ...assumed };
}

interface RuleWish {
  readonly measure: Measure;
  readonly groups: readonly string[];
  readonly better: 'higher' | 'lower';
}

const lowerRules = ['ratio', 'minmax', 'goalposts', 'zscore', 'rank', 'percentile', 'distance', 'bands'] as const;
const higherRules = [...lowerRules, 'inverse', 'steps', 'count', 'marks', 'raw', 'formula'] as const;

export function makeRule(dice: Dice, { measure, groups, better }: RuleWish): Part {
  const by = better === 'lower' ? dice.pick(lowerRules) : dice.pick(higherRules);
  const at = dice.pick(measure.constants);
  const least = dice.pick(['0%', '20%', '12.5%']);
  const equal = dice.pick(['full', 'half', 'least']);
  const single = dice.pick(['full', 'none']);
  const ties = dice.pick(['min', 'dense', 'average', 'max']);
  const each = (make: () => number): unknown =>
    groups.length > 0 && dice.chance(0.3) ? Object.fromEntries(groups.map((group) => [group, make()])) : make();
  switch (by) {
    case 'minmax':
      return { by, least_share: least, all_equal: equal };
    case 'goalposts':
      return {
        by,
        low: each(() => dice.pick([0, at / 2])),
        high: each(() => at * dice.pick([1, 2, 4])),
        least_share: least,
        clamp: dice.chance(0.6),
      };
    case 'zscore':
      return {
        by,
        sd: dice.pick(['n', 'n-1']),
        centre: dice.pick(['50%', '60%']),
        per_sd: dice.pick(['10%', '25%']),
        all_equal: equal,
      };
    case 'rank':
      return {
        by,
        falls: dice.pick(better === 'lower' ? ['by_place', 'to_zero'] : ['by_place', 'to_zero', 'by_value']),
        ties,
        single,
      };
    case 'percentile':
      return { by, kind: dice.pick(['inclusive', 'exclusive', 'midpoint']), single };
    case 'distance':
      return { by, span: each(() => at * dice.pick([1, 2])) };
    case 'steps':
      return {
        by,
        at,
        base: '80%',
        every: dice.pick([at / 2, at / 10, at]),
        points: dice.pick([1, 2, 0.5]),
        most: '150%',
        least: dice.pick(['0%', '20%']),
      };
    case 'bands':
      return makeBands(dice, better, at);
    case 'count':
      return { by, points_each: dice.pick([1, 2, 0.5]) };
    case 'formula':
      return {
        by,
        points: dice.pick(['权重 * 值 / 基准', 'min(权重, 权重 × 值 / 基准 / 2)', '若 值 >= 基准 则 权重 否则 权重 / 2']),
      };
    default:
      return { by };
  }
}

function makeBands(dice: Dice, better: 'higher' | 'lower', at: number): Part {
  const of = dice.pick(['value', 'ratio'] as const);
  const base = of === 'ratio' ? 1 : at;
  const lines = better === 'lower' ? [base / 2, base, base * 2] : [base * 2, base, base / 2];
  return {
    by: 'bands',
    of,
    edge: dice.pick(['in', 'out']),
    bands: lines.map((from, place) => ({ from, points: 20 - 5 * place })),
    below: dice.pick([0, 1]),
  };
}

function makeBenchmark(dice: Dice, measure: Measure, groups: readonly string[]): unknown {
  const constant = (): number => dice.pick(measure.constants);
  const each = (): unknown => (dice.chance(0.5) ? constant() : Object.fromEntries(groups.map((group) => [group, constant()])));
  const over = { of: dice.pick(['this_year', 'this_year', 'last_year']), within: dice.pick(['pool', 'group', 'all']) };
  const more = {
    ...maybe(dice, 0.4, () => ({ times: dice.pick([2, 0.5, 1.5]) })),
    ...maybe(dice, 0.4, () => ({ round: rounding(dice, 0.1) })),
  };
  const literal = `${constant()}${measure.unit === '' ? '' : ` ${measure.unit}`}`;
  switch (dice.pick(['plain', 'published', 'mean', 'mean', 'best', 'quantile', 'table', 'formula'])) {
    case 'plain':
      return each();
    case 'published':
      return { from: 'published', value: each() };
    case 'mean':
      return {
        from: 'mean',
        kind: measure.quotient === true ? dice.pick(['of_values', 'of_sums']) : 'of_values',
        ...over,
        ...more,
        ...maybe(dice, 0.1, () => ({ published: constant() })),
      };
    case 'best':
      return { from: 'best', ...over, ...more };
    case 'quantile':
      return {
        from: 'quantile',
        at: dice.pick(['25%', '50%', '75%', '90%', '33.3%']),
        type: dice.pick(['R1', 'R6', 'R7']),
        ...over,
        ...more,
      };
    case 'table':
      return {
        from: 'table',
        table: tableFor(measure.unit),
        by: '行业代码',
        otherwise: dice.chance(0.5) ? constant() : 'not_computable',
      };
    default:
      return { from: 'formula', formula: `if 规模 = "规上" then ${literal} else ${literal} * 2` };
  }
}

/** One lookup table for each unit, in another unit of the same kind where there is one. */
export const tableFor = (unit: string): string => `行业基准${[...new Set(measures.map((one) => one.unit))].indexOf(unit) + 1}`;
const otherUnit: Readonly<Record<string, string>> = { '万元/亩': '元/亩', 万元: '元', '%': '' };

export function makeTables(dice: Dice): Part {
  const units = [...new Set(measures.map((one) => one.unit))];
  return Object.fromEntries(
    units.map((unit, at) => {
      const other = dice.chance(0.5) ? otherUnit[unit] : undefined;
      const times = other === undefined ? 1 : other === '' ? 0.01 : 10000;
      const rows = Object.fromEntries(['1', '13', '131', '2'].map((key) => [key, dice.pick([1, 2, 3, 4]) * times]));
      return [
        tableFor(unit),
        { id: `table_${at + 1}`, unit: other ?? unit, rows, match: dice.pick(['exact', 'longest_prefix']), ...assumed },
      ];
    }),
  );
}

export function makeBonus(dice: Dice, groups: readonly string[], leaves: readonly Named[]): Part {
  const everywhere = leaves.filter((leaf) => leaf.everywhere);
  const stage = everywhere.length === 0 ? [] : [`${dice.pick(everywhere).name}得分 > 10`];
  const kinds = ['points', 'formula', 'titles', 'events'] as const;
  const items = Array.from({ length: dice.int(1, 4) }, (_, at) => {
    const kind = dice.pick(kinds);
    return {
      id: `bonus_${at + 1}`,
      name: `加分项${at + 1}`,
      ...maybe(dice, 0.5, () => ({ kind: dice.pick(['创新', '荣誉']) })),
      ...maybe(dice, 0.4, () => ({
        when: dice.pick([...stage, '失信标记', '评价税收 >= 3 万元', '投产日期 < 2020-01-01', '规模 = "规上"']),
      })),
      ...bonusSource(dice, kind),
      ...maybe(dice, 0.3, () => ({ most: dice.pick([3, 4]) })),
      ...maybe(dice, 0.3, () => ({ least: dice.pick([-4, -2, 1]) })),
      ...maybe(dice, 0.2, () => ({ groups: dice.some(groups) })),
      ...assumed,
    };
  });
  return {
    most: dice.pick(['none', 5, 8]),
    least: dice.pick(['none', -5, 0]),
    absent: dice.pick(['no_points', 'no_points', 'pending']),
    items,
    ...assumed,
  };
}

function bonusSource(dice: Dice, kind: 'points' | 'formula' | 'titles' | 'events'): Part {
  switch (kind) {
    case 'points':
      return { points: dice.pick([1, 2, 5, -3, 0.5]) };
    case 'formula':
      return { points: dice.pick(['min(职工人数 / 2 人, 3)', '0 - 污染排放量 / 1 吨', '若 规模 = "规上" 则 2 否则 1']) };
    case 'titles':
      return {
        titles: {
          names: dice.some(['高新技术企业', '绿色工厂', '小巨人']),
          levels: { 国家级: 5, 省级: 2, 市级: dice.pick([1, 0.5]) },
          take: dice.pick(['best', 'sum']),
          valid: dice.pick(['on_reference_day', 'in_data_year', 'new_in_data_year']),
        },
      };
    default:
      return {
        events: {
          where: dice.pick(['kind = "安全事故"', 'kind in ["违法用地", "转租"]', 'level = "较大" and amount >= 2 次']),
          first: dice.pick([-2, 1]),
          further: dice.pick([-1, -0.5, 0.5]),
        },
      };
  }
}
