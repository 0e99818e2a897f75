/** Routes of the bell: one's own notices. */
import { z } from 'zod';
import { route } from '../../../forms/route.js';

const id = z.guid().describe('编号');
const noticeAnswer = z.strictObject({
  noticeId: id,
  at: z.iso.datetime(),
  title: z.string(),
  words: z.string(),
  link: z.string(),
  readAt: z.iso.datetime().nullable(),
});

export const readNotices = route({
  ...{ method: 'GET', path: '/notices', operation: 'readNotices', summary: '我的通知', may: 'signed_in' },
  query: z.strictObject({
    unread: z.enum(['true']).optional().describe('只看未读'),
    limit: z.coerce.number().int().min(1).max(200).default(30).describe('每页条数'),
    after: z.string().max(200).optional().describe('从哪一条之后'),
  }),
  answer: z.strictObject({ items: z.array(noticeAnswer), unread: z.int(), next: z.string().nullable() }),
});

export const markNotices = route({
  ...{ method: 'POST', path: '/notices/reads', operation: 'markNotices', summary: '标记已读', may: 'signed_in' },
  body: z.strictObject({ noticeIds: z.array(id).min(1).max(200).describe('通知') }),
  answer: z.strictObject({ marked: z.int() }),
});

/** 提醒某单位 — a notice to all of an organisation. */
export const sendReminder = route({
  ...{ method: 'POST', path: '/notices/reminders', operation: 'sendReminder', summary: '提醒单位', may: 'notices.send' },
  body: z.strictObject({
    organisationId: id.describe('单位'),
    title: z.string().trim().min(1).max(80).describe('标题'),
    words: z.string().trim().max(500).describe('内容'),
    link: z
      .string()
      .regex(/^\/[\w\-/.?=&]*$/, '请填写本系统内的链接。')
      .max(300)
      .default('/')
      .describe('链接'),
  }),
  answer: z.strictObject({ readers: z.int() }),
  idempotent: true,
  refusals: ['notices.nobody_reads'],
});

/** 打开待办 — from here on something counts as new; sent once a visit, as the answer of 待办 asks for it. */
export const noteVisit = route({
  ...{ method: 'POST', path: '/notices/visits', operation: 'noteVisit', summary: '记到访', may: 'signed_in' },
  answer: z.strictObject({ noted: z.boolean() }),
});
