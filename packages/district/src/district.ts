/**
 * 归集 — all tables of a district's departments → who the subjects are and what is known of each, with everything a person must see.
 * Pure: the command line and the server's intake room use it alike. Read `joinDistrict`.
 */
import type { Finding } from '@muheng/finding';
import type { IntakeTable } from '@muheng/sheets';
import { computed } from './computed.js';
import { missingSubjects } from './coverage.js';
import { type FactStore, gatherFacts, type PlacedTable, placeTable } from './facts.js';
import { fileFindings } from './files.js';
import { type JoinedTable, joinTable, Strangers } from './join.js';
import { type Land, landOf } from './land.js';
import { goneWithoutDay, notLiving } from './living.js';
import { placeOf, tablePlace } from './place.js';
import { type Power, powerOf } from './power.js';
import { kindWords, type TableKind, TableView } from './recognise.js';
import { yearsAlike, yearsApart } from './references.js';
import { type Register, registerFrom, toldOfRegister } from './register.js';
import { checkTaxSums } from './taxSum.js';
import type { FactTerm } from './terms.js';
import { found } from './texts.zh.js';
import { withoutDoubles } from './values.js';

/** A file as `readTables` gave it, read with `rowsPerSubject: 'many'`: doubles are judged here, when it is known whose a row is. */
export interface DepartmentFile {
  /** As shown to people, and in findings: 税务局/2023年税收.xlsx. */
  readonly path: string;
  readonly tables: readonly IntakeTable[];
  readonly findings: readonly Finding[];
}

export interface DistrictTask {
  readonly files: readonly DepartmentFile[];
  readonly facts: Iterable<FactTerm>;
  /** For tables that do not say their year. */
  readonly year?: number;
}

export interface District {
  readonly register: Register;
  readonly facts: ReadonlyMap<string, FactTerm>;
  readonly views: readonly TableView[];
  readonly joined: readonly JoinedTable[];
  readonly placed: readonly PlacedTable[];
  readonly store: FactStore;
  readonly land: Land;
  readonly power: Power;
  /** 称号、事件、名单、决定、历年类别: the rows that are taken. */
  readonly ledgers: readonly Ledger[];
  /** Data years of which any table speaks, ascending. */
  readonly years: readonly number[];
  /** Of reading and of joining; what the joining answered is replaced. */
  readonly findings: readonly Finding[];
}

export interface Ledger {
  readonly joined: JoinedTable;
  readonly rows: readonly number[];
}

export function joinDistrict({ files, facts: given, year }: DistrictTask): District {
  const facts = new Map([...given].map((fact) => [fact.id, fact]));
  const views = files.flatMap(({ path, tables }) => tables.map((table) => new TableView(path, table)));
  const register = registerFrom(views);
  const findings: Finding[] = [
    ...fileFindings(views),
    ...yearsApart(views, facts),
    ...yearsAlike(views, facts),
    ...register.findings,
  ];
  const answered = new Set(register.answered);
  const strangers = new Strangers();
  for (const view of views.filter(({ kind }) => kind === 'unknown')) findings.push(notRecognised(view));
  const others = views.filter(({ kind }) => kind !== 'register' && kind !== 'unknown');
  const joined = others.map((view) => joinTable(view, { register, findings, answered, strangers }));
  findings.push(...strangers.tell(register));
  const gathering = { register, facts, year, findings };
  const placed = joined.filter(({ view }) => view.kind === 'facts').map((table) => placeTable(table, gathering));
  const land = landOf(joined, register, findings);
  const power = powerOf({ tables: joined, register, year, findings });
  const ledgers = joined.flatMap((table) => ledgerOf(table, findings));
  const years = yearsOf({ placed, power, year });
  const store = gatherFacts(placed, years, gathering);
  for (const table of placed) findings.push(...checkTaxSums(table));
  findings.push(...missingSubjects({ tables: placed, store, register }));
  findings.push(...notLiving(placed, register), ...goneWithoutDay(register));
  computed({ store, land, power, years, register, facts, findings });
  const all = [...unanswered(files, answered).map((finding) => toldOfRegister(finding, views)), ...findings];
  return { register, facts, views, joined, placed, store, land, power, ledgers, years, findings: all };
}

/** A table of codes without any header that is known is somebody's data; what else lies there may be anything. */
function notRecognised(view: TableView): Finding {
  const code = view.column('credit_code');
  const count = code?.how === 'content' ? view.table.dataRows : 0;
  if (count >= leastCodes) return found('table_without_headers', tablePlace(view), { count });
  const columns = view.table.columns.map(({ term }) => term.term).join('、') || '无';
  return found('table_not_recognised', tablePlace(view), { columns });
}
const leastCodes = 5;

const listKinds: ReadonlySet<TableKind> = new Set(['titles', 'events', 'lists', 'decisions', 'history']);

/** Rows of a list that are alike in every column that matters count once. */
function ledgerOf(joined: JoinedTable, findings: Finding[]): Ledger[] {
  const { view, subject } = joined;
  if (!listKinds.has(view.kind)) return [];
  const ids = view.table.columns
    .map(({ term }) => term.id)
    .filter((id) => !['credit_code', 'enterprise_name', 'town'].includes(id));
  const { rows } = withoutDoubles(joined, {
    kinds: { alike: 'ledger_twice_alike', differ: 'ledger_twice' },
    keyOf: (row) => JSON.stringify([subject[row], ...ids.map((id) => view.cell(row, id))]),
    words: (row) => ({ what: kindWords[view.kind], key: ids.map((id) => view.text(row, id)).join(' ') }),
    findings,
  });
  return [{ joined, rows }];
}

/** What the readers said, without the codes that a name has settled. */
const unanswered = (files: readonly DepartmentFile[], answered: ReadonlySet<string>): Finding[] =>
  files.flatMap(({ path, findings }) =>
    findings
      .map((finding) => ({ ...finding, where: { ...finding.where, file: path } }))
      .filter(({ code, where }) => !(code.startsWith('code_') && answered.has(placeOf(where)))),
  );

function yearsOf({ placed, power, year }: { placed: readonly PlacedTable[]; power: Power; year: number | undefined }): number[] {
  const years = new Set<number>(power.used.keys());
  for (const table of placed) for (const own of table.years) if (own > 0) years.add(own);
  if (years.size === 0 && year !== undefined) years.add(year);
  return [...years].sort((a, b) => a - b);
}
