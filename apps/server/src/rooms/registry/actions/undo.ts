/**
 * 撤销 — a new action that puts back every row that a merge, split or bulk edit changed, and takes away what it made; refused when
 * anything of it was changed since. An import of the list of imports is taken back by a job: it may be large.
 */
import type { z } from 'zod';
import { changeCounts, type DoneAction, doneAction } from '../../../corridors/audit/history.js';
import type { Action, Step } from '../../../forms/action.js';
import { undoAction as undoRoute } from '../contract.js';
import { findImportOf } from '../queries/registerImports.js';
import { refuse } from '../texts.zh.js';
import { lookThrough } from '../undo/changedSince.js';
import { takeBack } from '../undo/takeBack.js';

const undoable: ReadonlySet<string> = new Set([
  'registry.merge_subjects',
  'registry.split_subject',
  'registry.bulk_edit',
  'registry.import',
]);

export const undoAction: Action<z.infer<typeof undoRoute.body>, { restored: number }> = {
  name: 'registry.undo',
  title: '撤销',
  may: 'registry.merge',
  input: undoRoute.body,
  async run(step, { actionId, reason }) {
    const { officeId } = step.actor;
    const done = await doneAction(step.tx, officeId, actionId);
    if (done === undefined || !undoable.has(done.action)) throw refuse('undo_unknown');
    const listed = await findImportOf(step.tx, officeId, actionId);
    if (listed !== undefined) throw refuse('undo_import_apart', { number: listed.number }, { importId: listed.import_id });
    await checkUntouched(step, done);
    const restored = await takeBack(step, { action: done });
    return {
      output: { restored },
      object: { kind: 'action', id: actionId },
      summary: `撤销了一次操作，恢复 ${restored} 条`,
      change: { actionId, rows: restored },
      reason,
    };
  },
};

/** @throws registry.undo_unknown when it changed nothing, undo_touched with how many rows */
async function checkUntouched(step: Step, action: DoneAction): Promise<void> {
  const counts = await changeCounts(step.tx, step.actor.officeId, action.actionId);
  if (counts.length === 0) throw refuse('undo_unknown');
  let count = 0;
  for await (const { later } of lookThrough(step, action, counts)) count += later.length;
  if (count > 0) throw refuse('undo_touched', { count });
}
