/** 接口说明 — the committed document is that of the contracts, and the page to browse it comes from this server alone. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDoor, testDoor } from './fixtures/testDoor.js';
import { openApiFile, openApiText } from './printOpenApi.js';

let own: TestDoor;
beforeAll(async () => {
  own = await testDoor();
});
afterAll(() => own.drop());

it('[R10] the committed openapi.json has not drifted from the contracts (npx tsx apps/server/src/door/printOpenApi.ts writes it)', async () => {
  expect(readFileSync(openApiFile, 'utf8') === (await openApiText())).toBe(true);
});

it('[R99] the page to browse the interface fetches nothing from outside', async () => {
  const page = await own.door.inject({ method: 'GET', url: '/api/docs/' });
  expect(page.statusCode).toBe(200);
  const links = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link]) => link ?? '');
  expect(links.length).toBeGreaterThan(3);
  for (const link of links) {
    expect(link).not.toMatch(/^(https?:)?\/\//);
    const url = new URL(link, 'http://localhost/api/docs/');
    expect([link, (await own.door.inject({ method: 'GET', url: url.pathname })).statusCode]).toEqual([link, 200]);
  }
});
