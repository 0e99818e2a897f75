/**
 * 凭证 — one salted hash for each subject over its facts and figures. The public bundle lists the hashes; only who holds a subject's own
 * salt can tell which is its own, and nobody can try out figures against a hash whose salt he lacks. Salts come from the office's secret.
 */
import { canonicalJson } from './canonical.js';
import type { SubjectFigures } from './figures.js';
import { sealText } from './hash.js';
import type { OwnFacts } from './own/facts.js';

/** Raises a RangeError unless it is at least 16 bytes in lower-case hexadecimal. */
export function checkSecret(secret: string): void {
  if (!/^(?:[0-9a-f]{2}){16,}$/.test(secret)) throw new RangeError('the salt must be at least 32 hexadecimal digits');
}

export const subjectSalt = (secret: string, id: string): string => sealText(secret, `subject\n${id}`);

export interface Member {
  readonly facts: OwnFacts;
  readonly figures: SubjectFigures;
  /** Hash of the scheme closure. */
  readonly scheme: string;
  readonly semantics: number;
}

export const memberHash = (salt: string, member: Member): string => sealText(salt, canonicalJson(member));

/** Hash of data or figures as those may see it who must not try out figures against it. */
export const saltedHash = (secret: string, what: 'data' | 'figures', hash: string): string =>
  sealText(secret, `${what}\n${hash}`);
