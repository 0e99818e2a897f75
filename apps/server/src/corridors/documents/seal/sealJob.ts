/**
 * 盖章 — the seal system is asked outside any transaction; what it gives is verified before it is kept: the sealed file, its signature and
 * the key. A run that is cut off asks again with the same number, and keeps what comes once: the seal has the number of its job. @source trust R46
 */
import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import { type Action, perform } from '../../../forms/action.js';
import { readInScope } from '../../../store/scope.js';
import { keepBefore } from '../../audit/history.js';
import { keepFile } from '../../files/keep.js';
import { openFile } from '../../files/openFile.js';
import type { JobKind } from '../../jobs/jobKind.js';
import { allowlistOf } from '../../notices/outgoing/allowlist.js';
import { findSeal, insertDocumentFile, insertSeal } from '../queries/files.js';
import { refuseDocuments, sealWords } from '../texts.zh.js';
import { checkSealing, type SealInput, sealInput } from './checkSealing.js';
import { httpSealSystem } from './httpSeal.js';
import type { SealedContent } from './sealSystem.js';
import { signatureHolds } from './verifySignature.js';

const result = z.strictObject({ documentId: z.guid(), sealId: z.guid() });

export const sealJob: JobKind<SealInput, z.infer<typeof result>> = {
  ...{ name: 'documents.seal', title: '电子签章', may: 'documents.seal', heavy: false, unit: '份', input: sealInput },
  async run(step, input) {
    const { house, actor, jobId } = step;
    await step.progress({ done: 0, total: 1, message: sealWords.asking });
    const ready = await readInScope(house.store, actor, async (tx) => {
      if ((await findSeal(tx, actor.officeId, jobId)) !== undefined) return undefined;
      const checked = await checkSealing({ tx, house, actor }, input);
      const opened = await openFile(house, tx, { officeId: actor.officeId, fileId: input.fileId });
      const bytes = opened.content instanceof Uint8Array ? Buffer.from(opened.content) : await buffer(opened.content);
      return { ...checked, content: bytes };
    });
    // An earlier run of this job was cut off after it had kept everything.
    if (ready === undefined) return { documentId: input.documentId, sealId: jobId };
    const { setUp, file, content } = ready;
    const system = httpSealSystem(setUp, allowlistOf(house));
    const wish = { requestId: jobId, sealNumber: input.sealNumber, fileName: file.name, content, signal: step.signal };
    const sealed = await system.seal(wish);
    await step.progress({ done: 0, total: 1, message: sealWords.keeping });
    const kept = await perform(keepSealAction, { ...input, sealId: jobId, sealed }, step.asked);
    await step.progress({ done: 1, total: 1 });
    return { documentId: input.documentId, sealId: kept.sealId };
  },
};

interface Keeping extends SealInput {
  readonly sealId: string;
  readonly sealed: SealedContent;
}

const keepSealAction: Action<Keeping, { sealId: string }> = {
  ...{ name: 'documents.keep_seal', title: '留存盖章件', may: 'documents.seal', input: z.custom<Keeping>() },
  async run(step, { sealed, sealId, ...input }) {
    const { tx, actor, now, house } = step;
    const { document, setUp, seal, file } = await checkSealing(step, input);
    const { publicKey, algorithm } = setUp;
    if (!signatureHolds({ ...sealed, publicKey, algorithm }))
      throw refuseDocuments('seal_not_holding', { why: '签名与文件内容不符' });
    const path = join(house.folder, 'temporary', randomUUID());
    await writeFile(path, sealed.content, { mode: 0o600 });
    const received = { path, name: sealedName(file.name), sizeBytes: sealed.content.length };
    const kept = await keepFile(step, received, { purpose: 'document' }).finally(() => rm(path, { force: true }));
    const common = { office_id: actor.officeId, document_id: input.documentId };
    await insertDocumentFile(tx, {
      ...{ ...common, file_id: kept.fileId, role: 'official', added_by_name: actor.name, added_at: now },
    });
    await insertSeal(tx, {
      ...{ ...common, seal_id: sealId, file_id: input.fileId, sealed_file_id: kept.fileId, seal_number: seal.number },
      ...{ seal_name: seal.name, algorithm, signature: sealed.signature, public_key: publicKey },
      ...{ sealed_by_name: actor.name, sealed_at: now },
    });
    await keepBefore(step, { kind: 'document_file', id: kept.fileId }, null);
    await keepBefore(step, { kind: 'document_seal', id: sealId }, null);
    return {
      output: { sealId },
      object: { kind: 'document', id: input.documentId },
      summary: `《${document.title}》已加盖“${seal.name}”`,
      change: { sealId, sha256: kept.sha256, algorithm, signature: sealed.signature.toString('base64') },
    };
  },
};

/** 通知.pdf → 通知（盖章）.pdf */
const sealedName = (name: string): string => name.replace(/(\.[A-Za-z0-9]{1,8})?$/, '（盖章）$1');
