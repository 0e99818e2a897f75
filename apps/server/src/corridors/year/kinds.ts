/** 年度的词 — kinds of stages, states of cycles and tasks. The order of stages is data of each cycle, never of this list. @source scheme-language S89 */

export const stageKinds = [
  'roster',
  'collection',
  'checking',
  'data_publicity',
  'correction',
  'confirmation',
  'pre_evaluation',
  'publicity',
  'appeal',
  'decision',
  'announcement',
  'lists',
  'implementation',
  'acceptance',
  'other',
] as const;
export type StageKind = (typeof stageKinds)[number];

export const stageTitles: Readonly<Record<StageKind, string>> = {
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

export const cycleStates = ['planned', 'running', 'closed'] as const;
export type CycleState = (typeof cycleStates)[number];

export const subjectKinds = ['enterprise', 'workshop', 'park', 'small_park', 'town', 'department'] as const;
export type CycleSubject = (typeof subjectKinds)[number];

export const taskStates = ['open', 'reported', 'done', 'cancelled'] as const;
export type TaskState = (typeof taskStates)[number];
