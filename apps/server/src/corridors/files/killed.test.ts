/** Uploads cut off by kill −9 at any moment: afterwards disk and database say the same, and every file is whole. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyTemporary } from '../../door/files.js';
import { type TestStore, testStore } from '../../store/fixtures/testStore.js';
import { newId } from '../../store/ids.js';
import { inScope, readInScope, wholeOffice } from '../../store/scope.js';
import { testActor, testHouse } from '../audit/fixtures/ledger.js';
import { verifyChain } from '../audit/verifyChain.js';
import { checkFiles, sweepFiles } from './nightly.js';

const kills = process.env.MUHENG_TIER === 'deep' ? 40 : 4;
let own: TestStore;
const folder = mkdtempSync(join(tmpdir(), 'muheng-killed-'));
beforeAll(async () => {
  own = await testStore();
});
afterAll(async () => {
  await own.drop();
  rmSync(folder, { recursive: true });
});

async function uploadUntilKilled(actor: string, milliseconds: number): Promise<void> {
  // One process, so that the kill meets the one that writes.
  const loader = createRequire(import.meta.url).resolve('tsx/esm');
  const script = fileURLToPath(new URL('./fixtures/uploadForever.ts', import.meta.url));
  const { app, owner } = own.address;
  const child = spawn(process.execPath, ['--import', `file://${loader}`, script, app, owner, folder, actor], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  for await (const _ of createInterface({ input: child.stdout })) break;
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  child.kill('SIGKILL');
  await gone;
}

it(`[R47] ${kills} kills in the middle of uploads leave no byte without a row, no row without its bytes, and a ledger that holds`, async () => {
  const actor = testActor(newId(Date.now()), ['files.upload']);
  const { officeId } = actor;
  const house = testHouse(own.store, folder);
  for (let kill = 0; kill < kills; kill++) {
    await uploadUntilKilled(JSON.stringify(actor), 20 + ((kill * 37) % 90));
    await emptyTemporary(house);
    await sweepFiles({ ...house }, -5000);
    const rows = await inScope(own.store, wholeOffice(officeId), (tx) =>
      tx.selectFrom('file').select(['sha256', 'bytes']).where('office_id', '=', officeId).orderBy('sha256').execute(),
    );
    const shelf = join(folder, 'files', officeId);
    const disk = readdirSync(shelf, { recursive: true, encoding: 'utf8' }).filter((path) => path.includes('/'));
    expect(disk.map((path) => path.replace('/', '')).sort()).toEqual(rows.map(({ sha256 }) => sha256));
    expect(readdirSync(join(folder, 'temporary'))).toEqual([]);
    expect(await checkFiles(house, officeId)).toEqual({ contents: rows.length, damaged: [] });
    const used = await inScope(own.store, wholeOffice(officeId), (tx) =>
      tx
        .selectFrom('file_usage')
        .select('bytes')
        .where('office_id', '=', officeId)
        .where('holder_id', '=', officeId)
        .executeTakeFirst(),
    );
    expect(used?.bytes).toBe(rows.reduce((sum, { bytes }) => sum + bytes, 0));
    const verdict = await readInScope(own.store, wholeOffice(officeId), (tx) => verifyChain(tx, officeId, []));
    expect(verdict).toMatchObject({ rows: rows.length });
    expect(verdict.firstBad).toBeUndefined();
  }
});
