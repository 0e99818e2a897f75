/** Real files of every kind, and what is done to their bytes: cut, doubled, mixed, filled with the odd things that readers stumble on. */
import { readFileSync } from 'node:fs';
import { writeCsv, writeWorkbook } from '@muheng/sheets';
import { rowOf, workbookParts, zipOf } from './archive.js';

/** Mulberry32. */
export function randomOf(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));
const header = ['统一社会信用代码', '企业名称', '实缴税金（万元）', '成立日期'];
const rows = Array.from({ length: 30 }, (_, at) => [
  '91120113550399693Q',
  `虚构${at}有限公司`,
  at * 1.5,
  at % 3 === 0 ? '2025-03-01' : null,
]);
const sheet = `<sheetData>${rowOf(1, header)}${rows
  .map((row, at) =>
    rowOf(
      at + 2,
      row.map((one) => one ?? ''),
    ),
  )
  .join('')}</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>`;
const parts = workbookParts({
  sheet,
  shared: '<sst><si><t>甲</t></si></sst>',
  styles: '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>',
});
const pieces = [
  '<',
  '>',
  '"',
  '&',
  '&#0;',
  '&#xFFFFFF;',
  '<!DOCTYPE',
  '<![CDATA[',
  '<c r="XFD1048576"><v>1</v></c>',
  '<row r="0">',
  '</row>',
  ' r="A1"',
  't="s"',
  '<v>1e999</v>',
  '-1',
  '999999999999',
  '\u0000',
  '\ud800',
  '<f/>',
  's="9"',
  ',',
  '"',
  '\n',
  '\ufffd',
  '合计',
  '＝',
  "'=",
];

export function mutate(bytes: Uint8Array, random: () => number): Uint8Array {
  const copy = Buffer.from(bytes);
  const times = 1 + Math.floor(random() * 3);
  let out = copy;
  for (let time = 0; time < times; time++) {
    const at = Math.floor(random() * out.length);
    const kind = Math.floor(random() * 6);
    if (kind === 0) out = Buffer.concat([out.subarray(0, at), out.subarray(at + Math.floor(random() * 40))]);
    else if (kind === 1)
      out = Buffer.concat([out.subarray(0, at), Buffer.from(pieces[Math.floor(random() * pieces.length)]!), out.subarray(at)]);
    else if (kind === 2) out = Buffer.concat([out, out.subarray(at, at + 200)]);
    else if (kind === 3 && random() < 0.2) out = out.subarray(0, at);
    else if (out.length > 0) out[at] = Math.floor(random() * 256);
  }
  return new Uint8Array(out);
}

/** Endless broken files, the same ones for the same seed. */
export async function* brokenFiles(seed: number): AsyncGenerator<Uint8Array, never> {
  const random = randomOf(seed);
  const sources = [
    fixture('libreoffice.xlsx'),
    fixture('libreoffice.xls'),
    fixture('libreoffice.ods'),
    fixture('python.xlsx'),
    writeCsv(header, rows),
    await writeWorkbook([{ name: 'a', columns: header.map((text) => ({ header: text })), rows }]),
    zipOf(parts),
  ];
  for (;;) {
    const inside = random() < 0.5;
    const broken = Math.floor(random() * parts.length);
    yield inside
      ? zipOf(
          parts.map((part, at) =>
            at === broken && typeof part.text === 'string' ? { ...part, text: mutate(Buffer.from(part.text), random) } : part,
          ),
        )
      : mutate(sources[Math.floor(random() * sources.length)]!, random);
  }
}
