/** 出包的材料 — one run with the texts of its scheme, and who the bundle is for. Raises a RangeError for what cannot belong together. */
import type { Dataset, Result } from '@muheng/engine';
import type { Scheme } from '@muheng/scheme';
import { figureFiles, figuresHash } from './figures.js';
import { identityOf } from './identity.js';
import { saltedHash } from './members.js';
import type { SchemeTexts } from './schemeFiles.js';
import type { BundleHead, BundleIdentity, BundleViewer } from './seal.js';

export interface BundleRun {
  readonly texts: SchemeTexts;
  readonly scheme: Scheme;
  readonly dataset: Dataset;
  readonly result: Result;
  /** The office's secret in hexadecimal, at least 16 bytes; null only for an auditor. */
  readonly salt: string | null;
}

export interface Identities {
  readonly plain: BundleIdentity;
  /** For viewers who must not try out figures against a hash. */
  readonly salted: BundleIdentity | null;
}

export function identitiesOf({ scheme, dataset, result, salt }: BundleRun, figures = figureFiles(result, scheme)): Identities {
  const { scheme: schemeHash, data } = identityOf(scheme, dataset);
  const plain = { scheme: schemeHash, data, figures: figuresHash(figures) };
  if (salt === null) return { plain, salted: null };
  return {
    plain,
    salted: { scheme: schemeHash, data: saltedHash(salt, 'data', data), figures: saltedHash(salt, 'figures', plain.figures) },
  };
}

export function headOf(
  run: BundleRun,
  of: { readonly viewer: BundleViewer; readonly identity: BundleIdentity; readonly subject: string | null },
): BundleHead {
  const { scheme, result } = run;
  return {
    viewer: of.viewer,
    semantics: result.semantics,
    scheme: { id: scheme.id, title: scheme.title, place: scheme.place.name },
    year: result.year,
    identity: of.identity,
    counts: { subjects: result.subjects.length },
    subject: of.subject,
  };
}
