/** 条款草稿 — what stands in the form before it is saved: what is wrong with each, and what two people made of them. Pure. */
import type { Clash } from '../../furniture/Conflict.js';
import { decideLines, lineClashes } from '../../furniture/lines.js';

type Kept = Readonly<Record<string, 'mine' | 'theirs'>>;

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
const keyed = (drafts: readonly Draft[]) => clausesOf(drafts).map((clause) => ({ ...clause, key: clause.path }));

export const clauseClashes = (mine: readonly Draft[], theirs: readonly Draft[]): Clash[] =>
  lineClashes(keyed(mine), keyed(theirs), { wordOf: ({ text }) => text, nameOf: ({ path }) => path, lacking: '（没有这一条）' });

export const decideClauses = (mine: readonly Draft[], theirs: readonly Draft[], kept: Kept): Draft[] =>
  draftsOf(decideLines(keyed(mine), keyed(theirs), kept));

/** Lines that a text takes in the form, at about forty characters a line: the page may not measure it by inline styles. */
export function rowsOf(text: string): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil([...line].length / 40)), 0);
  return Math.min(12, Math.max(2, lines));
}
