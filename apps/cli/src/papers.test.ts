import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readTable } from '@muheng/sheets';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterRoom, type Room, say } from './fixtures/room.js';

let room: Room;
const nasty = '=cmd|<script>alert(1)</script>&"公司"';
beforeAll(async () => {
  room = enterRoom();
  const facts = room.write('nasty.csv', room.read('facts.csv').replace('虚构二厂', `"${nasty.replaceAll('"', '""')}"`));
  const papers = ['json', 'xlsx', 'csv', 'html'].flatMap((kind) => ['--out', room.file(`result.${kind}`)]);
  const said = await say('evaluate', '--scheme', room.scheme, '--facts', facts, '--year', '2024', ...papers);
  expect(said.code).toBe(0);
  expect(said.out).toContain(room.file('result.xlsx'));
});
afterAll(() => room.leave());

const bytes = (name: string): Uint8Array => new Uint8Array(readFileSync(room.file(name)));
/** By another reader than the one that wrote it: sheet name → rows of plain values. */
async function workbook(): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(room.file('result.xlsx'));
  return book;
}
type Value = string | number | boolean | null;
const plain = (value: ExcelJS.CellValue): Value =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
async function sheets(): Promise<Map<string, readonly (readonly Value[])[]>> {
  const found = new Map<string, readonly (readonly Value[])[]>();
  for (const sheet of (await workbook()).worksheets) {
    const rows = Array.from({ length: sheet.rowCount }, (_, row) =>
      Array.from({ length: sheet.columnCount }, (_, column) => plain(sheet.getCell(row + 1, column + 1).value)),
    );
    found.set(sheet.name, rows);
  }
  return found;
}

describe('every paper', () => {
  it('says what is assumed and how the basis stands', async () => {
    const json = JSON.parse(room.read('result.json'));
    const why = json.assumptions[0].why;
    expect(why).toBe('办法没有写明名额怎样取整');
    expect(json.documents).toEqual([expect.objectContaining({ issuer: '虚构小区', standing: 'invented' })]);
    const book = await sheets();
    for (const [name, rows] of book) expect(`${name} ${rows.slice(0, 6).flat().join(' ')}`).toMatch(/含 2 处假定.*/);
    expect(book.get('办法说明')?.flat().join('\n')).toContain(why);
    for (const paper of [room.read('result.csv'), room.read('result.html')]) {
      expect(paper).toContain('含 2 处假定');
      expect(paper).toContain(why);
      expect(paper).toContain('虚构（演示用）');
    }
  });

  it('carries the same identity, which is the one of an auditor’s bundle', async () => {
    const { identity } = JSON.parse(room.read('result.json'));
    const { out } = await say(
      ...[
        'evaluate',
        '--scheme',
        room.scheme,
        '--facts',
        room.file('nasty.csv'),
        '--year',
        '2024',
        '--out',
        room.file('proof.bundle'),
      ],
    );
    expect(out).toContain(identity.result.slice(0, 16));
    const head = /"identity":\{[^}]*\}/.exec(readFileSync(room.file('proof.bundle'), 'latin1'))?.[0] ?? '';
    expect(JSON.parse(`{${head}}`).identity).toEqual({ scheme: identity.scheme, data: identity.data, figures: identity.result });
    for (const hash of [identity.result, identity.scheme, identity.data]) {
      expect(room.read('result.csv')).toContain(hash);
      expect(room.read('result.html')).toContain(hash);
      expect((await sheets()).get('校验')?.flat().join(' ')).toContain(hash);
    }
  });

  it('leaves no half-written file behind', () => {
    expect(readdirSync(room.folder).filter((name) => name.includes('.part'))).toEqual([]);
  });
});

describe('.xlsx', () => {
  it('reads back: numbers as numbers with units in the header, words for what is absent', async () => {
    const rows = (await sheets()).get('评价结果') ?? [];
    const head = rows.findIndex((row) => row[0] === '编号');
    const header = rows[head] ?? [];
    expect(header).toEqual([
      '编号',
      '名称',
      '组',
      '状态',
      '亩均税收（万元/亩）',
      '亩均税收得分',
      '亩均销售（万元/亩）',
      '亩均销售得分',
      '总分',
      '名次',
      '测算类别',
      '类别',
      '调档依据、未评原因',
    ]);
    const at = (id: string) =>
      Object.fromEntries(
        header.map((title, column) => [String(title), (rows.find((row) => row[0] === id) ?? [])[column] ?? null]),
      );
    expect(at('E01')).toMatchObject({ '亩均税收（万元/亩）': 30, 亩均税收得分: 90, 总分: 150, 名次: 1, 类别: 'A类' });
    expect(at('E05')).toMatchObject({ 测算类别: 'D类', 类别: 'C类', '调档依据、未评原因': expect.stringContaining('第六条') });
    expect(at('E07')).toMatchObject({
      状态: '待补数据',
      '亩均税收（万元/亩）': '缺',
      亩均税收得分: null,
      总分: null,
      名次: null,
      类别: null,
    });
  });

  it('opens with frozen panes, number formats, coloured classes, a filter and the header on every printed page', async () => {
    const book = await workbook();
    const sheet = book.getWorksheet('评价结果');
    const head = (await sheets()).get('评价结果')?.findIndex((row) => row[0] === '编号') ?? 0;
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: head + 1 });
    expect(sheet?.getCell(head + 2, 5).numFmt).toMatch(/^#,##0\.0+$/);
    expect(sheet?.getCell(head + 2, 9).numFmt).toBe('#,##0.00');
    expect(sheet?.getCell(head + 2, 12).fill).toMatchObject({ type: 'pattern', pattern: 'solid' });
    expect(sheet?.autoFilter).toBeTruthy();
    expect(sheet?.pageSetup).toMatchObject({ orientation: 'landscape', printTitlesRow: `${head + 1}:${head + 1}` });
  });

  it('has the sheets a leader asks for', async () => {
    const book = await sheets();
    expect([...book.keys()]).toEqual([
      ...['概况', '评价结果', '计算步骤', '分数线', '基准值', '调档', '未评', '数据疑点', '办法说明', '校验'],
    ]);
    expect(book.get('未评')?.flat().join(' ')).toContain('应税销售收入');
    expect(book.get('调档')?.flat()).toContain('新建项目不列D类');
    expect(book.get('数据疑点')?.flat().join(' ')).toContain('汇总行');
  });

  it('[R34] a name that starts like a formula stays text', async () => {
    const names = (await sheets()).get('评价结果')?.map((row) => row[1]);
    expect(names).toContain(`'${nasty}`);
    expect(room.read('result.csv')).toContain(`"'${nasty.replaceAll('"', '""')}"`);
  });
});

describe('.csv', () => {
  it('is read back by the reader of this project, comments and all', async () => {
    const { table, findings } = await readTable(bytes('result.csv'), 'result.csv');
    expect(findings).toEqual([]);
    expect(table?.header.slice(0, 4)).toEqual(['编号', '名称', '组', '状态']);
    expect(table?.rows).toHaveLength(8);
    expect(table?.rows[0]?.slice(0, 1)).toEqual(['E01']);
    expect([...bytes('result.csv').slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it('rounds every number to the decimals that the page shows', async () => {
    const scheme = room.write('thirds.yaml', room.read('scheme.yaml'));
    const facts = room.write('thirds.csv', room.read('facts.csv').replace('300,6000,20', '300,6000,21'));
    const said = await say(
      'evaluate',
      '--scheme',
      scheme,
      '--facts',
      facts,
      '--year',
      '2024',
      '--out',
      room.file('thirds.out.csv'),
    );
    expect(said.code).toBe(0);
    const { table } = await readTable(bytes('thirds.out.csv'), 'thirds.out.csv');
    const line = table?.rows.find((row) => row[0] === 'E04');
    const value = table?.header.findIndex((title) => title.startsWith('亩均税收（')) ?? -1;
    expect(line?.[value]).toBe('14.2857');
    for (const cell of line ?? []) expect(String(cell)).not.toMatch(/\.\d{5}/);
  });
});

describe('.html', () => {
  it('escapes every text and needs nothing from outside', () => {
    const html = room.read('result.html');
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toMatch(/(?:src|href)\s*=\s*["']?(?:https?:)?\/\//i);
    expect(html).not.toMatch(/url\(|@import/);
    expect(html).toContain("default-src 'none'");
  });

  it('allows exactly the one script that it carries', () => {
    const html = room.read('result.html');
    const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map((found) => found[1] ?? '');
    expect(scripts).toHaveLength(1);
    expect(html).toContain(
      `script-src 'sha256-${createHash('sha256')
        .update(scripts[0] ?? '')
        .digest('base64')}'`,
    );
  });

  it('shows each subject with its explanation, a change as old and new, and who is not graded', () => {
    const html = room.read('result.html');
    for (const id of ['E01', 'E05', 'E07'])
      expect(html).toMatch(new RegExp(`<details id="why-\\d+"[^>]*data-words="${id.toLowerCase()}`));
    expect(html).toContain('亩均税收 30 = 实缴税金 600 ÷ 用地面积 20');
    expect(html).toMatch(/<s><span class="badge g3"[^>]*>.*?D类<\/span><\/s><span class="arrow">→<\/span><span class="badge g2"/);
    expect(html).toContain('虚构七厂');
    expect(html).toContain('prefers-color-scheme:dark');
    expect(html).toContain('@media print');
  });
});

describe('writing', () => {
  it('replaces the old file whole, and keeps it when the run fails', async () => {
    const old = room.read('result.json');
    const bad = await say(
      'evaluate',
      '--scheme',
      room.scheme,
      '--facts',
      room.file('nothing.csv'),
      '--year',
      '2024',
      '--out',
      room.file('result.json'),
    );
    expect(bad.code).toBe(3);
    expect(room.read('result.json')).toBe(old);
    const again = await say(
      'evaluate',
      '--scheme',
      room.scheme,
      '--facts',
      room.facts,
      '--year',
      '2024',
      '--out',
      room.file('result.json'),
      '--json',
    );
    expect(JSON.parse(again.out)).toEqual(JSON.parse(room.read('result.json')));
    expect(existsSync(room.file('result.json'))).toBe(true);
  });
});
