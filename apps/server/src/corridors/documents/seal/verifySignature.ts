/** 验签 — whether a signature is over exactly these bytes, by a public key. Pure but for the library's arithmetic. @source trust R46 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { sm2Holds } from './sm2.js';

/** As a seal system names them in seal.json. */
export const signatureAlgorithms = ['RSA-SHA256', 'ECDSA-SHA256', 'Ed25519', 'SM2-SM3'] as const;
export type SignatureAlgorithm = (typeof signatureAlgorithms)[number];

const digests: Readonly<Record<Exclude<SignatureAlgorithm, 'SM2-SM3'>, string | null>> = {
  'RSA-SHA256': 'sha256',
  'ECDSA-SHA256': 'sha256',
  Ed25519: null,
};
const isAlgorithm = (name: string): name is SignatureAlgorithm => signatureAlgorithms.some((one) => one === name);

export interface Signed {
  readonly content: Uint8Array;
  readonly signature: Uint8Array;
  /** PEM */
  readonly publicKey: string;
  readonly algorithm: string;
}

/** False too for a key, a signature or an algorithm that cannot be read: nothing holds that was not shown to hold. */
export function signatureHolds({ content, signature, publicKey, algorithm }: Signed): boolean {
  if (!isAlgorithm(algorithm)) return false;
  try {
    const key = createPublicKey(publicKey);
    if (algorithm === 'SM2-SM3') return sm2Holds({ content, signature, key });
    return verify(digests[algorithm], content, key, signature);
  } catch {
    return false;
  }
}

/** 公钥指纹 — the first 16 hex digits of SHA-256 over the key itself, to be compared by eye with what the seal system's office says. */
export function fingerprintOfKey(publicKey: string): string {
  const der = createPublicKey(publicKey).export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(der).digest('hex').slice(0, 16).toUpperCase();
}
