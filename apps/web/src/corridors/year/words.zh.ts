/** 年度用语 — official words of the kinds that the contract knows. */
import type { Answer, Item } from '../../api/ask.js';

type Stage = Answer<'readCycle'>['stages'][number];
type Words<Kind extends string> = Readonly<Record<Kind, string>>;

export const stageStateWords: Words<Stage['state']> = { coming: '未开始', current: '进行中', late: '逾期', done: '已完成' };
export const cycleStateWords: Words<Item<'readCycles'>['state']> = { planned: '筹备', running: '进行中', closed: '已结束' };
export const taskStateWords: Words<Item<'readTasks'>['state']> = {
  open: '办理中',
  reported: '已报完成，待办结',
  done: '已办结',
  cancelled: '已取消',
};
