/** 单元格格式 — which cell formats mean a date or a percentage. Only that is read of a workbook's styles. */
import type { Entry } from '../archive/directory.js';
import { DATE, PERCENT } from './book.js';
import { type Package, readPart } from './parts.js';
import { attribute } from './xml.js';

/** Built-in formats: 27–36 and 50–58 are dates in Chinese workbooks (31 = yyyy"年"m"月"d"日"). */
const builtInDates = [
  [14, 17],
  [22, 22],
  [27, 31],
  [34, 36],
  [50, 58],
] as const;

/** DATE, PERCENT or 0 for each cell format, by its number. */
export async function readStyles(from: Package, entry: Entry): Promise<Uint8Array> {
  const codes = new Map<number, string>();
  const kinds: number[] = [];
  let inFormats = false;
  await readPart(from, entry, {
    wantsText: false,
    open(name, attributes, closed) {
      if (name === 'numFmt') codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
      else if (name === 'cellXfs') inFormats = !closed;
      else if (name === 'xf' && inFormats && kinds.length < 100_000)
        kinds.push(kindOfFormat(Number(attribute(attributes, 'numFmtId') ?? 0), codes));
    },
    close(name) {
      if (name === 'cellXfs') inFormats = false;
    },
    text: () => undefined,
  });
  return Uint8Array.from(kinds);
}

function kindOfFormat(id: number, codes: ReadonlyMap<number, string>): number {
  const code = codes.get(id);
  if (code !== undefined) return isDateCode(code) ? DATE : isPercentCode(code) ? PERCENT : 0;
  if (id === 9 || id === 10) return PERCENT;
  return builtInDates.some(([first, last]) => id >= first && id <= last) ? DATE : 0;
}

/** The letters of a format code that count: without quoted texts, escapes, colours, locales and fill marks. */
const bare = (code: string): string => (code.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\*.|\[[^[\]]*\]/g, '');

/** A day is shown: y or d, or a month beside them; h:mm:ss alone is a duration or a time and stays a number. */
export const isDateCode = (code: string): boolean =>
  /[yYdD年]|^[mM]+$/.test(bare(code).replace(/general/i, '')) || /^m+$/i.test(bare(code));
const isPercentCode = (code: string): boolean => /[0#?]\s*%/.test(bare(code));
