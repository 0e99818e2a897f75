/** 审计台账、链头、历史. The application may add and read; it can neither change nor remove what was written. @source trust R50–R54 */
import type { Migration } from '../migrate.js';
import { grant, ofOffice } from '../rowSecurity.js';

export const audit: Migration = {
  id: '0030_audit',
  sql: `
CREATE TABLE audit_row (
  office_id uuid NOT NULL,
  seq bigint NOT NULL CHECK (seq > 0),
  audit_id uuid NOT NULL,
  at timestamptz NOT NULL,
  user_id uuid,
  user_name text NOT NULL,
  roles text COLLATE "C" NOT NULL,
  action text COLLATE "C" NOT NULL,
  title text NOT NULL,
  outcome text COLLATE "C" NOT NULL CHECK (outcome IN ('done', 'denied', 'failed')),
  object_kind text COLLATE "C" NOT NULL,
  object_id text COLLATE "C" NOT NULL,
  summary text NOT NULL,
  change_digest text COLLATE "C" NOT NULL,
  reason text,
  ip text COLLATE "C" NOT NULL,
  request_id text COLLATE "C" NOT NULL,
  demonstration boolean NOT NULL,
  previous_hash text COLLATE "C" NOT NULL,
  hash text COLLATE "C" NOT NULL,
  PRIMARY KEY (office_id, seq),
  UNIQUE (office_id, audit_id)
);
CREATE INDEX audit_row_of_user ON audit_row (office_id, user_id, seq);
CREATE INDEX audit_row_of_object ON audit_row (office_id, object_kind, object_id, seq);
${ofOffice('audit_row')}
${grant('audit_row', 'SELECT, INSERT')}

CREATE TABLE audit_head (
  office_id uuid PRIMARY KEY,
  seq bigint NOT NULL,
  hash text COLLATE "C" NOT NULL
);
${ofOffice('audit_head')}
${grant('audit_head', 'SELECT, INSERT, UPDATE')}

CREATE TABLE superseded (
  office_id uuid NOT NULL,
  superseded_id uuid NOT NULL,
  at timestamptz NOT NULL,
  action_id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  row_id text COLLATE "C" NOT NULL,
  subject_id uuid,
  before jsonb,
  PRIMARY KEY (office_id, superseded_id),
  UNIQUE (office_id, action_id, kind, row_id)
);
CREATE INDEX superseded_of_row ON superseded (office_id, kind, row_id, superseded_id);
CREATE INDEX superseded_of_subject ON superseded (office_id, subject_id, superseded_id);
${ofOffice('superseded')}
${grant('superseded', 'SELECT, INSERT')}
`,
};
