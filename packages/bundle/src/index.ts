/** 校验码 — canonical JSON, the snapshot's bytes, and the identity of a result: scheme × data × engine semantics. */
export { canonicalJson } from './canonical.js';
export { type Identity, identityOf, resultHash } from './identity.js';
export { snapshotManifest } from './snapshot/manifest.js';
