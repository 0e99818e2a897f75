/**
 * What the rules look at: every file that git tracks or would track, read once, code files parsed once.
 * A rule is a pure function of a `Repository`, so its tests hand it a few invented files instead of a folder.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

export interface TrackedFile {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

export interface CodeFile extends TrackedFile {
  readonly tree: ts.SourceFile;
  readonly imports: readonly Import[];
  /** Tests and their fixtures may do what shipped code may not. */
  readonly isTest: boolean;
}

export interface Import {
  /** As written: `./axis.js`, `@muheng/finding`, `node:fs`. */
  readonly from: string;
  readonly line: number;
  /** Only types are taken: nothing is left of it at run time. */
  readonly typesOnly: boolean;
}

export interface Repository {
  readonly files: readonly TrackedFile[];
  readonly code: readonly CodeFile[];
}

export interface Violation {
  readonly path: string;
  readonly line: number;
  readonly message: string;
  /** A warning is printed and does not fail. */
  readonly severity: 'error' | 'warning';
}

export interface Rule {
  readonly name: string;
  check(repository: Repository): readonly Violation[];
}

/** Reads the work tree at `root`; deleted and binary files are left out. */
export function readRepository(root: string): Repository {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  const paths = [...new Set(listed.split('\0'))].filter((path) => path !== '' && existsSync(join(root, path))).sort();
  const files = paths.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
  return repositoryOf(files.filter((file) => !file.text.includes('\0')));
}

export function repositoryOf(files: readonly TrackedFile[]): Repository {
  return { files, code: files.filter((file) => /\.(?:ts|tsx|mts|mjs|js)$/.test(file.path)).map(parseCode) };
}

export const lineOf = (tree: ts.SourceFile, node: ts.Node): number =>
  tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;

export function errorAt(path: string, line: number, message: string): Violation {
  return { path, line, message, severity: 'error' };
}

/** Calls `visit` for every node of the tree, outermost first. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** The tracked file that a relative import names, or undefined. `.js` in an import is a `.ts` on disk. */
export function resolveRelative(importer: string, from: string, known: ReadonlySet<string>): string | undefined {
  const target = posix.join(posix.dirname(importer), from);
  const candidates = [
    target,
    target.replace(/\.js$/, '.ts'),
    target.replace(/\.js$/, '.tsx'),
    `${target}.ts`,
    `${target}/index.ts`,
  ];
  return candidates.find((candidate) => known.has(candidate));
}

/** `packages/engine`, `apps/cli`, or undefined for files that stand in no workspace. */
export function workspaceOf(path: string): string | undefined {
  return /^(?:packages|apps)\/[^/]+/.exec(path)?.[0];
}

function parseCode(file: TrackedFile): CodeFile {
  const tree = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true);
  const isTest = /\.test\.tsx?$|(?:^|\/)(?:fixtures|cases)\//.test(file.path);
  return { ...file, tree, imports: findImports(tree), isTest };
}

function findImports(tree: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const take = (node: ts.Node | undefined, typesOnly: boolean): void => {
    if (node !== undefined && ts.isStringLiteral(node)) found.push({ from: node.text, line: lineOf(tree, node), typesOnly });
  };
  walk(tree, (node) => {
    if (ts.isImportDeclaration(node)) take(node.moduleSpecifier, takesTypesOnly(node.importClause));
    if (ts.isExportDeclaration(node)) take(node.moduleSpecifier, node.isTypeOnly);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) take(node.arguments[0], false);
    // `require.resolve('x')` asks where a package lies, and needs it as an import does.
    if (ts.isCallExpression(node) && /^(?:require|import\.meta)\.resolve$/.test(node.expression.getText(tree)))
      take(node.arguments[0], false);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) take(node.argument.literal, true);
  });
  return found;
}

/** `import type …` or `import { type A, type B } …`. */
function takesTypesOnly(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  const bindings = clause.namedBindings;
  const allTypes =
    clause.name === undefined &&
    bindings !== undefined &&
    ts.isNamedImports(bindings) &&
    bindings.elements.every((one) => one.isTypeOnly);
  return clause.phaseModifier === ts.SyntaxKind.TypeKeyword || allTypes;
}
