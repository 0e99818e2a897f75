/** 由哪个单位答复更正申请 — the enterprise reads who answered it; older answers have the person only. */
import type { Migration } from '../migrate.js';

export const correctionUnit: Migration = {
  id: '0112_correction_unit',
  sql: 'ALTER TABLE subject_correction ADD COLUMN answered_for text;',
};
