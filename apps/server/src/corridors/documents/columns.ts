/** 数据分级 — policy documents are public or will be. @source trust R37 */
import { type LabelsOf, personal, plain } from '../../store/columnLabels.js';
import type { DocumentTables } from './tables.js';

const key = plain('标识');
const text = plain('政策依据');
const seal = plain('电子签章的核验');

export const documentColumns = {
  document: {
    ...{ office_id: key, document_id: key, number: text, title: text, issuer: text, standing: text, issued_on: text },
    ...{ kind: text, review_due_on: text },
    ...{ effective_from: text, effective_until: text, superseded_by: key, source: text, note: text, version: key },
  },
  document_clause: { office_id: key, document_id: key, path: text, sort: text, text },
  document_review: {
    ...{ office_id: key, review_id: key, document_id: key, kind: text, reviewed_on: text, reviewer: text, conclusion: text },
  },
  document_file: {
    ...{ office_id: key, document_id: key, file_id: key, role: text, added_by_name: personal('登记人'), added_at: text },
  },
  document_seal: {
    ...{ office_id: key, seal_id: key, document_id: key, file_id: key, sealed_file_id: key, seal_number: seal, seal_name: seal },
    ...{ algorithm: seal, signature: seal, public_key: seal, sealed_by_name: personal('签章经办人'), sealed_at: seal },
  },
} satisfies LabelsOf<DocumentTables>;
