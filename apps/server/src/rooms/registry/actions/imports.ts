/** 交文件、重新试运行、开始导入 — each starts a job that may be left; the file is kept first, so that nothing depends on the browser. */
import { z } from 'zod';
import { keepFile } from '../../../corridors/files/keep.js';
import { findJob } from '../../../corridors/jobs/queries/jobs.js';
import { startJob } from '../../../corridors/jobs/startJob.js';
import type { Action, Step } from '../../../forms/action.js';
import { businessDay, dayInWords } from '../../../forms/day.js';
import type { ReceivedFile } from '../../../forms/route.js';
import { id, importKinds, importOutcome, runImport } from '../contract.js';
import { lookImportJob, runImportJob } from '../imports/jobs.js';
import { findSameFile, insertImport, lockImport, nextImportNumber, updateImport } from '../queries/registerImports.js';
import { refuse } from '../texts.zh.js';

interface Began {
  readonly importId: string;
  readonly jobId: string;
}

const beginInput = z.object({ file: z.custom<ReceivedFile>(), kind: z.enum(importKinds), again: z.boolean() });

export const beginImportAction: Action<z.infer<typeof beginInput>, Began> = {
  ...{ name: 'registry.begin_import', title: '交导入文件', may: 'registry.edit', input: beginInput },
  async run(step, { file, kind, again }) {
    const { tx, actor, now } = step;
    const { officeId, userId, name } = actor;
    const kept = await keepFile(step, file, { purpose: 'intake' });
    const before = await findSameFile(tx, officeId, { sha256: kept.sha256, kind });
    if (before !== undefined && !again)
      throw refuse(
        'import_done_before',
        {
          number: before.number,
          at: before.done_at === null ? '' : dayInWords(businessDay(before.done_at)),
          by: before.made_by_name,
        },
        { importId: before.import_id, number: before.number },
      );
    const importId = step.newId();
    const jobId = await startJob(step, lookImportJob, { importId });
    const number = await nextImportNumber(tx, officeId);
    await insertImport(tx, {
      ...{ office_id: officeId, import_id: importId, number, kind, file_id: kept.fileId, sha256: kept.sha256 },
      ...{ file_name: kept.name, made_by: userId, made_by_name: name, made_at: now, look_job_id: jobId },
      ...{
        outcome: null,
        findings: null,
        run_job_id: null,
        good_rows_only: false,
        action_id: null,
        done_at: null,
        undone_at: null,
        undo_job_id: null,
        undo_blocked: null,
      },
    });
    return {
      output: { importId, jobId },
      object: { kind: 'register_import', id: importId },
      summary: `第 ${number} 号导入，${kept.bytes} 字节`,
      change: { number, kind, sha256: kept.sha256 },
    };
  },
};

/** Whose it is, locked, and not at work. */
async function ownImport({ tx, actor }: Step, importId: string) {
  const row = await lockImport(tx, actor.officeId, importId);
  if (row === undefined || row.made_by !== actor.userId) throw refuse('import_not_found');
  if (row.action_id !== null) throw refuse('import_done_already');
  const job = await findJob(tx, actor.officeId, row.run_job_id ?? row.look_job_id);
  if (job !== undefined && ['queued', 'running'].includes(job.state)) throw refuse('import_running');
  return row;
}

const oneInput = z.object({ importId: id });
export const lookAgainAction: Action<z.infer<typeof oneInput>, Began> = {
  ...{ name: 'registry.look_again', title: '重新试运行', may: 'registry.edit', input: oneInput },
  async run(step, { importId }) {
    const { number } = await ownImport(step, importId);
    const jobId = await startJob(step, lookImportJob, { importId });
    const set = { look_job_id: jobId, run_job_id: null, outcome: null, findings: null };
    await updateImport(step.tx, step.actor.officeId, importId, set);
    return {
      output: { importId, jobId },
      object: { kind: 'register_import', id: importId },
      summary: `第 ${number} 号导入`,
      change: { jobId },
    };
  },
};

const startInput = runImport.body.extend({ importId: id });
export const startImportAction: Action<z.infer<typeof startInput>, Began> = {
  ...{ name: 'registry.start_import', title: '开始导入', may: 'registry.edit', input: startInput },
  async run(step, { importId, digest, goodRowsOnly }) {
    const row = await ownImport(step, importId);
    if (row.outcome === null) throw refuse('import_not_looked');
    const { digest: looked, refused } = importOutcome.parse(row.outcome);
    if (looked !== digest) throw refuse('import_changed_since');
    if (refused > 0 && !goodRowsOnly) throw refuse('import_stops', { count: refused });
    const jobId = await startJob(step, runImportJob, { importId });
    await updateImport(step.tx, step.actor.officeId, importId, { run_job_id: jobId, good_rows_only: goodRowsOnly });
    return {
      output: { importId, jobId },
      object: { kind: 'register_import', id: importId },
      summary: `第 ${row.number} 号导入${goodRowsOnly ? '，只收合格行' : ''}`,
      change: { jobId, digest, goodRowsOnly },
    };
  },
};
