/** Writes apps/web/src/api/openapi.json from the contracts: `npx tsx apps/server/src/door/printOpenApi.ts`. A test tells when it has drifted. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openStore } from '../store/store.js';
import { openDoor } from './openDoor.js';

export const openApiFile = fileURLToPath(new URL('../../../web/src/api/openapi.json', import.meta.url));

/** The document needs no database: nothing is asked of it. */
export async function openApiText(): Promise<string> {
  const nowhere = 'postgres://nobody@127.0.0.1:1/nothing';
  const store = openStore({ app: nowhere, owner: nowhere });
  const house = { store, now: () => new Date(), folder: tmpdir(), secret: Buffer.alloc(32), demonstration: false };
  const door = await openDoor(house, { secure: true });
  await door.ready();
  const text = `${JSON.stringify(door.swagger(), null, 1)}\n`;
  await door.close();
  await store.close();
  return text;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(dirname(openApiFile), { recursive: true });
  writeFileSync(openApiFile, await openApiText());
}
