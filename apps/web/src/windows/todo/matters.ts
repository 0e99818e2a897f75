/** 事项 — one line of 待办. What is due and by when the server says; the browser adds what only it can see. Pure. */
import type { Item } from '../../api/ask.js';

export type Matter = Item<'readTodo'>;

export interface Line extends Pick<Matter, 'key' | 'title' | 'note' | 'lastDay' | 'daysLate' | 'verb' | 'link'> {}

/** 逾期 3 个工作日, 3月20日前, 无期限 */
export function whenOf({ lastDay, daysLate }: Pick<Line, 'lastDay' | 'daysLate'>, dateWords: (day: string) => string): string {
  if (daysLate > 0) return `逾期 ${daysLate} 个工作日`;
  return lastDay === null ? '无期限' : `${dateWords(lastDay)}前`;
}

/** A post that works only with a second factor, and none is set up or used: nothing else works before it. */
export function factorMissing(who: {
  readonly secondFactor: { readonly enrolled: boolean; readonly used: boolean; readonly needed: boolean };
}): Line[] {
  const { enrolled, used, needed } = who.secondFactor;
  if (!needed || used) return [];
  const note = enrolled ? '已绑定，请退出后用动态口令重新登录' : '您的岗位须绑定动态口令后才能办理';
  const title = enrolled ? '请用动态口令登录' : '请绑定动态口令';
  return [{ key: 'factor', title, note, lastDay: null, daysLate: 0, verb: '我的账号', link: '/account' }];
}

/** What is not listed, by kind, in words. */
export const kindWords: Readonly<Record<Matter['kind'], string>> = {
  sign: '待签发事项',
  duty: '阶段分工',
  stage: '阶段',
  task: '任务',
  task_to_close: '待办结任务',
  claim: '属地认领',
  move: '属地划转',
  correction: '更正申请',
  import: '导入',
  check: '用地核对',
  duplicate: '疑似重复',
  document: '政策文件',
  outgoing: '外发',
};
