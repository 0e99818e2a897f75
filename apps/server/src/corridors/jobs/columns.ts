/** 数据分级 — what each column of this folder's tables holds. @source trust R37 */
import { commercial, type LabelsOf, personal, plain } from '../../store/columnLabels.js';
import type { JobTables } from './tables.js';

const key = plain('标识与关联');
const state = plain('后台任务的进度');

export const jobColumns = {
  job: {
    ...{ office_id: key, job_id: key, kind: state, title: state, state, done: state, total: state, unit: state, message: state },
    ...{
      input: commercial('任务参数，级别从严'),
      checkpoint: state,
      result: commercial('任务结果，级别从严'),
      cancel_requested: state,
    },
    ...{
      heavy: state,
      attempts: state,
      worker_id: state,
      lease_until: state,
      created_at: state,
      started_at: state,
      finished_at: state,
      second_factor: state,
    },
    ...{ started_by: personal('发起人'), started_by_name: personal('发起人') },
  },
  job_lane: { office_id: key },
} satisfies LabelsOf<JobTables>;
