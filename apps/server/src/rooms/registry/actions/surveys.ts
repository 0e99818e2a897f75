/** 用地核查单 — drawn up as a ledger row, signed by the check code of the paper, archived with its scan; who signed is kept sealed. */
import type { z } from 'zod';
import { findFile } from '../../../corridors/files/queries/files.js';
import type { Action, Step } from '../../../forms/action.js';
import { businessDay } from '../../../forms/day.js';
import { seal } from '../../../forms/seal.js';
import { changeRow, holdVersion } from '../changes.js';
import { archiveSurveyScan, id, signSurvey } from '../contract.js';
import { contentOfSheet } from '../reads/surveySheet.js';
import { refuse } from '../texts.zh.js';
import { sealPurpose } from './contacts.js';

const surveyTable = { table: 'survey', idColumn: 'survey_id' };
const signInput = signSurvey.body.extend({ surveyId: id });

export const signSurveyAction: Action<z.infer<typeof signInput>, { version: number }> = {
  name: 'registry.sign_survey',
  title: '核查单签字归档',
  may: 'registry.edit',
  input: signInput,
  async run(step, { surveyId, signedOn, checkCode, signers, scanFileId, version }) {
    const row = await holdVersion(step, surveyTable, { id: surveyId, version, yours: { signedOn } });
    if (row.state === 'signed') throw refuse('survey_signed');
    const day = String(row.surveyed_on);
    if (signedOn < day || signedOn > businessDay(step.now)) throw refuse('survey_too_early', { day });
    const { checkCode: now } = await contentOfSheet(step, surveyId);
    if (now !== checkCode) throw refuse('survey_changed', { printed: checkCode, now });
    await checkScan(step, scanFileId ?? null);
    const set = { state: 'signed', signed_on: signedOn, signed_code: checkCode, scan_file_id: scanFileId ?? null };
    const present_sealed = seal(step.house, sealPurpose.present, JSON.stringify(signers));
    return {
      output: { version: await changeRow(step, surveyTable, { row, set: { ...set, present_sealed } }) },
      object: { kind: 'survey', id: surveyId },
      summary: `核查单 ${String(row.number)} 签字归档`,
      change: { signedOn, checkCode, scanFileId: scanFileId ?? null, signers: signers.map(({ party }) => party) },
    };
  },
};

const archiveInput = archiveSurveyScan.body.extend({ surveyId: id });

export const archiveSurveyScanAction: Action<z.infer<typeof archiveInput>, { version: number }> = {
  name: 'registry.archive_survey_scan',
  title: '核查单扫描件归档',
  may: 'registry.edit',
  input: archiveInput,
  async run(step, { surveyId, scanFileId, version, reason }) {
    const row = await holdVersion(step, surveyTable, { id: surveyId, version, yours: { scanFileId } });
    if (row.state !== 'signed') throw refuse('survey_unsigned');
    if (row.scan_file_id !== null && reason === undefined) throw refuse('survey_scan_there');
    await checkScan(step, scanFileId);
    return {
      output: { version: await changeRow(step, surveyTable, { row, set: { scan_file_id: scanFileId } }) },
      object: { kind: 'survey', id: surveyId },
      summary: `核查单 ${String(row.number)} ${row.scan_file_id === null ? '归档扫描件' : '更换扫描件'}`,
      change: { before: row.scan_file_id, scanFileId },
      ...(reason === undefined ? {} : { reason }),
    };
  },
};

/** What a sheet archives is open to whoever reads the sheet: only a file that the person sent, and only a paper or a picture of one. */
async function checkScan({ tx, actor }: Step, fileId: string | null): Promise<void> {
  if (fileId === null) return;
  const file = await findFile(tx, actor.officeId, fileId);
  if (file?.uploaded_by !== actor.userId || !['pdf', 'jpg', 'png', 'ofd'].includes(file.kind))
    throw refuse('survey_scan_unknown');
}
