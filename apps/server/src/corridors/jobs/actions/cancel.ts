/** 取消任务 — a waiting job ends at once, a running one after its present step. */
import { z } from 'zod';
import type { Action } from '../../../forms/action.js';
import { askToCancel, endUnstarted, isHeld, lockJob } from '../queries/jobs.js';
import { jobWords, refuseJob } from '../texts.zh.js';

export const cancelJobAction: Action<{ readonly jobId: string }, Record<string, never>> = {
  name: 'jobs.cancel',
  title: '取消任务',
  may: 'jobs.read',
  input: z.object({ jobId: z.uuid() }),
  async run({ tx, actor }, { jobId }) {
    const { officeId, userId } = actor;
    const job = await lockJob(tx, officeId, jobId);
    // Who sees the whole office's work may also stop it when it is in the way of others.
    if (job === undefined || (job.started_by !== userId && !actor.permissions.has('year.manage'))) throw refuseJob('not_found');
    if (!['queued', 'running'].includes(job.state)) throw refuseJob('already_over', { title: job.title });
    if (await isHeld(tx, officeId, jobId)) await askToCancel(tx, officeId, jobId);
    else await endUnstarted(tx, officeId, { jobId, state: 'cancelled', message: jobWords.cancelled, result: null });
    return {
      output: {},
      object: { kind: 'job', id: jobId },
      summary: `取消“${job.title}”`,
      change: { done: job.done, total: job.total },
    };
  },
};
