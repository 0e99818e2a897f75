/** 年度用语 — official words of the kinds that the contract knows. */
import type { Answer, Item } from '../../api/ask.js';

type Stage = Answer<'readCycle'>['stages'][number];
type Words<Kind extends string> = Readonly<Record<Kind, string>>;

export const stageKindWords: Words<Stage['kind']> = {
  roster: '确定名单',
  collection: '数据归集',
  checking: '部门审核',
  data_publicity: '过程数据公示',
  correction: '数据修正',
  confirmation: '企业确认',
  pre_evaluation: '预评价',
  publicity: '结果公示',
  appeal: '申诉处理',
  decision: '审定',
  announcement: '公布通报',
  lists: '清单和方案',
  implementation: '政策实施',
  acceptance: '验收销号',
  other: '其他',
};
export const stageStateWords: Words<Stage['state']> = { coming: '未开始', current: '进行中', late: '逾期', done: '已完成' };
export const cycleStateWords: Words<Item<'readCycles'>['state']> = { planned: '筹备', running: '进行中', closed: '已结束' };
export const taskStateWords: Words<Item<'readTasks'>['state']> = {
  open: '办理中',
  reported: '已报完成，待办结',
  done: '已办结',
  cancelled: '已取消',
};
export const subjectKindWords: Words<Item<'readCycles'>['subjectKind']> = {
  enterprise: '企业',
  workshop: '作坊',
  park: '园区',
  small_park: '小微企业园',
  town: '镇街',
  department: '部门',
};
export const lateKindWords: Words<Item<'readLate'>['kind']> = { stage: '阶段', duty: '阶段分工', task: '任务' };
