/** 健康 — a served house in which one thing after another is broken for real: health never says ok, says which, and says ok again when it is mended. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { auditChecks } from './corridors/audit/checks.js';
import { beside, chainOf, newFolder, type OfficeOnDisk, officeOnDisk, removeFolder } from './fixtures/officeOnDisk.js';
import { killDatabase, send } from './fixtures/victim.js';
import { type Served, serve } from './serve.js';

const folder = newFolder('degraded');
const told = z.object({ status: z.string(), checks: z.record(z.string(), z.string()) });
let at: OfficeOnDisk;
let served: Served;
let ahead = 0;
beforeAll(async () => {
  at = await officeOnDisk(folder);
  served = await serve({ folder, port: 0, log: null, now: () => new Date(Date.now() + ahead), door: {} });
});
afterAll(async () => {
  await served.close();
  removeFolder(folder);
});

async function ready(): Promise<z.infer<typeof told> & { code: number }> {
  const answer = await fetch(`${served.url}/health/ready`);
  return { ...told.parse(await answer.json()), code: answer.status };
}
const wrong = ({ checks }: z.infer<typeof told>): string[] => Object.keys(checks).filter((name) => checks[name] !== 'ok');

async function asSuperuser(text: string): Promise<void> {
  const port = Number(readFileSync(join(folder, 'database', 'postmaster.pid'), 'utf8').split('\n')[3]);
  const { superuser: password } = z
    .object({ superuser: z.string() })
    .parse(JSON.parse(readFileSync(join(folder, 'database.secrets.json'), 'utf8')));
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'muheng' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
const register = (key: string) =>
  send(served.url, at.person, {
    ...{ path: '/registry/subjects', key },
    body: { kind: 'enterprise', name: `${key}有限公司`, regionId: at.office.rootRegionId },
  });

describe('health', () => {
  it('[R97, R54] with the ledger stopped it never says ok, however often it is asked, and no action gets through', async () => {
    expect(wrong(await ready())).toEqual([]);
    await asSuperuser('REVOKE INSERT ON audit_row FROM muheng_app');
    try {
      expect(await register('stopped-ledger')).toMatchObject({ status: 503, json: { code: 'audit.ledger_not_writable' } });
      // An answer is given again for 20 s: here as if each asking came after that.
      const check = auditChecks(served.opened.house, 0).audit;
      for (let second = 0; second < 60; second++) expect(await check()).toContain('写不进去');
      let last = await ready();
      for (let tries = 0; tries < 250 && wrong(last).length === 0; tries++) {
        await wait(100);
        last = await ready();
      }
      expect([last.status, wrong(last), last.code]).toEqual(['degraded', ['audit'], 200]);
      for (let tries = 0; tries < 20; tries++) expect((await ready()).status).toBe('degraded');
    } finally {
      await asSuperuser('GRANT INSERT ON audit_row TO muheng_app');
    }
    await expect.poll(async () => (await ready()).status, { timeout: 60_000, interval: 500 }).toBe('ok');
    expect((await register('stopped-ledger'))?.status).toBe(200);
  });

  it.each([
    ['two hours slow', -7_200_000],
    ['a year fast', 365 * 86_400_000],
    ['ten seconds fast', 10_000],
  ])('[R97, R68] with the clock %s it is degraded and says so; set right it is ok again', async (_words, by) => {
    ahead = by;
    try {
      const told = await ready();
      expect([told.status, wrong(told)]).toEqual(['degraded', ['clock']]);
      expect(told.checks.clock).toContain('校准时间');
    } finally {
      ahead = 0;
    }
    expect((await ready()).status).toBe('ok');
  });

  it('[R68] a row written while the clock was ten minutes fast keeps its place; set right, the ledger is ahead of the clock, and that is said', async () => {
    const rows = () => beside(folder, (store) => chainOf(store, at.office.officeId));
    const before = await rows();
    ahead = 600_000;
    expect((await register('clock-fast'))?.status).toBe(200);
    ahead = 0;
    const told = await ready();
    expect([told.status, wrong(told)]).toEqual(['degraded', ['clock']]);
    expect(told.checks.clock).toContain('在将来');
    expect(await rows()).toMatchObject({ rows: before.rows + 1, holds: true });
    // The session was seen in a time that has not come: it is over, and is not longer than others for it.
    expect((await register('clock-set-back'))?.status).toBe(401);
  });

  it('[R97] with the database gone it is not ready, and comes back by itself', async () => {
    killDatabase(folder);
    // Its servants live a moment longer than the master.
    await expect.poll(async () => (await ready()).code, { timeout: 20_000, interval: 20 }).toBe(503);
    expect((await ready()).status).toBe('degraded');
    expect((await fetch(`${served.url}/health/live`)).status).toBe(200);
    await expect.poll(async () => (await ready()).checks.database, { timeout: 60_000, interval: 300 }).toBe('ok');
  });
});
