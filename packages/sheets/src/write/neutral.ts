/**
 * 防公式注入 — a text that a spreadsheet would take for a formula gets an apostrophe in front; the readers take one off again, so that
 * writing and reading gives the same text. @source R34
 */
import type { Cell } from '../table.js';

/** `=1+1` → `'=1+1`: also after NFKC, for tab, CR and NUL, and for a text that already begins so. */
export const safeText = (text: string): string => (/^'*[=+\-@\t\r\0]/.test(text.normalize('NFKC')) ? `'${text}` : text);

/** Texts neutralised, numbers as they are; what no cell can hold is blank. */
export const safeCell = (cell: Cell): Cell =>
  typeof cell === 'string' ? safeText(cell) : typeof cell === 'number' && !Number.isFinite(cell) ? null : cell;
