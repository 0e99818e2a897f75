/**
 * 加密存放 — personal data at rest: AES-256-GCM, a key per purpose derived from the installation's secret. A wrong key or a changed
 * byte fails, it never gives other text. First byte of a sealed value = suite, so that another suite can be added. @source trust R38, R45
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { House } from './house.js';

const aesGcm = 1;

/** `purpose`: `people.phone`; a value sealed for one purpose does not open for another. */
export function seal({ secret }: Pick<House, 'secret'>, purpose: string, plain: string): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, purpose), iv);
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.of(aesGcm), iv, cipher.getAuthTag(), body]);
}

/** @throws Error when the key is another or the bytes were changed */
export function unseal({ secret }: Pick<House, 'secret'>, purpose: string, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed);
  if (bytes[0] !== aesGcm || bytes.length < 29) throw new Error(`a sealed value of ${purpose} is not readable`);
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, purpose), bytes.subarray(1, 13));
  decipher.setAuthTag(bytes.subarray(13, 29));
  return Buffer.concat([decipher.update(bytes.subarray(29)), decipher.final()]).toString('utf8');
}

const keyOf = (secret: Buffer, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'muheng', purpose, 32));

/** 遮盖 — 138****8000: the first three and last four stay, of short texts only the last two. */
export function maskPhone(phone: string): string {
  return phone.length >= 11 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `****${phone.slice(-2)}`;
}
