/** 企业用地库的接口 — the routes before a browser: shapes, permissions, versions, uploads and downloads. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorker, type Worker } from '../../corridors/jobs/worker.js';
import { actorOfUser } from '../../corridors/people/signIn/actorOfUser.js';
import { type Browser, type TestDoor, testDoor } from '../../door/fixtures/testDoor.js';
import { lookImportJob, runImportJob } from './imports/jobs.js';
import { registryRoutes } from './routes.js';

describe('routes of the register', () => {
  let own: TestDoor;
  let clerk: Browser;
  let worker: Worker;
  beforeAll(async () => {
    own = await testDoor();
    worker = await startWorker(own.house, {
      ...{ kinds: [lookImportJob, runImportJob], actorOf: actorOfUser },
      onFault: (fault: unknown) => console.error(fault),
    });
    clerk = await own.browser('lead_clerk');
  });
  afterAll(async () => {
    await worker.stop();
    await own.drop();
  });

  let keys = 0;
  const post = (browser: Browser, path: string, body: object) =>
    browser.post(path, body, { 'idempotency-key': `registry-test-${++keys}-key` });
  const upload = (browser: Browser, path: string, text: string) =>
    browser.send({
      ...{ method: 'POST', url: `/api/v1${path}` },
      payload: `--b\r\ncontent-disposition: form-data; name="file"; filename="名单.csv"\r\ncontent-type: text/csv\r\n\r\n${text}\r\n--b--\r\n`,
      headers: { 'content-type': 'multipart/form-data; boundary=b', 'idempotency-key': `registry-test-${++keys}-key` },
    });

  it('[R62] a subject is registered, listed, edited by version; a stale edit answers 409 with both values', async () => {
    const body = {
      kind: 'enterprise',
      name: '门前机械有限公司',
      creditCode: '91320621MA1MXW0Y42',
      regionId: own.office.rootRegionId,
    };
    const made = await post(clerk, '/registry/subjects', body);
    expect(made.status, made.text).toBe(200);
    const { subjectId } = made.json;
    const list = await clerk.get(`/registry/subjects?q=${encodeURIComponent('门前')}&limit=10`);
    expect(list.json.items.map((item: { subjectId: string }) => item.subjectId)).toEqual([subjectId]);
    const edit = (address: string, version: number) =>
      clerk.send({ method: 'PATCH', url: `/api/v1/registry/subjects/${subjectId}`, payload: { address, version } });
    const { version } = (await clerk.get(`/registry/subjects/${subjectId}`)).json.subject;
    expect((await edit('一路', version)).status).toBe(200);
    const stale = await edit('二路', version);
    expect([stale.status, stale.json.code]).toEqual([409, 'door.version_differs']);
    expect(JSON.stringify(stale.json)).toContain('一路');
    expect(JSON.stringify(stale.json)).toContain('二路');
    const title = await post(clerk, '/registry/titles', { subjectId, name: '专精特新', level: 'provincial' });
    expect(title.status, title.text).toBe(200);
    const close = await clerk.post(`/registry/titles/${title.json.id}/close`, { until: '2026-01-01', version: 1 });
    expect([close.status, close.json]).toEqual([200, { version: 2 }]);
    const removed = await clerk.send({
      method: 'DELETE',
      url: `/api/v1/registry/titles/${title.json.id}`,
      payload: { version: 2, reason: '误登' },
    });
    expect(removed.status, removed.text).toBe(200);
    expect((await clerk.get(`/registry/subjects/${subjectId}`)).json.titles).toEqual([]);
    const page = await clerk.get(`/enterprise-pages/${subjectId}`);
    expect([page.status, page.json.registry.subject.address]).toEqual([200, '一路']);
  });

  it('[R18] unknown fields and values outside the lists are refused with the field', async () => {
    const odd = await post(clerk, '/registry/subjects', { kind: 'enterprise', name: '多一个字段有限公司', status: 'normal' });
    expect(odd.status).toBe(422);
    expect((await post(clerk, '/registry/subjects', { kind: 'castle', name: '城堡' })).status).toBe(422);
    expect((await clerk.get('/registry/subjects?limit=1000')).status).toBe(422);
    expect((await clerk.get('/registry/subjects?sort=price')).status).toBe(422);
  });

  it('[R10] who may not is refused on every route of the room, and nobody gets in unsigned', async () => {
    const [admin, stranger] = [await own.browser('system_admin'), own.stranger()];
    const some = '00000000-0000-7000-8000-000000000001';
    for (const { route } of registryRoutes) {
      const url = `/api/v1${route.path.replace(/:year/, '2024').replace(/:\w+/g, some)}`;
      const ask = {
        method: route.method,
        url,
        ...(route.method === 'GET' ? {} : { payload: {} }),
        headers: { 'idempotency-key': 'not-permitted-key' },
      } as const;
      expect((await stranger.send(ask)).status, route.operation).toBe(401);
      expect((await admin.send(ask)).status, route.operation).toBe(403);
    }
  });

  it('[R60] a file is tried, imported with the digest of the trial, told when it comes again, and exported as a download', async () => {
    const text = '统一社会信用代码,企业名称\n91120113550399693Q,上传甲有限公司\n,上传乙有限公司\n';
    const standing = async (importId: string, wanted: string) => {
      for (;;) {
        const { json } = await clerk.get(`/registry/imports/${importId}`);
        if (json.state === wanted) return json;
        expect(['looking', 'looked', 'running'], json.words).toContain(json.state);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    const began = await upload(clerk, '/registry/imports?kind=subjects', text);
    expect(began.status, began.text).toBe(200);
    const { importId } = began.json;
    const tried = await standing(importId, 'looked');
    expect(tried.outcome).toMatchObject({ added: 2, refused: 0, stops: false });
    const wrong = await post(clerk, `/registry/imports/${importId}/runs`, { digest: 'another' });
    expect([wrong.status, wrong.json.code]).toEqual([409, 'registry.import_changed_since']);
    const run = await post(clerk, `/registry/imports/${importId}/runs`, { digest: tried.outcome.digest });
    expect(run.status, run.text).toBe(200);
    expect((await standing(importId, 'done')).outcome).toMatchObject({ added: 2 });
    const again = await upload(clerk, '/registry/imports?kind=subjects', text);
    expect([again.status, again.json.code]).toEqual([409, 'registry.import_done_before']);
    const list = await clerk.get(`/registry/imports/${importId}/findings`);
    expect([list.status, String(list.headers['content-disposition'])]).toEqual([200, expect.stringContaining('attachment')]);
    const answer = await clerk.post('/registry/exports', {
      filter: { q: '上传' },
      columns: ['name', 'creditCode'],
      format: 'csv',
    });
    expect(answer.status, answer.text).toBe(200);
    expect(String(answer.headers['content-disposition'])).toContain('attachment');
    expect(answer.text).toContain('上传乙有限公司');
  });
});
