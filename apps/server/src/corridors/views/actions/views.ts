/** 保存、修改、删除视图，设默认. One's own are anybody's; sharing with the office is a permission. */
import type { z } from 'zod';
import type { Action, Step } from '../../../forms/action.js';
import { refuseForm } from '../../../forms/texts.zh.js';
import { keepBefore } from '../../audit/history.js';
import { editView, makeView, removeView, setUsualView } from '../contract.js';
import * as rows from '../queries/views.js';
import { refuseView } from '../texts.zh.js';

const mostOwn = 50;

export const makeViewAction: Action<z.infer<typeof makeView.body>, { viewId: string; version: number }> = {
  ...{ name: 'views.make', title: '保存视图', may: 'signed_in', input: makeView.body },
  async run(step, { page, name, shared, content }) {
    const { tx, actor, now } = step;
    const { officeId, userId } = actor;
    mayShare(step, shared);
    if ((await rows.countOwn(tx, officeId, { page, userId })) >= mostOwn) throw refuseView('too_many', { most: mostOwn });
    const viewId = step.newId();
    const made = await rows.insertView(tx, {
      ...{ office_id: officeId, view_id: viewId, page, name, owner_id: userId, owner_name: actor.name, shared },
      ...{ content: JSON.stringify(content), version: 1, updated_at: now },
    });
    if (made === undefined) throw refuseView('name_taken', { name });
    await keepBefore(step, { kind: 'saved_view', id: viewId }, null);
    return {
      output: { viewId, version: 1 },
      object: { kind: 'saved_view', id: viewId },
      summary: `视图“${name}”${shared ? '，本单位共用' : ''}`,
      change: { page, name, shared, content },
    };
  },
};

function mayShare({ actor }: Step, shared: boolean): void {
  if (shared && !actor.permissions.has('views.share')) throw refuseView('may_not_share');
}

/** Locked and as the person saw it; a view of somebody else that is not shared is not there. */
async function heldView({ tx, actor }: Step, viewId: string, version: number) {
  const row = await rows.lockView(tx, actor.officeId, viewId);
  if (row === undefined || (row.owner_id !== actor.userId && !row.shared)) throw refuseView('not_found');
  if (row.version !== version) {
    const { name, shared, content } = row;
    throw refuseForm('version_differs', {}, { version: row.version, now: { name, shared, content } });
  }
  return row;
}

const editInput = editView.body.extend(editView.params.shape);
export const editViewAction: Action<z.infer<typeof editInput>, { version: number }> = {
  ...{ name: 'views.edit', title: '修改视图', may: 'signed_in', input: editInput },
  async run(step, { viewId, version, name, shared, content }) {
    const { tx, actor, now } = step;
    const row = await heldView(step, viewId, version);
    const { page, owner_id: ownerId, owner_name: owner } = row;
    if (ownerId !== actor.userId) throw refuseView('not_yours', { name: row.name, owner });
    if (shared && !row.shared) mayShare(step, shared);
    const named = await rows.findNamed(tx, actor.officeId, { page, ownerId, name });
    if (named !== undefined && named.view_id !== viewId) throw refuseView('name_taken', { name });
    await keepBefore(step, { kind: 'saved_view', id: viewId }, row);
    if (row.shared && !shared) await rows.dropUsualsOf(tx, actor.officeId, { viewId, but: ownerId });
    const set = { name, shared, content: JSON.stringify(content), version: version + 1, updated_at: now };
    await rows.updateView(tx, actor.officeId, viewId, set);
    return {
      output: { version: version + 1 },
      object: { kind: 'saved_view', id: viewId },
      summary: `视图“${name}”${shared ? '，本单位共用' : ''}`,
      change: { name, shared, content },
    };
  },
};

const removeInput = removeView.params.extend(removeView.query.shape);
export const removeViewAction: Action<z.infer<typeof removeInput>, Record<string, never>> = {
  ...{ name: 'views.remove', title: '删除视图', may: 'signed_in', input: removeInput },
  async run(step, { viewId, version }) {
    const { tx, actor } = step;
    const row = await heldView(step, viewId, version);
    // What was shared may be cleared away by whoever may share.
    if (row.owner_id !== actor.userId && !actor.permissions.has('views.share'))
      throw refuseView('not_yours', { name: row.name, owner: row.owner_name });
    await keepBefore(step, { kind: 'saved_view', id: viewId }, row);
    await rows.dropUsualsOf(tx, actor.officeId, { viewId });
    await rows.deleteView(tx, actor.officeId, viewId);
    return { output: {}, object: { kind: 'saved_view', id: viewId }, summary: `视图“${row.name}”`, change: { page: row.page } };
  },
};

export const setUsualViewAction: Action<z.infer<typeof setUsualView.body>, Record<string, never>> = {
  ...{ name: 'views.set_usual', title: '设默认视图', may: 'signed_in', input: setUsualView.body },
  async run({ tx, actor }, { page, viewId }) {
    const { officeId, userId } = actor;
    if (viewId === null) await rows.dropUsual(tx, officeId, { page, userId });
    else {
      const row = await rows.lockView(tx, officeId, viewId);
      if (row === undefined || row.page !== page || (row.owner_id !== userId && !row.shared)) throw refuseView('not_found');
      await rows.putUsual(tx, { office_id: officeId, user_id: userId, page, view_id: viewId });
    }
    return {
      output: {},
      object: { kind: 'user', id: userId },
      summary: viewId === null ? '不设' : '已设',
      change: { page, viewId },
    };
  },
};
