/** 办法文件 — the texts a scheme was read from, the closure they give, and the scheme read again from them. */
import type { Finding } from '@muheng/finding';
import { readScheme, type Scheme } from '@muheng/scheme';
import { bytesOf, textOf } from './bytes.js';
import { canonicalJson } from './canonical.js';
import { ShapeTrouble } from './json.js';
import { contentOf } from './snapshot/read.js';
import type { Files } from './tar/tar.js';

/** What `readScheme` reads, as text. */
export interface SchemeTexts {
  /** scheme.yaml. */
  readonly scheme: string;
  /** source.yaml. */
  readonly source: string;
  /** The fact catalogue, facts.yaml. */
  readonly catalogue: string;
}

const paths = {
  scheme: 'scheme/scheme.yaml',
  source: 'scheme/source.yaml',
  catalogue: 'scheme/facts.yaml',
  closure: 'scheme/closure.json',
} as const;

export function schemeFilesOf(texts: SchemeTexts, scheme: Scheme): Map<string, Uint8Array> {
  return new Map([
    [paths.scheme, bytesOf(texts.scheme)],
    [paths.source, bytesOf(texts.source)],
    [paths.catalogue, bytesOf(texts.catalogue)],
    [paths.closure, bytesOf(canonicalJson(scheme.closure))],
  ]);
}

/** The texts in a bundle; ShapeTrouble names the file that is missing or no UTF-8. */
export function textsIn(files: Files): SchemeTexts {
  const text = (path: string): string => {
    const read = textOf(contentOf(files, path));
    if (read === undefined) throw new ShapeTrouble(path);
    return read;
  };
  return { scheme: text(paths.scheme), source: text(paths.source), catalogue: text(paths.catalogue) };
}

export function readTexts(texts: SchemeTexts): { readonly scheme?: Scheme; readonly findings: readonly Finding[] } {
  return readScheme({
    file: paths.scheme,
    text: texts.scheme,
    sourceFile: paths.source,
    sourceText: texts.source,
    catalogueFile: paths.catalogue,
    catalogueText: texts.catalogue,
  });
}
