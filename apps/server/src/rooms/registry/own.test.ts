/** 企业端 — what an enterprise does with its own record, and that it ends there. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markNoticesAction } from '../../corridors/notices/actions/notices.js';
import { listNotices } from '../../corridors/notices/queries/notices.js';
import { perform } from '../../forms/action.js';
import type { Actor } from '../../forms/house.js';
import { inScope, wholeOffice } from '../../store/scope.js';
import { addOwnContactAction, answerCorrectionAction, askCorrectionAction, editOwnContactAction } from './actions/own.js';
import { type TestRegister, testRegister } from './fixtures/register.js';
import {
  ownSubject,
  readCorrections,
  readOwnCorrections,
  readOwnPage,
  readOwnSubjects,
  readOwnSurveySheet,
} from './reads/own.js';

describe('[R15] the enterprise and its own record', () => {
  let at: TestRegister;
  let head: string;
  let branch: string;
  let other: string;
  let own: Actor;
  beforeAll(async () => {
    at = await testRegister();
    head = await at.register('浣峙永丰铸造有限公司', { creditCode: '91320621MA1MXW0Y42' });
    branch = await at.register('浣峙永丰铸造有限公司溧浦分公司', { regionId: at.towns[1] });
    other = await at.register('溧浦丰泰纺织有限公司', { regionId: at.towns[1] });
    own = await at.own.actor('enterprise_user', { subjectIds: [head, branch] });
  });
  afterAll(() => at.drop());
  const asked = (actor: Actor) => at.own.asked(actor);

  it('chooses among its own subjects only; the first by name when it does not say', async () => {
    const { items, today } = await at.reading((r) => readOwnSubjects(r), own);
    expect([today, items.map(({ subjectId }) => subjectId)]).toEqual(['2025-03-10', [head, branch]]);
    expect(await at.reading((r) => ownSubject(r, undefined), own)).toBe(head);
    expect((await at.reading((r) => readOwnPage(r, branch), own)).subject.subjectId).toBe(branch);
    await expect(at.reading((r) => readOwnPage(r, other), own)).rejects.toMatchObject({ code: 'door.not_found' });
    const nobody = await at.own.actor('enterprise_user', { subjectIds: [] });
    expect((await at.reading((r) => readOwnSubjects(r), nobody)).items).toEqual([]);
    await expect(at.reading((r) => readOwnPage(r, undefined), nobody)).rejects.toMatchObject({ code: 'door.not_found' });
  });

  it('does not see what officers noted for themselves', async () => {
    await at.add('meter', { subjectId: head, kind: 'power', account: '88001122', note: '怀疑转供，待查' });
    expect((await at.page(head)).meters[0]?.note).toBe('怀疑转供，待查');
    expect(JSON.stringify(await at.reading((r) => readOwnPage(r, head), own))).not.toContain('怀疑转供');
  });

  it('[R38, R62] adds and corrects its own contacts, masked; not those of others, not an older version', async () => {
    const contact = { subjectId: head, role: 'liaison' as const, name: '陈小静', phone: '13812345678' };
    const { id } = await perform(addOwnContactAction, contact, asked(own));
    const [shown] = (await at.reading((r) => readOwnPage(r, head), own)).contacts;
    expect(shown).toMatchObject({ id, nameMasked: '陈**', version: 1 });
    expect(shown?.phoneMasked).not.toContain('1234567');
    await perform(editOwnContactAction, { rowId: id, version: 1, phone: '13900001111' }, asked(own));
    await expect(perform(editOwnContactAction, { rowId: id, version: 1, name: '别人' }, asked(own))).rejects.toMatchObject({
      code: 'door.version_differs',
      details: { changed: ['phone_masked', 'phone_sealed', 'version'], now: { name_masked: '陈**' } },
    });
    await expect(perform(addOwnContactAction, { ...contact, subjectId: other }, asked(own))).rejects.toMatchObject({
      code: 'door.not_found',
    });
    const theirs = await perform(addOwnContactAction, { ...contact, subjectId: branch }, asked(own));
    const neighbour = await at.own.actor('enterprise_user', { subjectIds: [other] });
    await expect(
      perform(editOwnContactAction, { rowId: theirs.id, version: 1, name: '别人' }, asked(neighbour)),
    ).rejects.toMatchObject({ code: 'door.not_found' });
  });

  it('says what is not right: the officers of its area are told, and answer once', async () => {
    const words = '出租面积应为 800 平方米，合同已续签。';
    const { correctionId, readers } = await perform(askCorrectionAction, { subjectId: head, topic: 'land', words }, asked(own));
    expect(readers).toBe(1);
    const [officer, stranger] = at.officers;
    const noticed = await at.reading(
      ({ tx }) => tx.selectFrom('notice').select(['user_id', 'link']).where('office_id', '=', own.officeId).execute(),
      officer,
    );
    expect(noticed).toEqual([{ user_id: officer.userId, link: '/registry/corrections' }]);
    expect((await at.reading((r) => readCorrections(r, { limit: 50 }), stranger)).items).toEqual([]);
    const open = await at.reading((r) => readCorrections(r, { open: true, limit: 50 }), officer);
    expect([open.open, open.items.map((one) => [one.words, one.state])]).toEqual([1, [[words, 'open']]]);
    const answer = { correctionId, state: 'corrected' as const, answer: '已按续签合同更正。', version: 1 };
    await expect(perform(answerCorrectionAction, answer, asked(stranger))).rejects.toMatchObject({ code: 'door.not_found' });
    await expect(perform(answerCorrectionAction, answer, asked(own))).rejects.toMatchObject({ code: 'door.not_permitted' });
    const colleague = await at.own.actor('enterprise_user', { subjectIds: [head] });
    const neighbour = await at.own.actor('enterprise_user', { subjectIds: [branch] });
    expect(await perform(answerCorrectionAction, answer, asked(officer))).toEqual({ version: 2, readers: 2 });
    await expect(perform(answerCorrectionAction, { ...answer, version: 2 }, asked(officer))).rejects.toMatchObject({
      code: 'registry.correction_answered',
      details: { now: { state: 'corrected', answer: '已按续签合同更正。', answered_by: officer.name } },
    });
    const [mine] = (await at.reading((r) => readCorrections(r, { subjectId: head, limit: 50 }), own)).items;
    expect(mine).toMatchObject({ state: 'corrected', answer: '已按续签合同更正。', answeredBy: officer.name });
    expect(mine).toMatchObject({ answeredFor: 'test区亩均办', answeredAt: '2025-03-10T01:00:00.000Z' });

    const bell = (actor: Actor) =>
      at.reading(({ tx }) => listNotices(tx, actor.officeId, { userId: actor.userId, limit: 9, unreadOnly: true }), actor);
    const told = (await bell(own))[0];
    expect(told).toMatchObject({ title: '更正申请已有答复', words: '用地：已更正' });
    expect(told?.link).toBe(`/portal?of=${head}&v=correct&asked=${correctionId}`);
    expect([await bell(colleague), await bell(neighbour)].map(({ length }) => length)).toEqual([1, 0]);
    const list = (actor: Actor) => at.reading((r) => readOwnCorrections(r, { subjectId: head, limit: 50 }), actor);
    expect((await list(own)).items).toMatchObject([{ unreadNoticeId: told?.notice_id }]);
    await perform(markNoticesAction, { noticeIds: [told?.notice_id ?? ''] }, asked(own));
    expect((await list(own)).items).toMatchObject([{ unreadNoticeId: null, state: 'corrected' }]);
    // Read by one is not read by the other; an enterprise without this subject has no list of it.
    expect((await list(colleague)).items[0]?.unreadNoticeId).not.toBeNull();
    await expect(list(neighbour)).rejects.toMatchObject({ code: 'door.not_found' });
  });

  it('announces an answer to nobody where nobody acts for the enterprise any more', async () => {
    const lone = await at.register('浣峙已停用企业有限公司');
    const user = await at.own.actor('enterprise_user', { subjectIds: [lone] });
    const ask = { subjectId: lone, topic: 'basic' as const, words: '地址已搬迁。' };
    const { correctionId } = await perform(askCorrectionAction, ask, asked(user));
    await inScope(at.own.store, wholeOffice(user.officeId), (tx) =>
      tx
        .updateTable('user_post')
        .set({ from: '2025-03-01', until: '2025-03-10' })
        .where('office_id', '=', user.officeId)
        .where('user_id', '=', user.userId)
        .execute(),
    );
    const answer = { correctionId, state: 'declined' as const, answer: '请先办理住所变更登记。', version: 1 };
    expect(await perform(answerCorrectionAction, answer, asked(at.officers[0]))).toMatchObject({ readers: 0 });
  });

  it('pages what was asked, and stops who asks without end', async () => {
    const ask = (subjectId: string, words: string) =>
      perform(askCorrectionAction, { subjectId, topic: 'other', words }, asked(own));
    for (let count = 0; count < 20; count++) await ask(branch, `第 ${count} 件`);
    await expect(ask(branch, '再一件')).rejects.toMatchObject({ code: 'registry.corrections_many' });
    await expect(ask(other, '别家的')).rejects.toMatchObject({ code: 'door.not_found' });
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const part = await at.reading((r) => readCorrections(r, { subjectId: branch, limit: 7, after }), own);
      seen.push(...part.items.map(({ correctionId }) => correctionId));
      after = part.next ?? undefined;
    } while (after !== undefined);
    expect(new Set(seen).size).toBe(20);
    await expect(at.reading((r) => readCorrections(r, { limit: 7, after: 'x~y' }), own)).rejects.toMatchObject({
      code: 'registry.cursor_unreadable',
    });
  });

  it('[S81] opens the survey sheet of land that it leases, never that of others', async () => {
    const parcelId = await at.parcel('GB-9', { holderId: other, regionId: at.towns[1], certificateAreaSqm: '5000' });
    const survey = (subjectId: string, number: string) =>
      at.add('survey', { subjectId, parcelId, number, surveyedOn: '2025-03-01', method: '现场测量', disputed: false });
    const [mine, theirs] = [await survey(branch, '核查1号'), await survey(other, '核查2号')];
    const lease = { subjectId: branch, kind: 'in', parcelId, counterpartId: other, landAreaSqm: '800', from: '2024-01-01' };
    await at.add('occupancy', { ...lease, note: '疑似违建，待查' });
    const sheet = await at.reading((r) => readOwnSurveySheet(r, mine), own);
    expect(sheet.occupancies).toHaveLength(1);
    expect([sheet.survey.number, sheet.parcel?.number]).toEqual(['核查1号', 'GB-9']);
    expect(JSON.stringify(sheet)).not.toContain('疑似违建');
    await expect(at.reading((r) => readOwnSurveySheet(r, theirs), own)).rejects.toMatchObject({ code: 'door.not_found' });
  });
});
