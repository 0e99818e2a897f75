/** 历年类别的写法 — past grades as offices write them (C, Ｃ, C类, 丙) become the key of the class; what is no class is reported. */
import { formulasOf, type Scheme } from '@muheng/scheme';
import type { Cell, PlainTable } from '../dataset.js';
import { isAbsenceWord, plainText } from './cells.js';
import type { Collector } from './collector.js';
import { cellPlace, type TablePlan } from './headers.js';
import type { Field } from './readColumn.js';
import { found } from './texts.zh.js';

interface Unknown {
  readonly row: number;
  count: number;
}

/** The table with class keys in the column `grade`; `rows` with 1 are read. */
export function withClassKeys(
  plan: TablePlan<Field, PlainTable>,
  scheme: Scheme,
  of: { readonly rows: Uint8Array; readonly collector: Collector },
): PlainTable {
  const { table } = plan;
  const column = plan.columns.find((each) => each.field.id === 'grade')?.index;
  if (column === undefined) return table;
  const compared = textsCompared(scheme);
  const keys = keysByWriting(scheme);
  for (const text of compared) keys.delete(text);
  const unknown = new Map<string, Unknown>();
  const rows = table.rows.map((cells, row) => {
    if (of.rows[row] !== 1) return cells;
    const written = plainText(cells[column] ?? null);
    const key = keys.get(written);
    if (key !== undefined) return cells.map((cell, at): Cell => (at === column ? key : cell));
    if (compared.has(written) || isAbsenceWord(written)) return cells;
    const seen = unknown.get(written);
    if (seen === undefined) unknown.set(written, { row, count: 1 });
    else seen.count++;
    return cells;
  });
  const grades = scheme.grades.classes
    .map((each) => (each.name === each.key ? each.key : `${each.key}（${each.name}）`))
    .join('、');
  for (const [value, { row, count }] of unknown)
    of.collector.add(found('history_grade_unknown', cellPlace(table, row, column), { value, count, grades }));
  return { ...table, rows };
}

/** Words the scheme itself compares past grades with: they stay as they are. */
const textsCompared = (scheme: Scheme): ReadonlySet<string> =>
  new Set(
    formulasOf(scheme)
      .filter(({ formula }) => formula.aggregates.some((node) => node.table === 'history'))
      .flatMap(({ formula }) => formula.texts),
  );

/** Keys first: a name never takes the place of another class's key. */
function keysByWriting(scheme: Scheme): Map<string, string> {
  const keys = new Map<string, string>();
  const add = (written: string, key: string): void => void (keys.has(written) || keys.set(written, key));
  const { classes } = scheme.grades;
  for (const { key } of classes) add(plainText(key), key);
  for (const { key, name, label } of classes) {
    add(plainText(name), key);
    if (label !== undefined) add(plainText(label), key);
  }
  for (const { key } of classes) add(plainText(`${key}类`), key);
  return keys;
}
