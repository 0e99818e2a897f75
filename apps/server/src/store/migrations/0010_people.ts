/** 单位、区划、用户 — offices with their regions, organisations, leading group, users, posts, sign-in and the keys of resent requests. */
import type { Migration } from '../migrate.js';
import { grant, ofOffice } from '../rowSecurity.js';

const edited = 'SELECT, INSERT, UPDATE, DELETE';
const tables: Readonly<Record<string, string>> = {
  office: 'SELECT, UPDATE',
  region: edited,
  region_code: edited,
  organisation: edited,
  contact: edited,
  leading_group_member: edited,
  user_account: 'SELECT, INSERT, UPDATE',
  user_post: edited,
  user_secret: edited,
  user_factor: edited,
  user_identity: edited,
  session: edited,
  sign_in_guard: edited,
  one_time_link: edited,
  idempotency_key: edited,
};

export const people: Migration = {
  id: '0010_people',
  sql: `
CREATE TABLE office (
  office_id uuid NOT NULL, slug text COLLATE "C" NOT NULL, name text NOT NULL, work_name text NOT NULL, root_region_id uuid,
  settings jsonb NOT NULL, version integer NOT NULL, created_at timestamptz NOT NULL,
  PRIMARY KEY (office_id)
);

-- Which offices there are, before anybody has signed in: no row-level security, nothing but the name on the sign-in page.
CREATE TABLE office_directory (
  slug text COLLATE "C" NOT NULL, office_id uuid NOT NULL, name text NOT NULL,
  PRIMARY KEY (slug)
);
GRANT SELECT ON office_directory TO muheng_app;

CREATE TABLE region (
  office_id uuid NOT NULL, region_id uuid NOT NULL, parent_id uuid, kind text COLLATE "C" NOT NULL, name text NOT NULL,
  sort integer NOT NULL, "from" date NOT NULL, until date, version integer NOT NULL,
  PRIMARY KEY (office_id, region_id),
  FOREIGN KEY (office_id, parent_id) REFERENCES region (office_id, region_id),
  CHECK (until IS NULL OR until > "from")
);
CREATE INDEX region_by_parent ON region (office_id, parent_id);

CREATE TABLE region_code (
  office_id uuid NOT NULL, region_id uuid NOT NULL, code text COLLATE "C" NOT NULL, "from" date NOT NULL, until date,
  PRIMARY KEY (office_id, region_id, code, "from"),
  FOREIGN KEY (office_id, region_id) REFERENCES region (office_id, region_id),
  CHECK (until IS NULL OR until > "from")
);
CREATE INDEX region_code_by_code ON region_code (office_id, code);

CREATE TABLE organisation (
  office_id uuid NOT NULL, organisation_id uuid NOT NULL, name text COLLATE "C" NOT NULL, short_name text NOT NULL, kind text COLLATE "C" NOT NULL,
  region_id uuid, sort integer NOT NULL, closed_on date, version integer NOT NULL,
  PRIMARY KEY (office_id, organisation_id),
  UNIQUE (office_id, name),
  FOREIGN KEY (office_id, region_id) REFERENCES region (office_id, region_id)
);

CREATE TABLE contact (
  office_id uuid NOT NULL, contact_id uuid NOT NULL, organisation_id uuid NOT NULL, role text COLLATE "C" NOT NULL, name text NOT NULL,
  post_title text NOT NULL, phone_sealed bytea, "from" date NOT NULL, until date, version integer NOT NULL,
  PRIMARY KEY (office_id, contact_id),
  FOREIGN KEY (office_id, organisation_id) REFERENCES organisation (office_id, organisation_id),
  CHECK (until IS NULL OR until > "from")
);
CREATE INDEX contact_by_organisation ON contact (office_id, organisation_id, role);

CREATE TABLE leading_group_member (
  office_id uuid NOT NULL, member_id uuid NOT NULL, position text COLLATE "C" NOT NULL, organisation_id uuid, name text NOT NULL,
  post_title text NOT NULL, sort integer NOT NULL, "from" date NOT NULL, until date, version integer NOT NULL,
  PRIMARY KEY (office_id, member_id),
  FOREIGN KEY (office_id, organisation_id) REFERENCES organisation (office_id, organisation_id),
  CHECK (until IS NULL OR until > "from")
);

CREATE TABLE user_account (
  office_id uuid NOT NULL, user_id uuid NOT NULL, login text NOT NULL, login_key text COLLATE "C" NOT NULL, name text NOT NULL,
  organisation_id uuid, phone_sealed bytea, disabled_at timestamptz, created_at timestamptz NOT NULL, last_sign_in_at timestamptz,
  version integer NOT NULL,
  PRIMARY KEY (office_id, user_id),
  UNIQUE (office_id, login_key),
  FOREIGN KEY (office_id, organisation_id) REFERENCES organisation (office_id, organisation_id)
);

CREATE TABLE user_post (
  office_id uuid NOT NULL, user_post_id uuid NOT NULL, user_id uuid NOT NULL, role text COLLATE "C" NOT NULL, region_id uuid,
  organisation_id uuid, subject_id uuid, "from" date NOT NULL, until date,
  PRIMARY KEY (office_id, user_post_id),
  FOREIGN KEY (office_id, user_id) REFERENCES user_account (office_id, user_id),
  FOREIGN KEY (office_id, region_id) REFERENCES region (office_id, region_id),
  FOREIGN KEY (office_id, organisation_id) REFERENCES organisation (office_id, organisation_id),
  CHECK (until IS NULL OR until > "from")
);
CREATE INDEX user_post_by_user ON user_post (office_id, user_id);
CREATE INDEX user_post_by_role ON user_post (office_id, role);

CREATE TABLE user_secret (
  office_id uuid NOT NULL, user_id uuid NOT NULL, password_hash text COLLATE "C" NOT NULL, set_at timestamptz NOT NULL,
  PRIMARY KEY (office_id, user_id),
  FOREIGN KEY (office_id, user_id) REFERENCES user_account (office_id, user_id)
);

CREATE TABLE user_factor (
  office_id uuid NOT NULL, user_id uuid NOT NULL, totp_sealed bytea NOT NULL, confirmed_at timestamptz, last_step bigint NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (office_id, user_id),
  FOREIGN KEY (office_id, user_id) REFERENCES user_account (office_id, user_id)
);

CREATE TABLE user_identity (
  office_id uuid NOT NULL, identity_id uuid NOT NULL, issuer text COLLATE "C" NOT NULL, subject text COLLATE "C" NOT NULL,
  user_id uuid NOT NULL, linked_at timestamptz NOT NULL, linked_by uuid NOT NULL,
  PRIMARY KEY (office_id, identity_id),
  UNIQUE (office_id, issuer, subject),
  FOREIGN KEY (office_id, user_id) REFERENCES user_account (office_id, user_id),
  FOREIGN KEY (office_id, linked_by) REFERENCES user_account (office_id, user_id)
);
CREATE INDEX user_identity_by_user ON user_identity (office_id, user_id);

CREATE TABLE session (
  office_id uuid NOT NULL, session_id uuid NOT NULL, token_hash bytea NOT NULL, user_id uuid NOT NULL, way text COLLATE "C" NOT NULL,
  second_factor boolean NOT NULL, created_at timestamptz NOT NULL, seen_at timestamptz NOT NULL, proved_at timestamptz NOT NULL,
  PRIMARY KEY (office_id, session_id),
  UNIQUE (office_id, token_hash),
  FOREIGN KEY (office_id, user_id) REFERENCES user_account (office_id, user_id)
);
CREATE INDEX session_by_user ON session (office_id, user_id);

-- One row per account name and address that failed to sign in; gone with the next success.
CREATE TABLE sign_in_guard (
  office_id uuid NOT NULL, login_key text COLLATE "C" NOT NULL, ip text COLLATE "C" NOT NULL, attempts integer NOT NULL,
  since timestamptz NOT NULL,
  PRIMARY KEY (office_id, login_key, ip)
);

CREATE TABLE one_time_link (
  office_id uuid NOT NULL, link_id uuid NOT NULL, token_hash bytea NOT NULL, user_id uuid NOT NULL, purpose text COLLATE "C" NOT NULL,
  second_factor boolean NOT NULL, created_at timestamptz NOT NULL, expires_at timestamptz NOT NULL, used_at timestamptz,
  PRIMARY KEY (office_id, link_id),
  UNIQUE (office_id, token_hash),
  FOREIGN KEY (office_id, user_id) REFERENCES user_account (office_id, user_id)
);

CREATE TABLE idempotency_key (
  office_id uuid NOT NULL, user_id uuid NOT NULL, idempotency_key text COLLATE "C" NOT NULL, operation text COLLATE "C" NOT NULL,
  request_hash text COLLATE "C" NOT NULL, answer text NOT NULL, created_at timestamptz NOT NULL,
  PRIMARY KEY (office_id, user_id, idempotency_key)
);
${Object.entries(tables)
  .map(([table, rights]) => ofOffice(table) + grant(table, rights))
  .join('')}`,
};
