/**
 * 导入任务 — the trial and the run as jobs. The trial keeps what it found; the run is one action that writes the register and the
 * import's row together: a process that dies leaves both or neither, and the next run of the job sees which. @source trust R55
 */
import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import { openFile } from '../../../corridors/files/openFile.js';
import type { JobKind, JobStep } from '../../../corridors/jobs/jobKind.js';
import { perform } from '../../../forms/action.js';
import { readInScope, wholeOffice } from '../../../store/scope.js';
import { importAction } from '../actions/import.js';
import { importKinds } from '../contract.js';
import { findImport, updateImport } from '../queries/registerImports.js';
import { importWords, refuse } from '../texts.zh.js';
import { planImport } from './dryRun.js';
import { type FileRead, readImportFile } from './file.js';
import { listedFindings } from './findings.js';
import type { Tell } from './plan.js';

const input = z.object({ importId: z.uuid() });
type Given = z.infer<typeof input>;

/** Both say at the end which import it was. */
const common = { may: 'registry.edit', heavy: true, input } as const;

interface Kept {
  readonly row: NonNullable<Awaited<ReturnType<typeof findImport>>>;
  readonly bytes: Uint8Array;
}

async function keptImport({ house, actor }: JobStep, importId: string): Promise<Kept> {
  return readInScope(house.store, wholeOffice(actor.officeId), async (tx) => {
    const row = await findImport(tx, actor.officeId, importId);
    if (row === undefined) throw refuse('import_not_found');
    const { content } = await openFile(house, tx, { officeId: actor.officeId, fileId: row.file_id });
    return { row, bytes: content instanceof Uint8Array ? content : await buffer(content) };
  });
}

const tellOf =
  (step: JobStep): Tell =>
  ({ total, ...told }) =>
    step.progress({ ...told, ...(total === 0 ? {} : { total }) });

const kindOf = (row: Kept['row']) => z.enum(importKinds).parse(row.kind);

/** Outside of any transaction. */
async function readKept(step: JobStep, { row, bytes }: Kept): Promise<FileRead> {
  await step.progress({ done: 0, message: importWords.reading, unit: '行' });
  return readImportFile({ bytes, name: row.file_name, kind: kindOf(row), signal: step.signal });
}

export const lookImportJob: JobKind<Given, Given> = {
  ...{ ...common, name: 'registry.look_import', title: '导入试运行', unit: '行' },
  async run(step, { importId }) {
    const { house, actor } = step;
    const kept = await keptImport(step, importId);
    const read = await readKept(step, kept);
    const asked = { read, kind: kindOf(kept.row), goodRowsOnly: false };
    const { plan, outcome } = await readInScope(house.store, actor, (tx) =>
      planImport({ tx, house, actor, tell: tellOf(step) }, asked),
    );
    const findings = JSON.stringify(listedFindings(plan.findings, read.valueAt));
    await step.commit((tx) => updateImport(tx, actor.officeId, importId, { outcome: JSON.stringify(outcome), findings }), {
      ...{ done: outcome.rows, total: outcome.rows, message: '试运行完成' },
      checkpoint: { importId },
    });
    return { importId };
  },
};

export const runImportJob: JobKind<Given, Given> = {
  ...{ ...common, name: 'registry.import', title: '导入', unit: '条' },
  async run(step, { importId }) {
    const kept = await keptImport(step, importId);
    const { row } = kept;
    // An earlier run of this job was cut off after it had written everything.
    if (row.action_id !== null) return { importId };
    const { digest } = z.object({ digest: z.string() }).parse(row.outcome);
    const asked = { read: await readKept(step, kept), name: row.file_name, kind: kindOf(row), goodRowsOnly: row.good_rows_only };
    await perform(importAction, { ...asked, digest, importId, tell: tellOf(step) }, step.asked);
    return { importId };
  },
};
