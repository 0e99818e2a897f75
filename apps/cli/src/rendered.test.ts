/**
 * The leader's workbook as it comes out of a printer: opened by LibreOffice, printed to PDF, its words read back and every page made a
 * picture. Deep tier; without LibreOffice or poppler it is skipped by name. `MUHENG_PICTURES=<folder>` keeps the pictures to be looked at.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliver, makeDistrict } from '../../../tools/seed/index.js';
import { say } from './fixtures/room.js';

const deep = process.env.MUHENG_TIER === 'deep';
const found = (program: string, flag: string): boolean => spawnSync(program, [flag]).error === undefined;
const [printer, reader] = [deep && found('soffice', '--version'), deep && found('pdftotext', '-v')];
const painter = deep && found('pdftoppm', '-v');
/** Where pictures are kept; the suite's own folder when nobody wants them. */
const kept = process.env.MUHENG_PICTURES;
if (deep && !printer) console.log('\n!! rendering of the workbook skipped: no soffice (LibreOffice) on this machine\n');
if (deep && !painter) console.log('\n!! pages of the workbook not made pictures: no pdftoppm (poppler) on this machine\n');
if (deep && !reader) console.log('\n!! words of the printed workbook not read: no pdftotext (poppler) on this machine\n');

describe.skipIf(!printer)('the workbook on paper', () => {
  const folder = mkdtempSync(join(tmpdir(), 'muheng-rendered-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const pdf = join(folder, '结果.pdf');
  beforeAll(async () => {
    const { files } = await deliver(makeDistrict({ seed: 61, size: 300 }), { dirt: 'real' });
    for (const { path, bytes } of files) {
      mkdirSync(dirname(join(folder, '部门', path)), { recursive: true });
      writeFileSync(join(folder, '部门', path), bytes);
    }
    const words = ['--scheme', 'huangyan-2022', '--use', '评价税收=实缴税金', '--year', '2024', '--accept-good-rows', '--quiet'];
    await say('evaluate', ...words, join(folder, '部门'), '--out', join(folder, '结果.xlsx'));
    const own = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    spawnSync('soffice', [own, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, '结果.xlsx')], {
      timeout: 240_000,
    });
  }, 300_000);

  it('[ALL-5] prints, as many pages as sheets at least', () => {
    expect(existsSync(pdf)).toBe(true);
    const pages = readFileSync(pdf, 'latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    console.log(`rendered: ${pages} pages`);
    expect(pages).toBeGreaterThan(10);
    expect(pages).toBeLessThan(300);
  });

  it.skipIf(!painter)(
    '[ALL-5] as pictures: no page is empty, nothing runs over the edge of the paper',
    () => {
      const place = join(folder, 'pages');
      mkdirSync(place);
      spawnSync('pdftoppm', ['-r', '60', '-gray', pdf, join(place, 'page')], { timeout: 120_000 });
      const pages = readdirSync(place).map((name) => [name, inkOf(readFileSync(join(place, name)))] as const);
      console.log(`rendered: ${pages.length} pictures`);
      expect(pages.length).toBeGreaterThan(10);
      expect(pages.filter(([, { share }]) => share < 0.001 || share > 0.4)).toEqual([]);
      expect(pages.filter(([, { edge }]) => edge > 0)).toEqual([]);
      if (kept !== undefined) spawnSync('pdftoppm', ['-r', '80', '-png', pdf, join(kept, 'workbook')], { timeout: 120_000 });
    },
    240_000,
  );

  it.skipIf(!reader)(
    '[ALL-5] no number is too wide for its column, the first page says what matters, headers are repeated',
    () => {
      const text = (...pages: readonly string[]): string =>
        String(spawnSync('pdftotext', [...pages, '-layout', pdf, '-'], { maxBuffer: 1e9 }).stdout);
      const all = text();
      expect(all).not.toMatch(/#{3,}/);
      const first = text('-f', '1', '-l', '1');
      for (const words of ['各类户数', '镇街', '分数线', '与上年相比', '须由人决定', '内部资料', '第 1 页'])
        expect(first).toContain(words);
      for (const sheet of ['评价结果', '计算步骤', '变化', '未评', '数据疑点', '文件清单', '办法说明', '校验'])
        expect(all).toContain(sheet);
      expect(all.match(/测算类别/g)?.length ?? 0).toBeGreaterThan(3);
    },
  );
});

/** Of a grey picture (PGM): the share of dark points, and how many stand within a hundredth of the page from its edge. */
function inkOf(bytes: Buffer): { readonly share: number; readonly edge: number } {
  const [, width = 0, height = 0] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 40))?.map(Number) ?? [];
  const points = bytes.subarray(bytes.length - width * height);
  let [dark, edge] = [0, 0];
  for (let at = 0; at < points.length; at++) {
    if (points[at]! > 128) continue;
    const [x, y] = [at % width, Math.floor(at / width)];
    dark++;
    if (Math.min(x, width - 1 - x) < width / 100 || Math.min(y, height - 1 - y) < height / 100) edge++;
  }
  return { share: dark / points.length, edge };
}
