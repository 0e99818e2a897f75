/** 年度 — cycles with their stages in an order that is data, duties, tasks of clauses, and the office's own days off. */
import type { Migration } from '../migrate.js';
import { grant, ofOffice } from '../rowSecurity.js';

const tables = ['cycle', 'stage', 'stage_duty', 'task', 'task_supporter', 'calendar_day'];

export const year: Migration = {
  id: '0020_year',
  sql: `
CREATE TABLE cycle (
  office_id uuid NOT NULL, cycle_id uuid NOT NULL, name text COLLATE "C" NOT NULL, subject_kind text COLLATE "C" NOT NULL,
  data_year integer NOT NULL, work_year integer NOT NULL, policy_from date, policy_until date,
  state text COLLATE "C" NOT NULL, version integer NOT NULL,
  PRIMARY KEY (office_id, cycle_id),
  CHECK (data_year BETWEEN 1990 AND 2200 AND work_year BETWEEN 1990 AND 2200),
  CHECK (policy_until IS NULL OR policy_from IS NULL OR policy_until > policy_from)
);
CREATE UNIQUE INDEX cycle_once ON cycle (office_id, subject_kind, data_year, name);

CREATE TABLE stage (
  office_id uuid NOT NULL, stage_id uuid NOT NULL, cycle_id uuid NOT NULL, sort integer NOT NULL, kind text COLLATE "C" NOT NULL,
  name text NOT NULL, starts_at timestamptz NOT NULL, ends_at timestamptz NOT NULL, lead_organisation_id uuid,
  done_at timestamptz, version integer NOT NULL,
  PRIMARY KEY (office_id, stage_id),
  FOREIGN KEY (office_id, cycle_id) REFERENCES cycle (office_id, cycle_id),
  FOREIGN KEY (office_id, lead_organisation_id) REFERENCES organisation (office_id, organisation_id),
  CHECK (ends_at > starts_at)
);
CREATE INDEX stage_by_cycle ON stage (office_id, cycle_id, sort);

CREATE TABLE stage_duty (
  office_id uuid NOT NULL, stage_id uuid NOT NULL, organisation_id uuid NOT NULL, done_at timestamptz,
  PRIMARY KEY (office_id, stage_id, organisation_id),
  FOREIGN KEY (office_id, stage_id) REFERENCES stage (office_id, stage_id),
  FOREIGN KEY (office_id, organisation_id) REFERENCES organisation (office_id, organisation_id)
);

CREATE TABLE task (
  office_id uuid NOT NULL, task_id uuid NOT NULL, cycle_id uuid, title text NOT NULL, clause text NOT NULL,
  lead_organisation_id uuid NOT NULL, due_at timestamptz NOT NULL, state text COLLATE "C" NOT NULL, progress text NOT NULL,
  reported_at timestamptz, done_at timestamptz, version integer NOT NULL,
  PRIMARY KEY (office_id, task_id),
  FOREIGN KEY (office_id, cycle_id) REFERENCES cycle (office_id, cycle_id),
  FOREIGN KEY (office_id, lead_organisation_id) REFERENCES organisation (office_id, organisation_id)
);
CREATE INDEX task_by_due ON task (office_id, due_at, task_id);

CREATE TABLE task_supporter (
  office_id uuid NOT NULL, task_id uuid NOT NULL, organisation_id uuid NOT NULL,
  PRIMARY KEY (office_id, task_id, organisation_id),
  FOREIGN KEY (office_id, task_id) REFERENCES task (office_id, task_id),
  FOREIGN KEY (office_id, organisation_id) REFERENCES organisation (office_id, organisation_id)
);

CREATE TABLE calendar_day (
  office_id uuid NOT NULL, day date NOT NULL, works boolean NOT NULL, note text NOT NULL,
  PRIMARY KEY (office_id, day)
);
${tables.map((table) => ofOffice(table) + grant(table, 'SELECT, INSERT, UPDATE, DELETE')).join('')}`,
};
