/**
 * 基础数据 — values of all departments by year, fact and subject, each with its cell. What one file says twice or two files say
 * differently is taken from none. Read `FactStore`, then `gatherFacts`.
 */
import type { Finding } from '@muheng/finding';
import { type Cell, type IntakeColumn, matchText } from '@muheng/sheets';
import { industryFact } from './industries.js';
import type { JoinedTable } from './join.js';
import { placeKey } from './names.js';
import { cellInWords, rowPlace, tablePlace, wordsWith } from './place.js';
import { factColumns, type TableView } from './recognise.js';
import { livesIn, type Register } from './register.js';
import type { FactTerm } from './terms.js';
import { found } from './texts.zh.js';
import { alike, inUnit, withoutDoubles } from './values.js';

/** Where a value stands. */
export interface Source {
  readonly view: TableView;
  readonly row: number;
  readonly column: number;
}
export interface FactValue {
  /** In the fact's working unit; null = two sources differ, none is taken. */
  readonly value: Cell;
  readonly source?: Source;
}

/** Values by year, fact, subject. */
export class FactStore {
  private readonly byYear = new Map<number, Map<string, (FactValue | undefined)[]>>();

  get years(): readonly number[] {
    return [...this.byYear.keys()].sort((a, b) => a - b);
  }
  get = (fact: string, year: number, subject: number): FactValue | undefined => this.byYear.get(year)?.get(fact)?.[subject];
  factsOf = (year: number): ReadonlyMap<string, readonly (FactValue | undefined)[]> => this.byYear.get(year) ?? new Map();

  put({ fact, year, subject }: FactKey, value: FactValue): void {
    const facts = this.byYear.get(year) ?? new Map<string, (FactValue | undefined)[]>();
    this.byYear.set(year, facts);
    const column = facts.get(fact) ?? [];
    facts.set(fact, column);
    column[subject] = value;
  }
}

export interface FactKey {
  readonly fact: string;
  readonly year: number;
  readonly subject: number;
}

/** A fact table as it was taken: which rows, of which year. */
export interface PlacedTable {
  readonly joined: JoinedTable;
  /** By table row: the year, 0 = not taken. */
  readonly years: Int32Array;
  /** Columns that are facts and are taken. */
  readonly columns: readonly IntakeColumn[];
  readonly scale: '规上' | '规下' | undefined;
}

export interface Gathering {
  readonly register: Register;
  readonly facts: ReadonlyMap<string, FactTerm>;
  /** For tables that say no year; undefined = they cannot be taken. */
  readonly year: number | undefined;
  readonly findings: Finding[];
}

/** Rows of one fact table with their years, doubles left out. */
export function placeTable(joined: JoinedTable, gathering: Gathering): PlacedTable {
  const { view } = joined;
  const { register, findings, facts } = gathering;
  const years = yearsOf(joined, gathering);
  const nameOf = (row: number): string => register.subjects[joined.subject[row]!]?.name ?? '';
  const { rows } = withoutDoubles(
    { ...joined, taken: joined.taken.map((taken, row) => (taken === 1 && years[row]! > 0 ? 1 : 0)) },
    {
      kinds: { alike: 'subject_twice_alike', differ: 'subject_twice' },
      keyOf: (row) => `${joined.subject[row]} ${years[row]}`,
      words: (row) => ({ name: nameOf(row), year: years[row]! }),
      findings,
    },
  );
  const kept = new Int32Array(years.length);
  for (const row of rows) kept[row] = years[row]!;
  const columns = factColumns(view).filter((column) => facts.has(column.term.id) && !doubtful(column, view, findings));
  const hasScale = view.has('scale');
  if (!hasScale && view.scale !== undefined)
    findings.push(found('scale_from_words', tablePlace(view), { where: wordsWith(view, /规上|规下|规模以/), scale: view.scale }));
  return { joined, years: kept, columns, scale: hasScale ? undefined : view.scale };
}

/** A column whose unit as a whole is in doubt is not taken until a mapping says the unit. */
export function doubtful(column: IntakeColumn, view: TableView, findings: Finding[]): boolean {
  const slipped = column.verdict === 'slip' || view.doubted.has(column.term.id);
  if (!slipped || column.unitFrom === 'mapping') return false;
  findings.push(
    found(
      'column_unit_doubtful',
      { ...tablePlace(view), cell: column.letters },
      { column: column.header, proposal: column.proposedUnit ?? '核对后的单位' },
    ),
  );
  return true;
}

function yearsOf({ view, taken }: JoinedTable, { year, findings }: Gathering): Int32Array {
  const years = new Int32Array(taken.length);
  const where = tablePlace(view);
  if (view.has('year')) {
    for (let row = 0; row < years.length; row++) {
      if (taken[row] !== 1) continue;
      const text = view.text(row, 'year');
      const own = /^(20\d\d|19\d\d)年?度?$/.exec(text)?.[1];
      if (own === undefined) findings.push(found('year_unreadable', rowPlace(view, row, 'year'), { value: text }));
      else years[row] = Number(own);
    }
    return years;
  }
  const own = view.yearsDiffer ? undefined : (view.year ?? year);
  if (view.yearsDiffer) findings.push(found('year_words_differ', where));
  else if (own === undefined) findings.push(found('year_unknown', where));
  else if (view.year !== undefined)
    findings.push(found('year_from_words', where, { where: wordsWith(view, String(own)), year: own }));
  else findings.push(found('year_assumed', where, { year: own }));
  tellTitle(view, own, findings);
  return years.fill(own ?? 0);
}

/** What the title says otherwise, and words that speak of a part of the year. */
function tellTitle(view: TableView, own: number | undefined, findings: Finding[]): void {
  if (own === undefined) return;
  if (view.titleYear !== undefined && view.titleYear !== own)
    findings.push(found('year_title_differs', tablePlace(view), { title: view.titleYear, year: own }));
  if (view.part !== undefined) findings.push(found('part_of_year', tablePlace(view), { part: view.part, year: own }));
}

/** All fact tables and the register's own facts into one store. */
export function gatherFacts(tables: readonly PlacedTable[], years: readonly number[], gathering: Gathering): FactStore {
  const store = new FactStore();
  const ofRegister = registerFacts(years, store, gathering);
  const places = placeNames(gathering.register);
  for (const table of tables) {
    for (const column of table.columns) {
      if (ofRegister.has(column.term.id)) compareWithRegister(table, column, { store, gathering, places });
      else gatherColumn(table, column, { store, gathering });
    }
    if (table.scale !== undefined && !ofRegister.has('scale') && gathering.facts.has('scale'))
      gatherScale(table, table.scale, { store, gathering });
  }
  return store;
}

/** What the register says of a subject holds in every year in which it lives. */
function registerFacts(years: readonly number[], store: FactStore, { register, facts }: Gathering): ReadonlySet<string> {
  const given = new Set<string>();
  const places = placeNames(register);
  register.subjects.forEach((subject, at) => {
    if (subject.at === undefined) return;
    const { view, row } = subject.at;
    for (const column of factColumns(view)) {
      const fact = facts.get(column.term.id);
      if (fact === undefined) continue;
      given.add(fact.id);
      const cell = inUnit(view.cell(row, fact.id), column, fact.unit);
      if (cell === null || (fact.type === 'date' && !/^\d{4}-\d\d-\d\d$/.test(String(cell)))) continue;
      const value = subject.disputed.has(fact.id)
        ? null
        : fact.id === 'town'
          ? (places.get(placeKey(String(cell))) ?? cell)
          : cell;
      for (const year of years)
        if (livesIn(subject, year))
          store.put({ fact: fact.id, year, subject: at }, { value, source: { view, row, column: column.index } });
    }
  });
  return given;
}

/** 浣峙 → 浣峙街道, where the register writes both. */
export function placeNames({ subjects }: Register): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  for (const { at } of subjects) {
    const town = at?.view.text(at.row, 'town') ?? '';
    const key = placeKey(town);
    if (town !== '' && town.length > (places.get(key)?.length ?? 0)) places.set(key, town);
  }
  return places;
}

interface Into {
  readonly store: FactStore;
  readonly gathering: Gathering;
}

/** The register's word counts; where it has none, another table's is taken. */
function compareWithRegister(
  { joined, years }: PlacedTable,
  column: IntakeColumn,
  { store, gathering, places }: Into & { readonly places: ReadonlyMap<string, string> },
): void {
  const { view, subject } = joined;
  for (let row = 0; row < years.length; row++) {
    if (years[row] === 0) continue;
    const written = view.cell(row, column.term.id);
    const key: FactKey = { fact: column.term.id, year: years[row]!, subject: subject[row]! };
    const given = store.get(key.fact, key.year, key.subject);
    if (given === undefined && typeof written === 'string' && !isAbsent(written)) {
      const value = places.get(placeKey(written)) ?? written;
      store.put(key, { value, source: { view, row, column: column.index } });
    }
    const known = given?.value;
    if (typeof written !== 'string' || typeof known !== 'string' || written === '缺') continue;
    if (placeKey(written) === placeKey(known)) continue;
    gathering.findings.push(
      found('differs_from_register', rowPlace(view, row, column.term.id), {
        name: gathering.register.subjects[subject[row]!]!.name,
        what: column.term.term,
        written,
        registered: known,
      }),
    );
  }
}

function gatherColumn({ joined, years }: PlacedTable, column: IntakeColumn, { store, gathering }: Into): void {
  const { view, subject } = joined;
  const fact = gathering.facts.get(column.term.id)!;
  for (let row = 0; row < years.length; row++) {
    if (years[row] === 0) continue;
    const value = inUnit(view.cell(row, fact.id), column, fact.unit);
    if (value === null) continue;
    offer(
      { fact: fact.id, year: years[row]!, subject: subject[row]! },
      { value, source: { view, row, column: column.index } },
      { store, gathering },
    );
  }
}

const isAbsent = (value: Cell): boolean => value === '缺' || value === '未报' || value === '不适用';

/** `C3829` and `3829` are one class, and so are 3829 as a number and as text. */
function isSame(fact: string, one: Cell, other: Cell): boolean {
  if (fact !== industryFact) return alike(one, other);
  const [first, second] = [matchText(String(one)).toUpperCase(), matchText(String(other)).toUpperCase()];
  return first === second || withoutLetter(first) === second || first === withoutLetter(second);
}

const withoutLetter = (code: string): string => code.replace(/^[A-Z](?=\d)/, '');

/** A second value for a fact: the same is fine, an absence gives way, another is a conflict that nobody wins. */
function offer(key: FactKey, given: FactValue, { store, gathering }: Into): void {
  const known = store.get(key.fact, key.year, key.subject);
  if (known === undefined || (isAbsent(known.value) && !isAbsent(given.value))) {
    store.put(key, given);
    return;
  }
  if (known.value === null || isAbsent(given.value) || isSame(key.fact, known.value, given.value)) return;
  store.put(key, { value: null });
  const fact = gathering.facts.get(key.fact);
  const shown = ({ value }: FactValue): string => `${value}${fact?.type === 'number' ? fact.unit.text : ''}`;
  const place = ({ source }: FactValue): string =>
    source === undefined ? '汇总' : cellInWords(source.view, source.row, source.column);
  const words = {
    name: gathering.register.subjects[key.subject]!.name,
    year: key.year,
    what: fact?.term ?? key.fact,
    one: place(known),
    first: shown(known),
    other: place(given),
    second: shown(given),
  };
  const at = given.source;
  const where = at === undefined ? {} : rowPlace(at.view, at.row, key.fact);
  gathering.findings.push(found('fact_conflict', where, words));
}

function gatherScale({ joined, years }: PlacedTable, scale: string, { store, gathering }: Into): void {
  const { view, subject } = joined;
  for (let row = 0; row < years.length; row++) {
    if (years[row] === 0) continue;
    const key: FactKey = { fact: 'scale', year: years[row]!, subject: subject[row]! };
    const known = store.get(key.fact, key.year, key.subject);
    if (known === undefined) store.put(key, { value: scale, source: { view, row, column: -1 } });
    else if (known.value !== null && known.value !== scale) {
      store.put(key, { value: null });
      const words = { name: gathering.register.subjects[key.subject]!.name, year: key.year };
      const one = known.source?.view.file ?? '';
      gathering.findings.push(
        found('scale_conflict', rowPlace(view, row, 'credit_code'), {
          ...words,
          one: known.value === '规上' ? one : view.file,
          other: known.value === '规上' ? view.file : one,
        }),
      );
    }
  }
}
