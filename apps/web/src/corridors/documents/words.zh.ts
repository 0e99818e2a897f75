/** 文件库的词 — kinds, standings and reviews as they stand on the page. */
import type { Answer, Item } from '../../api/ask.js';

type Row = Item<'readDocuments'>;
type Whole = Answer<'readDocument'>;
type Words<Key extends string> = Readonly<Record<Key, string>>;

export const kindWords: Words<Row['kind']> = {
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

export const standingWords: Words<Row['standing']> = {
  draft: '征求意见或送审稿',
  issued: '已印发，未施行',
  in_force: '现行有效',
  on_trial: '试行',
  extended: '延期有效',
  superseded: '已被替代',
  expired: '失效',
  void: '废止',
};

/** What a document was on a chosen day. */
export const stateWords: Words<Row['state']> = {
  in_force: '有效',
  not_yet: '未施行',
  draft: '征求意见',
  superseded: '被替代',
  expired: '失效',
  void: '废止',
  interpretation: '解读',
};

/** A shape beside the word: colour is never alone. */
export const stateMarks: Words<Row['state']> = {
  in_force: '●',
  not_yet: '◔',
  draft: '△',
  superseded: '▷',
  expired: '■',
  void: '✕',
  interpretation: '○',
};

export const reviewWords: Words<Whole['reviews'][number]['kind']> = {
  fair_competition: '公平竞争审查',
  legality: '合法性审核',
  consultation: '公开征求意见',
  risk: '风险评估',
  collective_decision: '集体审议',
  reexamination: '复审（定期评估）',
};

export const roleWords: Words<Whole['files'][number]['role']> = {
  official: '正式文本',
  annex: '附件',
  material: '起草、审查材料',
};
