/** 待撤销的导入 — locked: two who take one import back wait here for each other, and the second finds it done. */
import type { Step } from '../../../forms/action.js';
import { lockImport } from '../queries/registerImports.js';
import { refuse } from '../texts.zh.js';

export type DoneImport = NonNullable<Awaited<ReturnType<typeof lockImport>>> & { readonly action_id: string };

/** Brought in and not taken back. @throws registry.import_not_found, import_not_done, import_undone_already */
export async function holdDone({ tx, actor }: Step, importId: string): Promise<DoneImport> {
  const row = await lockImport(tx, actor.officeId, importId);
  if (row === undefined) throw refuse('import_not_found');
  const { action_id } = row;
  if (action_id === null) throw refuse('import_not_done');
  if (row.undone_at !== null) throw refuse('import_undone_already');
  return { ...row, action_id };
}
