/**
 * 评价用表 — the joined district as tables for `datasetFrom`: rows and columns stay where the department's file has them, so that every
 * number keeps its cell; what is not taken is blank; the subject's code, name and year stand behind.
 */
import type { Finding } from '@muheng/finding';
import type { Cell, IntakeColumn, PlainTable } from '@muheng/sheets';
import type { District, Ledger } from './district.js';
import { type PlacedTable, placeNames } from './facts.js';
import { placeKey } from './names.js';
import { factColumns, type TableKind, type TableView } from './recognise.js';
import { livesIn } from './register.js';
import { found } from './texts.zh.js';

export interface ForEvaluation {
  /** Facts that the scheme reads. */
  readonly wanted: ReadonlySet<string>;
  /** 数据年度: the meters are of one year. */
  readonly year: number;
  /** Fact → the fact that stands in for it, as a person decided. */
  readonly standIns?: ReadonlyMap<string, string>;
}

type SideId = 'titles' | 'events' | 'occupancy' | 'meters' | 'decisions' | 'history' | 'lists';

export interface EvaluationTables {
  readonly tables: readonly PlainTable[];
  readonly sideTables: Readonly<Partial<Record<SideId, readonly PlainTable[]>>>;
  readonly findings: readonly Finding[];
}

/** What the numbers that no single cell holds are said to come from. */
export const computedFrom = { land: '用地汇总（登记、租赁台账）', power: '用电汇总（电表、分摊登记）' } as const;

export function evaluationTables(district: District, want: ForEvaluation): EvaluationTables {
  const findings = [...(want.standIns ?? [])].map(([wanted, given]) => {
    const term = (id: string): string => district.facts.get(id)?.term ?? id;
    return found('fact_stands_in', {}, { wanted: term(wanted), given: term(given) });
  });
  const ofRegister = registerFactIds(district);
  return {
    tables: [
      ...registerTables(district, want),
      ...district.placed.map((table) => factTable(table, { district, want, ofRegister })),
      ...computedTables(district, want),
    ],
    sideTables: sideTables(district, want),
    findings,
  };
}

/** Fact → what it is called and may stand in for. */
function targetsOf(fact: string, { wanted, standIns }: ForEvaluation): readonly string[] {
  const others = [...(standIns ?? [])].flatMap(([to, from]) => (from === fact && wanted.has(to) ? [to] : []));
  return wanted.has(fact) ? [fact, ...others] : others;
}

function registerFactIds({ views, facts }: District): ReadonlySet<string> {
  const register = views.filter(({ kind }) => kind === 'register');
  return new Set(register.flatMap((view) => factColumns(view).flatMap(({ term }) => (facts.has(term.id) ? [term.id] : []))));
}

/** One table a register sheet and year, of those who live in it; without a register just codes and names. */
function registerTables(district: District, { wanted }: ForEvaluation): PlainTable[] {
  const { register, years, views } = district;
  const places = placeNames(register);
  const sheets = views.filter(({ kind }) => kind === 'register');
  if (sheets.length === 0)
    return years.map((year) => ({
      file: '名录（各文件中的代码）',
      header: ['id', '企业名称', '年度'],
      rows: register.subjects.map(({ code, name }) => [code, name, year]),
      firstRow: 2,
    }));
  return sheets.flatMap((view) =>
    years.map((year) => {
      const rows = view.table.rows.map((): Cell[] => []);
      for (const subject of register.subjects) {
        const { at, disputed, code, name } = subject;
        if (at?.view !== view || !livesIn(subject, year)) continue;
        const cells = view.table.header.map((_, index) => at.view.table.rows[at.row]?.[index] ?? null);
        for (const { index, term } of view.table.columns) {
          if (disputed.has(term.id) || (term.type === 'date' && !isDay(cells[index] ?? null))) cells[index] = null;
          if (term.id === 'town') cells[index] = places.get(placeKey(String(cells[index] ?? ''))) ?? cells[index] ?? null;
        }
        rows[at.row] = [...cells, code, name, year];
      }
      return { ...plainOf(view), rows, header: [...headersOf(view, (id) => wanted.has(id)), 'id', '企业名称', '年度'] };
    }),
  );
}

const isDay = (cell: Cell): boolean => typeof cell === 'string' && /^\d{4}-\d\d-\d\d$/.test(cell);

const plainOf = ({ file, table }: TableView): Omit<PlainTable, 'header' | 'rows'> => ({
  file,
  ...(table.sheet === undefined ? {} : { sheet: table.sheet }),
  firstRow: table.firstRow,
});

/** Headers of the columns that are used; the others are nameless, which the dataset passes over. */
const headersOf = ({ table }: TableView, uses: (id: string) => boolean): string[] => {
  const used = new Set(table.columns.flatMap(({ index, term }) => (uses(term.id) ? [index] : [])));
  return table.header.map((header, index) => (used.has(index) ? header : ''));
};

interface Around {
  readonly district: District;
  readonly want: ForEvaluation;
  readonly ofRegister: ReadonlySet<string>;
}

function factTable({ joined, years, columns, scale }: PlacedTable, { district, want, ofRegister }: Around): PlainTable {
  const { view, subject } = joined;
  const moved = columns.flatMap((column) =>
    targetsOf(column.term.id, want).map((target, nth) => ({ column, target, first: nth === 0 })),
  );
  const header = view.table.header.map(() => '');
  for (const { column, target, first } of moved)
    if (first) header[column.index] = headerAs(target, column.index, { view, district });
  const extra = moved.filter(({ first }) => !first);
  const withScale = scale !== undefined && want.wanted.has('scale') && !ofRegister.has('scale');
  const rows = view.table.rows.map((cells, row): Cell[] => {
    const year = years[row]!;
    if (year === 0) return [];
    const at = subject[row]!;
    const shown = header.map((_, index) => cells[index] ?? null);
    for (const { column, first } of moved)
      if (first) shown[column.index] = takenCell(column, { view, row, year, at }, { district, ofRegister }) ?? null;
    return [
      ...shown,
      ...extra.map(({ column }) => shown[column.index] ?? null),
      ...(withScale ? [district.store.get('scale', year, at)?.value ?? null] : []),
      district.register.subjects[at]!.code,
      year,
    ];
  });
  const more = extra.map(({ column, target }) => headerAs(target, column.index, { view, district }));
  return { ...plainOf(view), header: [...header, ...more, ...(withScale ? ['规模'] : []), 'id', '年度'], rows };
}

/** The file's own cell; blank when nobody wins it, or when the register or another table says it. */
function takenCell(
  { index, term }: IntakeColumn,
  { view, row, year, at }: { readonly view: TableView; readonly row: number; readonly year: number; readonly at: number },
  { district, ofRegister }: Pick<Around, 'district' | 'ofRegister'>,
): Cell {
  const known = district.store.get(term.id, year, at);
  if (!ofRegister.has(term.id)) return known?.value === null ? null : (view.table.rows[row]?.[index] ?? null);
  const { source } = known ?? {};
  return source?.view === view && source.row === row ? (known?.value ?? null) : null;
}

/** The column's header under another fact's name, its unit kept. */
function headerAs(fact: string, index: number, { view, district }: { view: TableView; district: District }): string {
  const column = view.table.columns.find((one) => one.index === index);
  const term = district.facts.get(fact)?.term ?? fact;
  return column?.unit === undefined || column.unit.text === '' ? term : `${term}（${column.unit.text}）`;
}

const landFacts = ['own_land', 'leased_in_land', 'leased_out_land', 'land_used'] as const;

function computedTables({ store, years, register, facts }: District, want: ForEvaluation): PlainTable[] {
  const tableOf = (file: string, ids: readonly string[]): PlainTable => {
    const columns = ids.flatMap((id) => targetsOf(id, want).map((target) => ({ id, target })));
    const rows = years.flatMap((year) =>
      register.subjects.flatMap((subject, at): Cell[][] => {
        const values = columns.map(({ id }) => {
          const known = store.get(id, year, at);
          return known === undefined || known.source !== undefined ? null : known.value;
        });
        return values.every((value) => value === null) ? [] : [[subject.code, year, ...values]];
      }),
    );
    const titles = columns.map(({ id, target }) => {
      const unit = facts.get(id)?.unit.text ?? '';
      const term = facts.get(target)?.term ?? target;
      return unit === '' ? term : `${term}（${unit}）`;
    });
    return { file, header: ['id', '年度', ...titles], rows, firstRow: 2 };
  };
  return [tableOf(computedFrom.land, landFacts), tableOf(computedFrom.power, ['power_used'])].filter(
    ({ rows, header }) => rows.length > 0 && header.length > 2,
  );
}

function sideTables(district: District, { year }: ForEvaluation): Partial<Record<SideId, readonly PlainTable[]>> {
  const { power } = district;
  const given = new Set(district.joined.map(({ view }) => view.kind));
  const lists = (['titles', 'events', 'lists', 'decisions', 'history'] as const).flatMap((kind) => {
    const tables = district.ledgers
      .filter(({ joined }) => joined.view.kind === kind)
      .map((ledger) => ledgerTable(ledger, district));
    return tables.length === 0 ? [] : [[kind, tables] as const];
  });
  return {
    ...Object.fromEntries(lists),
    ...(given.has('certificates') || given.has('leases') ? { occupancy: [occupancyTable(district)] } : {}),
    ...(power.meters.some((row) => row.year === year) ? { meters: [metersTable(district, year)] } : {}),
  };
}

/** Columns of the side tables by ledger term. */
const listColumns: Readonly<Partial<Record<TableKind, readonly string[]>>> = {
  titles: ['title_name', 'title_level', 'valid_from', 'valid_to', 'title_count'],
  events: ['event_kind', 'event_level', 'event_date', 'event_count', 'event_area'],
  lists: ['list_name', 'listed_from', 'listed_to'],
  decisions: ['matter', 'decision_date', 'decided_by', 'decision_number', 'valid_from', 'valid_to'],
  history: ['grade_before'],
};

function ledgerTable({ joined, rows: taken }: Ledger, { register }: District): PlainTable {
  const { view, subject } = joined;
  const uses = new Set(listColumns[view.kind] ?? []);
  const rows = view.table.rows.map((): Cell[] => []);
  const years = view.kind === 'history';
  for (const row of taken) {
    const cells = view.table.header.map((_, index) => view.table.rows[row]?.[index] ?? null);
    const year = view.has('year') ? Number.parseInt(view.text(row, 'year'), 10) : (view.year ?? null);
    rows[row] = [...cells, register.subjects[subject[row]!]!.code, ...(years ? [year] : [])];
  }
  return { ...plainOf(view), header: [...headersOf(view, (id) => uses.has(id)), 'id', ...(years ? ['评价年度'] : [])], rows };
}

const blank = (value: number): Cell => (Number.isNaN(value) ? null : value);
const words = (text: string): Cell => (text === '' ? null : text);

function occupancyTable({ land, register }: District): PlainTable {
  const header = [
    'id',
    '宗地',
    '用地方式',
    '对方',
    '证载面积（㎡）',
    '实际面积（㎡）',
    '供地面积（㎡）',
    '建筑面积（㎡）',
    '层高（米）',
    '使用起',
    '使用止',
    '建设状态',
    '约定竣工日期',
  ];
  const rows = land.occupancy.flatMap((one): Cell[][] =>
    land.incomplete.has(one.subject)
      ? []
      : [
          [
            ...[register.subjects[one.subject]!.code, words(one.parcel), one.kind, words(one.counterpart), blank(one.area)],
            ...[blank(one.actual), blank(one.supplied), blank(one.floor), blank(one.height), words(one.from), words(one.to)],
            ...[words(one.state), words(one.due)],
          ],
        ],
  );
  return { file: computedFrom.land, header, rows, firstRow: 2 };
}

function metersTable({ power, register }: District, year: number): PlainTable {
  const complete = power.used.get(year);
  const code = (at: number): Cell => (at < 0 ? null : register.subjects[at]!.code);
  return {
    file: computedFrom.power,
    header: ['id', '户号', '用电方式', '表计电量（kWh）', '分摊比例（%）', '转供对方'],
    rows: power.meters
      .filter((row) => row.year === year && complete?.has(row.subject) === true)
      .map((row) => [code(row.subject), row.meter, row.kind, row.power, blank(row.share), code(row.counterpart)]),
    firstRow: 2,
  };
}
