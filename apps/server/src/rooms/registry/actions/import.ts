/** 导入 — the plan of the dry run, written as one action in statements of many rows; refused when it would no longer be the same plan. */
import { z } from 'zod';
import { notify } from '../../../corridors/notices/notify.js';
import type { Action, Step } from '../../../forms/action.js';
import { changeRow, holdRow, makeRows, rowTables } from '../changes.js';
import { type ImportOutcome, id, importKinds } from '../contract.js';
import { planImport } from '../imports/dryRun.js';
import type { FileRead } from '../imports/file.js';
import type { Plan, Tell } from '../imports/plan.js';
import { readByIndexes } from '../queries/imports.js';
import { lockImport, updateImport } from '../queries/registerImports.js';
import { insertRows } from '../queries/rows.js';
import { moveToRegion, refreshSubjects, translating } from '../subjectState.js';
import { importWords, refuse } from '../texts.zh.js';

const importInput = z.strictObject({
  read: z.custom<FileRead>(),
  name: z.string(),
  kind: z.enum(importKinds),
  goodRowsOnly: z.boolean(),
  digest: z.string(),
  /** The row that says so, when a job brings it in. */
  importId: id.optional(),
  tell: z.custom<Tell>().optional(),
});
export type ImportInput = z.infer<typeof importInput>;

export const importAction: Action<ImportInput, ImportOutcome & { actionId: string }> = {
  name: 'registry.import',
  title: '导入',
  may: 'registry.edit',
  input: importInput,
  async run(step, input) {
    if (input.importId !== undefined) await holdImport(step, input.importId);
    const { plan, outcome } = await planImport({ ...step, tell: input.tell }, input);
    if (outcome.digest !== input.digest) throw refuse('import_changed_since');
    if (outcome.stops) throw refuse('import_stops', { count: outcome.refused });
    await translating(write(step, plan, input.tell), {
      subject_identifier_live: () => refuse('import_changed_since'),
      parcel_office_id_number: () => refuse('import_changed_since'),
    });
    if (input.importId !== undefined) await keepDone(step, { importId: input.importId, outcome });
    const { added, changed, unchanged, refused } = outcome;
    return {
      output: { ...outcome, actionId: step.actionId },
      object: { kind: 'import', id: step.actionId },
      summary: `导入“${input.name}”：新增 ${added}，修改 ${changed}，相同 ${unchanged}，未采用 ${refused}`,
      change: {
        file: input.read.sha256,
        kind: input.kind,
        added,
        changed,
        unchanged,
        refused,
        digest: outcome.digest,
      },
    };
  },
};

/** Two runs of one import wait here for each other: the second finds it done. */
async function holdImport({ tx, actor }: Step, importId: string): Promise<void> {
  const row = await lockImport(tx, actor.officeId, importId);
  if (row === undefined) throw refuse('import_not_found');
  if (row.action_id !== null) throw refuse('import_done_already');
}

/** In the same transaction as the register: before or after, never between. */
async function keepDone(
  step: Step,
  { importId, outcome }: { readonly importId: string; readonly outcome: ImportOutcome },
): Promise<void> {
  const { tx, actor, now, actionId } = step;
  await updateImport(tx, actor.officeId, importId, { outcome: JSON.stringify(outcome), action_id: actionId, done_at: now });
  const { added, changed, refused, findings, moreFindings } = outcome;
  const words = `新增 ${added}，修改 ${changed}，未采用 ${refused} 行，疑点 ${findings.length + moreFindings} 处。`;
  const title = refused > 0 ? `导入完成，有 ${refused} 行需要处理` : '导入完成';
  await notify(step, { userIds: [actor.userId], kind: 'result' }, { title, words, link: `/registry/import/${importId}` });
}

const changesInOneGo = 50;

async function write(step: Step, plan: Plan, tell: Tell | undefined): Promise<void> {
  const made = rowTables.flatMap(({ table }) => plan.makes.get(table) ?? []);
  const total = made.reduce((sum, { rows }) => sum + rows.length, plan.changes.length + plan.moves.length);
  let done = 0;
  const told = async (count: number): Promise<void> => {
    done += count;
    await tell?.({ done, total, message: importWords.writing, unit: '条' });
  };
  await readByIndexes(step.tx);
  await told(0);
  for (const { table, rows } of made)
    for (let at = 0; at < rows.length; at += rowsInOneGo) {
      const part = rows.slice(at, at + rowsInOneGo);
      await makeRows(step, table, part);
      await told(part.length);
    }
  for (let at = 0; at < plan.terms.length; at += termsInOneGo) {
    await insertRows(step.tx, 'subject_term', plan.terms.slice(at, at + termsInOneGo));
    await tell?.({ done, total, message: importWords.indexing, unit: '条' });
  }
  for (const [at, { table, row, set }] of plan.changes.entries()) {
    await changeRow(step, table, { row: await holdRow(step, table, String(row[table.idColumn])), set });
    if ((at + 1) % changesInOneGo === 0) await told(changesInOneGo);
  }
  await told(plan.changes.length % changesInOneGo);
  for (const { subject, regionId } of plan.moves)
    await moveToRegion(
      step,
      await holdRow(step, { table: 'subject', idColumn: 'subject_id' }, String(subject.subject_id)),
      regionId,
    );
  await told(plan.moves.length);
  await refreshSubjects(step, [...plan.touched].sort());
}

const rowsInOneGo = 2_000;
const termsInOneGo = 10_000;
