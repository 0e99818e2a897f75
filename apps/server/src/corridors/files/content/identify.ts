/**
 * 识别内容 — what bytes are, with the structure that an honest file of that kind has. The name never decides; it must only not
 * contradict. Spreadsheets and every zip container are told by `sniff` of the sheets. @source trust R26, R33
 */
import { intakeLimits, type RefusedKind, sniff } from '@muheng/sheets';
import type { FileKind } from '../kinds.js';
import type { brokenWords } from '../texts.zh.js';
import { pixelsOfJpeg, pixelsOfPng } from './pictures.js';

/** What no purpose takes: told apart only to say what it is. */
export type OtherKind = 'doc' | 'html' | 'xlsb' | 'ods' | 'slides' | 'picture' | 'archive' | 'xml';

export type Identified =
  | { readonly kind: FileKind; readonly pixels?: number }
  | { readonly kind: OtherKind }
  | { readonly trouble: 'unknown' | 'encrypted' | 'with_macros' | 'with_files_inside' }
  | { readonly trouble: 'of_two_kinds'; readonly why: string }
  | { readonly trouble: 'archive_unsafe'; readonly why: string }
  | { readonly trouble: 'broken'; readonly why: keyof typeof brokenWords };

/** @param extension lower case, without the dot: tells apart what only its use tells apart (text kinds, WPS) */
export function identify(bytes: Buffer, extension: string): Identified {
  for (const [magic, read] of ownKinds) if (begins(bytes, magic)) return read(bytes, extension);
  if (bytes.length >= 512 && bytes.length % 512 === 0 && bytes.toString('latin1', 257, 262) === 'ustar') return { kind: 'tar' };
  try {
    const { kind } = sniff(bytes, intakeLimits);
    if (kind === 'text') return identifyText(bytes, extension);
    if (kind === 'xlsx') return { kind };
    if (kind === 'xls') return { kind: extension === 'et' ? 'et' : 'xls' };
    return refusedBySniff(kind, bytes, extension);
  } catch (error) {
    return thrownBySniff(error);
  }
}

type Read = (bytes: Buffer, extension: string) => Identified;

const ownKinds: readonly (readonly [string, Read])[] = [
  ['%PDF-', identifyPdf],
  ['\x89PNG\r\n\x1a\n', identifyPng],
  ['\xff\xd8\xff', identifyJpeg],
  ['Rar!\x1a\x07', identifyRar],
  ['PMTiles\x03', () => ({ kind: 'pmtiles' })],
];

const begins = (bytes: Buffer, magic: string): boolean => bytes.toString('latin1', 0, magic.length) === magic;

function identifyPdf(bytes: Buffer): Identified {
  const whole = bytes.toString('latin1');
  const second = secondKind(whole, 'PDF');
  if (second !== undefined) return second;
  if (!whole.slice(-2048).includes('%%EOF')) return { trouble: 'broken', why: 'pdf_end' };
  const text = outsideStreams(whole);
  if (/\/Encrypt\s*(?:\d{1,10}\s+\d{1,5}\s+R|<<)/.test(text)) return { trouble: 'encrypted' };
  if (/\/(?:JavaScript|JS|Launch)[\s/(<[]/.test(text)) return { trouble: 'with_macros' };
  if (/\/EmbeddedFiles?[\s/(<[]/.test(text)) return { trouble: 'with_files_inside' };
  return { kind: 'pdf' };
}

/** Names have meaning only outside streams; among the packed bytes of a long scan any three letters stand somewhere. */
function outsideStreams(text: string): string {
  const parts: string[] = [];
  const begin = /(?<!end)stream\r?\n/g;
  let at = 0;
  for (let found = begin.exec(text); found !== null; found = begin.exec(text)) {
    parts.push(text.slice(at, found.index));
    const end = text.indexOf('endstream', begin.lastIndex);
    at = end < 0 ? text.length : end;
    begin.lastIndex = at;
  }
  return parts.join('') + text.slice(at);
}

function identifyPng(bytes: Buffer): Identified {
  const second = secondKind(bytes.toString('latin1'), '图片');
  if (second !== undefined) return second;
  const read = pixelsOfPng(bytes);
  if (read === undefined) return { trouble: 'broken', why: 'picture_head' };
  return read.whole ? { kind: 'png', pixels: read.pixels } : { trouble: 'broken', why: 'picture_end' };
}

function identifyJpeg(bytes: Buffer): Identified {
  const second = secondKind(bytes.toString('latin1'), '图片');
  if (second !== undefined) return second;
  const pixels = pixelsOfJpeg(bytes);
  if (pixels === undefined) return { trouble: 'broken', why: 'picture_head' };
  return bytes.includes('\xff\xd9', bytes.length - Math.min(bytes.length, 262_144), 'latin1')
    ? { kind: 'jpg', pixels }
    : { trouble: 'broken', why: 'picture_end' };
}

/** Another format that reads its file from the end, or a browser that reads anything as a page. */
function secondKind(text: string, first: string): Identified | undefined {
  if (text.slice(-65_557).includes('PK\x05\x06')) return { trouble: 'of_two_kinds', why: `${first}之后是压缩包` };
  if (/<(?:html|script|svg|iframe|!doctype html)\b/i.test(text.slice(0, 1024)))
    return { trouble: 'of_two_kinds', why: `${first}里夹有网页` };
  if (first !== 'PDF' && text.slice(0, 1024).includes('%PDF-')) return { trouble: 'of_two_kinds', why: '同时是 PDF' };
  return undefined;
}

function identifyRar(bytes: Buffer): Identified {
  const fifth = bytes[6] === 1;
  if (bytes.length < 20 || (bytes[6] !== 0 && !fifth)) return { trouble: 'broken', why: 'archive' };
  // Version 5: after the checksum and the size stands the type of the first block, 4 = encryption. Version 4: flag of the main header.
  const sizeBytes = fifth ? bytes.subarray(12).findIndex((byte) => byte < 0x80) + 1 : 0;
  const locked = fifth ? bytes[12 + sizeBytes] === 4 : (bytes.readUInt16LE(10) & 0x80) !== 0;
  return locked ? { trouble: 'encrypted' } : { kind: 'rar' };
}

const textKinds: Readonly<Record<string, FileKind>> = {
  csv: 'csv',
  txt: 'csv',
  geojson: 'geojson',
  json: 'geojson',
  yaml: 'yaml',
  yml: 'yaml',
};

/** Plain text looks alike: its extension says which it should be, then it must be that. */
function identifyText(bytes: Buffer, extension: string): Identified {
  const wide = begins(bytes, '\xff\xfe') || begins(bytes, '\xfe\xff');
  if (!wide && holdsControls(bytes)) return { trouble: 'unknown' };
  const kind = textKinds[extension];
  if (kind === undefined) return { trouble: 'unknown' };
  if (kind === 'geojson') return isGeoJson(bytes) ? { kind } : { trouble: 'broken', why: 'json' };
  if (kind === 'yaml' && !isUtf8(bytes)) return { trouble: 'broken', why: 'text' };
  return { kind };
}

/** Bytes below the space other than tab, line ends and form feed. */
const holdsControls = (bytes: Buffer): boolean =>
  bytes.some((byte) => byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13);

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const geometries = ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon', 'GeometryCollection'];

function isGeoJson(bytes: Buffer): boolean {
  try {
    const read: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof read !== 'object' || read === null || !('type' in read) || typeof read.type !== 'string') return false;
    return ['FeatureCollection', 'Feature', ...geometries].includes(read.type);
  } catch {
    return false;
  }
}

const others: Partial<Readonly<Record<RefusedKind, OtherKind>>> = {
  ...{ file_is_xlsb: 'xlsb', file_is_ods: 'ods', file_is_slides: 'slides', file_is_picture: 'picture', file_is_html: 'html' },
  ...{ file_is_xml_spreadsheet: 'xml', file_is_archive: 'archive' },
};

function refusedBySniff(kind: RefusedKind, bytes: Buffer, extension: string): Identified {
  const zip = begins(bytes, 'PK');
  if (kind === 'file_encrypted') return { trouble: 'encrypted' };
  if (kind === 'file_with_macros') return { trouble: 'with_macros' };
  if (kind === 'file_with_files_inside') return { trouble: 'with_files_inside' };
  if (kind === 'file_is_ofd') return { kind: 'ofd' };
  if (kind === 'file_is_archive' && zip) return { kind: 'zip' };
  if (kind === 'file_is_word' && zip) return { kind: 'docx' };
  if (kind === 'file_is_word') return oldWord(bytes, extension);
  if (kind === 'file_not_readable') return { trouble: 'broken', why: 'archive' };
  const other = others[kind];
  return other === undefined ? { trouble: 'unknown' } : { kind: other };
}

/** WPS writes the container of the old Word; only its name tells. */
function oldWord(bytes: Buffer, extension: string): Identified {
  if (bytes.includes(Buffer.from('_VBA_PROJECT', 'utf16le'))) return { trouble: 'with_macros' };
  return { kind: extension === 'wps' ? 'wps' : 'doc' };
}

/** The readers throw what breaks a limit or lies about itself; anything else is a broken file too. */
function thrownBySniff(error: unknown): Identified {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const blanks = error instanceof Error && 'blanks' in error && typeof error.blanks === 'object' ? { ...error.blanks } : {};
  const why = 'why' in blanks ? String(blanks.why) : Object.values(blanks).join('，');
  if (code === 'file_of_two_kinds') return { trouble: 'of_two_kinds', why };
  if (code === 'file_encrypted') return { trouble: 'encrypted' };
  if (code.startsWith('archive_')) return { trouble: 'archive_unsafe', why };
  return { trouble: 'broken', why: 'archive' };
}
