/**
 * 存储 — one PostgreSQL, embedded in a data folder or named by URL, and the only way into it: `inOffice` for everything of an
 * office, `asOwner` for migrations and the making of offices. Read scope.ts next.
 */
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Schema } from './schema.js';

export interface StoreAddress {
  /** Role `muheng_app`: owns nothing, is not exempt from row-level security. */
  readonly app: string;
  /** Role that owns the tables: migrations only. */
  readonly owner: string;
}

export interface Store {
  readonly db: Kysely<Schema>;
  /** Runs `work` as the owner of the tables, outside every office: migrations, new offices, doctor. */
  asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

// Numbers that may exceed 2^53 stay text; numeric stays text (exact); a date stays `2025-03-01` and never meets a time zone.
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.DATE, (text) => text);
types.setTypeParser(pg.types.builtins.INT8, (text) => (Number.isSafeInteger(Number(text)) ? Number(text) : text));

/** A request that gets no connection is told so; a transaction that forgot itself does not hold its locks for ever. */
const patience = { connectionTimeoutMillis: 15_000, idle_in_transaction_session_timeout: 300_000 };

export function openStore(address: StoreAddress, connections = 10): Store {
  const pool = new pg.Pool({ connectionString: address.app, max: connections, types, ...patience });
  // A connection that dies is replaced; the query that needs it tells. Unheard, the event would end the process: the pool hears it only
  // of idle connections, so each one gets an ear for life.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    async asOwner(work) {
      const client = new pg.Client({ connectionString: address.owner, types });
      client.on('error', () => undefined);
      await client.connect();
      try {
        return await work(client);
      } finally {
        await client.end();
      }
    },
    close: () => db.destroy(),
  };
}
