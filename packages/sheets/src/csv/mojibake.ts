/**
 * 乱码识别 — a text that was decoded with the wrong encoding before it was saved. Three proofs: turned back and read rightly it
 * makes sense; it holds the well-known ruins (锟斤拷, U+FFFD); stray signs stand among Chinese characters (渟└臄, 临?つ珷) or
 * half-character shifts make rare characters of common ones.
 * @source R35; the samples of 临政发〔2022〕22号 as published
 */
import { encodeGb18030 } from './gb18030.js';

export interface Mojibake {
  /** Line from 1. */
  readonly line: number;
  readonly sample: string;
  readonly why: string;
  /** The whole text is ruined: refused. Else a place in it: asked about. */
  readonly sure: boolean;
}

const lookedAt = 400_000;

export function findMojibake(text: string): Mojibake | undefined {
  const lines = text.slice(0, lookedAt).split(/\r\n|\n|\r/);
  let foreign = 0;
  let turned = 0;
  let first: Mojibake | undefined;
  const sound = new Set<string>();
  for (const [at, line] of lines.entries()) {
    if (!/[^\0-\x7f]/.test(line)) continue;
    foreign++;
    const letters = line.replace(plainSigns, ' ');
    if (sound.has(letters)) continue;
    const rightly = readRightly(line);
    if (rightly !== undefined) turned++;
    const why = rightly === undefined ? strayOf(line) : `应为“${cut(rightly)}”`;
    if (why === undefined) sound.add(letters);
    if (why !== undefined && first === undefined) first = { line: at + 1, sample: cut(sampleOf(line, why)), why, sure: false };
  }
  return first === undefined ? undefined : { ...first, sure: turned * 2 > foreign };
}

/** All that says nothing, in whatever encoding: ASCII but the question mark, which stands for lost characters. */
const plainSigns = /[\0->@-\x7f]+/g;

const cut = (text: string): string => ([...text].length > 24 ? `${[...text].slice(0, 24).join('')}…` : text);

/** The stretch around the first odd sign. */
function sampleOf(line: string, why: string): string {
  const at = why.startsWith('应为') ? -1 : line.search(oddSign);
  return at > 8 ? line.slice(at - 8) : line;
}

/** The line as it should be, when its bytes read in another encoding make Chinese. */
function readRightly(line: string): string | undefined {
  const letters = [...line].filter((letter) => letter > '\u007f').length;
  if (letters < 3) return undefined;
  if ([...line].every((letter) => letter <= '\u00ff' || letter === '\ufffd' || windows1252.includes(letter))) {
    const bytes = latinBytes(line);
    return strictly('utf-8', bytes) ?? commonOnly(strictly('gb18030', bytes));
  }
  const bytes = encodeGb18030(line.replace(/\ufffd/g, ''));
  return strictly('utf-8', bytes) ?? mostly(bytes);
}

/** UTF-8 of which single bytes were lost on the way, as converters drop what they cannot read: most of it is common Chinese. */
function mostly(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder('utf-8').decode(bytes);
  const letters = [...text].filter((letter) => letter > '\u007f');
  const lost = letters.filter((letter) => letter === '\ufffd').length;
  const common = letters.filter((letter) => letter !== '\ufffd' && isCommon(letter)).length;
  return common >= 3 && common > 2 * lost ? text : undefined;
}

/** A byte that Windows-1252 lacks became U+FFFD: any of the five fits into a UTF-8 sequence. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const latinBytes = (line: string): Uint8Array =>
  Uint8Array.from(line, (letter) =>
    letter === '\ufffd' ? 0x81 : windows1252.includes(letter) ? 0x80 + windows1252.indexOf(letter) : letter.charCodeAt(0) & 255,
  );

/** The text if it is well formed and holds Chinese, else undefined. */
function strictly(label: string, bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return /\p{Script=Han}/u.test(text) ? text : undefined;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

const commonOnly = (text: string | undefined): string | undefined =>
  text !== undefined && [...text].every((letter) => letter <= '\u007f' || isCommon(letter)) ? text : undefined;

/** Box lines, kana (but の), and the replacement mark do not stand beside Chinese characters. */
const oddSign =
  /锟斤拷|烫烫烫|屯屯屯|\ufffd|[\u4e00-\u9fff?][\u2500-\u257f\u3041-\u306d\u306f-\u3093][\u4e00-\u9fff?]|[\u4e00-\u9fff][\u2500-\u257f\u3041-\u306d\u306f-\u3093]|[\u3041-\u306d\u306f-\u3093][\u4e00-\u9fff]/;

function strayOf(line: string): string | undefined {
  if (oddSign.test(line)) return '汉字中夹有不相干的符号';
  return shifted(line) ? '像是错位半个汉字的结果' : undefined;
}

/** A run of rare characters that becomes common when read from its second byte on. */
function shifted(line: string): boolean {
  for (const run of line.match(/[\u4e00-\u9fff]{8,}/g) ?? []) {
    for (let at = 0; at + 8 <= run.length; at += 4) {
      const letters = [...run.slice(at, at + 8)];
      if (letters.filter((letter) => !isCommon(letter)).length < 3) continue;
      const text = new TextDecoder('gb18030').decode(encodeGb18030(letters.join('')).subarray(1, -1));
      if ([...text].length === 7 && [...text].every(isCommon)) return true;
    }
  }
  return false;
}

/** 一级汉字: the 3 755 of GB 2312 level 1, first byte B0–D7. */
function isCommon(letter: string): boolean {
  const bytes = encodeGb18030(letter);
  return bytes.length === 2 && bytes[0]! >= 0xb0 && bytes[0]! <= 0xd7 && bytes[1]! >= 0xa1;
}
