/** 导入记录 — where each import stands, worked out from its row and its job: found again whenever somebody comes back. */

import { jobShape } from '../../../corridors/jobs/contract.js';
import { findJobsById } from '../../../corridors/jobs/queries/jobs.js';
import type { FileAnswer, Reading } from '../../../forms/route.js';
import { type ImportAnswer, type ImportState, importKinds, importOutcome, undoBlocked } from '../contract.js';
import { findingsWorkbook } from '../imports/findings.js';
import { findFindings, findImport, findImports } from '../queries/registerImports.js';
import { refuse } from '../texts.zh.js';
import { undoInput } from '../undo/job.js';

/** Examples and findings name enterprises: only who reaches the whole office sees what others brought. */
const seesAll = ({ actor }: Reading): boolean => actor.reach.kind === 'office';

export async function readImports(
  reading: Reading,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
): Promise<{ items: ImportAnswer[]; next: string | null }> {
  const { tx, actor } = reading;
  const madeBy = seesAll(reading) ? undefined : actor.userId;
  const rows = await findImports(tx, actor.officeId, { madeBy, limit, after: after === undefined ? undefined : Number(after) });
  return {
    items: await answersOf(reading, rows),
    next: rows.length === limit ? String(rows.at(-1)?.number) : null,
  };
}

export async function readImport(reading: Reading, importId: string): Promise<ImportAnswer> {
  const row = await findImport(reading.tx, reading.actor.officeId, importId);
  if (row === undefined || (row.made_by !== reading.actor.userId && !seesAll(reading))) throw refuse('import_not_found');
  const [answer] = await answersOf(reading, [row]);
  if (answer === undefined) throw refuse('import_not_found');
  return answer;
}

export async function readFindings(reading: Reading, importId: string): Promise<FileAnswer> {
  const row = await findFindings(reading.tx, reading.actor.officeId, importId);
  if (row === undefined || (row.made_by !== reading.actor.userId && !seesAll(reading))) throw refuse('import_not_found');
  if (row.findings === null) throw refuse('import_not_looked');
  return findingsWorkbook(row.findings, row.number);
}

type Row = NonNullable<Awaited<ReturnType<typeof findImport>>>;

async function answersOf({ tx, actor }: Reading, rows: readonly Row[]): Promise<ImportAnswer[]> {
  if (rows.length === 0) return [];
  const jobs = await findJobsById(tx, actor.officeId, rows.map(currentJob));
  const byId = new Map(jobs.map((job) => [job.job_id, job]));
  return rows.flatMap((row) => {
    const job = byId.get(currentJob(row));
    if (job === undefined) return [];
    const state = jobShape.shape.state.parse(job.state);
    return [
      {
        ...{ importId: row.import_id, number: row.number, kind: importKinds.find((kind) => kind === row.kind) ?? 'subjects' },
        ...{ fileName: row.file_name, sha256: row.sha256, madeByName: row.made_by_name, madeAt: row.made_at.toISOString() },
        ...{ mine: row.made_by === actor.userId, state: stateOf(row, state), words: job.message },
        job: {
          ...{ jobId: job.job_id, state, done: job.done, total: job.total, unit: job.unit },
          ...{ cancelRequested: job.cancel_requested, mine: job.started_by === actor.userId },
        },
        outcome: row.outcome === null ? null : importOutcome.parse(row.outcome),
        ...{ goodRowsOnly: row.good_rows_only, actionId: row.action_id, doneAt: row.done_at?.toISOString() ?? null },
        undo: row.undo_job_id === null ? null : undoOf(row, job),
      },
    ];
  });
}

type Job = Awaited<ReturnType<typeof findJobsById>>[number];

/** What is done with it now, or was last. */
const currentJob = ({ undo_job_id, run_job_id, look_job_id }: Row): string => undo_job_id ?? run_job_id ?? look_job_id;

const undoOf = (row: Row, job: Job): ImportAnswer['undo'] => ({
  ...{ byName: job.started_by_name, reason: undoInput.parse(job.input).reason, at: row.undone_at?.toISOString() ?? null },
  blocked: row.undo_blocked === null ? null : undoBlocked.parse(row.undo_blocked),
});

/** A run that did not come about leaves the trial as it was: it can be run or tried again. */
function stateOf(row: Row, job: (typeof jobShape.shape.state)['_output']): ImportState {
  if (row.undone_at !== null) return 'undone';
  const open = job === 'queued' || job === 'running';
  if (row.action_id !== null) return row.undo_job_id !== null && open ? 'undoing' : 'done';
  if (row.run_job_id !== null) return open ? 'running' : 'looked';
  if (open) return 'looking';
  return row.outcome === null ? 'failed' : 'looked';
}
