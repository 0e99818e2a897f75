/** 数据分级 — every column of this folder's tables: plans and deadlines say nothing about a person or an enterprise. @source trust R37 */
import { type LabelsOf, plain } from '../../store/columnLabels.js';
import type { YearTables } from './tables.js';

const key = plain('标识');
const plan = plain('年度安排');
const state = plain('办理状态');

export const yearColumns = {
  cycle: {
    ...{ office_id: key, cycle_id: key, name: plan, subject_kind: plan, data_year: plan, work_year: plan },
    ...{ policy_from: plan, policy_until: plan, state, version: state },
  },
  stage: {
    ...{ office_id: key, stage_id: key, cycle_id: key, sort: plan, kind: plan, name: plan, starts_at: plan, ends_at: plan },
    ...{ lead_organisation_id: plan, done_at: state, version: state },
  },
  stage_duty: { office_id: key, stage_id: key, organisation_id: key, done_at: state },
  task: {
    ...{ office_id: key, task_id: key, cycle_id: key, title: plan, clause: plan, lead_organisation_id: plan, due_at: plan },
    ...{ state, progress: state, reported_at: state, done_at: state, version: state },
  },
  task_supporter: { office_id: key, task_id: key, organisation_id: key },
  calendar_day: { office_id: key, day: key, works: plan, note: plan },
} satisfies LabelsOf<YearTables>;
