/** 审计包 — everything: scheme texts, snapshot, where each cell came from, figures, the office's secret when there is one. */
import { bytesOf } from '../bytes.js';
import { canonicalJson } from '../canonical.js';
import { figureFiles } from '../figures.js';
import { schemeFilesOf } from '../schemeFiles.js';
import { sealBundle } from '../seal.js';
import { writeProvenance, writeSnapshot } from '../snapshot/write.js';
import { type BundleRun, headOf, identitiesOf } from '../task.js';

export const secretPath = 'secret.json';
export const explanationPath = (row: number): string => `explanations/${String(row + 1).padStart(8, '0')}.txt`;

/** `explanations` are words by subject row, carried along and only hashed. */
export function auditorFiles(run: BundleRun, explanations: ReadonlyMap<number, string>): Map<string, Uint8Array> {
  return new Map([
    ...schemeFilesOf(run.texts, run.scheme),
    ...writeSnapshot(run.dataset),
    ...writeProvenance(run.dataset),
    ...figureFiles(run.result, run.scheme),
    ...[...explanations].map(([row, words]): [string, Uint8Array] => [explanationPath(row), bytesOf(words)]),
    ...(run.salt === null ? [] : [[secretPath, bytesOf(canonicalJson({ salt: run.salt }))] as const]),
  ]);
}

export function auditorBundle(run: BundleRun, explanations: ReadonlyMap<number, string>): Uint8Array {
  const files = auditorFiles(run, explanations);
  return sealBundle(headOf(run, { viewer: 'auditor', identity: identitiesOf(run, files).plain, subject: null }), files);
}
