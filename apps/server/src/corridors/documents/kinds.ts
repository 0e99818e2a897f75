/** 文件的词 — what a document is, where it stands, and the reviews it needs. @source ALL-7 */

/** 规范性文件, 实施意见, 实施方案, 通知, 公告, 批复和函, 会议纪要, 政策解读, 停水停电停气通知. */
export const documentKinds = [
  'law',
  'rule',
  'opinion',
  'plan',
  'notice',
  'announcement',
  'reply',
  'minutes',
  'interpretation',
  'utility_stop',
  'other',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const documentKindTitles: Readonly<Record<DocumentKind, string>> = {
  law: '法律法规、规章',
  rule: '办法、规定',
  opinion: '意见',
  plan: '方案',
  notice: '通知',
  announcement: '公告、公示',
  reply: '批复、函',
  minutes: '会议纪要',
  interpretation: '政策解读',
  utility_stop: '停水停电停气通知',
  other: '其他',
};

/** 征求意见（送审）, 已印发, 现行有效, 试行, 延期有效, 被替代, 失效, 废止. */
export const standings = ['draft', 'issued', 'in_force', 'on_trial', 'extended', 'superseded', 'expired', 'void'] as const;
export type Standing = (typeof standings)[number];

export const standingTitles: Readonly<Record<Standing, string>> = {
  draft: '征求意见或送审稿',
  issued: '已印发，未施行',
  in_force: '现行有效',
  on_trial: '试行',
  extended: '延期有效',
  superseded: '已被替代',
  expired: '失效',
  void: '废止',
};

/** 某日的效力 — what the record and its dates say of one day. */
export const dayStates = ['in_force', 'not_yet', 'draft', 'superseded', 'expired', 'void', 'interpretation'] as const;
export type DayState = (typeof dayStates)[number];

/** 公平竞争审查 (since 2024-08-01), 合法性审核, others; 复审 is the one that comes due again. */
export const reviewKinds = [
  'fair_competition',
  'legality',
  'consultation',
  'risk',
  'collective_decision',
  'reexamination',
] as const;
export type ReviewKind = (typeof reviewKinds)[number];

export const reviewTitles: Readonly<Record<ReviewKind, string>> = {
  fair_competition: '公平竞争审查',
  legality: '合法性审核',
  consultation: '公开征求意见',
  risk: '风险评估',
  collective_decision: '集体审议',
  reexamination: '复审（定期评估）',
};

/** 正式文本, 附件, 其他材料. */
export const fileRoles = ['official', 'annex', 'material'] as const;
export type FileRole = (typeof fileRoles)[number];

export const fileRoleTitles: Readonly<Record<FileRole, string>> = {
  official: '正式文本',
  annex: '附件',
  material: '起草、审查材料',
};
