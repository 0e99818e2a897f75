/**
 * 企业包 — one subject's own facts and figures, the frozen figures its score needs, its explanation, and the proof that its row is in the
 * public bundle. Nothing of another subject: no row, no name, no text of the data's dictionary, no unsalted hash.
 */
import { explainer, explanationInWords } from '@muheng/engine';
import { bytesOf } from '../bytes.js';
import { canonicalJson } from '../canonical.js';
import { figuresOf, type SubjectFigures } from '../figures.js';
import { schemeHash } from '../identity.js';
import { checkSecret, memberHash, subjectSalt } from '../members.js';
import { ownFactsOf } from '../own/facts.js';
import { familiesOf } from '../own/family.js';
import { freezer } from '../own/freeze.js';
import { recomputeOwn } from '../own/recompute.js';
import { schemeFilesOf } from '../schemeFiles.js';
import { sealBundle } from '../seal.js';
import { type BundleRun, headOf, identitiesOf } from '../task.js';

export const ownPaths = {
  facts: 'own/facts.json',
  figures: 'own/figures.json',
  frozen: 'own/frozen.json',
  explanation: 'own/explanation.txt',
  proof: 'own/proof.json',
} as const;

/** Prepares once for many subjects of one run. Raises a RangeError for an unknown subject or a secret too short. */
export function enterpriseBundles(run: BundleRun & { readonly salt: string }): (subject: string) => Uint8Array {
  checkSecret(run.salt);
  const { scheme, dataset, result } = run;
  const rows = new Map(result.subjects.map((id, row) => [id, row]));
  const figures = figuresOf(result, scheme);
  const factsOf = ownFactsOf(scheme, dataset);
  const familyOf = familiesOf(scheme, dataset, result);
  const freeze = freezer(run);
  const explain = explainer(run);
  const schemeFiles = schemeFilesOf(run.texts, scheme);
  const { salted } = identitiesOf(run);
  if (salted === null) throw new RangeError('no salt');
  return (subject) => {
    const row = rows.get(subject);
    if (row === undefined) throw new RangeError(`no subject ${subject} in the result`);
    const family = familyOf(subject);
    const facts = factsOf(family.rows);
    const given = figures(row);
    const frozen = freeze(row, { family, facts, given });
    assertVerifies(recomputeOwn({ scheme, facts, frozen, given }), given);
    const salt = subjectSalt(run.salt, subject);
    const leaf = memberHash(salt, { facts, figures: given, scheme: schemeHash(scheme), semantics: result.semantics });
    const files = new Map([
      ...schemeFiles,
      [ownPaths.facts, bytesOf(canonicalJson(facts))],
      [ownPaths.figures, bytesOf(canonicalJson(given))],
      [ownPaths.frozen, bytesOf(canonicalJson(frozen))],
      [ownPaths.explanation, bytesOf(explanationInWords(explain(subject, 'enterprise')))],
      [ownPaths.proof, bytesOf(canonicalJson({ salt, leaf }))],
    ]);
    return sealBundle(headOf(run, { viewer: 'enterprise', identity: salted, subject }), files);
  };
}

/** A bundle that would not verify is never given out: that is our fault, not the subject's. */
function assertVerifies({ figures, offLines }: ReturnType<typeof recomputeOwn>, given: SubjectFigures): void {
  if (offLines !== null) throw new Error(`the frozen lines do not give the grade of ${given.id}: ${offLines}`);
  const [own, wanted] = [canonicalJson(figures), canonicalJson(given)];
  if (own !== wanted) throw new Error(`own row of ${given.id} does not recompute:\n${own}\n${wanted}`);
}
