/**
 * 导入方案 — what a file would do to the register, worked out before anything is written: rows to make, rows to change, sentences about
 * the rows that cannot be taken. The dry run shows it, the run writes it: one plan, so they cannot differ.
 */
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Finding } from '@muheng/finding';
import type { Progress } from '../../../corridors/jobs/jobKind.js';
import { businessDay } from '../../../forms/day.js';
import type { Actor, House } from '../../../forms/house.js';
import { newId } from '../../../store/ids.js';
import type { Tx } from '../../../store/scope.js';
import { versionOf } from '../changes.js';
import type { ImportOutcome } from '../contract.js';
import type { Row, RowTable } from '../queries/rows.js';
import { found } from '../texts.zh.js';
import type { FileRow } from './file.js';

export interface Importing {
  readonly tx: Tx;
  readonly house: House;
  readonly actor: Actor;
  /** Told as the work goes on, in real counts; it may end the work by throwing. */
  readonly tell?: Tell | undefined;
}

export type Tell = (progress: Required<Progress>) => Promise<void>;

export interface PlannedChange {
  readonly table: RowTable;
  readonly row: Row;
  readonly set: Row;
}

const mostFindings = 500;
const mostExamples = 20;
const rowsInOneGo = 100;

export class Plan {
  readonly makes = new Map<string, { readonly table: RowTable; readonly rows: Row[] }>();
  readonly changes: PlannedChange[] = [];
  /** Search terms of new subjects. */
  readonly terms: Row[] = [];
  /** Subjects that stood before: their lists and search follow. */
  readonly touched = new Set<string>();
  readonly moves: { readonly subject: Row; readonly regionId: string }[] = [];
  readonly findings: Finding[] = [];
  readonly examples: ImportOutcome['examples'] = [];
  readonly today: string;
  added = 0;
  changed = 0;
  unchanged = 0;
  refused = 0;
  private readonly now: number;
  private readonly basis: string[] = [];

  constructor(readonly importing: Importing) {
    const now = importing.house.now();
    this.now = now.getTime();
    this.today = businessDay(now);
  }

  newId(): string {
    return newId(this.now);
  }

  /** The rows one by one, letting other requests in and telling the count now and then. */
  async *through(rows: readonly FileRow[]): AsyncGenerator<FileRow> {
    const { tell } = this.importing;
    for (const [at, row] of rows.entries()) {
      if (at % rowsInOneGo === 0) {
        await setImmediate();
        await tell?.({ done: at, total: rows.length, message: '正在逐行核对', unit: '行' });
      }
      yield row;
    }
    await tell?.({ done: rows.length, total: rows.length, message: '正在逐行核对', unit: '行' });
  }

  make(table: RowTable, row: Row): void {
    const known = this.makes.get(table.table);
    if (known === undefined) this.makes.set(table.table, { table, rows: [row] });
    else known.rows.push(row);
  }

  change(table: RowTable, row: Row, set: Row): void {
    this.changes.push({ table, row, set });
    this.basis.push(`${String(row[table.idColumn])} ${versionOf(row)}`);
  }

  /** A sentence about a row; `refuse`: it is not taken. */
  tell(code: Parameters<typeof found>[0], at: FileRow, blanks: Readonly<Record<string, string | number>>, term?: string): void {
    const cell = term === undefined ? undefined : at.cell(term);
    this.findings.push(
      found(
        code,
        {
          file: at.file,
          row: at.row,
          ...(at.sheet === undefined ? {} : { sheet: at.sheet }),
          ...(cell === undefined ? {} : { cell }),
        },
        blanks,
      ),
    );
  }

  refuse(
    code: Parameters<typeof found>[0],
    at: FileRow,
    blanks: Readonly<Record<string, string | number>> = {},
    term?: string,
  ): void {
    this.tell(code, at, blanks, term);
    this.refused++;
  }

  /** Findings by what they are, the worst and most frequent first: what needs a person, in a few lines. */
  private groups(shown: readonly Finding[]): ImportOutcome['groups'] {
    const groups = new Map<string, ImportOutcome['groups'][number]>();
    for (const { code, severity, message, remedy } of shown) {
      const group = groups.get(code);
      groups.set(code, { code, severity, message: group?.message ?? message, remedy, count: (group?.count ?? 0) + 1 });
    }
    return [...groups.values()].sort((a, b) => severityOrder[a.severity] - severityOrder[b.severity] || b.count - a.count);
  }

  example(row: number, name: string, what: string): void {
    if (this.examples.length < mostExamples) this.examples.push({ row, name, what });
  }

  /** `rows`: of data in the file. Rows that cannot be taken stop everything unless the person takes the good ones only. */
  outcome({
    rows,
    sha256,
    goodRowsOnly,
  }: {
    readonly rows: number;
    readonly sha256: string;
    readonly goodRowsOnly: boolean;
  }): ImportOutcome {
    const shown = [...this.findings].sort((one, other) => severityOrder[one.severity] - severityOrder[other.severity]);
    const findings = shown.slice(0, mostFindings).map((finding) => ({
      ...{ code: finding.code, severity: finding.severity, sheet: finding.where.sheet ?? null, row: finding.where.row ?? null },
      ...{ cell: finding.where.cell ?? null, message: finding.message, remedy: finding.remedy },
    }));
    const counts = { rows, added: this.added, changed: this.changed, unchanged: this.unchanged, refused: this.refused };
    const hash = createHash('sha256').update(sha256);
    hash.update(JSON.stringify([counts, this.findings, [...this.basis].sort()]));
    return {
      ...counts,
      stops: this.refused > 0 && !goodRowsOnly,
      digest: hash.digest('hex'),
      findings,
      moreFindings: Math.max(0, shown.length - mostFindings),
      groups: this.groups(shown),
      examples: [...this.examples],
    };
  }
}

const severityOrder = { error: 0, warning: 1, note: 2 } as const;
