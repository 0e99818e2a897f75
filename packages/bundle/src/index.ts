/**
 * 校验包 — canonical JSON, the snapshot's bytes, the identity of a result, and bundles that prove a result to whoever holds them:
 * `writeBundle` for an auditor, an enterprise or the public, `verifyBundle` for anybody. Format: docs/reference/bundle.md.
 */
export { canonicalJson } from './canonical.js';
export { type Engine, type Engines, engines } from './engines.js';
export { resultHash } from './figures.js';
export type { Hashing, NewHash } from './hash.js';
export { type Identity, identityOf, schemeHash } from './identity.js';
export type { SchemeTexts } from './schemeFiles.js';
export type { BundleHead, BundleViewer } from './seal.js';
export { type SnapshotManifest, snapshotManifest } from './snapshot/manifest.js';
export { readSnapshot } from './snapshot/read.js';
export { writeProvenance, writeSnapshot } from './snapshot/write.js';
export { type BundleFinding, levelWords } from './texts.zh.js';
export { type Verification, type VerifyLevel, type VerifyWish, verifyBundle } from './verify/verify.js';
export { type BundleTask, writeBundle, writeEnterpriseBundles } from './write.js';
