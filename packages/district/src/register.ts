/**
 * 名录 — who the subjects are: codes, former codes, names, former names, beginning and end, from the register of the district. A row whose
 * own code is broken is established when the other files agree on one code for its exact name. Read `registerFrom`.
 */
import { type Finding, fillBlanks } from '@muheng/finding';
import { type Cell, isCreditCode, matchText, withoutConsequence } from '@muheng/sheets';
import { NameIndex } from './names.js';
import { placeOf, rowPlace } from './place.js';
import type { TableView } from './recognise.js';
import { found, withoutDate } from './texts.zh.js';

export interface Subject {
  readonly code: string;
  readonly name: string;
  readonly formerCodes: readonly string[];
  readonly formerNames: readonly string[];
  /** ISO days, '' = not known. */
  readonly founded: string;
  readonly ended: string;
  /** Where the register has it; undefined when made of the codes of other files. */
  readonly at?: { readonly view: TableView; readonly row: number };
  /** Columns in which two rows of the register differ. */
  readonly disputed: ReadonlySet<string>;
}

export interface Register {
  /** In order of their codes. */
  readonly subjects: readonly Subject[];
  readonly byCode: ReadonlyMap<string, number>;
  readonly byFormerCode: ReadonlyMap<string, number>;
  readonly names: NameIndex;
  readonly formerNames: NameIndex;
  /** 区划 of most codes; '' when there is none. */
  readonly region: string;
  readonly findings: readonly Finding[];
  /** Findings of the readers that are answered here: `file\nsheet\ncell`. */
  readonly answered: ReadonlySet<string>;
}

/** What the other files say of names and codes. */
interface Witness {
  /** Codes by name key, with the files that say so. */
  readonly codes: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;
  /** Files by code. */
  readonly files: ReadonlyMap<string, ReadonlySet<string>>;
  /** First name by code. */
  readonly names: ReadonlyMap<string, string>;
}

export const regionOf = (code: string): string => code.slice(2, 8);

export function registerFrom(views: readonly TableView[]): Register {
  const own = views.filter(({ kind }) => kind === 'register');
  const witness = witnessOf(views.filter(({ kind }) => kind !== 'register' && kind !== 'unknown'));
  if (own.length === 0) return fromCodes(witness);
  const findings: Finding[] = [];
  const answered = new Set<string>();
  const rows = own.flatMap((view) => rowsOf(view));
  const region = mostCommon(rows.flatMap(({ code }) => (isCreditCode(code) ? [regionOf(code)] : [])));
  const known = new Set(rows.map(({ code }) => code).filter(isCreditCode));
  const settled = rows.flatMap((row) => settle(row, { known, witness, findings, answered }));
  const groups = new Map<string, RegisterRow[]>();
  for (const row of settled) groups.set(row.code, [...(groups.get(row.code) ?? []), row]);
  const subjects = [...groups.values()].flatMap((group) => subjectOf(group, { region, witness, findings }));
  return indexed(subjects, { region, findings, answered });
}

interface RegisterRow {
  readonly view: TableView;
  readonly row: number;
  readonly code: string;
  readonly name: string;
}

const rowsOf = (view: TableView): RegisterRow[] =>
  view.table.rows.flatMap((cells, row) =>
    cells.length === 0
      ? []
      : [{ view, row, code: view.text(row, 'credit_code'), name: view.text(row, 'enterprise_name') }].filter(
          ({ code, name }) => code !== '' || name !== '',
        ),
  );

interface Settling {
  readonly known: ReadonlySet<string>;
  readonly witness: Witness;
  readonly findings: Finding[];
  readonly answered: Set<string>;
}

/** The row with a code that can be used; none when there is none to be had. */
function settle(row: RegisterRow, { known, witness, findings, answered }: Settling): RegisterRow[] {
  if (isCreditCode(row.code)) return [row];
  const supplied = [...(witness.codes.get(matchText(row.name)) ?? [])].filter(([code]) => !known.has(code));
  const [first, ...others] = supplied;
  const where = rowPlace(row.view, row.row, 'credit_code');
  if (first === undefined || others.length > 0) {
    findings.push(found('register_row_without_code', where, { name: row.name }));
    return [];
  }
  const [code, files] = first;
  answered.add(placeOf(where));
  findings.push(found('register_code_supplied', where, { name: row.name, code, files: files.size }));
  return [{ ...row, code }];
}

interface Making {
  readonly region: string;
  readonly witness: Witness;
  readonly findings: Finding[];
}

/** One subject of the rows of one code; none for a foreign code that nobody else uses. */
function subjectOf(group: readonly RegisterRow[], { region, witness, findings }: Making): Subject[] {
  const first = group[0]!;
  const { view, row, code, name } = first;
  const disputed = new Set(
    view.table.columns
      .map(({ term }) => term.id)
      .filter((id) => group.some((other) => plain(other.view.cell(other.row, id)) !== plain(view.cell(row, id)))),
  );
  disputed.delete('credit_code');
  if (group.length > 1) {
    const rows = group.map((other) => other.view.fileRow(other.row)).join('、');
    const differing = view.table.columns.flatMap(({ term }) => (disputed.has(term.id) ? [term.term] : [])).join('、');
    const kind = disputed.size === 0 ? 'register_twice_alike' : 'register_twice';
    findings.push(found(kind, rowPlace(view, row, 'credit_code'), { code, rows, differing }));
  }
  const elsewhere = witness.files.get(code)?.size ?? 0;
  const where = rowPlace(view, row, 'credit_code');
  if (region !== '' && regionOf(code) !== region) {
    const used = elsewhere === 0 ? '其他文件都没有，没有采用' : `${elsewhere} 个文件中有，已采用`;
    findings.push(found('register_foreign', where, { name, code, used }));
    if (elsewhere === 0) return [];
  } else if (elsewhere === 0 && witness.files.size > 0) findings.push(found('register_only', where, { name, code }));
  tellDoubtfulName(first, witness, findings);
  return [
    {
      code,
      name: name === '' ? (witness.names.get(code) ?? code) : name,
      formerCodes: wordsOf(view.text(row, 'former_code')),
      formerNames: wordsOf(view.text(row, 'former_name')),
      founded: dayOf(view.text(row, 'founded_on')),
      ended: dayOf(view.text(row, 'cancelled_on')),
      at: { view, row },
      disputed,
    },
  ];
}

/** Two files and more agree on another name, and more of them than on the register's. */
function tellDoubtfulName({ view, row, code, name }: RegisterRow, { codes }: Witness, findings: Finding[]): void {
  const own = matchText(name);
  const former = new Set(wordsOf(view.text(row, 'former_name')).map(matchText));
  const agreeing = codes.get(own)?.get(code)?.size ?? 0;
  const others = [...codes].flatMap(([key, byCode]) => {
    const files = byCode.get(code)?.size ?? 0;
    return files >= 2 && files > agreeing && !former.has(key) ? [{ key, files }] : [];
  });
  const most = others.sort((a, b) => b.files - a.files)[0];
  if (most !== undefined)
    findings.push(
      found('register_name_doubtful', rowPlace(view, row, 'enterprise_name'), { name, other: most.key, count: most.files }),
    );
}

/** A date that could not be read is no date; the readers have named its cell. */
const dayOf = (text: string): string => (/^\d{4}-\d\d-\d\d$/.test(text) ? text : '');

const plain = (cell: Cell): string => (typeof cell === 'string' ? matchText(cell) : String(cell ?? ''));
const wordsOf = (text: string): string[] =>
  text
    .split(/[、，,;；]/)
    .map((word) => word.trim())
    .filter((word) => word !== '' && word !== '/' && word !== '-' && word !== '无');

function mostCommon(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const best = [...counts].sort((a, b) => b[1] - a[1])[0];
  return best !== undefined && best[1] * 2 > words.length ? best[0] : '';
}

function witnessOf(views: readonly TableView[]): Witness {
  const codes = new Map<string, Map<string, Set<string>>>();
  const files = new Map<string, Set<string>>();
  const names = new Map<string, string>();
  for (const view of views)
    view.table.rows.forEach((_, row) => {
      const code = view.text(row, 'credit_code');
      if (!isCreditCode(code)) return;
      const name = view.text(row, 'enterprise_name');
      files.set(code, (files.get(code) ?? new Set<string>()).add(view.file));
      if (name === '') return;
      if (!names.has(code)) names.set(code, name);
      const key = matchText(name);
      const byCode = codes.get(key) ?? new Map<string, Set<string>>();
      codes.set(key, byCode);
      byCode.set(code, (byCode.get(code) ?? new Set<string>()).add(view.file));
    });
  return { codes, files, names };
}

/** Without a register: every valid code is a subject. */
function fromCodes({ files, names }: Witness): Register {
  const subjects = [...files.keys()].map(
    (code): Subject => ({
      code,
      name: names.get(code) ?? code,
      formerCodes: [],
      formerNames: [],
      founded: '',
      ended: '',
      disputed: new Set(),
    }),
  );
  const findings = [found('register_absent', {}, { count: subjects.length })];
  return indexed(subjects, { region: '', findings, answered: new Set() });
}

function indexed(
  unsorted: readonly Subject[],
  of: { readonly region: string; readonly findings: readonly Finding[]; readonly answered: ReadonlySet<string> },
): Register {
  const subjects = [...unsorted].sort((a, b) => (a.code < b.code ? -1 : 1));
  const byCode = new Map(subjects.map(({ code }, at) => [code, at]));
  const byFormerCode = new Map<string, number>();
  const names = new NameIndex();
  const formerNames = new NameIndex();
  subjects.forEach((subject, at) => {
    names.add(subject.name, at);
    for (const name of subject.formerNames) formerNames.add(name, at);
    for (const code of subject.formerCodes) if (!byCode.has(code)) byFormerCode.set(code, at);
  });
  return { subjects, byCode, byFormerCode, names, formerNames, ...of };
}

/** Exists on some day of the year. */
export const livesIn = ({ founded, ended }: Subject, year: number): boolean =>
  (founded === '' || founded <= `${year}-12-31`) && (ended === '' || ended >= `${year}-01-01`);

/** What readers say of a row that cannot be taken: the register takes it, without the date that cannot be read. */
export function toldOfRegister(finding: Finding, views: readonly TableView[]): Finding {
  const { code, where, message } = finding;
  if (
    !code.startsWith('date_') ||
    !views.some(({ kind, file, table }) => kind === 'register' && file === where.file && table.sheet === where.sheet)
  )
    return finding;
  const trouble = withoutConsequence(message);
  return trouble === message ? finding : { ...finding, message: fillBlanks(withoutDate, { trouble }) };
}
