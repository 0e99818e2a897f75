/** 视图 — saved and shared arrangements of lists, and which one a person opens a list with. */
import type { Migration } from '../migrate.js';
import { grant, ofOffice } from '../rowSecurity.js';

export const views: Migration = {
  id: '0080_views',
  sql: `
CREATE TABLE saved_view (
  office_id uuid NOT NULL, view_id uuid NOT NULL, page text COLLATE "C" NOT NULL, name text COLLATE "C" NOT NULL,
  owner_id uuid NOT NULL, owner_name text NOT NULL, shared boolean NOT NULL, content jsonb NOT NULL, version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (office_id, view_id), UNIQUE (office_id, page, owner_id, name),
  FOREIGN KEY (office_id, owner_id) REFERENCES user_account (office_id, user_id)
);
CREATE TABLE usual_view (
  office_id uuid NOT NULL, user_id uuid NOT NULL, page text COLLATE "C" NOT NULL, view_id uuid NOT NULL,
  PRIMARY KEY (office_id, user_id, page),
  FOREIGN KEY (office_id, user_id) REFERENCES user_account (office_id, user_id),
  FOREIGN KEY (office_id, view_id) REFERENCES saved_view (office_id, view_id)
);
CREATE INDEX usual_view_of ON usual_view (office_id, view_id);
${ofOffice('saved_view')}${grant('saved_view', 'SELECT, INSERT, UPDATE, DELETE')}
${ofOffice('usual_view')}${grant('usual_view', 'SELECT, INSERT, UPDATE, DELETE')}`,
};
