/** The first unreadable spot of a text. Thrown inside the reader only; read.ts turns it into a finding. */
import type { Blanks } from '@muheng/finding';
import type { FormulaCode } from './texts.zh.js';

export class Trouble extends Error {
  constructor(
    readonly code: FormulaCode,
    /** Offset in the text, from 0. */
    readonly at: number,
    readonly blanks: Blanks = {},
  ) {
    super(code);
  }
}
