/** 用到的项 — every formula of a scheme, and from them the facts, lists and tables that rules really read. */
import type { Formula, TypedNode } from '@muheng/formula';
import type { Cut, Leaf, LookupTable, Scheme } from '../model.js';
import { landFacts } from './land.js';

/** The parts of a scheme that carry formulas, before facts are settled. */
export type RuleParts = Pick<
  Scheme,
  'land' | 'merge' | 'who' | 'groups' | 'leaves' | 'bonus' | 'total' | 'rank' | 'grades' | 'overrides' | 'robustness'
>;

export interface WrittenFormula {
  /** Path in the scheme file, for findings. */
  readonly path: readonly (string | number)[];
  readonly formula: Formula;
}

/** All but those of derived facts, in document order. */
export function formulasOf(parts: RuleParts): WrittenFormula[] {
  const all: WrittenFormula[] = [{ path: ['who', 'include'], formula: parts.who.include }];
  const add = (path: readonly (string | number)[], formula: Formula | undefined): void =>
    void (formula === undefined || all.push({ path, formula }));
  for (const [index, exception] of parts.who.except.entries()) add(['who', 'except', index, 'when'], exception.when);
  add(['merge', 'when'], parts.merge?.when);
  for (const group of parts.groups) if (group.when !== 'otherwise') add(['groups', group.id, 'when'], group.when);
  for (const leaf of parts.leaves)
    for (const [key, formula] of leafFormulas(leaf)) add([...pathFromWords(leaf.path), ...key], formula);
  for (const [index, item] of (parts.bonus?.items ?? []).entries()) {
    add(['bonus', 'items', index, 'when'], item.when);
    if (item.source.from === 'points') add(['bonus', 'items', index, 'points'], item.source.points);
    if (item.source.from === 'events') add(['bonus', 'items', index, 'events', 'where'], item.source.count);
  }
  add(['total', 'factor'], parts.total.factor);
  for (const [index, key] of parts.rank.by.entries()) add(['rank', 'by', index], key.formula);
  for (const cut of new Set(parts.grades.cut.values())) for (const formula of cutFormulas(cut)) add(['grades', 'cut'], formula);
  for (const [index, rule] of (parts.overrides?.rules ?? []).entries()) add(['overrides', 'rules', index, 'when'], rule.when);
  return all;
}

function leafFormulas(leaf: Leaf): (readonly [readonly string[], Formula])[] {
  const points = [...new Set(leaf.score.values())].flatMap((rule) =>
    rule.by === 'formula' ? [[['score'], rule.points] as const] : [],
  );
  const benchmark = leaf.benchmark?.from === 'formula' ? [[['benchmark', 'formula'], leaf.benchmark.formula] as const] : [];
  return [[['formula'], leaf.formula], ...benchmark, ...points];
}

function cutFormulas(cut: Cut): Formula[] {
  if (cut.by === 'threshold') return [cut.on];
  if (cut.by === 'rules') return cut.rules.map(({ when }) => when);
  return cut.by === 'two_stage' ? [...cut.first.by, ...cut.upper.by, ...cut.lower.by].map(({ formula }) => formula) : [];
}

/** `indicators[2].children[0]` → its steps. */
export const pathFromWords = (words: string): (string | number)[] =>
  [...words.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, key]) => (index === undefined ? (key ?? '') : Number(index)));

/** Ids that rules read by name, not through a formula. */
export function factsNamedBy(parts: RuleParts): string[] {
  const { merge, land, rank, overrides, leaves, robustness } = parts;
  const benchmarks = leaves.flatMap(({ benchmark }) => (benchmark?.from === 'table' ? [benchmark.by] : []));
  const effects = (overrides?.rules ?? []).flatMap(({ effect }) => {
    if (effect.kind === 'follow') return [effect.fact];
    return effect.kind === 'share' ? [effect.fact, ...(effect.largestBy === null ? [] : [effect.largestBy])] : [];
  });
  return [
    ...(merge === undefined ? [] : [merge.by]),
    ...(land?.net === undefined ? [] : [landFacts.net[0]]),
    ...(land?.powerFromMeters === undefined ? [] : [landFacts.power[0]]),
    ...(land?.plotRatio === undefined ? [] : [landFacts.plot_ratio[0]]),
    ...rank.within.filter((name) => name !== 'group' && name !== 'pool'),
    ...benchmarks,
    ...effects,
    ...(robustness === undefined ? [] : robustness.facts.keys()),
  ];
}

/** Lists asked by formulas, fixed and dated. */
export const listsOf = (formulas: readonly Formula[]): Set<string> =>
  new Set(formulas.flatMap((formula) => [...formula.tables, ...formula.lists.map(({ list }) => list)]));

export const lookupsOf = (leaves: readonly Leaf[]): LookupTable[] =>
  leaves.flatMap(({ benchmark }) => (benchmark?.from === 'table' ? [benchmark.table] : []));

/** Every node of a tree, from the top. */
export function* nodesOf(node: TypedNode): Generator<TypedNode> {
  yield node;
  for (const child of childrenOf(node)) yield* nodesOf(child);
}

function childrenOf(node: TypedNode): readonly TypedNode[] {
  switch (node.kind) {
    case 'constant':
    case 'text':
    case 'name':
    case 'builtin':
      return [];
    case 'call':
      return node.args;
    case 'convert':
    case 'prior':
    case 'growth':
    case 'consecutive':
    case 'move_date':
    case 'code_test':
      return [node.of];
    case 'among':
      return [node.of, ...node.numbers];
    case 'member':
      return node.written === undefined ? [] : [node.written];
    case 'valid_on':
      return [node.day, node.expanded];
    case 'aggregate':
      return [...(node.value === undefined ? [] : [node.value]), ...(node.where === undefined ? [] : [node.where])];
  }
}
