/** 大的 CSV 的头 — what the first bytes say of a plain UTF-8 file: its header, its separator, where its rows begin and how long they are. */
import { vocabularyOf } from '../columns/vocabulary.js';
import type { Limits } from '../limits.js';
import { sniff } from '../sniff/sniff.js';
import { findHeader, withoutComments } from '../table/header.js';
import type { Cell } from '../table.js';
import type { ByteSource } from './byteSource.js';
import { decoded } from './byteWords.js';
import { readCsvBook } from './csv.js';
import { findMojibake } from './mojibake.js';
import { NotPlain } from './notPlain.js';

export interface Headed {
  readonly source: ByteSource;
  readonly file: string;
  readonly limits: Limits;
}

export interface Layout {
  readonly header: readonly string[];
  readonly delimiter: string;
  /** Its code, an ASCII one. */
  readonly split: number;
  /** Row of the file in which the data begin, and the byte. */
  readonly firstRow: number;
  readonly from: number;
}

/** More than `findHeader` and the search for the delimiter look at. */
const headBytes = 1 << 18;
/** Enough when it holds more than `headRows`, and as many characters as the search for the delimiter looks at. */
const shortHead = 1 << 16;
const headRows = 100;
/** As many characters as the search for wrong decoding looks at. */
const garbledWithin = 400_000;
/** Rows whose width `raggedRows` takes for the widest. */
const widthFrom = 10;
const lineFeed = 10;
const quote = 34;

/** Raises NotPlain and CannotRead. */
export function layoutOf({ source, file, limits }: Headed): Layout {
  const bytes = source.read(0, Math.min(source.length, garbledWithin * 3 + 3));
  if (source.length > limits.plainBytes || sniff(bytes, limits).kind !== 'text' || bytes.includes(0))
    throw new NotPlain('no_text');
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) throw new NotPlain('utf16');
  const begin = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  if (findMojibake(textOfHead(bytes, begin)) !== undefined) throw new NotPlain('garbled');
  const short = headOf(bytes, begin, { source, file, limits, most: shortHead });
  const { book, delimiter, findings, whole } =
    short.whole || (short.book.sheets[0]?.rows.length ?? 0) > headRows
      ? short
      : headOf(bytes, begin, { source, file, limits, most: headBytes });
  const all = book.sheets[0]?.rows ?? [];
  const rows = withoutComments(all);
  const header = findHeader({ ...book.sheets[0]!, rows }, vocabularyOf([]));
  const above = header === undefined ? undefined : rows[header.dataFrom - 1];
  if (header === undefined || above === undefined || findings.length > 0 || delimiter.charCodeAt(0) > 127)
    throw new NotPlain('no_plain_header');
  if (!whole && all.length < headRows) throw new NotPlain('long_rows');
  if (all.length - rows.length + header.dataFrom > widthFrom || header.texts.length > widest(all))
    throw new NotPlain('deep_header');
  const split = delimiter.charCodeAt(0);
  const from = startOf(bytes, { begin, records: above.row, split });
  return { header: header.texts, delimiter, split, firstRow: above.row + 1, from };
}

/** The first lines as the general reader reads them; `whole`: all lines. */
function headOf(bytes: Uint8Array, begin: number, { source, file, limits, most }: Headed & { readonly most: number }) {
  const whole = source.length <= most;
  const end = whole ? source.length : bytes.lastIndexOf(lineFeed, most) + 1;
  return { ...readCsvBook(decoded(bytes.subarray(begin, end)), file, limits), whole };
}

const widest = (rows: readonly { readonly cells: readonly Cell[] }[]): number =>
  Math.max(...rows.slice(0, widthFrom).map(({ cells }) => cells.length));

/** The characters in which wrong decoding is looked for. */
function textOfHead(bytes: Uint8Array, begin: number): string {
  const head = bytes.subarray(begin, begin + garbledWithin * 3);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(head, { stream: true }).slice(0, garbledWithin);
}

/** The byte behind so many records. */
function startOf(
  bytes: Uint8Array,
  { begin, records, split }: { readonly begin: number; readonly records: number; readonly split: number },
): number {
  let at = begin;
  let opening = true;
  for (let left = records; left > 0 && at < bytes.length; at++) {
    const code = bytes[at]!;
    if (opening && code === quote) at = closing(bytes, at);
    else if (code === 13 && bytes[at + 1] !== lineFeed) left--;
    else if (code === lineFeed) left--;
    opening = code === split || code === lineFeed || code === 13;
  }
  return at;
}

function closing(bytes: Uint8Array, open: number): number {
  for (let at = open + 1; at < bytes.length; at++) if (bytes[at] === quote && bytes[++at] !== quote) return at - 1;
  throw new NotPlain('quote_open');
}

/** About; rows at the begin, in the middle and at the end of the file, the shortest of them. */
export function bytesPerRow(source: ByteSource, from: number): number {
  const length = source.length - from;
  const places = length < 3 * sampleBytes ? [from] : [from, from + length / 2, source.length - sampleBytes];
  return Math.min(
    ...places.map((place) => {
      const begin = Math.floor(place);
      const sample = source.read(begin, Math.min(source.length, begin + sampleBytes));
      let lines = 1;
      for (let at = 0; at < sample.length; at++) if (sample[at] === lineFeed) lines++;
      return Math.max(1, sample.length / lines);
    }),
  );
}

const sampleBytes = 1 << 16;
