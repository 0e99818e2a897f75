/**
 * 开包 — the bytes of a bundle → its head and files, after every byte has been accounted for: headers, padding, list, hashes. Damage is
 * named with its place, at most 4 096 bytes wide. What the files mean is checked afterwards, by viewer.
 */
import { textOf } from './bytes.js';
import { canonicalJson } from './canonical.js';
import { hashBytes } from './hash.js';
import { asCount, asList, asNumber, asRecord, asText, type JsonRecord, orNull, parseJson, ShapeTrouble } from './json.js';
import {
  type BundleHead,
  type BundleViewer,
  blocksOf,
  bundleFormat,
  bundleVersion,
  checksumPath,
  damageBlock,
  headPath,
  type ListedFile,
} from './seal.js';
import { blockSize, readTarHeader } from './tar/header.js';
import { readTar, type TarEntry } from './tar/tar.js';
import { type BundleFinding, trouble } from './texts.zh.js';

export interface OpenBundle {
  readonly head: BundleHead;
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Where the content of each file begins in the bundle. */
  readonly offsets: ReadonlyMap<string, number>;
}

export type Opened =
  | { readonly bundle: OpenBundle; readonly finding?: undefined }
  | { readonly finding: BundleFinding; readonly unreadable: boolean };

export function openBundle(given: Uint8Array): Opened {
  // Node's Buffer is a Uint8Array whose slice() is no copy: columns cut out of one would share its memory.
  const bytes = new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
  if (!looksLikeBundle(bytes)) return { finding: trouble('bundle_unreadable'), unreadable: true };
  const tar = readTar(bytes);
  if (tar.fault !== undefined) return differs(trouble(tar.fault.code, tar.fault));
  const [head, checksum, ...contents] = tar.entries;
  if (head?.path !== headPath || checksum?.path !== checksumPath)
    return { finding: trouble('bundle_unreadable'), unreadable: true };
  const damage = headDamage(head, checksum);
  if (damage !== undefined) return differs(damage);
  try {
    const { said, files } = readHead(head.bytes);
    if (said.version !== bundleVersion) {
      const blanks = { version: said.version, known: bundleVersion };
      return { finding: trouble('bundle_version_unknown', { path: headPath }, blanks), unreadable: true };
    }
    const broken = contentDamage(files, contents);
    if (broken !== undefined) return differs(broken);
    return {
      bundle: {
        head: said.head,
        files: new Map(contents.map(({ path, bytes: content }) => [path, content])),
        offsets: new Map(tar.entries.map(({ path, offset }) => [path, offset])),
      },
    };
  } catch (error) {
    if (error instanceof ShapeTrouble) return differs(trouble('file_malformed', { path: headPath }, { where: error.message }));
    throw error;
  }
}

const differs = (finding: BundleFinding): Opened => ({ finding, unreadable: false });

/** Some part of the first header still says what it is: then damage has a place, otherwise it is another kind of file. */
function looksLikeBundle(bytes: Uint8Array): boolean {
  if (bytes.length < blockSize) return false;
  const said = readTarHeader(bytes.subarray(0, blockSize));
  return said.path === headPath || said.sound || String.fromCharCode(...bytes.subarray(257, 262)) === 'ustar';
}

/** `bundle.sha256` holds the hash of `bundle.json` and of its blocks; damage to either is told apart by the two. */
function headDamage(head: TarEntry, checksum: TarEntry): BundleFinding | undefined {
  const digest = hashBytes(head.bytes);
  const blocks = blocksOf(head.bytes);
  const expected = `${digest}\n${blocks}\n`;
  const said = String.fromCharCode(...checksum.bytes.subarray(0, 65));
  const saidBlocks = asciiOf(checksum.bytes.subarray(65, checksum.bytes.length - 1));
  if (said !== `${digest}\n` && saidBlocks !== blocks && saidBlocks.length === blocks.length)
    return blockDamage('bundle_head_damaged', head, saidBlocks);
  const actual = asciiOf(checksum.bytes);
  if (actual === expected) return undefined;
  const odd = [...expected].findIndex((char, place) => char !== actual[place]);
  const from = checksum.offset + (odd < 0 ? expected.length : odd);
  return trouble('bundle_head_damaged', { path: checksumPath, from, to: from });
}

function asciiOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** The first block whose hash is another than said; the whole file when all fit. */
function blockDamage(
  code: 'bundle_head_damaged' | 'file_damaged',
  { path, bytes, offset }: TarEntry,
  said: string,
): BundleFinding {
  const blocks = blocksOf(bytes);
  for (let block = 0; block * damageBlock < bytes.length; block++) {
    const place = block * 8;
    if (blocks.slice(place, place + 8) === said.slice(place, place + 8)) continue;
    const from = offset + block * damageBlock;
    return trouble(code, { path, from, to: Math.min(from + damageBlock, offset + bytes.length) - 1 });
  }
  return trouble(code, { path, from: offset, to: offset + Math.max(0, bytes.length - 1) });
}

function contentDamage(listed: readonly ListedFile[], contents: readonly TarEntry[]): BundleFinding | undefined {
  const entries = new Map(contents.map((entry) => [entry.path, entry]));
  const known = new Set(listed.map(({ path }) => path));
  for (const { path, offset, bytes } of contents)
    if (!known.has(path)) return trouble('file_unlisted', { path, from: offset - blockSize, to: offset + bytes.length - 1 });
  for (const file of listed) {
    const entry = entries.get(file.path);
    if (entry === undefined) return trouble('file_missing', { path: file.path });
    const sound = entry.bytes.length === file.bytes && hashBytes(entry.bytes) === file.sha256;
    if (!sound || blocksOf(entry.bytes) !== file.blocks) return blockDamage('file_damaged', entry, file.blocks);
  }
  return undefined;
}

const viewers: readonly BundleViewer[] = ['auditor', 'enterprise', 'public'];

interface ReadHead {
  readonly said: { readonly version: number; readonly head: BundleHead };
  readonly files: readonly ListedFile[];
}

/** Only its own canonical form is a head; keys beyond those known are refused by the version that has them. */
function readHead(bytes: Uint8Array): ReadHead {
  const text = textOf(bytes);
  if (text === undefined) throw new ShapeTrouble('UTF-8');
  const value = asRecord(parseJson(text, 'JSON'), 'JSON');
  if (value.format !== bundleFormat) throw new ShapeTrouble('format');
  const version = asCount(value.version, 'version');
  if (version !== bundleVersion) return { said: { version, head: noHead }, files: [] };
  const files = asList(value.files, 'files').map((item) => {
    const file = asRecord(item, 'files');
    return {
      path: asText(file.path, 'files.path'),
      bytes: asCount(file.bytes, 'files.bytes'),
      sha256: asText(file.sha256, 'files.sha256'),
      blocks: asText(file.blocks, 'files.blocks'),
    };
  });
  const head = headOf(value);
  if (canonicalJson({ format: bundleFormat, version, ...head, files }) !== text) throw new ShapeTrouble('RFC 8785');
  return { said: { version, head }, files };
}

function headOf(value: JsonRecord): BundleHead {
  const viewer = viewers.find((known) => known === value.viewer);
  if (viewer === undefined) throw new ShapeTrouble('viewer');
  const scheme = asRecord(value.scheme, 'scheme');
  const identity = asRecord(value.identity, 'identity');
  return {
    viewer,
    semantics: asCount(value.semantics, 'semantics'),
    scheme: {
      id: asText(scheme.id, 'scheme.id'),
      title: asText(scheme.title, 'scheme.title'),
      place: asText(scheme.place, 'scheme.place'),
    },
    year: asNumber(value.year, 'year'),
    identity: {
      scheme: asText(identity.scheme, 'identity.scheme'),
      data: asText(identity.data, 'identity.data'),
      figures: asText(identity.figures, 'identity.figures'),
    },
    counts: { subjects: asCount(asRecord(value.counts, 'counts').subjects, 'counts.subjects') },
    subject: orNull(value.subject, 'subject', asText),
  };
}

const noHead: BundleHead = {
  viewer: 'public',
  semantics: 0,
  scheme: { id: '', title: '', place: '' },
  year: 0,
  identity: { scheme: '', data: '', figures: '' },
  counts: { subjects: 0 },
  subject: null,
};
