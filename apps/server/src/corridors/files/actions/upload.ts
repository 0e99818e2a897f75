/** 上传文件 — one file for one purpose; rooms then name it by its id. */

import { z } from 'zod';
import type { Action } from '../../../forms/action.js';
import { type Asked, perform } from '../../../forms/action.js';
import type { FileAnswer, ReceivedFile } from '../../../forms/route.js';
import type { KeptFileAnswer } from '../contract.js';
import { type KeepWish, keepFile, removeFile } from '../keep.js';
import { filePurposes } from '../kinds.js';
import { openFile } from '../openFile.js';
import { findFile } from '../queries/files.js';
import { refuseFile } from '../texts.zh.js';

export interface Upload extends KeepWish {
  readonly file: ReceivedFile;
}

export const uploadFileAction: Action<Upload, KeptFileAnswer> = {
  name: 'files.upload',
  title: '上传文件',
  may: 'files.upload',
  input: z.object({ purpose: z.enum(filePurposes), file: z.custom<ReceivedFile>() }),
  async run(step, { file, ...wish }) {
    const { bytes, ...kept } = await keepFile(step, file, wish);
    const output = { ...kept, sizeBytes: bytes, uploadedAt: step.now.toISOString(), damaged: false };
    return { output, object: { kind: 'file', id: kept.fileId }, summary: `收到 ${kept.kind}，${bytes} 字节`, change: output };
  },
};

/** For callers that are no route: importers, tests. */
export const receiveFile = (asked: Asked, upload: Upload): Promise<KeptFileAnswer> => perform(uploadFileAction, upload, asked);

export const removeMyFileAction: Action<{ readonly fileId: string }, Record<string, never>> = {
  name: 'files.remove',
  title: '删除文件',
  may: 'files.upload',
  evenWhenFull: true,
  input: z.object({ fileId: z.uuid() }),
  async run(step, { fileId }) {
    const file = await findFile(step.tx, step.actor.officeId, fileId);
    if (file?.uploaded_by !== step.actor.userId) throw refuseFile('not_found');
    await removeFile(step, fileId);
    return {
      output: {},
      object: { kind: 'file', id: fileId },
      summary: `删除 ${file.kind}，${file.bytes} 字节`,
      change: { sha256: file.sha256 },
    };
  },
};

/** 下载他人的文件 — evidence and sheets hold personal data: whoever looks after the files leaves a row in the ledger for each. @source trust R38, R50 */
export const openOfficeFileAction: Action<{ readonly fileId: string }, FileAnswer> = {
  name: 'files.open_any',
  title: '下载本单位的文件',
  may: 'files.oversee',
  evenWhenFull: true,
  input: z.object({ fileId: z.uuid() }),
  async run({ tx, house, actor }, { fileId }) {
    const file = await findFile(tx, actor.officeId, fileId);
    const output = await openFile(house, tx, { officeId: actor.officeId, fileId });
    return {
      output,
      object: { kind: 'file', id: fileId },
      summary: `下载 ${file?.kind ?? ''}，${file?.bytes ?? 0} 字节`,
      change: { sha256: file?.sha256 ?? null },
    };
  },
};
