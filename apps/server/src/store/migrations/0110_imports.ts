/** 导入 — one row a file that was given to be imported: the kept file, what the trial said, what the run did. */
import type { Migration } from '../migrate.js';
import { grant, ofOffice } from '../rowSecurity.js';

export const imports: Migration = {
  id: '0110_imports',
  sql: `
CREATE TABLE register_import (
  office_id uuid NOT NULL, import_id uuid NOT NULL, number integer NOT NULL, kind text COLLATE "C" NOT NULL, file_id uuid NOT NULL,
  sha256 text COLLATE "C" NOT NULL, file_name text NOT NULL, made_by uuid NOT NULL, made_by_name text NOT NULL, made_at timestamptz NOT NULL,
  look_job_id uuid NOT NULL, outcome jsonb, findings jsonb, run_job_id uuid, good_rows_only boolean NOT NULL,
  action_id uuid, done_at timestamptz, undone_at timestamptz,
  PRIMARY KEY (office_id, import_id), UNIQUE (office_id, number),
  FOREIGN KEY (office_id, file_id) REFERENCES file (office_id, file_id),
  FOREIGN KEY (office_id, made_by) REFERENCES user_account (office_id, user_id),
  FOREIGN KEY (office_id, look_job_id) REFERENCES job (office_id, job_id),
  FOREIGN KEY (office_id, run_job_id) REFERENCES job (office_id, job_id)
);
CREATE INDEX register_import_of_person ON register_import (office_id, made_by, number);
CREATE INDEX register_import_of_content ON register_import (office_id, sha256, kind);
CREATE INDEX register_import_of_action ON register_import (office_id, action_id);
${ofOffice('register_import')}${grant('register_import', 'SELECT, INSERT, UPDATE')}`,
};
