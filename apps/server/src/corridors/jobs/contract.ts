/** Routes of jobs: the list, one job, cancel. */
import { z } from 'zod';
import { route } from '../../forms/route.js';

export const jobStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;

export const jobShape = z.strictObject({
  jobId: z.uuid(),
  kind: z.string(),
  title: z.string(),
  state: z.enum(jobStates),
  /** Real counts of `unit`; total null while it is not known. */
  done: z.int(),
  total: z.int().nullable(),
  unit: z.string(),
  message: z.string(),
  cancelRequested: z.boolean(),
  startedByName: z.string(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  /** Of the kind; only to whoever started it. */
  result: z.unknown(),
});
export type JobAnswer = z.infer<typeof jobShape>;

const one = z.strictObject({ jobId: z.uuid() });

export const listJobs = route({
  ...{ method: 'GET', path: '/jobs', operation: 'listJobs', summary: '后台任务', may: 'jobs.read' },
  query: z.strictObject({
    state: z.enum(jobStates).optional(),
    mine: z.enum(['true', 'false']).default('false'),
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.strictObject({ items: z.array(jobShape), next: z.string().nullable() }),
});

export const getJob = route({
  ...{ method: 'GET', path: '/jobs/:jobId', operation: 'getJob', summary: '任务进度', may: 'jobs.read' },
  params: one,
  answer: jobShape,
  refusals: ['jobs.not_found'],
});

export const cancelJob = route({
  ...{ method: 'POST', path: '/jobs/:jobId/cancellation', operation: 'cancelJob', summary: '取消任务', may: 'jobs.read' },
  params: one,
  answer: z.strictObject({}),
  refusals: ['jobs.not_found', 'jobs.already_over'],
});
