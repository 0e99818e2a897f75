/** 变动原因 — what differs between two runs for one subject whose grade moved: standing, facts, benchmarks, weights, rules, lines. */
import { absenceInWords, absenceKindOf, type Column, formatNumber, formulaInWords } from '@muheng/formula';
import { equalNumbers, isoDate } from '@muheng/quantity';
import { type FactRule, gradeName, type Leaf, type Scheme, statusName } from '@muheng/scheme';
import type { Dataset } from '../dataset.js';
import { branchesUnder } from '../explain/context.js';
import { lineKey } from '../explain/stages.js';
import type { Pair, Run, Why } from './compare.js';

export function whyMoved(pair: Pair): Why[] {
  const standing = standingChanged(pair);
  const own = [...standing, ...factsChanged(pair), ...indicatorsChanged(pair), ...overridesChanged(pair)];
  const lines = lineMoved(pair);
  return own.length === 0 && lines.length === 0
    ? [{ cause: 'line', words: '自身数据和计算未变，同组其他评价对象的名次变动使其越过界线' }]
    : [...own, ...lines];
}

const statusOf = ({ result }: Run, row: number): string => result.statusIds[result.status[row]!]!;
const groupOf = ({ result }: Run, row: number): string | null => result.groupIds[result.group[row]!] ?? null;

function standingChanged({ a, b, rowA, rowB }: Pair): Why[] {
  const why: Why[] = [];
  if (statusOf(a, rowA) !== statusOf(b, rowB))
    why.push({
      cause: 'status',
      words: `评价状态由${statusName(a.scheme, statusOf(a, rowA))}变为${statusName(b.scheme, statusOf(b, rowB))}`,
    });
  const [before, after] = [groupOf(a, rowA), groupOf(b, rowB)];
  const name = (scheme: Scheme, id: string | null): string => scheme.groups.find((group) => group.id === id)?.name ?? '不分组';
  if (before !== after) why.push({ cause: 'group', words: `分组由${name(a.scheme, before)}变为${name(b.scheme, after)}` });
  return why;
}

function factsChanged({ a, b, dataRowA, dataRowB }: Pair): Why[] {
  const why: Why[] = [];
  for (const [id, rule] of b.scheme.facts) {
    if (!rule.used || rule.formula !== undefined || !a.scheme.facts.has(id)) continue;
    const before = factOf(a.dataset, rule, dataRowA);
    const after = factOf(b.dataset, rule, dataRowB);
    if (before === after) continue;
    why.push({
      cause: 'fact',
      words: `${rule.term}由 ${before ?? '无'} 变为 ${after ?? '无'}${isAbsent(after) ? '' : unitOf(rule)}`,
    });
  }
  return why;
}

const isAbsent = (printed: string | null): boolean => printed === null || Object.values(absenceInWords).includes(printed);
const unitOf = (rule: FactRule): string => (rule.unit.text === '' ? '' : ` ${rule.unit.text}`);

/** A fact as printed; merged subjects have none of their own. */
function factOf(dataset: Dataset, { id, type }: FactRule, row: number): string | null {
  const column: Column | undefined = dataset.facts.get(dataset.year)?.get(id);
  if (row < 0 || column === undefined) return null;
  const kind = absenceKindOf(column.absence[row]!);
  if (kind !== undefined) return absenceInWords[kind];
  const value = column.values[row]!;
  return {
    number: () => formatNumber(value),
    text: () => dataset.dictionary[value] ?? '',
    date: () => isoDate(value),
    flag: () => (value === 1 ? '是' : '否'),
  }[type]();
}

function indicatorsChanged(pair: Pair): Why[] {
  const { a, b, rowA, rowB } = pair;
  const why: Why[] = [];
  const groups = [groupOf(a, rowA) ?? '', groupOf(b, rowB) ?? ''] as const;
  b.scheme.leaves.forEach((leaf, at) => {
    const atA = a.scheme.leaves.findIndex((each) => each.id === leaf.id);
    const before = a.scheme.leaves[atA];
    const weightB = leaf.weight.get(groupOf(b, rowB) ?? '') ?? 0;
    if (before === undefined) {
      if (weightB > 0) why.push({ cause: 'rule', words: `新增指标 ${leaf.name}（权重 ${weightB}）` });
      return;
    }
    const weightA = before.weight.get(groupOf(a, rowA) ?? '') ?? 0;
    if (weightA === 0 && weightB === 0) return;
    const [old, now] = [a.result.leaves[atA]!, b.result.leaves[at]!];
    const pointsDiffer = differ(old.score[rowA]!, now.score[rowB]!);
    if (weightA !== weightB && (pointsDiffer || weighsOthers(b.scheme, leaf)))
      why.push({ cause: 'weight', words: `${leaf.name}权重由 ${weightA} 变为 ${weightB}` });
    if (!pointsDiffer && !differ(old.value.values[rowA]!, now.value.values[rowB]!)) return;
    const [from, to] = [old.benchmark[rowA]!, now.benchmark[rowB]!];
    if (differ(from, to)) why.push({ cause: 'benchmark', words: `${leaf.name}基准值由 ${shown(from)} 变为 ${shown(to)}` });
    if (ruleText(before, groups[0]) !== ruleText(leaf, groups[1]))
      why.push({ cause: 'rule', words: `${leaf.name}的计算或计分办法有变` });
  });
  for (const leaf of a.scheme.leaves) {
    if ((leaf.weight.get(groupOf(a, rowA) ?? '') ?? 0) > 0 && !b.scheme.leaves.some((each) => each.id === leaf.id))
      why.push({ cause: 'rule', words: `取消指标 ${leaf.name}` });
  }
  return why;
}

const differ = (a: number, b: number): boolean =>
  Number.isNaN(a) || Number.isNaN(b) ? !(Number.isNaN(a) && Number.isNaN(b)) : !equalNumbers(a, b);

/** Parts are not just added: a weight counts even where the points stay. */
function weighsOthers({ indicators, total }: Scheme, leaf: Leaf): boolean {
  const parent = branchesUnder(indicators).find((branch) => branch.id === leaf.parent);
  return (parent?.aggregate ?? total.by) !== 'sum';
}

const shown = (value: number): string => (Number.isNaN(value) ? '无' : formatNumber(value));

/** Everything of a leaf that decides points in a group, as one text to compare. */
function ruleText(leaf: Leaf, group: string): string {
  const rule = leaf.score.get(group);
  const rules = [rule === undefined ? null : rule.by === 'formula' ? { by: rule.by, points: formulaInWords(rule.points) } : rule];
  return JSON.stringify(
    [
      formulaInWords(leaf.formula),
      leaf.better,
      leaf.valueRound,
      rules,
      leaf.cap,
      leaf.floor,
      leaf.round,
      { ...leaf.absent, cited: null },
      leaf.nonpositive,
    ],
    mapsAsLists,
  );
}

const mapsAsLists = (_key: string, value: unknown): unknown => (value instanceof Map ? [...value] : value);

function overridesChanged({ a, b, rowA, rowB }: Pair): Why[] {
  const applied = ({ result }: Run, row: number): string[] =>
    (result.overrides.get(row) ?? []).filter((hit) => hit.applied).map((hit) => hit.words);
  const [before, after] = [applied(a, rowA), applied(b, rowB)];
  return [
    ...after.filter((words) => !before.includes(words)).map((words): Why => ({ cause: 'override', words })),
    ...before.filter((words) => !after.includes(words)).map((words): Why => ({ cause: 'override', words: `不再适用：${words}` })),
  ];
}

/** The line of the better of the two grades, in the pools of the subject. */
function lineMoved({ a, b, rowA, rowB }: Pair): Why[] {
  const best = Math.min(...[a.result.grade[rowA]!, b.result.grade[rowB]!].filter((code) => code >= 0));
  const key = b.result.gradeKeys[best];
  const lineOf = ({ result }: Run, row: number) => result.pools[result.pool[row]!]?.cuts.find((cut) => cut.grade === key);
  const [before, after] = [lineOf(a, rowA), lineOf(b, rowB)];
  if (before === undefined || after === undefined) return [];
  const name = gradeName(b.scheme, key ?? null);
  const why: Why[] = [];
  if (before.places !== after.places)
    why.push({ cause: 'line', words: `${name}名额由 ${before.places ?? '无'} 变为 ${after.places ?? '无'}` });
  const [keyBefore, keyAfter] = [stageKey(a, rowA, key), stageKey(b, rowB, key)];
  const ofLine = keyAfter === null ? '界限' : `分段末位的${keyAfter}`;
  if (keyBefore === keyAfter && before.line !== after.line)
    why.push({ cause: 'line', words: `${name}${ofLine}由 ${lineShown(before.line)} 变为 ${lineShown(after.line)}` });
  const byTotal = keyBefore === null || keyAfter === null;
  if (byTotal && before.lastTotal !== null && after.lastTotal !== null && before.lastTotal !== after.lastTotal)
    why.push({
      cause: 'line',
      words: `${name}末位总分由 ${formatNumber(before.lastTotal)} 变为 ${formatNumber(after.lastTotal)}`,
    });
  return why;
}

const lineShown = (line: number | null): string => (line === null ? '无' : formatNumber(line));

/** What the line of a class is measured in where the subject's pool is cut in two stages; null elsewhere. */
function stageKey(run: Run, row: number, grade: string | undefined): string | null {
  const cut = run.scheme.grades.cut.get(groupOf(run, row) ?? '');
  return cut?.by === 'two_stage' && grade !== undefined ? lineKey(cut, grade) : null;
}
