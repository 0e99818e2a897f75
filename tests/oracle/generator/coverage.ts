/** Which constructs of the scheme language a random scheme uses: one key each, read off the file itself. */
import type { Rounding } from '../judge.js';
import type { CutDoc, IndicatorDoc, RuleDoc, SchemeDoc } from '../raw.js';

export function constructsOf(scheme: SchemeDoc): Set<string> {
  const keys = new Set<string>();
  const add = (...some: readonly string[]): void => {
    for (const key of some) keys.add(key);
  };
  schemeKeys(scheme, add);
  for (const indicator of scheme.indicators) indicatorKeys(indicator, add);
  if (scheme.score !== undefined) ruleKeys(scheme.score.rule, 'higher', add);
  const { cut } = scheme.grades;
  for (const one of 'groups' in cut ? Object.values(cut.groups) : [cut]) cutKeys(one, add);
  add('groups' in cut ? 'cut: by group' : 'cut: one for all');
  for (const rule of scheme.overrides?.rules ?? []) {
    const kind = ['direct', 'not', 'up', 'down', 'follow', 'share'].find((one) => one in rule.effect) ?? '';
    add(
      `override: ${kind} ${rule.at}`,
      ...(rule.unless === undefined ? [] : ['override: unless']),
      ...(rule.groups === undefined ? [] : ['override: groups']),
    );
    if (kind === 'direct') add(`override: direct ${rule.off_quota === true ? 'off' : 'in'} quota`);
    if (kind === 'share') add(`override: share ${rule.effect.grade}`);
    if (rule.effect.not_above !== undefined || rule.effect.not_below !== undefined) add('override: limited move');
  }
  if (scheme.overrides !== undefined) add(`overrides: ${scheme.overrides.order}`, `overrides: ${scheme.overrides.vacated}`);
  return keys;
}

type Add = (...keys: readonly string[]) => void;

function schemeKeys(scheme: SchemeDoc, add: Add): void {
  const { land, rank, total, who, groups } = scheme;
  add(
    `rank: ties ${rank.ties}`,
    `rank: on ${rank.on}`,
    `rank: within ${rank.within.length === 0 ? 'all' : rank.within.join('+')}`,
    `rank: ${rank.by.length} keys`,
  );
  add(`total: ${total.by}`, `who: undetermined ${who.undetermined}`, `groups: ${Object.keys(groups).length}`);
  if (total.factor !== undefined) add('total: factor');
  if (total.least !== 'none') add('total: least');
  if (total.most !== 'none') add('total: most');
  add(...roundingKey('total', total.round));
  for (const exception of who.except ?? []) add(`exception: ${exception.status}`);
  if (Object.values(groups).some((group) => group.pool !== undefined)) add('groups: one pool');
  if (scheme.merge !== undefined) add(scheme.merge.when === undefined ? 'merge' : 'merge: when');
  if (land !== undefined) landKeys(land, add);
  const { bonus } = scheme;
  if (bonus !== undefined) {
    add(`bonus: absent ${bonus.absent}`);
    for (const item of bonus.items) {
      const source =
        item.titles !== undefined
          ? `titles ${item.titles.take} ${item.titles.valid}`
          : item.events !== undefined
            ? 'events'
            : typeof item.points === 'number'
              ? 'points'
              : 'formula';
      add(
        `bonus: ${source}`,
        ...(item.kind === undefined ? [] : ['bonus: kind']),
        ...(item.when === undefined ? [] : ['bonus: when']),
      );
    }
  }
  for (const fact of Object.values(scheme.facts ?? {})) if (fact.formula !== undefined) add('derived fact');
}

function landKeys(land: NonNullable<SchemeDoc['land']>, add: Add): void {
  add(`mu: ${land.mu.divisor}`, ...roundingKey('land', land.round));
  if (land.net !== undefined) {
    add(`land: ${land.net.basis}`, `land: by ${land.net.by}`, `land: ${land.net.method}`, `land: excess ${land.net.excess}`);
    add(land.net.floor_space === 'ignore' ? 'land: floor space ignored' : 'land: floor space per mu');
    if (land.net.under_construction !== undefined) add('land: under construction');
  }
  if (land.transferred !== undefined) add('land: transferred');
  if (land.power !== undefined) add('land: power from meters');
  if (land.plot_ratio !== undefined) add('land: plot ratio');
}

const roundingKey = (where: string, rounding: Rounding | undefined): string[] =>
  rounding === undefined ? [] : [`round ${where}: ${rounding === 'none' ? 'none' : rounding.by}`];

function indicatorKeys(doc: IndicatorDoc, add: Add): void {
  if (typeof doc.weight !== 'number') add('weight: by group');
  if (doc.children !== undefined) {
    add(`branch: ${doc.aggregate ?? 'sum'}`);
    for (const child of doc.children) indicatorKeys(child, add);
    return;
  }
  const better = doc.better ?? 'higher';
  if (doc.score !== undefined)
    for (const rule of isRule(doc.score) ? [doc.score] : Object.values(doc.score)) ruleKeys(rule, better, add);
  if (doc.score !== undefined && !isRule(doc.score)) add('score: by group');
  benchmarkKeys(doc.benchmark, add);
  for (const kind of ['cap', 'floor'] as const) {
    const limit = doc[kind];
    if (limit !== undefined) add(`${kind}: ${limit === 'none' ? 'none' : Object.keys(limit)[0]}`);
  }
  add(...roundingKey('value', doc.value_round), ...roundingKey('score', doc.round));
  if (doc.nonpositive !== undefined) add(`nonpositive: ${typeof doc.nonpositive === 'string' ? doc.nonpositive : 'points'}`);
  const { absent } = doc;
  if (absent === undefined) return;
  const kinds: readonly (readonly [string, unknown])[] =
    typeof absent === 'object' && 'missing' in absent
      ? Object.entries(absent).filter(([kind]) => kind !== 'assumed')
      : [['any', absent]];
  for (const [kind, action] of kinds)
    add(`absent: ${typeof action === 'string' ? action : Object.keys(action ?? {})[0]}`, `absent in: ${kind}`);
}

const isRule = (score: NonNullable<IndicatorDoc['score']>): score is RuleDoc => typeof score.by === 'string';

function ruleKeys(rule: RuleDoc, better: string, add: Add): void {
  const { by } = rule;
  add(`rule: ${by}`, `${better}: ${by}`);
  if (by === 'minmax' || by === 'zscore') add(`${by}: equal ${rule.all_equal}`);
  if (by === 'zscore') add(`zscore: ${rule.sd}`);
  if (by === 'rank') add(`rank rule: ${rule.falls}`, `rank rule: ties ${rule.ties}`);
  if (by === 'percentile') add(`percentile: ${rule.kind}`);
  if (by === 'bands') add(`bands: of ${rule.of}`, `bands: edge ${rule.edge}`);
  if (by === 'goalposts') add(`goalposts: ${rule.clamp ? 'clamped' : 'open'}`);
}

function benchmarkKeys(benchmark: IndicatorDoc['benchmark'], add: Add): void {
  if (benchmark === undefined) return;
  if (typeof benchmark === 'number' || !('from' in benchmark) || typeof benchmark.from !== 'string') {
    add('benchmark: plain');
    return;
  }
  add(
    `benchmark: ${benchmark.from}${benchmark.kind === undefined ? '' : ` ${benchmark.kind}`}${benchmark.type === undefined ? '' : ` ${benchmark.type}`}`,
  );
  if (benchmark.of !== undefined) add(`benchmark: ${benchmark.of}`, `benchmark: within ${benchmark.within}`);
  if (benchmark.times !== undefined) add('benchmark: times');
  if (benchmark.round !== undefined) add('benchmark: round');
}

function cutKeys(cut: CutDoc, add: Add): void {
  add(`cut: ${cut.by}`);
  if (cut.by === 'threshold') add(`threshold: ${cut.better} ${cut.edge}`);
  if (cut.by !== 'share' && cut.by !== 'two_stage') return;
  add(
    `cut: ${cut.count}`,
    `cut: edge ${cut.edge}`,
    `cut: ties ${cut.ties_across_cut}`,
    `cut: base ${typeof cut.base === 'string' ? cut.base : 'graded_and'}`,
  );
  add(...(typeof cut.round === 'string' ? [cut.round] : ['by grade']).map((round) => `cut: round ${round}`));
  if (cut.by === 'two_stage' && typeof cut.round !== 'string') add('two_stage: round by grade');
  if (cut.by !== 'share') return;
  const rest = Object.values(cut.shares).indexOf('rest');
  add(rest < 0 ? 'cut: no rest' : rest === Object.keys(cut.shares).length - 1 ? 'cut: rest last' : 'cut: rest between');
  if (cut.smallest !== undefined) add(cut.smallest.then === 'ungraded' ? 'cut: smallest ungraded' : 'cut: smallest all');
}
