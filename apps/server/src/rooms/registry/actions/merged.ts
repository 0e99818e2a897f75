/** 合并评价 — several enterprises ask for one grade; a second person signs the agreement; it is refused, or dissolved later. @source office-practice; S85 */
import type { z } from 'zod';
import { notify } from '../../../corridors/notices/notify.js';
import { readSettings } from '../../../corridors/people/queries/office.js';
import { propose, signedBySecond, signersFor, withdraw } from '../../../corridors/people/signOff.js';
import type { Action } from '../../../forms/action.js';
import { changeRow, holdRow, holdVersion, makeRow } from '../changes.js';
import { applyMergedEvaluation, decideMergedEvaluation, id, signMergedEvaluation } from '../contract.js';
import { type MergedState, mergedStates, mergedStateTitles } from '../kinds.js';
import { membersOf, openMergedOf } from '../queries/merged.js';
import { insertRows, type Row } from '../queries/rows.js';
import { lockSubjects } from '../queries/subjects.js';
import { mergedToSign } from '../reads/merged.js';
import { holdSubject } from '../subjectState.js';
import { refuse } from '../texts.zh.js';

const mergedTable = { table: 'merged_evaluation', idColumn: 'merged_evaluation_id' };

export const applyMergedAction: Action<z.infer<typeof applyMergedEvaluation.body>, { mergedEvaluationId: string }> = {
  name: 'registry.apply_merged_evaluation',
  title: '合并评价申请',
  may: 'registry.edit',
  input: applyMergedEvaluation.body,
  async run(step, input) {
    const { officeId } = step.actor;
    if ((await readSettings(step.tx, officeId)).mergedRule === 'none') throw refuse('merged_not_done_here');
    if (!input.members.some(({ subjectId }) => subjectId === input.leadId)) throw refuse('merged_lead_outside');
    const mergedEvaluationId = step.newId();
    const own = { office_id: officeId, version: 1, merged_evaluation_id: mergedEvaluationId };
    const members = [];
    let leadRegion: unknown = null;
    // In one order: two applications never wait for each other in a circle.
    const inOrder = [...input.members].sort((one, other) => (one.subjectId < other.subjectId ? -1 : 1));
    for (const { subjectId, sharePercent } of inOrder) {
      const subject = await holdSubject(step, subjectId);
      const open = await openMergedOf(step.tx, officeId, subjectId);
      if (open !== undefined) throw refuse('merged_member_taken', { name: String(subject.name) });
      if (subjectId === input.leadId) leadRegion = subject.region_id;
      members.push({ ...own, region_id: subject.region_id, subject_id: subjectId, share_percent: sharePercent ?? null });
    }
    await makeRow(step, mergedTable, {
      ...{
        ...own,
        region_id: leadRegion,
        subject_id: input.leadId,
        name: input.name,
        state: 'applied',
        applied_on: input.appliedOn,
      },
      ...{
        application: input.application ?? null,
        decided_on: null,
        decided_by: null,
        decision_number: null,
        dissolved_because: null,
      },
      ...{ from: null, until: null },
    });
    await insertRows(step.tx, 'merged_evaluation_member', members);
    await propose(step, { kind: mergedTable.table, objectId: mergedEvaluationId, title: input.name });
    await notify(
      step,
      { userIds: await signersFor(step, 'year.decide') },
      {
        title: '有一件合并评价待签发',
        words: `“${input.name}”，成员 ${input.members.length} 户，${step.actor.name}提请。`,
        link: `/registry/enterprises/${input.leadId}`,
      },
    );
    return {
      output: { mergedEvaluationId },
      object: { kind: 'merged_evaluation', id: mergedEvaluationId },
      summary: `“${input.name}”等 ${input.members.length} 户申请合并评价`,
      change: input,
    };
  },
};

const steps: Readonly<Record<'refuse' | 'dissolve', { readonly from: MergedState; readonly to: MergedState }>> = {
  refuse: { from: 'applied', to: 'refused' },
  dissolve: { from: 'approved', to: 'dissolved' },
};

function checkState(row: Row, wanted: MergedState): void {
  const state = mergedStates.find((one) => one === row.state) ?? 'applied';
  if (state !== wanted) throw refuse('merged_step_wrong', { state: mergedStateTitles[state] });
}

/** 同意 — decided by the body that is named, signed by somebody else than the one who entered the application. @source trust R12 */
const signInput = signMergedEvaluation.body.extend({ mergedEvaluationId: id });
export const signMergedAction = signedBySecond<z.infer<typeof signInput>, { state: MergedState }>({
  name: 'registry.sign_merged_evaluation',
  title: '签发合并评价',
  may: 'year.decide',
  input: signInput,
  async toSign(step, { mergedEvaluationId }) {
    checkState(await holdRow(step, mergedTable, mergedEvaluationId), 'applied');
    const members = await membersOf(step.tx, step.actor.officeId, [mergedEvaluationId]);
    await lockSubjects(
      step.tx,
      step.actor.officeId,
      members.map(({ subject_id }) => subject_id),
    );
    return (await mergedToSign(step, mergedEvaluationId)).toSign;
  },
  async run(step, { mergedEvaluationId, on, by, decisionNumber }, { title }) {
    const row = await holdRow(step, mergedTable, mergedEvaluationId);
    const decided = { state: 'approved', decided_on: on, decided_by: by, decision_number: decisionNumber ?? null, from: on };
    await changeRow(step, mergedTable, { row, set: decided });
    return {
      output: { state: 'approved' },
      object: { kind: 'merged_evaluation', id: mergedEvaluationId },
      summary: `“${title}”合并评价：${mergedStateTitles.approved}，${by}决定`,
      change: { on, by, decisionNumber: decisionNumber ?? null },
    };
  },
});

const decideInput = decideMergedEvaluation.body.extend({ mergedEvaluationId: id });
export const decideMergedAction: Action<z.infer<typeof decideInput>, { state: MergedState }> = {
  name: 'registry.decide_merged_evaluation',
  title: '办理合并评价',
  may: 'registry.merge',
  input: decideInput,
  async run(step, { mergedEvaluationId, step: verb, on, by, decisionNumber, because, version }) {
    const row = await holdVersion(step, mergedTable, { id: mergedEvaluationId, version, yours: { step: verb } });
    const { from, to } = steps[verb];
    checkState(row, from);
    const decided = {
      state: to,
      decided_on: on,
      decided_by: by ?? row.decided_by,
      decision_number: decisionNumber ?? row.decision_number,
    };
    const span = verb === 'dissolve' ? { until: on, dissolved_because: because ?? null } : {};
    if (verb === 'refuse') await withdraw(step, { kind: mergedTable.table, objectId: mergedEvaluationId });
    await changeRow(step, mergedTable, { row, set: { ...decided, ...span } });
    return {
      output: { state: to },
      object: { kind: 'merged_evaluation', id: mergedEvaluationId },
      summary: `“${String(row.name)}”合并评价：${mergedStateTitles[to]}`,
      change: { step: verb, on, by: by ?? null, decisionNumber: decisionNumber ?? null },
      ...(typeof because === 'string' ? { reason: because } : {}),
    };
  },
};
