/** A name says what a thing does. `utils`, `helpers` and `manager` say that nobody decided: refused in paths and in declarations. */
import ts from 'typescript';
import { type CodeFile, errorAt, lineOf, type Rule, type Violation, walk } from '../repository.js';

const emptyWords = /^(?:utils?|helpers?|managers?)$/i;

export const names: Rule = {
  name: 'names',
  check: ({ code }) => code.flatMap((file) => [...checkPath(file), ...checkDeclarations(file)]),
};

function checkPath(file: CodeFile): Violation[] {
  const word = file.path.split(/[/.\-_]/).find((part) => emptyWords.test(part));
  return word === undefined ? [] : [errorAt(file.path, 1, `the path says “${word}”: name what it does`)];
}

function checkDeclarations(file: CodeFile): Violation[] {
  const found: Violation[] = [];
  walk(file.tree, (node) => {
    if (!isNamed(node)) return;
    const word = wordsOf(node.name.text).find((part) => emptyWords.test(part));
    if (word !== undefined)
      found.push(errorAt(file.path, lineOf(file.tree, node.name), `${node.name.text} says “${word}”: name what it does`));
  });
  return found;
}

function isNamed(node: ts.Node): node is ts.NamedDeclaration & { name: ts.Identifier } {
  const declares =
    ts.isVariableDeclaration(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node);
  return declares && node.name !== undefined && ts.isIdentifier(node.name);
}

/** `taxRowManager` → tax, Row, Manager. */
const wordsOf = (name: string): string[] => name.split(/(?<=[a-z0-9])(?=[A-Z])|_/);
