/** 全部接口 — every route of the house, room by room: the door registers these and no others. */

import { auditRoutes } from '../corridors/audit/routes.js';
import { documentRoutes } from '../corridors/documents/routes.js';
import { sealJob } from '../corridors/documents/seal/sealJob.js';
import { checkFilesJob } from '../corridors/files/checkJob.js';
import { fileRoutes } from '../corridors/files/routes.js';
import type { AnyJobKind } from '../corridors/jobs/jobKind.js';
import { jobRoutes } from '../corridors/jobs/routes.js';
import { noticeRoutes } from '../corridors/notices/routes.js';
import { peopleRoutes } from '../corridors/people/routes.js';
import { signInRoutes } from '../corridors/people/routes.signIn.js';
import { viewRoutes } from '../corridors/views/routes.js';
import { yearRoutes } from '../corridors/year/routes.js';
import type { Bound, DoorBound } from '../forms/route.js';
import { lookImportJob, runImportJob } from '../rooms/registry/imports/jobs.js';
import { registryRoutes } from '../rooms/registry/routes.js';
import { undoImportJob } from '../rooms/registry/undo/job.js';
import { citationRoutes } from '../windows/citations/routes.js';
import { enterpriseRoutes } from '../windows/enterprise/routes.js';
import { searchRoutes } from '../windows/search/routes.js';
import { todoRoutes } from '../windows/todo/routes.js';

export const allRoutes: readonly Bound[] = [
  ...jobRoutes,
  ...fileRoutes,
  ...auditRoutes,
  ...peopleRoutes,
  ...yearRoutes,
  ...documentRoutes,
  ...noticeRoutes,
  ...viewRoutes,
  ...registryRoutes,
  ...enterpriseRoutes,
  ...citationRoutes,
  ...searchRoutes,
  ...todoRoutes,
];

/** Those that answer before anybody is signed in, or change who is. */
export const doorRoutes: readonly DoorBound[] = [...signInRoutes];

/** 任务种类 — what the workers can do. */
export const allJobKinds: readonly AnyJobKind[] = [checkFilesJob, sealJob, lookImportJob, runImportJob, undoImportJob];
