/** 办法对照 — what changed from one scheme to another, one difference a statement, in Chinese words; keys that no statement tells follow at the end. */
import type { Scheme } from '../model.js';
import { type FieldChange, fieldChanges } from './fields.js';
import { type Statement, statementsOf } from './statements.zh.js';
import { differenceWords, unsaid } from './words.zh.js';

export interface Difference {
  readonly kind: 'added' | 'removed' | 'changed';
  /** In the new scheme file; for what was removed, in the old one. */
  readonly path: string;
  /** What it is about. */
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
  /** The whole sentence. */
  readonly words: string;
}

/** From `before` to `after`: changes and removals in the order of the old scheme, then what is new. */
export function diffSchemes(before: Scheme, after: Scheme): Difference[] {
  const old = statementsOf(before);
  const now = new Map(statementsOf(after).map((statement) => [statement.key, statement]));
  const known = new Map(old.map((statement) => [statement.key, statement]));
  const kept = old.flatMap((statement) => {
    const next = now.get(statement.key);
    if (next === undefined) return ownerGone(statement, now) ? [] : [removed(statement)];
    return next.words === statement.words ? [] : [changed(statement, next)];
  });
  const added = [...now.values()].filter((statement) => !known.has(statement.key) && !ownerGone(statement, known)).map(appeared);
  return [...kept, ...added, ...fieldChanges(before, after).map(differenceOf)];
}

function differenceOf({ label, path, before, after }: FieldChange): Difference {
  const kind = before === null ? 'added' : after === null ? 'removed' : 'changed';
  return { kind, path, label, before, after, words: differenceWords.changed(label, before ?? unsaid, after ?? unsaid) };
}

/** The thing a statement belongs to is itself new or gone: saying that once is enough. */
const ownerGone = (statement: Statement, other: ReadonlyMap<string, Statement>): boolean =>
  statement.of !== undefined && !other.has(statement.of);

const removed = ({ label, words, path }: Statement): Difference => ({
  kind: 'removed',
  path,
  label,
  before: words,
  after: null,
  words: differenceWords.removed(label, words),
});

const appeared = ({ label, words, path }: Statement): Difference => ({
  kind: 'added',
  path,
  label,
  before: null,
  after: words,
  words: differenceWords.added(label, words),
});

const changed = (before: Statement, after: Statement): Difference => ({
  kind: 'changed',
  path: after.path,
  label: after.label,
  before: before.words,
  after: after.words,
  words: differenceWords.changed(after.label, before.words, after.words),
});
