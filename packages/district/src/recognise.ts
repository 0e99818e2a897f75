/**
 * 认表 — what a table of a department is, by its matched columns and never by its file's name. Only the data year and 规上/规下, when
 * no column says them, are taken from the words of sheet or file, and that is told.
 */
import { type Cell, type IntakeColumn, type IntakeTable, matchText } from '@muheng/sheets';

export const tableKinds = [
  'register',
  'certificates',
  'leases',
  'meters',
  'shares',
  'titles',
  'events',
  'lists',
  'decisions',
  'history',
  'facts',
  'unknown',
] as const;
export type TableKind = (typeof tableKinds)[number];

export const kindWords: Readonly<Record<TableKind, string>> = {
  register: '登记信息',
  certificates: '用地登记台账',
  leases: '租赁台账',
  meters: '电表台账',
  shares: '转供电分摊',
  titles: '称号名录',
  events: '事件台账',
  lists: '名单',
  decisions: '决定事项',
  history: '历年类别',
  facts: '基础数据',
  unknown: '没有认出',
};

/** A table with its columns by fact or ledger term. Rows count from 0 as in `table.rows`. */
export class TableView {
  private readonly byTerm: ReadonlyMap<string, IntakeColumn>;
  readonly kind: TableKind;
  /** From the words of sheet or file, when no column says it. */
  readonly year: number | undefined;
  /** Sheet and file name different years. */
  readonly yearsDiffer: boolean;
  /** That the title above the table names: it may be the year of the evaluation, so it is only compared. */
  readonly titleYear: number | undefined;
  /** 1—9月, 三季度, 半年 in the words of sheet, file or title: figures of a part of the year. */
  readonly part: string | undefined;
  readonly scale: '规上' | '规下' | undefined;
  /** Terms of columns whose unit is in doubt beside the other years. */
  readonly doubted = new Set<string>();

  constructor(
    readonly file: string,
    readonly table: IntakeTable,
  ) {
    this.byTerm = new Map(table.columns.map((column) => [column.term.id, column]));
    this.kind = kindOf(this);
    const [ofSheet, ofFile] = [yearIn(table.sheet ?? ''), yearIn(file)];
    this.year = ofSheet ?? ofFile;
    this.yearsDiffer = ofSheet !== undefined && ofFile !== undefined && ofSheet !== ofFile;
    this.titleYear = yearIn((table.title ?? '').replace(/20\d\d年\d{1,2}月/g, ''));
    this.part = [table.sheet, file, table.title].map((words) => partIn(words ?? '')).find((part) => part !== undefined);
    this.scale = scaleIn(table.sheet ?? '') ?? scaleIn(file);
  }

  column = (id: string): IntakeColumn | undefined => this.byTerm.get(id);
  has = (...ids: readonly string[]): boolean => ids.some((id) => this.byTerm.has(id));

  cell(row: number, id: string): Cell {
    const column = this.byTerm.get(id);
    return column === undefined ? null : (this.table.rows[row]?.[column.index] ?? null);
  }

  /** A text, date or word; '' when blank or absent. */
  text(row: number, id: string): string {
    const cell = this.cell(row, id);
    return cell === null || cell === '缺' ? '' : String(cell);
  }

  /** 1-based row in the file. */
  fileRow = (row: number): number => this.table.firstRow + row;
}

function kindOf(view: TableView): TableKind {
  if (!view.has('credit_code', 'enterprise_name')) return 'unknown';
  if (view.has('title_name')) return 'titles';
  if (view.has('list_name')) return 'lists';
  if (view.has('matter')) return 'decisions';
  if (view.has('grade_before')) return 'history';
  if (view.has('meter_number') && view.has('meter_share')) return 'shares';
  if (view.has('meter_number') && view.has('power_used')) return 'meters';
  if (view.has('lease_from', 'contract') && view.has('leased_floor_space', 'allotted_land', 'leased_in_land')) return 'leases';
  if (view.has('certificate_number', 'parcel_number') && view.has('certificate_land', 'surveyed_land')) return 'certificates';
  if (view.has('event_kind')) return 'events';
  const facts = factColumns(view);
  const marks = ['former_name', 'former_code', 'founded_on', 'cancelled_on', 'operating_state', 'enterprise_type'];
  if (facts.every(({ term }) => term.type !== 'number') && marks.filter((id) => view.has(id)).length >= 2) return 'register';
  return facts.some(({ term }) => term.id !== 'town' && term.id !== 'county') ? 'facts' : 'unknown';
}

const subjectColumns: ReadonlySet<string> = new Set(['credit_code', 'enterprise_name', 'year']);
const ledgerOnly: ReadonlySet<string> = new Set(['former_name', 'former_code', 'cancelled_on']);

/** Columns that hold facts of the subject; `isFact` of the caller's catalogue is asked by the caller. */
export const factColumns = (view: TableView): readonly IntakeColumn[] =>
  view.table.columns.filter(({ term }) => !subjectColumns.has(term.id) && !ledgerOnly.has(term.id));

/** The one year that the words name. */
function yearIn(words: string): number | undefined {
  const years = new Set([...words.matchAll(/(?<!\d)(20\d\d)(?!\d)/g)].map(([, year]) => Number(year)));
  return years.size === 1 ? [...years][0] : undefined;
}

function partIn(words: string): string | undefined {
  const months = /(?<!\d)(1?\d)月?(?:[-—–~至到]+)(1?\d)月/.exec(words);
  if (months !== null) return months[1] === '1' && months[2] === '12' ? undefined : months[0];
  return /第?[一二三1-3]季度|[上下]半年/.exec(words)?.[0];
}

function scaleIn(words: string): '规上' | '规下' | undefined {
  const key = matchText(words);
  const [above, below] = [/规上|规模以上/.test(key), /规下|规模以下/.test(key)];
  return above === below ? undefined : above ? '规上' : '规下';
}
