/** 企业端的读 — the own record without the office's remarks, one of several subjects, the own survey sheet, the own corrections. */
import type { z } from 'zod';
import { unreadByLink } from '../../../corridors/notices/queries/notices.js';
import { businessDay } from '../../../forms/day.js';
import type { Reading } from '../../../forms/route.js';
import { refuseForm } from '../../../forms/texts.zh.js';
import type * as contract from '../contract.js';
import type { SubjectPage } from '../contract.js';
import {
  type CorrectionRow,
  type CorrectionsAsked,
  correctionRows,
  countOpen,
  landYears,
  ownSubjectRows,
} from '../queries/corrections.js';
import { answerLink } from '../shown.js';
import { refuse } from '../texts.zh.js';
import { readSubjectPage } from './subjectPage.js';
import { readSurveySheet } from './surveySheet.js';

export async function readOwnSubjects({ tx, house, actor }: Reading): Promise<z.infer<typeof contract.listOwnSubjects.answer>> {
  const ids = actor.reach.kind === 'subjects' ? actor.reach.subjectIds : [];
  const rows = ids.length === 0 ? [] : await ownSubjectRows(tx, actor.officeId, ids);
  return {
    today: businessDay(house.now()),
    landYears: await landYears(tx, actor.officeId),
    items: rows.map((row) => ({
      ...{ subjectId: row.subject_id, name: row.name, creditCode: row.credit_code, regionName: row.region_name },
    })),
  };
}

/** @throws door.not_found when the person belongs to no enterprise, or not to this one */
export async function ownSubject({ tx, actor }: Reading, wanted: string | undefined): Promise<string> {
  const ids = actor.reach.kind === 'subjects' ? actor.reach.subjectIds : [];
  if (wanted !== undefined && ids.includes(wanted)) return wanted;
  const [first] = wanted === undefined && ids.length > 0 ? await ownSubjectRows(tx, actor.officeId, ids) : [];
  if (first === undefined) throw refuseForm('not_found');
  return first.subject_id;
}

/** What officers wrote for themselves stays with them. */
export async function readOwnPage(reading: Reading, wanted: string | undefined): Promise<SubjectPage> {
  const page = await readSubjectPage(reading, await ownSubject(reading, wanted));
  return {
    ...page,
    subject: { ...page.subject, note: null },
    ...{ identifiers: bare(page.identifiers), places: bare(page.places), occupancies: bare(page.occupancies) },
    ...{ meters: bare(page.meters), meterShares: bare(page.meterShares), contracts: bare(page.contracts) },
    ...{ parkProfiles: bare(page.parkProfiles), tenants: bare(page.tenants) },
  };
}

/** What officers noted is theirs. */
const bare = <T extends object>(rows: readonly T[]): T[] => rows.map((row) => ('note' in row ? { ...row, note: null } : row));

/** @throws door.not_found for sheets of others */
export async function readOwnSurveySheet(
  reading: Reading,
  surveyId: string,
): Promise<z.infer<typeof contract.getOwnSurveySheet.answer>> {
  const sheet = await readSurveySheet(reading, surveyId);
  const parcel = sheet.parcel === null ? null : { ...sheet.parcel, note: null };
  return { ...sheet, parcel, occupancies: bare(sheet.occupancies) };
}

interface Asked {
  readonly subjectId?: string | undefined;
  readonly open?: boolean | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
}

export async function readCorrections(
  { tx, actor }: Reading,
  { after, limit, ...asked }: Asked,
): Promise<z.infer<typeof contract.listCorrections.answer>> {
  const rows = await correctionRows(tx, actor.officeId, { ...asked, limit: limit + 1, before: beforeOf(after) });
  const last = rows[limit - 1];
  return {
    items: rows.slice(0, limit).map(correctionShown),
    next: rows.length > limit && last !== undefined ? `${last.asked_at.toISOString()}~${last.correction_id}` : null,
    open: await countOpen(tx, actor.officeId, asked.subjectId),
  };
}

/** Of the own subject, with what the reader has not read yet. */
export async function readOwnCorrections(
  reading: Reading,
  { subjectId, ...asked }: Omit<Asked, 'open'>,
): Promise<z.infer<typeof contract.listOwnCorrections.answer>> {
  const own = await ownSubject(reading, subjectId);
  const { items, next } = await readCorrections(reading, { ...asked, subjectId: own });
  const { officeId, userId } = reading.actor;
  const links = items.map(({ correctionId }) => answerLink({ subjectId: own, correctionId }));
  const unread = await unreadByLink(reading.tx, officeId, { userId, links });
  return { items: items.map((item, place) => ({ ...item, unreadNoticeId: unread.get(links[place] ?? '') ?? null })), next };
}

function beforeOf(after: string | undefined): CorrectionsAsked['before'] {
  if (after === undefined) return undefined;
  const [instant = '', id = ''] = after.split('~');
  const at = new Date(instant);
  if (Number.isNaN(at.getTime()) || !/^[0-9a-f-]{36}$/.test(id)) throw refuse('cursor_unreadable');
  return { at, id };
}

const correctionShown = (row: CorrectionRow): z.infer<typeof contract.correctionItem> => ({
  ...{ correctionId: row.correction_id, version: row.version, subjectId: row.subject_id, subjectName: row.subject_name },
  ...{ regionName: row.region_name, topic: row.topic, words: row.words, state: row.state },
  ...{ askedAt: row.asked_at.toISOString(), answer: row.answer },
  ...{ answeredAt: row.answered_at?.toISOString() ?? null, answeredBy: row.answered_by },
  answeredFor: row.answered_for,
});
