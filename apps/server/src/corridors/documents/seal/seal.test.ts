/** 电子签章 — asked of a system that signs with real keys, kept, verified to the byte; never for what stops utilities. */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { perform } from '../../../forms/action.js';
import type { Actor } from '../../../forms/house.js';
import { inScope, readInScope, wholeOffice } from '../../../store/scope.js';
import { historyOf } from '../../audit/history.js';
import { placeOf } from '../../files/blobs.js';
import { docx, pdf } from '../../files/fixtures/bytes.js';
import { findJob } from '../../jobs/queries/jobs.js';
import { runJob } from '../../jobs/runJob.js';
import { startWorker, type Worker } from '../../jobs/worker.js';
import { type TestHouse, testHouse } from '../../people/fixtures/testHouse.js';
import { actorOfUser } from '../../people/signIn/actorOfUser.js';
import { makeDocumentAction } from '../actions/documents.js';
import { removeDocumentFileAction } from '../actions/files.js';
import { type DocumentPage, makeDocument, type Verdict } from '../contract.js';
import { addFile, receive } from '../fixtures/addFile.js';
import { openSealServer, type SealServer } from '../fixtures/sealServer.js';
import { documentRoutes } from '../routes.js';
import { whyNotSealed } from './mayBeSealed.js';
import { requestSealAction } from './requestSeal.js';
import { sealJob } from './sealJob.js';
import { type SignatureAlgorithm, signatureAlgorithms, signatureHolds } from './verifySignature.js';

const deep = process.env.MUHENG_TIER === 'deep';

let own: TestHouse;
let head: Actor;
let worker: Worker;
let server: SealServer | undefined;
beforeAll(async () => {
  own = await testHouse();
  head = await own.actor('lead_head');
  worker = await startWorker(own.house, { kinds: [sealJob], actorOf: actorOfUser, onFault: (fault) => console.error(fault) });
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  for (const name of ['seal.json', 'outbound.json']) rmSync(join(own.house.folder, name), { force: true });
});
afterAll(async () => {
  await worker.stop();
  await own.drop();
});

const serve = async (algorithm: SignatureAlgorithm = 'Ed25519', more: object = {}): Promise<SealServer> => {
  server = await openSealServer(algorithm);
  server.setUp(own.house.folder, more);
  return server;
};

let count = 0;
async function documentWithFile(more: object = {}, name = '公告.pdf', content = pdf(`/N ${++count}`)) {
  const input = makeDocument.body.parse({
    ...{ number: '', title: '评价结果公告', issuer: '示范区亩均办', kind: 'announcement', standing: 'in_force' },
    ...more,
  });
  const { documentId } = await perform(makeDocumentAction, input, own.asked(head));
  const { fileId } = await addFile(own, head, { documentId, role: 'official', name, content });
  return { documentId, fileId, sealNumber: 'S-01', content };
}

const ask = ({ documentId, fileId, sealNumber }: { documentId: string; fileId: string; sealNumber: string }, who = head) =>
  perform(requestSealAction, { documentId, fileId, sealNumber }, own.asked(who));

async function ended(jobId: string) {
  const { officeId } = own.office;
  for (let tries = 0; tries < 400; tries++) {
    const job = await readInScope(own.store, wholeOffice(officeId), (tx) => findJob(tx, officeId, jobId));
    if (job?.finished_at != null) return job;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`job ${jobId} does not end`);
}

const temporaryFiles = (): string[] => readdirSync(join(own.house.folder, 'temporary')).sort();

async function route(operation: string, params: object, more: object = {}, who = head) {
  const bound = documentRoutes.find((one) => one.route.operation === operation)!;
  return bound.answer(own.asked(who), { params, query: {}, body: {}, ...more });
}
const page = (documentId: string) => route('readDocument', { documentId }) as Promise<DocumentPage>;
const copyHolds = async (of: object, content: Buffer): Promise<Verdict> =>
  (await route('verifyCopy', of, { file: receive(own, '来件.pdf', content) })) as Verdict;

async function sealed(algorithm: SignatureAlgorithm) {
  await serve(algorithm);
  const made = await documentWithFile();
  const { jobId } = await ask(made);
  expect(await ended(jobId)).toMatchObject({ state: 'done', done: 1, total: 1 });
  const { seals } = await page(made.documentId);
  const place = placeOf(own.house, { officeId: own.office.officeId, sha256: seals[0]!.sha256 });
  return { ...made, seal: seals[0]!, of: { documentId: made.documentId, sealId: seals[0]!.sealId }, place };
}

describe('盖章和验证', () => {
  it.each(signatureAlgorithms)('[R46] %s: the sealed file and its signature are kept, and hold', async (algorithm) => {
    const { documentId, fileId, seal, of, place, content } = await sealed(algorithm);
    expect(server?.requests).toHaveLength(1);
    expect(server?.requests[0]).toMatchObject({ sealNumber: 'S-01', content: content.toString('base64') });
    expect(seal).toMatchObject({ fileId, sealName: '亩均办公章', algorithm, sealedFileName: '公告（盖章）.pdf' });
    expect(readFileSync(place).subarray(0, content.length).equals(content)).toBe(true);
    expect(await route('verifySeal', of)).toMatchObject({ holds: true, sha256: seal.sha256 });
    expect(await copyHolds(of, readFileSync(place))).toMatchObject({ holds: true });
    const files = (await page(documentId)).files;
    expect(files.filter(({ sealable }) => sealable).map((file) => file.fileId)).toEqual([fileId]);
    expect(files).toHaveLength(2);
    await expect(perform(removeDocumentFileAction, { documentId, fileId }, own.asked(head))).rejects.toMatchObject({
      code: 'documents.file_sealed',
    });
  });

  it(`[R46] one changed byte and it does not hold: ${deep ? 'every byte of the file' : 'a sample'}, and every byte of the signature`, async () => {
    const { of, place } = await sealed('ECDSA-SHA256');
    const content = readFileSync(place);
    const { officeId } = own.office;
    const row = await readInScope(own.store, head, (tx) =>
      tx
        .selectFrom('document_seal')
        .selectAll()
        .where('office_id', '=', officeId)
        .where('seal_id', '=', of.sealId)
        .executeTakeFirstOrThrow(),
    );
    const signed = { content, signature: row.signature, publicKey: row.public_key, algorithm: row.algorithm };
    expect(signatureHolds(signed)).toBe(true);
    const flipped = (bytes: Buffer, at: number, bit: number): Buffer => {
      const other = Buffer.from(bytes);
      other[at] = other[at]! ^ (1 << bit);
      return other;
    };
    const every = deep ? 1 : 7;
    let tried = 0;
    for (let at = 0; at < content.length; at += every)
      for (let bit = at % (deep ? 1 : 8); bit < 8; bit += deep ? 1 : 8) {
        expect(signatureHolds({ ...signed, content: flipped(content, at, bit) }), `byte ${at}, bit ${bit}`).toBe(false);
        tried++;
      }
    for (let at = 0; at < row.signature.length; at++) {
      expect(signatureHolds({ ...signed, signature: flipped(row.signature, at, at % 8) }), `signature ${at}`).toBe(false);
      tried++;
    }
    for (const other of [content.subarray(1), content.subarray(0, -1), Buffer.concat([content, Buffer.of(0)]), Buffer.alloc(0)])
      expect(signatureHolds({ ...signed, content: other })).toBe(false);
    console.log(`[R46] ${tried} single changes over ${content.length} bytes, none held`);
    // The same through the door's route, for a copy that somebody brings.
    for (const at of [0, Math.floor(content.length / 2), content.length - 1])
      expect(await copyHolds(of, flipped(content, at, 0))).toMatchObject({ holds: false });
  });

  it('[R46] [R36] the kept file changed on the disk: the verification says so, and so does a file that is gone', async () => {
    const { of, place } = await sealed('Ed25519');
    const content = readFileSync(place);
    writeFileSync(place, Buffer.concat([content.subarray(0, 30), Buffer.of(content[30]! ^ 1), content.subarray(31)]));
    expect(await route('verifySeal', of)).toMatchObject({ holds: false, words: expect.stringContaining('备份') });
    rmSync(place);
    expect(await route('verifySeal', of)).toMatchObject({ holds: false });
    expect(await copyHolds(of, content)).toMatchObject({ holds: true });
  });

  it('[R46] a key, a signature or an algorithm that cannot be read never holds', () => {
    const signed = { content: Buffer.from('x'), signature: Buffer.alloc(64), publicKey: 'no key', algorithm: 'Ed25519' };
    expect(signatureHolds(signed)).toBe(false);
    expect(signatureHolds({ ...signed, algorithm: 'none' })).toBe(false);
    expect(signatureHolds({ ...signed, algorithm: 'constructor' })).toBe(false);
  });
});

describe('不予盖章', () => {
  const stopping = [
    { kind: 'utility_stop', title: '关于对某企业停止供电的通知' },
    { kind: 'notice', title: '停电通知书' },
    { kind: 'notice', title: '关于中止供水的函' },
    { kind: 'other', title: '暂停供气告知书' },
    { kind: 'notice', title: '关于切断　供 电 的通知' },
  ] as const;

  it.each(stopping)('[R46] $title ($kind) is not offered a seal, and the action refuses with the article', async (more) => {
    const { requests } = await serve();
    const made = await documentWithFile(more);
    const { sealing, files } = await page(made.documentId);
    expect(sealing).toEqual({ seals: [], whyNot: expect.stringContaining('电子签名法') });
    expect(files.every(({ sealable }) => !sealable)).toBe(true);
    await expect(ask(made)).rejects.toMatchObject({
      code: 'documents.seal_forbidden',
      status: 409,
      message: expect.stringContaining('停水、停电、停气'),
      remedy: expect.stringContaining('《电子签名法》第三条'),
    });
    expect(requests).toEqual([]);
  });

  it.each(['节水型企业评价办法', '关于供电保障的通知', '差别电价执行通知', '评价结果公告'])('[R46] %s may be sealed', (title) => {
    expect(whyNotSealed({ kind: 'notice', title, standing: 'in_force' })).toBeNull();
  });

  it('[R46] a document that becomes such a notice while the job waits is refused by the job, too', async () => {
    const { requests } = await serve();
    const made = await documentWithFile();
    await worker.stop();
    const { jobId } = await ask(made);
    await inScope(own.store, head, (tx) =>
      tx
        .updateTable('document')
        .set({ kind: 'utility_stop' })
        .where('office_id', '=', own.office.officeId)
        .where('document_id', '=', made.documentId)
        .execute(),
    );
    worker = await startWorker(own.house, { kinds: [sealJob], actorOf: actorOfUser, onFault: (fault) => console.error(fault) });
    expect(await ended(jobId)).toMatchObject({ state: 'failed', message: expect.stringContaining('第三条') });
    expect(requests).toEqual([]);
  });

  it('[R46] a draft, a Word file, an unknown seal, a seal of another office, and an office without a system are refused', async () => {
    const made = await documentWithFile();
    await expect(ask(made)).rejects.toMatchObject({ code: 'documents.seal_not_set_up' });
    await serve();
    await expect(ask(await documentWithFile({ standing: 'draft' }))).rejects.toMatchObject({ code: 'documents.seal_draft' });
    const word = await documentWithFile({}, '公告.docx', docx());
    await expect(ask(word)).rejects.toMatchObject({ code: 'documents.seal_wrong_file' });
    await expect(ask({ ...made, sealNumber: 'S-02' })).rejects.toMatchObject({ code: 'documents.seal_unknown' });
    await expect(ask({ ...made, fileId: word.fileId })).rejects.toMatchObject({ code: 'files.not_found' });
    const clerk = await own.actor('lead_clerk');
    await expect(ask(made, clerk)).rejects.toMatchObject({ code: 'door.not_permitted' });
    await expect(ask(made, { ...head, provedAt: new Date(0) })).rejects.toMatchObject({ code: 'door.proof_needed' });
    server?.setUp(own.house.folder, { office: 'another' });
    await expect(ask(made)).rejects.toMatchObject({ code: 'documents.seal_unknown' });
    expect((await page(made.documentId)).sealing.seals).toEqual([]);
  });
});

describe('任务中断', () => {
  it('[R46] a run cut off after it had kept the seal is run again: the system is not asked again, one seal is kept, with its history', async () => {
    const { requests } = await serve();
    const made = await documentWithFile();
    const { jobId } = await ask(made);
    await ended(jobId);
    const { officeId } = own.office;
    const inOffice = {
      house: own.house,
      kinds: new Map([[sealJob.name, sealJob]]),
      workerId: randomUUID(),
      leaseSeconds: 30,
    } as const;
    const faults: unknown[] = [];
    await inScope(own.store, head, (tx) =>
      tx
        .updateTable('job')
        .set({ state: 'queued', finished_at: null, lease_until: null, worker_id: null, result: null })
        .where('office_id', '=', officeId)
        .where('job_id', '=', jobId)
        .execute(),
    );
    const shop = {
      ...{ ...inOffice, heavyAtOnce: 1, actorOf: actorOfUser, stopping: new AbortController().signal },
      onFault: (fault: unknown) => void faults.push(fault),
    };
    expect(await runJob(shop, { officeId, jobId })).toBe('over');
    expect([faults, requests.length]).toEqual([[], 1]);
    const { seals, files } = await page(made.documentId);
    expect(await ended(jobId)).toMatchObject({ state: 'done', result: { sealId: seals[0]?.sealId } });
    expect([seals.length, files.length]).toEqual([1, 2]);
    const kept = await readInScope(own.store, head, (tx) =>
      historyOf(tx, officeId, { kind: 'document_file', id: seals[0]!.sealedFileId }),
    );
    expect(kept).toMatchObject([{ action: 'documents.keep_seal', before: null }]);
  });

  it('[R46] a seal.json that cannot be read stops sealing and nothing else', async () => {
    await serve();
    const made = await documentWithFile();
    for (const text of ['{', '{"地址":1}', '[]']) {
      writeFileSync(join(own.house.folder, 'seal.json'), text);
      expect((await page(made.documentId)).sealing).toEqual({ seals: [], whyNot: expect.stringContaining('seal.json') });
      await expect(ask(made)).rejects.toMatchObject({ code: 'documents.seal_set_up_wrong', status: 409 });
    }
  });
});

describe('签章系统靠不住时', () => {
  const signature = Buffer.alloc(64, 1).toString('base64');
  it.each([
    ['a signature of something else', (answer: object) => ({ ...answer, signature }), '通不过验证'],
    ['another request’s answer', (answer: object) => ({ ...answer, requestId: 'x' }), '不是这次申请'],
    ['bytes that were damaged on the way', (answer: object) => ({ ...answer, content: 'AAAA' }), '途中损坏'],
    ['no JSON of ours', () => ['x'], '约定的格式'],
  ] as const)('[R46] %s is not kept', async (_, spoil, words) => {
    (await serve()).spoil = spoil;
    const made = await documentWithFile();
    const before = temporaryFiles();
    const { jobId } = await ask(made);
    expect(await ended(jobId)).toMatchObject({ state: 'failed', message: expect.stringContaining(words) });
    const after = await page(made.documentId);
    expect([after.seals, after.files.length]).toEqual([[], 1]);
    expect(temporaryFiles()).toEqual(before);
  });

  it('[R23] [R46] a system that is not on the allowlist is never asked', async () => {
    const { requests } = await serve('Ed25519', { allowed: false });
    const { jobId } = await ask(await documentWithFile());
    expect(await ended(jobId)).toMatchObject({ state: 'failed', message: expect.stringContaining('外联白名单') });
    expect(requests).toEqual([]);
  });
});
