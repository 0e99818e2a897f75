/**
 * 识别文件 — what a file is, by its content: the name decides nothing. Read `sniff`; the sentence for each kind that is not read
 * stands in texts.zh.ts.
 * @source R26
 */
import { type Archive, readDirectory } from '../archive/directory.js';
import { CannotRead } from '../cannotRead.js';
import type { Limits } from '../limits.js';
import { type OleDirectory, oldWorkbookFacts, readOle } from './ole.js';

/** Kinds that are read. */
export type ReadableKind = 'xlsx' | 'xls' | 'text';

/** Kinds that are told apart only to say what to do; each is the code of a finding. */
export type RefusedKind =
  | 'file_empty'
  | 'file_encrypted'
  | 'file_with_macros'
  | 'file_with_files_inside'
  | 'file_of_two_kinds'
  | 'file_is_xlsb'
  | 'file_is_ods'
  | 'file_is_word'
  | 'file_is_slides'
  | 'file_is_pdf'
  | 'file_is_picture'
  | 'file_is_ofd'
  | 'file_is_html'
  | 'file_is_xml_spreadsheet'
  | 'file_is_archive'
  | 'file_is_ancient_xls'
  | 'file_not_readable'
  | 'file_type_unknown';

export type Sniffed =
  | { readonly kind: 'xlsx'; readonly archive: Archive }
  | { readonly kind: 'xls'; readonly ole: OleDirectory }
  | { readonly kind: 'text' }
  | { readonly kind: RefusedKind };

/** Raises CannotRead when an archive breaks its limits. */
export function sniff(bytes: Uint8Array, limits: Limits): Sniffed {
  if (bytes.length === 0) return { kind: 'file_empty' };
  if (begins(bytes, 'PK\x03\x04')) return sniffArchive(bytes, limits);
  if (begins(bytes, 'PK')) return { kind: 'file_not_readable' };
  if (begins(bytes, '\xd0\xcf\x11\xe0')) return sniffOle(bytes);
  for (const [magic, kind] of magics) if (begins(bytes, magic)) return { kind };
  if (begins(bytes.subarray(257), 'ustar')) return { kind: 'file_is_archive' };
  return sniffText(bytes);
}

const magics: readonly (readonly [string, RefusedKind])[] = [
  ['%PDF-', 'file_is_pdf'],
  ['\x89PNG', 'file_is_picture'],
  ['\xff\xd8\xff', 'file_is_picture'],
  ['GIF8', 'file_is_picture'],
  ['BM\x00', 'file_is_picture'],
  ['Rar!', 'file_is_archive'],
  ['7z\xbc\xaf', 'file_is_archive'],
  ['\x1f\x8b', 'file_is_archive'],
  ['BZh', 'file_is_archive'],
  ['\xfd7zXZ\0', 'file_is_archive'],
  ['\x28\xb5\x2f\xfd', 'file_is_archive'],
  ['{\\rtf', 'file_is_word'],
  ['\x09\x00', 'file_is_ancient_xls'],
  ['\x09\x02', 'file_is_ancient_xls'],
  ['\x09\x04', 'file_is_ancient_xls'],
  ['\x09\x08', 'file_is_ancient_xls'],
];

const begins = (bytes: Uint8Array, magic: string): boolean =>
  bytes.length >= magic.length && [...magic].every((letter, at) => bytes[at] === letter.charCodeAt(0));

function sniffArchive(bytes: Uint8Array, limits: Limits): Sniffed {
  const archive = readDirectory(bytes, limits);
  if (firstLetters(bytes, 1024).includes('%PDF-')) throw new CannotRead('file_of_two_kinds', { why: '同时是 PDF' });
  const has = (test: RegExp): boolean => archive.entries.some((entry) => test.test(entry.name));
  const encrypted = archive.find('EncryptedPackage') !== undefined || archive.find('EncryptionInfo') !== undefined;
  if (encrypted) return { kind: 'file_encrypted' };
  if (has(/^ofd\.xml$/i)) return { kind: 'file_is_ofd' };
  if (has(/^mimetype$/) && has(/^content\.xml$/)) return { kind: 'file_is_ods' };
  if (!has(/^\[content_types\]\.xml$/i)) return { kind: 'file_is_archive' };
  if (has(/(^|\/)vbaProject[^/]*\.bin$/i) || has(/(^|\/)(macrosheets|activeX)\//i)) return { kind: 'file_with_macros' };
  if (has(/(^|\/)embeddings\//i) || has(foreignPart)) return { kind: 'file_with_files_inside' };
  if (has(/(^|\/)workbook\d*\.bin$/i)) return { kind: 'file_is_xlsb' };
  if (has(/^word\//i)) return { kind: 'file_is_word' };
  if (has(/^ppt\//i)) return { kind: 'file_is_slides' };
  return has(/(^|\/)sheets?\/?|workbook/i) ? { kind: 'xlsx', archive } : { kind: 'file_is_archive' };
}

/** What has no business inside a workbook: documents, archives, and what a computer would run. */
const foreignPart =
  /\.(zip|rar|7z|gz|docx?|xlsx?|xlsm|pptx?|pdf|exe|dll|com|scr|msi|bat|cmd|sh|ps1|vbs|js|jar|hta|lnk|html?|xhtml|mht|php|swf)$/i;

function sniffOle(bytes: Uint8Array): Sniffed {
  const ole = readOle(bytes);
  if (ole === undefined) throw new CannotRead('file_not_readable', { why: '旧版 .xls 或加密的工作簿，内容不完整' });
  if (ole.names.has('EncryptedPackage')) return { kind: 'file_encrypted' };
  if (ole.names.has('WordDocument')) return { kind: 'file_is_word' };
  if (ole.names.has('PowerPoint Document')) return { kind: 'file_is_slides' };
  if (!ole.names.has('Workbook') && !ole.names.has('Book')) return { kind: 'file_type_unknown' };
  if ([...ole.names].some((name) => /^_VBA_PROJECT/.test(name))) return { kind: 'file_with_macros' };
  if (ole.workbook !== undefined && oldWorkbookFacts(ole.workbook).encrypted) return { kind: 'file_encrypted' };
  return ole.names.has('Workbook') ? { kind: 'xls', ole } : { kind: 'file_is_ancient_xls' };
}

const xmlKinds: readonly (readonly [mark: string, kind: RefusedKind])[] = [
  ['opendocument', 'file_is_ods'],
  ['office:spreadsheet', 'file_is_xml_spreadsheet'],
  ['<html', 'file_is_html'],
];

/** Text is text unless it is a page that only calls itself a workbook, or a table in the writing of the eighties (SYLK, DIF). */
function sniffText(bytes: Uint8Array): Sniffed {
  const head = firstLetters(bytes, 4096)
    .replace(/\0/g, '')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .trimStart()
    .toLowerCase();
  if (/^(?:<!doctype html|<html|<table|<meta|<head|<style|mime-version:)/.test(head)) return { kind: 'file_is_html' };
  if (head.startsWith('<?xml')) return { kind: xmlKinds.find(([mark]) => head.includes(mark))?.[1] ?? 'file_type_unknown' };
  if (/^id;p|^table\r?\n0,1\r?\n/.test(head)) return { kind: 'file_type_unknown' };
  return { kind: 'text' };
}

/** Bytes as letters of the same number: for magic words only. */
function firstLetters(bytes: Uint8Array, most: number): string {
  return String.fromCharCode(...bytes.subarray(0, most));
}

const extensionsOf: Readonly<Record<ReadableKind, readonly string[]>> = {
  xlsx: ['xlsx', 'xltx', 'et'],
  xls: ['xls', 'xlt', 'et'],
  text: ['csv', 'txt', 'tsv'],
};

/** The extension that a file's name carries and its content does not have; undefined when they agree or the name has none. */
export function lyingExtension(file: string, kind: ReadableKind): string | undefined {
  const extension = /\.([a-z0-9]{1,5})$/i.exec(file)?.[1]?.toLowerCase();
  return extension === undefined || extensionsOf[kind].includes(extension) ? undefined : extension;
}
