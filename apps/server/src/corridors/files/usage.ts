/** 空间使用 — what a person and the office keep, for which purposes, against what is allowed, and when it was last found whole. @source trust R33, R36 */
import type { z } from 'zod';
import type { Reading } from '../../forms/route.js';
import { readSettings } from '../people/queries/office.js';
import type { readFileUsage } from './contract.js';
import { filePurposes, purposeTable, quotaOf } from './kinds.js';
import { sumByPurpose, usageOf } from './queries/files.js';

export async function fileUsage({ tx, actor }: Reading): Promise<z.infer<typeof readFileUsage.answer>> {
  const { officeId, userId, reach } = actor;
  const quota = quotaOf(await readSettings(tx, officeId));
  const own = { usedBytes: await usageOf(tx, officeId, userId), quotaBytes: quota.personBytes };
  const takes = filePurposes.map((purpose) => {
    const { title, kinds, mostBytes } = purposeTable[purpose];
    return { purpose, title, kinds: [...kinds], mostMegabytes: Math.floor(mostBytes / 1_048_576) };
  });
  if (reach.kind === 'subjects') return { own, office: null, takes };
  const sums = await sumByPurpose(tx, officeId);
  const oldest = sums.map(({ checked_since }) => checked_since.getTime()).sort((a, b) => a - b)[0];
  return {
    own,
    office: {
      ...{ usedBytes: await usageOf(tx, officeId, officeId), quotaBytes: quota.officeBytes },
      byPurpose: filePurposes.flatMap((purpose) => {
        const sum = sums.find((one) => one.purpose === purpose);
        return sum === undefined
          ? []
          : [{ purpose, title: purposeTable[purpose].title, files: Number(sum.files), bytes: Number(sum.bytes) }];
      }),
      files: sums.reduce((all, { files }) => all + Number(files), 0),
      damaged: sums.reduce((all, { damaged }) => all + Number(damaged), 0),
      checkedSince: oldest === undefined ? null : new Date(oldest).toISOString(),
    },
    takes,
  };
}
