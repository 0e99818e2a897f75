/** 依据效力 — documents a result should not rest on without saying so: no longer or not yet in force, drafts, readings, made up. */
import type { Assumption, SourceDocument, Standing } from '../model.js';
import type { SchemeTextCode } from '../texts.zh.js';
import { standingWords } from '../words.zh.js';
import { documentInWords } from './documents.js';
import type { Reading } from './reading.js';

export interface WeakDocument {
  readonly key: string;
  /** 《名称》（文号）. */
  readonly words: string;
  readonly code: SchemeTextCode;
  readonly blanks: Readonly<Record<string, string | number>>;
  /** Why the basis is weak, for outputs. */
  readonly why: string;
}

const weak: ReadonlySet<Standing> = new Set<Standing>([
  'draft',
  'expired',
  'superseded',
  'void',
  'interpretation',
  'invented',
  'unknown',
]);

/** Only documents that some rule cites. */
export function weakDocuments(reading: Reading): WeakDocument[] {
  const cited = new Set([...reading.clausesUsed].map((reference) => reference.split('#')[0]));
  return [...reading.documents.values()]
    .filter(({ key }) => cited.has(key))
    .flatMap((document) => weaknessOf(document, reading.file.years));
}

function weaknessOf(
  document: SourceDocument,
  years: { readonly data: number | 'any'; readonly work?: number | undefined },
): WeakDocument[] {
  const { key, standing, from, to } = document;
  const words = documentInWords(document);
  if (weak.has(standing)) {
    const word = standingWords[standing];
    return [{ key, words, code: 'document_weak', blanks: { document: words, standing: word }, why: `文件效力：${word}` }];
  }
  if (years.data === 'any') return [];
  if (to !== undefined && to < `${years.data}-01-01`) {
    return [
      {
        key,
        words,
        code: 'document_out_of_force',
        blanks: { document: words, to, year: years.data },
        why: `文件有效期到 ${to}，${years.data} 年度已不在有效期内`,
      },
    ];
  }
  const last = years.work ?? years.data;
  if (from !== undefined && from > `${last}-12-31`) {
    return [
      {
        key,
        words,
        code: 'document_not_yet',
        blanks: { document: words, from, year: last },
        why: `文件自 ${from} 起施行，晚于 ${last} 年底`,
      },
    ];
  }
  return [];
}

/** The same as assumptions, so that they reach every output. */
export const standingAssumptions = (reading: Reading): Assumption[] =>
  weakDocuments(reading).map(({ key, words, why }) => ({ path: `source.documents.${key}`, what: `依据文件${words}`, why }));
