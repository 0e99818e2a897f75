/** Routes of the year: cycles and their stages, who is late, tasks of clauses, working days. @source TZ-9, ALL-3, ALL-6, S89 */
import { z } from 'zod';
import { route } from '../../forms/route.js';
import { citedShape } from '../documents/contract.js';
import { cycleStates, stageKinds, subjectKinds, taskStates } from './kinds.js';

const id = z.guid().describe('编号');
const day = z.iso.date().describe('日期');
const instant = z.iso.datetime();
const version = z.int().min(1).describe('版本');
const dataYear = z.int().min(1990).max(2200);
const name = z.string().trim().min(1).max(80).describe('名称');

/** A stage as people set it: whole days, or a clock time on the last one (`12:00`, Beijing). */
export const stageInput = z.strictObject({
  stageId: id.optional().describe('原有阶段的编号'),
  kind: z.enum(stageKinds).describe('阶段类别'),
  name,
  firstDay: day.describe('开始日'),
  lastDay: day.describe('截止日'),
  lastClock: z
    .string()
    .regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, '请写成 12:00 的样子。')
    .optional()
    .describe('截止时刻'),
  leadOrganisationId: id.nullable().default(null).describe('牵头单位'),
  duties: z.array(id).max(200).default([]).describe('分工单位'),
});
export type StageInput = z.infer<typeof stageInput>;

const dutyAnswer = z.strictObject({
  organisationId: id,
  organisation: z.string(),
  doneAt: instant.nullable(),
  late: z.boolean(),
});

export const stageAnswer = z.strictObject({
  stageId: id,
  kind: z.enum(stageKinds),
  name: z.string(),
  firstDay: day,
  lastDay: day,
  lastClock: z.string().optional(),
  endsAt: instant,
  leadOrganisationId: id.nullable(),
  lead: z.string().nullable(),
  doneAt: instant.nullable(),
  state: z.enum(['coming', 'current', 'late', 'done']),
  workingDaysLeft: z.int(),
  workingDaysLate: z.int(),
  duties: z.array(dutyAnswer),
  version,
});
export type StageAnswer = z.infer<typeof stageAnswer>;

const cycleFields = {
  name,
  subjectKind: z.enum(subjectKinds).describe('评价对象'),
  dataYear: dataYear.describe('数据年度'),
  workYear: dataYear.describe('实施年度'),
  policyFrom: day.nullable().default(null).describe('政策执行起'),
  policyUntil: day.nullable().default(null).describe('政策执行止'),
};
export const cycleInput = z.strictObject(cycleFields);
export type CycleInput = z.infer<typeof cycleInput>;

export const cycleAnswer = z.strictObject({ cycleId: id, ...cycleFields, state: z.enum(cycleStates), version });
export type CycleAnswer = z.infer<typeof cycleAnswer>;
export const cyclePage = cycleAnswer.extend({ stages: z.array(stageAnswer) });
export type CyclePage = z.infer<typeof cyclePage>;

const changed = z.strictObject({ version });

export const readCycles = route({
  ...{ method: 'GET', path: '/year/cycles', operation: 'readCycles', summary: '年度评价列表', may: 'year.read' },
  answer: z.strictObject({ items: z.array(cycleAnswer) }),
});

export const readCycle = route({
  ...{ method: 'GET', path: '/year/cycles/:cycleId', operation: 'readCycle', summary: '年度评价和各阶段', may: 'year.read' },
  params: z.strictObject({ cycleId: id }),
  answer: cyclePage,
  refusals: ['year.cycle_not_found'],
});

/** `copyFrom`: its stages, moved by whole years, none done. */
export const makeCycleBody = cycleInput.extend({
  copyFrom: id.nullable().default(null).describe('沿用哪一年度的阶段'),
  stages: z.array(stageInput).max(40).default([]).describe('阶段'),
});

export const makeCycle = route({
  ...{ method: 'POST', path: '/year/cycles', operation: 'makeCycle', summary: '新建年度评价', may: 'year.manage' },
  body: makeCycleBody,
  answer: z.strictObject({ cycleId: id }),
  idempotent: true,
  refusals: ['year.cycle_exists', 'year.cycle_not_found', 'year.dates_reversed', 'year.organisation_unknown'],
});

export const editCycleBody = cycleInput.extend({ version, state: z.enum(cycleStates).describe('状态') });

export const editCycle = route({
  ...{ method: 'PUT', path: '/year/cycles/:cycleId', operation: 'editCycle', summary: '修改年度评价', may: 'year.manage' },
  params: z.strictObject({ cycleId: id }),
  body: editCycleBody,
  answer: changed,
  refusals: ['year.cycle_not_found', 'door.version_differs', 'year.dates_reversed'],
});

/** All stages in their order; those left out are removed. */
export const setStages = route({
  ...{ method: 'PUT', path: '/year/cycles/:cycleId/stages', operation: 'setStages', summary: '编排阶段', may: 'year.manage' },
  params: z.strictObject({ cycleId: id }),
  body: z.strictObject({ version, stages: z.array(stageInput).max(40).describe('阶段') }),
  answer: changed,
  refusals: [
    'year.cycle_not_found',
    'year.cycle_closed',
    'door.version_differs',
    'year.dates_reversed',
    'year.organisation_unknown',
    'year.stage_not_found',
    'year.stage_twice',
  ],
});

export const markStage = route({
  ...{ method: 'POST', path: '/year/stages/:stageId/marks', operation: 'markStage', summary: '标记阶段完成', may: 'year.manage' },
  params: z.strictObject({ stageId: id }),
  body: z.strictObject({ version, done: z.boolean().describe('完成') }),
  answer: changed,
  refusals: ['year.stage_not_found', 'year.cycle_closed', 'door.version_differs'],
});

export const markDuty = route({
  ...{
    method: 'POST',
    path: '/year/stages/:stageId/duties',
    operation: 'markDuty',
    summary: '报告本单位已完成',
    may: 'year.report',
  },
  params: z.strictObject({ stageId: id }),
  body: z.strictObject({ organisationId: id.describe('单位'), done: z.boolean().describe('完成') }),
  answer: z.strictObject({ doneAt: instant.nullable() }),
  refusals: ['year.stage_not_found', 'year.cycle_closed', 'year.duty_not_found', 'year.other_organisation'],
});

export const lateItem = z.strictObject({
  kind: z.enum(['stage', 'duty', 'task']),
  id,
  title: z.string(),
  organisationId: id.nullable(),
  organisation: z.string().nullable(),
  lastDay: day,
  workingDaysLate: z.int(),
});
export type LateItem = z.infer<typeof lateItem>;

export const readLate = route({
  ...{ method: 'GET', path: '/year/late', operation: 'readLate', summary: '逾期事项', may: 'year.read' },
  /** `more`: late tasks beyond those listed; the task table has them all. */
  answer: z.strictObject({ items: z.array(lateItem), more: z.int() }),
});

const taskFields = {
  title: z.string().trim().min(1).max(200).describe('任务'),
  clause: z.string().trim().max(200).describe('依据条款'),
  cycleId: id.nullable().default(null).describe('年度评价'),
  leadOrganisationId: id.describe('牵头单位'),
  supporterIds: z.array(id).max(60).default([]).describe('配合单位'),
  lastDay: day.describe('截止日'),
};
export const taskInput = z.strictObject(taskFields);
export type TaskInput = z.infer<typeof taskInput>;

const taskAnswer = z.strictObject({
  taskId: id,
  title: z.string(),
  clause: z.string(),
  cycleId: id.nullable(),
  lead: z.strictObject({ organisationId: id, organisation: z.string() }),
  supporters: z.array(z.strictObject({ organisationId: id, organisation: z.string() })),
  lastDay: day,
  state: z.enum(taskStates),
  progress: z.string(),
  workingDaysLeft: z.int(),
  workingDaysLate: z.int(),
  /** Documents of the library that the clause names, as they stand today. */
  cited: z.array(citedShape),
  version,
});
export type TaskAnswer = z.infer<typeof taskAnswer>;

export const tasksQuery = z.strictObject({
  state: z.enum(taskStates).optional().describe('状态'),
  organisationId: id.optional().describe('牵头或配合单位'),
  cycleId: id.optional().describe('年度评价'),
  late: z.enum(['true']).optional().describe('只看逾期'),
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('每页条数'),
  after: z.string().max(200).optional().describe('从哪一条之后'),
});

export const readTasks = route({
  ...{ method: 'GET', path: '/year/tasks', operation: 'readTasks', summary: '任务表', may: 'year.read' },
  query: tasksQuery,
  answer: z.strictObject({ items: z.array(taskAnswer), next: z.string().nullable() }),
});

export const readTask = route({
  ...{ method: 'GET', path: '/year/tasks/:taskId', operation: 'readTask', summary: '一项任务', may: 'year.read' },
  params: z.strictObject({ taskId: id }),
  answer: taskAnswer,
  refusals: ['year.task_not_found'],
});

export const makeTask = route({
  ...{ method: 'POST', path: '/year/tasks', operation: 'makeTask', summary: '新建任务', may: 'year.manage' },
  body: taskInput,
  answer: z.strictObject({ taskId: id }),
  idempotent: true,
  refusals: ['year.cycle_not_found', 'year.organisation_unknown'],
});

export const editTask = route({
  ...{ method: 'PUT', path: '/year/tasks/:taskId', operation: 'editTask', summary: '修改任务', may: 'year.manage' },
  params: z.strictObject({ taskId: id }),
  body: taskInput.extend({ version }),
  answer: changed,
  refusals: ['year.task_not_found', 'year.task_ended', 'year.organisation_unknown', 'door.version_differs'],
});

/** 报告进度: by the lead unit or a supporter; `reported` asks the lead office to close it. */
export const reportTask = route({
  ...{
    method: 'POST',
    path: '/year/tasks/:taskId/reports',
    operation: 'reportTask',
    summary: '报告任务进度',
    may: 'year.report',
  },
  params: z.strictObject({ taskId: id }),
  body: z.strictObject({
    version,
    progress: z.string().trim().min(1).max(2000).describe('进展'),
    reported: z.boolean().describe('已完成，请牵头办办结'),
  }),
  answer: changed,
  refusals: ['year.task_not_found', 'year.task_ended', 'year.other_organisation', 'door.version_differs'],
});

export const endTask = route({
  ...{ method: 'POST', path: '/year/tasks/:taskId/ends', operation: 'endTask', summary: '办结或取消任务', may: 'year.manage' },
  params: z.strictObject({ taskId: id }),
  body: z.strictObject({
    version,
    state: z.enum(['done', 'cancelled', 'open']).describe('办结、取消或退回'),
    reason: z.string().trim().min(1).max(500).describe('理由'),
  }),
  answer: changed,
  refusals: ['year.task_not_found', 'door.version_differs'],
});

export const readOwnDays = route({
  ...{ method: 'GET', path: '/year/days', operation: 'readOwnDays', summary: '本地工作日调整', may: 'year.read' },
  /** `usual`: whether people work on that day by the State Council's calendar. */
  answer: z.strictObject({ items: z.array(z.strictObject({ day, works: z.boolean(), usual: z.boolean(), note: z.string() })) }),
});

export const setOwnDay = route({
  ...{ method: 'PUT', path: '/year/days/:day', operation: 'setOwnDay', summary: '调整工作日', may: 'year.manage' },
  params: z.strictObject({ day }),
  body: z.strictObject({ works: z.boolean().describe('上班'), note: z.string().trim().max(200).describe('说明') }),
  answer: z.strictObject({ done: z.literal(true) }),
});
