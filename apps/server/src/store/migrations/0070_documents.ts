/** 政策文件库 — documents with their standing, clauses and reviews. */
import type { Migration } from '../migrate.js';
import { grant, ofOffice } from '../rowSecurity.js';

const tables = ['document', 'document_clause', 'document_review'];

export const documents: Migration = {
  id: '0070_documents',
  sql: `
CREATE TABLE document (
  office_id uuid NOT NULL, document_id uuid NOT NULL, number text COLLATE "C" NOT NULL, title text NOT NULL, issuer text NOT NULL,
  standing text COLLATE "C" NOT NULL, issued_on date, effective_from date, effective_until date, superseded_by uuid,
  source text NOT NULL, note text NOT NULL, version integer NOT NULL,
  PRIMARY KEY (office_id, document_id),
  FOREIGN KEY (office_id, superseded_by) REFERENCES document (office_id, document_id),
  CHECK (effective_until IS NULL OR effective_from IS NULL OR effective_until > effective_from)
);
CREATE UNIQUE INDEX document_by_number ON document (office_id, number) WHERE number <> '';

CREATE TABLE document_clause (
  office_id uuid NOT NULL, document_id uuid NOT NULL, path text COLLATE "C" NOT NULL, sort integer NOT NULL, text text NOT NULL,
  PRIMARY KEY (office_id, document_id, path),
  FOREIGN KEY (office_id, document_id) REFERENCES document (office_id, document_id)
);

CREATE TABLE document_review (
  office_id uuid NOT NULL, review_id uuid NOT NULL, document_id uuid NOT NULL, kind text COLLATE "C" NOT NULL,
  reviewed_on date NOT NULL, reviewer text NOT NULL, conclusion text NOT NULL,
  PRIMARY KEY (office_id, review_id),
  FOREIGN KEY (office_id, document_id) REFERENCES document (office_id, document_id)
);
CREATE INDEX document_review_of ON document_review (office_id, document_id);
${tables.map((table) => ofOffice(table) + grant(table, 'SELECT, INSERT, UPDATE, DELETE')).join('')}`,
};
