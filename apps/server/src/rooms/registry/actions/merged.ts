/** 合并评价 — several enterprises ask for one grade; the office agrees, refuses, or dissolves it later. @source office-practice; S85 */
import type { z } from 'zod';
import type { Action } from '../../../forms/action.js';
import { changeRow, holdVersion, makeRow } from '../changes.js';
import { applyMergedEvaluation, decideMergedEvaluation, id } from '../contract.js';
import { type MergedState, mergedStates, mergedStateTitles } from '../kinds.js';
import { openMergedOf } from '../queries/merged.js';
import { insertRows } from '../queries/rows.js';
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
    if (!input.members.some(({ subjectId }) => subjectId === input.leadId)) throw refuse('merged_lead_outside');
    const mergedEvaluationId = step.newId();
    const own = { office_id: officeId, version: 1, merged_evaluation_id: mergedEvaluationId };
    const members = [];
    let leadRegion: unknown = null;
    for (const { subjectId, sharePercent } of input.members) {
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
    return {
      output: { mergedEvaluationId },
      object: { kind: 'merged_evaluation', id: mergedEvaluationId },
      summary: `“${input.name}”等 ${input.members.length} 户申请合并评价`,
      change: input,
    };
  },
};

const steps: Readonly<Record<'approve' | 'refuse' | 'dissolve', { readonly from: MergedState; readonly to: MergedState }>> = {
  approve: { from: 'applied', to: 'approved' },
  refuse: { from: 'applied', to: 'refused' },
  dissolve: { from: 'approved', to: 'dissolved' },
};

const decideInput = decideMergedEvaluation.body.extend({ mergedEvaluationId: id });
export const decideMergedAction: Action<z.infer<typeof decideInput>, { state: MergedState }> = {
  name: 'registry.decide_merged_evaluation',
  title: '办理合并评价',
  may: 'registry.merge',
  input: decideInput,
  async run(step, { mergedEvaluationId, step: verb, on, by, decisionNumber, because, version }) {
    const row = await holdVersion(step, mergedTable, { id: mergedEvaluationId, version, yours: { step: verb } });
    const { from, to } = steps[verb];
    const state = mergedStates.find((one) => one === row.state) ?? 'applied';
    if (state !== from) throw refuse('merged_step_wrong', { state: mergedStateTitles[state] });
    const decided = {
      state: to,
      decided_on: on,
      decided_by: by ?? row.decided_by,
      decision_number: decisionNumber ?? row.decision_number,
    };
    const span = verb === 'approve' ? { from: on } : verb === 'dissolve' ? { until: on, dissolved_because: because ?? null } : {};
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
