/** 文字字典 — texts get a number while tables are read; at the end the numbers become places in the sorted dictionary. */
import type { Column } from '../absence.js';
import { sortTexts } from '../textOrder.js';

export class TextPool {
  private readonly codes = new Map<string, number>();

  codeOf(text: string): number {
    const known = this.codes.get(text);
    if (known !== undefined) return known;
    this.codes.set(text, this.codes.size);
    return this.codes.size - 1;
  }

  /** The sorted dictionary; `renumber` turns a column of provisional numbers into places in it, once, where it stands. */
  finish(): { readonly dictionary: readonly string[]; readonly renumber: (column: Column) => Column } {
    const dictionary = sortTexts(this.codes.keys());
    const place = new Int32Array(dictionary.length);
    dictionary.forEach((text, index) => {
      place[this.codes.get(text) ?? 0] = index;
    });
    const isSame = place.every((to, code) => to === code);
    return {
      dictionary,
      renumber: ({ values, absence }) => {
        if (!isSame) renumberIn(values, place);
        return { values, absence };
      },
    };
  }
}

function renumberIn(codes: Float64Array, place: Int32Array): void {
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (!Number.isNaN(code)) codes[row] = place[code]!;
  }
}
