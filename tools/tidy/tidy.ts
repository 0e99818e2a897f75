/**
 * `npm run tidy` — the rules of the house, each one file in `rules/`. Prints `path:line rule message`; exit 1 when any is broken.
 * `--write-demands` first brings the `test:` fields of docs/demands.yaml up to date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demandsFile, findTests, writeTests } from './demands.js';
import { type Rule, readRepository } from './repository.js';
import { cycles } from './rules/cycles.js';
import { demands } from './rules/demands.js';
import { dependencies } from './rules/dependencies.js';
import { fileSize } from './rules/file-size.js';
import { importDirections } from './rules/import-directions.js';
import { places, unfinishedWork } from './rules/leftovers.js';
import { names } from './rules/names.js';
import { officeFirst } from './rules/office-first.js';
import { patterns } from './rules/patterns.js';
import { purity } from './rules/purity.js';
import { roomDirections, sqlPlaces } from './rules/rooms.js';
import { texts } from './rules/texts.js';

const rules: readonly Rule[] = [
  importDirections,
  roomDirections,
  sqlPlaces,
  officeFirst,
  purity,
  patterns,
  cycles,
  dependencies,
  fileSize,
  names,
  unfinishedWork,
  places,
  texts,
  demands,
];
const root = fileURLToPath(new URL('../..', import.meta.url));

if (process.argv.includes('--write-demands')) writeDemands();
process.exitCode = tidy() ? 0 : 1;

function tidy(): boolean {
  const repository = readRepository(root);
  const found = rules.flatMap((rule) => rule.check(repository).map((violation) => ({ ...violation, rule: rule.name })));
  for (const one of found)
    console.log(`${one.path}:${one.line} ${one.severity === 'warning' ? 'warning ' : ''}${one.rule}: ${one.message}`);
  const errors = found.filter((one) => one.severity === 'error').length;
  console.log(
    `tidy: ${rules.length} rules, ${repository.files.length} files, ${errors} violations, ${found.length - errors} warnings`,
  );
  return errors === 0;
}

function writeDemands(): void {
  const path = join(root, demandsFile);
  writeFileSync(path, writeTests(readFileSync(path, 'utf8'), findTests(readRepository(root))));
}
