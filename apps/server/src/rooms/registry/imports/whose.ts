/** 认户 — whose row it is: by code, by former code, by exact name, by former name. Similar names are never joined. @source trust R81 */
import { isCreditCode, matchText } from '@muheng/sheets';
import { holdersOfCodes, holdersOfNames, subjectsById } from '../queries/imports.js';
import type { Row } from '../queries/rows.js';
import type { FileRow } from './file.js';
import type { Importing } from './plan.js';

export type Whose =
  | { readonly how: 'code' | 'name'; readonly subject: Row }
  | { readonly how: 'nobody' }
  | { readonly how: 'several' };

export class SubjectIndex {
  private constructor(
    private readonly byCode: ReadonlyMap<string, string>,
    private readonly byName: ReadonlyMap<string, ReadonlySet<string>>,
    private readonly subjects: ReadonlyMap<string, Row>,
  ) {}

  /** `more`: names beside those of the rows, e.g. lessors. */
  static async of({ tx, actor }: Importing, rows: readonly FileRow[], more: readonly string[] = []): Promise<SubjectIndex> {
    const codes = rows.flatMap((row) => codeIn(row, 'credit_code') ?? []);
    const names = [...rows.flatMap((row) => row.text('enterprise_name') ?? []), ...more].map(matchText);
    const holders = await holdersOfCodes(tx, actor.officeId, codes);
    const named = await holdersOfNames(tx, actor.officeId, names);
    const byCode = new Map<string, string>();
    // A live code goes before a former one of somebody else.
    for (const { value, subject_id, live } of holders) if (live || !byCode.has(value)) byCode.set(value, subject_id);
    const byName = new Map<string, Set<string>>();
    const current = new Set(named.filter(({ former }) => !former).map(({ name_key }) => name_key));
    for (const { name_key, subject_id, former } of named)
      if (!former || !current.has(name_key)) byName.set(name_key, (byName.get(name_key) ?? new Set<string>()).add(subject_id));
    const ids = [...byCode.values(), ...[...byName.values()].flatMap((set) => [...set])];
    const subjects = await subjectsById(tx, actor.officeId, ids);
    return new SubjectIndex(byCode, byName, new Map(subjects.map((subject) => [String(subject.subject_id), subject])));
  }

  withCode(code: string): Row | undefined {
    return this.standing(this.byCode.get(code));
  }

  named(name: string): Whose {
    const ids = [...(this.byName.get(matchText(name)) ?? [])];
    if (ids.length > 1) return { how: 'several' };
    const subject = this.standing(ids[0]);
    return subject === undefined ? { how: 'nobody' } : { how: 'name', subject };
  }

  whose(row: FileRow): Whose {
    const code = codeIn(row, 'credit_code');
    const subject = code === undefined ? undefined : this.withCode(code);
    if (subject !== undefined) return { how: 'code', subject };
    const name = row.text('enterprise_name');
    return name === null ? { how: 'nobody' } : this.named(name);
  }

  private standing(id: string | undefined): Row | undefined {
    return id === undefined ? undefined : this.subjects.get(id);
  }
}

export function codeIn(row: FileRow, term: string): string | undefined {
  const code = row.text(term);
  return code !== null && isCreditCode(code) ? code : undefined;
}
