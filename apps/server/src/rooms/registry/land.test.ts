/** 用地 — parcels, leases, meters and contracts in the register, and the net land that follows, on the real database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { perform } from '../../forms/action.js';
import { serverKinds } from '../../store/fixtures/testStore.js';
import { setLandRuleAction } from './actions/landRule.js';
import { ledgerActions } from './actions/ledgers.js';
import { editParcelAction } from './actions/parcels.js';
import { signSurveyAction } from './actions/surveys.js';
import type { LandExplanationAnswer } from './contract.js';
import { type TestRegister, testRegister } from './fixtures/register.js';
import { readChecks } from './reads/checks.js';
import { readHistory } from './reads/history.js';
import { readLand, readParcel } from './reads/land.js';
import { readParcels } from './reads/lists.js';
import { readSurveySheet } from './reads/surveySheet.js';

const rule = {
  ...{ round: { to: 2, by: 'excel' as const }, basis: 'certificate' as const, monthsBy: 'months' as const, floorPerMu: null },
  ...{
    excess: 'ignore' as const,
    method: 'enterprise' as const,
    collective: 'add' as const,
    overdueAfterMonths: 6,
    sumCheck: true,
    clause: '测试口径',
  },
};

describe.each(serverKinds)('%s', (kind) => {
  let at: TestRegister;
  beforeAll(async () => {
    at = await testRegister(kind);
  });
  afterAll(() => at.drop());

  const setRule = async (
    year: number,
    more: Partial<Parameters<typeof setLandRuleAction.input.parse>[0] & object> = {},
  ): Promise<void> => {
    await perform(setLandRuleAction, { year, version: 0, muDivisor: '2000/3', ...rule, ...more }, at.own.asked(at.clerk));
  };
  const land = (subjectId: string, year: number): Promise<LandExplanationAnswer> =>
    at.reading((r) => readLand(r, { subjectId, year }));

  it('[S81] own + leased in − leased out, month by month; a lease stands at both sides', async () => {
    await setRule(2024);
    const [owner, tenant] = [await at.register('甲机械有限公司'), await at.register('乙机械有限公司')];
    const parcelId = await at.parcel('GB00001', { holderId: owner, certificateAreaSqm: '20000' });
    await at.add('occupancy', { subjectId: owner, kind: 'own', parcelId });
    const leased = {
      subjectId: tenant,
      kind: 'in',
      parcelId,
      counterpartId: owner,
      landAreaSqm: '4000',
      contractNo: 'ZL-1',
      from: '2024-07-01',
    };
    const leaseRow = await at.add('occupancy', leased);
    const [ownerLand, tenantLand] = [await land(owner, 2024), await land(tenant, 2024)];
    expect([ownerLand.netSqm, ownerLand.roundedMu]).toEqual([18000, 27]);
    expect([tenantLand.netSqm, tenantLand.roundedMu]).toEqual([2000, 3]);
    expect(ownerLand.lines.map((line) => [line.kind, line.months, line.contributionSqm])).toEqual([
      ['自有', 12, 20000],
      ['出租', 6, -2000],
    ]);
    expect(ownerLand.byMonthSqm).toEqual([...Array(6).fill(20000), ...Array(6).fill(16000)]);
    expect(ownerLand.byMonthSqm.reduce((sum, month) => sum + month, 0) / 12).toBeCloseTo(ownerLand.netSqm!, 6);
    // Closing one side closes the other: the first of October is the first day that no longer counts.
    await perform(
      ledgerActions.get('occupancy')!.close,
      { rowId: leaseRow, until: '2024-10-01', version: 1 },
      at.own.asked(at.clerk),
    );
    expect([(await land(owner, 2024)).netSqm, (await land(tenant, 2024)).netSqm]).toEqual([19000, 1000]);
    const check = await at.reading((r) => readChecks(r, { kind: 'lease_one_sided', limit: 10 }));
    expect(check.items).toEqual([]);
  });

  it('[S82] [S83] [R85] another year, another declared rule: larger area, building land inside and past its term, mu of 667', async () => {
    await setRule(2022, { muDivisor: '667', basis: 'larger_of_certificate_and_actual', round: null });
    await setRule(2023, { muDivisor: '2000/3', basis: 'supplied' });
    const subjectId = await at.register('丙机械有限公司');
    const areas = { certificateAreaSqm: '6667', actualAreaSqm: '7000', suppliedAreaSqm: '6600' };
    await at.add('occupancy', {
      subjectId,
      kind: 'own',
      parcelId: await at.parcel('GB00002', { holderId: subjectId, ...areas }),
    });
    const building = {
      certificateAreaSqm: '2000',
      actualAreaSqm: '2000',
      suppliedAreaSqm: '2000',
      buildState: 'under_construction' as const,
    };
    const parcelId = await at.parcel('GB00003', { holderId: subjectId, ...building, completionDue: '2022-07-01' });
    await at.add('occupancy', { subjectId, kind: 'own', parcelId });
    const [of2022, of2023] = [await land(subjectId, 2022), await land(subjectId, 2023)];
    expect([of2022.netSqm, of2022.netMu]).toEqual([7000, 7000 / 667]);
    expect(of2022.lines.map(({ words }) => words).sort()).toEqual(['在建，约定期内', '按面积计']);
    expect([of2023.netSqm, of2023.roundedMu]).toEqual([8600, 12.9]);
    expect(of2023.lines.map(({ words }) => words).sort()).toEqual(['在建，已逾期', '按面积计']);
    expect((await land(subjectId, 2021)).rule).toBeNull();
  });

  it('[S84] by parcel the land counts at its holder, by enterprise at who uses it', async () => {
    await setRule(2020, { method: 'parcel' });
    await setRule(2019, { method: 'enterprise' });
    const [owner, tenant] = [await at.register('丁机械有限公司'), await at.register('戊机械有限公司')];
    const parcelId = await at.parcel('GB00004', { holderId: owner, certificateAreaSqm: '20000' });
    await at.add('occupancy', { subjectId: owner, kind: 'own', parcelId });
    await at.add('occupancy', {
      subjectId: tenant,
      kind: 'in',
      parcelId,
      counterpartId: owner,
      landAreaSqm: '8000',
      contractNo: 'ZL-4',
    });
    expect([(await land(owner, 2020)).netSqm, (await land(tenant, 2020)).netSqm]).toEqual([20000, 0]);
    expect([(await land(owner, 2019)).netSqm, (await land(tenant, 2019)).netSqm]).toEqual([12000, 8000]);
  });

  it('[TZ-1] floor space is not ground: what is counted on a parcel is checked against it, by the declared rule', async () => {
    await setRule(2018, { floorPerMu: '667' });
    await setRule(2017, { floorPerMu: null });
    const [owner, tenant] = [await at.register('己机械有限公司'), await at.register('庚机械有限公司')];
    const parcelId = await at.parcel('GB00005', { holderId: owner, certificateAreaSqm: '6670' });
    await at.add('occupancy', { subjectId: owner, kind: 'own', parcelId });
    await at.add('occupancy', {
      subjectId: tenant,
      kind: 'in',
      parcelId,
      counterpartName: '张某',
      lessorKind: 'person',
      floorAreaSqm: '20010',
    });
    const sums = async (year: number) => (await at.reading((r) => readChecks(r, { kind: 'parcel_sum', year, limit: 10 }))).items;
    expect((await sums(2018)).map(({ parcelId: id, rowIds }) => [id, rowIds.length])).toEqual([[parcelId, 2]]);
    expect((await sums(2018))[0]?.message).toContain('26670 平方米，超过宗地面积 6670.00 平方米');
    expect(await sums(2017)).toEqual([]);
    expect((await land(owner, 2018)).findings).toHaveLength(1);
    expect((await land(tenant, 2017)).lines[0]?.words).toBe('建筑面积不折算用地');
  });

  it('[S87] a meter is shared by dated shares; more than all of it is told', async () => {
    const [holder, user] = [await at.register('辛机械有限公司'), await at.register('壬机械有限公司')];
    const meterId = await at.add('meter', { subjectId: holder, kind: 'power', account: '3301234567' });
    await at.add('meterShare', {
      subjectId: user,
      meterId,
      sharePercent: '30',
      basis: 'sub_meter',
      from: '2023-01-01',
      until: '2024-01-01',
    });
    await at.add('meterShare', { subjectId: user, meterId, sharePercent: '40', basis: 'sub_meter', from: '2024-01-01' });
    const over = async () => (await at.reading((r) => readChecks(r, { kind: 'meter_over_shared', limit: 10 }))).items;
    expect(await over()).toEqual([]);
    await at.add('meterShare', { subjectId: holder, meterId, sharePercent: '60.5', basis: 'agreed', from: '2024-06-01' });
    expect((await over()).map(({ message }) => message)).toEqual(['户号 3301234567 的分摊比例合计 100.5000%，超过 100%。']);
    expect((await at.page(user)).meterShares.map(({ sharePercent, until }) => [sharePercent, until])).toEqual([
      ['30.0000', '2024-01-01'],
      ['40.0000', null],
    ]);
    expect((await at.page(holder)).meterShares).toHaveLength(3);
    await expect(at.add('meterShare', { subjectId: user, meterId, sharePercent: '101', basis: 'agreed' })).rejects.toThrow();
  });

  it('[S88] floors over 8 m are kept by floor, with their floor space apart', async () => {
    const holderId = await at.register('癸机械有限公司');
    const parcelId = await at.parcel('GB00006', { holderId, certificateAreaSqm: '1000' });
    const floorList = [
      { floor: 1, areaSqm: '600', heightM: '8.1' },
      { floor: 2, areaSqm: '600', heightM: '8' },
    ];
    await at.add('building', {
      parcelId,
      name: '1 号厂房',
      floors: 2,
      floorAreaSqm: '1200',
      tallFloorAreaSqm: '600',
      floorHeightM: '8.1',
      floorList,
    });
    const { buildings, floorSqm } = await at.reading((r) => readParcel(r, parcelId));
    expect(buildings).toMatchObject([{ name: '1 号厂房', tallFloorAreaSqm: '600.00', floorList }]);
    expect(floorSqm).toEqual({ total: '1200.00', let: '0.00', left: '1200.00' });
  });

  it('over-letting, chains without a parent, overlaps and missing contracts are found; clean ones are not', async () => {
    const [owner, first, second, third] = [
      await at.register('子有限公司'),
      await at.register('丑有限公司'),
      await at.register('寅有限公司'),
      await at.register('卯有限公司'),
    ];
    const parcelId = await at.parcel('GB00007', { holderId: owner, certificateAreaSqm: '10000' });
    await at.add('occupancy', { subjectId: owner, kind: 'own', parcelId });
    await at.add('building', { parcelId, name: '主厂房', floorAreaSqm: '5000' });
    const lease = { kind: 'in', parcelId, counterpartId: owner, from: '2024-01-01' };
    await at.add('occupancy', { ...lease, subjectId: first, floorAreaSqm: '3000', landAreaSqm: '3000', contractNo: 'ZL-71' });
    const of = async (check: Parameters<typeof readChecks>[1]['kind']) =>
      (await at.reading((r) => readChecks(r, { kind: check, limit: 50 }))).items.filter((item) => item.parcelId === parcelId)
        .length;
    expect([
      await of('building_over_let'),
      await of('parcel_over_let'),
      await of('lease_without_parent'),
      await of('occupancy_overlaps'),
    ]).toEqual([0, 0, 0, 0]);
    // The tenant sublets: within its lease it is no over-letting of the building; the chain is complete.
    const { lines } = await land(first, 2024);
    const [row] = (await at.page(first)).occupancies;
    expect(lines).toHaveLength(1);
    await at.add('occupancy', {
      ...lease,
      counterpartId: first,
      subjectId: second,
      floorAreaSqm: '2500',
      contractNo: 'ZL-72',
      parentLeaseId: row!.leaseId,
    });
    expect([await of('building_over_let'), await of('lease_without_parent')]).toEqual([0, 0]);
    expect((await at.reading((r) => readParcel(r, parcelId))).leaseTree.map(({ lessee, depth }) => [lessee, depth])).toEqual([
      ['丑有限公司', 0],
      ['寅有限公司', 1],
    ]);
    // Third rents from somebody who has nothing there, over the building's floor space, twice at once, without a contract.
    const stranger = await at.register('辰有限公司');
    const strange = { ...lease, counterpartId: stranger, subjectId: third, floorAreaSqm: '2500', landAreaSqm: '8000' };
    await at.add('occupancy', strange);
    await at.add('occupancy', { ...strange, floorAreaSqm: '10', landAreaSqm: '1', from: '2024-06-01' });
    expect(await of('lease_without_parent')).toBe(2);
    expect([await of('building_over_let'), await of('parcel_over_let'), await of('lease_without_contract')]).toEqual([1, 1, 2]);
    // Both sides of the doubled lease overlap.
    expect(await of('occupancy_overlaps')).toBe(2);
  });

  it('[LH-19] promises of a land contract: what is overdue shows, acceptance, breach letter, penalty and idle disposal are kept', async () => {
    const subjectId = await at.register('巳制造有限公司');
    const parcelId = await at.parcel('GB00008', { holderId: subjectId, certificateAreaSqm: '20000' });
    const promised = {
      ...{
        subjectId,
        parcelId,
        kind: 'standard_land',
        number: '标准地〔2022〕1号',
        signedOn: '2022-03-01',
        investmentPromisedWanYuan: '20000',
      },
      ...{
        outputPromisedWanYuan: '50000',
        taxPromisedWanYuan: '900',
        taxPromisedWanYuanPerMu: '30',
        startDue: '2022-06-01',
        startedOn: '2022-05-20',
      },
      ...{ completionDue: '2025-03-10', productionDue: '2025-03-09' },
    };
    const contractId = await at.add('contract', promised);
    // Today is 10 March 2025: the day itself is not past.
    const overdue = async () => (await at.page(subjectId)).contracts.flatMap((contract) => contract.overdue);
    expect(await overdue()).toEqual(['投产验收（约定 2025-03-09）']);
    const checks = await at.reading((r) => readChecks(r, { kind: 'contract_overdue', limit: 10 }));
    expect(checks.items.map(({ rowIds }) => rowIds)).toEqual([[contractId]]);
    const breach = {
      breach: '逾期未投产',
      breachLetterNumber: '违约告知〔2025〕3号',
      breachLetterOn: '2025-03-10',
      penaltyYuan: '120000.50',
      idleFoundOn: '2025-03-10',
    };
    const version = await at.edit('contract', {
      rowId: contractId,
      version: 1,
      ...breach,
      idleDisposal: '协议收回',
      reason: '约定期满',
    });
    await at.edit('contract', { rowId: contractId, version, productionAcceptedOn: '2025-03-10', penaltyPaidOn: '2025-03-10' });
    expect(await overdue()).toEqual([]);
    expect((await at.page(subjectId)).contracts[0]).toMatchObject({
      penaltyYuan: '120000.50',
      breachLetterNumber: '违约告知〔2025〕3号',
      idleDisposal: '协议收回',
    });
    const history = await at.reading((r) => readHistory(r, subjectId));
    expect(history.items.filter(({ what }) => what === '用地合同')).toHaveLength(3);
    await expect(at.add('contract', promised)).rejects.toMatchObject({ code: 'registry.number_taken' });
  });

  it('what names a subject, parcel or meter that is not there is refused, and nothing is left', async () => {
    const subjectId = await at.register('未羊制造有限公司');
    const nobody = '0197a000-0000-7000-8000-000000000009';
    const before = (await at.page(subjectId)).occupancies.length;
    for (const fields of [{ parcelId: nobody }, { counterpartId: nobody }, { buildingId: nobody }])
      await expect(at.add('occupancy', { subjectId, kind: 'in', ...fields })).rejects.toMatchObject({ code: 'door.not_found' });
    await expect(at.add('meterShare', { subjectId, meterId: nobody, sharePercent: '10', basis: 'agreed' })).rejects.toMatchObject(
      { code: 'door.not_found' },
    );
    await expect(at.add('relation', { subjectId, otherId: nobody, kind: 'parent' })).rejects.toMatchObject({
      code: 'door.not_found',
    });
    await expect(at.parcel('GB99999', { holderId: nobody })).rejects.toMatchObject({ code: 'door.not_found' });
    expect((await at.page(subjectId)).occupancies).toHaveLength(before);
  });

  it('[XZ-10] site kinds, five idle kinds, measure groups and what stands on vacated land are facts of a parcel', async () => {
    const parcelId = await at.parcel('GB00009', {
      siteKind: 'natural_village',
      idleKind: 'built_not_invested',
      idleSince: '2023-01-01',
      certificateAreaSqm: '900',
    });
    await at.parcel('GB00010', { siteKind: 'village_cluster' });
    const list = (query: object) => at.reading((r) => readParcels(r, { sort: 'number', limit: 50, ...query }));
    expect((await list({ siteKind: 'natural_village' })).items.map(({ number }) => number)).toEqual(['GB00009']);
    expect((await list({ idleKind: 'built_not_invested' })).items).toHaveLength(1);
    expect((await list({ idleKind: 'used_not_full' })).items).toHaveLength(0);
    const edit = { parcelId, version: 1, measureGroup: 'move' as const, vacatedOn: '2025-02-01', laterUse: '小微企业园一期' };
    await perform(editParcelAction, edit, at.own.asked(at.clerk));
    expect((await at.reading((r) => readParcel(r, parcelId))).parcel).toMatchObject({
      measureGroup: 'move',
      laterUse: '小微企业园一期',
      version: 2,
    });
    await expect(at.parcel('GB00009')).rejects.toMatchObject({ code: 'registry.parcel_number_taken' });
    const seen: string[] = [];
    for (let after: string | undefined, first = true; first || after !== undefined; first = false) {
      const page = await list({ sort: 'area', limit: 3, after });
      seen.push(...page.items.map(({ number }) => number));
      after = page.next ?? undefined;
      if (after === undefined) break;
    }
    expect(seen).toHaveLength(new Set(seen).size);
    expect(seen).toHaveLength((await list({ limit: 200 })).items.length);
  });

  it('a survey sheet is drawn, printed, signed once; who was present is masked', async () => {
    const subjectId = await at.register('午制造有限公司');
    const parcelId = await at.parcel('GB00011', { holderId: subjectId, certificateAreaSqm: '5000' });
    const points = [{ name: 'J1', longitude: '121.123456', latitude: '28.654321' }];
    const surveyId = await at.add('survey', {
      subjectId,
      parcelId,
      number: '核查〔2025〕1号',
      surveyedOn: '2025-03-01',
      points,
      disputed: true,
      conclusion: '实测多 12 平方米',
    });
    const sheet = () => at.reading((r) => readSurveySheet(r, surveyId));
    const { checkCode } = await sheet();
    expect(checkCode).toMatch(/^[0-9A-F]{8}$/);
    const signers = [
      { party: 'enterprise' as const, name: '张三丰' },
      { party: 'area' as const, name: '李四' },
    ];
    const sign = (more: object = {}) =>
      perform(
        signSurveyAction,
        { surveyId, signedOn: '2025-03-05', checkCode, signers, version: 1, ...more },
        at.own.asked(at.clerk),
      );
    await expect(sign({ signedOn: '2025-02-28' })).rejects.toMatchObject({ code: 'registry.survey_too_early' });
    await expect(sign({ signedOn: '2035-01-01' })).rejects.toMatchObject({ code: 'registry.survey_too_early' });
    await expect(sign({ scanFileId: at.own.office.officeId })).rejects.toMatchObject({ code: 'registry.survey_scan_unknown' });
    await sign();
    expect(await sheet()).toMatchObject({
      survey: { state: 'signed', signedCode: checkCode, points, disputed: true },
      parcel: { number: 'GB00011' },
      signers: [
        { party: 'enterprise', nameMasked: '张**' },
        { party: 'area', nameMasked: '李**' },
      ],
      scan: null,
    });
    await expect(sign({ version: 2 })).rejects.toMatchObject({ code: 'registry.survey_signed' });
    await expect(at.edit('survey', { rowId: surveyId, version: 2, conclusion: '改' })).rejects.toMatchObject({
      code: 'registry.survey_signed',
    });
  });

  it('a sheet on which the land has changed since it was printed is not signed; every reader has the same code', async () => {
    const subjectId = await at.register('未制造有限公司');
    const elsewhere = await at.register('外镇厂房有限公司', { regionId: at.towns[1] });
    const parcelId = await at.parcel('GB00012', { holderId: elsewhere, certificateAreaSqm: '5000', regionId: at.towns[1] });
    await at.add('occupancy', {
      subjectId,
      kind: 'in',
      parcelId,
      counterpartId: elsewhere,
      landAreaSqm: '800',
      contractNo: 'K-1',
    });
    const surveyId = await at.add('survey', {
      subjectId,
      parcelId,
      number: '核查〔2025〕2号',
      surveyedOn: '2025-03-01',
      disputed: false,
    });
    const code = async (actor = at.clerk) => (await at.reading((r) => readSurveySheet(r, surveyId), actor)).checkCode;
    const printed = await code();
    expect(await code(at.officers[0])).toBe(printed);
    await at.add('occupancy', { subjectId, kind: 'own', parcelId: await at.parcel('GB00013', { holderId: subjectId }) });
    const now = await code();
    expect(now).not.toBe(printed);
    const sign = (checkCode: string) =>
      perform(
        signSurveyAction,
        { surveyId, signedOn: '2025-03-05', checkCode, signers: [{ party: 'enterprise', name: '王五' }], version: 1 },
        at.own.asked(at.clerk),
      );
    const refused = await sign(printed).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'registry.survey_changed', message: expect.stringContaining(now) });
    expect(await sign(now)).toEqual({ version: 2 });
  });
});
