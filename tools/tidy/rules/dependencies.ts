/**
 * A workspace's package.json says what its shipped code imports: nothing missing, nothing left over, no range.
 * Tests may also use what the root declares; tools and tests outside the workspaces use only that.
 */
import { builtinModules } from 'node:module';
import { z } from 'zod';
import {
  type CodeFile,
  errorAt,
  type Repository,
  type Rule,
  type TrackedFile,
  type Violation,
  workspaceOf,
} from '../repository.js';

const manifestShape = z.object({
  name: z.string(),
  dependencies: z.record(z.string(), z.string()).default({}),
  devDependencies: z.record(z.string(), z.string()).default({}),
});
type Manifest = z.infer<typeof manifestShape>;

export const dependencies: Rule = {
  name: 'dependencies',
  check: (repository) => {
    const manifests = repository.files.filter((file) => /^(?:packages|apps)\/[^/]+\/package\.json$/.test(file.path));
    const root = repository.files.find((file) => file.path === 'package.json');
    const forTests = root === undefined ? new Set<string>() : namesIn(parseManifest(root));
    const outside = repository.code.filter((file) => workspaceOf(file.path) === undefined);
    return [
      ...manifests.flatMap((file) => checkWorkspace(file, repository, forTests)),
      ...outside.flatMap((file) => missing(file, (name) => forTests.has(name) || name.startsWith('@muheng/'), 'the root')),
    ];
  },
};

function checkWorkspace(file: TrackedFile, repository: Repository, forTests: ReadonlySet<string>): Violation[] {
  const home = workspaceOf(file.path);
  const manifest = parseManifest(file);
  const code = repository.code.filter((one) => workspaceOf(one.path) === home);
  const used = new Set(code.filter((one) => !one.isTest).flatMap((one) => packagesImportedBy(one).map((found) => found.name)));
  const declared = namesIn(manifest);
  const inTests = (name: string): boolean => declared.has(name) || forTests.has(name) || name.startsWith('@muheng/');
  const lacks = code.flatMap((one) => missing(one, one.isTest ? inTests : (name) => declared.has(name), manifest.name));
  return [...lacks, ...leftOver(file, manifest, used), ...notPinned(file, manifest)];
}

function missing(file: CodeFile, has: (name: string) => boolean, owner: string): Violation[] {
  return packagesImportedBy(file)
    .filter((found) => !has(found.name))
    .map((found) => errorAt(file.path, found.line, `${found.name} is not among the dependencies of ${owner}`));
}

/** A package with no code yet may already name what it will stand on. */
function leftOver(file: TrackedFile, manifest: Manifest, used: ReadonlySet<string>): Violation[] {
  if (used.size === 0) return [];
  const unused = Object.keys(manifest.dependencies).filter((name) => !used.has(name));
  return unused.map((name) => errorAt(file.path, lineWith(file, `"${name}"`), `${name} is declared and never imported`));
}

function notPinned(file: TrackedFile, manifest: Manifest): Violation[] {
  const loose = Object.entries(manifest.dependencies).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version));
  return loose.map(([name, version]) => errorAt(file.path, lineWith(file, `"${name}"`), `${name} ${version}: pin one version`));
}

/** `@muheng/formula` of `@muheng/formula`, `zod` of `zod/mini`; builtins of Node belong to nobody. */
function packagesImportedBy(file: CodeFile): { readonly name: string; readonly line: number }[] {
  const outside = file.imports.filter(
    (one) => !one.from.startsWith('.') && !one.from.startsWith('node:') && !builtinModules.includes(one.from),
  );
  return outside.map((one) => ({ name: one.from.split('/', one.from.startsWith('@') ? 2 : 1).join('/'), line: one.line }));
}

const namesIn = (manifest: Manifest): Set<string> =>
  new Set([...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)]);

const parseManifest = (file: TrackedFile): Manifest => manifestShape.parse(JSON.parse(file.text));

function lineWith(file: TrackedFile, words: string): number {
  return file.text.slice(0, Math.max(0, file.text.indexOf(words))).split('\n').length;
}
