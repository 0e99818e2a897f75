/**
 * 凭据 — a random 256-bit token that names its office in front: for sessions, one-time links and first secrets. Only its hash is
 * stored, so a dump of the database opens nothing. @source trust R5, R6
 */
import { createHash, randomBytes } from 'node:crypto';
import { isId } from '../../store/ids.js';

export interface Token {
  readonly officeId: string;
  readonly hash: Buffer;
}

export function newToken(officeId: string): Token & { readonly text: string } {
  const bytes = Buffer.concat([Buffer.from(officeId.replaceAll('-', ''), 'hex'), randomBytes(32)]);
  return { officeId, text: bytes.toString('base64url'), hash: hashOf(bytes) };
}

/** Undefined when the text has not the shape of a token. */
export function readToken(text: string): Token | undefined {
  if (!/^[\w-]{64}$/.test(text)) return undefined;
  const bytes = Buffer.from(text, 'base64url');
  const hex = bytes.subarray(0, 16).toString('hex');
  const officeId = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  return isId(officeId) ? { officeId, hash: hashOf(bytes) } : undefined;
}

const hashOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
