/**
 * 比选 — two runs side by side: who moves from which grade to which, and why. Schemes, datasets and years may differ; subjects meet by
 * id. The comparison is plain data; `comparisonInWords` prints it.
 */
import { gradeName, type Scheme } from '@muheng/scheme';
import type { Dataset } from '../dataset.js';
import { subjectInWords } from '../explain/words.js';
import { gradeKey } from '../json.js';
import type { Result } from '../result.js';
import { whyMoved } from './why.js';

export interface Run {
  readonly scheme: Scheme;
  readonly dataset: Dataset;
  readonly result: Result;
}

export type Cause = 'status' | 'group' | 'fact' | 'benchmark' | 'weight' | 'rule' | 'override' | 'line';
export interface Why {
  readonly cause: Cause;
  readonly words: string;
}

export interface Mover {
  readonly id: string;
  readonly name: string;
  readonly group: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** up 升, down 降, other: gained or lost a grade, or the classes have other names. */
  readonly direction: 'up' | 'down' | 'other';
  readonly total: readonly [number | null, number | null];
  readonly rank: readonly [number | null, number | null];
  readonly why: readonly Why[];
}

export interface Comparison {
  readonly schemes: readonly [string, string];
  readonly years: readonly [number, number];
  /** Subjects in both runs. */
  readonly common: number;
  readonly up: number;
  readonly down: number;
  readonly movers: readonly Mover[];
  /** All together (`null`, first), then per group of the second run (`-` = in none): counts of grade → grade; `-` = no grade. */
  readonly counts: readonly {
    readonly group: string | null;
    readonly cells: readonly { readonly from: string; readonly to: string; readonly count: number }[];
  }[];
  readonly onlyInFirst: readonly string[];
  readonly onlyInSecond: readonly string[];
}

export function compare(a: Run, b: Run): Comparison {
  const rowsOfA = new Map(a.result.subjects.map((id, row) => [id, row]));
  const inB = new Set(b.result.subjects);
  const dataOf = (run: Run): ReadonlyMap<string, number> => new Map(run.dataset.subjects.map((id, row) => [id, row]));
  const [dataA, dataB] = [dataOf(a), dataOf(b)];
  const movers: Mover[] = [];
  const counts = new Map<string | null, Map<string, number>>();
  let common = 0;
  b.result.subjects.forEach((id, rowB) => {
    const rowA = rowsOfA.get(id);
    if (rowA === undefined) return;
    common++;
    const from = gradeKey(a.result, a.result.grade[rowA]!);
    const to = gradeKey(b.result, b.result.grade[rowB]!);
    const group = b.result.groupIds[b.result.group[rowB]!] ?? null;
    for (const name of [null, group ?? '-']) count(counts, name, `${from ?? '-'}\t${to ?? '-'}`);
    if (from !== to)
      movers.push(
        moverOf({ a, b, rowA, rowB, dataRowA: dataA.get(id) ?? -1, dataRowB: dataB.get(id) ?? -1 }, { from, to, group }),
      );
  });
  const of = (direction: Mover['direction']): number => movers.filter((mover) => mover.direction === direction).length;
  return {
    schemes: [a.scheme.id, b.scheme.id],
    years: [a.result.year, b.result.year],
    common,
    up: of('up'),
    down: of('down'),
    movers,
    counts: [...counts].map(([group, cells]) => ({
      group,
      cells: [...cells].sort().map(([key, number]) => ({ from: key.split('\t')[0]!, to: key.split('\t')[1]!, count: number })),
    })),
    onlyInFirst: a.result.subjects.filter((id) => !inB.has(id)),
    onlyInSecond: b.result.subjects.filter((id) => !rowsOfA.has(id)),
  };
}

function count(counts: Map<string | null, Map<string, number>>, group: string | null, key: string): void {
  const cells = counts.get(group) ?? new Map<string, number>();
  counts.set(group, cells);
  cells.set(key, (cells.get(key) ?? 0) + 1);
}

export interface Pair {
  readonly a: Run;
  readonly b: Run;
  readonly rowA: number;
  readonly rowB: number;
  /** Rows in the datasets; −1 for a merged subject, which no table delivers. */
  readonly dataRowA: number;
  readonly dataRowB: number;
}

function moverOf(pair: Pair, { from, to, group }: { from: string | null; to: string | null; group: string | null }): Mover {
  const { a, b, rowA, rowB } = pair;
  const orNull = (value: number): number | null => (Number.isNaN(value) || value === 0 ? null : value);
  return {
    id: b.result.subjects[rowB]!,
    name: b.result.names[rowB]!,
    group,
    from,
    to,
    direction: directionOf(a.result.gradeKeys, b.result.gradeKeys, { from, to }),
    total: [totalOf(a.result, rowA), totalOf(b.result, rowB)],
    rank: [orNull(a.result.rank[rowA]!), orNull(b.result.rank[rowB]!)],
    why: whyMoved(pair),
  };
}

const totalOf = ({ total }: Result, row: number): number | null => (Number.isNaN(total[row]!) ? null : total[row]!);

/** By position in the second run's classes when both know both grades. */
function directionOf(
  a: readonly string[],
  b: readonly string[],
  { from, to }: { from: string | null; to: string | null },
): Mover['direction'] {
  if (from === null || to === null) return 'other';
  const [before, after] = b.includes(from) ? [b.indexOf(from), b.indexOf(to)] : [a.indexOf(from), a.indexOf(to)];
  if (before < 0 || after < 0) return 'other';
  return after < before ? 'up' : 'down';
}

/** `schemes` are those of the two runs: names of classes, noun and measure word are theirs. */
export function comparisonInWords(comparison: Comparison, schemes: readonly [Scheme, Scheme]): string {
  const [a, b] = schemes;
  const { noun, measure } = b.subject;
  const [first, second] = schemes.map((scheme, at) => `${scheme.title}（${comparison.years[at]}）`);
  const head = `比选：${first} → ${second}，两次都有的${noun} ${comparison.common} ${measure}，升 ${comparison.up} ${measure}，降 ${comparison.down} ${measure}`;
  const lines = comparison.movers.map(
    (mover) =>
      `${subjectInWords(mover)} ${gradeName(a, mover.from)} → ${gradeName(b, mover.to)}：${mover.why.map((why) => why.words).join('；')}`,
  );
  const missing = [
    ...(comparison.onlyInFirst.length === 0 ? [] : [`只在前一次：${comparison.onlyInFirst.length} ${a.subject.measure}`]),
    ...(comparison.onlyInSecond.length === 0 ? [] : [`只在后一次：${comparison.onlyInSecond.length} ${measure}`]),
  ];
  return `${[head, ...lines, ...missing].join('\n')}\n`;
}
