/** SHA-256 in hexadecimal, in Node and the browser alike. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

export const hashBytes = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));
export const hashText = (text: string): string => hashBytes(utf8ToBytes(text));
