/** 演示 — the register of the invented district through the real actions, in seconds, in its own folder only. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoDistrict } from '../../../../tools/demoDistrict.js';
import { type TestHouse, testHouse } from '../corridors/people/fixtures/testHouse.js';
import { permissionsOf } from '../corridors/people/roles.js';
import type { Actor, House } from '../forms/house.js';
import { readChecks } from '../rooms/registry/reads/checks.js';
import { readLand } from '../rooms/registry/reads/land.js';
import { readSubjects, readTotals } from '../rooms/registry/reads/lists.js';
import { type TestStore, testStore } from '../store/fixtures/testStore.js';
import { newId } from '../store/ids.js';
import { readInScope } from '../store/scope.js';
import { buildDemonstration, type Demonstration } from './buildDemonstration.js';

describe('demonstration', () => {
  let own: TestStore;
  let house: House;
  let made: Demonstration;
  let reader: Actor;
  const size = 240;
  beforeAll(async () => {
    own = await testStore();
    house = { store: own.store, now: () => new Date(), folder: '/tmp', secret: Buffer.alloc(32, 7), demonstration: true };
    made = await buildDemonstration(house, await demoDistrict({ seed: 7, size }));
    const clerk = made.users.find(({ role }) => role === 'lead_clerk')!;
    reader = {
      ...{
        officeId: made.officeId,
        userId: clerk.userId,
        name: clerk.name,
        roles: ['lead_clerk'],
        permissions: permissionsOf(['lead_clerk']),
      },
      ...{ reach: { kind: 'office' }, organisationId: null, sessionId: newId(0), secondFactor: true, provedAt: new Date() },
    };
  });
  afterAll(() => own.drop());
  const reading = <T>(work: (r: Parameters<typeof readSubjects>[0]) => Promise<T>): Promise<T> =>
    readInScope(own.store, reader, (tx) => work({ tx, house, actor: reader }));

  it('holds the whole register, a user for every role, and nothing was refused', async () => {
    expect(made.imported.map(({ file, refused }) => [file, refused])).toEqual(made.imported.map(({ file }) => [file, 0]));
    expect(new Set(made.users.map(({ role }) => role)).size).toBe(10);
    expect((await reading((r) => readTotals(r, {}))).count).toBe(size + 3);
    const { items } = await reading((r) => readSubjects(r, { sort: 'name', limit: 5, scale: 'above' }));
    expect(items).toHaveLength(5);
  });

  it('every audit row is marked as demonstration', async () => {
    const rows = await reading(({ tx }) =>
      tx.selectFrom('audit_row').select('demonstration').where('office_id', '=', made.officeId).distinct().execute(),
    );
    expect(rows).toEqual([{ demonstration: true }]);
  });

  it('[S81] net land of every enterprise is what the district knows: own + leased in − leased out, by months', async () => {
    const { makeDistrict } = await import('../../../../tools/seed/index.js');
    const truth = makeDistrict({ seed: 7, size });
    const wanted = new Map<string, number>();
    for (const block of truth.blocks)
      for (const { subject, year, values } of block.facts)
        if (year === 2024 && typeof values.landUsed === 'number') {
          const code = block.enterprises.find(({ id }) => id === subject)!.code;
          wanted.set(code, values.landUsed);
        }
    const { items } = await reading((r) => readSubjects(r, { sort: 'code', kind: 'enterprise', limit: 200 }));
    let compared = 0;
    for (const { subjectId, creditCode } of items.slice(0, 80)) {
      const land = wanted.get(creditCode ?? '');
      if (land === undefined) continue;
      const shown = await reading((r) => readLand(r, { subjectId, year: 2024 }));
      // A parcel still being built within its term does not count by the demonstration's rule; the district counts it.
      if (shown.lines.some(({ words }) => words.startsWith('在建'))) continue;
      expect(Math.abs((shown.netSqm ?? Number.NaN) - land), `${creditCode}`).toBeLessThan(0.05);
      compared++;
    }
    expect(compared).toBeGreaterThan(30);
  });

  it('the checks find what stands there and no more of what does not', async () => {
    const { counts } = await reading((r) => readChecks(r, { year: 2024, limit: 500 }));
    expect(counts).toMatchObject({ place_disputed: 1, contract_overdue: 2 });
    expect(counts.parcel_over_let).toBeUndefined();
    expect(counts.meter_over_shared).toBeUndefined();
  });

  it('is refused in a folder that holds anybody else, and a second time in its own', async () => {
    const district = await demoDistrict({ seed: 7, size: 24 });
    await expect(buildDemonstration(house, district)).rejects.toMatchObject({ code: 'registry.demonstration_elsewhere' });
    const other: TestHouse = await testHouse();
    await expect(buildDemonstration({ ...other.house, demonstration: true }, district)).rejects.toMatchObject({
      code: 'registry.demonstration_elsewhere',
    });
    await expect(buildDemonstration(other.house, district)).rejects.toMatchObject({ code: 'registry.demonstration_elsewhere' });
    await other.drop();
  });
});
