/** 会签 — what one person put forward and another signed: the figures that were shown, and the digest of everything behind them. */
import type { Migration } from '../migrate.js';
import { grant, ofOffice } from '../rowSecurity.js';

export const signOff: Migration = {
  id: '0015_sign_off',
  sql: `
CREATE TABLE sign_off (
  office_id uuid NOT NULL, sign_off_id uuid NOT NULL, kind text COLLATE "C" NOT NULL, object_id uuid NOT NULL, title text NOT NULL,
  state text COLLATE "C" NOT NULL CHECK (state IN ('proposed', 'signed', 'withdrawn')),
  proposed_by uuid NOT NULL, proposed_by_name text NOT NULL, proposed_at timestamptz NOT NULL,
  counts jsonb, digest text COLLATE "C", signed_by uuid, signed_by_name text, signed_at timestamptz,
  PRIMARY KEY (office_id, sign_off_id),
  FOREIGN KEY (office_id, proposed_by) REFERENCES user_account (office_id, user_id),
  FOREIGN KEY (office_id, signed_by) REFERENCES user_account (office_id, user_id),
  CHECK (signed_by <> proposed_by),
  CHECK (state <> 'signed' OR (counts IS NOT NULL AND digest IS NOT NULL AND signed_by IS NOT NULL AND signed_at IS NOT NULL))
);
-- One thing is put forward once at a time.
CREATE UNIQUE INDEX sign_off_open ON sign_off (office_id, kind, object_id) WHERE state = 'proposed';
CREATE INDEX sign_off_of_object ON sign_off (office_id, object_id);
${ofOffice('sign_off')}${grant('sign_off', 'SELECT, INSERT, UPDATE')}`,
};
