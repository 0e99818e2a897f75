/** 附表 — rows of the side tables, fields by id or term, sorted by subject; rows of subjects that are not evaluated are left out. */
import { type Scheme, sideTableInfos } from '@muheng/scheme';
import type { Column } from '../absence.js';
import { pickRows } from '../columns.js';
import type { PlainTable, SideColumns, SideTableId } from '../dataset.js';
import { findText } from '../textOrder.js';
import { plainText } from './cells.js';
import { withClassKeys } from './classKeys.js';
import type { Collector } from './collector.js';
import { damagedId } from './damagedId.js';
import { placeOf, planTable, type TablePlan } from './headers.js';
import { type Field, readColumns } from './readColumn.js';
import type { TextPool } from './textPool.js';
import { found } from './texts.zh.js';

export interface SideReading {
  readonly scheme: Scheme;
  readonly subjects: readonly string[];
  readonly texts: TextPool;
  readonly collector: Collector;
}

/** Text fields still hold provisional numbers of `texts`. */
export interface SideDraft extends SideColumns {
  readonly textFields: ReadonlySet<string>;
}

export function readSideTable(id: SideTableId, tables: readonly PlainTable[], reading: SideReading): SideDraft {
  const info = sideTableInfos(reading.scheme.names.mu).find((each) => each.id === id);
  const fields: readonly Field[] = (info?.fields ?? []).map((field) => ({
    id: field.id,
    term: field.term,
    also: [],
    type: field.type,
    unit: unitOf(reading, field.id, id),
  }));
  const parts = tables.map((table) =>
    readPart(id, planTable(table, { wanted: fields, mu: reading.scheme.names.mu, yearly: false }), reading),
  );
  const subject = Int32Array.from(parts.flatMap((part) => [...part.subject]));
  const order = Int32Array.from(subject.keys()).sort((a, b) => subject[a]! - subject[b]! || a - b);
  const columns = fields.map((field): [string, Column] => [field.id, pickRows(joined(parts, field.id), order)]);
  return {
    rows: order.length,
    subject: order.map((row) => subject[row]!),
    fields: new Map(columns),
    textFields: new Set(fields.filter((field) => field.type === 'text').map((field) => field.id)),
  };
}

function unitOf(reading: SideReading, field: string, table: SideTableId): Field['unit'] {
  const info = sideTableInfos(reading.scheme.names.mu).find((each) => each.id === table);
  return info?.fields.find((each) => each.id === field)?.unit ?? { text: '', dimension: '', factor: { over: 1, under: 1 } };
}

interface Part {
  readonly subject: Int32Array;
  readonly columns: ReadonlyMap<string, Column>;
}

function readPart(
  id: SideTableId,
  plan: TablePlan<Field, PlainTable>,
  { scheme, subjects, texts, collector }: SideReading,
): Part {
  const { table } = plan;
  collector.add(...plan.findings);
  const subject = new Int32Array(table.rows.length).fill(-1);
  const rows = new Uint8Array(table.rows.length);
  let unknown = 0;
  let example = '';
  for (let row = 0; row < table.rows.length; row++) {
    const cell = plan.id < 0 ? null : (table.rows[row]?.[plan.id] ?? null);
    const own = plainText(cell);
    if (own === '' || damagedId(plan, { row, cell, text: own }, collector)) continue;
    const known = findText(subjects, own);
    subject[row] = known;
    if (known >= 0) rows[row] = 1;
    else {
      unknown++;
      if (example === '') example = own;
    }
  }
  if (unknown > 0) collector.add(found('side_subject_unknown', placeOf(table), { count: unknown, example }));
  const kept = Int32Array.from(subject.keys()).filter((row) => rows[row] === 1);
  const read = id === 'history' ? withClassKeys(plan, scheme, { rows, collector }) : table;
  const columns = readColumns(plan.columns, { table: read, rows, texts, collector }).map((column, at): [string, Column] => [
    plan.columns[at]!.field.id,
    pickRows(column, kept),
  ]);
  return { subject: kept.map((row) => subject[row]!), columns: new Map(columns) };
}

/** One column out of the parts, one after the other; a part without the field is missing there. */
function joined(parts: readonly Part[], field: string): Column {
  const rows = parts.reduce((sum, part) => sum + part.subject.length, 0);
  const values = new Float64Array(rows).fill(Number.NaN);
  const absence = new Uint8Array(rows).fill(1);
  let at = 0;
  for (const part of parts) {
    const column = part.columns.get(field);
    if (column !== undefined) {
      values.set(column.values, at);
      absence.set(column.absence, at);
    }
    at += part.subject.length;
  }
  return { values, absence };
}
