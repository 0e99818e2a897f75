/** 用地核查单 — drawn up as a ledger row, signed with the scan of the paper; persons present are kept sealed. */
import type { z } from 'zod';
import type { Action } from '../../../forms/action.js';
import { seal } from '../../../forms/seal.js';
import { changeRow, holdVersion } from '../changes.js';
import { id, signSurvey } from '../contract.js';
import { refuse } from '../texts.zh.js';
import { sealPurpose } from './contacts.js';

const surveyTable = { table: 'survey', idColumn: 'survey_id' };
const signInput = signSurvey.body.extend({ surveyId: id });

export const signSurveyAction: Action<z.infer<typeof signInput>, { version: number }> = {
  name: 'registry.sign_survey',
  title: '核查单签字归档',
  may: 'registry.edit',
  input: signInput,
  async run(step, { surveyId, signedOn, scanFileId, present, version }) {
    const row = await holdVersion(step, surveyTable, { id: surveyId, version, yours: { signedOn } });
    if (row.state === 'signed') throw refuse('survey_signed');
    const now = await changeRow(step, surveyTable, {
      row,
      set: {
        ...{ state: 'signed', signed_on: signedOn, scan_file_id: scanFileId ?? null },
        present_sealed: seal(step.house, sealPurpose.present, JSON.stringify(present)),
      },
    });
    return {
      output: { version: now },
      object: { kind: 'survey', id: surveyId },
      summary: `核查单 ${String(row.number)} 签字归档`,
      change: { signedOn, scanFileId: scanFileId ?? null, present: present.length },
    };
  },
};
