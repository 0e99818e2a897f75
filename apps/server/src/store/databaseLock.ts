/**
 * 库锁 — the second gate behind the folder's lock: a session of the database holds it, so it ends with the process or its connection,
 * whatever happened to the folder. A connection that breaks while the house runs is made again. @source trust R59
 */
import pg from 'pg';

/** Any number that only we use. */
const houseLock = 7_268_361_992;
const tryAgainMilliseconds = 1000;

/** @returns what gives it back; undefined when another process holds it */
export async function lockDatabase(ownerUrl: string): Promise<(() => Promise<void>) | undefined> {
  let closed = false;
  let held = await take(ownerUrl, () => void again());
  if (held === undefined) return undefined;
  async function again(): Promise<void> {
    held = undefined;
    while (!closed && held === undefined) {
      await new Promise((resolve) => setTimeout(resolve, tryAgainMilliseconds).unref());
      held = await take(ownerUrl, () => void again()).catch(() => undefined);
    }
    if (closed) await held?.end();
  }
  return async () => {
    closed = true;
    const last = held;
    held = undefined;
    await last?.end().catch(() => undefined);
  };
}

async function take(url: string, broken: () => void): Promise<pg.Client | undefined> {
  const client = new pg.Client({ connectionString: url, keepAlive: true });
  // The end of the connection tells; the error besides would bring the process down.
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [houseLock]);
  if (rows[0]?.taken !== true) {
    await client.end();
    return undefined;
  }
  client.once('end', broken);
  return client;
}
