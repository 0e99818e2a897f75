/** 会签 — a merged evaluation agreed upon by two people: what the second sees is what is signed, nothing else and by nobody else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../door/fixtures/testDoor.js';
import { type TestDoor, testDoor } from '../../door/fixtures/testDoor.js';
import { inScope, wholeOffice } from '../../store/scope.js';

let own: TestDoor;
let clerk: Browser;
let head: Browser;
let count = 0;
beforeAll(async () => {
  own = await testDoor();
  [clerk, head] = [await own.browser('lead_clerk'), await own.browser('lead_head')];
});
afterAll(() => own.drop());

const key = () => ({ 'idempotency-key': `signed-test-${++count}` });
const made = async (browser: Browser, path: string, body: object) => {
  const answer = await browser.post(path, body, key());
  expect(answer.status, answer.text).toBe(200);
  return answer.json;
};
const register = async (name: string): Promise<string> =>
  (await made(clerk, '/registry/subjects', { kind: 'enterprise', name, regionId: own.office.rootRegionId })).subjectId;

/** Two enterprises that ask for one grade, the first with land of its own. */
async function apply(browser: Browser = clerk) {
  const ids = [await register(`会签甲${count}有限公司`), await register(`会签乙${count}有限公司`)] as const;
  const parcel = await made(clerk, '/registry/parcels', {
    ...{ number: `GB-${count}`, use: 'industrial', tenure: 'granted', buildState: 'built', certificateAreaSqm: '6666.67' },
    regionId: own.office.rootRegionId,
  });
  await made(clerk, '/registry/occupancies', { subjectId: ids[0], kind: 'own', parcelId: parcel.parcelId });
  const { mergedEvaluationId } = await made(browser, '/registry/merged-evaluations', {
    ...{ name: '甲乙合并评价', leadId: ids[0], members: ids.map((subjectId) => ({ subjectId })), appliedOn: '2025-03-01' },
  });
  return { ids, path: `/registry/merged-evaluations/${mergedEvaluationId}` };
}
const sheetOf = async (browser: Browser, path: string) => (await browser.get(`${path}/sheet`)).json;
const sign = (browser: Browser, path: string, digest: string) =>
  browser.post(
    `${path}/sign`,
    { digest, on: '2025-03-10', by: '区亩均论英雄改革领导小组', decisionNumber: '〔2025〕3号' },
    key(),
  );
const toldOf = async ({ actor }: Browser): Promise<string[]> => {
  const rows = await inScope(own.store, actor, (tx) =>
    tx
      .selectFrom('notice')
      .select('link')
      .where('office_id', '=', actor.officeId)
      .where('user_id', '=', actor.userId)
      .where('title', '=', '有一件合并评价待签发')
      .execute(),
  );
  return rows.map(({ link }) => link);
};
const rowsOf = (action: string) =>
  inScope(own.store, wholeOffice(own.office.officeId), (tx) =>
    tx
      .selectFrom('audit_row')
      .select(['summary', 'outcome', 'user_name'])
      .where('office_id', '=', own.office.officeId)
      .where('action', '=', action)
      .orderBy('seq')
      .execute(),
  );

describe('a merged evaluation', () => {
  it('[R12] the second person sees figures and digest, signs them, and answer and ledger say the same', async () => {
    const { path, ids } = await apply();
    // Whoever may sign is told; whoever put it forward is not.
    expect(await toldOf(head)).toEqual([`/registry/enterprises/${ids[0]}`]);
    expect(await toldOf(clerk)).toEqual([]);
    const sheet = await sheetOf(head, path);
    expect(sheet).toMatchObject({
      counts: [
        { what: '成员企业', count: '2', unit: '户' },
        { what: '自有用地合计', count: '6666.67', unit: '㎡' },
      ],
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      ...{ proposedBy: '牵头办经办', own: false },
      members: [{ subjectId: ids[0], leads: true, ownLandSqm: '6666.67' }, { subjectId: ids[1] }],
    });
    expect((await sheetOf(clerk, path)).own).toBe(true);
    const answer = await sign(head, path, sheet.digest);
    expect(answer.json, answer.text).toMatchObject({
      state: 'approved',
      signed: { digest: sheet.digest, counts: sheet.counts, proposedBy: '牵头办经办', signedBy: '牵头办负责人' },
    });
    const [row] = (await rowsOf('registry.sign_merged_evaluation')).slice(-1);
    expect(row?.summary).toContain('成员企业 2 户，自有用地合计 6666.67 ㎡');
    expect(row?.summary).toContain(sheet.digest.slice(0, 16));
    expect(row?.summary).toContain('提请 牵头办经办，签发 牵头办负责人');
    const { merged } = (await head.get(`/registry/subjects/${ids[1]}`)).json;
    expect(merged).toMatchObject([{ state: 'approved', decidedBy: '区亩均论英雄改革领导小组', from: '2025-03-10' }]);
    expect(merged[0].signature).toEqual(answer.json.signed);
    // Signed once: there is nothing left to sign.
    expect((await sign(head, path, sheet.digest)).json.code).toBe('registry.merged_step_wrong');
    expect((await head.get(`${path}/sheet`)).json.code).toBe('people.sign_nothing_open');
  });

  it('[R12] the one who put it forward does not sign it, in whatever post: 409', async () => {
    const { officeId } = own.office;
    const both = await own.browser('lead_clerk');
    const { path } = await apply(both);
    await inScope(own.store, wholeOffice(officeId), async (tx) => {
      const post = await tx
        .selectFrom('user_post')
        .selectAll()
        .where('office_id', '=', officeId)
        .where('user_id', '=', both.actor.userId)
        .executeTakeFirstOrThrow();
      const second = { ...post, user_post_id: crypto.randomUUID(), role: 'lead_head' as const };
      await tx.insertInto('user_post').values(second).execute();
    });
    const again = await own.again(both.actor);
    const { digest, own: mine } = await sheetOf(again, path);
    expect(mine).toBe(true);
    const answer = await sign(again, path, digest);
    expect([answer.status, answer.json.code]).toEqual([409, 'people.sign_same_person']);
    expect(answer.json.remedy).toContain('另一位');
    expect((await sign(head, path, digest)).status).toBe(200);
  });

  it('[R12] what changed since it was shown is not signed: 409, and the new figures are told', async () => {
    const { path, ids } = await apply();
    const first = await sheetOf(head, path);
    const { version } = (await clerk.get(`/registry/subjects/${ids[1]}`)).json.subject;
    const edit = await clerk.send({
      ...{ method: 'PATCH', url: `/api/v1/registry/subjects/${ids[1]}`, payload: { address: '别处', version } },
    });
    expect(edit.status).toBe(200);
    const stale = await sign(head, path, first.digest);
    expect([stale.status, stale.json.code]).toEqual([409, 'people.sign_changed_since']);
    expect(stale.json.details.counts).toEqual(first.counts);
    const second = await sheetOf(head, path);
    expect(second.digest).not.toBe(first.digest);
    const parcel = await made(clerk, '/registry/parcels', {
      ...{ number: `GB-more-${count}`, use: 'industrial', tenure: 'granted', buildState: 'built', certificateAreaSqm: '1000' },
      regionId: own.office.rootRegionId,
    });
    await made(clerk, '/registry/occupancies', { subjectId: ids[1], kind: 'own', parcelId: parcel.parcelId });
    const more = await sign(head, path, second.digest);
    expect(more.json.details.counts[1]).toMatchObject({ count: '7666.67' });
    expect((await sign(head, path, 'f'.repeat(64))).json.code).toBe('people.sign_changed_since');
    expect((await sign(head, path, (await sheetOf(head, path)).digest)).status).toBe(200);
  });

  it('[R12] signing wants a second factor and a proof of identity not older than ten minutes; the clerk may not sign', async () => {
    const { path } = await apply();
    const { digest } = await sheetOf(head, path);
    expect((await sign(clerk, path, digest)).status).toBe(403);
    const byPassword = await own.again(head.actor, false);
    expect((await sign(byPassword, path, digest)).json.code).toBe('door.second_factor_needed');
    own.setNow(new Date(own.house.now().getTime() + 11 * 60_000));
    expect((await sign(head, path, digest)).json.code).toBe('door.proof_needed');
    // Signed in once more: proved just now.
    head = await own.again(head.actor);
    expect((await sign(head, path, digest)).status).toBe(200);
  });

  it('[R12] two who sign at once: one signature; what is refused is no longer there to sign', async () => {
    const { path } = await apply();
    const other = await own.browser('lead_head');
    const { digest } = await sheetOf(head, path);
    const answers = await Promise.all([sign(head, path, digest), sign(other, path, digest)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = await apply();
    const { digest: second } = await sheetOf(head, refused.path);
    const no = await clerk.post(refused.path, { step: 'refuse', on: '2025-03-10', because: '材料不全', version: 1 });
    expect(no.status, no.text).toBe(200);
    expect((await sign(head, refused.path, second)).status).toBe(409);
    expect((await head.get(`${refused.path}/sheet`)).json.code).toBe('people.sign_nothing_open');
  });
});
