/**
 * 启动 — how long `muheng serve` takes until it says it is ready: the first start in an empty folder (the database is made, migrated), and a
 * cold start of a folder with 200 000 enterprises. `npx tsx bench/start.ts [size] [folder]`; a folder that is given is kept and used again.
 */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { median } from './measure.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'apps/cli/bin/muheng.js');
const writer = 'apps/server/src/rooms/registry/fixtures/benchFolder.ts';
const size = Number(process.argv[2] ?? 200_000);
const given = process.argv[3];
const firstStarts = 3;
const coldStarts = 5;
const reach = { first: 20_000, cold: 8_000 } as const;

const made: string[] = [];
// The database runs as a user of its own when started by root: it must be able to reach its folder.
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'muheng-start-'));
  chmodSync(folder, 0o711);
  made.push(folder);
  return folder;
};

try {
  const first: number[] = [];
  for (let run = 0; run < firstStarts; run++) first.push(await start(join(newFolder(), 'data')));
  const folder = given === undefined ? newFolder() : resolve(given);
  seed(folder);
  const dropped: boolean[] = [];
  const cold: number[] = [];
  for (let run = 0; run < coldStarts; run++) {
    dropped.push(dropCaches());
    cold.push(await start(folder));
  }
  const [cpu] = cpus();
  console.log(`${cpu?.model.trim()}, ${cpus().length} cores; load ${loadavg()[0]?.toFixed(1)}; Node ${process.version}`);
  console.log(line('first ever start', first, reach.first));
  console.log(line(`cold start, ${size} enterprises`, cold, reach.cold));
  console.log(
    dropped.every(Boolean) ? 'The disk cache was dropped before each cold start.' : 'The disk cache could not be dropped here.',
  );
  process.exitCode = median(first) <= reach.first && median(cold) <= reach.cold ? 0 : 1;
} finally {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
}

function line(name: string, times: readonly number[], most: number): string {
  const shown = times.map((time) => (time / 1000).toFixed(2)).join(' ');
  const middle = median(times);
  return `${name.padEnd(34)} median ${(middle / 1000).toFixed(2)} s of ${times.length} (${shown})   reach ${most / 1000} s   ${middle <= most ? 'met' : 'NOT met'}`;
}

/** Milliseconds from the command to the first answer that all is well; then it is stopped in order. */
async function start(folder: string): Promise<number> {
  const begun = performance.now();
  const child = spawn(process.execPath, [bin, 'serve', '--data', folder, '--port', '0', '--json'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  let url: string | undefined;
  for await (const printed of createInterface({ input: child.stdout })) {
    if (!printed.startsWith('{"url"')) continue;
    url = JSON.parse(printed).url;
    break;
  }
  if (url === undefined) throw new Error(`the server ended with ${await ended} before it was ready`);
  const { status } = await fetch(`${url}/health/ready`).then(async (answer) => JSON.parse(await answer.text()));
  const took = performance.now() - begun;
  child.stdout.resume();
  child.kill('SIGTERM');
  const code = await ended;
  if (status !== 'ok' || code !== 0) throw new Error(`not well after the start: ${status}, ended with ${code}`);
  return took;
}

/** The register of an office, written by the server's own fixture; once for a folder. */
function seed(folder: string): void {
  const mark = join(folder, 'bench-size');
  if (existsSync(mark)) {
    if (readFileSync(mark, 'utf8') !== String(size)) throw new Error(`${folder} holds ${readFileSync(mark, 'utf8')} enterprises`);
    return;
  }
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', join(root, writer), folder, String(size)], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('the register was not written');
  writeFileSync(mark, String(size));
}

/** What the machine has read before is not to help. Linux, as root; otherwise false. */
function dropCaches(): boolean {
  try {
    writeFileSync('/proc/sys/vm/drop_caches', '3');
    return true;
  } catch {
    return false;
  }
}
