/** 后台任务的接口。 */
import type { Actor } from '../../forms/house.js';
import { acts, type Bound, reads } from '../../forms/route.js';
import { cancelJobAction } from './actions/cancel.js';
import { cancelJob, getJob, type JobAnswer, jobShape, listJobs } from './contract.js';
import { findJob, findJobs } from './queries/jobs.js';
import { refuseJob } from './texts.zh.js';

export const jobRoutes: readonly Bound[] = [
  reads(listJobs, async ({ tx, actor }, { query: { mine, ...wanted } }) => {
    const startedBy = mine === 'true' || !seesAll(actor) ? actor.userId : undefined;
    const rows = await findJobs(tx, actor.officeId, { ...wanted, startedBy });
    return { items: rows.map((row) => answerOf(row, actor)), next: rows.length === wanted.limit ? rows.at(-1)!.job_id : null };
  }),
  reads(getJob, async ({ tx, actor }, { params: { jobId } }) => {
    const row = await findJob(tx, actor.officeId, jobId);
    if (row === undefined || (row.started_by !== actor.userId && !seesAll(actor))) throw refuseJob('not_found');
    return answerOf(row, actor);
  }),
  acts(cancelJob, cancelJobAction, ({ params }) => params),
];

/** A title or a count may tell of other towns: only who reaches the whole office sees what others started. */
const seesAll = ({ reach }: Actor): boolean => reach.kind === 'office';

type Row = NonNullable<Awaited<ReturnType<typeof findJob>>>;

const answerOf = (row: Row, { userId }: Actor): JobAnswer =>
  jobShape.parse({
    ...{
      jobId: row.job_id,
      kind: row.kind,
      title: row.title,
      state: row.state,
      done: row.done,
      total: row.total,
      unit: row.unit,
    },
    ...{ message: row.message, cancelRequested: row.cancel_requested, startedByName: row.started_by_name },
    ...{ createdAt: row.created_at.toISOString(), startedAt: row.started_at?.toISOString() ?? null },
    ...{ finishedAt: row.finished_at?.toISOString() ?? null, result: row.started_by === userId ? row.result : null },
  });
