/** 年度评价的编排 — making a cycle (also from last year's), its stages in any order, marks, duties, days. */
import { z } from 'zod';
import type { Action, Step } from '../../../forms/action.js';
import { businessDay } from '../../../forms/day.js';
import { refuseForm } from '../../../forms/texts.zh.js';
import { keepBefore } from '../../audit/history.js';
import { type CycleInput, editCycleBody, makeCycleBody, type StageInput, stageInput } from '../contract.js';
import * as sql from '../queries/cycles.js';
import { openOrganisations } from '../queries/tasks.js';
import type { Duty } from '../standing.js';
import type { CycleTable, StageTable } from '../tables.js';
import { refuseYear } from '../texts.zh.js';
import { deadlineOf, lastClockOf, lastDayOf, startOfDay } from '../workingDays.js';

export const makeCycleAction: Action<z.infer<typeof makeCycleBody>, { cycleId: string }> = {
  ...{ name: 'year.make_cycle', title: '新建年度评价', may: 'year.manage', input: makeCycleBody },
  async run(step, input) {
    const { tx, actor } = step;
    const row = { ...rowOf(input), office_id: actor.officeId, cycle_id: step.newId(), state: 'planned' as const, version: 1 };
    if ((await sql.findCycleNamed(tx, actor.officeId, row)) !== undefined)
      throw refuseYear('cycle_exists', { year: row.data_year, name: row.name });
    const copied = input.copyFrom === null ? [] : await stagesOfEarlier(step, input.copyFrom, input.workYear);
    await sql.insertCycle(tx, row);
    await keepBefore(step, { kind: 'cycle', id: row.cycle_id }, null);
    const stages = [...copied, ...input.stages];
    await replaceStages(step, row.cycle_id, stages);
    return {
      output: { cycleId: row.cycle_id },
      object: { kind: 'cycle', id: row.cycle_id },
      summary: `新建“${row.name}”，${stages.length} 个阶段`,
      change: input,
    };
  },
};

/** Stages of an earlier year, moved by the difference of the work years. */
async function stagesOfEarlier({ tx, actor }: Step, cycleId: string, workYear: number): Promise<StageInput[]> {
  const earlier = await sql.findCycle(tx, actor.officeId, cycleId);
  if (earlier === undefined) throw refuseYear('cycle_not_found');
  const moved = (day: string): string => sameDayOf(day, Number(day.slice(0, 4)) + workYear - earlier.work_year);
  const duties = await sql.listDuties(tx, actor.officeId, cycleId);
  return (await sql.listStages(tx, actor.officeId, cycleId)).map((stage) => ({
    ...{ kind: stage.kind, name: stage.name, leadOrganisationId: stage.lead_organisation_id },
    ...{ firstDay: moved(businessDay(stage.starts_at)), lastDay: moved(lastDayOf(stage.ends_at)) },
    ...lastClockOf(stage.ends_at),
    duties: duties.filter((duty) => duty.stage_id === stage.stage_id).map((duty) => duty.organisation_id),
  }));
}

/** 29 February becomes the 28th where there is none. */
function sameDayOf(day: string, year: number): string {
  const at = new Date(`${year}${day.slice(4)}T00:00:00Z`);
  return at.toISOString().slice(5, 10) === day.slice(5) ? at.toISOString().slice(0, 10) : `${year}-02-28`;
}

interface Edited extends z.infer<typeof editCycleBody> {
  readonly cycleId: string;
}

export const editCycleAction: Action<Edited, { version: number }> = {
  ...{ name: 'year.edit_cycle', title: '修改年度评价', may: 'year.manage', input: editCycleBody.extend({ cycleId: z.guid() }) },
  async run(step, { cycleId, version, state, ...input }) {
    const { tx, actor } = step;
    const before = await cycleOf(step, cycleId);
    const done = await sql.updateCycle(tx, { officeId: actor.officeId, id: cycleId, version }, { ...rowOf(input), state });
    if (done === undefined) throw refuseForm('version_differs', {}, { stored: before });
    await keepBefore(step, { kind: 'cycle', id: cycleId }, before);
    return {
      output: done,
      object: { kind: 'cycle', id: cycleId },
      summary: `修改“${input.name}”`,
      change: { before, input, state },
    };
  },
};

const setStagesInput = z.strictObject({ cycleId: z.guid(), version: z.int(), stages: z.array(stageInput) });

export const setStagesAction: Action<z.infer<typeof setStagesInput>, { version: number }> = {
  ...{ name: 'year.set_stages', title: '编排阶段', may: 'year.manage', input: setStagesInput },
  async run(step, { cycleId, version, stages }) {
    const { tx, actor } = step;
    const cycle = await openCycleOf(step, cycleId);
    const done = await sql.updateCycle(tx, { officeId: actor.officeId, id: cycleId, version }, {});
    if (done === undefined) throw refuseForm('version_differs', {}, { stored: cycle });
    await replaceStages(step, cycleId, stages);
    const summary = `“${cycle.name}”编为 ${stages.length} 个阶段`;
    return { output: done, object: { kind: 'cycle', id: cycleId }, summary, change: { stages } };
  },
};

const markStageInput = z.strictObject({ stageId: z.guid(), version: z.int(), done: z.boolean() });

export const markStageAction: Action<z.infer<typeof markStageInput>, { version: number }> = {
  ...{ name: 'year.mark_stage', title: '标记阶段完成', may: 'year.manage', input: markStageInput },
  async run(step, { stageId, version, done }) {
    const { tx, actor, now } = step;
    const before = await stageOf(step, stageId);
    const changed = await sql.updateStage(tx, { officeId: actor.officeId, id: stageId, version }, { done_at: done ? now : null });
    if (changed === undefined) throw refuseForm('version_differs', {}, { stored: before });
    await keepBefore(step, { kind: 'stage', id: stageId }, { ...before });
    const summary = `“${before.name}”${done ? '完成' : '重新打开'}`;
    return { output: changed, object: { kind: 'stage', id: stageId }, summary, change: { done } };
  },
};

const markDutyInput = z.strictObject({ stageId: z.guid(), organisationId: z.guid(), done: z.boolean() });

/** 本单位已完成 — by the organisation's own officer, or by the lead office for it. */
export const markDutyAction: Action<z.infer<typeof markDutyInput>, { doneAt: string | null }> = {
  ...{ name: 'year.mark_duty', title: '报告本单位已完成', may: 'year.report', input: markDutyInput },
  async run(step, { stageId, organisationId, done }) {
    const { tx, actor, now } = step;
    const { name } = await stageOf(step, stageId);
    if (!actor.permissions.has('year.manage') && actor.organisationId !== organisationId) throw refuseYear('other_organisation');
    const duty = await sql.findDuty(tx, actor.officeId, { stage_id: stageId, organisation_id: organisationId });
    if (duty === undefined) throw refuseYear('duty_not_found');
    await keepBefore(step, { kind: 'stage_duty', id: dutyId(duty) }, { ...duty });
    const done_at = done ? now : null;
    await sql.setDutyDone(tx, { ...duty, done_at });
    return {
      output: { doneAt: done_at?.toISOString() ?? null },
      object: { kind: 'stage', id: stageId },
      summary: `“${name}”：${done ? '报告完成' : '撤回完成'}`,
      change: { organisationId, done },
    };
  },
};

const dayInput = z.strictObject({ day: z.iso.date(), works: z.boolean(), note: z.string() });

export const setOwnDayAction: Action<z.infer<typeof dayInput>, { done: true }> = {
  ...{ name: 'year.set_day', title: '调整工作日', may: 'year.manage', input: dayInput },
  async run(step, { day, works, note }) {
    const { tx, actor } = step;
    const before = await sql.findOwnDay(tx, actor.officeId, day);
    await keepBefore(step, { kind: 'calendar_day', id: day }, before ?? null);
    await sql.putOwnDay(tx, { office_id: actor.officeId, day, works, note });
    const summary = `${day} ${works ? '上班' : '休息'}`;
    return { output: { done: true }, object: { kind: 'calendar_day', id: day }, summary, change: { day, works, note } };
  },
};

function rowOf(input: CycleInput): Omit<CycleTable, 'office_id' | 'cycle_id' | 'state' | 'version'> {
  const { name, subjectKind, dataYear, workYear, policyFrom, policyUntil } = input;
  if (policyFrom !== null && policyUntil !== null && policyUntil <= policyFrom)
    throw refuseYear('dates_reversed', { name: '政策执行期' });
  const years = { data_year: dataYear, work_year: workYear, policy_from: policyFrom, policy_until: policyUntil };
  return { name, subject_kind: subjectKind, ...years };
}

/** All stages in their order; what is left out, and duties that end, stay in the history. */
async function replaceStages(step: Step, cycleId: string, stages: readonly StageInput[]): Promise<void> {
  const { tx, actor } = step;
  const { officeId } = actor;
  await checkOrganisations(step, stages);
  const before = new Map((await sql.listStages(tx, officeId, cycleId)).map((stage) => [stage.stage_id, stage]));
  const duties = await sql.listDuties(tx, officeId, cycleId);
  const kept = new Set<string>();
  for (const { stageId, name } of stages) {
    if (stageId === undefined) continue;
    if (!before.has(stageId)) throw refuseYear('stage_not_found');
    if (kept.has(stageId)) throw refuseYear('stage_twice', { name });
    kept.add(stageId);
  }
  for (const stage of before.values()) {
    const { lead_name: _, ...row } = stage;
    await keepBefore(step, { kind: 'stage', id: stage.stage_id }, row);
    if (kept.has(stage.stage_id)) continue;
    await endDuties(step, duties, { stageId: stage.stage_id, stay: [] });
    await sql.deleteStage(tx, officeId, stage.stage_id);
  }
  for (const [sort, stage] of stages.entries()) {
    const known = stage.stageId === undefined ? undefined : before.get(stage.stageId);
    await putStage(step, { cycleId, sort, stage, known, duties });
  }
}

interface Placed {
  readonly cycleId: string;
  readonly sort: number;
  readonly stage: StageInput;
  readonly known: StageTable | undefined;
  readonly duties: readonly Duty[];
}

/** A stage that was there keeps its id and its mark; a duty that was reported stays reported. */
async function putStage(step: Step, { cycleId, sort, stage, known, duties }: Placed): Promise<void> {
  const { tx, actor } = step;
  const { officeId } = actor;
  const starts_at = startOfDay(stage.firstDay);
  const ends_at = deadlineOf(stage.lastDay, stage.lastClock);
  if (ends_at <= starts_at) throw refuseYear('dates_reversed', { name: stage.name });
  const fields = { sort, kind: stage.kind, name: stage.name, starts_at, ends_at, lead_organisation_id: stage.leadOrganisationId };
  const stageId = known?.stage_id ?? step.newId();
  const ids = { office_id: officeId, stage_id: stageId };
  if (known === undefined) {
    await sql.insertStages(tx, [{ ...ids, cycle_id: cycleId, ...fields, done_at: null, version: 1 }]);
    await keepBefore(step, { kind: 'stage', id: stageId }, null);
  } else if ((await sql.updateStage(tx, { officeId, id: stageId, version: known.version }, fields)) === undefined)
    // Marked as done by somebody at this moment.
    throw refuseForm('version_differs');
  const stay = new Set(duties.filter((duty) => duty.stage_id === stageId).map((duty) => duty.organisation_id));
  await endDuties(step, duties, { stageId, stay: stage.duties });
  const added = [...new Set(stage.duties)].filter((organisationId) => !stay.has(organisationId));
  if (added.length > 0)
    await sql.insertDuties(
      tx,
      added.map((organisation_id) => ({ ...ids, organisation_id, done_at: null })),
    );
}

async function endDuties(
  step: Step,
  duties: readonly Duty[],
  { stageId, stay }: { readonly stageId: string; readonly stay: readonly string[] },
): Promise<void> {
  for (const duty of duties) {
    if (duty.stage_id !== stageId || stay.includes(duty.organisation_id)) continue;
    const { name: _, ...row } = duty;
    await keepBefore(step, { kind: 'stage_duty', id: dutyId(duty) }, { office_id: step.actor.officeId, ...row });
    await sql.deleteDuty(step.tx, step.actor.officeId, duty);
  }
}

/** A duty has no id of its own. */
const dutyId = (duty: Pick<Duty, 'stage_id' | 'organisation_id'>): string => `${duty.stage_id}/${duty.organisation_id}`;

async function checkOrganisations({ tx, actor, now }: Step, stages: readonly StageInput[]): Promise<void> {
  const named = stages.map(({ name, duties, leadOrganisationId }) => ({
    name,
    ids: leadOrganisationId === null ? duties : [...duties, leadOrganisationId],
  }));
  const ids = [...new Set(named.flatMap((stage) => stage.ids))];
  if (ids.length === 0) return;
  const known = await openOrganisations(tx, actor.officeId, { ids, day: businessDay(now) });
  const open = new Set(known.map((one) => one.organisation_id));
  const missing = named.find((stage) => stage.ids.some((id) => !open.has(id)));
  if (missing !== undefined) throw refuseYear('organisation_unknown', { what: `${missing.name}的单位` });
}

async function cycleOf({ tx, actor }: Step, cycleId: string) {
  const cycle = await sql.findCycle(tx, actor.officeId, cycleId);
  if (cycle === undefined) throw refuseYear('cycle_not_found');
  return cycle;
}

async function openCycleOf(step: Step, cycleId: string) {
  const cycle = await cycleOf(step, cycleId);
  if (cycle.state === 'closed') throw refuseYear('cycle_closed');
  return cycle;
}

/** A stage whose cycle is not closed. */
async function stageOf(step: Step, stageId: string): Promise<StageTable> {
  const stage = await sql.findStage(step.tx, step.actor.officeId, stageId);
  if (stage === undefined) throw refuseYear('stage_not_found');
  await openCycleOf(step, stage.cycle_id);
  return stage;
}
