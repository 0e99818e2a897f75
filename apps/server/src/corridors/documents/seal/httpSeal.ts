/**
 * 以 HTTP 接入的签章系统 — one POST to an allowed host, as all that leaves the house: JSON with the file in base64; back come the sealed
 * file and the signature over it. What comes back is not believed here: the action verifies it. @source trust R23, R46
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Allowed } from '../../notices/outgoing/allowlist.js';
import { troubleWords } from '../../notices/outgoing/connect.js';
import { exchange } from '../../notices/outgoing/post.js';
import { refuseDocuments } from '../texts.zh.js';
import type { SealSetUp, SealSystem } from './sealSystem.js';

const answerShape = z.object({
  requestId: z.string(),
  content: z.base64().min(4),
  sha256: z.string(),
  signature: z.base64().min(4),
});

const mostBytes = 100_000_000;
const timeoutMs = 60_000;

export const httpSealSystem = ({ url, token }: SealSetUp, allowed: readonly Allowed[]): SealSystem => ({
  async seal({ requestId, sealNumber, fileName, content, signal }) {
    const sha256 = createHash('sha256').update(content).digest('hex');
    const body = JSON.stringify({ requestId, sealNumber, fileName, sha256, content: Buffer.from(content).toString('base64') });
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const got = await exchange({ url, headers, body }, { allowed, timeoutMs }, { mostBytes, signal });
    if (typeof got === 'string') throw refuseDocuments('seal_refused', { why: troubleWords[got] });
    const answer = answerShape.safeParse(jsonOf(got));
    if (!answer.success) throw refuseDocuments('seal_refused', { why: '回答不是约定的格式' });
    if (answer.data.requestId !== requestId) throw refuseDocuments('seal_refused', { why: '回答的不是这次申请' });
    const sealed = Buffer.from(answer.data.content, 'base64');
    if (createHash('sha256').update(sealed).digest('hex') !== answer.data.sha256.toLowerCase())
      throw refuseDocuments('seal_refused', { why: '交回的文件在途中损坏' });
    return { content: sealed, signature: Buffer.from(answer.data.signature, 'base64') };
  },
});

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
