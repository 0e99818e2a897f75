/**
 * 出具校验包 — one run → the bytes of a bundle for one viewer. Two runs over the same inputs give identical bytes. Variants and robustness
 * are internal papers and have no place here. Raises a RangeError when something is missing or does not belong together.
 */
import type { Dataset, Result } from '@muheng/engine';
import { checkSecret } from './members.js';
import { readTexts, type SchemeTexts } from './schemeFiles.js';
import type { BundleViewer } from './seal.js';
import type { BundleRun } from './task.js';
import { auditorBundle } from './viewers/auditor.js';
import { enterpriseBundles } from './viewers/enterprise.js';
import { publicBundle } from './viewers/public.js';

export interface BundleTask {
  readonly texts: SchemeTexts;
  readonly dataset: Dataset;
  readonly result: Result;
  readonly viewer: BundleViewer;
  /** Id; needed for an enterprise. */
  readonly subject?: string;
  /** The office's secret, at least 32 hexadecimal digits; needed for enterprise and public, optional for an auditor. */
  readonly salt?: string;
  /** Ids whose grade may be published; without it all that have one. */
  readonly announced?: ReadonlySet<string>;
  /** For an auditor: explanation words by subject id. */
  readonly explanations?: ReadonlyMap<string, string>;
}

/** @example writeBundle({ texts, dataset, result, viewer: 'public', salt }) */
export function writeBundle(task: BundleTask): Uint8Array {
  const run = runOf(task);
  if (task.viewer === 'auditor') return auditorBundle(run, explanationsByRow(task));
  const salt = run.salt;
  if (salt === null) throw new RangeError(`a bundle for the viewer ${task.viewer} needs a salt`);
  if (task.viewer === 'public') return publicBundle({ ...run, salt }, task.announced);
  if (task.subject === undefined) throw new RangeError('an enterprise bundle needs a subject');
  return enterpriseBundles({ ...run, salt })(task.subject);
}

/** Enterprise bundles of many subjects of one run: prepared once. */
export function writeEnterpriseBundles(
  task: Omit<BundleTask, 'viewer' | 'subject'> & { readonly salt: string },
): (subject: string) => Uint8Array {
  return enterpriseBundles({ ...runOf(task), salt: task.salt });
}

function runOf({ texts, dataset, result, salt }: Omit<BundleTask, 'viewer'>): BundleRun {
  const { scheme, findings } = readTexts(texts);
  if (scheme === undefined) throw new RangeError(`the scheme texts do not read: ${findings[0]?.message ?? ''}`);
  if (scheme.id !== result.schemeId || dataset.year !== result.year)
    throw new RangeError('scheme, data and result are not of one run');
  if (salt !== undefined) checkSecret(salt);
  return { texts, scheme, dataset, result, salt: salt ?? null };
}

function explanationsByRow({ explanations, result }: BundleTask): Map<number, string> {
  const rows = new Map(result.subjects.map((id, row) => [id, row]));
  return new Map(
    [...(explanations ?? [])].map(([id, words]) => {
      const row = rows.get(id);
      if (row === undefined) throw new RangeError(`no subject ${id} in the result`);
      return [row, words];
    }),
  );
}
