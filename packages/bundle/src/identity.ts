/** 结果的身份 — what a result was made of, as hashes: the scheme closure, the snapshot, the engine's semantics, and the result itself. */
import { type Dataset, engineSemantics } from '@muheng/engine';
import type { Scheme } from '@muheng/scheme';
import { canonicalJson } from './canonical.js';
import { hashText, type NewHash } from './hash.js';
import { snapshotManifest } from './snapshot/manifest.js';

export interface Identity {
  /** SHA-256 of the canonical scheme closure: the scheme and every catalogue entry, list, table and clause it uses. */
  readonly scheme: string;
  /** SHA-256 of the canonical snapshot manifest. */
  readonly data: string;
  readonly semantics: number;
}

export const schemeHash = (scheme: Pick<Scheme, 'closure'>): string => hashText(canonicalJson(scheme.closure));

/** `newHash`: a faster SHA-256 where there is one. */
export function identityOf(scheme: Scheme, dataset: Dataset, newHash?: NewHash): Identity {
  const data = hashText(canonicalJson(snapshotManifest(dataset, newHash)), newHash);
  return { scheme: schemeHash(scheme), data, semantics: engineSemantics };
}
