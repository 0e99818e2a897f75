/** Notices inside the house, on the real database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { perform } from '../../forms/action.js';
import type { Actor } from '../../forms/house.js';
import { type TestHouse, testHouse } from '../people/fixtures/testHouse.js';
import { sendReminderAction } from './actions/notices.js';
import { noticeRoutes } from './routes.js';

let own: TestHouse;
let clerk: Actor;
let officer: Actor;

beforeAll(async () => {
  own = await testHouse();
  clerk = await own.actor('lead_clerk');
  officer = await own.actor('department_officer');
});
afterAll(async () => {
  await own.drop();
});

const read = (actor: Actor, query: object = {}): Promise<unknown> => {
  const bound = noticeRoutes.find((one) => one.route.operation === 'readNotices')!;
  return bound.answer(own.asked(actor), { params: {}, query: bound.route.query.parse(query), body: {} });
};

describe('通知', () => {
  it('[R17] reaches the users of the organisation and nobody else; reading is by oneself', async () => {
    const reminder = { organisationId: own.office.organisationId, title: '请归集数据', words: '3月31日前', link: '/year' };
    expect(await perform(sendReminderAction, reminder, own.asked(clerk))).toEqual({ readers: 5 }); // the three administrators, the clerk, the officer
    expect(await read(officer)).toMatchObject({ unread: 1, items: [{ title: '请归集数据', readAt: null }] });
    const stranger = await own.actor('lead_clerk', { office: await own.anotherOffice('bieqv') });
    expect(await read(stranger)).toMatchObject({ unread: 0, items: [] });
    const page = (await read(officer)) as { items: { noticeId: string }[] };
    const mark = noticeRoutes.find((one) => one.route.operation === 'markNotices')!;
    const body = { noticeIds: [page.items[0]!.noticeId] };
    expect(await mark.answer(own.asked(clerk), { params: {}, query: {}, body })).toEqual({ marked: 0 });
    expect(await mark.answer(own.asked(officer), { params: {}, query: {}, body })).toEqual({ marked: 1 });
    expect(await read(officer, { unread: 'true' })).toMatchObject({ unread: 0, items: [] });
  });
});
