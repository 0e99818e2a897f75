/** Random ranking, cuts and overrides. */
import { assumed, type Dice, maybe } from './dice.js';
import { factConditions, stageConditions } from './facts.js';
import type { Named } from './indicators.js';

type Part = Record<string, unknown>;

export interface GradeScope {
  readonly groups: readonly string[];
  readonly pools: readonly string[];
  readonly leaves: readonly Named[];
  /** Status ids that `graded_and` may name. */
  readonly statuses: readonly string[];
}

const sets: readonly (readonly string[])[] = [
  ['A', 'B', 'C', 'D'],
  ['A', 'B', 'C', 'D'],
  ['甲', '乙', '丙', '丁'],
  ['A+', 'A', 'B', 'C', 'D'],
  ['A', 'B', 'C'],
  ['A', 'B'],
];

export function makeGrading(dice: Dice, scope: GradeScope): Part {
  const classes = dice.pick(sets);
  const rank = {
    within: dice.pick([[], ['group'], ['group'], ['pool'], ['县区'], ['pool', '县区'], ['group', '县区']]),
    by: [
      dice.chance(0.8) ? '总分 desc' : '基础分 desc',
      ...dice.some(['评价税收 desc', '用地面积 asc', '职工人数 desc'], 0.3),
    ].slice(0, dice.int(1, 3)),
    ties: dice.pick(['min', 'dense', 'average', 'max']),
    on: dice.pick(['rounded', 'full']),
    ...assumed,
  };
  const separate = (rank.within.includes('group') || rank.within.includes('pool')) && scope.pools.length === scope.groups.length;
  const wish: CutWish = { classes, scope };
  const cuts = Object.fromEntries(scope.groups.map((group) => [group, makeCut(dice, wish)]));
  const one = makeCut(dice, wish);
  const cut = separate && dice.chance(0.4) ? { groups: cuts } : one;
  const kinds = 'groups' in cut ? Object.values(cuts).map((each) => each.by) : [one.by];
  return {
    rank,
    grades: {
      classes: Object.fromEntries(classes.map((key) => [key, { name: `${key}类` }])),
      cut,
      ...maybe(dice, 0.3, () => ({ limits: { [classes[0] ?? 'A']: { most: '60%' } } })),
      ...assumed,
    },
    ...(dice.chance(0.7) && !kinds.includes('none')
      ? { overrides: makeOverrides(dice, { wish, twoStage: kinds.includes('two_stage') }) }
      : {}),
  };
}

interface CutWish {
  readonly classes: readonly string[];
  readonly scope: GradeScope;
}

const percents = ['10%', '20%', '25%', '30%', '33.3%'];

function makeShares(dice: Dice, classes: readonly string[]): Record<string, string> {
  const restAt = dice.chance(0.6) ? classes.length - 1 : dice.int(0, classes.length - 1);
  const shares = classes.map((_, at) => (at === restAt ? 'rest' : dice.pick(percents.slice(0, classes.length > 3 ? 3 : 5))));
  return Object.fromEntries(classes.map((key, at) => [key, shares[at] ?? 'rest']));
}

const places = ['down', 'nearest', 'up'] as const;
const edge = (dice: Dice): string => dice.pick(['in', 'out']);
const across = (dice: Dice): string => dice.pick(['better', 'worse', 'split']);
const count = (dice: Dice): string => dice.pick(['each', 'cumulative']);
const rounds = (dice: Dice, classes: readonly string[]): string | Record<string, string> =>
  dice.chance(0.7) ? dice.pick(places) : Object.fromEntries(classes.map((key) => [key, dice.pick(places)]));

function makeCut(dice: Dice, { classes, scope }: CutWish): Part {
  switch (dice.pick(['share', 'share', 'share', 'share', 'share', 'threshold', 'threshold', 'two_stage', 'rules', 'none'])) {
    case 'threshold':
      return makeThreshold(dice, classes, scope);
    case 'two_stage':
      return makeTwoStage(dice, classes);
    case 'rules': {
      const rules = classes
        .slice(0, -1)
        .map((grade) => ({ grade, when: dice.pick([...factConditions.slice(0, 10), ...stageConditions]), ...assumed }));
      return { by: 'rules', rules, otherwise: classes.at(-1), ...assumed };
    }
    case 'none':
      return { by: 'none', ...assumed };
    default:
      return {
        by: 'share',
        base: dice.pick(['graded', 'graded', 'graded_without_off_quota', { graded_and: dice.some(scope.statuses) }]),
        shares: sharesOrFull(dice, classes),
        count: count(dice),
        round: rounds(dice, classes),
        edge: edge(dice),
        ties_across_cut: across(dice),
        ...maybe(dice, 0.25, () => ({
          // biome-ignore lint/suspicious/noThenProperty: the word of the scheme language
          smallest: { size: dice.int(2, 6), then: dice.chance(0.5) ? 'ungraded' : { all: dice.pick(classes) } },
        })),
        ...assumed,
      };
  }
}

const wholes: Readonly<Record<number, readonly string[]>> = {
  2: ['30%', '70%'],
  3: ['25%', '60%', '15%'],
  4: ['20%', '45%', '30%', '5%'],
  5: ['10%', '15%', '40%', '30%', '5%'],
};

function sharesOrFull(dice: Dice, classes: readonly string[]): Record<string, string> {
  const whole = wholes[classes.length];
  if (whole === undefined || dice.chance(0.7)) return makeShares(dice, classes);
  return Object.fromEntries(classes.map((key, at) => [key, whole[at] ?? '0%']));
}

function makeThreshold(dice: Dice, classes: readonly string[], scope: GradeScope): Part {
  const everywhere = scope.leaves.filter((leaf) => leaf.everywhere);
  const leaf = everywhere.length > 0 && dice.chance(0.65) ? dice.pick(everywhere) : undefined;
  const better = leaf !== undefined && dice.chance(0.5) ? 'lower' : 'higher';
  const top = leaf === undefined ? dice.pick([80, 60, 40]) : dice.pick(leaf.measure.constants);
  const lines = classes.map((key, at): [string, number | string] => [
    key,
    at === classes.length - 1 ? 'rest' : better === 'lower' ? top * (at + 1) : top / (at + 1),
  ]);
  return { by: 'threshold', on: leaf?.name ?? '总分', better, lines: Object.fromEntries(lines), edge: edge(dice), ...assumed };
}

function makeTwoStage(dice: Dice, classes: readonly string[]): Part {
  const half = Math.ceil(classes.length / 2);
  const parts = (some: readonly string[]): Record<string, string> =>
    Object.fromEntries(some.map((key, at) => [key, at === some.length - 1 ? 'rest' : dice.pick(['10%', '15%', '20%'])]));
  return {
    by: 'two_stage',
    first: { by: ['总分 desc'], share: dice.pick(['50%', '60%', '40%']), round: dice.pick(places) },
    upper: { by: [dice.pick(['评价税收 desc', '职工人数 desc'])], shares: parts(classes.slice(0, half)) },
    lower: { by: [dice.pick(['销售收入 desc', '总分 desc'])], shares: parts(classes.slice(half)) },
    count: count(dice),
    round: rounds(dice, classes),
    edge: edge(dice),
    ties_across_cut: across(dice),
    base: dice.pick(['graded', 'graded_without_off_quota']),
    ...assumed,
  };
}

interface OverrideWish {
  readonly wish: CutWish;
  readonly twoStage: boolean;
}

function makeOverrides(dice: Dice, { wish, twoStage }: OverrideWish): Part {
  const vacated = dice.pick(['leave', 'refill']);
  const ids: string[] = [];
  const used = new Set<string>();
  let bars = 0;
  const rules = Array.from({ length: dice.int(1, 5) }, (_, at) => {
    const early = dice.chance(0.55);
    const kind = early
      ? bars === 0 || vacated === 'leave'
        ? dice.pick(['direct', 'direct', 'not'])
        : 'direct'
      : dice.pick(['direct', 'not', 'up', 'down', 'follow', 'follow', 'share']);
    if (early && kind === 'not') bars++;
    const id = `rule_${at + 1}`;
    const earlier = [...ids];
    ids.push(id);
    const conditions = [
      ...factConditions.slice(2),
      ...stageConditions,
      ...(early ? [] : [`测算类别 = "${dice.pick(wish.classes)}"`]),
    ];
    const when = dice.pick(conditions.filter((one) => !used.has(one)));
    used.add(when);
    return {
      id,
      name: `规则${at + 1}`,
      when,
      effect: makeEffect(dice, kind, wish.classes),
      ...(kind === 'direct' || kind === 'not' ? { off_quota: twoStage || dice.chance(0.5) } : {}),
      at: early ? 'before_cut' : 'after_cut',
      ...(earlier.length > 0 && dice.chance(0.3) ? { unless: [dice.pick(earlier)] } : {}),
      ...maybe(dice, 0.2, () => ({ groups: dice.some(wish.scope.groups) })),
      ...assumed,
    };
  });
  return { order: dice.pick(['first_wins', 'last_wins']), vacated, rules };
}

function makeEffect(dice: Dice, kind: string, classes: readonly string[]): Part {
  switch (kind) {
    case 'direct':
      return { direct: dice.pick(classes) };
    case 'not':
      return { not: dice.some(classes, 0.4).slice(0, classes.length - 1) };
    case 'up':
      return { up: dice.int(1, 2), ...maybe(dice, 0.4, () => ({ not_above: dice.pick(classes) })) };
    case 'down':
      return { down: dice.int(1, 2), ...maybe(dice, 0.4, () => ({ not_below: dice.pick(classes) })) };
    case 'follow':
      return { follow: '跟随对象' };
    default: {
      const grade = dice.pick(['best', 'worst', 'of_largest']);
      return { share: '宗地编号', grade, ...(grade === 'of_largest' ? { largest_by: dice.pick(['用地面积', '职工人数']) } : {}) };
    }
  }
}
