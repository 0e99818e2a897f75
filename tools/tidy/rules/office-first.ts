/**
 * Every statement over tables of an office says which office: each `selectFrom`, `updateTable`, `deleteFrom`, each join, and each
 * statement written as text names `office_id`. Row-level security would hide other offices' rows anyway, but a cluster could not
 * tell on which shard the rest stands. And rows come in a said order: shards answer in any.
 */
import ts from 'typescript';
import { type CodeFile, errorAt, lineOf, type Rule, type Violation, walk } from '../repository.js';

const home = 'apps/server/src/';
/** Tables of no office; and those of the queue, which stay on one machine. */
const ofNoOffice = /^(?:office_directory|migration|installation)\b|^pgboss\./;
const statements = new Set(['selectFrom', 'updateTable', 'deleteFrom']);
const joins = new Set(['innerJoin', 'leftJoin', 'rightJoin', 'fullJoin']);

export const officeFirst: Rule = {
  name: 'office-first',
  check: ({ code }) => code.filter((file) => file.path.startsWith(home) && !file.isTest).flatMap(checkFile),
};

function checkFile(file: CodeFile): Violation[] {
  const found: Violation[] = [];
  const says = (node: ts.Node, message: string): void => void found.push(errorAt(file.path, lineOf(file.tree, node), message));
  walk(file.tree, (node) => {
    if (ts.isTaggedTemplateExpression(node)) {
      if (isStatement(node) && !node.getText(file.tree).includes('office_id')) says(node, 'a statement that names no office_id');
      return;
    }
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
    const verb = node.expression.name.text;
    const [table] = node.arguments;
    if (table === undefined || !ts.isStringLiteralLike(table) || ofNoOffice.test(table.text)) return;
    if (statements.has(verb) && !namesOffice(wholeChain(node), file.tree))
      says(node, `${verb}('${table.text}') names no office_id`);
    if (verb === 'selectFrom' && isUnordered(wholeChain(node).getText(file.tree)))
      says(node, `rows of '${table.text}' in no order`);
    if (joins.has(verb) && !node.arguments.slice(1).some((one) => one.getText(file.tree).includes('office_id')))
      says(node, `${verb}('${table.text}') does not join on office_id`);
  });
  return found;
}

/** In the chain itself, or in a constant beside it that the chain uses: `const of = { office_id, … }`. */
function namesOffice(chain: ts.Node, tree: ts.SourceFile): boolean {
  if (chain.getText(tree).includes('office_id')) return true;
  const used = new Set<string>();
  walk(chain, (node) => void (ts.isIdentifier(node) && used.add(node.text)));
  const beside = ts.findAncestor(chain, ts.isBlock)?.statements.filter(ts.isVariableStatement) ?? [];
  return beside
    .flatMap((statement) => [...statement.declarationList.declarations])
    .some(({ name, initializer }) => used.has(name.getText(tree)) && initializer?.getText(tree).includes('office_id') === true);
}

/** A list of rows without `orderBy`: a cluster gives them as its shards answer. One row, a lock, a count need none. */
const isUnordered = (chain: string): boolean =>
  /\.execute\(\)$/.test(chain) && !chain.includes('.orderBy(') && !/\.(?:forUpdate\b|countAll\b|limit\(1\))/.test(chain);

/** What is executed or typed by its rows; a fragment stands in another. An INSERT without an office the database refuses. */
function isStatement(node: ts.TaggedTemplateExpression): boolean {
  const { tag, template, typeArguments, parent } = node;
  const text = template.getText();
  const whole = typeArguments !== undefined || ts.isPropertyAccessExpression(parent);
  const overTables = /^`\s*(?:SELECT|WITH|UPDATE|DELETE)\b/i.test(text) && /\b(?:FROM|UPDATE)\s+(?!pg_)[a-z"$]/i.test(text);
  return ts.isIdentifier(tag) && tag.text === 'sql' && whole && overTables;
}

/** From the first call of a chain to its last: `tx.selectFrom(…).where(…).execute()`. */
function wholeChain(call: ts.CallExpression): ts.Node {
  let whole: ts.Node = call;
  while (ts.isPropertyAccessExpression(whole.parent) || (ts.isCallExpression(whole.parent) && whole.parent.expression === whole))
    whole = whole.parent;
  return whole;
}
