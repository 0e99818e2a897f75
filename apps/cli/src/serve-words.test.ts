/** The words of `muheng serve` and `muheng office`: what is wrong with them is said before anything is opened. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { officeCommand } from './commands/office.js';
import { serveCommand } from './commands/serve.js';
import { UnreadableInput, UsageTrouble } from './exits.js';

const console = { out: () => {}, err: () => {}, progress: () => {} };
const identity = ['--identity-issuer', 'https://id.example.gov.cn', '--identity-client', 'muheng'];

it.each([
  [[], /缺少 --data/],
  [['--port', '80'], /缺少 --data/],
  [['--data', 'x', '--port', '70000'], /--port 应为/],
  [['--data', 'x', '--key', 'k.pem'], /要一起给/],
  [['--data', 'x', '--what'], /--what/],
  [['--data', 'x', '--database-url', 'postgres://a'], /要一起给/],
  [['--data', 'x', ...identity], /缺少客户端密钥/],
  [['--data', 'x', '--identity-client', 'muheng'], /缺少 --identity-issuer/],
  [['--data', 'x', '--public-url', 'https://muheng.example'], /缺少 --identity-issuer/],
  [['--data', 'x', '--identity-issuer', 'https://id.example'], /缺少 --identity-client/],
] as const)('serve %j', async (args, words) => {
  const tried = serveCommand([...args], console);
  await expect(tried).rejects.toThrow(words);
  await expect(tried).rejects.toBeInstanceOf(UsageTrouble);
});

it('[R23] the identity service is asked over an encrypted line, or on this machine; behind a proxy the own address is said', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'muheng-words-'));
  const secret = join(folder, 'secret');
  writeFileSync(secret, 'shared\n');
  const withSecret = ['--data', join(folder, 'data'), '--identity-client', 'muheng', '--identity-secret-file', secret];
  for (const [issuer, more, words] of [
    ['http://id.example.gov.cn', [], /--identity-issuer 应为 https/],
    ['not an address', [], /--identity-issuer 应为 https/],
    ['https://id.example.gov.cn', ['--public-url', 'http://muheng.example'], /--public-url 应为 https/],
    ['https://id.example.gov.cn', ['--port', '0'], /请用 --public-url/],
    ['https://id.example.gov.cn', ['--proxy', '127.0.0.1'], /请用 --public-url/],
  ] as const)
    await expect(serveCommand([...withSecret, '--identity-issuer', issuer, ...more], console)).rejects.toThrow(words);
  writeFileSync(secret, ' \n');
  await expect(serveCommand([...withSecret, ...identity.slice(0, 2)], console)).rejects.toThrow(/缺少客户端密钥/);
  rmSync(folder, { recursive: true });
});

it('office wants every name, and only known kinds of region', async () => {
  const all = ['--data', 'x', '--slug', 'ab', '--name', 'n', '--work', 'w', '--region', 'r', '--code', '320685'];
  await expect(officeCommand(all.slice(0, -2), console)).rejects.toThrow(/缺少 --code/);
  await expect(officeCommand([...all, '--kind', 'moon'], console)).rejects.toThrow(/--kind 只能是/);
});

it('a certificate that is not there is unreadable input', async () => {
  const tried = serveCommand(['--data', 'x', '--certificate', '/none.pem', '--key', '/none.key'], console);
  await expect(tried).rejects.toBeInstanceOf(UnreadableInput);
});
