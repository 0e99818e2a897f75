/**
 * The house inside apps/server: a room knows the rooms to its left, corridors and the store; a corridor knows no room; windows read
 * all and are known to nobody but the door. SQL stands in `queries/` and in the store, nowhere else. Types alone may cross.
 */
import { posix } from 'node:path';
import ts from 'typescript';
import { type CodeFile, errorAt, type Import, lineOf, type Rule, type Violation, walk } from '../repository.js';

/** In the order of the office's year. */
const rooms = ['registry', 'intake', 'evaluation', 'confirmation', 'publication', 'cases', 'policies', 'targets'];
const home = 'apps/server/src/';

export const roomDirections: Rule = {
  name: 'room-directions',
  check: ({ code }) => serverCode(code).flatMap((file) => file.imports.flatMap((one) => checkImport(file, one))),
};

export const sqlPlaces: Rule = {
  name: 'sql-places',
  check: ({ code }) => serverCode(code).flatMap((file) => (mayHoldSql(file.path) ? [] : findSql(file))),
};

const serverCode = (code: readonly CodeFile[]): readonly CodeFile[] =>
  code.filter((file) => file.path.startsWith(home) && !file.isTest);

function checkImport(file: CodeFile, one: Import): Violation[] {
  if (one.typesOnly || !one.from.startsWith('.')) return [];
  const from = placeOf(file.path);
  const to = placeOf(posix.join(posix.dirname(file.path), one.from));
  const refusal = refusalOf(from, to);
  return refusal === undefined ? [] : [errorAt(file.path, one.line, `${refusal}: ${one.from}`)];
}

interface Spot {
  /** `rooms`, `corridors`, `windows`, `store`, `forms`, `door`, or empty for files at the top, which put the house together. */
  readonly kind: string;
  readonly name: string;
}

function placeOf(path: string): Spot {
  const [kind = '', name = '', ...rest] = path.slice(home.length).split('/');
  return rest.length > 0 || (kind !== 'rooms' && name !== '') ? { kind, name } : { kind: '', name: '' };
}

const knownTo: Readonly<Record<string, readonly string[]>> = {
  store: ['store', 'forms'],
  forms: ['forms', 'store', 'corridors'],
  corridors: ['corridors', 'forms', 'store'],
  rooms: ['rooms', 'corridors', 'forms', 'store'],
  windows: ['windows', 'rooms', 'corridors', 'forms', 'store'],
};

function refusalOf(from: Spot, to: Spot): string | undefined {
  const known = knownTo[from.kind];
  if (known === undefined || to.kind === '') return undefined;
  if (!known.includes(to.kind)) return `${from.kind} may not import ${to.kind}`;
  if (from.kind !== 'rooms' || to.kind !== 'rooms' || from.name === to.name) return undefined;
  const [left, right] = [rooms.indexOf(to.name), rooms.indexOf(from.name)];
  if (left < 0 || right < 0) return 'a room that is not one of the eight';
  return left < right ? undefined : `room ${from.name} may not import ${to.name}, which stands to its right`;
}

const mayHoldSql = (path: string): boolean => path.includes('/queries/') || path.startsWith(`${home}store/`);

const builders = new Set(['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'replaceInto']);

function findSql(file: CodeFile): Violation[] {
  const found: Violation[] = [];
  const told = (node: ts.Node): void => {
    found.push(errorAt(file.path, lineOf(file.tree, node), 'SQL stands in queries/ or in the store'));
  };
  walk(file.tree, (node) => {
    if (ts.isPropertyAccessExpression(node) && builders.has(node.name.text)) told(node);
    if (ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag) && node.tag.text === 'sql') told(node);
  });
  return found;
}
