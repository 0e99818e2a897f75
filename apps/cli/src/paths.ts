/** Where the catalogue stands beside the program, and which version that is. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const catalogFolder = resolve(dirname(fileURLToPath(import.meta.url)), '../../../catalog');

/** As its package says. */
export function versionOfProgram(): string {
  const said: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return typeof said === 'object' && said !== null && 'version' in said ? String(said.version) : '';
}
