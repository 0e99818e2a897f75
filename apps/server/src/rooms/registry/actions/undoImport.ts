/** 撤销导入 — what the job does: all of it in one action, or the list of what stands in its way kept with the import. @source trust R51, R55 */
import { z } from 'zod';
import { doneAction } from '../../../corridors/audit/history.js';
import { notify } from '../../../corridors/notices/notify.js';
import type { Action, Step } from '../../../forms/action.js';
import { id, undoBlocked } from '../contract.js';
import type { Tell } from '../imports/plan.js';
import { markUndone, updateImport } from '../queries/registerImports.js';
import { refuse } from '../texts.zh.js';
import { type DoneImport, holdDone } from '../undo/holdDone.js';
import { takeBack } from '../undo/takeBack.js';

const undoInput = z.strictObject({ importId: id, reason: z.string(), tell: z.custom<Tell>().optional() });
export const undoImportAction: Action<z.infer<typeof undoInput>, { restored: number }> = {
  ...{ name: 'registry.undo_import', title: '撤销导入', may: 'registry.merge', input: undoInput },
  async run(step, { importId, reason, tell }) {
    const { tx, actor, now } = step;
    const row = await holdDone(step, importId);
    const action = await doneAction(tx, actor.officeId, row.action_id);
    if (action === undefined) throw refuse('undo_unknown');
    const restored = await takeBack(step, { action, tell });
    // In the same transaction as the register: before or after, never between.
    await markUndone(tx, actor.officeId, { actionId: action.actionId, at: now });
    const title = `第 ${row.number} 号导入已撤销`;
    await tellBoth(step, row, { title, words: `恢复 ${restored} 条登记，企业用地库回到这次导入之前。理由：${reason}` });
    return {
      output: { restored },
      object: { kind: 'register_import', id: importId },
      summary: `撤销第 ${row.number} 号导入，恢复 ${restored} 条`,
      change: { actionId: action.actionId, rows: restored },
      reason,
    };
  },
};

const blockInput = z.strictObject({ importId: id, blocked: undoBlocked });
/** 撤销未办成 — nothing of the register changed; the ledger and the list say why. */
export const blockUndoImportAction: Action<z.infer<typeof blockInput>, Record<string, never>> = {
  ...{ name: 'registry.undo_import_blocked', title: '撤销导入未办成', may: 'registry.merge', input: blockInput },
  async run(step, { importId, blocked }) {
    const row = await holdDone(step, importId);
    await updateImport(step.tx, step.actor.officeId, importId, { undo_blocked: JSON.stringify(blocked) });
    const words = `之后有 ${blocked.count} 处又被改过或用到，没有撤销任何一行。清单在这次导入里。`;
    const notice = { title: `第 ${row.number} 号导入没有撤销`, words, link: linkOf(row) };
    await notify(step, { userIds: [step.actor.userId], kind: 'result' }, notice);
    return {
      output: {},
      object: { kind: 'register_import', id: importId },
      summary: `第 ${row.number} 号导入未撤销：之后 ${blocked.count} 处被改过或用到`,
      change: { count: blocked.count },
    };
  },
};

const linkOf = ({ import_id }: DoneImport): string => `/registry/import/${import_id}`;

/** Who took it back, and whose import it was. */
const tellBoth = (step: Step, row: DoneImport, notice: { readonly title: string; readonly words: string }) =>
  notify(step, { userIds: [step.actor.userId, row.made_by], kind: 'result' }, { ...notice, link: linkOf(row) });
