import { mkdirSync } from 'node:fs';
import { writeWorkbook } from '@muheng/sheets';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { rowOf, workbookOf } from '../../../tests/intake/archive.js';
import { enterRoom, type Room, say } from './fixtures/room.js';
import { stepsFit } from './report/workbook.js';

let room: Room;
beforeAll(() => {
  room = enterRoom();
});
afterAll(() => room.leave());

const withFacts = (facts: string, ...more: readonly string[]) =>
  say('evaluate', '--scheme', room.scheme, '--facts', facts, '--year', '2024', ...more);
const header = 'id,企业名称,规模,实缴税金(万元),应税销售收入(万元),用地面积(亩),新建项目';

describe('usage, exit 2', () => {
  it.each([
    [[], '缺少 --scheme'],
    [['--scheme', 'x', '--nonsense'], '没有选项 --nonsense'],
    [['--scheme'], '选项 --scheme 缺少值'],
    [['--scheme', 'lishui-2019'], '缺少数据：用 --files'],
    [['--scheme', 'lishui-2019', '--facts', 'a.csv', '--year', 'MMXX'], '--year 应为整数'],
    [['--scheme', 'lishui-2019', '--facts', 'a.csv', '--out', 'result.pdf'], '扩展名应为'],
    [['--scheme', 'lishui-2019', '--facts', 'a.csv', '--out', 'result'], '扩展名应为'],
    [['--scheme', 'lishui-2019', '--facts', 'a.csv', '--table', 'nothing=a.csv'], '--table 写成 表=文件'],
    [['--scheme', 'lishui-2019', '--facts', 'a.csv', '--table', 'events'], '--table 写成 表=文件'],
  ])('%j', async (args, words) => {
    const { code, err, out } = await say('evaluate', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
    expect(err).toContain('muheng evaluate');
  });

  it('names an unknown command and an unknown subject, grade, viewer', async () => {
    expect(await say('evalute')).toMatchObject({ code: 2, err: expect.stringContaining('没有命令“evalute”') });
    const inputs = ['--scheme', room.scheme, '--facts', room.facts, '--year', '2024'];
    expect(await say('explain', ...inputs, '--subject', '一厂')).toMatchObject({
      code: 2,
      err: expect.stringContaining('E01（虚构一厂）'),
    });
    expect(await say('path', ...inputs, '--subject', 'E05', '--grade', 'Z')).toMatchObject({
      code: 2,
      err: expect.stringContaining('B（B类）'),
    });
    expect(await say('explain', ...inputs, '--subject', 'E01', '--viewer', 'king')).toMatchObject({
      code: 2,
      err: expect.stringContaining('auditor'),
    });
    expect(await say('compare', ...inputs)).toMatchObject({ code: 2, err: expect.stringContaining('至少给出一项') });
    expect(await say('robustness', ...inputs)).toMatchObject({ code: 2, err: expect.stringContaining('--weights') });
  });

  it('does not write over its own input', async () => {
    const { code, err } = await withFacts(room.facts, '--out', room.facts);
    expect({ code, same: room.read('facts.csv').startsWith('id,企业名称') }).toEqual({ code: 2, same: true });
    expect(err).toContain('就是输入文件');
  });
});

test('steps of a million subjects are no sheet, those of a province are', () => {
  expect([stepsFit(149_000, 7), stepsFit(1_000_000, 1), stepsFit(1_000_000, 7), stepsFit(0, 0)]).toEqual([
    true,
    true,
    false,
    true,
  ]);
});

describe('unreadable, exit 3', () => {
  it.each([
    [
      'a preset that does not exist',
      () => say('evaluate', '--scheme', 'nowhere-1999', '--facts', room.facts),
      '找不到评价办法“nowhere-1999”',
    ],
    ['a facts file that does not exist', () => withFacts(room.file('nothing.csv')), '文件不存在'],
    ['a folder as facts', () => withFacts(room.folder), '是一个文件夹'],
    ['an empty file', () => withFacts(room.write('empty.csv', '')), '文件是空的'],
    ['a broken workbook', () => withFacts(room.write('broken.xlsx', Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2, 3))), '另存为 .xlsx'],
    ['an old workbook', () => withFacts(room.write('old.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1))), '旧版 .xls'],
    ['a picture', () => withFacts(room.write('picture.csv', Uint8Array.of(0x89, 0x50, 0, 1, 2))), '认不出文件类型'],
    ['no year anywhere', () => say('evaluate', '--scheme', room.scheme, '--facts', room.facts), '不知道数据是哪一年度'],
    ['a year without rows', () => withFacts(room.write('years.csv', `年度,${header}\n2023,E01,甲,规上,1,600,1,否\n`)), '2024'],
    [
      'a folder to write into that does not exist',
      () => withFacts(room.facts, '--out', room.file('no/such/result.xlsx')),
      '文件夹',
    ],
  ])('%s', async (_name, run, words) => {
    const { code, err, out } = await run();
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toContain(words);
    expect(err).not.toContain('    at ');
  });

  it('a folder where the result should be', async () => {
    mkdirSync(room.file('taken.json'));
    expect(await withFacts(room.facts, '--out', room.file('taken.json'))).toMatchObject({
      code: 3,
      err: expect.stringContaining('这是一个文件夹'),
    });
  });

  it('a scheme that contradicts itself: every fault with its line', async () => {
    const text = room.read('scheme.yaml').replace('实缴税金 / 用地面积', '实缴税金 / 用地').replace('D: rest', 'E: rest');
    const { code, err } = await say(
      'evaluate',
      '--scheme',
      room.write('bad.yaml', text),
      '--facts',
      room.facts,
      '--year',
      '2024',
    );
    expect(code).toBe(3);
    expect(err).toMatch(/bad\.yaml 第 \d+ 行/);
    expect(err).toContain('用地');
  });
});

describe('bad input has a place and a remedy', () => {
  const row = (cells: string): string => `${header}\nE01,虚构一厂,规上,600,12000,20,否\n${cells}\n`;
  const findingsOf = async (text: string) => {
    const said = await withFacts(room.write('bad.csv', text), '--json');
    return { code: said.code, json: said.out === '' ? null : JSON.parse(said.out), err: said.err };
  };

  it.each([
    ['zero land', 'E02,虚构二厂,规上,500,9000,0,否', 'fact_not_positive', 'pending'],
    ['negative land', 'E02,虚构二厂,规上,500,9000,-5,否', 'fact_not_positive', 'pending'],
    ['text in a number', 'E02,虚构二厂,规上,很多,9000,20,否', 'text_in_number', 'pending'],
    ['a dash', 'E02,虚构二厂,规上,-,9000,20,否', 'ambiguous_blank', 'pending'],
  ])('%s', async (_name, cells, code, status) => {
    const { json } = await findingsOf(row(cells));
    const finding = json.findings.find((one: { code: string }) => one.code === code);
    expect(finding.remedy).not.toBe('');
    expect(JSON.stringify(finding.where)).toMatch(/3|E02/);
    expect(json.subjects[1]).toMatchObject({ id: 'E02', status, grade: null });
    expect(JSON.stringify(json)).not.toContain('Infinity');
  });

  it('text in a number ends with exit 1, a missing optional column with 0', async () => {
    expect((await findingsOf(row('E02,虚构二厂,规上,很多,9000,20,否'))).code).toBe(1);
    const without = await findingsOf(`${header.replace(',新建项目', '')}\nE01,虚构一厂,规上,600,12000,20\n`);
    expect(without.code).toBe(0);
    expect(without.json.findings).toContainEqual(
      expect.objectContaining({ code: 'column_missing', message: expect.stringContaining('新建项目') }),
    );
  });

  it('an error value in a workbook ends with exit 1 in a column that a rule uses, and is asked about in another', async () => {
    const inWorkbook = async (tax: string, remark: string) => {
      const head = rowOf(1, ['id', '规模', '实缴税金(万元)', '应税销售收入(万元)', '用地面积(亩)', '备查数']);
      const cells = `<c r="A2" t="inlineStr"><is><t>E01</t></is></c><c r="B2" t="inlineStr"><is><t>规上</t></is></c>${tax}<c r="D2"><v>12000</v></c><c r="E2"><v>20</v></c>${remark}`;
      const bytes = workbookOf({ sheet: `<sheetData>${head}<row r="2">${cells}</row></sheetData>` });
      const { code, out } = await withFacts(room.write('error.xlsx', bytes), '--json');
      const { findings } = JSON.parse(out) as { findings: { code: string; severity: string; where: { cell?: string } }[] };
      return {
        code,
        told: findings.flatMap((one) => (one.where.cell === undefined ? [] : [[one.code, one.severity, one.where.cell]])),
      };
    };
    const good = (at: string): string => `<c r="${at}"><v>600</v></c>`;
    const bad = (at: string): string => `<c r="${at}" t="e"><f>1/0</f><v>#DIV/0!</v></c>`;
    const used = await inWorkbook(bad('C2'), good('F2'));
    expect(used.code).toBe(1);
    expect(used.told).toContainEqual(['cell_error_value', 'error', 'C2']);
    const idle = await inWorkbook(good('C2'), bad('F2'));
    expect(idle.code).toBe(0);
    expect(idle.told).toContainEqual(['cell_unused_unreadable', 'warning', 'F2']);
  });

  it('a column without which nobody can be graded', async () => {
    const { code, json } = await findingsOf('id,规模,应税销售收入,用地面积\nE01,规上,9000,20\n');
    expect(code).toBe(1);
    expect(json.findings).toContainEqual(
      expect.objectContaining({ code: 'column_missing_for_all', message: expect.stringContaining('实缴税金') }),
    );
  });

  it('two rows of one id that differ: both rows named, nothing computed', async () => {
    const { code, err } = await findingsOf(row('E01,虚构一厂,规上,601,12000,20,否'));
    expect(code).toBe(3);
    expect(err).toMatch(/第 2 行与第 3 行/);
  });

  it('two files that disagree about one fact', async () => {
    const second = room.write('second.csv', 'id,用地面积(亩)\nE01,21\n');
    const { code, err } = await say('evaluate', '--scheme', room.scheme, '--facts', room.facts, second, '--year', '2024');
    expect(code).toBe(3);
    expect(err).toContain('second.csv');
  });

  it('a total row is left out and said', async () => {
    const { json } = await findingsOf(row('全区,全区,,1100,21000,40,'));
    expect(json.subjects).toHaveLength(1);
    expect(json.findings).toContainEqual(expect.objectContaining({ code: 'total_row' }));
  });

  it('all values equal, and a group of one', async () => {
    const equal = ['E02', 'E03', 'E04', 'E05'].map((id) => `${id},同,规上,600,12000,20,否`);
    const { code, json } = await findingsOf(row([...equal, 'E06,独,规下,600,12000,20,否'].join('\n')));
    expect(code).toBe(0);
    expect(json.subjects.slice(0, 5).map((one: { rank: number; grade: string }) => [one.rank, one.grade])).toEqual(
      Array.from({ length: 5 }, () => [1, 'A']),
    );
    expect(json.subjects[5]).toMatchObject({ rank: 1, rankOf: 1, status: 'graded' });
  });
});

describe('files as offices have them', () => {
  it('two facts files joined by id, one of them GB18030, one a workbook', async () => {
    const lines = room
      .read('facts.csv')
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    const first = room.write('first.csv', gb18030(lines.map((cells) => cells.slice(0, 5).join(',')).join('\n')));
    const [head = [], ...rows] = lines.map((cells) => [cells[0] ?? '', ...cells.slice(5)]);
    const sheet = {
      name: '用地',
      columns: head.map((title) => ({ header: title })),
      rows: rows.map(([id = '', land = '', flag = '']) => [id, Number(land), flag]),
    };
    const second = room.write('second.xlsx', await writeWorkbook([sheet]));
    const joined = JSON.parse(
      (await say('evaluate', '--scheme', room.scheme, '--facts', first, second, '--year', '2024', '--json')).out,
    );
    const whole = JSON.parse((await withFacts(room.facts, '--json')).out);
    expect(joined.subjects).toEqual(whole.subjects);
    expect(joined.identity).toEqual(whole.identity);
    expect(joined.findings).toContainEqual(expect.objectContaining({ code: 'text_read_as_gb18030' }));
  });

  it('earlier years in a 年度 column choose the data year', async () => {
    const both = room.write('both.csv', `年度,${header}\n2023,E01,甲,规上,1,600,1,否\n2024,E01,甲,规上,600,12000,20,否\n`);
    const { year, subjects } = JSON.parse((await say('evaluate', '--scheme', room.scheme, '--facts', both, '--json')).out);
    expect({ year, total: subjects[0].total }).toEqual({ year: 2024, total: 150 });
  });

  it('--table is read by its own words, and a subject that is unknown there is said', async () => {
    const events = room.write('events.csv', 'id,事件类型,事件日期\nE01,安全事故,2024-05-06\nE99,安全事故,2024-05-07\n');
    const { code, out } = await withFacts(room.facts, '--table', `events=${events}`, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out).findings).toContainEqual(
      expect.objectContaining({ code: 'side_subject_unknown', message: expect.stringContaining('E99') }),
    );
  });
});

/** Two-byte characters by asking the decoder for every pair: the inverse of what the reader does. */
function gb18030(text: string): Uint8Array {
  const bytesOf = new Map<string, readonly number[]>();
  const decoder = new TextDecoder('gb18030');
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) if (low !== 0x7f) bytesOf.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  return Uint8Array.from(
    [...text].flatMap((char) => ((char.codePointAt(0) ?? 0) < 0x80 ? [char.codePointAt(0) ?? 0] : (bytesOf.get(char) ?? []))),
  );
}
