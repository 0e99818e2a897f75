/** 文件进出 — one uploaded file lies complete in the house's temporary folder while its request runs; downloads leave as attachments. @source trust R19, R32, R47 */
import { createHash } from 'node:crypto';
import { createWriteStream, mkdirSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { House } from '../forms/house.js';
import type { FileAnswer, ReceivedFile } from '../forms/route.js';
import { refuseForm } from '../forms/texts.zh.js';
import { hasRoom } from '../store/diskRoom.js';

const temporary = ({ folder }: House): string => join(folder, 'temporary');

/** Nothing of an earlier life stays behind. */
export async function emptyTemporary(house: House): Promise<void> {
  mkdirSync(temporary(house), { recursive: true, mode: 0o700 });
  for (const name of await readdir(temporary(house))) await rm(join(temporary(house), name), { recursive: true, force: true });
}

export interface Received {
  readonly file: ReceivedFile;
  /** Of the content: what tells one submission from another. */
  readonly sha256: string;
}

/** One file and nothing else. @throws Refusal door.file_missing, too_large, disk_full */
export async function receiveFile(house: House, request: FastifyRequest, most: number): Promise<Received> {
  const length = Number(request.headers['content-length'] ?? 0);
  if (!(await hasRoom(house, Number.isSafeInteger(length) ? length : 0))) throw refuseForm('disk_full');
  const path = join(temporary(house), request.id);
  mkdirSync(temporary(house), { recursive: true, mode: 0o700 });
  let received: Received | undefined;
  try {
    // A second part ends the loop with FST_PARTS_LIMIT: nothing that was sent is dropped silently.
    for await (const part of request.files({ limits: { fileSize: most, headerPairs: 20 }, throwFileSizeLimit: false })) {
      const out = createWriteStream(path, { flags: 'wx', mode: 0o600 });
      const hash = createHash('sha256');
      part.file.on('data', (bytes: Buffer) => hash.update(bytes));
      await pipeline(part.file, out);
      if (part.file.truncated) throw refuseForm('too_large', { limit: `${Math.floor(most / 1_000_000)} MB` });
      received = { file: { path, name: part.filename, sizeBytes: out.bytesWritten }, sha256: hash.digest('hex') };
    }
  } catch (error) {
    await discard(path);
    throw error;
  }
  if (received === undefined) throw refuseForm('file_missing');
  return received;
}

export const discard = (path: string): Promise<void> => rm(path, { force: true });

export function isFileAnswer(answer: unknown): answer is FileAnswer {
  return typeof answer === 'object' && answer !== null && 'content' in answer && 'mediaType' in answer && 'name' in answer;
}

/** @source trust R32: RFC 6266, attachment, sandboxed */
export function sendFile(reply: FastifyReply, { name, mediaType, content }: FileAnswer): FastifyReply {
  const body: Uint8Array | Readable = content;
  return reply
    .header('content-disposition', dispositionOf(name))
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('cache-control', 'no-store')
    .type(mediaType)
    .send(body instanceof Uint8Array ? Buffer.from(body) : body);
}

/** An ASCII stand-in for old programs, the whole name as UTF-8 for the others; nothing in it ends the header or climbs a folder. */
export function dispositionOf(name: string): string {
  const clean = [...name.normalize('NFC')].filter((char) => !/[\p{Cc}\p{Cf}\p{Cs}/\\]/u.test(char)).join('') || 'file';
  const plain = clean.replace(/[^\w.\-()]/g, '_').slice(0, 100);
  const escaped = encodeURIComponent(clean).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${escaped}`;
}
