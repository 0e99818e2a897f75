/** `muheng scheme`: a page of help for each word, the fact catalogue, ids that the check would refuse. */
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { exits } from './exits.js';
import { main } from './main.js';

async function run(...args: string[]) {
  const out: string[] = [];
  const keep = (text: string | Uint8Array): boolean => {
    out.push(String(text));
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(keep),
    vi.spyOn(process.stderr, 'write').mockImplementation(keep),
  ];
  const code = await main(args);
  for (const spy of spies) spy.mockRestore();
  return { code, text: out.join('') };
}

describe('muheng scheme', () => {
  it.each(['check', 'describe', 'diff', 'new', 'copy', 'list', 'facts', 'schema'])('%s --help has its own page', async (word) => {
    const { code, text } = await run('scheme', word, '--help');
    expect(code).toBe(exits.ok);
    expect(text).toContain(`muheng scheme ${word} — `);
    expect(text).not.toContain('muheng scheme — ');
  });

  it('scheme --help lists the words', async () => {
    expect((await run('scheme', '--help')).text).toContain('muheng scheme — ');
  });

  it('facts finds terms of the catalogue, and says when there is none', async () => {
    expect((await run('scheme', 'facts', '用地面积')).text).toContain('land_used');
    expect((await run('scheme', 'facts', '没有这一项')).text).toContain('目录里没有');
  });

  it('an id that the check refuses is refused before anything is written', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'muheng-')), 'n');
    const { code, text } = await run(
      'scheme',
      'new',
      folder,
      '--id',
      'N_2024',
      '--title',
      '甲',
      '--place',
      '乙',
      '--year',
      '2024',
    );
    expect(code).toBe(exits.usage);
    expect(text).toContain('小写字母、数字、连字符');
    expect(existsSync(folder)).toBe(false);
  });
});
