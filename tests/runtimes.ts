/**
 * Where the other runtimes stand that a result must agree in: a Node 24 binary and a Chromium.
 * Nothing is installed here: `npm run check` brings Node 24, `.ci/run` brings Chromium. `undefined` = not on this machine,
 * and the test that asks says so in the name of its skip.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A Node 24 executable: MUHENG_NODE24, this very process, or the pinned package of `tests/node24`. */
export function findNode24(): string | undefined {
  const own = process.version.startsWith('v24.') ? process.execPath : undefined;
  const pinned = fileURLToPath(new URL(`node24/node_modules/node-${process.platform}-${process.arch}/bin/node`, import.meta.url));
  return [process.env.MUHENG_NODE24, own, pinned].find(isNode24);
}

/** A Chromium or Chrome executable: MUHENG_CHROMIUM, or where the systems put it. */
export function findChromium(): string | undefined {
  return [process.env.MUHENG_CHROMIUM, ...usualBrowsers].find((path) => path !== undefined && existsSync(path));
}

/** What Chromium needs to start as root, without looking for updates. */
export const chromiumArguments: readonly string[] = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const usualBrowsers: readonly string[] = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

function isNode24(path: string | undefined): path is string {
  if (path === undefined || !existsSync(path)) return false;
  return spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout.startsWith('v24.');
}
