/** 工作簿的部件 — inflates one part of a workbook through the scanner, and follows relationships between parts. */
import type { Archive, Entry } from '../archive/directory.js';
import { type Budget, inflate } from '../archive/inflate.js';
import { CannotRead } from '../cannotRead.js';
import type { Limits } from '../limits.js';
import { attribute, type XmlEvents, XmlScanner } from './xml.js';

export interface Package {
  readonly archive: Archive;
  readonly limits: Limits;
  readonly budget: Budget;
}

/** Reads a part to its end; UTF-8 or, with a mark, UTF-16. */
export async function readPart(from: Package, entry: Entry, events: XmlEvents): Promise<void> {
  const scanner = new XmlScanner(events, entry.name);
  let decoder: Decoder | undefined;
  try {
    for await (const piece of inflate(from.archive, entry, from)) {
      decoder ??= decoderFor(piece);
      scanner.write(decoder.decode(piece, { stream: true }));
    }
    scanner.write(decoder?.decode() ?? '');
  } catch (error) {
    if (error instanceof TypeError) throw new CannotRead('file_not_readable', { why: `“${entry.name}”的文字编码不对` });
    throw error;
  }
  scanner.end();
}

type Decoder = InstanceType<typeof TextDecoder>;

const decoderFor = (first: Uint8Array): Decoder =>
  new TextDecoder(
    first[0] === 0xff && first[1] === 0xfe ? 'utf-16le' : first[0] === 0xfe && first[1] === 0xff ? 'utf-16be' : 'utf-8',
    { fatal: true },
  );

/** Refuses a DOCTYPE in a part that is not read further; stops at its first tag. */
export async function checkPrologue(from: Package, entry: Entry): Promise<void> {
  let begun = false;
  const scanner = new XmlScanner(
    {
      open: () => {
        begun = true;
      },
      close: () => undefined,
      text: () => undefined,
      wantsText: false,
    },
    entry.name,
  );
  let decoder: Decoder | undefined;
  for await (const piece of inflate(from.archive, entry, from)) {
    decoder ??= new TextDecoder(decoderFor(piece).encoding);
    scanner.write(decoder.decode(piece, { stream: true }));
    if (begun) return;
  }
}

export interface Relation {
  readonly type: string;
  /** Full path in the archive. */
  readonly target: string;
  readonly external: boolean;
}

/** Relationships of a part (`''` for those of the whole package), by id. */
export async function readRelations(from: Package, part: string): Promise<ReadonlyMap<string, Relation>> {
  const relations = new Map<string, Relation>();
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const entry = from.archive.find(`${folder}_rels/${part.slice(folder.length)}.rels`);
  if (entry === undefined) return relations;
  await readPart(from, entry, {
    wantsText: false,
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const id = attribute(attributes, 'Id');
      const target = attribute(attributes, 'Target');
      if (id === undefined || target === undefined) return;
      const external = attribute(attributes, 'TargetMode') === 'External';
      relations.set(id, {
        type: (attribute(attributes, 'Type') ?? '').split('/').pop() ?? '',
        target: resolve(folder, target),
        external,
      });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return relations;
}

function resolve(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
