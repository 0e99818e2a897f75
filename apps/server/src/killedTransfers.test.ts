/** 传输中断 — the whole server killed while a file comes in and a list goes out: nothing of them is left after the next start. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { beside, chainOf, filesAgree, newFolder, officeOnDisk, removeFolder } from './fixtures/officeOnDisk.js';
import { endVictims, send, startServer } from './fixtures/victim.js';
import { perform } from './forms/action.js';
import { registerAction } from './rooms/registry/actions/subjects.js';
import { stopDatabaseOf } from './store/embedded.js';

const killsOfTransfer = process.env.MUHENG_TIER === 'deep' ? 20 : 3;
const folder = newFolder('transfer');
afterAll(async () => {
  endVictims();
  await stopDatabaseOf(folder).catch(() => undefined);
  removeFolder(folder);
});

/** Ten megabytes, a little at a time. */
function slowFile(): { body: ReadableStream<Uint8Array>; type: string } {
  const text = new TextEncoder();
  const start = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n';
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(to) {
      if (sent === 0) to.enqueue(text.encode(start));
      else if (sent < 160) to.enqueue(new Uint8Array(65_536).fill(65));
      else {
        to.enqueue(text.encode('\r\n--x--\r\n'));
        to.close();
      }
      sent++;
      await wait(5);
    },
  });
  return { body, type: 'multipart/form-data; boundary=x' };
}

it(`[R47] ${killsOfTransfer} kills while a file comes in and a list goes out: after the next start folders and rows say the same`, async () => {
  const at = await officeOnDisk(folder, {
    async fill({ asked, office }) {
      for (let n = 0; n < 40; n++)
        await perform(registerAction, { kind: 'enterprise', name: `名单${n}有限公司`, regionId: office.rootRegionId }, asked);
    },
  });
  let partial = 0;
  for (let kill = 0; kill < killsOfTransfer; kill++) {
    const server = await startServer(at.folder);
    await filesAgree(at);
    const { body, type } = slowFile();
    const headers = { cookie: at.person.cookie, 'x-csrf-token': at.person.csrf, 'content-type': type };
    const coming = fetch(`${server.url}/api/v1/files?purpose=evidence`, {
      ...{ method: 'POST', headers, body },
      duplex: 'half',
    }).catch(() => undefined);
    const going = send(server.url, at.person, { path: '/registry/exports', body: { columns: ['name'], format: 'xlsx' } });
    await wait(150 + ((kill * 290) % 700));
    partial += readdirSync(join(at.folder, 'temporary')).length;
    await server.kill();
    await Promise.all([coming, going]);
  }
  const last = await startServer(at.folder);
  await filesAgree(at);
  expect((await beside(at.folder, (store) => chainOf(store, at.office.officeId))).holds).toBe(true);
  await last.stop();
  expect(partial).toBeGreaterThan(0);
  console.info(`${killsOfTransfer} kills during transfers, ${partial} files cut off in the middle, none left`);
}, 3_000_000);
