/** Hand-made zip archives and workbooks for the tests: honest ones, and ones that lie in each way a reader must notice. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface Part {
  readonly name: string;
  readonly text: string | Uint8Array;
  /** What the headers say instead of the truth. */
  readonly lie?: {
    readonly size?: number;
    readonly crc?: number;
    readonly flags?: number;
    readonly method?: number;
    readonly localName?: string;
    readonly attributes?: number;
  };
}

export function zipOf(parts: readonly Part[], comment = ''): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, text, lie } of parts) {
    const bytes = typeof text === 'string' ? Buffer.from(text) : text;
    const packed = deflateRawSync(bytes);
    const fixed = Buffer.alloc(26);
    fixed.writeUInt16LE(20, 0);
    fixed.writeUInt16LE(lie?.flags ?? 0x800, 2);
    fixed.writeUInt16LE(lie?.method ?? 8, 4);
    fixed.writeUInt32LE(lie?.crc ?? crc32(bytes), 10);
    fixed.writeUInt32LE(packed.length, 14);
    fixed.writeUInt32LE(lie?.size ?? bytes.length, 18);
    const head = (text: string): Buffer => {
      const named = Buffer.from(fixed);
      named.writeUInt16LE(Buffer.byteLength(text), 22);
      return named;
    };
    const localName = lie?.localName ?? name;
    local.push(Buffer.from('PK\x03\x04', 'latin1'), head(localName), Buffer.from(localName), packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(lie?.attributes ?? 0, 6);
    rest.writeUInt32LE(offset, 10);
    central.push(
      Buffer.from('PK\x01\x02', 'latin1'),
      Buffer.from([20, lie?.attributes === undefined ? 0 : 3]),
      head(name),
      rest,
      Buffer.from(name),
    );
    offset += 30 + Buffer.byteLength(localName) + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return new Uint8Array(Buffer.concat([...local, directory, end, Buffer.from(comment)]));
}

const namespace =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const relations = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface Wish {
  /** Inside `<worksheet>`. */
  readonly sheet: string;
  /** Before the first tag of the sheet. */
  readonly prologue?: string;
  readonly shared?: string;
  readonly styles?: string;
  readonly workbook?: string;
  readonly more?: readonly Part[];
  readonly lie?: Part['lie'];
}

export function workbookParts({ sheet, prologue = '', shared, styles, workbook = '', more = [], lie }: Wish): Part[] {
  return [
    { name: '[Content_Types].xml', text: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>' },
    {
      name: '_rels/.rels',
      text: `<Relationships ${relations}><Relationship Id="a" Type="${type}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      text: `<workbook ${namespace}>${workbook}<sheets><sheet name="表" sheetId="1" r:id="s"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: `<Relationships ${relations}><Relationship Id="s" Type="${type}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="t" Type="${type}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="f" Type="${type}/styles" Target="styles.xml"/></Relationships>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      text: `${prologue}<worksheet ${namespace}>${sheet}</worksheet>`,
      ...(lie === undefined ? {} : { lie }),
    },
    ...(shared === undefined ? [] : [{ name: 'xl/sharedStrings.xml', text: shared }]),
    ...(styles === undefined ? [] : [{ name: 'xl/styles.xml', text: styles }]),
    ...more,
  ];
}

export const workbookOf = (wish: Wish): Uint8Array => zipOf(workbookParts(wish));

/** `<row>` of cells: numbers as they are, texts inline. */
export function rowOf(row: number, cells: readonly (string | number)[]): string {
  return `<row r="${row}">${cells.map((cell, at) => (typeof cell === 'number' ? `<c r="${lettersOf(at)}${row}"><v>${cell}</v></c>` : `<c r="${lettersOf(at)}${row}" t="inlineStr"><is><t>${cell}</t></is></c>`)).join('')}</row>`;
}

export function lettersOf(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : lettersOf(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));
}

/** An old container with streams of these names; enough for telling files apart, not for reading. */
export function oleOf(names: readonly string[], workbook: Uint8Array = new Uint8Array()): Uint8Array {
  const size = 512;
  const sectors = Math.max(8, Math.ceil(workbook.length / size));
  const bytes = Buffer.alloc(size * (3 + sectors));
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes);
  bytes.writeUInt16LE(3, 26);
  bytes.writeUInt16LE(0xfffe, 28);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt32LE(1, 44);
  bytes.writeUInt32LE(1, 48);
  bytes.fill(0xff, 76, 512);
  bytes.writeUInt32LE(0, 76);
  bytes.fill(0xff, size, size * 2);
  bytes.writeUInt32LE(0xfffffffd, size);
  bytes.writeUInt32LE(0xfffffffe, size + 4);
  for (let sector = 0; sector < sectors; sector++)
    bytes.writeUInt32LE(sector + 1 < sectors ? sector + 3 : 0xfffffffe, size + 4 * (sector + 2));
  names.slice(0, 4).forEach((name, at) => {
    const from = size * 2 + 128 * at;
    bytes.write(name, from, 'utf16le');
    bytes.writeUInt16LE(name.length * 2 + 2, from + 64);
    bytes.writeUInt8(2, from + 66);
    bytes.writeUInt32LE(2, from + 116);
    bytes.writeUInt32LE(size * sectors, from + 120);
  });
  Buffer.from(workbook).copy(bytes, size * 3);
  return new Uint8Array(bytes);
}
