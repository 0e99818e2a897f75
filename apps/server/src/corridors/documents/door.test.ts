/** The library through the door: two requests at once for one number, and for the two ends of a circle, are answered in words, never as a fault. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, type TestDoor, testDoor } from '../../door/fixtures/testDoor.js';

describe('文件库, through the door', () => {
  let own: TestDoor;
  let clerk: Browser;
  let other: Browser;
  beforeAll(async () => {
    own = await testDoor();
    clerk = await own.browser('lead_clerk');
    other = await own.browser('lead_clerk');
  });
  afterAll(() => own.drop());
  const document = (number: string, more: object = {}) => ({
    number,
    title: number,
    issuer: '区政府',
    standing: 'in_force',
    ...more,
  });
  let sent = 0;
  const make = (browser: Browser, number: string) =>
    browser.post('/documents', document(number), { 'idempotency-key': `document-${++sent}` });

  it('[ALL-7] [R22] one of two is 200, the other 409 with what stands there already and what to do', async () => {
    for (let round = 1; round <= 5; round++) {
      const number = `戊发〔2025〕${round}号`;
      const both = await Promise.all([clerk, other].map((one) => make(one, number)));
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      const { json } = both.find(({ status }) => status === 409)!;
      expect(json).toMatchObject({ code: 'documents.number_taken', title: `文号“${number}”已经登记为《${number}》。` });
      expect(json.remedy).not.toBe('');
    }
  });

  it('[ALL-7] [R22] A replaces B while B replaces A: one stands, the other is 422', async () => {
    const ids: string[] = [];
    for (const number of ['己发〔2025〕1号', '己发〔2025〕2号']) ids.push(String((await make(clerk, number)).json.documentId));
    const replace = (browser: Browser, at: number) =>
      browser.send({
        ...{ method: 'PUT', url: `/api/v1/documents/${ids[at]}` },
        payload: { ...document(`己发〔2025〕${at + 1}号`), supersededBy: ids[1 - at], version: 1 },
      });
    const both = await Promise.all([replace(clerk, 0), replace(other, 1)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
    expect(both.find(({ status }) => status === 422)?.json.code).toBe('documents.supersedes_in_circle');
    // The one that stands may be read, listed, and put right.
    for (const id of ids) expect((await clerk.get(`/documents/${id}`)).status).toBe(200);
    expect((await clerk.get('/documents')).status).toBe(200);
  });
});
