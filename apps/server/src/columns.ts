/** 数据分级 — the labels of every folder's columns, in one place: for exports, for the register of data, for the test that none lacks. */
import { auditColumns } from './corridors/audit/columns.js';
import { documentColumns } from './corridors/documents/columns.js';
import { fileColumns } from './corridors/files/columns.js';
import { jobColumns } from './corridors/jobs/columns.js';
import { noticeColumns } from './corridors/notices/columns.js';
import { peopleColumns } from './corridors/people/columns.js';
import { viewColumns } from './corridors/views/columns.js';
import { yearColumns } from './corridors/year/columns.js';
import { registryColumns } from './rooms/registry/columns.js';
import type { ColumnLabel } from './store/columnLabels.js';

/** Table → column → label. */
export const allColumnLabels: Readonly<Record<string, Readonly<Record<string, ColumnLabel>>>> = {
  ...peopleColumns,
  ...auditColumns,
  ...fileColumns,
  ...jobColumns,
  ...noticeColumns,
  ...yearColumns,
  ...documentColumns,
  ...viewColumns,
  ...registryColumns,
};
