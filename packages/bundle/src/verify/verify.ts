/**
 * 核验 — the bytes of a bundle → which level was proved, or what is off and where. First every byte is accounted for (open.ts), then the
 * content is recomputed as far as its viewer allows. Nothing in a bundle is believed because it says so.
 */

import { type Engines, engines as ownEngines } from '../engines.js';
import { ShapeTrouble } from '../json.js';
import { type OpenBundle, openBundle } from '../open.js';
import { type BundleHead, type BundleViewer, headPath } from '../seal.js';
import { type BundleFinding, provedWords, trouble } from '../texts.zh.js';
import { verifyAuditor } from './auditor.js';
import { verifyEnterprise } from './enterprise.js';
import { verifyPublic } from './public.js';

/** recomputed 全部复算, own_row_recomputed 本户复算, membership_and_hashes 公开内容. */
export type VerifyLevel = 'recomputed' | 'own_row_recomputed' | 'membership_and_hashes';

export interface Verification {
  /** The level that was proved; null when nothing was. */
  readonly level: VerifyLevel | null;
  /** Every byte agrees. */
  readonly ok: boolean;
  /** It is no bundle, or one only a newer version can read. */
  readonly unreadable: boolean;
  readonly head: BundleHead | null;
  readonly findings: readonly BundleFinding[];
  /** Chinese: what was proved, and what was taken as it stands. */
  readonly proved: readonly string[];
  readonly taken: readonly string[];
}

/** What a viewer's check gives. */
export interface Checked {
  readonly findings: readonly BundleFinding[];
  readonly proved: readonly string[];
  readonly taken: readonly string[];
}

const levelOf: Readonly<Record<BundleViewer, VerifyLevel>> = {
  auditor: 'recomputed',
  enterprise: 'own_row_recomputed',
  public: 'membership_and_hashes',
};

/** What a viewer's check may need besides the bundle. */
export interface Beside {
  /** A public bundle of the same run. */
  readonly against: OpenBundle | null;
  readonly engines: Engines;
}

const checks: Readonly<Record<BundleViewer, (bundle: OpenBundle, beside: Beside) => Checked>> = {
  auditor: verifyAuditor,
  enterprise: verifyEnterprise,
  public: verifyPublic,
};

export interface VerifyWish {
  /** A public bundle of the same run. */
  readonly against?: Uint8Array;
  /** Those that may recompute; else this version's. */
  readonly engines?: Engines;
}

export function verifyBundle(bytes: Uint8Array, { against, engines = ownEngines }: VerifyWish = {}): Verification {
  const opened = openBundle(bytes);
  if (opened.finding !== undefined) return refused(opened.finding, { head: null, unreadable: opened.unreadable });
  const { bundle } = opened;
  const { head } = bundle;
  if (!engines.has(head.semantics)) {
    const blanks = { semantics: head.semantics, known: [...engines.keys()].join('、') };
    return refused(trouble('semantics_unknown', { path: headPath }, blanks), { head, unreadable: true });
  }
  const other = against === undefined ? null : openPublic(against, engines);
  if (other !== null && 'code' in other) return refused(other, { head, unreadable: false });
  const checked = checkedSafely(bundle, { against: other, engines });
  const ok = checked.findings.length === 0;
  return {
    level: ok ? levelOf[head.viewer] : null,
    ok,
    unreadable: false,
    head,
    findings: checked.findings,
    proved: ok ? [provedWords.hashes, ...checked.proved] : [],
    taken: checked.taken,
  };
}

/** A file of another shape than its viewer's is a finding, whatever stood in it. */
function checkedSafely(bundle: OpenBundle, beside: Beside): Checked {
  try {
    return checks[bundle.head.viewer](bundle, beside);
  } catch (error) {
    if (!(error instanceof ShapeTrouble) && !(error instanceof RangeError)) throw error;
    const path = bundle.files.has(error.message) ? error.message : '';
    const from = bundle.offsets.get(path);
    const at = from === undefined ? {} : { path, from, to: from + Math.max(0, (bundle.files.get(path)?.length ?? 1) - 1) };
    return { findings: [trouble('file_malformed', at, { where: error.message })], proved: [], taken: [] };
  }
}

function openPublic(bytes: Uint8Array, engines: Engines): OpenBundle | BundleFinding {
  const opened = openBundle(bytes);
  if (opened.finding !== undefined) return trouble('against_unreadable', {}, { why: opened.finding.message });
  if (opened.bundle.head.viewer !== 'public') return trouble('against_not_public');
  const own = checkedSafely(opened.bundle, { against: null, engines });
  return own.findings[0] === undefined ? opened.bundle : trouble('against_unreadable', {}, { why: own.findings[0].message });
}

const refused = (finding: BundleFinding, of: Pick<Verification, 'head' | 'unreadable'>): Verification => ({
  level: null,
  ok: false,
  findings: [finding],
  proved: [],
  taken: [],
  ...of,
});
