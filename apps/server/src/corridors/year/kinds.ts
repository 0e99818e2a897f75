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

export const cycleStates = ['planned', 'running', 'closed'] as const;
export type CycleState = (typeof cycleStates)[number];

export const subjectKinds = ['enterprise', 'workshop', 'park', 'small_park', 'town', 'department'] as const;
export type CycleSubject = (typeof subjectKinds)[number];

export const taskStates = ['open', 'reported', 'done', 'cancelled'] as const;
export type TaskState = (typeof taskStates)[number];
