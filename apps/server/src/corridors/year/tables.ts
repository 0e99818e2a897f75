/** Tables of this folder; migration 0020_year makes them. Instants are half-open: a deadline day ends where the next day begins. */
import type { CycleState, CycleSubject, StageKind, TaskState } from './kinds.js';

/** 年度评价 — one kind of subject, three years kept apart. @source ALL-3 */
export interface CycleTable {
  office_id: string;
  cycle_id: string;
  name: string;
  subject_kind: CycleSubject;
  /** 数据年度 */
  data_year: number;
  /** 实施年度 */
  work_year: number;
  /** 政策执行期, dates, half-open. */
  policy_from: string | null;
  policy_until: string | null;
  state: CycleState;
  version: number;
}

/** 阶段 */
export interface StageTable {
  office_id: string;
  stage_id: string;
  cycle_id: string;
  sort: number;
  kind: StageKind;
  name: string;
  starts_at: Date;
  /** The first instant that is too late. */
  ends_at: Date;
  lead_organisation_id: string | null;
  done_at: Date | null;
  version: number;
}

/** 阶段分工 — an organisation that has something to hand in within a stage. */
export interface StageDutyTable {
  office_id: string;
  stage_id: string;
  organisation_id: string;
  done_at: Date | null;
}

/** 任务 — a clause that became work: one lead, any supporters. @source ALL-6 */
export interface TaskTable {
  office_id: string;
  task_id: string;
  cycle_id: string | null;
  title: string;
  /** 文号和条款, e.g. 通州湾办发〔2022〕47号 三.1 */
  clause: string;
  lead_organisation_id: string;
  due_at: Date;
  state: TaskState;
  progress: string;
  reported_at: Date | null;
  done_at: Date | null;
  version: number;
}

/** 配合单位 */
export interface TaskSupporterTable {
  office_id: string;
  task_id: string;
  organisation_id: string;
}

/** 工作日调整 — where the office's calendar differs from the State Council's. */
export interface CalendarDayTable {
  office_id: string;
  day: string;
  works: boolean;
  note: string;
}

export interface YearTables {
  cycle: CycleTable;
  stage: StageTable;
  stage_duty: StageDutyTable;
  task: TaskTable;
  task_supporter: TaskSupporterTable;
  calendar_day: CalendarDayTable;
}
