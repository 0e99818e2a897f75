/**
 * 公式所见的数据 — one dataset as formulas read it: facts of every year, derived facts, side tables, membership lists, and the
 * columns that stages add. Columns are made when first asked for and kept. Changes no column it was given.
 */
import { type AggregateNode, aggregateColumn, type Column, compile, type SideTable } from '@muheng/formula';
import { dayNumber, daysInMonth, roundColumn } from '@muheng/quantity';
import type { Scheme } from '@muheng/scheme';
import { MISSING } from './absence.js';
import { absentColumn, copyColumn, emptyColumn, lazyColumn } from './columns.js';
import { withinBounds } from './dataset/bounds.js';
import type { Dataset, SideTableId } from './dataset.js';
import { sideTableIds } from './dataset.js';
import type { StageFrame } from './stages/stage.js';
import { findText } from './textOrder.js';

/** 基准日 of a year as a day number; 02-29 becomes 02-28 in other years. */
export function referenceDayOf(scheme: Scheme, year: number): number {
  const { month, day } = scheme.referenceDay;
  return dayNumber(year, month, Math.min(day, daysInMonth(year, month))) ?? 0;
}

/** The dataset as delivered, before any stage. `facts` replaces the dataset's own fact columns (after land and bounds). */
export function frameOf(scheme: Scheme, dataset: Dataset, facts: Dataset['facts'] = dataset.facts): StageFrame {
  return new DatasetFrame(new Store(scheme, dataset, facts), 0, new Map(), new Map());
}

/** What all frames over one dataset share. */
class Store {
  readonly derived = new Map<string, Column>();
  readonly members = new Map<string, Column>();
  readonly tables = new Map<string, SideTable>();
  readonly missing: Column;
  private readonly further = new Map<string, number>();
  private readonly furtherTexts: string[] = [];

  constructor(
    readonly scheme: Scheme,
    readonly dataset: Dataset,
    readonly facts: Dataset['facts'],
  ) {
    this.missing = lazyColumn(() => absentColumn(dataset.subjects.length, MISSING));
    for (const text of textsOfScheme(scheme)) this.learn(text);
  }

  codeOf(text: string): number {
    const known = findText(this.dataset.dictionary, text);
    return known >= 0 ? known : (this.further.get(text) ?? -1);
  }

  textOf(code: number): string {
    const { dictionary } = this.dataset;
    return dictionary[code] ?? this.furtherTexts[code - dictionary.length] ?? '';
  }

  private learn(text: string): void {
    if (this.codeOf(text) >= 0) return;
    this.further.set(text, this.dataset.dictionary.length + this.furtherTexts.length);
    this.furtherTexts.push(text);
  }
}

/** Texts a stage or formula may give that the data need not know. */
function* textsOfScheme(scheme: Scheme): Generator<string> {
  for (const group of scheme.groups) yield* [group.id, group.name];
  for (const grade of scheme.grades.classes) yield* [grade.key, grade.name];
  for (const fact of scheme.facts.values()) yield* fact.formula?.texts ?? [];
}

class DatasetFrame implements StageFrame {
  readonly dataset: Dataset;
  readonly rows: number;
  readonly year: number;
  readonly referenceDay: number;
  private readonly earlier = new Map<number, StageFrame>();

  constructor(
    private readonly store: Store,
    private readonly offset: number,
    private readonly own: ReadonlyMap<string, Column>,
    private readonly aggregates: Map<string, Column>,
  ) {
    this.dataset = store.dataset;
    this.rows = store.dataset.subjects.length;
    this.year = store.dataset.year - offset;
    this.referenceDay = referenceDayOf(store.scheme, this.year);
  }

  with(columns: ReadonlyMap<string, Column>): StageFrame {
    const own = new Map([...this.own, ...columns]);
    const shadows = [...columns.keys()].some((id) => this.own.has(id) || this.store.scheme.facts.has(id));
    return new DatasetFrame(this.store, this.offset, own, shadows ? new Map() : new Map(this.aggregates));
  }

  back(years: number): StageFrame {
    if (years === 0) return this;
    const known = this.earlier.get(years);
    if (known !== undefined) return known;
    const frame = new DatasetFrame(this.store, this.offset + years, new Map(), new Map());
    this.earlier.set(years, frame);
    return frame;
  }

  column(id: string, yearsBack: number): Column {
    const back = this.offset + yearsBack;
    const own = back === 0 ? this.own.get(id) : undefined;
    if (own !== undefined) return own;
    if (this.store.scheme.facts.get(id)?.formula !== undefined) return this.derived(id, yearsBack);
    if (id === 'grade' && back > 0) return this.pastGrade(back);
    return this.store.facts.get(this.dataset.year - back)?.get(id) ?? this.store.missing;
  }

  termOf(id: string): string {
    const { facts, leaves } = this.store.scheme;
    return facts.get(id)?.term ?? leaves.find((leaf) => `value.${leaf.id}` === id)?.name ?? id;
  }

  codeOf(text: string): number {
    return this.store.codeOf(text);
  }

  textOf(code: number): string {
    return this.store.textOf(code);
  }

  aggregate(node: AggregateNode): Column {
    const key = `${node.table}:${node.key}`;
    const known = this.aggregates.get(key);
    if (known !== undefined) return known;
    const column = aggregateColumn(node, this.table(node.table), this);
    this.aggregates.set(key, column);
    return column;
  }

  /** 列入 — listed by the day, and not taken off before it. */
  member(list: string, day: number): Column {
    const key = `${list}@${day}`;
    const known = this.store.members.get(key);
    if (known !== undefined) return known;
    const column = memberColumn(this, { list, term: this.store.scheme.lists.get(list)?.term ?? list, day });
    this.store.members.set(key, column);
    return column;
  }

  /** A derived fact, rounded and within its bounds; the same for every frame over the store. */
  private derived(id: string, yearsBack: number): Column {
    const key = `${id}@${this.offset + yearsBack}`;
    const known = this.store.derived.get(key);
    if (known !== undefined) return known;
    const rule = this.store.scheme.facts.get(id);
    if (rule?.formula === undefined) return this.store.missing;
    const plain = compile(rule.formula).run(this.back(yearsBack));
    const column = rule.type === 'number' ? withinBounds(rounded(plain, rule.round), rule.mustBe) : plain;
    this.store.derived.set(key, column);
    return column;
  }

  /** 历年类别 of a year before, from the history table. */
  private pastGrade(back: number): Column {
    const key = `grade@${back}`;
    const known = this.store.derived.get(key);
    if (known !== undefined) return known;
    const column = absentColumn(this.rows, MISSING);
    const table = this.dataset.tables.get('history');
    const years = table?.fields.get('year');
    const grades = table?.fields.get('grade');
    for (let at = 0; table !== undefined && years !== undefined && grades !== undefined && at < table.rows; at++) {
      const row = table.subject[at]!;
      if (years.values[at] !== this.dataset.year - back || column.absence[row] === 0) continue;
      column.values[row] = grades.values[at]!;
      column.absence[row] = grades.absence[at]!;
    }
    this.store.derived.set(key, column);
    return column;
  }

  private table(id: string): SideTable {
    const known = this.store.tables.get(id);
    if (known !== undefined) return known;
    const table = sideTableOf(this, id);
    this.store.tables.set(id, table);
    return table;
  }
}

function rounded(column: Column, rounding: Parameters<typeof roundColumn>[1]): Column {
  const copy = copyColumn(column);
  roundColumn(copy.values, rounding);
  return copy;
}

/** A side table as `aggregateColumn` wants it; a table that was not delivered has no rows. */
export function sideTableOf(frame: StageFrame, id: string): SideTable {
  const known: SideTableId | undefined = sideTableIds.find((name) => name === id);
  const columns = known === undefined ? undefined : frame.dataset.tables.get(known);
  const rows = columns?.rows ?? 0;
  const missing = absentColumn(rows, MISSING);
  return {
    rows,
    subjectStart: startsOf(columns?.subject ?? new Int32Array(0), frame.rows),
    field: (field) => columns?.fields.get(field) ?? missing,
    codeOf: (text) => frame.codeOf(text),
    textOf: (code) => frame.textOf(code),
  };
}

/** Where the rows of each subject begin, from the sorted subject of each row. */
export function startsOf(subject: Int32Array, subjects: number): Int32Array {
  const starts = new Int32Array(subjects + 1);
  for (let at = 0; at < subject.length; at++) starts[subject[at]! + 1]!++;
  for (let row = 0; row < subjects; row++) starts[row + 1]! += starts[row]!;
  return starts;
}

function memberColumn(frame: StageFrame, asked: { readonly list: string; readonly term: string; readonly day: number }): Column {
  const column = emptyColumn(frame.rows);
  const table = frame.dataset.tables.get('lists');
  const names = table?.fields.get('list');
  if (table === undefined || names === undefined) return column;
  const from = table.fields.get('from');
  const to = table.fields.get('to');
  const codes = [frame.codeOf(asked.list), frame.codeOf(asked.term)].filter((code) => code >= 0);
  for (let at = 0; at < table.rows; at++) {
    if (names.absence[at] !== 0 || !codes.includes(names.values[at]!)) continue;
    const begun = from === undefined || from.absence[at] !== 0 || from.values[at]! <= asked.day;
    const ended = to !== undefined && to.absence[at] === 0 && to.values[at]! < asked.day;
    if (begun && !ended) column.values[table.subject[at]!] = 1;
  }
  return column;
}
