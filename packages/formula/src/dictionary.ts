/** 文字的代码 — a frame's dictionary, with negative codes (−2 and below) for texts the frame does not know. */
import type { Formula } from './tree.js';

export interface TextCodes {
  codeOf(text: string): number;
  textOf(code: number): string;
}

export class Dictionary implements TextCodes {
  private readonly extra: string[] = [];
  private readonly codes = new Map<string, number>();

  constructor(private readonly source: TextCodes) {}

  /** The dictionary for a formula: where the result is a text, its unknown constants get their codes in the order of the text. */
  static for(formula: Pick<Formula, 'type' | 'texts'>, source: TextCodes): Dictionary {
    const dictionary = new Dictionary(source);
    if (formula.type === 'text') for (const text of formula.texts) dictionary.codeOf(text);
    return dictionary;
  }

  codeOf(text: string): number {
    const known = this.codes.get(text) ?? this.source.codeOf(text);
    const code = known === -1 ? -2 - (this.extra.push(text) - 1) : known;
    this.codes.set(text, code);
    return code;
  }

  /** Codes below −1 belong to this dictionary, or to the one it stands on. */
  textOf(code: number): string {
    return code <= -2 ? (this.extra[-2 - code] ?? this.source.textOf(code)) : this.source.textOf(code);
  }
}
