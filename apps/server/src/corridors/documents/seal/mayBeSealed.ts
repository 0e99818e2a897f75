/** 可否电子签章 — decided here and nowhere else, for what a page offers and for what the action does. @source trust R46; 电子签名法 第三条第三款 */
import type { DocumentTable } from '../tables.js';

export type WhyNotSealed = 'seal_forbidden' | 'seal_draft';

/** 停水、停电、停气、停热 — by what it says it is, and by its title: a notice filed under another kind stays what it is. */
const stopsUtilities = /(?:停止?|中止|中断|暂停|切断)(?:供应|使用|供)?[水电气热]|断[水电气](?!.{0,2}工程)/;

export function whyNotSealed({ kind, title, standing }: Pick<DocumentTable, 'kind' | 'title' | 'standing'>): WhyNotSealed | null {
  if (kind === 'utility_stop' || stopsUtilities.test(title.normalize('NFKC').replace(/\s/g, ''))) return 'seal_forbidden';
  return standing === 'draft' ? 'seal_draft' : null;
}

/** Fixed-layout files, which print the same everywhere. */
export const sealableKinds: ReadonlySet<string> = new Set(['pdf', 'ofd']);
