/**
 * 并户 — whose a row is: code → former code → exact name → former name. Similar names are listed with their candidates and not joined;
 * rows of unknown, cancelled or foreign subjects are named. Read `joinTable`.
 */
import type { Finding } from '@muheng/finding';
import { isCreditCode, likenessKey, matchText } from '@muheng/sheets';
import { placeOf, rowPlace, tablePlace } from './place.js';
import type { TableView } from './recognise.js';
import { type Register, regionOf } from './register.js';
import { codeTrouble, found } from './texts.zh.js';

export interface JoinedTable {
  readonly view: TableView;
  /** By table row: index of the subject, −1 = nobody's. */
  readonly subject: Int32Array;
  /** 1 = the row can be taken. A row that is somebody's and cannot be taken leaves a gap in what is summed. */
  readonly taken: Uint8Array;
  /** Who might be meant by a row that is nobody's. */
  readonly candidates: ReadonlyMap<number, readonly number[]>;
}

export interface Joining {
  readonly register: Register;
  readonly findings: Finding[];
  /** Findings of the readers that are answered here. */
  readonly answered: Set<string>;
  readonly strangers: Strangers;
}

export function joinTable(view: TableView, joining: Joining): JoinedTable {
  const count = view.table.rows.length;
  const subject = new Int32Array(count).fill(-1);
  const taken = new Uint8Array(count);
  const candidates = new Map<number, readonly number[]>();
  const reasons = new Map(view.table.rejected.map((one) => [one.row - view.table.firstRow, one.reasons]));
  let byNameOnly = 0;
  for (let row = 0; row < count; row++) {
    if ((view.table.rows[row]?.length ?? 0) === 0) continue;
    const whose = identify(view, row, joining);
    if (whose.candidates !== undefined) candidates.set(row, whose.candidates);
    if (whose.subject === undefined) continue;
    subject[row] = whose.subject;
    if (whose.nameOnly === true) byNameOnly++;
    if ((reasons.get(row) ?? []).every(isAboutCode)) taken[row] = 1;
  }
  if (byNameOnly > 0) joining.findings.push(found('joined_by_names_only', tablePlace(view), { count: byNameOnly }));
  return { view, subject, taken, candidates };
}

const isAboutCode = (reason: string): boolean => reason.startsWith('code_') && reason !== 'code_twice';

interface Whose {
  readonly subject?: number;
  readonly candidates?: readonly number[];
  readonly nameOnly?: true;
}

function identify(view: TableView, row: number, joining: Joining): Whose {
  const { register } = joining;
  const code = view.text(row, 'credit_code');
  const valid = isCreditCode(code);
  const known = (valid ? register.byCode.get(code) : undefined) ?? register.byFormerCode.get(code.toUpperCase());
  if (known !== undefined) {
    if (!valid) tellOldNumber(view, row, { known, joining });
    return checkedByName(view, row, { known, joining });
  }
  const name = view.text(row, 'enterprise_name') || (valid ? '' : code);
  return valid ? otherCode(view, row, { code, name, joining }) : byName(view, row, { code, name, joining });
}

interface Written {
  readonly code: string;
  readonly name: string;
  readonly joining: Joining;
}

/** A code that is right and not the register's is somebody else, whatever the name: two firms of one name are two firms. */
function otherCode(view: TableView, row: number, { code, name, joining }: Written): Whose {
  const { register } = joining;
  const foreign = register.region !== '' && regionOf(code) !== register.region;
  const namesakes = foreign ? [] : nameHolders(name, register).subjects;
  if (namesakes.length > 0) {
    const words = { written: name, code, candidates: listed(namesakes, register) };
    joining.findings.push(found('code_unknown_name_known', rowPlace(view, row, 'credit_code'), words));
  }
  joining.strangers.add({ view, row, code, valid: true, name, foreign });
  return {};
}

/** Without a usable code only the exact name says who. */
function byName(view: TableView, row: number, { code, name, joining }: Written): Whose {
  const { register, findings } = joining;
  const holders = nameHolders(name, register);
  const hasCodes = view.has('credit_code');
  const where = rowPlace(view, row, hasCodes ? 'credit_code' : 'enterprise_name');
  const trouble = code === '' ? codeTrouble.blank : codeTrouble.broken;
  const what = hasCodes ? `的代码${trouble}` : '';
  const [only, ...others] = holders.subjects;
  if (only !== undefined && others.length > 0) {
    findings.push(found('name_ambiguous', where, { written: name, what, candidates: listed(holders.subjects, register) }));
    return { candidates: holders.subjects };
  }
  if (only !== undefined) {
    joining.answered.add(placeOf(where));
    if (!hasCodes) return { subject: only, nameOnly: true };
    const { name: registered, code: own } = register.subjects[only]!;
    const kind = holders.how === 'name' ? 'joined_by_name' : 'joined_by_former_name';
    findings.push(found(kind, where, { what: trouble, name: registered, code: own }));
    return { subject: only };
  }
  const similar = [...new Set([...register.names.similar(name), ...register.formerNames.similar(name)])];
  if (similar.length > 0) {
    findings.push(found('name_nearly_known', where, { written: name, what, candidates: listed(similar, register) }));
    return { candidates: similar };
  }
  joining.strangers.add({ view, row, code, valid: false, name, foreign: false });
  return {};
}

/** A number of before 2015 that the register knows: the readers refused it as a code. */
function tellOldNumber(view: TableView, row: number, { known, joining }: { known: number; joining: Joining }): void {
  const where = rowPlace(view, row, 'credit_code');
  const { name, code } = joining.register.subjects[known]!;
  joining.answered.add(placeOf(where));
  joining.findings.push(found('joined_by_former_code', where, { name, code }));
}

function nameHolders(name: string, register: Register): { how: 'name' | 'former_name' | 'none'; subjects: readonly number[] } {
  const now = register.names.equal(name);
  if (now.length > 0) return { how: 'name', subjects: now };
  const before = register.formerNames.equal(name);
  return { how: before.length > 0 ? 'former_name' : 'none', subjects: before };
}

/** The code says who; the name may say somebody else. */
function checkedByName(view: TableView, row: number, { known, joining }: { known: number; joining: Joining }): Whose {
  const { register, findings } = joining;
  const name = view.text(row, 'enterprise_name');
  const own = register.subjects[known]!;
  if (name === '' || [own.name, ...own.formerNames].some((each) => likenessKey(each) === likenessKey(name)))
    return { subject: known };
  const others = register.names.equal(name).filter((other) => other !== known);
  const where = rowPlace(view, row, 'enterprise_name');
  if (others.length > 0) {
    findings.push(found('code_and_name_disagree', where, { name: own.name, other: register.subjects[others[0]!]!.name }));
    return { candidates: [known, ...others] };
  }
  joining.strangers.misnamed(known, { where, name, written: name });
  return { subject: known };
}

const listed = (subjects: readonly number[], { subjects: all }: Register): string =>
  subjects
    .slice(0, 3)
    .map((at) => `${all[at]!.name}（${all[at]!.code}）`)
    .join('、');

interface StrangeRow {
  readonly view: TableView;
  readonly row: number;
  readonly code: string;
  readonly valid: boolean;
  readonly name: string;
  readonly foreign: boolean;
}

/** From so many files on, the register is more likely to have missed a subject than the files to name a wrong one. */
const filesOfAMissedSubject = 3;

/** Rows and names that the register does not know, told when all tables are joined. */
export class Strangers {
  private readonly rows = new Map<string, StrangeRow[]>();
  private readonly names = new Map<number, { where: Finding['where']; name: string; written: string }[]>();

  add(one: StrangeRow): void {
    const key = one.valid ? one.code : matchText(one.name);
    this.rows.set(key, [...(this.rows.get(key) ?? []), one]);
  }

  misnamed(subject: number, one: { where: Finding['where']; name: string; written: string }): void {
    this.names.set(subject, [...(this.names.get(subject) ?? []), one]);
  }

  tell(register: Register): Finding[] {
    const findings: Finding[] = [];
    for (const rows of this.rows.values()) {
      const [first] = rows;
      if (first === undefined) continue;
      const files = new Set(rows.map(({ view }) => view.file));
      const words = { code: first.valid ? first.code : '没有可用的代码', name: first.name, written: first.name };
      const missed = !first.foreign && files.size >= filesOfAMissedSubject;
      if (missed)
        findings.push(
          found('subject_not_in_register', rowPlace(first.view, first.row, 'credit_code'), {
            ...words,
            files: files.size,
            rows: rows.length,
            example: [...files].slice(0, 3).join('、'),
          }),
        );
      for (const { view, row, name } of rows)
        findings.push(
          found(first.foreign ? 'row_foreign' : 'row_unknown', rowPlace(view, row, 'credit_code'), { ...words, written: name }),
        );
    }
    return [...findings, ...this.tellNames(register)];
  }

  /** A name that two files and more agree on speaks against the register, which is told there. */
  private tellNames({ subjects, findings: ofRegister }: Register): Finding[] {
    const doubted = new Set(ofRegister.flatMap(({ code, where }) => (code === 'register_name_doubtful' ? [where.row ?? 0] : [])));
    return [...this.names].flatMap(([at, rows]) => {
      const { name, at: place } = subjects[at]!;
      if (place !== undefined && doubted.has(place.view.fileRow(place.row))) return [];
      return rows.map(({ where, written }) => found('name_differs', where, { name, written }));
    });
  }
}
