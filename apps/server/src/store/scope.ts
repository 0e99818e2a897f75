/**
 * 作用域 — a transaction that belongs to one office and one reach. Row-level security lets nothing else be seen or written, whatever
 * the SQL says. `SET LOCAL` only: session settings do not reach the shards of a cluster, and would outlive the request in the pool.
 * @source trust R13–R17
 */
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { isId } from './ids.js';
import type { Schema } from './schema.js';
import type { Store } from './store.js';

export type Tx = Transaction<Schema>;

/** 可见范围 — which subjects of the office: all; those of regions; one's own; or none. */
export type Reach =
  | { readonly kind: 'office' }
  | { readonly kind: 'regions'; readonly regionIds: readonly string[] }
  | { readonly kind: 'subjects'; readonly subjectIds: readonly string[] }
  | { readonly kind: 'none' };

export interface Scope {
  readonly officeId: string;
  readonly reach: Reach;
}

export const wholeOffice = (officeId: string): Scope => ({ officeId, reach: { kind: 'office' } });

/** One transaction; everything rolls back when `work` throws. */
export function inScope<T>(store: Store, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  return store.db.transaction().execute(async (tx) => {
    await enter(tx, scope);
    return work(tx);
  });
}

/** A read that sees one state of the database throughout. */
export function readInScope<T>(store: Store, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  return store.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      await enter(tx, scope);
      return work(tx);
    });
}

async function enter(tx: Tx, { officeId, reach }: Scope): Promise<void> {
  const ids = reach.kind === 'regions' ? reach.regionIds : reach.kind === 'subjects' ? reach.subjectIds : [];
  for (const id of [officeId, ...ids]) if (!isId(id)) throw new Error(`not an id: ${id}`);
  const settings: readonly (readonly [string, string])[] = [
    ['citus.propagate_set_commands', 'local'],
    ['muheng.office', officeId],
    ['muheng.reach', reach.kind],
    ['muheng.reach_ids', `{${ids.join(',')}}`],
  ];
  // One round trip; every value is one of ours or a checked id, so literals are safe.
  await sql.raw(settings.map(([name, value]) => `SET LOCAL ${name} = '${value}'`).join('; ')).execute(tx);
}
