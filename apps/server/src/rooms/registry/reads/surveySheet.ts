/**
 * 用地核查单 — what is on the paper, and its check code: eight digits over everything printed, so that a signature under a sheet whose
 * content has changed since is noticed. The same for every reader: the other side of a lease belongs to the sheet.
 */
import { createHash } from 'node:crypto';
import { canonicalJson } from '@muheng/bundle';
import { z } from 'zod';
import { openFile } from '../../../corridors/files/openFile.js';
import { findFile } from '../../../corridors/files/queries/files.js';
import type { FileAnswer, Reading } from '../../../forms/route.js';
import { unseal } from '../../../forms/seal.js';
import { refuseForm } from '../../../forms/texts.zh.js';
import { maskName, sealPurpose } from '../actions/contacts.js';
import { getSurveySheet, parcelItem, type Signer, signer } from '../contract.js';
import * as page from '../queries/page.js';
import type { Row } from '../queries/rows.js';
import { seeingWholeOffice } from '../queries/subjects.js';
import { subjectShown } from '../shown.js';
import { refuse } from '../texts.zh.js';
import { oneParcel } from './land.js';
import { parcelShown } from './lists.js';
import { occupancyShown, surveyShown } from './subjectPage.js';

type Where = Pick<Reading, 'tx' | 'actor'>;

/** What the paper says, without who has signed. @throws door.not_found, also for what is out of reach */
export async function contentOfSheet({ tx, actor }: Where, surveyId: string) {
  const { officeId } = actor;
  const survey = await page.findSurvey(tx, officeId, surveyId);
  const subject = survey === undefined ? undefined : await page.findSubject(tx, officeId, String(survey.subject_id));
  if (survey === undefined || subject === undefined) throw refuseForm('not_found');
  const { parcel, occupancies } = await seeingWholeOffice(tx, actor.reach, async () => ({
    parcel: typeof survey.parcel_id === 'string' ? await oneParcel({ tx, actor }, survey.parcel_id) : null,
    occupancies: await page.occupancyRows(tx, officeId, { subjectId: subject.subject_id }),
  }));
  const checkCode = codeOf([
    picked(surveyShown(survey), ['number', 'surveyedOn', 'method', 'thirdParty', 'points', 'areas', 'conclusion', 'disputed']),
    picked(subjectShown(subject), ['name', 'creditCode', 'regionName', 'address']),
    parcel === null ? null : picked(parcelShown(parcel), printedOfParcel),
    occupancies.map((row) => picked(occupancyShown(row), printedOfOccupancy)),
  ]);
  return { survey, subject, parcel, occupancies, checkCode };
}

const printedOfParcel = [
  ...['number', 'certificateNo', 'location', 'tenure', 'use'],
  ...['certificateAreaSqm', 'actualAreaSqm', 'suppliedAreaSqm'],
];
const printedOfOccupancy = ['kind', 'parcelNumber', 'counterpart', 'landAreaSqm', 'floorAreaSqm', 'from', 'until'];
const picked = (row: Row, keys: readonly string[]): Row => Object.fromEntries(keys.map((key) => [key, row[key] ?? null]));
const codeOf = (content: unknown): string =>
  createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(content))), 'utf8')
    .digest('hex')
    .slice(0, 8)
    .toUpperCase();

export async function readSurveySheet(reading: Reading, surveyId: string): Promise<z.infer<typeof getSurveySheet.answer>> {
  const { tx, house, actor } = reading;
  const { survey, subject, parcel, occupancies, checkCode } = await contentOfSheet(reading, surveyId);
  const file = typeof survey.scan_file_id === 'string' ? await findFile(tx, actor.officeId, survey.scan_file_id) : undefined;
  return getSurveySheet.answer.parse({
    survey: surveyShown(survey),
    subject: subjectShown(subject),
    parcel: parcel === null ? null : parcelItem.parse(parcelShown(parcel)),
    occupancies: occupancies.map(occupancyShown),
    signers: signersOf(house, survey).map(({ party, name }) => ({ party, nameMasked: maskName(name) })),
    checkCode,
    scan:
      file === undefined
        ? null
        : { name: file.name, sizeBytes: Number(file.bytes), uploadedAt: file.uploaded_at.toISOString(), sha256: file.sha256 },
  });
}

function signersOf(house: Reading['house'], survey: Row): Signer[] {
  if (!Buffer.isBuffer(survey.present_sealed)) return [];
  const kept: unknown = JSON.parse(unseal(house, sealPurpose.present, survey.present_sealed));
  return z.array(signer).parse(kept);
}

/** @throws registry.survey_scan_missing, files.damaged */
export async function openSurveyScan({ tx, house, actor }: Reading, surveyId: string): Promise<FileAnswer> {
  const survey = await page.findSurvey(tx, actor.officeId, surveyId);
  if (survey === undefined) throw refuseForm('not_found');
  if (typeof survey.scan_file_id !== 'string') throw refuse('survey_scan_missing');
  return openFile(house, tx, { officeId: actor.officeId, fileId: survey.scan_file_id });
}
