/** Reading in a child with 512 MB: hostile and large files end in words or a table, and a killed child leaves nothing behind. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { streamWorkbook } from '@muheng/sheets';
import { afterAll, expect, it } from 'vitest';
import { rowOf, workbookOf } from './archive.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const room = mkdtempSync(join(tmpdir(), 'intake-'));
const scratch = join(room, 'scratch');
mkdirSync(scratch);
afterAll(() => rmSync(room, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** A hang guard, ten times what a busy machine needs. */
const longest = 300_000;

/** `killAfter`: ms after the child has begun to read. */
function readInChild(file: string, killAfter?: number): Promise<Ended> {
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=512', '--import', 'tsx', join(root, 'tests/intake/childProgram.ts'), file],
    {
      cwd: root,
      env: { ...process.env, TMPDIR: scratch, TSX_DISABLE_CACHE: '1', TSX_TSCONFIG_PATH: join(root, 'tsconfig.test.json') },
    },
  );
  let output = '';
  const kill = (): boolean => child.kill('SIGKILL');
  const timers = [setTimeout(kill, longest)];
  child.stdout.on('data', (piece) => {
    output += String(piece);
    if (killAfter !== undefined && output === 'begun\n') timers.push(setTimeout(kill, killAfter));
  });
  child.stderr.on('data', (piece) => {
    output += String(piece);
  });
  return new Promise((resolve) =>
    child.on('close', (code) => {
      for (const timer of timers) clearTimeout(timer);
      resolve({ code, output });
    }),
  );
}

const head = rowOf(1, ['企业名称', '值']);
const many = (count: number, row: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => row(at + 2)).join('');

const files: readonly (readonly [
  name: string,
  make: () => Uint8Array | Promise<Uint8Array>,
  rows: number,
  code: string | undefined,
])[] = [
  [
    'merges over everything',
    () =>
      workbookOf({
        sheet: `<sheetData>${head}${rowOf(2, ['甲', 1])}</sheetData><mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(2_000)}</mergeCells>`,
      }),
    -1,
    undefined,
  ],
  [
    'a far cell',
    () =>
      workbookOf({
        sheet: `<sheetData>${head}${rowOf(2, ['甲', 1])}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>`,
      }),
    1,
    'cells_far_away',
  ],
  [
    'half a million shared texts',
    () =>
      workbookOf({
        sheet: `<sheetData>${head}${rowOf(2, ['甲', 1])}</sheetData>`,
        shared: `<sst>${many(500_000, (at) => `<si><t>文字${at}</t></si>`)}</sst>`,
      }),
    1,
    undefined,
  ],
  [
    'a million rows',
    () =>
      workbookOf({
        sheet: `<sheetData>${head}${many(1_000_000, (at) => `<row r="${at}"><c r="B${at}"><v>${at}</v></c></row>`)}</sheetData>`,
      }),
    0,
    'sheet_too_many_rows',
  ],
];

it.each(files)('[R28] %s: the child ends by itself within 512 MB', { timeout: 600_000 }, async (name, make, rows, code) => {
  const file = join(room, `${name}.xlsx`);
  writeFileSync(file, await make());
  const { code: exit, output } = await readInChild(file);
  expect(exit, output).toBe(0);
  if (rows >= 0) expect(output).toContain(`"rows":${rows},`);
  if (code !== undefined) expect(output).toContain(code);
  expect(readdirSync(scratch)).toEqual([]);
});

it('[R28] [R27] an honest workbook of 200 000 × 20 is read within 512 MB; killed half way, the child leaves nothing', {
  timeout: 900_000,
}, async () => {
  function* lines(): Generator<readonly (string | number)[]> {
    for (let at = 0; at < 200_000; at++)
      yield [
        `虚构${at}有限公司`,
        ...Array.from({ length: 19 }, (_, column) => ((at * 7919 + column * 104_729) % 1_000_003) / 100),
      ];
  }
  const columns = Array.from({ length: 20 }, (_, at) => ({ header: at === 0 ? '企业名称' : `数${at}` }));
  const file = join(room, 'large.xlsx');
  writeFileSync(file, new Uint8Array(await new Response(streamWorkbook({ name: '表', columns, rows: lines() })).arrayBuffer()));
  const whole = await readInChild(file);
  expect(whole.code, whole.output).toBe(0);
  expect(whole.output).toContain('"rows":200000,');
  const around = readdirSync(room);
  const killed = await readInChild(file, 300);
  expect([killed.code, killed.output]).toEqual([null, 'begun\n']);
  expect(readdirSync(scratch)).toEqual([]);
  expect(readdirSync(room)).toEqual(around);
});
