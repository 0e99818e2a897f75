/** 发起任务 — a shared step of actions: the job and its message stand or fall with the action. */
import type { Step } from '../../forms/action.js';
import type { JobKind } from './jobKind.js';
import { addJob } from './queries/jobs.js';
import { sendIn } from './queue.js';
import { jobWords } from './texts.zh.js';

/** @returns the job's id, to be polled at `/jobs/:jobId` */
export async function startJob<Input, Result>(
  step: Step,
  kind: JobKind<Input, Result>,
  input: Input,
  total?: number,
): Promise<string> {
  const { officeId, userId, name, secondFactor } = step.actor;
  const jobId = step.newId();
  await addJob(step.tx, {
    ...{ office_id: officeId, job_id: jobId, kind: kind.name, title: kind.title, state: 'queued', done: 0, total: total ?? null },
    ...{
      unit: kind.unit,
      message: jobWords.queued,
      input: JSON.stringify(kind.input.parse(input)),
      checkpoint: null,
      result: null,
    },
    ...{ cancel_requested: false, heavy: kind.heavy, attempts: 0, worker_id: null, lease_until: null },
    ...{
      started_by: userId,
      started_by_name: name,
      second_factor: secondFactor,
      created_at: step.now,
      started_at: null,
      finished_at: null,
    },
  });
  await sendIn(step.tx, { officeId, jobId });
  return jobId;
}
