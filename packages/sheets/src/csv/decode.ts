/**
 * 文本编码 — bytes → text: a mark decides, else strict UTF-8, else GB18030; never a guess among code pages. What was read
 * with another encoding than UTF-8 is shown to a person, and a text that was decoded wrongly before it came here is refused.
 * @source R35
 */
import type { Finding } from '@muheng/finding';
import { found } from '../texts.zh.js';
import { findMojibake } from './mojibake.js';

export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface Decoded {
  readonly text?: string;
  readonly encoding?: Encoding;
  readonly findings: readonly Finding[];
}

export function decodeText(bytes: Uint8Array, file: string): Decoded {
  const { encoding, text } = decode(bytes);
  if (encoding === undefined)
    return { findings: [found(bytes.includes(0) ? 'file_type_unknown' : 'text_encoding_unknown', { file })] };
  const garbled = findMojibake(text);
  if (garbled?.sure === true)
    return { findings: [found('text_mojibake', { file, row: garbled.line }, { sample: garbled.sample, why: garbled.why })] };
  const findings: Finding[] = [];
  if (garbled !== undefined)
    findings.push(found('text_mojibake_suspected', { file, row: garbled.line }, { sample: garbled.sample, why: garbled.why }));
  if (encoding === 'gb18030') findings.push(found('text_read_as_gb18030', { file }, { sample: previewOf(text) }));
  if (encoding === 'utf-16le' || encoding === 'utf-16be')
    findings.push(found('text_read_as_utf16', { file }, { sample: previewOf(text) }));
  return { text, encoding, findings };
}

function decode(
  bytes: Uint8Array,
): { readonly encoding: Encoding; readonly text: string } | { readonly encoding: undefined; readonly text: '' } {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return tried(bytes, ['utf-8-bom']);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return tried(bytes, ['utf-16le']);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return tried(bytes, ['utf-16be']);
  if (bytes.includes(0)) return { encoding: undefined, text: '' };
  return tried(bytes, ['utf-8', 'gb18030']);
}

const labels: Readonly<Record<Encoding, string>> = {
  'utf-8': 'utf-8',
  'utf-8-bom': 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  gb18030: 'gb18030',
};

function tried(bytes: Uint8Array, encodings: readonly Encoding[]): ReturnType<typeof decode> {
  for (const encoding of encodings) {
    try {
      return { encoding, text: new TextDecoder(labels[encoding], { fatal: true }).decode(bytes) };
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return { encoding: undefined, text: '' };
}

const shownAtMost = 40;

/** The first line with a Chinese character, and beside it the first character that two bytes cannot hold: where a wrong reading shows. */
function previewOf(text: string): string {
  const first =
    text
      .slice(0, 100_000)
      .split(/\r\n|\n|\r/)
      .find((one) => /\p{Script=Han}/u.test(one)) ?? '';
  const rare = /[\u3400-\u4dbf\u{20000}-\u{3ffff}]/u.exec(text)?.index;
  const shown = cut(first, 0);
  if (rare === undefined) return shown;
  const start = Math.max(text.lastIndexOf('\n', rare), text.lastIndexOf('\r', rare)) + 1;
  const line = text.slice(start, rare + 4 * shownAtMost).split(/[\r\n]/, 1)[0] ?? '';
  const there = cut(line, [...line.slice(0, rare - start)].length - shownAtMost / 2);
  return there === shown ? shown : `${shown}”、“${there}`;
}

/** Forty characters of a line. */
function cut(line: string, wanted: number): string {
  const letters = [...line];
  const from = Math.max(0, Math.min(wanted, letters.length - shownAtMost));
  const end = from + shownAtMost < letters.length ? '…' : '';
  return `${from > 0 ? '…' : ''}${letters.slice(from, from + shownAtMost).join('')}${end}`;
}
