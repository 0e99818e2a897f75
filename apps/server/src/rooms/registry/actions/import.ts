/** 导入 — the plan of the dry run, written as one action in statements of many rows; refused when it would no longer be the same plan. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Action, Step } from '../../../forms/action.js';
import { changeRow, holdRow, makeRows, rowTables } from '../changes.js';
import { type ImportOutcome, importKinds } from '../contract.js';
import { planImport } from '../imports/dryRun.js';
import type { Plan } from '../imports/plan.js';
import { insertRows } from '../queries/rows.js';
import { moveToRegion, refreshSubjects, translating } from '../subjectState.js';
import { refuse } from '../texts.zh.js';

const importInput = z.strictObject({
  bytes: z.instanceof(Uint8Array),
  name: z.string(),
  kind: z.enum(importKinds),
  goodRowsOnly: z.boolean(),
  digest: z.string(),
});
export type ImportInput = z.infer<typeof importInput>;

export const importAction: Action<ImportInput, ImportOutcome & { actionId: string }> = {
  name: 'registry.import',
  title: '导入',
  may: 'registry.edit',
  input: importInput,
  async run(step, input) {
    const { plan, outcome } = await planImport(step, input);
    if (outcome.digest !== input.digest) throw refuse('import_changed_since');
    if (outcome.stops) throw refuse('import_stops', { count: outcome.refused });
    await translating(write(step, plan), {
      subject_identifier_live: () => refuse('import_changed_since'),
      parcel_office_id_number: () => refuse('import_changed_since'),
    });
    const { added, changed, unchanged, refused } = outcome;
    return {
      output: { ...outcome, actionId: step.actionId },
      object: { kind: 'import', id: step.actionId },
      summary: `导入“${input.name}”：新增 ${added}，修改 ${changed}，相同 ${unchanged}，未采用 ${refused}`,
      change: {
        file: createHash('sha256').update(input.bytes).digest('hex'),
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

async function write(step: Step, plan: Plan): Promise<void> {
  for (const { table } of rowTables) {
    const made = plan.makes.get(table);
    if (made !== undefined) await makeRows(step, made.table, made.rows);
  }
  await insertRows(step.tx, 'subject_term', plan.terms);
  for (const { table, row, set } of plan.changes)
    await changeRow(step, table, { row: await holdRow(step, table, String(row[table.idColumn])), set });
  for (const { subject, regionId } of plan.moves)
    await moveToRegion(
      step,
      await holdRow(step, { table: 'subject', idColumn: 'subject_id' }, String(subject.subject_id)),
      regionId,
    );
  await refreshSubjects(step, [...plan.touched].sort());
}
