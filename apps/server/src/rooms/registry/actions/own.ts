/**
 * 企业自己办的 — contacts of the own record, and 更正申请: what the enterprise says is not right goes to the officers of its area, who answer.
 * Row-level security holds whoever asks to the own subjects.
 */
import type { z } from 'zod';
import { notify } from '../../../corridors/notices/notify.js';
import { readOffice } from '../../../corridors/people/queries/office.js';
import { findOrganisation } from '../../../corridors/people/queries/organisations.js';
import { findUser, listPosts, usersOfSubject } from '../../../corridors/people/queries/users.js';
import type { Action, Step } from '../../../forms/action.js';
import { businessDay } from '../../../forms/day.js';
import { changeRow, holdVersion, makeRow, shown, textOf } from '../changes.js';
import { answerCorrection, askCorrection, id } from '../contract.js';
import { type CorrectionState, correctionStateTitles, correctionTopicTitles } from '../kinds.js';
import { countOpen } from '../queries/corrections.js';
import type { Row } from '../queries/rows.js';
import { regionsOf } from '../queries/subjects.js';
import { answerLink } from '../shown.js';
import { holdSubject } from '../subjectState.js';
import { refuse } from '../texts.zh.js';
import { addContactAction, editContactAction } from './contacts.js';

export const addOwnContactAction: typeof addContactAction = {
  ...addContactAction,
  ...{ name: 'registry.add_own_contact', title: '企业登记本户联系人', may: 'registry.own' },
};

export const editOwnContactAction: typeof editContactAction = {
  ...editContactAction,
  ...{ name: 'registry.edit_own_contact', title: '企业修改本户联系人', may: 'registry.own' },
};

const correctionTable = { table: 'subject_correction', idColumn: 'correction_id' };
const mostOpen = 20;

export const askCorrectionAction: Action<z.infer<typeof askCorrection.body>, { correctionId: string; readers: number }> = {
  name: 'registry.ask_correction',
  title: '提出更正申请',
  may: 'registry.own',
  input: askCorrection.body,
  async run(step, { subjectId, topic, words }) {
    const { tx, actor, now } = step;
    const subject = await holdSubject(step, subjectId);
    const open = await countOpen(tx, actor.officeId, subjectId);
    if (open >= mostOpen) throw refuse('corrections_many', { count: open });
    const correctionId = step.newId();
    const regionId = textOf(subject.region_id);
    await makeRow(step, correctionTable, {
      ...{ office_id: actor.officeId, region_id: regionId, version: 1, correction_id: correctionId, subject_id: subjectId },
      ...{ topic, words, state: 'open', asked_at: now, asked_by: actor.userId },
      ...{ answer: null, answered_at: null, answered_by: null, answered_for: null },
    });
    const readers = await notify(
      step,
      { userIds: await officersOf(step, regionId) },
      {
        ...{ title: `${String(subject.name)}提出更正申请`, words: correctionTopicTitles[topic], link: '/registry/corrections' },
      },
    );
    return {
      output: { correctionId, readers },
      object: { kind: 'subject_correction', id: correctionId },
      summary: `就“${correctionTopicTitles[topic]}”提出更正申请`,
      change: { subjectId, topic, readers },
    };
  },
};

/** The officers of the area; where there is none, the clerks of the lead office. */
async function officersOf({ tx, actor, now }: Step, regionId: string | null): Promise<string[]> {
  const day = businessDay(now);
  const parents = new Map((await regionsOf(tx, actor.officeId)).map((region) => [region.regionId, region.parentId]));
  const above = new Set<string>();
  for (let at = regionId; at !== null && !above.has(at); at = parents.get(at) ?? null) above.add(at);
  const posts = (await listPosts(tx, actor.officeId, day)).filter(({ from }) => from <= day);
  const officers = posts.filter(({ role, region_id }) => role === 'area_officer' && region_id !== null && above.has(region_id));
  const told = officers.length > 0 ? officers : posts.filter(({ role }) => role === 'lead_clerk');
  return [...new Set(told.map(({ user_id }) => user_id))];
}

const answerInput = answerCorrection.body.extend({ correctionId: id });

export const answerCorrectionAction: Action<z.infer<typeof answerInput>, { version: number; readers: number }> = {
  name: 'registry.answer_correction',
  title: '答复更正申请',
  may: 'registry.edit',
  input: answerInput,
  async run(step, { correctionId, state, answer, version }) {
    const row = await holdVersion(step, correctionTable, { id: correctionId, version, yours: { state, answer } });
    if (row.state !== 'open') throw refuse('correction_answered', {}, { now: shown(row) });
    const now = await changeRow(step, correctionTable, {
      row,
      set: { state, answer, answered_at: step.now, answered_by: step.actor.name, answered_for: await unitOf(step) },
    });
    const readers = await tellAnswer(step, row, state);
    return {
      output: { version: now, readers },
      object: { kind: 'subject_correction', id: correctionId },
      summary: `答复更正申请：${correctionStateTitles[state]}`,
      change: { subjectId: row.subject_id, state, readers },
    };
  },
};

/** 由谁答复 — the officer's unit; an officer of an area without one answers for the area, anybody else for the office. */
async function unitOf({ tx, actor, now }: Step): Promise<string> {
  const { officeId, userId } = actor;
  const organisationId = actor.organisationId ?? (await findUser(tx, officeId, userId))?.organisation_id ?? null;
  const unit = organisationId === null ? undefined : await findOrganisation(tx, officeId, organisationId);
  if (unit !== undefined) return unit.name;
  const post = (await listPosts(tx, officeId, businessDay(now), [userId])).find(({ role }) => role === 'area_officer');
  const area = (await regionsOf(tx, officeId)).find(({ regionId }) => regionId === post?.region_id);
  return area?.name ?? (await readOffice(tx, officeId)).name;
}

/** 答复送达 — to everybody who acts for the enterprise today; the title goes out by SMS, so it names nobody. */
async function tellAnswer(step: Step, row: Row, state: Exclude<CorrectionState, 'open'>): Promise<number> {
  const { tx, actor, now } = step;
  const [subjectId, correctionId] = [String(row.subject_id), String(row.correction_id)];
  const userIds = await usersOfSubject(tx, actor.officeId, { subjectId, day: businessDay(now) });
  const topic = Object.entries(correctionTopicTitles).find(([one]) => one === row.topic)?.[1] ?? '';
  return notify(
    step,
    { userIds, kind: 'result' },
    {
      ...{ title: '更正申请已有答复', words: `${topic}：${correctionStateTitles[state]}` },
      link: answerLink({ subjectId, correctionId }),
    },
  );
}
