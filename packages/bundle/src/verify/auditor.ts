/**
 * 审计包的核验 — reads scheme and snapshot again, runs the engine of the bundle's semantics, writes the whole bundle anew and compares it
 * byte for byte. Against a public bundle: list, counts, and with the secret every single hash.
 */

import { fillBlanks } from '@muheng/finding';
import { bytesOf, textOf } from '../bytes.js';
import { canonicalJson } from '../canonical.js';
import { asRecord, asText, ShapeTrouble } from '../json.js';
import type { OpenBundle } from '../open.js';
import { readTexts, textsIn } from '../schemeFiles.js';
import { headPath } from '../seal.js';
import { readJson, readSnapshot } from '../snapshot/read.js';
import { type BundleRun, headOf, identitiesOf } from '../task.js';
import { provedWords, takenWords, trouble } from '../texts.zh.js';
import { auditorFiles, explanationPath, secretPath } from '../viewers/auditor.js';
import { memberHashes, publicCounts, publicGrades } from '../viewers/public.js';
import { differenceIn } from './compare.js';
import { readPublic } from './public.js';
import type { Beside, Checked } from './verify.js';

export function verifyAuditor(bundle: OpenBundle, { against, engines }: Beside): Checked {
  const texts = textsIn(bundle.files);
  const { scheme, findings } = readTexts(texts);
  if (scheme === undefined) return failed(trouble('scheme_unreadable', {}, { why: findings[0]?.message ?? '' }));
  const dataset = readSnapshot(bundle.files);
  const engine = engines.get(bundle.head.semantics);
  if (engine === undefined) throw new ShapeTrouble(headPath);
  const result = engine.evaluate(scheme, dataset);
  const run: BundleRun = { texts, scheme, dataset, result, salt: secretIn(bundle) };
  const computed = auditorFiles(run, explanationsIn(bundle, result.subjects.length));
  for (const [path, content] of computed) {
    const difference = differenceIn(bundle, path, { code: 'recomputed_differs', computed: content });
    if (difference !== undefined) return failed(difference);
  }
  const extra = [...bundle.files.keys()].find((path) => !computed.has(path));
  if (extra !== undefined) return failed(trouble('file_unlisted', placeOf(bundle, extra)));
  const head = headOf(run, { viewer: 'auditor', identity: identitiesOf(run, computed).plain, subject: null });
  const said = canonicalJson(bundle.head);
  if (canonicalJson({ ...head, semantics: bundle.head.semantics }) !== said) {
    const from = bundle.offsets.get(headPath) ?? 0;
    return failed(trouble('recomputed_differs', { path: headPath, from }, { given: said, computed: canonicalJson(head) }));
  }
  const blanks = { semantics: bundle.head.semantics, subjects: result.subjects.length };
  const compared = against === null ? undefined : againstPublic(run, against);
  return {
    findings: compared?.findings ?? [],
    proved: [provedWords.scheme, provedWords.snapshot, fillBlanks(provedWords.result, blanks), ...(compared?.proved ?? [])],
    taken: [
      ...([...bundle.files.keys()].some((path) => path.startsWith('explanations/')) ? [takenWords.explanation] : []),
      ...(compared?.taken ?? []),
    ],
  };
}

const failed = (finding: Checked['findings'][number]): Checked => ({ findings: [finding], proved: [], taken: [] });

function placeOf(bundle: OpenBundle, path: string): { readonly path: string; readonly from: number; readonly to: number } {
  const from = bundle.offsets.get(path) ?? 0;
  return { path, from, to: from + Math.max(0, (bundle.files.get(path)?.length ?? 1) - 1) };
}

function secretIn({ files }: OpenBundle): string | null {
  if (!files.has(secretPath)) return null;
  return asText(asRecord(readJson(files, secretPath), secretPath).salt, secretPath);
}

/** Words that travel along: only their names and encoding can be checked. */
function explanationsIn({ files }: OpenBundle, subjects: number): ReadonlyMap<number, string> {
  const words = new Map<number, string>();
  for (let row = 0; row < subjects; row++) {
    const content = files.get(explanationPath(row));
    if (content === undefined) continue;
    const text = textOf(content);
    if (text === undefined || bytesOf(text).length !== content.length) throw new ShapeTrouble(explanationPath(row));
    words.set(row, text);
  }
  return words;
}

/** The public bundle is of this very run: identity, grades of the announced, counts, and each hash when the secret is here. */
function againstPublic(run: BundleRun, against: OpenBundle): Checked {
  const { scheme, result, salt } = run;
  const said = readPublic(against);
  const announced = new Set(said.grades.subjects.map(({ id }) => id));
  const off = (why: string): Checked => failed(trouble('published_list_differs', {}, { why }));
  const { salted, plain } = identitiesOf(run);
  if (plain.scheme !== against.head.identity.scheme) return off('评价办法不同');
  if (canonicalJson(publicGrades(scheme, result, announced)) !== canonicalJson(said.grades)) return off('公布的名单或类别不同');
  if (canonicalJson(publicCounts(result, announced)) !== canonicalJson(said.counts)) return off('户数不同');
  if (salt === null || salted === null) return { findings: [], proved: [provedWords.publicList], taken: [takenWords.noSalt] };
  if (canonicalJson(salted) !== canonicalJson(against.head.identity)) return off('数据或结果的校验码不同');
  if (canonicalJson(memberHashes({ ...run, salt })) !== canonicalJson(said.members)) return off('凭证名录不同');
  return { findings: [], proved: [provedWords.publicList, provedWords.publicHashes], taken: [] };
}
