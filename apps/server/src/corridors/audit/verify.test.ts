/** Six ways to tamper with a ledger, each seen at its first row; the hash is computed a second time in SQL. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { House } from '../../forms/house.js';
import { serverKinds, type TestStore, testStore } from '../../store/fixtures/testStore.js';
import { newId } from '../../store/ids.js';
import { inScope, readInScope, wholeOffice } from '../../store/scope.js';
import { appendAudit } from './append.js';
import { testActor, testHouse, testOrigin } from './fixtures/ledger.js';
import { hashRow, noHash } from './hash.js';
import { chainAfter } from './queries/chain.js';
import { isGenuine, keptHeads, signHead } from './signedHead.js';
import { type Anchor, verifyChain } from './verifyChain.js';

/** The text that is hashed, put together by PostgreSQL: shares nothing with ours but the description. */
const inSql = sql<string>`encode(sha256(convert_to(
  '{"action":' || to_json(action) || ',"at":' || to_json(to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
  || ',"audit_id":"' || audit_id || '","change_digest":' || to_json(change_digest) || ',"demonstration":' || demonstration
  || ',"ip":' || to_json(ip) || ',"object_id":' || to_json(object_id) || ',"object_kind":' || to_json(object_kind)
  || ',"office_id":"' || office_id || '","outcome":' || to_json(outcome) || ',"previous_hash":' || to_json(previous_hash)
  || ',"reason":' || coalesce(to_json(reason)::text, 'null') || ',"request_id":' || to_json(request_id) || ',"roles":' || to_json(roles)
  || ',"seq":"' || seq || '","summary":' || to_json(summary) || ',"title":' || to_json(title)
  || ',"user_id":' || coalesce('"' || user_id || '"', 'null') || ',"user_name":' || to_json(user_name) || '}', 'UTF8')), 'hex')`;

describe.each(serverKinds)('%s', (kind) => {
  let own: TestStore;
  let house: House;
  let office: string;
  const folder = mkdtempSync(join(tmpdir(), 'muheng-audit-'));
  beforeAll(async () => {
    own = await testStore(kind);
    house = testHouse(own.store, folder);
  });
  afterAll(async () => {
    await own.drop();
    rmSync(folder, { recursive: true });
  });
  beforeEach(async () => {
    office = newId(Date.now());
    await append(8);
  });

  async function append(count: number): Promise<void> {
    const actor = testActor(office, []);
    for (let at = 0; at < count; at++)
      await inScope(own.store, wholeOffice(office), (tx) =>
        appendAudit(tx, {
          ...{
            id: newId(Date.now()),
            at: new Date(),
            actor,
            origin: testOrigin,
            action: 'tried.step',
            title: '一步',
            outcome: 'done',
          },
          ...{ object: { kind: 'thing', id: 'a"\\/é亩𬭎\u007f' }, summary: '第 1 步\t', change: { at, area: '12.50' } },
          ...{ reason: at % 2 === 0 ? null : '按“办法”', demonstration: false },
        }),
      );
  }

  const verdict = (anchors: readonly Anchor[] = []) =>
    readInScope(own.store, wholeOffice(office), (tx) => verifyChain(tx, office, anchors));

  /** As somebody who owns the database and steps out of its rules. */
  const tamper = (work: (client: pg.Client) => Promise<unknown>) =>
    own.store.asOwner(async (client) => {
      for (const table of ['audit_row', 'audit_head']) await client.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
      await work(client);
      for (const table of ['audit_row', 'audit_head']) await client.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
    });
  const run = (text: string, ...values: unknown[]) => tamper((client) => client.query(text, [office, ...values]));

  it('[R52] the hash computed by PostgreSQL from the stored row is ours', async () => {
    const rows = await readInScope(own.store, wholeOffice(office), (tx) =>
      tx
        .selectFrom('audit_row')
        .select(['hash', inSql.as('second')])
        .where('office_id', '=', office)
        .orderBy('seq')
        .execute(),
    );
    expect(rows).toHaveLength(8);
    for (const { hash, second } of rows) expect(second).toBe(hash);
  });

  it('[R53] an untouched chain holds, also while rows are added', async () => {
    expect(await verdict()).toMatchObject({ rows: 8 });
    const [found] = await Promise.all([verdict(), append(5)]);
    expect(found.firstBad).toBeUndefined();
    expect(await verdict()).not.toHaveProperty('firstBad');
  });

  it.each([
    ['summary', "'别的'"],
    ['at', "at + interval '1 microsecond'"],
    ['outcome', "'denied'"],
    ['reason', "''"],
    ['user_id', 'NULL'],
    ['change_digest', 'md5(change_digest)'],
  ])('[R53] an edit of %s shows at its row', async (column, value) => {
    await run(`UPDATE audit_row SET ${column} = ${value} WHERE office_id = $1 AND seq = 5`);
    expect((await verdict()).firstBad).toEqual({ seq: 5, kind: 'edited' });
  });

  it.each([1, 4])('[R53] row %i removed shows at its number', async (seq) => {
    await run('DELETE FROM audit_row WHERE office_id = $1 AND seq = $2', seq);
    expect((await verdict()).firstBad).toEqual({ seq, kind: 'missing' });
  });

  it('[R53] a tail removed shows by the head, and with the head only by a head signed before', async () => {
    const signed = await signHead(house, office);
    expect(signed?.seq).toBe(8);
    await run('DELETE FROM audit_row WHERE office_id = $1 AND seq > 6');
    expect((await verdict()).firstBad).toEqual({ seq: 7, kind: 'tail_missing' });
    await run(
      'UPDATE audit_head h SET seq = 6, hash = r.hash FROM audit_row r WHERE r.office_id = $1 AND r.seq = 6 AND h.office_id = $1',
    );
    expect((await verdict()).firstBad).toBeUndefined();
    expect((await verdict([signed!])).firstBad).toEqual({ seq: 7, kind: 'tail_missing' });
  });

  it('[R53] a row slipped in shows where the chain no longer links', async () => {
    await tamper(async (client) => {
      await client.query('UPDATE audit_row SET seq = seq + 1000 WHERE office_id = $1 AND seq >= 4', [office]);
      await client.query('UPDATE audit_row SET seq = seq - 999 WHERE office_id = $1 AND seq >= 1000', [office]);
      await client.query(
        `INSERT INTO audit_row SELECT office_id, 4, $2, at, user_id, user_name, roles, action, title, outcome, object_kind, object_id,
           '插入', change_digest, reason, ip, request_id, demonstration, hash, hash FROM audit_row WHERE office_id = $1 AND seq = 3`,
        [office, newId(Date.now())],
      );
      await client.query('UPDATE audit_head SET seq = 9 WHERE office_id = $1', [office]);
    });
    expect((await verdict()).firstBad).toEqual({ seq: 4, kind: 'edited' });
  });

  it('[R53] two rows swapped show at the first of them', async () => {
    await tamper(async (client) => {
      for (const [from, to] of [[5, 1005], [6, 5], [1005, 6]]) // biome-ignore format: three moves
        await client.query('UPDATE audit_row SET seq = $3 WHERE office_id = $1 AND seq = $2', [office, from, to]);
    });
    expect((await verdict()).firstBad).toEqual({ seq: 5, kind: 'relinked' });
  });

  it('[R53] a chain written anew in full holds in itself and not against a signed head', async () => {
    const before = await signHead(house, office);
    await append(4);
    const later = await signHead(house, office);
    await tamper((client) => rewriteFrom(client, 10));
    expect((await verdict()).firstBad).toBeUndefined();
    expect(await verdict([before!])).toMatchObject({ anchorsMet: 1 });
    expect((await verdict([before!, later!])).firstBad).toEqual({ seq: 9, kind: 'rewritten' });
  });

  /** Changes the row and computes every hash again, the head too. */
  async function rewriteFrom(client: pg.Client, seq: number): Promise<void> {
    await client.query("UPDATE audit_row SET summary = '从未发生' WHERE office_id = $1 AND seq = $2", [office, seq]);
    let previous = noHash;
    const rows = await inScope(own.store, wholeOffice(office), (tx) => chainAfter(tx, office, { seq: 0, limit: 100 }));
    for (const row of rows) {
      const summary = row.seq === seq ? '从未发生' : row.summary;
      const hash = hashRow({ ...row, summary, previous_hash: previous });
      await client.query('UPDATE audit_row SET previous_hash = $3, hash = $4 WHERE office_id = $1 AND seq = $2', [
        ...[office, row.seq, previous, hash],
      ]);
      previous = hash;
    }
    await client.query('UPDATE audit_head SET hash = $2 WHERE office_id = $1', [office, previous]);
  }

  it('[R53] heads are kept outside the database and only our signature counts', async () => {
    const signed = await signHead(house, office);
    expect(keptHeads(house, office)).toEqual([signed]);
    expect(isGenuine(house, signed!)).toBe(true);
    expect(isGenuine(house, { ...signed!, seq: 7 })).toBe(false);
    expect(isGenuine({ secret: randomBytes(32) }, signed!)).toBe(false);
  });
});
