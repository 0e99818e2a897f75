/** 视图 — own and shared, on the real database: who sees, who may share, who may change, and two who change at once. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { perform } from '../../forms/action.js';
import type { Actor } from '../../forms/house.js';
import { type TestHouse, testHouse } from '../people/fixtures/testHouse.js';
import { editViewAction, makeViewAction, removeViewAction, setUsualViewAction } from './actions/views.js';
import type { ViewAnswer, ViewContent } from './contract.js';
import { viewRoutes } from './routes.js';

let own: TestHouse;
let clerk: Actor;
let officer: Actor;
beforeAll(async () => {
  own = await testHouse();
  clerk = await own.actor('lead_clerk');
  officer = await own.actor('department_officer');
});
afterAll(() => own.drop());

const page = 'registry.subjects';
const content = (field = 'scale'): ViewContent => ({
  layout: { order: ['name', field], hidden: [], widths: { name: 240 } },
  conditions: [{ field, op: '=', value: 'above' }],
  sort: { key: field, down: true },
});
const make = (who: Actor, name: string, more: { shared?: boolean; page?: string } = {}) =>
  perform(makeViewAction, { page, name, shared: false, content: content(), ...more }, own.asked(who));
const edit = (
  who: Actor,
  viewId: string,
  more: { version?: number; name?: string; shared?: boolean; content?: ViewContent } = {},
) => perform(editViewAction, { viewId, version: 1, name: '改名', shared: false, content: content(), ...more }, own.asked(who));
async function list(who: Actor, of = page): Promise<readonly ViewAnswer[]> {
  const [bound] = viewRoutes;
  const answer = await bound!.answer(own.asked(who), { params: {}, query: { page: of }, body: {} });
  return (answer as { items: ViewAnswer[] }).items;
}

it('one’s own stays one’s own, a shared one is the office’s; another office and another list see none', async () => {
  const mine = await make(clerk, '规上企业');
  const shared = await make(clerk, '本周核对', { shared: true });
  expect((await list(clerk)).map(({ name, mine: own_, shared: all }) => [name, own_, all])).toEqual([
    ['本周核对', true, true],
    ['规上企业', true, false],
  ]);
  expect((await list(officer)).map(({ viewId, mine: own_, ownerName }) => [viewId, own_, ownerName])).toEqual([
    [shared.viewId, false, clerk.name],
  ]);
  expect((await list(clerk))[1]?.content).toEqual(content());
  expect(await list(clerk, 'registry.parcels')).toEqual([]);
  const stranger = await own.actor('lead_clerk', { office: await own.anotherOffice('bieqv') });
  expect(await list(stranger)).toEqual([]);
  await expect(edit(stranger, shared.viewId)).rejects.toMatchObject({ code: 'views.not_found' });
  await expect(edit(officer, mine.viewId)).rejects.toMatchObject({ code: 'views.not_found' });
  await expect(edit(officer, shared.viewId)).rejects.toMatchObject({ code: 'views.not_yours' });
});

it('sharing is a permission, a name is taken once, and nobody keeps more than fifty of a list', async () => {
  await expect(make(officer, '共用', { shared: true })).rejects.toMatchObject({ code: 'views.may_not_share' });
  const { viewId } = await make(officer, '自己的');
  await expect(edit(officer, viewId, { shared: true })).rejects.toMatchObject({ code: 'views.may_not_share' });
  await expect(make(officer, '自己的')).rejects.toMatchObject({ code: 'views.name_taken' });
  await make(clerk, '自己的'); // of somebody else
  const other = await make(officer, '另一个');
  await expect(edit(officer, other.viewId, { name: '自己的' })).rejects.toMatchObject({ code: 'views.name_taken' });
  for (let n = 0; n < 50; n++) await make(officer, `第${n}`, { page: 'audit' });
  await expect(make(officer, '再一个', { page: 'audit' })).rejects.toMatchObject({ code: 'views.too_many' });
});

it('[R62] of two who change a view the second is told what stands now', async () => {
  const { viewId } = await make(clerk, '两人改');
  const [first, second] = await Promise.allSettled([
    edit(clerk, viewId, { name: '甲改' }),
    edit(clerk, viewId, { name: '乙改' }),
  ]);
  const ends = [first, second].map(({ status }) => status).sort();
  expect(ends).toEqual(['fulfilled', 'rejected']);
  const lost = [first, second].find((end) => end.status === 'rejected');
  expect(lost).toMatchObject({ reason: { code: 'door.version_differs', details: { version: 2 } } });
  await expect(perform(removeViewAction, { viewId, version: 1 }, own.asked(clerk))).rejects.toMatchObject({
    code: 'door.version_differs',
  });
});

it('a list opens with the view that was chosen, until it goes or is no longer shared', async () => {
  const { viewId } = await make(clerk, '默认用', { shared: true });
  await perform(setUsualViewAction, { page, viewId }, own.asked(officer));
  await perform(setUsualViewAction, { page, viewId }, own.asked(clerk));
  const usual = async (who: Actor) => (await list(who)).find((one) => one.usual)?.viewId;
  expect(await usual(officer)).toBe(viewId);
  await expect(perform(setUsualViewAction, { page: 'audit', viewId }, own.asked(officer))).rejects.toMatchObject({
    code: 'views.not_found',
  });
  await edit(clerk, viewId, { name: '默认用', shared: false });
  expect([await usual(officer), await usual(clerk)]).toEqual([undefined, viewId]);
  await expect(perform(setUsualViewAction, { page, viewId }, own.asked(officer))).rejects.toMatchObject({
    code: 'views.not_found',
  });
  await expect(perform(removeViewAction, { viewId, version: 2 }, own.asked(officer))).rejects.toMatchObject({
    code: 'views.not_found',
  });
  await perform(removeViewAction, { viewId, version: 2 }, own.asked(clerk));
  expect(await usual(clerk)).toBeUndefined();
});
