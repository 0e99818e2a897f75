/** 核查单的扫描件 — before a browser: archived after the signature, replaced with a reason, open to readers of the sheet, never another's file. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdf } from '../../corridors/files/fixtures/bytes.js';
import { type Browser, type TestDoor, testDoor } from '../../door/fixtures/testDoor.js';

describe('the scan of a survey sheet', () => {
  let own: TestDoor;
  let clerk: Browser;
  let surveyId: string;
  let keys = 0;
  const key = (): { 'idempotency-key': string } => ({ 'idempotency-key': `survey-test-${++keys}-key` });
  const made = async (path: string, body: object) => {
    const answer = await clerk.post(path, body, key());
    expect(answer.status, answer.text).toBe(200);
    return answer.json;
  };
  const upload = async (browser: Browser, content: Buffer, name: string): Promise<string> => {
    const head = `--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
    const answer = await browser.send({
      ...{ method: 'POST', url: '/api/v1/files?purpose=evidence' },
      payload: Buffer.concat([Buffer.from(head, 'utf8'), content, Buffer.from('\r\n--b--\r\n')]),
      headers: { 'content-type': 'multipart/form-data; boundary=b', ...key() },
    });
    expect(answer.status, answer.text).toBe(200);
    return answer.json.fileId;
  };
  const archive = (body: object, browser = clerk) => browser.post(`/registry/surveys/${surveyId}/scan`, body, key());
  const download = (browser: Browser) => browser.get(`/registry/surveys/${surveyId}/scan`);

  beforeAll(async () => {
    own = await testDoor();
    clerk = await own.browser('lead_clerk');
    const { subjectId } = await made('/registry/subjects', {
      ...{ kind: 'enterprise', name: '扫描制造有限公司', regionId: own.office.rootRegionId },
    });
    ({ id: surveyId } = await made('/registry/surveys', { subjectId, number: 'S-1', surveyedOn: '2024-03-01', disputed: false }));
  });
  afterAll(() => own.drop());

  it('nothing is archived before the signature; a code that is not one is told at its field', async () => {
    const scanFileId = await upload(clerk, pdf(), '核查单.pdf');
    expect((await archive({ scanFileId, version: 1 })).json.code).toBe('registry.survey_unsigned');
    expect((await download(clerk)).json.code).toBe('registry.survey_scan_missing');
    const sign = { signedOn: '2024-03-02', signers: [{ party: 'enterprise', name: '张三' }], version: 1 };
    const wrong = await clerk.post(`/registry/surveys/${surveyId}/sign`, { ...sign, checkCode: 'XYZ' }, key());
    expect([wrong.status, wrong.json.errors[0].path]).toEqual([422, 'checkCode']);
    const { checkCode } = (await clerk.get(`/registry/surveys/${surveyId}/sheet`)).json;
    const done = await clerk.post(`/registry/surveys/${surveyId}/sign`, { ...sign, checkCode }, key());
    expect(done.json, done.text).toEqual({ version: 2 });
    expect((await archive({ scanFileId, version: 2 })).json).toEqual({ version: 3 });
  });

  it('[R36] whoever reads the sheet gets the same bytes; the file is in use and stays', async () => {
    const leader = await own.browser('leader');
    const got = await download(leader);
    expect([got.status, got.text]).toEqual([200, pdf().toString('utf8')]);
    expect(String(got.headers['content-disposition'])).toContain(encodeURIComponent('核查单.pdf'));
    const { scan } = (await leader.get(`/registry/surveys/${surveyId}/sheet`)).json;
    expect(scan).toMatchObject({ name: '核查单.pdf', sizeBytes: pdf().length });
    const [file] = (await clerk.get('/files')).json.items;
    const removed = await clerk.send({ method: 'DELETE', url: `/api/v1/files/${file.fileId}` });
    expect(removed.json.code).toBe('files.in_use');
  });

  it('[R14] another scan needs a reason; a file that somebody else sent is not archived, nor one that is no picture of a paper', async () => {
    const better = await upload(clerk, pdf('/Lang(zh)'), '核查单（清晰）.pdf');
    expect((await archive({ scanFileId: better, version: 3 })).json.code).toBe('registry.survey_scan_there');
    const officer = await own.browser('department_officer');
    const theirs = await upload(officer, pdf('/Lang(en)'), '税务佐证.pdf');
    expect((await archive({ scanFileId: theirs, version: 3, reason: '换' })).json.code).toBe('registry.survey_scan_unknown');
    expect((await archive({ scanFileId: better, version: 3 }, officer)).status).toBe(403);
    expect((await archive({ scanFileId: better, version: 2, reason: '更清晰' })).json.code).toBe('door.version_differs');
    expect((await archive({ scanFileId: better, version: 3, reason: '更清晰' })).json).toEqual({ version: 4 });
    const { scan } = (await clerk.get(`/registry/surveys/${surveyId}/sheet`)).json;
    expect(scan.name).toBe('核查单（清晰）.pdf');
  });
});
