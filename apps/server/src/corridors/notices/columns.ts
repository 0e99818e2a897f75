/** 数据分级. @source trust R37 */
import { type LabelsOf, personal, plain } from '../../store/columnLabels.js';
import type { NoticeTables } from './tables.js';

const key = plain('标识');
const state = plain('送达状态');
const text = plain('通知内容');
const channel = plain('外发渠道设置');
const wish = plain('外发意愿');

export const noticeColumns = {
  notice: { office_id: key, notice_id: key, user_id: key, at: state, title: text, words: text, link: text, read_at: state },
  outgoing: {
    ...{ office_id: key, outgoing_id: key, channel: state, sealed: personal('外发地址和内容'), state, attempts: state },
    ...{ next_at: state, sending_until: state, last_error: state, created_at: state, sent_at: state },
  },
  visit: { office_id: key, user_id: key, seen_at: personal('上次到访'), before_at: personal('上次到访') },
  outgoing_channel: {
    ...{ office_id: key, channel, enabled: channel, settings: channel, version: channel, updated_at: channel },
    secret_sealed: personal('对接口令，只存密文', '重要'),
  },
  notice_wish: {
    ...{ office_id: key, user_id: key, mail_kinds: wish, sms_kinds: wish, version: wish },
    ...{ mail_sealed: personal('接收通知的邮箱，加密存放'), phone_sealed: personal('接收通知的手机号，加密存放', '重要') },
  },
} satisfies LabelsOf<NoticeTables>;
