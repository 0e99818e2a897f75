/**
 * 众人同办 — a real server with twenty people before it: edits of the same few enterprises of which none may be lost, one submission sent
 * a hundred times and again after a restart, and heavy work that waits its turn while everything else goes on.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beside, chainOf, newFolder, type OfficeOnDisk, officeOnDisk, removeFolder } from './fixtures/officeOnDisk.js';
import { type Person, send, type Told } from './fixtures/victim.js';
import { perform } from './forms/action.js';
import { registerAction } from './rooms/registry/actions/subjects.js';
import { type Served, serve } from './serve.js';
import { inScope, wholeOffice } from './store/scope.js';

const clients = 20;
const deep = process.env.MUHENG_TIER === 'deep';
const editsOfEach = deep ? 500 : 25;
const imports = deep ? 50 : 12;
const places = 10;

let at: OfficeOnDisk;
let served: Served;
const subjects: string[] = [];
const folder = newFolder('crowd');
const open = async (): Promise<void> => {
  served = await serve({ folder, port: 0, log: null, door: { limits: { perMinute: 1_000_000, eventLoopDelay: 0 } } });
};
beforeAll(async () => {
  at = await officeOnDisk(folder, {
    crowd: clients,
    async fill({ asked, office }) {
      for (let n = 0; n < places; n++)
        subjects.push(
          (await perform(registerAction, { kind: 'enterprise', name: `众改${n}有限公司`, regionId: office.rootRegionId }, asked))
            .subjectId,
        );
    },
  });
  await open();
});
afterAll(async () => {
  await served.close();
  removeFolder(folder);
});

const ask = async (person: Person, what: Parameters<typeof send>[2]): Promise<Told> => {
  const told = await send(served.url, person, what);
  if (told === undefined) throw new Error(`no answer to ${what.path}`);
  return told;
};
interface Seen {
  readonly version: number;
  readonly note: string | null;
}
const read = async (person: Person, subjectId: string): Promise<Seen> =>
  (await ask(person, { method: 'GET', path: `/registry/subjects/${subjectId}` })).json.subject;

/** One edit that was acknowledged: on what it was made, and what it made. */
interface Edit {
  readonly subjectId: string;
  readonly seen: Seen;
  readonly made: Seen;
}

/** Same numbers each time: who edits what in which order of his own. */
const choose = (client: number, edit: number): string => subjects[(client * 7 + edit * 3 + ((client * edit) % 4)) % places]!;

async function editAll(person: Person, client: number): Promise<{ edits: Edit[]; conflicts: number }> {
  const edits: Edit[] = [];
  let conflicts = 0;
  for (let edit = 0; edit < editsOfEach; edit++) {
    const subjectId = choose(client, edit);
    const note = `第${client}人第${edit}次`;
    for (let seen = await read(person, subjectId); ; ) {
      const path = `/registry/subjects/${subjectId}`;
      const told = await ask(person, { method: 'PATCH', path, body: { note, version: seen.version } });
      if (told.status === 200) {
        edits.push({ subjectId, seen, made: { note, version: told.json.version } });
        break;
      }
      // The second is shown what stands there now, and what he wanted.
      expect([told.status, told.json.code]).toEqual([409, 'door.version_differs']);
      expect(told.json.details.version).toBeGreaterThan(seen.version);
      expect(JSON.stringify(told.json.details.yours)).toContain(note);
      conflicts++;
      seen = { version: told.json.details.version, note: told.json.details.now.note };
    }
  }
  return { edits, conflicts };
}

describe('edits', () => {
  it(`[R62] ${clients} clients with ${editsOfEach} edits each over the door: each acknowledged edit stands on the one before, none is lost`, async () => {
    const done = await Promise.all(at.people.map((person, client) => editAll(person, client)));
    const edits = done.flatMap((one) => one.edits);
    const conflicts = done.reduce((sum, one) => sum + one.conflicts, 0);
    expect(edits).toHaveLength(clients * editsOfEach);
    for (const subjectId of subjects) {
      const own = edits.filter((edit) => edit.subjectId === subjectId).sort((a, b) => a.made.version - b.made.version);
      let stands: Seen = { version: 1, note: null };
      for (const { seen, made } of own) {
        expect([seen.version, seen.note]).toEqual([stands.version, stands.note]);
        expect(made.version).toBe(stands.version + 1);
        stands = made;
      }
      expect(await read(at.person, subjectId)).toMatchObject(stands);
      const kept = await beside(folder, (store) =>
        inScope(store, wholeOffice(at.office.officeId), (tx) =>
          tx
            .selectFrom('superseded')
            .select('before')
            .where('office_id', '=', at.office.officeId)
            .where('kind', '=', 'subject')
            .where('row_id', '=', subjectId)
            .where('before', 'is not', null)
            .orderBy('at')
            .execute(),
        ),
      );
      expect(kept).toHaveLength(own.length);
    }
    const chain = await beside(folder, (store) => chainOf(store, at.office.officeId));
    expect(chain.holds).toBe(true);
    console.info(`${edits.length} edits of ${places} enterprises by ${clients} clients, ${conflicts} conflicts, none lost`);
    expect(conflicts).toBeGreaterThan(0);
  }, 3_000_000);
});

describe('one submission', () => {
  const submission = (key: string, name = '只登记一次有限公司'): Parameters<typeof send>[2] => ({
    ...{ path: '/registry/subjects', key, body: { kind: 'enterprise', name, regionId: at.office.rootRegionId } },
  });
  const named = async (name: string): Promise<number> => {
    const path = `/registry/subjects?q=${encodeURIComponent(name)}&limit=50`;
    return (await ask(at.person, { method: 'GET', path })).json.items.length;
  };

  it('[R60] sent a hundred times at once it is done once: one answer, the others that it runs, and later the same answer', async () => {
    const told = await Promise.all(Array.from({ length: 100 }, () => ask(at.person, submission('hundred-times'))));
    const good = told.filter(({ status }) => status === 200);
    expect(good.length).toBeGreaterThan(0);
    expect(new Set(good.map(({ json }) => json.subjectId)).size).toBe(1);
    for (const { status, json } of told) if (status !== 200) expect([status, json.code]).toEqual([409, 'door.key_running']);
    expect((await ask(at.person, submission('hundred-times'))).json).toEqual(good[0]?.json);
    expect(await named('只登记一次')).toBe(1);
  });

  it('[R60] the answer is lost and the server starts anew in between: the same answer, nothing done twice; other content 422', async () => {
    const first = await ask(at.person, submission('over-a-restart', '隔夜重发有限公司'));
    expect(first.status).toBe(200);
    await served.close();
    await open();
    const again = await ask(at.person, submission('over-a-restart', '隔夜重发有限公司'));
    expect([again.status, again.json]).toEqual([200, first.json]);
    expect(await named('隔夜重发')).toBe(1);
    expect((await ask(at.person, submission('over-a-restart', '另一户有限公司'))).status).toBe(422);
    // The key of another person is another key.
    expect((await ask(at.people[1]!, submission('over-a-restart', '别人的有限公司'))).status).toBe(200);
  });
});

describe('heavy work', () => {
  it(`[R20] ${imports} imports begun at once: one runs at a time, the others wait their turn, health and looking go on`, async () => {
    const lines = Array.from({ length: 60 }, (_, n) => `排队${n}有限公司`);
    const begin = (n: number) => {
      const form = new FormData();
      form.set('file', new File([`企业名称\n${lines.map((line) => `${n}${line}`).join('\n')}\n`], `${n}.csv`));
      return ask(at.people[n % clients]!, { path: '/registry/imports?kind=subjects', key: `queued-import-${n}`, body: form });
    };
    const begun = await Promise.all(Array.from({ length: imports }, (_, n) => begin(n)));
    expect(begun.map(({ status }) => status)).toEqual(Array(imports).fill(200));
    const states = () =>
      beside(folder, (store) =>
        inScope(store, wholeOffice(at.office.officeId), (tx) =>
          tx.selectFrom('job').select(['state']).where('office_id', '=', at.office.officeId).where('heavy', '=', true).execute(),
        ),
      );
    const most = { running: 0, waiting: 0, milliseconds: 0 };
    for (let tries = 0; tries < 4000; tries++) {
      const now = await states();
      const count = (state: string): number => now.filter((job) => job.state === state).length;
      most.running = Math.max(most.running, count('running'));
      most.waiting = Math.max(most.waiting, count('queued'));
      const began = performance.now();
      expect((await fetch(`${served.url}/health/ready`)).status).toBe(200);
      expect((await ask(at.person, { method: 'GET', path: '/registry/subjects?limit=20' })).status).toBe(200);
      most.milliseconds = Math.max(most.milliseconds, performance.now() - began);
      if (count('done') === imports) break;
      await wait(50);
    }
    expect((await states()).map(({ state }) => state)).toEqual(Array(imports).fill('done'));
    expect(most.running).toBe(1);
    expect(most.waiting).toBeGreaterThan(2);
    // Ten times what is bearable: a guard against standing still.
    expect(most.milliseconds).toBeLessThan(20_000);
    console.info(`${imports} imports begun at once: at most ${most.running} ran, ${most.waiting} waited`);
  });

  it('[R20] who asks too often for one expensive thing is told to wait, and everything else still answers', async () => {
    await served.close();
    served = await serve({ folder, port: 0, log: null, door: { limits: { perMinute: 5 } } });
    const dear = { path: '/registry/exports', body: { columns: ['name'], format: 'csv' } };
    const statuses: number[] = [];
    for (let tries = 0; tries < 8; tries++) statuses.push((await ask(at.person, dear)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429, 429]);
    expect((await ask(at.person, dear)).json).toMatchObject({ code: 'door.too_many', remedy: expect.stringContaining('秒后') });
    expect((await ask(at.people[1]!, dear)).status).toBe(200);
    expect((await ask(at.person, { method: 'GET', path: '/registry/subjects?limit=5' })).status).toBe(200);
  });
});
