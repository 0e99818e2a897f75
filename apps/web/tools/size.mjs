/**
 * `npm run size -w apps/web` — gzip bytes of the JavaScript that the first screen of each page asks for: the entry, what it imports
 * at once, and what its HTML preloads. Fails above the promise of the design: office 400 kB, portal 150 kB.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const limits = { index: 400, portal: 150 };

if (!existsSync(dist)) {
  console.error('no dist: run the build first');
  process.exit(2);
}
let over = false;
for (const [page, limit] of Object.entries(limits)) {
  const scripts = firstScripts(page);
  const bytes = [...scripts].reduce((sum, path) => sum + gzipSync(readFileSync(dist + path)).length, 0);
  const size = bytes / 1000;
  over ||= size > limit;
  console.log(`${page}.html ${size.toFixed(1)} kB of ${limit} kB in ${scripts.size} files${size > limit ? ' — too much' : ''}`);
}
process.exit(over ? 1 : 0);

function firstScripts(page) {
  const html = readFileSync(`${dist}${page}.html`, 'utf8');
  const found = new Set();
  const open = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map((match) => match[1]);
  while (open.length > 0) {
    const path = open.pop();
    if (found.has(path)) continue;
    found.add(path);
    const code = readFileSync(dist + path, 'utf8');
    for (const match of code.matchAll(/(?:^|[;}\s])(?:import|export)[^;'"()]*?["']\.\/([\w.-]+\.js)["']/g))
      open.push(`assets/${match[1]}`);
  }
  return found;
}
