/** The document library through its actions and reads, on the real database; standings of the five source documents. */
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { readBook, readTable } from '@muheng/sheets';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { perform } from '../../forms/action.js';
import type { Actor } from '../../forms/house.js';
import type { FileAnswer } from '../../forms/route.js';
import { pdf, sha256, xlsx } from '../files/fixtures/bytes.js';
import { type TestHouse, testHouse } from '../people/fixtures/testHouse.js';
import { addReviewAction, editDocumentAction, makeDocumentAction, setClausesAction } from './actions/documents.js';
import { removeDocumentFileAction } from './actions/files.js';
import { makeDocument } from './contract.js';
import { addFile } from './fixtures/addFile.js';
import { documentRoutes } from './routes.js';
import { standingOn } from './standing.js';

describe('效力', () => {
  const undated = { kind: 'rule', issued_on: null, effective_from: null, effective_until: null, successorFrom: null } as const;
  const linhai = { ...undated, standing: 'in_force', effective_from: '2022-07-16', effective_until: '2024-01-01' } as const;
  it.each([
    ['2022-07-15', 'not_yet', false, '尚未施行（2022-07-16 起）'],
    ['2022-07-16', 'in_force', true, '现行有效（至 2023-12-31）'],
    ['2023-12-31', 'in_force', true, '现行有效（至 2023-12-31）'],
    ['2024-01-01', 'expired', false, '已过有效期（2023-12-31 止），登记为“现行有效”'],
  ] as const)('[ALL-7] 临政发〔2022〕22号 on %s: %s', (day, state, valid, words) => {
    expect(standingOn(linhai, day)).toEqual({ state, valid, words });
  });
  it('[ALL-7] a draft and a void document are never a basis, whatever their dates', () => {
    const dated = { effective_from: '2020-01-01', effective_until: '2030-01-01' };
    expect(standingOn({ ...undated, ...dated, standing: 'draft' }, '2025-01-01')).toMatchObject({ state: 'draft', valid: false });
    expect(standingOn({ ...undated, standing: 'expired' }, '2021-01-01')).toMatchObject({ state: 'expired', valid: false });
    expect(standingOn({ ...undated, ...dated, standing: 'issued' }, '2025-01-01')).toMatchObject({
      state: 'not_yet',
      valid: false,
    });
    expect(standingOn({ ...undated, standing: 'on_trial' }, '2021-01-01')).toEqual({
      state: 'in_force',
      valid: true,
      words: '试行',
    });
  });
  it('[ALL-7] an interpretation is no basis by itself, though the document it explains is in force', () => {
    const words = '政策解读，须与所解读的文件一并看，不单独作为依据';
    const explained = { ...undated, kind: 'interpretation', standing: 'in_force', effective_from: '2020-01-01' } as const;
    expect(standingOn(explained, '2021-01-01')).toEqual({ state: 'interpretation', valid: false, words });
  });
  it.each([
    ['2021-12-31', 'not_yet', false],
    ['2022-01-01', 'in_force', true],
    ['2024-06-30', 'in_force', true],
    ['2024-07-01', 'superseded', false],
  ] as const)('[ALL-7] superseded from 2024-07-01 by another: on %s it was %s', (day, state, valid) => {
    const old = { ...undated, effective_from: '2022-01-01', successorFrom: '2024-07-01' };
    expect(standingOn({ ...old, standing: 'superseded' }, day)).toMatchObject({ state, valid });
    // The dates of the successor count even where nobody has changed the record yet.
    expect(standingOn({ ...old, standing: 'in_force' }, day)).toMatchObject({ state, valid });
  });
  it('[ALL-7] what has lapsed did hold before: the record of today says nothing of that day', () => {
    const lapsed = { ...undated, standing: 'expired', effective_from: '2022-07-16', effective_until: '2024-01-01' } as const;
    expect(standingOn(lapsed, '2023-05-01')).toEqual({
      state: 'in_force',
      valid: true,
      words: '当日有效（2023-12-31 止，后失效）',
    });
    expect(standingOn(lapsed, '2024-01-01')).toEqual({ state: 'expired', valid: false, words: '失效（2024-01-01 起）' });
  });
});

describe('文件库', () => {
  let own: TestHouse;
  let clerk: Actor;
  let officer: Actor;
  beforeAll(async () => {
    own = await testHouse();
    clerk = await own.actor('lead_clerk');
    officer = await own.actor('department_officer');
  });
  afterAll(() => own.drop());

  const input = (more: object = {}) =>
    makeDocument.body.parse({
      ...{ number: '通州湾办发〔2022〕47号', title: '工业企业资源集约利用综合评价实施意见', issuer: '通州湾示范区党政办公室' },
      ...{ standing: 'in_force', issuedOn: '2022-06-30', effectiveFrom: '2022-01-01' },
      clauses: [{ path: '三.1', text: '避免漏评' }],
      ...more,
    });

  async function read(operation: string, actor: Actor, request: { params?: object; query?: object } = {}) {
    const bound = documentRoutes.find((one) => one.route.operation === operation)!;
    const { params = {}, query = {} } = request;
    return bound.answer(own.asked(actor), { params, query: bound.route.query.parse(query), body: {} });
  }

  it('[ALL-7] keeps number, title, standing, clauses and reviews, and finds a document by words of a clause', async () => {
    const { documentId } = await perform(makeDocumentAction, input(), own.asked(clerk));
    await perform(
      addReviewAction,
      {
        documentId,
        kind: 'fair_competition',
        reviewedOn: '2024-09-01',
        reviewer: '市场监管局',
        conclusion: '不具有排除、限制竞争效果',
      },
      own.asked(clerk),
    );
    expect(await read('readDocuments', officer, { query: { words: '漏评' } })).toMatchObject({
      items: [{ documentId, valid: true, clauses: 1 }],
    });
    expect(await read('readDocuments', officer, { query: { words: '%' } })).toEqual({ on: '2025-03-10', items: [], total: 0 });
    const page = await read('readDocument', officer, { params: { documentId } });
    expect(page).toMatchObject({ clauses: [{ path: '三.1' }], reviews: [{ kind: 'fair_competition' }], version: 1 });
    await perform(setClausesAction, { documentId, version: 1, clauses: [{ path: '四', text: '3月31日前' }] }, own.asked(clerk));
    expect(await read('readDocument', officer, { params: { documentId } })).toMatchObject({
      clauses: [{ path: '四' }],
      version: 2,
    });
  });

  it('[ALL-7] refuses a number twice, reversed dates, a clause twice, an old version; a reader may not edit', async () => {
    const code = (promise: Promise<unknown>) =>
      promise.then(
        () => 'done',
        (error: { code: string }) => error.code,
      );
    expect(await code(perform(makeDocumentAction, input(), own.asked(clerk)))).toBe('documents.number_taken');
    const reversed = input({ number: '', effectiveUntil: '2021-12-31' });
    expect(await code(perform(makeDocumentAction, reversed, own.asked(clerk)))).toBe('documents.dates_reversed');
    const twice = input({
      number: '',
      clauses: [
        { path: '一', text: '甲' },
        { path: '一', text: '乙' },
      ],
    });
    expect(await code(perform(makeDocumentAction, twice, own.asked(clerk)))).toBe('documents.clause_twice');
    const { documentId } = await perform(makeDocumentAction, input({ number: '' }), own.asked(clerk));
    const { clauses: _, ...edited } = input({ number: '', supersededBy: documentId });
    const edit = { ...edited, documentId, version: 1 };
    expect(await code(perform(editDocumentAction, edit, own.asked(clerk)))).toBe('documents.supersedes_itself');
    const old = { ...edit, supersededBy: null, version: 7 };
    expect(await code(perform(editDocumentAction, old, own.asked(clerk)))).toBe('door.version_differs');
    expect(await code(perform(makeDocumentAction, input({ number: '' }), own.asked(officer)))).toBe('door.not_permitted');
  });

  it('[ALL-7] the catalogue leaves as a workbook that reads back', async () => {
    const { content, name } = (await read('exportDocuments', officer)) as FileAnswer;
    const { table } = await readTable(content as Uint8Array, name);
    expect((await readBook(content as Uint8Array, name)).book?.sheets[0]?.rows[1]?.cells[0]).toBe('数据级别：一般');
    expect(table?.header).toContain('文号');
    expect(table?.rows.some((row) => row.includes('通州湾办发〔2022〕47号'))).toBe(true);
  });

  it('[ALL-7] one document supersedes another: each names the other, the old one held until then, and no circle is made', async () => {
    const make = (more: object) => perform(makeDocumentAction, input({ clauses: [], ...more }), own.asked(clerk));
    const older = await make({ number: '甲发〔2020〕1号', title: '旧办法', issuedOn: '2020-01-01', effectiveFrom: '2020-02-01' });
    const newer = await make({ number: '甲发〔2025〕1号', title: '新办法', issuedOn: '2025-01-01', effectiveFrom: '2025-02-01' });
    const edit = async (documentId: string, more: object) => {
      const { clauses: _, ...fields } = input({ number: '', ...more });
      const page = (await read('readDocument', clerk, { params: { documentId } })) as { version: number };
      return perform(editDocumentAction, { ...fields, documentId, version: page.version }, own.asked(clerk));
    };
    await edit(older.documentId, {
      ...{
        number: '甲发〔2020〕1号',
        title: '旧办法',
        issuedOn: '2020-01-01',
        effectiveFrom: '2020-02-01',
        standing: 'superseded',
      },
      supersededBy: newer.documentId,
    });
    const page = (documentId: string, on: string) => read('readDocument', officer, { params: { documentId }, query: { on } });
    expect(await page(older.documentId, '2024-12-31')).toMatchObject({
      ...{ state: 'in_force', valid: true, successor: { documentId: newer.documentId, title: '新办法' } },
    });
    expect(await page(older.documentId, '2025-02-01')).toMatchObject({ state: 'superseded', valid: false });
    expect(await page(newer.documentId, '2025-02-01')).toMatchObject({ predecessors: [{ documentId: older.documentId }] });
    const reversed = edit(newer.documentId, { number: '甲发〔2025〕1号', title: '新办法', supersededBy: older.documentId });
    await expect(reversed).rejects.toMatchObject({ code: 'documents.supersedes_in_circle' });
  });

  it('[ALL-7] a review that comes due is listed until it is held, then asks again on the next day set', async () => {
    const made = await perform(
      makeDocumentAction,
      input({ number: '乙发〔2023〕2号', title: '须复审的办法', reviewDueOn: '2025-01-01', effectiveFrom: '2023-01-01' }),
      own.asked(clerk),
    );
    const due = async () =>
      ((await read('readDocuments', officer, { query: { due: 'true' } })) as { items: { title: string }[] }).items;
    expect((await due()).map(({ title }) => title)).toEqual(['须复审的办法']);
    const review = {
      ...made,
      kind: 'reexamination',
      reviewedOn: '2025-03-01',
      reviewer: '市司法局',
      conclusion: '继续执行',
    } as const;
    const early = perform(addReviewAction, { ...review, nextDueOn: '2025-03-01' }, own.asked(clerk));
    await expect(early).rejects.toMatchObject({ code: 'documents.review_due_reversed' });
    await perform(addReviewAction, { ...review, nextDueOn: '2027-03-01' }, own.asked(clerk));
    expect(await due()).toEqual([]);
    const page = await read('readDocument', officer, { params: made });
    expect(page).toMatchObject({ reviewDueOn: '2027-03-01', version: 2, reviews: [{ kind: 'reexamination' }] });
  });

  it('[ALL-7] the list sorts by what is asked, what has no value last, and filters by kind and by the standing of a day', async () => {
    const titles = async (query: object) =>
      ((await read('readDocuments', officer, { query })) as { items: { title: string; reviewDueOn: string | null }[] }).items;
    const byDue = await titles({ sort: '-reviewDueOn' });
    expect(byDue[0]?.reviewDueOn).toBe('2027-03-01');
    expect(byDue.at(-1)?.reviewDueOn).toBeNull();
    expect((await titles({ state: 'superseded', on: '2025-03-01' })).map(({ title }) => title)).toEqual(['旧办法']);
    expect(await titles({ state: 'superseded', on: '2024-03-01' })).toEqual([]);
    expect(await titles({ kind: 'utility_stop' })).toEqual([]);
  });

  it('[ALL-7] a list that is cut says how many there are; the workbook is never cut', async () => {
    const all = (await read('readDocuments', officer)) as { items: { title: string }[]; total: number };
    expect(all.items.length).toBeGreaterThan(1);
    expect(all.total).toBe(all.items.length);
    const cut = await read('readDocuments', officer, { query: { limit: '1' } });
    expect(cut).toMatchObject({ items: [{ title: all.items[0]?.title }], total: all.total });
    const { content, name } = (await read('exportDocuments', officer)) as FileAnswer;
    expect((await readTable(content as Uint8Array, name)).table?.rows).toHaveLength(all.total);
  });

  it('[ALL-7] [R36] the official file is kept with its hash, comes back through its own document only, and is taken down again', async () => {
    const { documentId } = await perform(makeDocumentAction, input({ number: '', title: '有原件的' }), own.asked(clerk));
    const other = await perform(makeDocumentAction, input({ number: '', title: '别的' }), own.asked(clerk));
    const bytes = pdf('/Doc 1');
    const add = (name: string, content: Buffer) => addFile(own, clerk, { documentId, role: 'official', name, content });
    const kept = await add('正式文本.pdf', bytes);
    expect(kept).toMatchObject({ name: '正式文本.pdf', sha256: sha256(bytes), sizeBytes: bytes.length });
    await expect(add('同一份.pdf', bytes)).rejects.toMatchObject({ code: 'documents.file_twice' });
    await expect(add('表.xlsx', xlsx())).rejects.toMatchObject({ code: 'files.kind_not_taken' });
    const given = (await read('downloadDocumentFile', officer, { params: { documentId, fileId: kept.fileId } })) as FileAnswer;
    expect((await buffer(given.content as Readable)).equals(bytes)).toBe(true);
    const through = read('downloadDocumentFile', officer, { params: { documentId: other.documentId, fileId: kept.fileId } });
    await expect(through).rejects.toMatchObject({ code: 'files.not_found' });
    const stranger = await own.actor('lead_clerk', { office: await own.anotherOffice('bieren') });
    const elsewhere = read('downloadDocumentFile', stranger, { params: { documentId, fileId: kept.fileId } });
    await expect(elsewhere).rejects.toMatchObject({ code: 'files.not_found' });
    await perform(removeDocumentFileAction, { documentId, fileId: kept.fileId }, own.asked(clerk));
    expect(await read('readDocument', officer, { params: { documentId } })).toMatchObject({ files: [] });
  });

  it('[ALL-7] a basis is checked where it is written: what it names, as it stands on the day', async () => {
    const find = (words: string, on?: string) =>
      read('findCited', officer, { query: on === undefined ? { words } : { words, on } });
    const old = { number: '甲发〔2020〕1号', state: 'superseded', valid: false };
    expect(await find('甲发[2020]1号 第三条')).toMatchObject({ on: '2025-03-10', items: [old] });
    expect(await find('甲发〔2020〕1号、甲发〔2025〕1号', '2024-12-31')).toMatchObject({
      items: [{ valid: true }, { state: 'not_yet', valid: false }],
    });
    expect(await find('市长办公会纪要')).toMatchObject({ items: [] });
    const stranger = await own.actor('lead_clerk', { office: await own.anotherOffice('linqv') });
    expect(await read('findCited', stranger, { query: { words: '甲发〔2020〕1号' } })).toMatchObject({ items: [] });
    const enterprise = await own.actor('enterprise_user', { subjectIds: [] });
    await expect(read('findCited', enterprise, { query: { words: '甲发〔2020〕1号' } })).rejects.toMatchObject({
      code: 'door.not_permitted',
    });
  });

  it('[ALL-7] [R22] two at once with one number: one is kept, the other is told which; in a circle: one of the two edits is refused', async () => {
    const other = await own.actor('lead_clerk');
    const told = (results: readonly PromiseSettledResult<unknown>[]) =>
      results.map((one) => (one.status === 'fulfilled' ? 'done' : (one.reason as { code: string }).code)).sort();
    const make = (number: string, title: string, actor: Actor) =>
      perform(makeDocumentAction, input({ number, title, clauses: [] }), own.asked(actor));
    for (let round = 1; round <= 5; round++) {
      const number = `丙发〔2025〕${round}号`;
      const race = await Promise.allSettled([make(number, '甲稿', clerk), make(number, '乙稿', other)]);
      expect(told(race)).toEqual(['documents.number_taken', 'done']);
      const lost = race.find((one) => one.status === 'rejected')?.reason as { message: string };
      expect(lost.message).toMatch(/已经登记为《[甲乙]稿》/);
    }
    const names = ['丁发〔2025〕1号', '丁发〔2025〕2号', '丁发〔2025〕3号'];
    const made: string[] = [];
    for (const name of names) made.push((await make(name, name, clerk)).documentId);
    const supersede = (at: number, by: number, actor: Actor) => {
      const { clauses: _, ...fields } = input({ number: names[at], title: names[at], supersededBy: made[by] });
      return perform(editDocumentAction, { ...fields, documentId: made[at] ?? '', version: 1 }, own.asked(actor));
    };
    const ring = await Promise.allSettled([supersede(0, 1, clerk), supersede(1, 2, other), supersede(2, 0, clerk)]);
    expect(told(ring)).toEqual(['documents.supersedes_in_circle', 'done', 'done']);
    for (const documentId of made) await read('readDocument', officer, { params: { documentId } });
    await expect(
      perform(makeDocumentAction, input({ number: '', supersededBy: own.office.officeId }), own.asked(clerk)),
    ).rejects.toMatchObject({ code: 'documents.successor_not_found', status: 422 });
  });
});
