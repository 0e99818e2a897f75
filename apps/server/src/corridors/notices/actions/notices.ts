/** 标记已读、提醒单位. */
import type { z } from 'zod';
import type { Action } from '../../../forms/action.js';
import { markNotices, noteVisit, sendReminder } from '../contract.js';
import { notify } from '../notify.js';
import { findVisit, markRead, putVisit } from '../queries/notices.js';
import { refuseNotices } from '../texts.zh.js';

export const markNoticesAction: Action<z.infer<typeof markNotices.body>, { marked: number }> = {
  ...{ name: 'notices.mark_read', title: '通知标记已读', may: 'signed_in', input: markNotices.body },
  async run({ tx, actor, now }, { noticeIds }) {
    const { officeId, userId } = actor;
    const marked = await markRead(tx, { officeId, userId, ids: noticeIds, at: now });
    return { output: { marked }, object: { kind: 'user', id: userId }, summary: `已读 ${marked} 条`, change: { noticeIds } };
  },
};

export const sendReminderAction: Action<z.infer<typeof sendReminder.body>, { readers: number }> = {
  ...{ name: 'notices.send_reminder', title: '提醒单位', may: 'notices.send', input: sendReminder.body },
  async run(step, { organisationId, ...notice }) {
    const readers = await notify(step, { organisationId }, notice);
    if (readers === 0) throw refuseNotices('nobody_reads');
    const summary = `“${notice.title}”，${readers} 人`;
    return { output: { readers }, object: { kind: 'organisation', id: organisationId }, summary, change: notice };
  },
};

/** Looks nearer to each other than this are one visit. */
export const visitMinutes = 30;

export const noteVisitAction: Action<Record<string, never>, { noted: boolean }> = {
  ...{ name: 'notices.visit', title: '打开待办', may: 'signed_in', input: noteVisit.body },
  async run({ tx, actor, now }) {
    const { officeId, userId } = actor;
    const last = await findVisit(tx, officeId, userId);
    const noted = last === undefined || now.getTime() - last.seen_at.getTime() >= visitMinutes * 60_000;
    if (noted) await putVisit(tx, { office_id: officeId, user_id: userId, seen_at: now, before_at: last?.seen_at ?? null });
    return { output: { noted }, object: { kind: 'user', id: userId }, summary: '打开待办', change: { noted } };
  },
};
