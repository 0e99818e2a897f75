/** 看得到的只有自己的 — areas, enterprises, offices and fields, below the application too: row-level security on the real database. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { perform } from '../../forms/action.js';
import { serverKinds } from '../../store/fixtures/testStore.js';
import { inScope, readInScope } from '../../store/scope.js';
import { readSearch } from '../../windows/search/routes.js';
import { decideClaimAction, proposeMoveAction } from './actions/claims.js';
import { addContactAction, unmaskAction } from './actions/contacts.js';
import { exportAction } from './actions/export.js';
import { setLandRuleAction } from './actions/landRule.js';
import { registerAction } from './actions/subjects.js';
import { rowTables } from './changes.js';
import { type TestRegister, testRegister } from './fixtures/register.js';
import { readHistory } from './reads/history.js';
import { readLand } from './reads/land.js';
import { readClaims, readSubjects, readTotals } from './reads/lists.js';

describe.each(serverKinds)('%s', (kind) => {
  let at: TestRegister;
  let mine: string;
  let theirs: string;
  beforeAll(async () => {
    at = await testRegister(kind);
    mine = await at.register('浣峙永丰铸造有限公司', { creditCode: '91320621MA1MXW0Y42' });
    theirs = await at.register('溧浦永丰纺织有限公司', { creditCode: '91120113550399693Q', regionId: at.towns[1] });
    for (const subjectId of [mine, theirs]) {
      await at.add('status', { subjectId, kind: 'mortgaged', from: '2024-01-01' });
      const parcelId = await at.parcel(`GB-${subjectId}`, {
        holderId: subjectId,
        regionId: subjectId === mine ? at.towns[0] : at.towns[1],
      });
      await at.add('occupancy', { subjectId, kind: 'own', parcelId, landAreaSqm: '100' });
      await at.add('meter', { subjectId, kind: 'power', account: '88001122' });
    }
  });
  afterAll(() => at.drop());

  it('[TZ-4] [R17] an area office lists, counts, searches and opens its own area only', async () => {
    const [officer] = at.officers;
    expect(
      (await at.reading((r) => readSubjects(r, { sort: 'name', limit: 50 }), officer)).items.map(({ subjectId }) => subjectId),
    ).toEqual([mine]);
    expect((await at.reading((r) => readTotals(r, {}), officer)).count).toBe(1);
    expect((await at.reading((r) => readTotals(r, {}))).count).toBe(2);
    for (const q of ['永丰', '88001122', '91120113', 'yf'])
      expect(
        (await at.reading((r) => readSearch(r, { q, kind: 'subject', limit: 20 }), officer)).items
          .map(({ id }) => id)
          .filter((id) => id === theirs),
        q,
      ).toEqual([]);
    expect((await at.reading((r) => readSearch(r, { q: '永丰', limit: 20 }))).items.map(({ id }) => id).sort()).toEqual(
      [mine, theirs].sort(),
    );
    await expect(at.page(theirs, officer)).rejects.toMatchObject({ code: 'door.not_found' });
    await expect(at.reading((r) => readHistory(r, theirs), officer)).rejects.toMatchObject({ code: 'door.not_found' });
    expect((await at.page(mine, officer)).statuses).toHaveLength(1);
  });

  it('[TZ-4] an area office enters and corrects its own area only, and not by naming another region', async () => {
    const [officer] = at.officers;
    await expect(at.add('status', { subjectId: theirs, kind: 'lost', from: '2025-01-01' }, officer)).rejects.toMatchObject({
      code: 'door.not_found',
    });
    await expect(at.register('外区企业有限公司', { regionId: at.towns[1], actor: officer })).rejects.toMatchObject({
      code: 'registry.region_outside',
    });
    const nowhere = { kind: 'enterprise' as const, name: '无区域有限公司' };
    await expect(perform(registerAction, nowhere, at.own.asked(officer))).rejects.toMatchObject({
      code: 'registry.region_outside',
    });
    const [row] = (await at.page(theirs)).statuses;
    await expect(at.edit('status', { rowId: row!.id, version: row!.version, basis: '改' }, officer)).rejects.toMatchObject({
      code: 'door.not_found',
    });
    expect(await at.add('status', { subjectId: mine, kind: 'relocating', from: '2025-01-01' }, officer)).toMatch(
      /^[0-9a-f-]{36}$/,
    );
    // The code of a neighbour's enterprise is taken: told without saying whose.
    const stolen = { kind: 'enterprise' as const, name: '同码有限公司', creditCode: '91120113550399693Q', regionId: at.towns[0] };
    await expect(perform(registerAction, stolen, at.own.asked(officer))).rejects.toMatchObject({
      code: 'registry.identifier_taken',
      details: {},
    });
  });

  it('[ALL-4] [R16] below the application every table of the register keeps to the reach, whatever the SQL says', async () => {
    const [officer] = at.officers;
    const enterprise = { officeId: at.own.office.officeId, reach: { kind: 'subjects' as const, subjectIds: [mine] } };
    const nobody = { officeId: at.own.office.officeId, reach: { kind: 'none' as const } };
    const subjectsIn = async (scope: Parameters<typeof readInScope>[1], table: string, column: string): Promise<unknown[]> =>
      readInScope(at.own.store, scope, async (tx) => {
        const { rows } = await sql<{
          id: string;
        }>`SELECT DISTINCT ${sql.ref(column)}::text AS id FROM ${sql.table(table)} WHERE ${sql.ref(column)} IS NOT NULL ORDER BY 1`.execute(
          tx,
        );
        return rows.map(({ id }) => id);
      });
    for (const { table } of rowTables.filter((one) => one.table !== 'region_claim')) {
      const column = table === 'parcel' || table === 'building' ? 'holder_id' : 'subject_id';
      const all = await subjectsIn(at.clerk, table, column);
      expect(await subjectsIn(officer, table, column), `${table} of an area`).toEqual(all.filter((id) => id === mine));
      expect(await subjectsIn(enterprise, table, column), `${table} of an enterprise`).toEqual(all.filter((id) => id === mine));
      expect(await subjectsIn(nobody, table, column), `${table} of nobody`).toEqual([]);
    }
    await expect(
      inScope(at.own.store, officer, (tx) =>
        sql`UPDATE subject SET region_id = ${at.towns[1]} WHERE subject_id = ${mine}`.execute(tx),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it('[R14] another office reads, counts, searches and changes nothing, even with our ids', async () => {
    const foreign = await at.own.anotherOffice(`other-${kind}`);
    const stranger = await at.own.actor('lead_clerk', { office: foreign });
    expect((await at.reading((r) => readTotals(r, {}), stranger)).count).toBe(0);
    expect((await at.reading((r) => readSearch(r, { q: '永丰', limit: 20 }), stranger)).items).toEqual([]);
    await expect(at.page(mine, stranger)).rejects.toMatchObject({ code: 'door.not_found' });
    await expect(at.add('status', { subjectId: mine, kind: 'lost', from: '2025-01-01' }, stranger)).rejects.toMatchObject({
      code: 'door.not_found',
    });
  });

  it('[R15] an enterprise sees its own register and land with the names of its leases, and nothing else of its landlord', async () => {
    const input = {
      year: 2024,
      version: 0,
      muDivisor: '2000/3',
      round: null,
      basis: 'certificate',
      monthsBy: 'months',
      floorPerMu: null,
      excess: 'ignore',
    } as const;
    const rest = { method: 'parcel', collective: 'add', overdueAfterMonths: null, sumCheck: true, clause: '测试' } as const;
    await perform(setLandRuleAction, { ...input, ...rest }, at.own.asked(at.clerk));
    const landlord = await at.register('溧浦房东有限公司', { regionId: at.towns[1] });
    const parcelId = await at.parcel('GB-RENT', { holderId: landlord, regionId: at.towns[1], certificateAreaSqm: '9000' });
    await at.add('occupancy', { subjectId: landlord, kind: 'own', parcelId });
    const tenant = await at.register('浣峙租户有限公司');
    await at.add('occupancy', {
      subjectId: tenant,
      kind: 'in',
      parcelId,
      counterpartId: landlord,
      landAreaSqm: '600',
      contractNo: 'R-1',
    });
    const self = await at.own.actor('enterprise_user', { subjectIds: [tenant] });
    const page = await at.page(tenant, self);
    expect(page.occupancies).toMatchObject([{ counterpart: '溧浦房东有限公司', parcelNumber: 'GB-RENT', landAreaSqm: '600.00' }]);
    // By parcel the land counts at its holder: the tenant, the neighbour's officer and the lead office read one number.
    const net = async (actor?: typeof self) =>
      (await at.reading((r) => readLand(r, { subjectId: tenant, year: 2024 }), actor)).netSqm;
    expect([await net(self), await net(at.officers[0]), await net()]).toEqual([0, 0, 0]);
    await expect(at.page(landlord, self)).rejects.toMatchObject({ code: 'door.not_found' });
    expect((await at.reading((r) => readTotals(r, {}), self)).count).toBe(1);
    // Reading once more in the same way: the reach was only widened for that one statement.
    await at.reading(async (r) => {
      await readLand(r, { subjectId: tenant, year: 2024 });
      expect((await readTotals(r, {})).count).toBe(1);
    }, self);
  });

  it('claims between towns: proposed by one, disputed, taken over by the other; with the producing place the subject changes hands', async () => {
    const [giving, taking] = at.officers;
    const subjectId = await at.register('浣峙迁移机械有限公司');
    const proposal = {
      subjectId,
      role: 'producing' as const,
      toRegionId: at.towns[1],
      from: '2025-04-01',
      basis: '厂房搬迁',
      address: '溧浦路 8 号',
    };
    await expect(
      perform(proposeMoveAction, { ...proposal, toRegionId: at.towns[0] }, at.own.asked(giving)),
    ).rejects.toMatchObject({ code: 'registry.claim_to_itself' });
    const { claimId } = await perform(proposeMoveAction, proposal, at.own.asked(giving));
    await expect(perform(proposeMoveAction, proposal, at.own.asked(giving))).rejects.toMatchObject({
      code: 'registry.claim_open',
    });
    const open = (await at.reading((r) => readClaims(r, { limit: 10 }), taking)).items;
    expect(open).toMatchObject([
      { claimId, subjectName: '浣峙迁移机械有限公司', fromRegionName: '浣峙街道', toRegionName: '溧浦镇', state: 'proposed' },
    ]);
    // What each is offered is what each may do.
    expect(open.map(({ steps }) => steps)).toEqual([['accept', 'refuse', 'dispute']]);
    const offered = (await at.reading((r) => readClaims(r, { limit: 10 }), giving)).items;
    expect(offered.map(({ steps }) => steps)).toEqual([['dispute', 'withdraw']]);
    const decide = (actor: typeof giving, step: 'accept' | 'dispute' | 'withdraw', version: number) =>
      perform(decideClaimAction, { claimId, step, note: '核实', version }, at.own.asked(actor));
    await expect(decide(giving, 'accept', 1)).rejects.toMatchObject({ code: 'registry.claim_not_yours' });
    await expect(decide(taking, 'withdraw', 1)).rejects.toMatchObject({ code: 'registry.claim_not_yours' });
    await decide(taking, 'dispute', 1);
    expect(await decide(taking, 'accept', 2)).toEqual({ state: 'claimed' });
    await expect(decide(taking, 'accept', 3)).rejects.toMatchObject({ code: 'registry.claim_step_wrong' });
    await expect(at.page(subjectId, giving)).rejects.toMatchObject({ code: 'door.not_found' });
    const page = await at.page(subjectId, taking);
    expect(page.subject.regionId).toBe(at.towns[1]);
    expect(page.places).toMatchObject([
      { role: 'producing', placeRegionId: at.towns[1], state: 'claimed', address: '溧浦路 8 号' },
    ]);
    // The taking officer sees no more of the neighbour than before.
    expect((await at.reading((r) => readTotals(r, {}), taking)).count).toBe(3);
  });

  it('[R38] contacts are sealed at rest, masked for everybody, unmasked by permission with a reason on the trail', async () => {
    const [officer] = at.officers;
    const input = { subjectId: mine, role: 'liaison' as const, name: '欧阳甲乙', phone: '13812348000' };
    const { id } = await perform(addContactAction, input, at.own.asked(officer));
    const page = await at.page(mine);
    expect(page.contacts).toMatchObject([{ nameMasked: '欧**', phoneMasked: '138****8000' }]);
    const answer = await perform(
      exportAction,
      { sort: 'name', columns: ['name', 'contacts'], format: 'csv' },
      at.own.asked(officer),
    );
    const text = new TextDecoder().decode(answer.content instanceof Uint8Array ? answer.content : new Uint8Array());
    expect(text).toContain('欧** 138****8000');
    const leader = await at.own.actor('leader');
    await expect(perform(unmaskAction, { rowId: id, reason: '看看' }, at.own.asked(leader))).rejects.toMatchObject({
      code: 'door.not_permitted',
    });
    expect(await perform(unmaskAction, { rowId: id, reason: '通知核查' }, at.own.asked(officer))).toEqual({
      name: '欧阳甲乙',
      phone: '13812348000',
    });
    const history = JSON.stringify(await at.reading((r) => readHistory(r, mine)));
    const dump = await at.own.store.asOwner(async (client) => {
      await client.query(`SET muheng.office = '${at.own.office.officeId}'; SET muheng.reach = 'office'`);
      const { rows: tables } = await client.query<{ name: string }>(
        "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1",
      );
      const texts: string[] = [];
      for (const { name } of tables) texts.push(JSON.stringify((await client.query(`SELECT t::text FROM "${name}" t`)).rows));
      return texts.join('\n');
    });
    for (const secret of ['13812348000', '欧阳甲乙']) {
      expect(text).not.toContain(secret);
      expect(history).not.toContain(secret);
      expect(dump.includes(secret), `the database holds ${secret}`).toBe(false);
    }
    const trail = await at.reading(({ tx }) =>
      tx
        .selectFrom('audit_row')
        .select(['title', 'reason'])
        .where('office_id', '=', at.own.office.officeId)
        .where('action', '=', 'registry.unmask_contact')
        .execute(),
    );
    expect(trail).toEqual([{ title: '查看未遮盖的联系人', reason: '通知核查' }]);
  });
});
