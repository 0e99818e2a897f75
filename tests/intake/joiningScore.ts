/** Counts what the joining made of dirty files against the answer key: by kind of dirt, by row, by value. */
import type { FactValue, TableView } from '@muheng/district';
import { cellAddress, columnLetters, matchText } from '@muheng/sheets';
import type { KeyEntry } from '../../tools/seed/index.js';
import { catalogueFacts, type JoinedDelivery, truthRecords } from './districtFiles.js';

export interface JoiningScore {
  readonly seen: Map<string, { met: number; missed: number }>;
  readonly misses: string[];
  rowsTaken: number;
  readonly rowsDropped: string[];
  readonly wronglyJoined: string[];
  joinedByName: number;
  valuesRight: number;
  valuesTold: number;
  readonly valuesSilent: string[];
}

export const emptyJoining = (): JoiningScore => ({
  seen: new Map(),
  misses: [],
  rowsTaken: 0,
  rowsDropped: [],
  wronglyJoined: [],
  joinedByName: 0,
  valuesRight: 0,
  valuesTold: 0,
  valuesSilent: [],
});

export function scoreJoining(delivery: JoinedDelivery, score: JoiningScore): void {
  const look = new Look(delivery);
  for (const entry of delivery.key.entries) {
    const met = look.met(entry);
    if (met === undefined) continue;
    const tally = score.seen.get(entry.kind) ?? { met: 0, missed: 0 };
    score.seen.set(entry.kind, { met: tally.met + (met ? 1 : 0), missed: tally.missed + (met ? 0 : 1) });
    if (!met)
      score.misses.push(
        `${delivery.key.seed} ${entry.kind} ${entry.file} ${entry.sheet} ${entry.column ?? ''}${entry.row ?? ''} ${entry.subject ?? ''} ${JSON.stringify(entry.was)} → ${JSON.stringify(entry.became)}`,
      );
  }
  scoreRows(look, score);
  scoreValues(look, score);
}

interface RowLook {
  readonly subject: number;
  readonly taken: boolean;
}

/** The delivery with what a reader of the key asks for at hand. */
class Look {
  readonly codeOf: ReadonlyMap<string, string>;
  readonly nameOf: ReadonlyMap<string, string>;
  /** Findings by file, sheet and row; and by cell. */
  readonly at = new Map<string, string[]>();
  readonly rows = new Map<string, RowLook>();
  readonly dirt = new Map<string, KeyEntry[]>();

  constructor(readonly delivery: JoinedDelivery) {
    const enterprises = delivery.truth.blocks.flatMap((block) => block.enterprises);
    this.codeOf = new Map(enterprises.map((one) => [one.id, one.code]));
    this.nameOf = new Map(enterprises.map((one) => [one.id, one.name]));
    for (const { where, code } of delivery.district.findings) {
      const sheet = where.sheet ?? '';
      if (where.row !== undefined) push(this.at, `${where.file} ${sheet} ${where.row}`, code);
      if (where.cell !== undefined) push(this.at, `${where.file} ${sheet} ${where.cell}`, code);
    }
    for (const { view, subject, taken } of delivery.district.joined)
      subject.forEach((at, row) => {
        this.rows.set(`${view.file} ${view.table.sheet ?? ''} ${view.fileRow(row)}`, { subject: at, taken: taken[row] === 1 });
      });
    for (const entry of delivery.key.entries)
      if (entry.row !== null) push(this.dirt, `${entry.file} ${this.sheetOf(entry.file, entry.sheet)} ${entry.row}`, entry);
  }

  /** CSV files have no sheets. */
  readonly sheetOf = (file: string, sheet: string): string => (file.endsWith('.csv') ? '' : sheet);
  readonly key = ({ file, sheet }: { readonly file: string; readonly sheet: string }, at: string | number): string =>
    `${file} ${this.sheetOf(file, sheet)} ${at}`;
  readonly told = (entry: KeyEntry): boolean =>
    (this.at.get(this.key(entry, `${entry.column ?? ''}${entry.row}`)) ?? this.at.get(this.key(entry, entry.row ?? ''))) !==
    undefined;
  readonly isRegister = (file: string): boolean => file.includes('登记信息');

  indexOf(subject: string | null): number {
    return this.delivery.district.register.byCode.get(this.codeOf.get(subject ?? '') ?? '') ?? -1;
  }

  /** Undefined: this kind is not for the joining. */
  met(entry: KeyEntry): boolean | undefined {
    const joined = this.rows.get(this.key(entry, entry.row ?? ''));
    const whose = this.indexOf(entry.subject);
    switch (entry.kind) {
      case 'code_former':
      case 'name_former':
      case 'name_traditional':
        if (this.isRegister(entry.file) || whose < 0) return undefined;
        return joined?.subject === whose || this.brokenToo(entry);
      case 'name_typo':
        return this.nameTold(entry);
      case 'town_short':
        return whose < 0 ? undefined : this.townRight(entry.subject ?? '', whose);
      case 'row_missing':
        return this.missed(entry);
      case 'row_other_district':
      case 'row_cancelled':
        return this.told(entry) && (joined === undefined || joined.subject < 0);
      default:
        return entry.kind.startsWith('code_') && entry.intake === 'find' ? this.told(entry) : undefined;
    }
  }

  /** At its cell, or at the register's own name when that is the one in doubt; a slip that gives the former name is none. */
  private nameTold(entry: KeyEntry): boolean | undefined {
    const { district, truth } = this.delivery;
    const one = truth.blocks.flatMap((block) => block.enterprises).find(({ id }) => id === entry.subject);
    if (one?.formerName !== undefined && matchText(one.formerName) === matchText(String(entry.became))) return undefined;
    const at = district.register.subjects[this.indexOf(entry.subject)]?.at;
    const registered =
      at === undefined ? '' : this.key({ file: at.view.file, sheet: at.view.table.sheet ?? '' }, at.view.fileRow(at.row));
    return this.told(entry) || (this.at.get(registered) ?? []).includes('register_name_doubtful');
  }

  /** The code of the row is no help either: then the row is left, and said to be. */
  private brokenToo(entry: KeyEntry): boolean {
    const all = this.dirt.get(this.key(entry, entry.row ?? '')) ?? [];
    return all.some(({ kind, intake }) => kind.startsWith('code_') && intake === 'find') && this.told(entry);
  }

  private townRight(subject: string, at: number): boolean {
    const { district, truth } = this.delivery;
    const town = truth.blocks.flatMap((block) => block.enterprises).find(({ id }) => id === subject)?.town.name;
    return district.years.every((year) => {
      const given = district.store.get('town', year, at)?.value;
      return given === undefined || given === town;
    });
  }

  private missed(entry: KeyEntry): boolean | undefined {
    // Who takes water from the pipe in one year only is missed by nobody who has but these files.
    if (entry.file.startsWith('水务') || entry.file.startsWith('生态')) {
      const others = this.delivery.key.files.filter(
        ({ path }) => path !== entry.file && path.slice(0, 4) === entry.file.slice(0, 4),
      );
      if (!others.some(({ sheets }) => sheets.some(({ rows }) => rows.some(([, subject]) => subject === entry.subject))))
        return undefined;
    }
    const [code, name] = [this.codeOf.get(entry.subject ?? '') ?? '', this.nameOf.get(entry.subject ?? '') ?? ''];
    const registered = this.delivery.district.register.subjects[this.indexOf(entry.subject)]?.name ?? name;
    const codes = this.isRegister(entry.file)
      ? ['subject_not_in_register', 'row_unknown', 'name_nearly_known']
      : ['subject_missing', 'subjects_missing', 'subject_not_in_register', 'row_unknown'];
    return this.delivery.district.findings.some(
      (finding) =>
        codes.includes(finding.code) &&
        (this.isRegister(entry.file) || !finding.code.startsWith('subjects') || finding.where.file === entry.file) &&
        [code, name, registered].some((word) => word !== '' && finding.message.includes(word)),
    );
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

/** Every row is its own enterprise's or nobody's; every row without dirt is taken. */
function scoreRows(look: Look, score: JoiningScore): void {
  const { key } = look.delivery;
  for (const file of key.files.filter(({ path }) => !look.isRegister(path)))
    for (const sheet of file.sheets)
      for (const [row, subject] of sheet.rows) {
        const place = look.key({ file: file.path, sheet: sheet.sheet }, row);
        const joined = look.rows.get(place);
        const whose = look.indexOf(subject);
        if (joined === undefined) continue;
        if (joined.subject >= 0 && joined.subject !== whose) score.wronglyJoined.push(`${key.seed} ${place} ${subject}`);
        if (joined.subject >= 0 && (look.at.get(place) ?? []).some((code) => code.startsWith('joined_by'))) score.joinedByName++;
        const dirty = (look.dirt.get(place) ?? []).some(({ intake }) => intake !== 'tolerate');
        if (whose < 0 || dirty) continue;
        if (joined.taken && joined.subject === whose) score.rowsTaken++;
        else score.rowsDropped.push(`${key.seed} ${place} ${subject} ${(look.at.get(place) ?? []).join(' ')}`);
      }
}

/** Every value that is given is the true one, or something is said of its cell, row or column. */
function scoreValues(look: Look, score: JoiningScore): void {
  const { district, truth, key } = look.delivery;
  const facts = catalogueFacts();
  for (const record of truthRecords(truth, 'facts')) {
    const subject = district.register.byCode.get(record.id ?? '') ?? -1;
    if (subject < 0) continue;
    for (const [header, wanted] of Object.entries(record)) {
      const fact = facts.find(({ term }) => term === header.replace(/\(.*\)$/, ''));
      const given = fact === undefined ? undefined : district.store.get(fact.id, Number(record.年度), subject);
      if (fact?.type !== 'number' || typeof given?.value !== 'number') continue;
      const right = Math.abs(given.value - Number(wanted)) <= 0.010001 + 1e-9 * Math.abs(given.value);
      if (wanted !== '' && right) score.valuesRight++;
      else if (isTold(look, given, subject)) score.valuesTold++;
      else score.valuesSilent.push(`${key.seed} ${record.id} ${record.年度} ${header}: ${wanted} ≠ ${given.value}`);
    }
  }
}

/** Findings after which nobody takes the number for certain; that a header is an alias or states no unit is none of them. */
const doubtsTheValue = /^(?:unit_slip|column_years_apart|column_unit_doubtful|number_|tax_sum_differs)/;

/** The value of the cell or of its whole column is doubted; of a sum, of a row that it was made of. */
function isTold(look: Look, { source }: FactValue, subject: number): boolean {
  if (source !== undefined) {
    const { view, row, column } = source;
    const place = `${view.file} ${view.table.sheet ?? ''} `;
    return [cellAddress(view.fileRow(row), column + 1), columnLetters(column + 1)].some((cell) =>
      (look.at.get(place + cell) ?? []).some((code) => doubtsTheValue.test(code)),
    );
  }
  const { district } = look.delivery;
  const { code, name } = district.register.subjects[subject]!;
  return district.joined.some(
    ({ view, subject: whose }) =>
      view.kind !== 'facts' &&
      view.table.rows.some(
        (_, row) =>
          (whose[row] === subject ||
            [code, name].includes(view.text(row, 'landlord')) ||
            isTenant(look, view, { row, subject })) &&
          (look.at.get(`${view.file} ${view.table.sheet ?? ''} ${view.fileRow(row)}`) ?? []).some((one) =>
            /^(?:unit_slip|meter_jumps|number_|date_)/.test(one),
          ),
      ),
  );
}

/** Takes power of the meter in this row. */
function isTenant(look: Look, view: TableView, { row, subject }: { row: number; subject: number }): boolean {
  const meter = view.text(row, 'meter_number');
  return (
    meter !== '' &&
    look.delivery.district.power.meters.some((one) => one.meter === meter && one.subject === subject && one.kind === '转供入')
  );
}
