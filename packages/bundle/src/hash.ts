/** SHA-256 and HMAC-SHA-256 in hexadecimal, in Node and the browser alike. */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** A SHA-256 that is being fed. */
export interface Hashing {
  update(bytes: Uint8Array): unknown;
  digest(): Uint8Array;
}

/** Begins a SHA-256. Whoever has a faster one than this package's may give it: the digests are the same. */
export type NewHash = () => Hashing;

const ownHash: NewHash = () => sha256.create();

export const hashBytes = (bytes: Uint8Array, newHash: NewHash = ownHash): string => hashParts([bytes], newHash);
export const hashText = (text: string, newHash: NewHash = ownHash): string => hashBytes(utf8ToBytes(text), newHash);

/** Of many parts as if they were one. */
export function hashParts(parts: Iterable<Uint8Array>, newHash: NewHash = ownHash): string {
  const hash = newHash();
  for (const part of parts) hash.update(part);
  return bytesToHex(hash.digest());
}

/** HMAC with a key in hexadecimal. */
export const sealText = (key: string, text: string): string => bytesToHex(hmac(sha256, hexToBytes(key), utf8ToBytes(text)));
