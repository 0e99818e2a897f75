/** SHA-256 and HMAC-SHA-256 in hexadecimal, in Node and the browser alike. */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

export const hashBytes = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));
export const hashText = (text: string): string => hashBytes(utf8ToBytes(text));

/** Of many parts as if they were one. */
export function hashParts(parts: Iterable<Uint8Array>): string {
  const hash = sha256.create();
  for (const part of parts) hash.update(part);
  return bytesToHex(hash.digest());
}

/** HMAC with a key in hexadecimal. */
export const sealText = (key: string, text: string): string => bytesToHex(hmac(sha256, hexToBytes(key), utf8ToBytes(text)));
