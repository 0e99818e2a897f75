/** Files through the action, the disk and the database: kept once, proven whole, counted, swept. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { perform } from '../../forms/action.js';
import type { Actor, House } from '../../forms/house.js';
import type { FileAnswer } from '../../forms/route.js';
import { type TestStore, testStore } from '../../store/fixtures/testStore.js';
import { newId } from '../../store/ids.js';
import { inScope, readInScope } from '../../store/scope.js';
import { testActor, testHouse, testOrigin } from '../audit/fixtures/ledger.js';
import { receiveFile, removeMyFileAction } from './actions/upload.js';
import { placeOf } from './blobs.js';
import { docx, jpeg, pdf, png, sha256 } from './fixtures/bytes.js';
import type { KeepWish } from './keep.js';
import type { FilePurpose } from './kinds.js';
import { checkFiles, fileChecks, sweepFiles } from './nightly.js';
import { openFile } from './openFile.js';
import { fileRoutes } from './routes.js';

let own: TestStore;
let house: House;
let actor: Actor;
const folder = mkdtempSync(join(tmpdir(), 'muheng-files-'));
beforeAll(async () => {
  own = await testStore();
  house = testHouse(own.store, folder);
  actor = testActor(newId(Date.now()), ['files.upload']);
  mkdirSync(join(folder, 'temporary'));
});
afterAll(async () => {
  await own.drop();
  rmSync(folder, { recursive: true });
});

const asked = (who = actor) => ({ house, actor: who, origin: testOrigin });
function received(bytes: Buffer, name: string) {
  const path = join(folder, 'temporary', randomBytes(6).toString('hex'));
  writeFileSync(path, bytes);
  return { path, name, sizeBytes: bytes.length };
}
const send = (bytes: Buffer, name: string, wish: Partial<KeepWish> = {}, who = actor) =>
  receiveFile(asked(who), { purpose: 'evidence' as FilePurpose, ...wish, file: received(bytes, name) });
const refusal = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'kept',
    (error) => error.code,
  );
const opened = (fileId: string, who = actor): Promise<FileAnswer> =>
  readInScope(own.store, who, (tx) => openFile(house, tx, { officeId: who.officeId, fileId }));
const bytesOf = async ({ content }: FileAnswer): Promise<Buffer> =>
  content instanceof Readable ? buffer(content) : Buffer.from(content);
const onDisk = (): string[] =>
  existsSync(join(folder, 'files', actor.officeId))
    ? readdirSync(join(folder, 'files', actor.officeId), { recursive: true, encoding: 'utf8' }).filter((path) =>
        path.includes('/'),
      )
    : [];

it('[R36] a file is named by the SHA-256 that its sender is shown, and comes back byte for byte', async () => {
  const bytes = pdf();
  const kept = await send(bytes, '盖章件.pdf');
  expect(kept).toMatchObject({ sha256: sha256(bytes), sizeBytes: bytes.length, kind: 'pdf', name: '盖章件.pdf', damaged: false });
  const place = placeOf(house, { officeId: actor.officeId, sha256: kept.sha256 });
  expect(readFileSync(place).equals(bytes)).toBe(true);
  expect(statSync(place).mode & 0o077).toBe(statSync(place).mode & 0o044);
  const answer = await opened(kept.fileId);
  expect((await bytesOf(answer)).equals(bytes)).toBe(true);
  expect({ name: answer.name, mediaType: answer.mediaType }).toEqual({ name: '盖章件.pdf', mediaType: 'application/pdf' });
});

it('[R32] nothing of the name a person gave stands in a path', async () => {
  const before = new Set(onDisk());
  const { fileId, name } = await send(pdf('/A 1'), '../../../x\0\u202e.pdf');
  expect(name).toBe('../../../x.pdf');
  const answer = await opened(fileId);
  expect(answer.name).toBe('x.pdf');
  expect((await bytesOf(answer)).length).toBeGreaterThan(0);
  for (const path of onDisk().filter((one) => !before.has(one))) expect(path).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{62}$/);
});

it.each([
  ['an empty file', Buffer.alloc(0), 'a.pdf', 'evidence', 'files.empty'],
  ['a Word document as evidence under the name of a PDF', docx(), 'a.pdf', 'evidence', 'files.name_lies'],
  ['a double extension', pdf(), 'a.pdf.exe', 'evidence', 'files.name_lies'],
  ['a PDF as department data', pdf(), 'a.pdf', 'intake', 'files.kind_not_taken'],
  ['a map as evidence', Buffer.from('PMTiles\x03'), 'a.pmtiles', 'evidence', 'files.kind_not_taken'],
  ['macros', docx({ 'word/vbaProject.bin': 'x' }), 'a.docx', 'evidence', 'files.with_macros'],
  ['a program', Buffer.from('MZ\x90\0'), 'a.exe', 'evidence', 'files.kind_unknown'],
  ['half a picture', png().subarray(0, 50), 'a.png', 'evidence', 'files.broken'],
] as const)('[R26] %s is refused and leaves nothing', async (_, bytes, name, purpose, code) => {
  const before = onDisk().length;
  expect(await refusal(send(bytes, name, { purpose }))).toBe(code);
  expect(onDisk()).toHaveLength(before);
});

it('[R33] a picture of 900 million pixels is refused, one of 50 million is not', async () => {
  expect(await refusal(send(png(30_000, 30_000), 'a.png'))).toBe('files.image_too_large');
  expect(await refusal(send(jpeg(10_000, 5_001), 'a.jpg'))).toBe('files.image_too_large');
  expect(await refusal(send(jpeg(10_000, 5_000), 'a.jpg'))).toBe('kept');
});

it('[R33] the test file of all scanners is refused; a scanner that finds, finds nothing, or fails is heard', async () => {
  const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
  expect(await refusal(send(pdf('', eicar), 'a.pdf'))).toBe('files.infected');
  const exits = (code: number) => ['/bin/sh', '-c', `exit ${code}`];
  expect(await refusal(send(pdf('/B 1'), 'a.pdf', { scanCommand: exits(1) }))).toBe('files.infected');
  expect(await refusal(send(pdf('/B 2'), 'a.pdf', { scanCommand: exits(2) }))).toBe('files.scan_failed');
  expect(await refusal(send(pdf('/B 3'), 'a.pdf', { scanCommand: ['/no/such/scanner'] }))).toBe('files.scan_failed');
  expect(await refusal(send(pdf('/B 4'), 'a.pdf', { scanCommand: exits(0) }))).toBe('kept');
});

it('[R33] a quota holds to the byte, for a person and for the office, also when many come at once', async () => {
  const size = pdf().length;
  const fresh = testActor(newId(Date.now()), ['files.upload']);
  const quota = { personBytes: size * 2, officeBytes: size * 3 };
  const results = await Promise.all(Array.from({ length: 6 }, () => refusal(send(pdf(), 'a.pdf', { quota }, fresh))));
  expect(results.filter((result) => result === 'kept')).toHaveLength(2);
  expect(results.filter((result) => result === 'files.quota_person')).toHaveLength(4);
  const colleague = { ...fresh, userId: newId(Date.now()) };
  expect(await refusal(send(pdf(), 'a.pdf', { quota }, colleague))).toBe('kept');
  expect(await refusal(send(pdf(), 'a.pdf', { quota }, colleague))).toBe('files.quota_office');
  const mine = await inScope(own.store, fresh, (tx) =>
    tx
      .selectFrom('file')
      .select('file_id')
      .where('office_id', '=', fresh.officeId)
      .where('uploaded_by', '=', fresh.userId)
      .execute(),
  );
  await perform(removeMyFileAction, { fileId: mine[0]!.file_id }, asked(fresh));
  expect(await refusal(send(pdf(), 'a.pdf', { quota }, fresh))).toBe('kept');
});

it('[R36] one flipped byte: the download is refused, the alarm stands, and the same bytes again heal it', async () => {
  const bytes = pdf('/C 1');
  const kept = await send(bytes, '合同.pdf');
  const place = placeOf(house, { officeId: actor.officeId, sha256: kept.sha256 });
  writeFileSync(place, Buffer.concat([bytes.subarray(0, 20), Buffer.from([bytes[20]! ^ 1]), bytes.subarray(21)]));
  expect(await refusal(opened(kept.fileId))).toBe('files.damaged');
  const report = await checkFiles(house, actor.officeId);
  expect(report.damaged).toEqual([{ fileId: kept.fileId, name: '合同.pdf' }]);
  await send(bytes, '合同（重传）.pdf');
  expect((await checkFiles(house, actor.officeId)).damaged).toEqual([]);
  expect((await bytesOf(await opened(kept.fileId))).equals(bytes)).toBe(true);
});

it('[R36] bytes that are gone are an alarm of the nightly check and of the health page', async () => {
  await own.store.asOwner((client) =>
    client.query('INSERT INTO office_directory (slug, office_id, name) VALUES ($1, $2, $3)', ['files', actor.officeId, '试']),
  );
  const kept = await send(pdf('/D 1'), 'd.pdf');
  expect(await fileChecks(house).files()).toBeNull();
  rmSync(placeOf(house, { officeId: actor.officeId, sha256: kept.sha256 }));
  expect((await checkFiles(house, actor.officeId)).damaged).toEqual([{ fileId: kept.fileId, name: 'd.pdf' }]);
  expect(await fileChecks(house).files()).toContain('1 个文件');
  await send(pdf('/D 1'), 'd.pdf');
  await checkFiles(house, actor.officeId);
  expect(await fileChecks(house).files()).toBeNull();
});

it('[R47] bytes of an upload that was cut off before its row are swept, those of a row stay, young ones too', async () => {
  const kept = await send(pdf('/E 1'), 'e.pdf');
  const orphan = placeOf(house, { officeId: actor.officeId, sha256: 'ab'.repeat(32) });
  mkdirSync(join(orphan, '..'), { recursive: true });
  writeFileSync(orphan, 'cut off');
  expect(await sweepFiles(house, 3_600_000)).toBe(0);
  expect(await sweepFiles(house, 0)).toBeGreaterThan(0);
  expect(existsSync(orphan)).toBe(false);
  expect((await bytesOf(await opened(kept.fileId))).length).toBeGreaterThan(0);
  const named = await inScope(own.store, actor, (tx) =>
    tx.selectFrom('file').select('sha256').distinct().where('office_id', '=', actor.officeId).execute(),
  );
  expect(
    onDisk()
      .map((path) => path.replace('/', ''))
      .sort(),
  ).toEqual(named.map((row) => row.sha256).sort());
});

it('[R17] a file of another office is not found, by id or by its bytes; one of a colleague not through the own list', async () => {
  const kept = await send(pdf('/F 1'), 'f.pdf');
  const stranger = testActor(newId(Date.now()), ['files.upload']);
  expect(await refusal(opened(kept.fileId, stranger))).toBe('files.not_found');
  const download = fileRoutes.find(({ route }) => route.operation === 'downloadMyFile')!;
  const request = { params: { fileId: kept.fileId }, query: {}, body: {} };
  const colleague = { ...actor, userId: newId(Date.now()) };
  expect(await refusal(download.answer(asked(colleague), request))).toBe('files.not_found');
  expect(await refusal(download.answer(asked(stranger), request))).toBe('files.not_found');
  expect((await bytesOf((await download.answer(asked(), request)) as FileAnswer)).equals(pdf('/F 1'))).toBe(true);
  expect(await refusal(perform(removeMyFileAction, { fileId: kept.fileId }, asked(colleague)))).toBe('files.not_found');
});
