/** 发起撤销导入 — who and why go into the ledger at once; a job does it, and the page may be left. */
import type { z } from 'zod';
import { findJob } from '../../../corridors/jobs/queries/jobs.js';
import { startJob } from '../../../corridors/jobs/startJob.js';
import type { Action } from '../../../forms/action.js';
import { id, undoImport } from '../contract.js';
import { updateImport } from '../queries/registerImports.js';
import { refuse } from '../texts.zh.js';
import { holdDone } from '../undo/holdDone.js';
import { undoImportJob } from '../undo/job.js';

const startInput = undoImport.body.extend({ importId: id });
export const startUndoImportAction: Action<z.infer<typeof startInput>, { importId: string; jobId: string }> = {
  ...{ name: 'registry.start_undo_import', title: '发起撤销导入', may: 'registry.merge', input: startInput },
  async run(step, { importId, reason }) {
    const { tx, actor } = step;
    const row = await holdDone(step, importId);
    const earlier = row.undo_job_id === null ? undefined : await findJob(tx, actor.officeId, row.undo_job_id);
    if (earlier !== undefined && ['queued', 'running'].includes(earlier.state)) throw refuse('import_undo_running');
    const jobId = await startJob(step, undoImportJob, { importId, reason });
    await updateImport(tx, actor.officeId, importId, { undo_job_id: jobId, undo_blocked: null });
    return {
      output: { importId, jobId },
      object: { kind: 'register_import', id: importId },
      summary: `撤销第 ${row.number} 号导入`,
      change: { jobId },
      reason,
    };
  },
};
