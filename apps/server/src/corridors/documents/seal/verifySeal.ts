/** 验证盖章件 — of what is kept here, or of a copy that somebody brings: one changed byte and it does not hold. @source trust R46; 电子签名法 第十三条 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Action, Step } from '../../../forms/action.js';
import type { Reading, ReceivedFile } from '../../../forms/route.js';
import { placeOf } from '../../files/blobs.js';
import type { Verdict } from '../contract.js';
import { listSeals } from '../queries/files.js';
import { refuseDocuments, verdictWords } from '../texts.zh.js';
import { signatureHolds } from './verifySignature.js';

export interface OneSeal {
  readonly documentId: string;
  readonly sealId: string;
}

export async function verifyKept(reading: Reading, of: OneSeal): Promise<Verdict> {
  const seal = await sealOf(reading, of);
  const place = placeOf(reading.house, { officeId: reading.actor.officeId, sha256: seal.sha256 });
  const content = await readFile(place).catch(() => undefined);
  if (content === undefined) return { ...verdictOf(seal, Buffer.alloc(0)), holds: false, words: verdictWords.gone };
  const verdict = verdictOf(seal, content);
  return verdict.holds ? verdict : { ...verdict, words: verdictWords.gone };
}

export const verifyCopyAction: Action<OneSeal & { readonly file: ReceivedFile }, Verdict> = {
  ...{ name: 'documents.verify_copy', title: '验证来件', may: 'documents.read' },
  input: z.object({ documentId: z.guid(), sealId: z.guid(), file: z.custom<ReceivedFile>() }),
  async run(step, { file, ...of }) {
    const output = verdictOf(await sealOf(step, of), await readFile(file.path));
    const summary = output.holds ? '验证盖章件：通过' : '验证盖章件：不通过';
    return { output, object: { kind: 'document', id: of.documentId }, summary, change: { ...of, sha256: output.sha256 } };
  },
};

type Seal = Awaited<ReturnType<typeof listSeals>>[number];

async function sealOf({ tx, actor }: Pick<Step, 'tx' | 'actor'>, { documentId, sealId }: OneSeal): Promise<Seal> {
  const seal = (await listSeals(tx, actor.officeId, documentId)).find((one) => one.seal_id === sealId);
  if (seal === undefined) throw refuseDocuments('seal_not_found');
  return seal;
}

function verdictOf({ signature, public_key: publicKey, algorithm, seal_name, sealed_at }: Seal, content: Buffer): Verdict {
  const holds = signatureHolds({ content, signature, publicKey, algorithm });
  const sha256 = createHash('sha256').update(content).digest('hex');
  const words = holds ? verdictWords.holds : verdictWords.changed;
  return { holds, words, sha256, sealName: seal_name, sealedAt: sealed_at.toISOString(), algorithm };
}
