/** 条款草稿 — what stands in the form before it is saved: what is wrong with each, and what two people made of them. Pure. */
import { type LineWords, mergeLines } from '../../furniture/lines.js';
import type { Merged, Sides } from '../../furniture/threeWay.js';

export interface Draft {
  /** Stays with the line while it is moved. */
  readonly key: number;
  readonly path: string;
  readonly text: string;
}

export function draftsOf(clauses: readonly { readonly path: string; readonly text: string }[]): Draft[] {
  const lines = clauses.length === 0 ? [{ path: '', text: '' }] : clauses;
  return lines.map(({ path, text }, place) => ({ key: place, path, text }));
}

/** What must be mended before it can be saved; undefined when nothing. */
export function clauseTrouble(draft: Draft, all: readonly Draft[]): string | undefined {
  if (isBlank(draft)) return undefined;
  const path = draft.path.trim();
  if (path === '') return '请写条款号，如 二(七)、附件2.3。';
  if (all.some((one) => one.key !== draft.key && one.path.trim() === path)) return `条款号“${path}”写了两次。`;
  return draft.text.trim() === '' ? '请照原文写条款内容。' : undefined;
}

/** What is sent: a line in which nothing stands is none. */
export const clausesOf = (drafts: readonly Draft[]): { path: string; text: string }[] =>
  drafts.filter((draft) => !isBlank(draft)).map(({ path, text }) => ({ path: path.trim(), text: text.trim() }));

const isBlank = ({ path, text }: Draft): boolean => path.trim() === '' && text.trim() === '';

/** By number: one that was renumbered is another one. */
const keyed = (drafts: readonly Draft[]) => clausesOf(drafts).map(({ path, text }) => ({ key: path, text }));

const words: LineWords<{ readonly key: string; readonly text: string }> = {
  ...{ labels: { text: '原文' }, wordOf: ({ text }) => text, lineOf: ({ text }) => text, nameOf: ({ key }) => key },
  lacking: '（没有这一条）',
};

export function mergeClauses({ base, mine, theirs }: Sides<readonly Draft[]>): Merged<readonly Draft[]> {
  const merged = mergeLines(words, { base: keyed(base), mine: keyed(mine), theirs: keyed(theirs) });
  return { ...merged, decide: (kept) => draftsOf(merged.decide(kept).map(({ key, text }) => ({ path: key, text }))) };
}

/** Lines that a text takes in the form, at about forty characters a line: the page may not measure it by inline styles. */
export function rowsOf(text: string): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil([...line].length / 40)), 0);
  return Math.min(12, Math.max(2, lines));
}
