/**
 * Which package may import which. A package that is not in the table does not exist yet: add its row with the package.
 * Inside a package imports are relative; across packages they name `@muheng/<name>` and nothing deeper.
 */
import { posix } from 'node:path';
import { type CodeFile, errorAt, type Import, type Rule, type Violation, workspaceOf } from '../repository.js';

const mayImport: Readonly<Record<string, readonly string[]>> = {
  'packages/finding': [],
  'packages/quantity': ['finding'],
  'packages/formula': ['finding', 'quantity'],
  'packages/scheme': ['finding', 'quantity', 'formula'],
  'packages/engine': ['finding', 'quantity', 'formula', 'scheme'],
  'packages/policy': ['finding', 'quantity', 'formula', 'scheme', 'engine'],
  'packages/sheets': ['finding', 'quantity'],
  'packages/bundle': ['finding', 'quantity', 'scheme', 'engine'],
  'packages/district': ['finding', 'quantity', 'scheme', 'engine', 'sheets'],
  'apps/server': ['finding', 'quantity', 'formula', 'scheme', 'engine', 'policy', 'sheets', 'bundle', 'district'],
  'apps/web': ['finding', 'quantity', 'formula', 'scheme', 'engine', 'policy'],
  'apps/cli': ['finding', 'quantity', 'formula', 'scheme', 'engine', 'policy', 'sheets', 'bundle', 'district', 'server'],
};

/** An oracle proves nothing when it shares code with what it checks; a seed proves nothing when our readers wrote it. */
const standsAlone = ['tests/oracle/', 'tools/seed/'];

export const importDirections: Rule = {
  name: 'import-directions',
  check: ({ code }) => code.flatMap((file) => file.imports.flatMap((one) => checkImport(file, one))),
};

function checkImport(file: CodeFile, one: Import): Violation[] {
  const says = (message: string): Violation[] => [errorAt(file.path, one.line, `${message}: ${one.from}`)];
  if (one.from.startsWith('.')) return checkRelative(file, one);
  if (!one.from.startsWith('@muheng/')) return [];
  const [, name = '', ...deeper] = one.from.split('/');
  if (deeper.length > 0) return says('imports past the index of a package');
  if (file.isTest) return [];
  if (standsAlone.some((folder) => file.path.startsWith(folder))) return says('shares code with what it is to check');
  const home = workspaceOf(file.path);
  if (home === undefined) return [];
  const allowed = mayImport[home];
  if (allowed === undefined) return says(`${home} has no row in the table of tools/tidy/rules/import-directions.ts`);
  if (home === `packages/${name}` || home === `apps/${name}`) return says('a package imports itself by name');
  return allowed.includes(name) ? [] : says(`${home} may not import this package`);
}

/** A relative path must not leave its workspace into another one, nor enter one from outside. */
function checkRelative(file: CodeFile, one: Import): Violation[] {
  const target = workspaceOf(posix.join(posix.dirname(file.path), one.from));
  if (target === undefined || target === workspaceOf(file.path)) return [];
  return [errorAt(file.path, one.line, `reaches into ${target} by a path; import it by its name: ${one.from}`)];
}
