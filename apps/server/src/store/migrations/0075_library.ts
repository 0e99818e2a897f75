/** 文件库续 — kinds, reviews that come due, kept originals, e-seals; the office's short name, and its line in the directory to rename. */
import type { Migration } from '../migrate.js';
import { grant, ofOffice } from '../rowSecurity.js';

const tables = ['document_file', 'document_seal'];

export const library: Migration = {
  id: '0075_library',
  sql: `
ALTER TABLE document ADD COLUMN kind text COLLATE "C" NOT NULL DEFAULT 'other', ADD COLUMN review_due_on date;
ALTER TABLE document ALTER COLUMN kind DROP DEFAULT;

CREATE TABLE document_file (
  office_id uuid NOT NULL, document_id uuid NOT NULL, file_id uuid NOT NULL, role text COLLATE "C" NOT NULL, added_by_name text NOT NULL,
  added_at timestamptz NOT NULL,
  PRIMARY KEY (office_id, document_id, file_id),
  FOREIGN KEY (office_id, document_id) REFERENCES document (office_id, document_id),
  FOREIGN KEY (office_id, file_id) REFERENCES file (office_id, file_id)
);
CREATE INDEX document_file_by_file ON document_file (office_id, file_id);

-- What a licensed seal system gave back: the sealed bytes are a kept file, the signature is over exactly these.
CREATE TABLE document_seal (
  office_id uuid NOT NULL, seal_id uuid NOT NULL, document_id uuid NOT NULL, file_id uuid NOT NULL, sealed_file_id uuid NOT NULL,
  seal_number text COLLATE "C" NOT NULL, seal_name text NOT NULL, algorithm text COLLATE "C" NOT NULL, signature bytea NOT NULL,
  public_key text NOT NULL, sealed_by_name text NOT NULL, sealed_at timestamptz NOT NULL,
  PRIMARY KEY (office_id, seal_id),
  FOREIGN KEY (office_id, document_id) REFERENCES document (office_id, document_id),
  FOREIGN KEY (office_id, file_id) REFERENCES file (office_id, file_id),
  FOREIGN KEY (office_id, sealed_file_id) REFERENCES file (office_id, file_id)
);
CREATE INDEX document_seal_of ON document_seal (office_id, document_id);
${tables.map((table) => ofOffice(table) + grant(table, 'SELECT, INSERT, UPDATE, DELETE')).join('')}
ALTER TABLE office ADD COLUMN short_name text NOT NULL DEFAULT '';
ALTER TABLE office ALTER COLUMN short_name DROP DEFAULT;

-- Everybody reads the directory before signing in; an office may change its own name in it, and nothing else.
ALTER TABLE office_directory ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_office ON office_directory USING (true) WITH CHECK (office_id = nullif(current_setting('muheng.office', true), '')::uuid);
GRANT UPDATE (name) ON office_directory TO muheng_app;
`,
};
