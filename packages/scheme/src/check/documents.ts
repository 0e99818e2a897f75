/** 依据文件 — standing, dates, and clauses that no rule cites. Places are those of source.yaml. */
import type { Finding } from '@muheng/finding';
import { parseDate } from '@muheng/quantity';
import { documentInWords } from '../read/documents.js';
import { weakDocuments } from '../read/standing.js';
import { found } from '../texts.zh.js';
import type { CheckInput } from './input.js';

export function checkDocuments({ reading, sourcePositions }: CheckInput): Finding[] {
  const findings: Finding[] = [];
  const placeOf = (key: string, ...rest: string[]) => sourcePositions.valueAt(['documents', key, ...rest]);
  for (const { key, code, blanks } of weakDocuments(reading)) findings.push(found(code, placeOf(key, 'standing'), blanks));
  for (const document of reading.documents.values()) {
    const { key, from, to } = document;
    for (const part of ['issued', 'from', 'to'] as const) {
      const date = document[part];
      if (date !== undefined && parseDate(date) === undefined) findings.push(found('date_invalid', placeOf(key, part), { date }));
    }
    if (from !== undefined && to !== undefined && from > to)
      findings.push(found('document_dates_crossed', placeOf(key, 'from'), { document: documentInWords(document) }));
    for (const name of document.clauses.keys()) {
      const reference = `${key}#${name}`;
      if (!reading.clausesUsed.has(reference))
        findings.push(found('clause_unused', placeOf(key, 'clauses', name), { reference }));
    }
  }
  return findings;
}
