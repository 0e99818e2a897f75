/** 合并评价签发单 — what is signed: the figures, the members as they stand in the register, the application. @source trust R12; S85 */

import type { z } from 'zod';
import { sheetOf, type ToSign } from '../../../corridors/people/signOff.js';
import { businessDay } from '../../../forms/day.js';
import type { Reading } from '../../../forms/route.js';
import { refuseForm } from '../../../forms/texts.zh.js';
import type { readMergedSheet as contract } from '../contract.js';
import { exportFacts } from '../queries/export.js';
import { findMerged, membersOf } from '../queries/merged.js';

type Sheet = z.infer<typeof contract.answer>;

interface ToSignShown {
  readonly toSign: ToSign;
  readonly shown: Pick<Sheet, 'name' | 'appliedOn' | 'application' | 'members'>;
}

/** @throws door.not_found */
export async function mergedToSign({ tx, house, actor }: Reading, mergedEvaluationId: string): Promise<ToSignShown> {
  const { officeId } = actor;
  const merged = await findMerged(tx, officeId, mergedEvaluationId);
  if (merged === undefined) throw refuseForm('not_found');
  const rows = await membersOf(tx, officeId, [mergedEvaluationId]);
  const ids = rows.map(({ subject_id }) => subject_id);
  const facts = await exportFacts(tx, officeId, { ids, today: businessDay(house.now()) });
  const members = rows.map((row) => ({
    ...{ subjectId: row.subject_id, name: row.name, creditCode: row.credit_code, leads: row.subject_id === merged.subject_id },
    ...{ sharePercent: row.share_percent, ownLandSqm: facts.get(row.subject_id)?.own ?? null },
  }));
  const { name, applied_on: appliedOn, application, version } = merged;
  const versions = rows.map(({ subject_version, member_version }) => [subject_version, member_version]);
  return {
    shown: { name, appliedOn, application, members },
    toSign: {
      ...{ kind: 'merged_evaluation', objectId: mergedEvaluationId, title: name },
      counts: [
        { what: '成员企业', count: String(members.length), unit: '户' },
        { what: '自有用地合计', count: sumOf(members.map(({ ownLandSqm }) => ownLandSqm)), unit: '㎡' },
      ],
      content: { name, appliedOn, application, version, members, versions },
    },
  };
}

/** @throws door.not_found, people.sign_nothing_open */
export async function readMergedSheet(reading: Reading, mergedEvaluationId: string): Promise<Sheet> {
  const { toSign, shown } = await mergedToSign(reading, mergedEvaluationId);
  return { ...(await sheetOf(reading, toSign)), ...shown };
}

/** Areas have two decimals: summed as whole hundredths. */
const sumOf = (areas: readonly (string | null)[]): string =>
  (areas.reduce((sum, area) => sum + Math.round(Number(area ?? 0) * 100), 0) / 100).toFixed(2);
