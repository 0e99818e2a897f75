/** 通知 — in-app notices by reader, what is to leave the house, by which channels, and who wants that. */
import type { Migration } from '../migrate.js';
import { grant, ofOffice } from '../rowSecurity.js';

export const notices: Migration = {
  id: '0060_notices',
  sql: `
CREATE TABLE notice (
  office_id uuid NOT NULL, notice_id uuid NOT NULL, user_id uuid NOT NULL, at timestamptz NOT NULL, title text NOT NULL,
  words text NOT NULL, link text COLLATE "C" NOT NULL, read_at timestamptz,
  PRIMARY KEY (office_id, notice_id),
  FOREIGN KEY (office_id, user_id) REFERENCES user_account (office_id, user_id)
);
CREATE INDEX notice_of_user ON notice (office_id, user_id, at, notice_id);
CREATE INDEX notice_unread ON notice (office_id, user_id) WHERE read_at IS NULL;

CREATE TABLE outgoing (
  office_id uuid NOT NULL, outgoing_id uuid NOT NULL, channel text COLLATE "C" NOT NULL, sealed bytea NOT NULL,
  state text COLLATE "C" NOT NULL, attempts integer NOT NULL, next_at timestamptz NOT NULL, sending_until timestamptz, last_error text NOT NULL,
  created_at timestamptz NOT NULL, sent_at timestamptz,
  PRIMARY KEY (office_id, outgoing_id)
);
CREATE INDEX outgoing_due ON outgoing (office_id, next_at) WHERE state = 'waiting';
CREATE INDEX outgoing_by_age ON outgoing (office_id, created_at, outgoing_id);

CREATE TABLE outgoing_channel (
  office_id uuid NOT NULL, channel text COLLATE "C" NOT NULL CHECK (channel IN ('mail', 'sms', 'webhook')), enabled boolean NOT NULL,
  settings jsonb NOT NULL, secret_sealed bytea, version integer NOT NULL, updated_at timestamptz NOT NULL,
  PRIMARY KEY (office_id, channel)
);
CREATE TABLE notice_wish (
  office_id uuid NOT NULL, user_id uuid NOT NULL, mail_sealed bytea, phone_sealed bytea,
  mail_kinds text[] NOT NULL, sms_kinds text[] NOT NULL, version integer NOT NULL,
  PRIMARY KEY (office_id, user_id),
  FOREIGN KEY (office_id, user_id) REFERENCES user_account (office_id, user_id)
);
CREATE TABLE visit (
  office_id uuid NOT NULL, user_id uuid NOT NULL, seen_at timestamptz NOT NULL, before_at timestamptz,
  PRIMARY KEY (office_id, user_id),
  FOREIGN KEY (office_id, user_id) REFERENCES user_account (office_id, user_id)
);
${ofOffice('visit')}${grant('visit', 'SELECT, INSERT, UPDATE')}
${ofOffice('notice')}${grant('notice', 'SELECT, INSERT, UPDATE')}
${ofOffice('outgoing')}${grant('outgoing', 'SELECT, INSERT, UPDATE')}
${ofOffice('outgoing_channel')}${grant('outgoing_channel', 'SELECT, INSERT, UPDATE')}
${ofOffice('notice_wish')}${grant('notice_wish', 'SELECT, INSERT, UPDATE')}`,
};
