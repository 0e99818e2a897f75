/**
 * 变化 — who moved against last year: by evaluating the year before from the same files with the same scheme, or against a result or table
 * that was given. It says which, because the first is no decision of last year.
 */
import { compare, evaluate, gradeKey, type Result, type Run } from '@muheng/engine';
import { gradeName, type Scheme } from '@muheng/scheme';
import { type Cell, readTable } from '@muheng/sheets';
import { UnreadableInput } from '../exits.js';
import { readBytes } from '../files.js';

export interface MoverLine {
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly direction: '升' | '降' | '新增或退出';
  readonly before: number | null;
  readonly now: number | null;
  readonly rankBefore: number | null;
  readonly rankNow: number | null;
  readonly why: string;
}

export interface Movers {
  /** What this year is held against. */
  readonly against: string;
  readonly common: number;
  readonly up: number;
  readonly down: number;
  readonly lines: readonly MoverLine[];
}

const words = { up: '升', down: '降', other: '新增或退出' } as const;

/** Against the year before of the same files. */
export function moversFromFiles(before: Omit<Run, 'result'>, now: Run): Movers {
  const result = evaluate(before.scheme, before.dataset);
  const comparison = compare({ ...before, result }, now);
  return {
    against: `${before.dataset.year} 年：用同一批部门文件中上一年的数据、按本办法测算得出，不是上年审定的结果`,
    common: comparison.common,
    up: comparison.up,
    down: comparison.down,
    lines: comparison.movers.map((mover) => ({
      id: mover.id,
      name: mover.name,
      from: gradeName(now.scheme, mover.from),
      to: gradeName(now.scheme, mover.to),
      direction: words[mover.direction],
      before: mover.total[0],
      now: mover.total[1],
      rankBefore: mover.rank[0],
      rankNow: mover.rank[1],
      why: mover.why.map((why) => why.words).join('；'),
    })),
  };
}

/** Against a result of last year (.json) or a table with id and 历年评定. */
export async function moversFromFile(file: string, scheme: Scheme, result: Result): Promise<Movers> {
  const before = file.toLowerCase().endsWith('.json') ? gradesOfJson(file) : await gradesOfTable(file, scheme);
  const places = scheme.grades.classes.map(({ key }) => key);
  const lines: MoverLine[] = [];
  let common = 0;
  result.subjects.forEach((id, row) => {
    const from = before.get(id);
    if (from === undefined) return;
    common++;
    const to = gradeKey(result, result.grade[row] ?? -1);
    if (from === to) return;
    const [was, is] = [places.indexOf(from ?? ''), places.indexOf(to ?? '')];
    const direction = was < 0 || is < 0 ? '新增或退出' : is < was ? '升' : '降';
    const [total, rank] = [result.total[row] ?? Number.NaN, result.rank[row] ?? 0];
    lines.push({
      ...{ id, name: result.names[row] ?? '', from: gradeName(scheme, from), to: gradeName(scheme, to), direction },
      ...{ before: null, now: Number.isNaN(total) ? null : total, rankBefore: null, rankNow: rank > 0 ? rank : null, why: '' },
    });
  });
  const count = (direction: MoverLine['direction']): number => lines.filter((line) => line.direction === direction).length;
  return { against: `上年结果文件 ${file}`, common, up: count('升'), down: count('降'), lines };
}

function gradesOfJson(file: string): ReadonlyMap<string, string | null> {
  const trouble = new UnreadableInput(`${file} 不是评价结果的 JSON。请给出上年 --out 写出的 .json，或有 id、历年评定两列的表。`);
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(readBytes(file)));
    const subjects = field(json, 'subjects');
    if (!Array.isArray(subjects)) throw trouble;
    return new Map(subjects.map((one): [string, string | null] => [String(field(one, 'id')), textOrNull(field(one, 'grade'))]));
  } catch (error) {
    throw error instanceof SyntaxError ? trouble : error;
  }
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const field = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null ? Object.getOwnPropertyDescriptor(of, name)?.value : undefined;

async function gradesOfTable(file: string, scheme: Scheme): Promise<ReadonlyMap<string, string | null>> {
  const { table } = await readTable(readBytes(file), file);
  const at = (...names: readonly string[]): number => table?.header.findIndex((header) => names.includes(header.trim())) ?? -1;
  const id = at('id', '统一社会信用代码', '编号');
  const grade = at('历年评定', '类别', '评价结果', '评价类别', '评定类别');
  if (table === undefined || id < 0 || grade < 0)
    throw new UnreadableInput(`${file} 里没有 id（统一社会信用代码）和 历年评定（类别）两列。`);
  const keyOf = (cell: Cell): string | null => {
    const word = String(cell ?? '').trim();
    return scheme.grades.classes.find(({ key, name, label }) => [key, name, label].includes(word))?.key ?? null;
  };
  return new Map(table.rows.map((row): [string, string | null] => [String(row[id] ?? ''), keyOf(row[grade] ?? null)]));
}
