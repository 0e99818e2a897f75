/** 本户包括谁 — the rows of the dataset a subject of the result is made of: its own, or those of all that are evaluated together. */
import { type Dataset, type Result, scoreSubjects } from '@muheng/engine';
import type { Scheme } from '@muheng/scheme';
import { rowsById } from '../figures.js';

export interface Family {
  readonly rows: readonly number[];
  /** Id of the subject this one is evaluated within. */
  readonly mergedInto: string | null;
}

export function familiesOf(scheme: Scheme, dataset: Dataset, result: Pick<Result, 'subjects'>): (id: string) => Family {
  const rows = rowsById(dataset);
  const mergedInto = new Map<string, string>();
  const members = new Map<string, number[]>();
  if (scheme.merge !== undefined) {
    for (const [member, headRow] of scoreSubjects(scheme, dataset).mergedInto) {
      const head = result.subjects[headRow]!;
      mergedInto.set(member, head);
      const known = members.get(head) ?? (rows.has(head) ? [rows.get(head)!] : []);
      members.set(head, [...known, rows.get(member)!]);
    }
  }
  return (id) => {
    const joint = members.get(id);
    if (joint !== undefined) return { rows: [...joint].sort((a, b) => a - b), mergedInto: null };
    const row = rows.get(id);
    if (row === undefined) throw new RangeError(`no subject ${id} in the data`);
    return { rows: [row], mergedInto: mergedInto.get(id) ?? null };
  };
}
