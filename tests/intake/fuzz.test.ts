/** Broken files: bytes flipped, cut, doubled and mixed in real files of every kind. Never a crash, never a hang, always Chinese words. */
import { readFileSync } from 'node:fs';
import { readTable, readTables, writeCsv, writeWorkbook } from '@muheng/sheets';
import { expect, it } from 'vitest';
import { rowOf, workbookParts, zipOf } from './archive.js';
import { factTerms } from './vocabulary.js';

const files = process.env.MUHENG_TIER === 'deep' ? 10_000 : 500;
const seed = 75;
/** A hang guard, ten times what the slowest of them needs. */
const longest = 20_000;
const vocabulary = factTerms();

/** Mulberry32. */
function randomOf(from: number): () => number {
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

function mutate(bytes: Uint8Array, random: () => number): Uint8Array {
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

it(`[R27] [R28] ${files} mutated files end in a table or in words, in bounded time`, { timeout: 3_600_000 }, async () => {
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
  let readable = 0;
  let slowest = 0;
  const codes = new Set<string>();
  for (let file = 0; file < files; file++) {
    const inside = random() < 0.5;
    const broken = Math.floor(random() * parts.length);
    const bytes = inside
      ? zipOf(
          parts.map((part, at) =>
            at === broken && typeof part.text === 'string' ? { ...part, text: mutate(Buffer.from(part.text), random) } : part,
          ),
        )
      : mutate(sources[Math.floor(random() * sources.length)]!, random);
    const before = performance.now();
    const { tables, findings } = await readTables(bytes, `第${file}个.xlsx`, { vocabulary });
    const plain = await readTable(bytes, 'a.xlsx');
    slowest = Math.max(slowest, performance.now() - before);
    if (tables.length > 0) readable++;
    else expect(findings.length, `seed ${seed}, file ${file}`).toBeGreaterThan(0);
    expect(plain.table !== undefined || plain.findings.length > 0).toBe(true);
    for (const finding of findings) {
      codes.add(finding.code);
      expect(finding.message, finding.code).toMatch(/\p{Script=Han}/u);
    }
    for (const table of tables)
      for (const row of table.rows)
        for (const cell of row) if (typeof cell === 'number') expect(Number.isFinite(cell)).toBe(true);
  }
  expect(slowest).toBeLessThan(longest);
  expect(readable).toBeGreaterThan(files / 20);
  expect(codes.size).toBeGreaterThan(15);
  console.log(
    `fuzz: seed ${seed}, ${files} files, ${readable} still readable, ${codes.size} kinds of findings, slowest ${Math.round(slowest)} ms`,
  );
});
