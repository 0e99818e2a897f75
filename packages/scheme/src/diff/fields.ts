/**
 * 其余各项 — whatever stands in the scheme file and no statement speaks of, key by key, so that no change goes untold. A key that a
 * statement tells in its resolved form (an inherited cap, a weight for all groups) is left to it; diff.test.ts changes every key of the
 * shape to prove that nothing falls between.
 */
import type { Scheme } from '../model.js';
import { documentInWords } from '../read/documents.js';
import { keyLabel } from './words.zh.js';

export interface Field {
  /** `bonus.items.#listed.name` */
  readonly key: string;
  readonly label: string;
  readonly words: string;
  /** In the scheme file. */
  readonly path: string;
  /** Order of things with ids: only those that both schemes have are compared. */
  readonly order?: readonly string[];
}

export interface FieldChange {
  readonly label: string;
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Indicators and their children by id. */
const indicator = String.raw`^indicators(?:\.#\w+(?:\.children)?)+`;
const told: readonly RegExp[] = [
  /^facts\b/,
  /^(title|reference_day|trial)$/,
  /^place\.(name|work|office)$/,
  /^subject\.(noun|measure)$/,
  /^years\b/,
  /^lists\.[^.]+\.(id|entries|dated|match)$/,
  /^tables\.[^.]+\.(id|unit|rows)\b/,
  /^land\.(mu|round|net|power|transferred|plot_ratio)\b/,
  /^merge\.(by|when)$/,
  /^statuses\.[^.]+\.(computed|ranked|graded|treated_as)$/,
  /^who\.(include|undetermined)$/,
  /^who\.except\.#\w+\.(id|when|status)$/,
  /^groups\.[^.]+\.(when|pool)$/,
  new RegExp(
    String.raw`${indicator}\.(id|name|weight|formula|unit|benchmark|score|cap|floor|round|value_round|absent|nonpositive|aggregate)\b`,
  ),
  /^score\.(rule|cap|floor|round|value_round)\b/,
  /^absent\b/,
  /^total\.(by|factor|least|most|round)\b/,
  /^bonus\.(least|most)$/,
  /^bonus\.items\.#\w+\.(id|kind|when|points|titles|events|least|most)\b/,
  /^rank\.(within|by|ties|on)\b/,
  /^grades\.(classes|cut|limits)\b/,
  /^overrides\.(order|vacated)$/,
  /^overrides\.rules\.#\w+\.(id|name|when|effect|at|off_quota|unless|groups)\b/,
];
const ownClause = new RegExp(String.raw`${indicator}\.(clause|assumed)$`);
/** Things a statement reports as new or gone; their parts are then not told one by one. */
const owners =
  /^(facts|land|merge|bonus|overrides|land\.(net|power|transferred|plot_ratio)|(lists|tables|statuses|groups)\.[^.]+|grades\.limits\.[^.]+|.*\.#\w+)$/;

const isTold = (key: string): boolean =>
  /\.(clause|assumed)$/.test(key) ? ownClause.test(key) : told.some((pattern) => pattern.test(key));

/** What differs beside the statements, in the order of the old file, then what is new. */
export function fieldChanges(before: Scheme, after: Scheme): FieldChange[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  const keys = [...new Set([...old.fields.keys(), ...now.fields.keys()])];
  return keys.flatMap((key) => {
    const [was, is] = [old.fields.get(key), now.fields.get(key)];
    const some = is ?? was;
    if (some === undefined || isTold(key) || ownerGone(key, old.nodes, now.nodes)) return [];
    if (some.order !== undefined) return orderChange(was, is);
    if (was?.words === is?.words) return [];
    return [{ label: some.label, path: some.path, before: was?.words ?? null, after: is?.words ?? null }];
  });
}

function orderChange(was: Field | undefined, is: Field | undefined): FieldChange[] {
  if (was?.order === undefined || is?.order === undefined) return [];
  const [old, now] = [was.order, is.order];
  const before = old.filter((id) => now.includes(id)).join('、');
  const after = now.filter((id) => old.includes(id)).join('、');
  return before === after ? [] : [{ label: is.label, path: is.path, before, after }];
}

/** Something above the key is missing in one of the files, and a statement says so. */
function ownerGone(key: string, old: ReadonlySet<string>, now: ReadonlySet<string>): boolean {
  const steps = key.split('.');
  return steps.some((_step, at) => {
    const above = steps.slice(0, at + 1).join('.');
    return above !== key && owners.test(above) && old.has(above) !== now.has(above);
  });
}

interface Fields {
  readonly fields: ReadonlyMap<string, Field>;
  /** Keys of everything that stands in the file, also of what has parts. */
  readonly nodes: ReadonlySet<string>;
}

interface Spot {
  readonly key: readonly string[];
  readonly label: readonly string[];
  readonly path: string;
}

function fieldsOf(scheme: Scheme): Fields {
  const fields = new Map<string, Field>();
  const nodes = new Set<string>();
  const clauses = clauseWords(scheme);
  const put = ({ key, label, path }: Spot, value: Pick<Field, 'words' | 'order'>): void => {
    const name = key.join('.');
    fields.set(name, { key: name, label: label.join('·'), path, ...value });
  };
  const walk = (value: unknown, spot: Spot): void => {
    nodes.add(spot.key.join('.'));
    if (Array.isArray(value)) walkList(value, spot);
    else if (isRecord(value)) {
      for (const [key, part] of Object.entries(value)) {
        const path = spot.path === '' ? key : `${spot.path}.${key}`;
        walk(part, { key: [...spot.key, key], label: [...spot.label, keyLabel(key, spot.key)], path });
      }
    } else put(spot, { words: clauses.get(String(value)) ?? String(value) });
  };
  const walkList = (list: readonly unknown[], spot: Spot): void => {
    const ids = list.flatMap((part) => (isRecord(part) && typeof part.id === 'string' ? [part.id] : []));
    if (ids.length === list.length && list.length > 0) {
      put({ ...spot, key: [...spot.key, '#order'], label: [...spot.label, '先后'] }, { words: ids.join('、'), order: ids });
    } else if (!list.some(isRecord)) {
      put(spot, { words: list.map((part) => clauses.get(String(part)) ?? String(part)).join('、') });
      return;
    }
    for (const [index, part] of list.entries()) {
      const id = ids.length === list.length ? `#${ids[index] ?? ''}` : `[${index}]`;
      const name = isRecord(part) ? (part.name ?? part.reason ?? part.id) : undefined;
      const label = typeof name === 'string' ? `“${name}”` : `第${index + 1}条`;
      walk(part, { key: [...spot.key, id], label: [...spot.label, label], path: `${spot.path}[${index}]` });
    }
  };
  walk(isRecord(scheme.closure) ? scheme.closure.scheme : undefined, { key: [], label: [], path: '' });
  const groups = scheme.groups.map(({ id }) => id);
  put({ key: ['groups', '#order'], label: ['分组', '先后'], path: 'groups' }, { words: groups.join('、'), order: groups });
  return { fields, nodes };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `notice#rules` → 《…》第四条. */
function clauseWords(scheme: Scheme): Map<string, string> {
  return new Map(
    scheme.documents.flatMap((document) =>
      [...document.clauses].map(([name, { at }]) => [`${document.key}#${name}`, `${documentInWords(document)}${at}`] as const),
    ),
  );
}
