/**
 * Each row of a finding table in a `texts.zh.ts` says in Chinese what happened and what to do next.
 * A row is an object with a `severity` or a `message`, or a call `error(message, remedy)`, `warning(…)`, `note(…)` of a builder
 * that stands in the same file. Tables of plain words are left alone.
 */
import ts from 'typescript';
import { type CodeFile, errorAt, lineOf, type Rule, type Violation, walk } from '../repository.js';

export const texts: Rule = {
  name: 'texts',
  check: ({ code }) => code.filter((file) => file.path.endsWith('texts.zh.ts')).flatMap(checkTable),
};

function checkTable(file: CodeFile): Violation[] {
  const found: Violation[] = [];
  walk(file.tree, (node) => {
    for (const [key, text] of sentencesOf(node)) {
      const fault =
        text === undefined ? 'is missing' : /\p{Script=Han}|\{\w+\}/u.test(text) ? undefined : 'is empty or not Chinese';
      if (fault !== undefined) found.push(errorAt(file.path, lineOf(file.tree, node), `${key} ${fault}`));
    }
  });
  return found;
}

/** `message` and `remedy` of a row as they stand in the source; nothing for what is no row. */
function sentencesOf(node: ts.Node): readonly (readonly [string, string | undefined])[] {
  if (ts.isCallExpression(node) && /^(?:error|warning|note)$/.test(node.expression.getText())) {
    return ['message', 'remedy'].map((key, index) => [key, node.arguments[index]?.getText()]);
  }
  if (!ts.isObjectLiteralExpression(node) || isBuilder(node)) return [];
  const pairs = new Map(
    node.properties.filter(ts.isPropertyAssignment).map((pair) => [pair.name.getText(), pair.initializer.getText()]),
  );
  if (!pairs.has('severity') && !pairs.has('message')) return [];
  return ['message', 'remedy'].map((key) => [key, pairs.get(key)]);
}

/** `{ severity: 'error', message, remedy }` — the sentences come in as parameters and are looked at in the calls. */
const isBuilder = (row: ts.ObjectLiteralExpression): boolean => row.properties.some(ts.isShorthandPropertyAssignment);
