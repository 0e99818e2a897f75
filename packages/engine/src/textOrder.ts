/** 排序 — texts in the order of their UTF-8 bytes: the one order of subjects and dictionaries, the same in every runtime. */

/** Below 0 when `a` comes first. */
export function compareBytes(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left !== right) return byteRank(left) - byteRank(right);
  }
  return a.length - b.length;
}

/** UTF-16 puts surrogates before U+E000–U+FFFF, UTF-8 after them. */
const byteRank = (unit: number): number => (unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800);

const surrogate = /[\ud800-\udfff]/;

/** Sorted copy. Texts without surrogates sort alike in UTF-16, which the runtime does faster. */
export function sortTexts(texts: Iterable<string>): string[] {
  const sorted = [...texts];
  return sorted.some((text) => surrogate.test(text)) ? sorted.sort(compareBytes) : sorted.sort();
}

/** Index of a text in a sorted list, −1 when it is not there. */
export function findText(sorted: readonly string[], text: string): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = compareBytes(sorted[middle]!, text);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
