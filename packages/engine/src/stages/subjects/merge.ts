/**
 * 合并评价 — rows with one text in `merge.by` become one subject whose id is that text; members stay as rows of status `merged`.
 * When a member already carries that id, its row becomes the merged subject. One row alone is left as it is.
 * Numbers add up as their fact says; 不适用 members are skipped, any other absence makes the sum absent (as in 合计). @source S85
 */
import type { Finding } from '@muheng/finding';
import { type Column, compile, lenient } from '@muheng/formula';
import type { FactRule, Scheme } from '@muheng/scheme';
import { NOT_APPLICABLE, PRESENT } from '../../absence.js';
import { pickRows } from '../../columns.js';
import type { Dataset, SideColumns, SideTableId } from '../../dataset.js';
import { frameOf } from '../../frame.js';
import { findText, sortTexts } from '../../textOrder.js';
import { found } from '../texts.zh.js';

export interface Merged {
  readonly dataset: Dataset;
  /** 1 = a member that is evaluated within another subject; undefined when nobody is. */
  readonly isMember: Uint8Array | undefined;
  /** Member id → row of its merged subject. */
  readonly mergedInto: ReadonlyMap<string, number>;
  readonly findings: readonly Finding[];
}

interface Family {
  readonly id: string;
  /** Old rows, in id order. */
  readonly members: readonly number[];
}

export function mergeSubjects(scheme: Scheme, dataset: Dataset): Merged {
  const { families, findings } = familiesOf(scheme, dataset);
  if (families.length === 0) return { dataset, isMember: undefined, mergedInto: new Map(), findings };
  const subjects = sortTexts(new Set([...dataset.subjects, ...families.map((family) => family.id)]));
  const oldRow = Int32Array.from(subjects, (id) => findText(dataset.subjects, id));
  const isMember = new Uint8Array(subjects.length);
  const mergedInto = new Map<string, number>();
  const newRow = new Int32Array(dataset.subjects.length);
  for (let row = 0; row < subjects.length; row++) if (oldRow[row]! >= 0) newRow[oldRow[row]!] = row;
  const owner = newRow.slice();
  const byId = new Map(families.map((family) => [family.id, family]));
  for (const family of families) {
    const head = findText(subjects, family.id);
    oldRow[head] = -1;
    for (const member of family.members) {
      owner[member] = head;
      if (newRow[member] === head) continue;
      isMember[newRow[member]!] = 1;
      mergedInto.set(dataset.subjects[member]!, head);
    }
  }
  const merged: Dataset = {
    ...dataset,
    subjects,
    names: subjects.map((id, row) => (oldRow[row]! >= 0 ? dataset.names[oldRow[row]!]! : nameOf(dataset, byId.get(id), id))),
    facts: mergedFacts(scheme, dataset, { families, subjects, oldRow }),
    tables: new Map([...dataset.tables].map(([id, table]): [SideTableId, SideColumns] => [id, moveRows(table, owner)])),
    source: (fact, year, row) => (oldRow[row]! < 0 ? null : dataset.source(fact, year, oldRow[row]!)),
  };
  return { dataset: merged, isMember, mergedInto, findings };
}

function familiesOf(scheme: Scheme, dataset: Dataset): { readonly families: Family[]; readonly findings: Finding[] } {
  const findings: Finding[] = [];
  const rule = scheme.merge;
  if (rule === undefined) return { families: [], findings };
  const frame = frameOf(scheme, dataset);
  const by = frame.column(rule.by, 0);
  const when = rule.when === undefined ? undefined : compile(rule.when).run(frame);
  const members = new Map<number, number[]>();
  for (let row = 0; row < frame.rows; row++) {
    if (by.absence[row] !== PRESENT || (when !== undefined && when.values[row] !== 1)) continue;
    const code = by.values[row]!;
    const known = members.get(code);
    if (known === undefined) members.set(code, [row]);
    else known.push(row);
  }
  const families: Family[] = [];
  for (const [code, rows] of members) {
    if (rows.length < 2) continue;
    const id = frame.textOf(code);
    const taken = findText(dataset.subjects, id);
    if (taken >= 0 && !rows.includes(taken)) findings.push(found('merge_id_taken', { subject: id }, { id }));
    else families.push({ id, members: rows });
  }
  return { families, findings };
}

function nameOf(dataset: Dataset, family: Family | undefined, id: string): string {
  const first = family?.members[0];
  return family === undefined || first === undefined ? id : `${dataset.names[first]!}等${family.members.length}家`;
}

interface Regrouped {
  readonly families: readonly Family[];
  readonly subjects: readonly string[];
  /** Old row of each new one, −1 for merged subjects. */
  readonly oldRow: Int32Array;
}

function mergedFacts(scheme: Scheme, dataset: Dataset, regrouped: Regrouped): Dataset['facts'] {
  const heads = regrouped.families.map((family) => findText(regrouped.subjects, family.id));
  return new Map(
    [...dataset.facts].map(([year, columns]): [number, ReadonlyMap<string, Column>] => [
      year,
      new Map(
        [...columns].map(([id, column]): [string, Column] => {
          const picked = pickRows(column, regrouped.oldRow);
          const rule = scheme.facts.get(id);
          const how = rule === undefined || rule.type !== 'number' ? 'first' : rule.merged;
          for (const [index, family] of regrouped.families.entries())
            addUp(column, family.members, { how, into: picked, row: heads[index]! });
          return [id, picked];
        }),
      ),
    ]),
  );
}

/** 合并口径 — sum, mean, most, least of the members, or the first that is present. */
function addUp(
  column: Column,
  members: readonly number[],
  target: { readonly how: FactRule['merged']; readonly into: Column; readonly row: number },
): void {
  const { into, row, how } = target;
  const first = members.find((member) => column.absence[member] === PRESENT);
  const absence = members.reduce((code, member) => lenient[code * 5 + column.absence[member]!]!, NOT_APPLICABLE);
  if (how === 'first' ? first === undefined : absence !== PRESENT) {
    into.values[row] = Number.NaN;
    into.absence[row] = absence === PRESENT ? NOT_APPLICABLE : absence;
    return;
  }
  const values = members.map((member) => column.values[member]!).filter((value) => !Number.isNaN(value));
  into.absence[row] = PRESENT;
  into.values[row] = how === 'first' ? column.values[first ?? 0]! : together[how](values);
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

const together: Readonly<Record<Exclude<FactRule['merged'], 'first'>, (values: readonly number[]) => number>> = {
  sum: sumOf,
  mean: (values) => sumOf(values) / values.length,
  most: (values) => Math.max(...values),
  least: (values) => Math.min(...values),
};

/** A side table whose rows belong to other subjects now; rows of one subject keep their order. */
function moveRows(table: SideColumns, owner: Int32Array): SideColumns {
  const subject = table.subject.map((row) => owner[row]!);
  const order = Int32Array.from(subject.keys()).sort((a, b) => subject[a]! - subject[b]! || a - b);
  return {
    rows: table.rows,
    subject: order.map((row) => subject[row]!),
    fields: new Map([...table.fields].map(([id, column]): [string, Column] => [id, pickRows(column, order)])),
  };
}
