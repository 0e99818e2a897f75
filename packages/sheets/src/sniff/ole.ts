/**
 * OLE 复合文档 — the directory of an old Office container: enough to tell an old workbook from an encrypted new one, to see macros,
 * a password and hidden sheets. It follows sector chains with a bound and never trusts a length.
 */

export interface OleDirectory {
  readonly names: ReadonlySet<string>;
  /** First part of the workbook stream, at most 1 MB; undefined when there is none. */
  readonly workbook: Uint8Array | undefined;
}

const lastSector = 0xfffffffa;
const longestChain = 65_536;

/** `undefined` when the container is broken. */
export function readOle(bytes: Uint8Array): OleDirectory | undefined {
  if (bytes.length < 512) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return undefined;
  const ole: Container = { view, bytes, size: 1 << shift, table: sectorTable(view, 1 << shift) };
  const directory = chain(ole, view.getUint32(48, true), 1_048_576);
  const names = new Set<string>();
  let workbook: Uint8Array | undefined;
  const rows = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const length = Math.min(64, rows.getUint16(at + 64, true));
    if (length < 2) continue;
    const name = new TextDecoder('utf-16le').decode(directory.subarray(at, at + length - 2));
    names.add(name);
    if ((name === 'Workbook' || name === 'Book') && rows.getUint32(at + 120, true) >= 4096)
      workbook = chain(ole, rows.getUint32(at + 116, true), 1_048_576);
  }
  return { names, workbook };
}

interface Container {
  readonly view: DataView;
  readonly bytes: Uint8Array;
  readonly size: number;
  /** Sectors that hold the allocation table. */
  readonly table: readonly number[];
}

/** The first 109 sectors of the allocation table: 7 MB of a file with small sectors, enough for its directory and first records. */
function sectorTable(view: DataView, size: number): number[] {
  const table: number[] = [];
  for (let at = 76; at < 512; at += 4) {
    const sector = view.getUint32(at, true);
    if (sector < lastSector && (sector + 2) * size <= view.byteLength) table.push(sector);
  }
  return table;
}

function chain({ view, bytes, size, table }: Container, first: number, most: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let total = 0;
  for (let sector = first, steps = 0; sector < lastSector && steps < longestChain && total < most; steps++) {
    const from = (sector + 1) * size;
    if (from + size > bytes.length) break;
    parts.push(bytes.subarray(from, from + size));
    total += size;
    const holder = table[Math.floor(sector / (size / 4))];
    if (holder === undefined) break;
    sector = view.getUint32((holder + 1) * size + (sector % (size / 4)) * 4, true);
  }
  const whole = new Uint8Array(total);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export interface OldWorkbookFacts {
  readonly encrypted: boolean;
  /** Sheets in their order; dialog, chart and macro sheets are not data. */
  readonly sheets: readonly { readonly hidden: boolean; readonly kind: 'data' | 'other' }[];
}

/** The first records of a BIFF stream: password (FILEPASS) and the list of sheets (BOUNDSHEET). */
export function oldWorkbookFacts(stream: Uint8Array): OldWorkbookFacts {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const sheets: { hidden: boolean; kind: 'data' | 'other' }[] = [];
  let encrypted = false;
  for (let at = 0; at + 4 <= stream.length; at += 4 + view.getUint16(at + 2, true)) {
    const record = view.getUint16(at, true);
    if (record === 0x2f) encrypted = true;
    if (record === 0x85 && at + 10 <= stream.length)
      sheets.push({ hidden: (stream[at + 8]! & 3) !== 0, kind: stream[at + 9] === 0 ? 'data' : 'other' });
    if (record === 0x0a) break;
  }
  return { encrypted, sheets };
}
