/** 依据文件 — source.yaml as documents with clauses, and their official names. */
import type { SourceDocument } from '../model.js';
import type { SourceFile } from '../shape/source.js';

export function documentsFrom(file: SourceFile): Map<string, SourceDocument> {
  const documents = new Map<string, SourceDocument>();
  for (const [key, { title, issuer, standing, clauses, ...rest }] of Object.entries(file.documents)) {
    const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
    const places = Object.entries(clauses).map(
      ([name, { at, text }]) => [name, { at, ...(text === undefined ? {} : { text }) }] as const,
    );
    documents.set(key, { key, title, issuer, standing, ...given, clauses: new Map(places) });
  }
  return documents;
}

/** `《赤峰市…若干意见》（赤政发〔2020〕172号）` */
export const documentInWords = (document: SourceDocument): string =>
  `《${document.title.replace(/^《(.*)》$/, '$1')}》${document.number === undefined ? '' : `（${document.number}）`}`;
