/** 通用的话 — sentences of the furniture. */
import type { ProblemKind } from '../api/problem.js';

export interface StateText {
  /** One character in the circle. */
  readonly mark: string;
  readonly after: string;
}

export const stateTexts: Readonly<Record<ProblemKind, StateText>> = {
  refused: { mark: '止', after: '这是岗位权限的规定，并非系统故障。' },
  absent: { mark: '无', after: '' },
  offline: { mark: '断', after: '' },
  fault: { mark: '障', after: '' },
  conflict: { mark: '异', after: '' },
  input: { mark: '改', after: '' },
  session: { mark: '离', after: '' },
};

/** What the browser itself finds, when no answer of the server says it. */
export const ownProblems = {
  offline: { message: '连不上服务器。', remedy: '请检查网络后再试；没有保存的内容仍在本页。' },
  fault: { message: '系统异常，没有办成。', remedy: '请稍后再试；反复出现时请联系系统管理员。' },
  unread: { message: '服务器的回答无法识别。', remedy: '请刷新页面后再试；反复出现时请联系系统管理员。' },
} as const;
