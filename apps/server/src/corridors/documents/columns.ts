/** 数据分级 — policy documents are public or will be. @source trust R37 */
import { type LabelsOf, plain } from '../../store/columnLabels.js';
import type { DocumentTables } from './tables.js';

const key = plain('标识');
const text = plain('政策依据');

export const documentColumns = {
  document: {
    ...{ office_id: key, document_id: key, number: text, title: text, issuer: text, standing: text, issued_on: text },
    ...{ effective_from: text, effective_until: text, superseded_by: key, source: text, note: text, version: key },
  },
  document_clause: { office_id: key, document_id: key, path: text, sort: text, text },
  document_review: {
    ...{ office_id: key, review_id: key, document_id: key, kind: text, reviewed_on: text, reviewer: text, conclusion: text },
  },
} satisfies LabelsOf<DocumentTables>;
