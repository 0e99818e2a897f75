/**
 * GB18030 编码 — text → bytes, by turning the platform's own decoder round: what is written here it reads back. Four-byte
 * characters (𬭎, 㛃) included. The label `gbk` is never used: it has none of them. Built at first use, about 64 000 characters.
 */

interface Table {
  /** Bytes of each BMP character, big end first; 0 = cannot be written. */
  readonly codes: Uint32Array;
}

let table: Table | undefined;

/** Characters that GB18030 lacks (lone surrogates) become `?`. */
export function encodeGb18030(text: string): Uint8Array {
  table ??= buildTable();
  const { codes } = table;
  const out = new Uint8Array(text.length * 4);
  let at = 0;
  const put = (code: number): void => {
    if (code > 0xffff) {
      out[at++] = code >>> 24;
      out[at++] = (code >>> 16) & 255;
    }
    if (code > 0xff) out[at++] = (code >>> 8) & 255;
    out[at++] = code & 255;
  };
  for (const letter of text) {
    const point = letter.codePointAt(0)!;
    if (point < 0x80) out[at++] = point;
    else if (point > 0xffff) put(fourBytes(point - 0x10000 + 189_000));
    else put(codes[point] || 0x3f);
  }
  return out.slice(0, at);
}

/** The n-th four-byte code: 10 × 126 × 10 codes for each first byte, from 81 30 81 30 on. */
function fourBytes(index: number): number {
  const fourth = 0x30 + (index % 10);
  const third = 0x81 + (Math.floor(index / 10) % 126);
  const second = 0x30 + (Math.floor(index / 1260) % 10);
  const first = 0x81 + Math.floor(index / 12_600);
  return first * 0x1000000 + second * 0x10000 + third * 0x100 + fourth;
}

function buildTable(): Table {
  const codes = new Uint32Array(0x10000);
  const all: number[] = [];
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++) if (second !== 0x7f) all.push(first * 256 + second);
  for (let index = 0; index < 39_420; index++) all.push(fourBytes(index));
  const bytes = new Uint8Array(all.length * 5);
  let at = 0;
  for (const code of all) {
    if (code > 0xffff) {
      bytes[at++] = code >>> 24;
      bytes[at++] = (code >>> 16) & 255;
    }
    bytes[at++] = (code >>> 8) & 255;
    bytes[at++] = code & 255;
    bytes[at++] = 10;
  }
  const letters = new TextDecoder('gb18030').decode(bytes.subarray(0, at)).split('\n');
  all.forEach((code, index) => {
    const letter = letters[index] ?? '';
    if (letter.length === 1 && letter !== '\ufffd' && codes[letter.charCodeAt(0)] === 0) codes[letter.charCodeAt(0)] = code;
  });
  codes[0xfffd] = 0x8431a437;
  return { codes };
}
