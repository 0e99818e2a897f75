/** 核查单签字 — the check code of what was signed; a scan that is archived cannot be taken back as a file. */
import type { Migration } from '../migrate.js';

export const surveys: Migration = {
  id: '0101_surveys',
  sql: `
ALTER TABLE survey ADD COLUMN signed_code text COLLATE "C";
ALTER TABLE survey ADD FOREIGN KEY (office_id, scan_file_id) REFERENCES file (office_id, file_id);
`,
};
