/**
 * 封装 — files of a viewer → the bytes of a bundle: `bundle.json` lists every file with size, SHA-256 and the beginnings of the hashes of
 * its blocks (so that damage has a place), `bundle.sha256` does the same for `bundle.json`. Equal files give equal bytes.
 */
import { bytesOf } from './bytes.js';
import { canonicalJson } from './canonical.js';
import { hashBytes } from './hash.js';
import { type Files, packTar, sortedPaths } from './tar/tar.js';

export const bundleFormat = 'muheng-bundle';
export const bundleVersion = 1;
export const headPath = 'bundle.json';
export const checksumPath = 'bundle.sha256';
/** Bytes a block of `blocks` covers. */
export const damageBlock = 4096;

/** Who may read a bundle: 审计人员 all, 企业 its own row, 公众 grades. */
export type BundleViewer = 'auditor' | 'enterprise' | 'public';

export interface BundleIdentity {
  readonly scheme: string;
  /** Of the data and of the figures: plain for the auditor, salted for the others. */
  readonly data: string;
  readonly figures: string;
}

/** What `bundle.json` says besides the list of files. */
export interface BundleHead {
  readonly viewer: BundleViewer;
  readonly semantics: number;
  readonly scheme: { readonly id: string; readonly title: string; readonly place: string };
  readonly year: number;
  readonly identity: BundleIdentity;
  readonly counts: { readonly subjects: number };
  /** Whose bundle an enterprise bundle is. */
  readonly subject: string | null;
}

export interface ListedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Eight hexadecimal digits for each 4 096 bytes. */
  readonly blocks: string;
}

export function sealBundle(head: BundleHead, files: Files): Uint8Array {
  const listed = sortedPaths(files).map((path): ListedFile => {
    const content = files.get(path)!;
    return { path, bytes: content.length, sha256: hashBytes(content), blocks: blocksOf(content) };
  });
  const headBytes = bytesOf(canonicalJson({ format: bundleFormat, version: bundleVersion, ...head, files: listed }));
  return packTar(new Map([...files, [headPath, headBytes], [checksumPath, checksumOf(headBytes)]]));
}

export const checksumOf = (head: Uint8Array): Uint8Array => bytesOf(`${hashBytes(head)}\n${blocksOf(head)}\n`);

export function blocksOf(content: Uint8Array): string {
  const blocks: string[] = [];
  for (let at = 0; at < content.length; at += damageBlock)
    blocks.push(hashBytes(content.subarray(at, at + damageBlock)).slice(0, 8));
  return blocks.join('');
}
