/**
 * `npm run components` — the list of components of this version, as CycloneDX, from the lock file alone: name, version, licence,
 * SHA-512, and whether it ships or only builds and tests. Written to dist/components.cdx.json. A lock file that does not say exactly
 * what is installed is refused. @source trust R49
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const lockShape = z.looseObject({
  lockfileVersion: z.number(),
  packages: z.record(
    z.string(),
    z.looseObject({
      ...{ name: z.string().optional(), version: z.string().optional(), integrity: z.string().optional() },
      ...{ license: z.string().optional(), resolved: z.string().optional() },
      ...{ link: z.boolean().optional(), dev: z.boolean().optional(), devOptional: z.boolean().optional() },
    }),
  ),
});
export type Lock = z.infer<typeof lockShape>;

export const readLock = (file: string): Lock => lockShape.parse(JSON.parse(readFileSync(file, 'utf8')));

type Licence = { readonly license: { readonly id: string } } | { readonly expression: string };
export interface Component {
  readonly 'bom-ref': string;
  readonly type: 'library';
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  /** `required`: it ships; `excluded`: it builds and tests. */
  readonly scope: 'required' | 'excluded';
  readonly hashes: readonly { readonly alg: 'SHA-512'; readonly content: string }[];
  readonly licenses?: readonly Licence[];
}

/** What keeps a lock file from giving the same files everywhere: one line each. */
export function lockTroubles(lock: Lock): string[] {
  const found: string[] = [];
  if (lock.lockfileVersion !== 3) found.push(`lockfileVersion is ${lock.lockfileVersion}, not 3`);
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (!path.includes('node_modules/') || entry.link === true) continue;
    if (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(entry.integrity ?? '')) found.push(`${path} has no SHA-512`);
    if (!/^\d+\.\d+\.\d+/.test(entry.version ?? '')) found.push(`${path} has no version`);
    if (/^(?:git|http:|file:)/.test(entry.resolved ?? '')) found.push(`${path} comes from ${entry.resolved}`);
  }
  if (Object.keys(lock.packages).length === 0) found.push('the lock file names no package');
  return found;
}

/** One per name and version, in their order. */
export function componentsOf(lock: Lock): Component[] {
  const found = new Map<string, Component>();
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (!path.includes('node_modules/') || entry.link === true) continue;
    const name = entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const { version = '', integrity = '' } = entry;
    const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
    const ships = entry.dev !== true && entry.devOptional !== true;
    const known = found.get(purl);
    found.set(purl, {
      'bom-ref': purl,
      type: 'library',
      name,
      version,
      purl,
      scope: ships || known?.scope === 'required' ? 'required' : 'excluded',
      hashes: [{ alg: 'SHA-512', content: Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex') }],
      ...(entry.license === undefined ? {} : { licenses: [licenceOf(entry.license)] }),
    });
  }
  return [...found.values()].sort((a, b) => (a.purl < b.purl ? -1 : 1));
}

const licenceOf = (text: string): Licence =>
  /^[\w.+-]+$/.test(text) ? { license: { id: text } } : { expression: text.replace(/^\((.*)\)$/, '$1') };

/** The same lock file gives the same bytes: no time, no random number; the serial number is made of the content. */
export function billOf(lock: Lock) {
  const components = componentsOf(lock);
  const hash = createHash('sha256').update(JSON.stringify(components)).digest('hex');
  const serial = `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
  const { name = '', version = '' } = lock.packages[''] ?? {};
  return {
    ...{ bomFormat: 'CycloneDX', specVersion: '1.6', serialNumber: `urn:uuid:${serial}`, version: 1 },
    metadata: { component: { type: 'application', 'bom-ref': `pkg:npm/${name}@${version}`, name, version } },
    components,
  };
}

function main(): void {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const troubles = ['package-lock.json', 'tests/node24/package-lock.json'].flatMap((path) =>
    lockTroubles(readLock(join(root, path))).map((words) => `${path}: ${words}`),
  );
  for (const line of troubles) console.log(line);
  const bill = billOf(readLock(join(root, 'package-lock.json')));
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(join(root, 'dist/components.cdx.json'), `${JSON.stringify(bill, null, 1)}\n`);
  const shipped = bill.components.filter(({ scope }) => scope === 'required').length;
  console.log(`${bill.components.length} components, ${shipped} of them ship: dist/components.cdx.json`);
  process.exitCode = troubles.length === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
