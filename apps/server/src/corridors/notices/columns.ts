/** 数据分级. @source trust R37 */
import { type LabelsOf, personal, plain } from '../../store/columnLabels.js';
import type { NoticeTables } from './tables.js';

const key = plain('标识');
const state = plain('送达状态');
const text = plain('通知内容');

export const noticeColumns = {
  notice: { office_id: key, notice_id: key, user_id: key, at: state, title: text, words: text, link: text, read_at: state },
  outgoing: {
    ...{ office_id: key, outgoing_id: key, channel: state, sealed: personal('外发地址和内容'), state, attempts: state },
    ...{ next_at: state, last_error: state, created_at: state, sent_at: state },
  },
} satisfies LabelsOf<NoticeTables>;
