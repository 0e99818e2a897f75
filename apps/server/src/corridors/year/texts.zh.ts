/** 年度的用语。 */
import { refusalsOf } from '../../forms/refusal.js';

export const refuseYear = refusalsOf('year', {
  cycle_not_found: { status: 404, message: '没有找到这个年度评价。', remedy: '请从年度列表重新进入。' },
  cycle_exists: {
    status: 409,
    message: '数据年度 {year} 已有名为“{name}”的评价。',
    remedy: '请打开原有的评价，或换一个名称。',
  },
  cycle_closed: { status: 409, message: '这个年度评价已经归档。', remedy: '归档后不再改动；确需改动请由负责人重新开启。' },
  stage_not_found: { status: 404, message: '没有找到这个阶段。', remedy: '请从年度页重新进入。' },
  stage_twice: { status: 422, message: '阶段“{name}”列了两次。', remedy: '同一个阶段只能列一次；请刷新页面后重新编排。' },
  dates_reversed: { status: 422, message: '“{name}”的结束早于开始。', remedy: '请改正起止日期。' },
  duty_not_found: { status: 404, message: '这个单位在本阶段没有任务。', remedy: '请由牵头办先在阶段分工中加上。' },
  other_organisation: { status: 403, message: '只能办理本单位的事项。', remedy: '请由该单位的数据员或牵头办办理。' },
  task_not_found: { status: 404, message: '没有找到这项任务。', remedy: '请从任务表重新进入。' },
  task_ended: { status: 409, message: '这项任务已经办结或取消。', remedy: '如需继续，请由牵头办新建一项。' },
  organisation_unknown: { status: 422, message: '“{what}”不在单位名录中，或已撤销。', remedy: '请先在单位名录中登记。' },
});
