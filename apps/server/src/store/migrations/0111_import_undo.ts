/** 撤销导入 — the job that takes an import back, and what stood in its way; indexes of what the removal of a subject looks up. */
import type { Migration } from '../migrate.js';

export const importUndo: Migration = {
  id: '0111_import_undo',
  sql: `
ALTER TABLE register_import ADD COLUMN undo_job_id uuid, ADD COLUMN undo_blocked jsonb,
  ADD FOREIGN KEY (office_id, undo_job_id) REFERENCES job (office_id, job_id);
CREATE INDEX subject_merged ON subject (office_id, merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX parcel_of_park ON parcel (office_id, park_id) WHERE park_id IS NOT NULL;
`,
};
