/** 条款草稿 — what stands in the form before it is saved: order, and what is wrong with each. Pure. */
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
  const path = draft.path.trim();
  if (path === '') return '请写条款号，如 二(七)、附件2.3。';
  if (all.some((one) => one.key !== draft.key && one.path.trim() === path)) return `条款号“${path}”写了两次。`;
  return draft.text.trim() === '' ? '请照原文写条款内容。' : undefined;
}

/** One line up or down; at the ends it stays. */
export function moved(drafts: readonly Draft[], place: number, by: -1 | 1): Draft[] {
  const list = [...drafts];
  const [line] = list.splice(place, 1);
  if (line !== undefined) list.splice(Math.min(list.length, Math.max(0, place + by)), 0, line);
  return list;
}

/** Lines that a text takes in the form, at about forty characters a line: the page may not measure it by inline styles. */
export function rowsOf(text: string): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil([...line].length / 40)), 0);
  return Math.min(12, Math.max(2, lines));
}
