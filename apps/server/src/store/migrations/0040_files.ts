/** 文件与用量. The bytes stand in the data folder, named by their SHA-256. @source trust R26, R33, R36 */
import type { Migration } from '../migrate.js';
import { grant, ofOffice } from '../rowSecurity.js';

export const files: Migration = {
  id: '0040_files',
  sql: `
CREATE TABLE file (
  office_id uuid NOT NULL,
  file_id uuid NOT NULL,
  sha256 text COLLATE "C" NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint NOT NULL CHECK (bytes > 0),
  name text NOT NULL,
  kind text COLLATE "C" NOT NULL,
  purpose text COLLATE "C" NOT NULL,
  class text COLLATE "C" NOT NULL,
  uploaded_by uuid NOT NULL,
  uploaded_at timestamptz NOT NULL,
  checked_at timestamptz NOT NULL,
  damaged_at timestamptz,
  PRIMARY KEY (office_id, file_id)
);
CREATE INDEX file_by_content ON file (office_id, sha256);
CREATE INDEX file_by_sender ON file (office_id, uploaded_by, file_id);
CREATE INDEX file_damaged ON file (office_id, damaged_at) WHERE damaged_at IS NOT NULL;
${ofOffice('file')}
${grant('file', 'SELECT, INSERT, UPDATE, DELETE')}

CREATE TABLE file_usage (
  office_id uuid NOT NULL,
  holder_id uuid NOT NULL,
  bytes bigint NOT NULL CHECK (bytes >= 0),
  PRIMARY KEY (office_id, holder_id)
);
${ofOffice('file_usage')}
${grant('file_usage', 'SELECT, INSERT, UPDATE')}
`,
};
