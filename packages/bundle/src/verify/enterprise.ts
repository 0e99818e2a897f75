/**
 * 企业包的核验 — the own row recomputed from its facts by the scheme's texts and the frozen figures, the proof recomputed from its salt;
 * against a public bundle: the same run, the proof among its hashes, the published grade its own.
 */
import { fillBlanks } from '@muheng/finding';
import { bytesOf } from '../bytes.js';
import { canonicalJson } from '../canonical.js';
import type { SubjectFigures } from '../figures.js';
import { schemeHash } from '../identity.js';
import { asRecord, asText, ShapeTrouble } from '../json.js';
import { memberHash } from '../members.js';
import type { OpenBundle } from '../open.js';
import { readOwnFacts } from '../own/facts.js';
import { readFigures } from '../own/figures.js';
import { readFrozen } from '../own/frozen.js';
import { readTexts, schemeFilesOf, textsIn } from '../schemeFiles.js';
import { headPath } from '../seal.js';
import { readJson } from '../snapshot/read.js';
import { type BundleFinding, provedWords, takenWords, trouble } from '../texts.zh.js';
import { ownPaths } from '../viewers/enterprise.js';
import { differenceIn } from './compare.js';
import { readPublic } from './public.js';
import type { Beside, Checked } from './verify.js';

export function verifyEnterprise(bundle: OpenBundle, { against, engines }: Beside): Checked {
  const { head, files } = bundle;
  const texts = textsIn(files);
  const { scheme, findings } = readTexts(texts);
  if (scheme === undefined) return failed(trouble('scheme_unreadable', {}, { why: findings[0]?.message ?? '' }));
  const schemeFiles = schemeFilesOf(texts, scheme);
  const unexpected = [...files.keys()].find((path) => !schemeFiles.has(path) && !Object.values<string>(ownPaths).includes(path));
  if (unexpected !== undefined) throw new ShapeTrouble(unexpected);
  for (const [path, computed] of schemeFiles) {
    const difference = differenceIn(bundle, path, { code: 'recomputed_differs', computed });
    if (difference !== undefined) return failed(difference);
  }
  const facts = readOwnFacts(readCanonical(bundle, ownPaths.facts));
  const frozen = readFrozen(readCanonical(bundle, ownPaths.frozen));
  const given = readFigures(readCanonical(bundle, ownPaths.figures));
  const proof = asRecord(readCanonical(bundle, ownPaths.proof), ownPaths.proof);
  sameShape(bundle, ownPaths.facts, facts);
  sameShape(bundle, ownPaths.frozen, frozen);
  sameShape(bundle, ownPaths.figures, given);
  const said = { id: scheme.id, title: scheme.title, place: scheme.place.name };
  const fits =
    head.subject === given.id &&
    head.identity.scheme === schemeHash(scheme) &&
    head.year === facts.year &&
    canonicalJson(head.scheme) === canonicalJson(said);
  if (!fits) throw new ShapeTrouble(headPath);
  const engine = engines.get(head.semantics);
  if (engine === undefined) throw new ShapeTrouble(headPath);
  const recomputed = engine.recomputeOwn({ scheme, facts, frozen, given });
  const difference = differenceIn(bundle, ownPaths.figures, {
    code: 'own_row_differs',
    computed: bytesOf(canonicalJson(recomputed.figures)),
  });
  if (difference !== undefined) return failed(difference);
  if (recomputed.offLines !== null) return failed(trouble('own_place_differs', {}, { why: recomputed.offLines }));
  const salt = asText(proof.salt, ownPaths.proof);
  if (!/^[0-9a-f]{64}$/.test(salt)) throw new ShapeTrouble(ownPaths.proof);
  const leaf = memberHash(salt, { facts, figures: given, scheme: head.identity.scheme, semantics: head.semantics });
  if (canonicalJson(proof) !== canonicalJson({ salt, leaf })) return failed(trouble('proof_differs', { path: ownPaths.proof }));
  const off = against === null ? undefined : againstPublic(bundle, { against, leaf, given });
  return {
    findings: off === undefined ? [] : [off],
    proved: [
      provedWords.scheme,
      ...(frozen.mergedInto === null ? [provedWords.ownRow] : [fillBlanks(provedWords.merged, { into: frozen.mergedInto })]),
      ...(recomputed.standing === 'lines' ? [provedWords.place] : []),
      ...(recomputed.gradeProved ? [provedWords.grade] : []),
      provedWords.proof,
      ...(against === null ? [] : [provedWords.member]),
    ],
    taken: [...recomputed.taken, takenWords.explanation],
  };
}

const failed = (finding: BundleFinding): Checked => ({ findings: [finding], proved: [], taken: [] });

/** Only its own canonical form is taken. */
function readCanonical(bundle: OpenBundle, path: string): ReturnType<typeof readJson> {
  const value = readJson(bundle.files, path);
  sameShape(bundle, path, value);
  return value;
}

/** Nothing stands in the file but what was read. */
function sameShape({ files }: OpenBundle, path: string, value: unknown): void {
  const [own, given] = [bytesOf(canonicalJson(value)), files.get(path)];
  if (given === undefined || own.length !== given.length || own.some((byte, at) => byte !== given[at]))
    throw new ShapeTrouble(path);
}

function againstPublic(
  own: OpenBundle,
  of: { readonly against: OpenBundle; readonly leaf: string; readonly given: SubjectFigures },
): BundleFinding | undefined {
  const { against, leaf, given } = of;
  const other = (what: string): BundleFinding => trouble('against_other_run', {}, { what });
  const [mine, theirs] = [own.head, against.head];
  if (mine.identity.scheme !== theirs.identity.scheme) return other('评价办法');
  if (mine.semantics !== theirs.semantics || mine.year !== theirs.year) return other('数据年度或引擎语义');
  if (mine.identity.data !== theirs.identity.data) return other('定版数据的校验码');
  if (mine.identity.figures !== theirs.identity.figures) return other('结果的校验码');
  if (mine.counts.subjects !== theirs.counts.subjects) return other('户数');
  const said = readPublic(against);
  if (!said.members.includes(leaf)) return trouble('not_a_member');
  const published = said.grades.subjects.find(({ id }) => id === given.id);
  if (published === undefined || published.grade === given.grade) return undefined;
  return trouble('published_grade_differs', {}, { published: published.grade, own: given.grade ?? '无' });
}
