/**
 * Packages are pure: the same bytes in give the same bytes out, in Node and in a browser, today and in ten years.
 * So no clock, disk, network, environment, random source, locale of the machine, generated code, or power function
 * (`**` and Math.pow differ in the last bit between Node versions).
 */
import ts from 'typescript';
import { type CodeFile, errorAt, lineOf, type Rule, type Violation, walk } from '../repository.js';

const forbiddenCalls: Readonly<Record<string, string>> = {
  'Date.now': 'reads the clock',
  'performance.now': 'reads the clock',
  'Math.random': 'is random',
  'crypto.randomUUID': 'is random',
  'crypto.getRandomValues': 'is random',
  'Math.pow': 'differs between Node versions',
  'Math.log': 'differs between engine versions: use naturalLogarithm',
  'Math.log10': 'differs between engine versions: use commonLogarithm',
  'Math.exp': 'differs between engine versions: use exponential',
};

const forbiddenNames: Readonly<Record<string, string>> = {
  process: 'reads the environment',
  fetch: 'reaches the network',
  XMLHttpRequest: 'reaches the network',
  WebSocket: 'reaches the network',
  setTimeout: 'waits for the clock',
  setInterval: 'waits for the clock',
  setImmediate: 'waits for the clock',
  require: 'loads code at run time',
  eval: 'generates code',
  Function: 'generates code',
  Intl: 'depends on the machine’s locale',
};

const localeMethods = /^(?:localeCompare|toLocale\w*)$/;

export const purity: Rule = {
  name: 'purity',
  check: ({ code }) => code.filter((file) => !file.isTest && /^packages\/[^/]+\/src\//.test(file.path)).flatMap(checkFile),
};

function checkFile(file: CodeFile): Violation[] {
  const found: Violation[] = [];
  const says = (node: ts.Node, message: string): void => void found.push(errorAt(file.path, lineOf(file.tree, node), message));
  for (const one of file.imports) {
    if (one.from.startsWith('node:')) found.push(errorAt(file.path, one.line, `imports ${one.from}: a browser has none`));
  }
  walk(file.tree, (node) => {
    if (ts.isPropertyAccessExpression(node)) {
      const name = node.getText(file.tree);
      if (Object.hasOwn(forbiddenCalls, name)) says(node, `${name} ${forbiddenCalls[name]}`);
      if (localeMethods.test(node.name.text)) says(node, `${node.name.text} depends on the machine’s locale`);
    }
    if (ts.isNewExpression(node) && node.expression.getText(file.tree) === 'Date' && (node.arguments?.length ?? 0) === 0)
      says(node, 'new Date() reads the clock');
    if (node.kind === ts.SyntaxKind.AsteriskAsteriskToken || node.kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken)
      says(node, '** differs between Node versions');
    if (ts.isIdentifier(node) && Object.hasOwn(forbiddenNames, node.text) && isGlobal(node))
      says(node, `${node.text} ${forbiddenNames[node.text]}`);
  });
  return found;
}

/** A free value name: not a property, a key, a declaration, or a type. */
function isGlobal(node: ts.Identifier): boolean {
  const parent = node.parent;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isTypeReferenceNode(parent) || ts.isQualifiedName(parent)) return false;
  if (ts.isNewExpression(parent) || ts.isCallExpression(parent)) return true;
  return (
    ts.isExpression(parent) ||
    ts.isShorthandPropertyAssignment(parent) ||
    (ts.isVariableDeclaration(parent) && parent.initializer === node)
  );
}
