/** 升级步骤 — in order. A room adds its own at the end; what has been released is never edited. */
import type { Migration } from '../migrate.js';
import { people } from './0010_people.js';
import { signOff } from './0015_sign_off.js';
import { year } from './0020_year.js';
import { audit } from './0030_audit.js';
import { files } from './0040_files.js';
import { jobs } from './0050_jobs.js';
import { notices } from './0060_notices.js';
import { documents } from './0070_documents.js';
import { library } from './0075_library.js';
import { views } from './0080_views.js';
import { registry } from './0100_registry.js';
import { surveys } from './0101_surveys.js';
import { corrections } from './0102_corrections.js';
import { imports } from './0110_imports.js';
import { importUndo } from './0111_import_undo.js';
import { correctionUnit } from './0112_correction_unit.js';

export const migrations: readonly Migration[] = [
  people,
  signOff,
  year,
  audit,
  files,
  jobs,
  notices,
  documents,
  library,
  views,
  registry,
  surveys,
  corrections,
  imports,
  importUndo,
  correctionUnit,
];
