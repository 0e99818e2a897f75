/** 核对全部文件 — what is done each night, when a person asks for it by day: each content hashed again, counted as it goes. @source trust R36 */
import { z } from 'zod';
import type { Action } from '../../forms/action.js';
import { inScope, readInScope, wholeOffice } from '../../store/scope.js';
import type { JobKind } from '../jobs/jobKind.js';
import { startJob } from '../jobs/startJob.js';
import { isWhole } from './blobs.js';
import { countContents, findContents, findDamaged, markChecked, markDamaged } from './queries/files.js';
import { checkWords } from './texts.zh.js';

const nothing = z.strictObject({});
const reached = z.object({ after: z.string(), done: z.int() }).nullable();
/** Contents of one step: what is done is not done again after a stop. */
const atOnce = 20;

export const checkFilesJob: JobKind<Record<string, never>, { contents: number; damaged: number }> = {
  ...{ name: 'files.check', title: '核对全部文件', may: 'files.oversee', heavy: true, unit: '份内容', input: nothing },
  async run(step) {
    const { house, actor } = step;
    const { officeId } = actor;
    const scope = wholeOffice(officeId);
    const total = await readInScope(house.store, scope, (tx) => countContents(tx, officeId));
    let { after, done } = reached.parse(step.checkpoint) ?? { after: '', done: 0 };
    await step.progress({ done, total, message: checkWords.running });
    for (;;) {
      const rows = await readInScope(house.store, scope, (tx) => findContents(tx, officeId, { after, limit: atOnce }));
      if (rows.length === 0) break;
      const whole: string[] = [];
      for (const { sha256 } of rows) {
        if (await isWhole(house, { officeId, sha256 })) whole.push(sha256);
        else await inScope(house.store, scope, (tx) => markDamaged(tx, officeId, { sha256, at: house.now() }));
        done++;
        await step.progress({ done, total });
      }
      after = rows.at(-1)!.sha256;
      await step.commit(
        async (tx) => {
          if (whole.length > 0) await markChecked(tx, officeId, { contents: whole, at: house.now() });
        },
        { done, total, checkpoint: { after, done } },
      );
    }
    const damaged = await readInScope(house.store, scope, (tx) => findDamaged(tx, officeId));
    return { contents: done, damaged: damaged.length };
  },
};

export const checkFilesAction: Action<Record<string, never>, { jobId: string }> = {
  ...{ name: 'files.check_now', title: '立即核对全部文件', may: 'files.oversee', input: nothing },
  async run(step) {
    const jobId = await startJob(step, checkFilesJob, {});
    return { output: { jobId }, object: { kind: 'job', id: jobId }, summary: '发起核对全部文件', change: {} };
  },
};
