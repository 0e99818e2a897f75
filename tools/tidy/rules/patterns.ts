/**
 * Nobody outside supplies a regular expression: shipped code makes none from values, in JavaScript or in SQL. The few that are put
 * together from our own constants stand below with what they are made of. That literals do not blow up is a test beside this folder.
 */
import ts from 'typescript';
import { type CodeFile, errorAt, lineOf, type Rule, type Violation, walk } from '../repository.js';

/** File → what its composed expressions are made of. */
const ownConstants: Readonly<Record<string, string>> = {
  'packages/district/src/facts.ts': 'a year, as a number',
  'packages/scheme/src/diff/fields.ts': 'names of fields that stand in the file',
};

/** `a ~ $1`, `a ~* ${x}`, `SIMILAR TO ${x}`, `regexp_replace(${x}`; in the builder: `, '~', x`. */
const sqlPattern =
  /[\w")] !?~\*? ?(?:\$\{|\$\d)|SIMILAR TO\s*(?:\$\{|\$\d)|regexp_\w+\s*\([^)']*\$\{|\('[\w.]+', '!?~\*?',|'(?:not )?similar to'/i;

export const patterns: Rule = {
  name: 'patterns',
  check: ({ code }) =>
    code.filter((file) => !file.isTest && /^(?:packages|apps)\/[^/]+\/src\//.test(file.path)).flatMap(checkFile),
};

function checkFile(file: CodeFile): Violation[] {
  const found: Violation[] = [];
  walk(file.tree, (node) => {
    if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return;
    if (node.expression.getText(file.tree) !== 'RegExp' || Object.hasOwn(ownConstants, file.path)) return;
    const [pattern] = node.arguments ?? [];
    if (pattern === undefined || !ts.isStringLiteralLike(pattern))
      found.push(errorAt(file.path, lineOf(file.tree, node), 'makes a regular expression from a value'));
  });
  file.text.split('\n').forEach((line, at) => {
    if (sqlPattern.test(line)) found.push(errorAt(file.path, at + 1, 'gives a value to the database as a regular expression'));
  });
  return found;
}
