/** 更正申请 — what enterprises say about their own record, with the answer of the office; seen by who reaches the subject. */
import type { Migration } from '../migrate.js';
import { grant, ofOffice, ofReach } from '../rowSecurity.js';

export const corrections: Migration = {
  id: '0102_corrections',
  sql: `
CREATE TABLE subject_correction (
  office_id uuid NOT NULL, region_id uuid, version integer NOT NULL, correction_id uuid NOT NULL, subject_id uuid NOT NULL,
  topic text COLLATE "C" NOT NULL, words text NOT NULL, state text COLLATE "C" NOT NULL, asked_at timestamptz NOT NULL, asked_by uuid NOT NULL,
  answer text, answered_at timestamptz, answered_by text, CHECK ((state = 'open') = (answered_at IS NULL)),
  PRIMARY KEY (office_id, correction_id),
  FOREIGN KEY (office_id, subject_id) REFERENCES subject (office_id, subject_id),
  FOREIGN KEY (office_id, asked_by) REFERENCES user_account (office_id, user_id)
);
CREATE INDEX subject_correction_of_subject ON subject_correction (office_id, subject_id);
CREATE INDEX subject_correction_by_time ON subject_correction (office_id, asked_at);
${ofOffice('subject_correction')}
${ofReach('subject_correction', { region: 'region_id', subject: 'subject_id' })}
${grant('subject_correction', 'SELECT, INSERT, UPDATE, DELETE')}
`,
};
