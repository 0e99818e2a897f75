/**
 * 撤销导入任务 — first looks, without changing anything, what was built on the import since; then takes it back in one action, which
 * writes the register and the import's row together: a process that dies leaves before or after. @source trust R55
 */
import { z } from 'zod';
import { doneAction } from '../../../corridors/audit/history.js';
import type { JobKind, JobStep } from '../../../corridors/jobs/jobKind.js';
import { perform } from '../../../forms/action.js';
import { readInScope } from '../../../store/scope.js';
import { blockUndoImportAction, undoImportAction } from '../actions/undoImport.js';
import type { Tell } from '../imports/plan.js';
import { findImport } from '../queries/registerImports.js';
import { refuse } from '../texts.zh.js';
import { type Blocked, blockersOf } from './blockers.js';

export const undoInput = z.object({ importId: z.uuid(), reason: z.string() });
type Given = z.infer<typeof undoInput>;

export const undoImportJob: JobKind<Given, { restored: number | null }> = {
  ...{ name: 'registry.undo_import', title: '撤销导入', may: 'registry.merge', heavy: true, unit: '条', input: undoInput },
  async run(step, { importId, reason }) {
    const looked = await look(step, importId);
    // An earlier run of this job was cut off after it had taken everything back.
    if (looked === 'undone') return { restored: null };
    const { number, blocked } = looked;
    if (blocked.count > 0) {
      await perform(blockUndoImportAction, { importId, blocked }, step.asked);
      throw refuse('import_undo_blocked', { number, count: blocked.count });
    }
    return perform(undoImportAction, { importId, reason, tell: tellOf(step) }, step.asked);
  },
};

async function look(step: JobStep, importId: string): Promise<'undone' | { number: number; blocked: Blocked }> {
  const { house, actor } = step;
  return readInScope(house.store, actor, async (tx) => {
    const row = await findImport(tx, actor.officeId, importId);
    if (row === undefined) throw refuse('import_not_found');
    if (row.undone_at !== null) return 'undone';
    const action = row.action_id === null ? undefined : await doneAction(tx, actor.officeId, row.action_id);
    if (action === undefined) throw refuse('import_not_done');
    return { number: row.number, blocked: await blockersOf({ tx, actor, house }, { action, tell: tellOf(step) }) };
  });
}

const tellOf =
  (step: JobStep): Tell =>
  (told) =>
    step.progress(told);
