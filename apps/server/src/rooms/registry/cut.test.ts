/** 中断 — the database connection is cut at any moment of a bulk edit or a merge: the register is as before or as after, never between. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { perform } from '../../forms/action.js';
import { bulkAction, previewOf } from './actions/bulk.js';
import { mergeAction } from './actions/merge.js';
import { type TestRegister, testRegister } from './fixtures/register.js';

const rounds = process.env.MUHENG_TIER === 'deep' ? 60 : 12;

describe('cut off', () => {
  let at: TestRegister;
  beforeAll(async () => {
    at = await testRegister();
  });
  afterAll(() => at.drop());

  /** Ends every other connection of the application to this database, as the death of its process does. */
  const cut = () =>
    sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()`.execute(at.own.store.db);
  /** Connections that were cut leave the pool when they are used next: all are used here, so that what reads afterwards meets none. */
  const settle = async (): Promise<void> => {
    const one = sql`SELECT pg_sleep(0.01)`;
    for (let whole = false; !whole; ) {
      const tried = await Promise.allSettled(Array.from({ length: 10 }, () => one.execute(at.own.store.db)));
      whole = tried.every(({ status }) => status === 'fulfilled');
    }
  };
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const actions = (name: string): Promise<number> =>
    at.reading(async ({ tx }) => {
      const rows = await tx
        .selectFrom('audit_row')
        .select('seq')
        .where('office_id', '=', at.own.office.officeId)
        .where('action', '=', name)
        .execute();
      return rows.length;
    });

  /** How long the work takes uncut, then cuts spread over that time. Gives how often it was done. */
  async function cutting(work: () => Promise<unknown>, check: (done: boolean) => Promise<void>): Promise<number> {
    let took = 120;
    let done = 0;
    for (let round = 0; round < rounds; round++) {
      const begun = performance.now();
      const ran = work().then(
        () => true,
        () => false,
      );
      if (round > 0) {
        await pause((took * round) / (rounds - 1));
        await cut();
      }
      const whole = await ran;
      await settle();
      if (round === 0) took = performance.now() - begun;
      if (whole) done++;
      await check(whole);
    }
    return done;
  }

  it('a bulk edit changes all or none, and its audit row is there exactly when it did', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 25; n++) ids.push(await at.register(`断点${n}号有限公司`));
    let code = 'C3311';
    let known = 0;
    const done = await cutting(
      async () => {
        code = code === 'C3311' ? 'C3829' : 'C3311';
        const change = { industryCode: code };
        const { digest } = await at.reading((r) => previewOf(r, { subjectIds: ids }, change));
        await perform(bulkAction, { subjectIds: ids, change, digest, reason: '断点' }, at.own.asked(at.clerk));
      },
      async () => {
        const rows = await at.reading(({ tx }) =>
          tx
            .selectFrom('subject')
            .select(['industry_code', 'subject_id'])
            .where('office_id', '=', at.own.office.officeId)
            .where('subject_id', 'in', ids)
            .execute(),
        );
        const codes = new Set(rows.map(({ industry_code }) => industry_code));
        expect(codes.size).toBe(1);
        const now = await actions('registry.bulk_edit');
        if (codes.has(code)) expect(now).toBe(known + 1);
        known = now;
        code = [...codes][0] ?? 'C3311';
      },
    );
    console.log(`bulk edit: ${rounds} rounds, ${done} done, the others cut`);
    expect(done).toBeGreaterThan(0);
  });

  it('a merge moves everything or nothing', async () => {
    const pairs: (readonly [string, string])[] = [];
    for (let n = 0; n < rounds; n++)
      pairs.push([await at.register(`并入${n}号有限公司`), await at.register(`并出${n}号有限公司`)]);
    for (const [, from] of pairs)
      for (let n = 0; n < 5; n++) await at.add('title', { subjectId: from, name: `称号${n}`, level: 'city' });
    let round = -1;
    const done = await cutting(
      () => {
        const [intoId, fromId] = pairs[++round]!;
        return perform(mergeAction, { intoId, intoVersion: 1, fromId, fromVersion: 1, reason: '断点' }, at.own.asked(at.clerk));
      },
      async () => {
        const [intoId, fromId] = pairs[round]!;
        const [into, from] = [await at.page(intoId), await at.page(fromId)];
        const moved = from.subject.mergedInto === intoId;
        expect([into.titles.length, from.titles.length, into.formerNames.length]).toEqual(moved ? [5, 0, 1] : [0, 5, 0]);
      },
    );
    console.log(`merge: ${rounds} rounds, ${done} done, the others cut`);
    expect(await actions('registry.merge_subjects')).toBeGreaterThanOrEqual(done);
  });
});
