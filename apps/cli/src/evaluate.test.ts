import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterRoom, type Room, say } from './fixtures/room.js';

let room: Room;
beforeAll(() => {
  room = enterRoom();
});
afterAll(() => room.leave());

const evaluate = (...more: readonly string[]) =>
  say('evaluate', '--scheme', room.scheme, '--facts', room.facts, '--year', '2024', ...more);

describe('evaluate --json', () => {
  it('keeps the contract of docs/reference/result.md', async () => {
    const { code, out, err } = await evaluate('--json');
    expect(code).toBe(0);
    expect(err).toBe('');
    const json = JSON.parse(out);
    expect(Object.keys(json)).toEqual(
      expect.arrayContaining([
        'scheme',
        'year',
        'identity',
        'subjects',
        'pools',
        'cuts',
        'benchmarks',
        'assumptions',
        'findings',
      ]),
    );
    expect(json.scheme).toMatchObject({ id: 'small-district', title: '虚构小区工业企业综合评价' });
    expect(json.year).toBe(2024);
    expect(json.identity).toEqual({
      scheme: expect.stringMatching(/^[0-9a-f]{64}$/),
      data: expect.stringMatching(/^[0-9a-f]{64}$/),
      semantics: 1,
      result: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(json.subjects.map((subject: { id: string }) => subject.id)).toEqual([
      'E01',
      'E02',
      'E03',
      'E04',
      'E05',
      'E06',
      'E07',
      'E08',
    ]);
    expect(json.subjects[0]).toMatchObject({
      id: 'E01',
      name: '虚构一厂',
      group: 'above',
      status: 'graded',
      total: 150,
      rank: 1,
      rankOf: 5,
      computedGrade: 'A',
      grade: 'A',
      overrides: [],
      reasons: [],
      indicators: {
        tax_per_mu: { value: 30, benchmark: 20, score: 90 },
        sales_per_mu: { value: 600, benchmark: 400, score: 60 },
      },
    });
  });

  it('shows a change with its clause, and why the others have no grade', async () => {
    const { subjects } = JSON.parse((await evaluate('--json')).out);
    expect(subjects[4]).toMatchObject({ id: 'E05', computedGrade: 'D', grade: 'C' });
    expect(subjects[4].overrides).toEqual([
      expect.objectContaining({
        rule: 'new_not_d',
        from: 'D',
        to: 'C',
        applied: true,
        clause: expect.stringContaining('第六条'),
      }),
    ]);
    expect(subjects[6]).toMatchObject({
      id: 'E07',
      status: 'pending',
      total: null,
      rank: null,
      grade: null,
      indicators: { tax_per_mu: { value: null, absence: 'missing' } },
    });
    expect(subjects[6].reasons[0].words).toContain('实缴税金');
    expect(subjects[7]).toMatchObject({ id: 'E08', status: 'out', grade: null });
    expect(subjects[7].reasons[0]).toMatchObject({
      words: expect.stringContaining('应税销售收入'),
      clause: expect.stringContaining('第一条'),
    });
  });

  it('[R77] rows in another order and columns in another order give the same identity; another value does not', async () => {
    const lines = room.read('facts.csv').trim().split('\n');
    const turned = lines.map((line) => {
      const [id = '', ...cells] = line.split(',');
      return [...cells.reverse(), id].join(',');
    });
    const shuffled = room.write('shuffled.csv', [turned[0], ...turned.slice(1).reverse()].join('\n'));
    const other = room.write('other.csv', room.read('facts.csv').replace('600,12000', '601,12000'));
    const identityOf = async (file: string) =>
      JSON.parse((await say('evaluate', '--scheme', room.scheme, '--facts', file, '--year', '2024', '--json')).out).identity;
    const first = await identityOf(room.facts);
    expect(await identityOf(shuffled)).toEqual(first);
    const changed = await identityOf(other);
    expect(changed.scheme).toBe(first.scheme);
    expect(changed.data).not.toBe(first.data);
    expect(changed.result).not.toBe(first.result);
  });

  it('[R86] 元 and 万元, ㎡ and 亩 in two files give the same result', async () => {
    const header = 'id,企业名称,规模,实缴税金(元),应税销售收入(亿元),用地面积(公顷),新建项目';
    const row = 'E01,虚构一厂,规上,6000000,1.2,1.3333333333333333,否';
    const inYuan = room.write('yuan.csv', `${header}\n${row}\n`);
    const { subjects } = JSON.parse(
      (await say('evaluate', '--scheme', room.scheme, '--facts', inYuan, '--year', '2024', '--json')).out,
    );
    expect(subjects[0]).toMatchObject({ total: 150, indicators: { tax_per_mu: { score: 90 } } });
    const wrong = room.write('wrong-unit.csv', `${header.replace('公顷', '万元')}\n${row}\n`);
    const said = await say('evaluate', '--scheme', room.scheme, '--facts', wrong, '--year', '2024', '--json');
    expect(said.code).toBe(1);
    expect(JSON.parse(said.out).findings).toContainEqual(
      expect.objectContaining({ code: 'header_unit_unreadable', message: expect.stringContaining('用地面积(万元)') }),
    );
  });
});

describe('evaluate on a terminal', () => {
  it('says standing, assumptions, classes, lines, moves, reasons and identity', async () => {
    const { code, out, err } = await evaluate();
    expect(code).toBe(0);
    expect(out).toContain('虚构（演示用）');
    expect(out).toMatch(/含 2 处假定：/);
    expect(out).toContain('A类 1（16.7%）');
    expect(out).toContain('分数线');
    expect(out).toMatch(/虚构五厂：测算 D类 → C类.*第六条/);
    expect(out).toMatch(/虚构七厂：待补数据/);
    expect(out).toContain('校验码');
    expect(err).toContain('· 读入');
    expect(err).toContain('汇总行');
  });

  it('keeps quiet with --quiet and counts warnings with --strict', async () => {
    expect((await evaluate('--quiet')).err).not.toContain('· ');
    const odd = room.write(
      'odd.csv',
      room.read('facts.csv').replace('E04,虚构四厂,规上,300,6000,20,否', 'E04,虚构四厂,规上,300,6000,-,否'),
    );
    const args = ['evaluate', '--scheme', room.scheme, '--facts', odd, '--year', '2024'];
    expect((await say(...args)).code).toBe(0);
    const strict = await say(...args, '--strict');
    expect(strict.code).toBe(1);
    expect(strict.err).toContain('意思不明确');
  });
});
