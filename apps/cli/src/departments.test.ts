/** `muheng evaluate` on a district's raw files: one folder in, a graded result and the leader's workbook out; bad files stop it and are named. */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readBook, writeWorkbook } from '@muheng/sheets';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Delivery, deliver, makeDistrict, type Truth, truthTables } from '../../../tools/seed/index.js';
import { say } from './fixtures/room.js';

const folder = mkdtempSync(join(tmpdir(), 'muheng-departments-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const size = 120;
const truth = makeDistrict({ seed: 51, size });
const scheme = ['--scheme', 'huangyan-2022', '--use', '评价税收=实缴税金', '--year', '2024'];

function put(name: string, bytes: Uint8Array | string): string {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  return file;
}

function laid(name: string, { files }: Delivery): string {
  for (const { path, bytes } of files) put(`${name}/${path}`, bytes);
  put(`${name}/.muhengignore`, 'truth\nanswer-key.json\n');
  put(`${name}/truth/facts.csv`, '这里写什么都不会读\n');
  return join(folder, name);
}

interface Json {
  readonly subjects: readonly {
    readonly id: string;
    readonly grade: string | null;
    readonly indicators: Readonly<Record<string, { readonly value: number | null }>>;
  }[];
  readonly files: readonly {
    readonly path: string;
    readonly what: string;
    readonly rows: number;
    readonly taken: number;
    readonly sha256: string;
  }[];
  readonly findings: readonly {
    readonly code: string;
    readonly severity: string;
    readonly message: string;
    readonly where: { readonly file?: string; readonly cell?: string; readonly subject?: string };
  }[];
}

const jsonOf = (text: string): Json => JSON.parse(text) as Json;

/** Tax by mu of the truth, by code. */
function taxPerMu({ blocks }: Truth): ReadonlyMap<string, number> {
  const table = truthTables.find(({ name }) => name === 'facts')!;
  const header = table.header.split(',');
  const at = (title: string): number => header.indexOf(title);
  return new Map(
    blocks
      .flatMap((block) => table.linesOf(block))
      .map((line) => line.split(','))
      .filter((row) => row[at('年度')] === '2024')
      .map((row): [string, number] => [
        row[0]!,
        (Number(row[at('实缴税金(万元)')]) / Number(row[at('用地面积(㎡)')])) * (2000 / 3),
      ]),
  );
}

async function sheetsOf(file: string): Promise<ReadonlyMap<string, string>> {
  const { book } = await readBook(new Uint8Array(readFileSync(file)), file);
  return new Map(book!.sheets.map(({ name, rows }) => [name ?? '', rows.map(({ cells }) => cells.join('\t')).join('\n')]));
}

describe('clean files of a district', () => {
  let clean = '';
  beforeAll(async () => {
    clean = laid('clean', await deliver(truth, { dirt: 'none' }));
  });

  it('[ALL-5] one folder just works, and the figures are those of the district', async () => {
    const { code, out, err } = await say('evaluate', ...scheme, clean, '--json');
    expect(code, err).toBe(0);
    const json = jsonOf(out);
    const wanted = taxPerMu(truth);
    const compared = json.subjects.filter(({ id, indicators }) => {
      const value = indicators.tax_per_mu?.value;
      if (value === null || value === undefined) return false;
      expect(value, id).toBeCloseTo(wanted.get(id)!, 3);
      return true;
    });
    expect(compared.length).toBe(wanted.size);
    expect(json.subjects.filter(({ grade }) => grade !== null).length).toBeGreaterThan(size * 0.8);
    expect(json.files.find(({ path }) => path.startsWith('税务局/2024年规上'))).toMatchObject({
      what: '基础数据',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(json.files.every(({ rows, taken }) => rows === taken)).toBe(true);
    expect(json.files.some(({ path }) => path.includes('truth'))).toBe(false);
  });

  it('[ALL-5] the leader’s workbook says on one page what came out, and has all the rest behind it', async () => {
    const book = join(folder, '结果.xlsx');
    expect((await say('evaluate', ...scheme, '--files', clean, '--out', book, '--quiet')).code).toBe(0);
    const sheets = await sheetsOf(book);
    expect([...sheets.keys()]).toEqual([
      '概况',
      '评价结果',
      '计算步骤',
      '分数线',
      '基准值',
      '变化',
      '调档',
      '未评',
      '数据疑点',
      '文件清单',
      '办法说明',
      '校验',
    ]);
    for (const words of ['结论', '各类户数', '镇街', '分数线', '与上年相比', '须由人决定', '2023 年：用同一批部门文件'])
      expect(sheets.get('概况')).toContain(words);
    expect(sheets.get('文件清单')).toMatch(/统计局\t统计局\/规上工业企业能源消费\.xlsx\t2024年\t基础数据\t2024/);
    expect(sheets.get('计算步骤')).toContain('比值');
    for (const name of ['评价结果', '计算步骤', '变化', '调档', '未评'])
      expect(sheets.get(name)).toMatch(/(?:^|\n)统一社会信用代码\t名称\t/);
    expect([...sheets.values()].filter((text) => /(?:^|[\t\n])id[\t\n]/.test(text))).toEqual([]);
    expect(sheets.get('调档')).toContain('本次没有。');
    expect(sheets.get('变化')).toMatch(/[升降]\t[ABCD]类\t[ABCD]类/);
  });

  it('[ALL-5] questions stop a strict run; the same file twice is read once and told', async () => {
    const strict = await say('evaluate', ...scheme, clean, '--strict', '--quiet');
    expect(strict.code).toBe(1);
    expect(strict.err).toContain('去掉 --strict');
    const copy = join(folder, 'clean/税务局/副本.xlsx');
    copyFileSync(join(folder, 'clean/税务局/2024年规上工业企业税收.xlsx'), copy);
    const { code, out } = await say('evaluate', ...scheme, clean, '--json');
    rmSync(copy);
    expect(code).toBe(0);
    expect(jsonOf(out).findings.filter((finding) => finding.code === 'file_twice')).toHaveLength(1);
  });

  it('[ALL-5] last year’s file under this year’s name stops the run; what Windows leaves in a folder is passed over', async () => {
    const lone = join(folder, 'again');
    for (const file of ['市场监管局/工业企业登记信息.xlsx', '自然资源局/工业用地不动产登记台账.xlsx'])
      put(`again/${file}`, readFileSync(join(clean, file)));
    const tax = readFileSync(join(clean, '税务局/2024年规上工业企业税收.xlsx'));
    for (const year of [2023, 2024]) put(`again/税务局/${year}年税收.xlsx`, tax);
    for (const name of ['Thumbs.db', '税务局/desktop.ini']) put(`again/${name}`, new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]));
    const { code, out } = await say('evaluate', ...scheme, lone, '--json', '--quiet');
    const said = jsonOf(out).findings.filter(({ where }) => /税收|Thumbs|desktop/.test(where.file ?? ''));
    expect([code, said.filter(({ severity }) => severity === 'error').map((one) => [one.code, one.where.file])]).toEqual([
      1,
      [['file_twice_other_year', '税务局/2024年税收.xlsx']],
    ]);
  });

  it('[ALL-5] last year’s own result is what the change is held against when it is given', async () => {
    const before = join(folder, '上年.json');
    await say(
      'evaluate',
      '--scheme',
      'huangyan-2022',
      '--use',
      '评价税收=实缴税金',
      '--year',
      '2023',
      clean,
      '--out',
      before,
      '--quiet',
    );
    const book = join(folder, '对上年.xlsx');
    await say('evaluate', ...scheme, clean, '--last-year', before, '--out', book, '--quiet');
    expect((await sheetsOf(book)).get('变化')).toContain(`对照：上年结果文件 ${before}`);
    const wrong = await say('evaluate', ...scheme, clean, '--last-year', put('不是.json', '{}'), '--quiet');
    expect([wrong.code, wrong.err]).toEqual([3, expect.stringContaining('不是评价结果的 JSON')]);
  });

  it('[ALL-5] a whole column in another unit is not taken until a mapping says the unit; then all is as it was', async () => {
    const path = '供电公司/2024年工业用户用电量.csv';
    const original = readFileSync(join(clean, path));
    const words = new TextDecoder('gb18030').decode(original);
    put(
      `clean/${path}`,
      words.replace(/,(\d+)(?=\r?\n)/g, (_, kwh: string) => `,${Number(kwh) / 10_000}`),
    );
    const mappings = join(folder, '对列表');
    const stopped = await say('evaluate', ...scheme, clean, '--write-mapping', mappings, '--quiet');
    expect(stopped.code).toBe(1);
    expect(stopped.err).toMatch(/2024年工业用户用电量\.csv[\s\S]*整列的单位可疑/);
    const file = join(mappings, `${path}.json`);
    expect(readFileSync(file, 'utf8')).toContain('"认作": "power_used"');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"单位": "千瓦时"', '"单位": "万kWh"'));
    const decided = await say('evaluate', ...scheme, clean, '--mapping', mappings, '--json');
    put(`clean/${path}`, original);
    const plain = await say('evaluate', ...scheme, clean, '--json');
    expect(decided.code, decided.err).toBe(0);
    const grades = (text: string): unknown => jsonOf(text).subjects.map(({ id, grade }) => [id, grade]);
    expect(grades(decided.out)).toEqual(grades(plain.out));
  });

  it('[ALL-5] a table in 元 that says 万元, with no other year beside it, is seen against the published benchmark', async () => {
    const all = await deliver(truth, { dirt: 'none' });
    const room = laid('first', { ...all, files: all.files.filter(({ path }) => !/202[23]年/.test(path)) });
    const far = async (): Promise<readonly string[]> =>
      jsonOf((await say('evaluate', ...scheme, room, '--json', '--quiet')).out)
        .findings.filter(({ code }) => code === 'indicator_far_from_benchmark')
        .map(({ message }) => message);
    expect(await far()).toEqual([]);
    const path = join(room, '税务局/2024年规下工业企业税收.xlsx');
    const { book } = await readBook(new Uint8Array(readFileSync(path)), path);
    const [head, ...rows] = book!.sheets[0]!.rows.map(({ cells }) => cells);
    const columns = head!.map((header) => ({ header: String(header) }));
    const yuan = rows.map((cells) => cells.map((cell, at) => (at > 0 && typeof cell === 'number' ? cell * 10_000 : cell)));
    writeFileSync(path, await writeWorkbook([{ name: '规下税收', columns, rows: yuan }]));
    const said = await far();
    expect(said).toEqual([
      expect.stringMatching(/^规下企业的“亩均税收”，居中的一户是基准值的 \d+ 倍/),
      expect.stringMatching(/^规下企业的“单位用电税收”/),
    ]);
  });

  it('[ALL-5] what somebody answered in a mapping is never written over, and no paper goes into the folder of departments', async () => {
    const mappings = join(folder, '已答复');
    const answered = put('已答复/水务公司/2024年工业用水量.csv.json', '{ "版本": 1, "列": {} }');
    const { err } = await say('evaluate', ...scheme, clean, '--write-mapping', mappings, '--quiet');
    expect(readFileSync(answered, 'utf8')).toBe('{ "版本": 1, "列": {} }');
    expect(err).toContain('已有的 1 份没有改动');
    const path = join(clean, '税务局/2024年规上工业企业税收.xlsx');
    const before = readFileSync(path);
    for (const out of [path, join(clean, '结果.csv')]) {
      const refused = await say('evaluate', ...scheme, clean, '--out', out, '--quiet');
      expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('在部门文件夹')]);
    }
    expect([readFileSync(path).equals(before), existsSync(join(clean, '结果.csv'))]).toEqual([true, false]);
  });

  it('[ALL-5] a cell that stops the run is written out as a question; answered 不用, only that figure is missing', async () => {
    const path = '供电公司/2024年工业用户用电量.csv';
    const original = readFileSync(join(clean, path));
    const words = new TextDecoder('gb18030').decode(original);
    put(`clean/${path}`, words.replace(/,(\d+)(?=\r?\n)/, ',约$1'));
    const mappings = join(folder, '逐格');
    const stopped = await say('evaluate', ...scheme, clean, '--write-mapping', mappings, '--quiet');
    expect(stopped.code).toBe(1);
    const file = join(mappings, `${path}.json`);
    const { 格: asked } = JSON.parse(readFileSync(file, 'utf8')) as { 格: Record<string, { 取: string | null; 原值: string }> };
    expect(Object.values(asked)).toMatchObject([{ 取: null, 原值: expect.stringMatching(/^约\d+$/) }]);
    writeFileSync(file, readFileSync(file, 'utf8').replace('"取": null', '"取": "不用"'));
    const decided = await say('evaluate', ...scheme, clean, '--mapping', mappings, '--json');
    put(`clean/${path}`, original);
    expect(decided.code, decided.err).toBe(0);
    const [cell] = Object.keys(asked);
    expect(
      jsonOf(decided.out)
        .findings.filter(({ code }) => code === 'cell_decided_missing')
        .map(({ where }) => where.cell),
    ).toEqual([cell]);
    const plain = jsonOf((await say('evaluate', ...scheme, clean, '--json')).out);
    const per = (all: Json) => all.subjects.map(({ id, indicators }) => [id, indicators]);
    const differing = per(jsonOf(decided.out)).filter((one, at) => JSON.stringify(one) !== JSON.stringify(per(plain)[at]));
    expect(differing.length).toBeLessThanOrEqual(1);
  });

  it('[ALL-5] [R80] a cell that cannot be read stops the run only when a rule uses its column; else it is asked about and the row is taken', async () => {
    const path = '供电公司/2024年工业用户用电量.csv';
    const original = readFileSync(join(clean, path));
    const [head = '', ...lines] = new TextDecoder('gb18030').decode(original).trimEnd().split(/\r?\n/);
    const at = head.split(',').length - 1;
    const withWater = (water: (row: number) => string): string =>
      [`${head},用水量(立方米)`, ...lines.map((line, row) => `${line},${water(row)}`)].join('\n');
    const plain = jsonOf((await say('evaluate', ...scheme, clean, '--json')).out);
    put(
      `clean/${path}`,
      withWater((row) => (row === 0 ? '约500' : row === 1 ? '-3' : '1000')),
    );
    const idle = await say('evaluate', ...scheme, clean, '--json');
    put(`clean/${path}`, original);
    expect(idle.code, idle.err).toBe(0);
    const json = jsonOf(idle.out);
    const letter = String.fromCharCode('A'.charCodeAt(0) + at + 1);
    expect(
      json.findings.filter(({ code }) => code === 'cell_unused_unreadable').map(({ severity, where }) => [severity, where.cell]),
    ).toEqual([
      ['warning', `${letter}2`],
      ['warning', `${letter}3`],
    ]);
    expect(json.files.every(({ rows, taken }) => rows === taken)).toBe(true);
    expect(json.subjects).toEqual(plain.subjects);
  });

  it('[R82] codes of the 2011 classes are turned where one class follows and shown; what is no class is asked about by its cell', async () => {
    const [turned, none] = taxPerMu(truth).keys();
    const room = laid('industries', await deliver(truth, { dirt: 'none' }));
    put('industries/统计局_行业_2024年.csv', `统一社会信用代码,行业代码（2011年版）\n${turned},C3660\n${none},C9999\n`);
    const { out } = await say('evaluate', ...scheme, '--files', room, '--json');
    const told = jsonOf(out).findings.filter(({ code }) => code.startsWith('industry_'));
    expect(told.map(({ code, where }) => `${code} ${where.cell}`)).toEqual(['industry_turned B2', 'industry_doubtful B3']);
    expect(told[0]?.message).toContain('C3670');
  });

  it('[ALL-5] the other commands take department files too', async () => {
    const explained = await say('explain', ...scheme, clean, '--subject', truth.blocks[0]!.enterprises[0]!.code, '--quiet');
    expect(explained.out).toMatch(/税务局\/2024年规.工业企业税收\.xlsx!规.税收![A-Z]+\d+/);
    const compared = await say('compare', ...scheme, clean, '--with-year', '2023', '--quiet');
    expect(compared.out).toContain('比选：');
    expect([explained.code, compared.code]).toEqual([0, 0]);
  });

  it('[ALL-5] words that do not fit are said: another unit, no such year, no such folder', async () => {
    expect((await say('evaluate', '--scheme', 'huangyan-2022', '--use', '评价税收=用电量', clean)).code).toBe(2);
    const year = await say(
      'evaluate',
      '--scheme',
      'huangyan-2022',
      '--year',
      '2019',
      '--use',
      '评价税收=实缴税金',
      clean,
      '--quiet',
    );
    expect([year.code, year.err]).toEqual([3, expect.stringContaining('没有 2019 年的数据')]);
    expect((await say('evaluate', ...scheme, '--files', join(folder, '没有'))).code).toBe(3);
    expect((await say('evaluate', ...scheme, clean, '--table', `titles=${clean}`)).code).toBe(2);
    expect((await say('evaluate', ...scheme, '--facts', clean)).code).toBe(3);
  });
});

describe('dirty files of a district', () => {
  let dirty = '';
  beforeAll(async () => {
    dirty = laid('dirty', await deliver(truth, { dirt: 'real' }));
  });

  it('[ALL-5] stop the run, are named by file and cell, and leave two ways; no result is written, the findings are', async () => {
    const [result, book] = [join(folder, '停.html'), join(folder, '疑点.xlsx')];
    const { code, out, err } = await say('evaluate', ...scheme, dirty, '--out', result, '--out', book, '--quiet');
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/部门文件有 \d+ 处必须处理，没有评价/);
    expect(err).toMatch(/税务局\/\d{4}年规.工业企业税收\.xlsx {2}\d+ 处\n {4}“规.税收” [A-Z]+\d*(?: 列)?：/);
    expect(err).toContain('--accept-good-rows');
    expect(existsSync(result)).toBe(false);
    expect([...(await sheetsOf(book)).keys()]).toEqual(['数据疑点', '文件清单']);
  });

  it('[ALL-5] [R80] with the good rows accepted everybody is in the result, and what was not taken is named in it', async () => {
    const book = join(folder, '合格.xlsx');
    const { code, out } = await say('evaluate', ...scheme, dirty, '--accept-good-rows', '--json', '--out', book);
    const json = jsonOf(out);
    const powerless = json.findings.filter((one) => one.code === 'incomplete_power' && one.message.includes(' 2024 年'));
    const counted = /用电量没有算出的企业 (\d+)：/.exec((await sheetsOf(book)).get('概况') ?? '')?.[1] ?? '0';
    expect(Number(counted)).toBe(new Set(powerless.map(({ where }) => where.subject)).size);
    expect(json.findings.filter((one) => one.code === 'incomplete_power').length).toBeGreaterThan(powerless.length);
    const known = new Set(json.subjects.map(({ id }) => id));
    const lost = [...taxPerMu(truth).keys()].filter((id) => !known.has(id));
    const told = new Set(json.findings.map((finding) => finding.code));
    expect(code).toBe(0);
    expect(lost.length).toBeLessThan(size / 20);
    if (lost.length > 0)
      expect([...told].some((one) => one === 'subject_not_in_register' || one === 'register_row_without_code')).toBe(true);
    expect(
      json.findings.filter(({ severity, where }) => severity === 'error' && where.cell !== undefined).length,
    ).toBeGreaterThan(5);
    expect(json.files.reduce((sum, { rows, taken }) => sum + rows - taken, 0)).toBeGreaterThan(5);
  });

  it('[ALL-5] give the same bytes twice', async () => {
    const [one, other] = [
      await say('evaluate', ...scheme, dirty, '--accept-good-rows', '--json'),
      await say('evaluate', ...scheme, dirty, '--accept-good-rows', '--json'),
    ];
    expect(one.out).toBe(other.out);
  });
});
