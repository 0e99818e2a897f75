/** 文件的接口。 */
import { acts, type Bound, reads } from '../../forms/route.js';
import { openOfficeFileAction, removeMyFileAction, uploadFileAction } from './actions/upload.js';
import { checkFilesAction } from './checkJob.js';
import * as contract from './contract.js';
import { downloadMyFile, type KeptFileAnswer, keptFile, listMyFiles, removeMyFile, uploadFile } from './contract.js';
import { openFile } from './openFile.js';
import { findFile, findFilesOf, findOfficeFiles } from './queries/files.js';
import { refuseFile } from './texts.zh.js';
import { fileUsage } from './usage.js';

export const fileRoutes: readonly Bound[] = [
  acts(uploadFile, uploadFileAction, ({ query, file }) => {
    if (file === undefined) throw refuseFile('empty', { name: '' });
    return { purpose: query.purpose, file };
  }),
  reads(listMyFiles, async ({ tx, actor: { officeId, userId } }, { query }) => {
    const rows = await findFilesOf(tx, officeId, { userId, ...query });
    return { items: rows.map(answerOf), next: rows.length === query.limit ? rows.at(-1)!.file_id : null };
  }),
  acts(removeMyFile, removeMyFileAction, ({ params }) => params),
  reads(downloadMyFile, async ({ tx, house, actor }, { params: { fileId } }) => {
    const file = await findFile(tx, actor.officeId, fileId);
    if (file?.uploaded_by !== actor.userId) throw refuseFile('not_found');
    return openFile(house, tx, { officeId: actor.officeId, fileId });
  }),
  reads(contract.readFileUsage, (reading) => fileUsage(reading)),
  reads(contract.listOfficeFiles, async ({ tx, actor: { officeId } }, { query: { damaged, ...query } }) => {
    const rows = await findOfficeFiles(tx, officeId, { ...query, damaged: damaged === 'true' });
    return {
      items: rows.map((row) => ({
        ...{ ...answerOf(row), uploadedByName: row.sender ?? '', checkedAt: row.checked_at.toISOString() },
        damagedAt: row.damaged_at?.toISOString() ?? null,
      })),
      next: rows.length === query.limit ? rows.at(-1)!.file_id : null,
    };
  }),
  acts(contract.downloadOfficeFile, openOfficeFileAction, ({ params }) => params),
  acts(contract.checkFilesNow, checkFilesAction, () => ({})),
];

type Row = Awaited<ReturnType<typeof findFilesOf>>[number];

const answerOf = (row: Row): KeptFileAnswer =>
  keptFile.parse({
    ...{ fileId: row.file_id, sha256: row.sha256, sizeBytes: row.bytes, name: row.name, kind: row.kind, purpose: row.purpose },
    ...{ uploadedAt: row.uploaded_at.toISOString(), damaged: row.damaged_at !== null },
  });
