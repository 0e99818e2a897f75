/** 库表 — every table the application may name, by whose folder it belongs to. Each folder keeps its own `tables.ts`. */
import type { AuditTables } from '../corridors/audit/tables.js';
import type { DocumentTables } from '../corridors/documents/tables.js';
import type { FileTables } from '../corridors/files/tables.js';
import type { JobTables } from '../corridors/jobs/tables.js';
import type { NoticeTables } from '../corridors/notices/tables.js';
import type { PeopleTables } from '../corridors/people/tables.js';
import type { ViewTables } from '../corridors/views/tables.js';
import type { YearTables } from '../corridors/year/tables.js';
import type { RegistryTables } from '../rooms/registry/tables.js';

export interface Schema
  extends PeopleTables,
    YearTables,
    AuditTables,
    FileTables,
    JobTables,
    NoticeTables,
    DocumentTables,
    ViewTables,
    RegistryTables {}
