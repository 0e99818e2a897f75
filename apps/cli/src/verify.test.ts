/** The bundles of `evaluate --out x.bundle`, and what `verify` says of them. */
import { readFileSync, statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enterRoom, type Room, say } from './fixtures/room.js';

let room: Room;
let subject: string;
const evaluate = (out: string, ...more: readonly string[]) =>
  say('evaluate', '--scheme', room.scheme, '--facts', room.facts, '--year', '2024', '--out', room.file(out), ...more);
const bytes = (name: string): Buffer => readFileSync(room.file(name));

beforeAll(async () => {
  room = enterRoom();
  expect((await evaluate('audit.bundle', '--salt', room.file('secret'))).code).toBe(0);
  expect(
    (await evaluate('public.bundle', '--viewer', 'public', '--salt', room.file('secret'), '--out', room.file('result.json')))
      .code,
  ).toBe(0);
  subject = JSON.parse(room.read('result.json')).subjects[0].id;
  expect((await evaluate('own.bundle', '--viewer', 'enterprise', '--subject', subject, '--salt', room.file('secret'))).code).toBe(
    0,
  );
});
afterAll(() => room.leave());

describe('[R65] muheng verify', () => {
  test.each([
    ['audit.bundle', '审计包', '全部复算：按包内办法和数据重新计算，每一字节都一致'],
    ['own.bundle', '企业包', '本户复算：按本户数据和冻结的基准、分数线重新计算，与包内一致'],
    ['public.bundle', '公开包', '公开内容：校验码、户数核对一致'],
  ])('%s says which level it proves and exits 0', async (file, what, level) => {
    const said = await say('verify', room.file(file));
    expect([said.code, said.err]).toEqual([0, '']);
    expect(said.out).toContain(`  ${what} · `);
    expect(said.out).toContain(`结论：通过。${level}`);
  });

  test('a value that a rule cannot use, a land of zero, is in the bundle as delivered and recomputes', async () => {
    const facts = room.write(
      'zero.csv',
      room.read('facts.csv').replace('E01,虚构一厂,规上,600,12000,20,', 'E01,虚构一厂,规上,600,12000,0,'),
    );
    const out = room.file('zero.bundle');
    await say('evaluate', '--scheme', room.scheme, '--facts', facts, '--year', '2024', '--out', out, '--quiet');
    expect((await say('verify', out)).out).toContain('结论：通过');
  });

  test('against the public bundle, as JSON', async () => {
    const own = JSON.parse((await say('verify', room.file('own.bundle'), '--against', room.file('public.bundle'), '--json')).out);
    expect([own.ok, own.level, own.head.subject]).toEqual([true, 'own_row_recomputed', subject]);
    expect(own.proved.join()).toContain('本户凭证在公开包的名录中');
    expect((await say('verify', room.file('audit.bundle'), '--against', room.file('public.bundle'))).out).toContain(
      '公开包中每户的凭证都由本包的数据和结果算出',
    );
  });

  test('two runs write identical bundles; the secret is made once, for its owner, and is in no other bundle', async () => {
    await evaluate('again.bundle', '--salt', room.file('secret'));
    expect(bytes('again.bundle').equals(bytes('audit.bundle'))).toBe(true);
    const secret = room.read('secret').trim();
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(statSync(room.file('secret')).mode & 0o077).toBe(0);
    for (const name of ['own.bundle', 'public.bundle']) expect(bytes(name).includes(secret)).toBe(false);
  });

  test('a flipped byte exits 4 with file and byte; what is no bundle exits 3; wrong words exit 2', async () => {
    const broken = bytes('audit.bundle');
    const at = broken.indexOf('"total":');
    broken[at + 9]! ^= 1;
    const said = await say('verify', room.write('broken.bundle', broken));
    expect(said.code).toBe(4);
    expect(said.out).toMatch(
      /结论：未通过\n {2}\[必须处理\] result\/subjects\.jsonl：内容与清单所列校验码不一致（第 \d+—\d+ 字节）/,
    );
    const [, from = '', to = ''] = /第 (\d+)—(\d+) 字节/.exec(said.out) ?? [];
    expect(Number(from) <= at + 9 && at + 9 <= Number(to)).toBe(true);
    const foreign = await say('verify', room.facts);
    expect([foreign.code, foreign.out.includes('这不是校验包')]).toEqual([3, true]);
    expect((await say('verify', room.file('nowhere.bundle'))).code).toBe(3);
    expect((await say('verify')).code).toBe(2);
    expect((await say('verify', room.file('own.bundle'), room.file('audit.bundle'))).code).toBe(2);
    const other = await say('verify', room.file('own.bundle'), '--against', room.file('audit.bundle'));
    expect([other.code, other.out.includes('不是公开包')]).toEqual([4, true]);
  });

  test.each<[string, readonly string[], number, string]>([
    ['no secret', ['--viewer', 'public'], 2, '缺少 --salt'],
    ['no subject', ['--viewer', 'enterprise', '--salt', 'x'], 2, '缺少 --subject'],
    ['a viewer there is not', ['--viewer', 'boss'], 2, '--viewer 是 auditor、enterprise、public 之一'],
  ])('nothing is written with %s', async (_, more, code, words) => {
    const said = await evaluate('never.bundle', ...more);
    expect(said.code).toBe(code);
    expect(said.err).toContain(words);
    expect(() => bytes('never.bundle')).toThrow();
  });

  test('a secret that is none is refused, and not replaced', async () => {
    const file = room.write('weak', '1234\n');
    const said = await evaluate('never.bundle', '--viewer', 'public', '--salt', file);
    expect([said.code, said.err.includes('至少 32 位')]).toEqual([3, true]);
    expect(room.read('weak')).toBe('1234\n');
  });
});
