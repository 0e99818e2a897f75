/** One row for each action, in its transaction; what the ledger cannot take does not happen. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Action, perform, type Step } from '../../forms/action.js';
import type { Actor, House } from '../../forms/house.js';
import { serverKinds, type TestStore, testStore } from '../../store/fixtures/testStore.js';
import { newId } from '../../store/ids.js';
import { inScope, readInScope, type Tx, wholeOffice } from '../../store/scope.js';
import { appendDenial } from './append.js';
import { testActor, testHouse, testOrigin } from './fixtures/ledger.js';
import { changesOf, doneAction, historyOf, keepBefore, touchedSince } from './history.js';

/** Keeps one row as it was, under a name that the input gives. */
const rename: Action<{ id: string; before: string; fail?: boolean | undefined }, string> = {
  name: 'tried.rename',
  title: '更名',
  may: 'registry.edit',
  input: z.strictObject({ id: z.string(), before: z.string(), fail: z.boolean().optional() }),
  async run(step: Step, input) {
    await keepBefore(step, { kind: 'thing', id: input.id }, { name: input.before, at: step.now, sealed: Buffer.from('密') });
    if (input.fail === true) throw new Error('turned back');
    return { output: step.actionId, object: { kind: 'thing', id: input.id }, summary: '更名', change: { name: input.before } };
  },
};

describe.each(serverKinds)('%s', (kind) => {
  let own: TestStore;
  let house: House;
  let actor: Actor;
  const office = newId(Date.now());
  const rows = (officeId = office) =>
    inScope(own.store, wholeOffice(officeId), (tx) =>
      tx.selectFrom('audit_row').selectAll().where('office_id', '=', officeId).orderBy('seq').execute(),
    );
  beforeAll(async () => {
    own = await testStore(kind);
    house = testHouse(own.store);
    actor = testActor(office, ['registry.edit']);
  });
  afterAll(() => own.drop());

  it('[R50] an action leaves exactly one row that says who, when, what, why and from where; one that failed leaves none', async () => {
    const before = (await rows()).length;
    const actionId = await perform(rename, { id: 'a', before: '旧名' }, { house, actor, origin: testOrigin });
    await expect(
      perform(rename, { id: 'a', before: '旧名', fail: true }, { house, actor, origin: testOrigin }),
    ).rejects.toThrow();
    const after = await rows();
    expect(after.length).toBe(before + 1);
    const { user_id, roles, action, object_kind, object_id, ip, request_id, outcome } = after.at(-1)!;
    expect({ user_id, roles, action, object_kind, object_id, ip, request_id, outcome, id: after.at(-1)!.audit_id }).toEqual({
      ...{ user_id: actor.userId, roles: 'lead_clerk', action: 'tried.rename', object_kind: 'thing', object_id: 'a' },
      ...{ ip: '192.0.2.7', request_id: 'request-1', outcome: 'done', id: actionId },
    });
  });

  it('[R50] a denial has a row of its own, also of somebody not signed in', async () => {
    const who = { officeId: office, userId: null, name: '', roles: [] };
    const denial = { actor: who, origin: testOrigin, action: 'people.sign_in', title: '登录' };
    await appendDenial(house, { ...denial, object: { kind: 'login', id: 'x' }, code: 'people.locked', summary: '账号已锁定' });
    expect((await rows()).at(-1)).toMatchObject({ outcome: 'denied', user_id: null, summary: '账号已锁定' });
  });

  it('[R68] a clock that jumps back does not reorder the ledger', async () => {
    const early: House = { ...house, now: () => new Date('2020-01-01T00:00:00Z') };
    await perform(rename, { id: 'early', before: '早' }, { house: early, actor, origin: testOrigin });
    const all = await rows();
    expect(all.at(-1)?.object_id).toBe('early');
    expect(all.map(({ seq }) => seq)).toEqual(all.map((_, at) => at + 1));
  });

  it('[R52] forty actions at once stand in one chain without a gap', async () => {
    const fresh = testActor(newId(Date.now()), ['registry.edit']);
    const asked = { house, actor: fresh, origin: testOrigin };
    await Promise.all(Array.from({ length: 40 }, (_, at) => perform(rename, { id: String(at), before: '甲' }, asked)));
    const all = await rows(fresh.officeId);
    expect(all.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
    all.forEach((row, at) => void (at > 0 && expect(row.previous_hash).toBe(all[at - 1]!.hash)));
  });

  it('[R52] the application can neither change nor remove a row of the ledger or of the history', async () => {
    for (const table of ['audit_row', 'superseded'])
      for (const verb of [`UPDATE ${table} SET office_id = office_id`, `DELETE FROM ${table}`, `TRUNCATE ${table}`])
        await expect(inScope(own.store, wholeOffice(office), (tx) => sql.raw(verb).execute(tx))).rejects.toMatchObject({
          code: '42501',
        });
  });

  it('[R51] without the right to add to the ledger the action answers 503 and nothing has changed', async () => {
    const kept = () => readInScope(own.store, actor, (tx) => historyOf(tx, office, { kind: 'thing', id: 'no-ledger' }));
    await own.store.asOwner((client) => client.query('REVOKE INSERT ON audit_row FROM muheng_app'));
    const asked = { house, actor, origin: testOrigin };
    await expect(perform(rename, { id: 'no-ledger', before: '旧' }, asked)).rejects.toMatchObject({
      code: 'audit.ledger_not_writable',
      status: 503,
    });
    expect(await kept()).toEqual([]);
    await own.store.asOwner((client) => client.query('GRANT INSERT ON audit_row TO muheng_app'));
    await perform(rename, { id: 'no-ledger', before: '旧' }, asked);
    expect(await kept()).toHaveLength(1);
  });

  it('[R54] what would forge a line or paint a terminal is kept as visible text', async () => {
    const forger = { ...actor, name: 'a\r\n2026 done\u001b[2K\u202e\ud800\0' };
    await perform(rename, { id: 'x\ny', before: '旧' }, { house, actor: forger, origin: testOrigin });
    const row = (await rows()).at(-1)!;
    expect(row.user_name).toBe('a⟨U+000D⟩⟨U+000A⟩2026 done⟨U+001B⟩[2K⟨U+202E⟩⟨U+D800⟩⟨U+0000⟩');
    expect(row.object_id).toBe('x⟨U+000A⟩y');
  });

  it('history tells who, when, what before, newest first; an action touched later says so', async () => {
    const asked = { house, actor, origin: testOrigin };
    const first = await perform(rename, { id: 'h', before: '一' }, asked);
    const second = await perform(rename, { id: 'h', before: '二' }, asked);
    const changed = async (tx: Tx, actionId: string) => {
      const rows = [];
      for await (const part of changesOf(tx, office, { actionId, kind: 'thing', made: false })) rows.push(...part);
      const { seq } = (await doneAction(tx, office, actionId))!;
      return { rows, touched: await touchedSince(tx, office, { seq, kind: 'thing', ids: rows.map(({ id }) => id) }) };
    };
    const [history, ofFirst, ofSecond] = await readInScope(own.store, actor, async (tx) => [
      await historyOf(tx, office, { kind: 'thing', id: 'h' }),
      await changed(tx, first),
      await changed(tx, second),
    ]);
    expect(history.map(({ before, title, userName }) => [before?.name, title, userName])).toEqual([
      ['二', '更名', '张三'],
      ['一', '更名', '张三'],
    ]);
    expect(history[0]?.before?.sealed).toBe(`\\x${Buffer.from('密').toString('hex')}`);
    expect(ofFirst).toMatchObject({
      rows: [{ id: 'h', before: { name: '一' } }],
      touched: [{ id: 'h', title: '更名', userName: '张三' }],
    });
    expect(ofSecond).toMatchObject({ rows: [{ id: 'h', before: { name: '二' } }], touched: [] });
  });

  it('[R17] an office sees nothing of another’s ledger and history', async () => {
    const other = wholeOffice(newId(Date.now()));
    const seen = await readInScope(own.store, other, async (tx) => [
      await tx.selectFrom('audit_row').select('seq').execute(),
      await tx.selectFrom('audit_head').select('seq').execute(),
      await historyOf(tx, office, { kind: 'thing', id: 'h' }),
    ]);
    expect(seen).toEqual([[], [], []]);
  });
});
