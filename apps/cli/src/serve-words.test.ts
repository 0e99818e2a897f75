/** The words of `muheng serve` and `muheng office`: what is wrong with them is said before anything is opened. */
import { expect, it } from 'vitest';
import { officeCommand, serveCommand } from './commands/serve.js';
import { UnreadableInput, UsageTrouble } from './exits.js';

const console = { out: () => {}, err: () => {}, progress: () => {} };

it.each([
  [[], /缺少 --data/],
  [['--port', '80'], /缺少 --data/],
  [['--data', 'x', '--port', '70000'], /--port 应为/],
  [['--data', 'x', '--key', 'k.pem'], /要一起给/],
  [['--data', 'x', '--what'], /--what/],
] as const)('serve %j', async (args, words) => {
  const tried = serveCommand([...args], console);
  await expect(tried).rejects.toThrow(words);
  await expect(tried).rejects.toBeInstanceOf(UsageTrouble);
});

it('office wants every name, and only known kinds of region', async () => {
  const all = ['--data', 'x', '--slug', 'a', '--name', 'n', '--work', 'w', '--region', 'r', '--code', '320685'];
  await expect(officeCommand(all.slice(0, -2), console)).rejects.toThrow(/缺少 --code/);
  await expect(officeCommand([...all, '--kind', 'moon'], console)).rejects.toThrow(/--kind 只能是/);
});

it('a certificate that is not there is unreadable input', async () => {
  const tried = serveCommand(['--data', 'x', '--certificate', '/none.pem', '--key', '/none.key'], console);
  await expect(tried).rejects.toBeInstanceOf(UnreadableInput);
});
