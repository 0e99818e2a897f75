/** 文件的词 — where a document stands, and the reviews it needs. @source ALL-7 */

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

/** 公平竞争审查 (since 2024-08-01), 合法性审核, others. */
export const reviewKinds = ['fair_competition', 'legality', 'consultation', 'risk', 'collective_decision'] as const;
export type ReviewKind = (typeof reviewKinds)[number];

export const reviewTitles: Readonly<Record<ReviewKind, string>> = {
  fair_competition: '公平竞争审查',
  legality: '合法性审核',
  consultation: '公开征求意见',
  risk: '风险评估',
  collective_decision: '集体审议',
};
