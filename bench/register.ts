/** 企业用地库 — times of lists, search and the enterprise page at 200 000 enterprises: `npx tsx bench/register.ts [size] [folder]`. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const script = join(root, 'apps/server/src/rooms/registry/fixtures/bench.ts');
const { status } = spawnSync(process.execPath, ['--import', 'tsx', script, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? 70;
