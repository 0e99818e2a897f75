/** 申请电子签章 — what may not be sealed is refused here, before anything leaves the house; the rest is a job. @source trust R46 */
import type { Action } from '../../../forms/action.js';
import { startJob } from '../../jobs/startJob.js';
import { checkSealing, type SealInput, sealInput } from './checkSealing.js';
import { sealJob } from './sealJob.js';

export const requestSealAction: Action<SealInput, { jobId: string }> = {
  ...{ name: 'documents.request_seal', title: '申请电子签章', may: 'documents.seal', strong: true, input: sealInput },
  async run(step, input) {
    const { document, seal } = await checkSealing(step, input);
    const jobId = await startJob(step, sealJob, input, 1);
    return {
      output: { jobId },
      object: { kind: 'document', id: input.documentId },
      summary: `《${document.title}》申请加盖“${seal.name}”`,
      change: input,
    };
  },
};
