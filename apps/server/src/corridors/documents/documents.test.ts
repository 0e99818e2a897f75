/** The document library through its actions and reads, on the real database; standings of the five source documents. */
import { readTable } from '@muheng/sheets';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { perform } from '../../forms/action.js';
import type { Actor } from '../../forms/house.js';
import type { FileAnswer } from '../../forms/route.js';
import { type TestHouse, testHouse } from '../people/fixtures/testHouse.js';
import { addReviewAction, editDocumentAction, makeDocumentAction, setClausesAction } from './actions/documents.js';
import { makeDocument } from './contract.js';
import { documentRoutes } from './routes.js';
import { standingOn } from './standing.js';

describe('效力', () => {
  const linhai = { standing: 'in_force', effective_from: '2022-07-16', effective_until: '2024-01-01' } as const;
  it.each([
    ['2022-07-15', false, '尚未施行（2022-07-16 起）'],
    ['2022-07-16', true, '现行有效（至 2023-12-31）'],
    ['2023-12-31', true, '现行有效（至 2023-12-31）'],
    ['2024-01-01', false, '已过有效期（2023-12-31 止），登记为“现行有效”'],
  ] as const)('[ALL-7] 临政发〔2022〕22号 on %s', (day, valid, words) => {
    expect(standingOn(linhai, day)).toEqual({ valid, words });
  });
  it('[ALL-7] a draft and a void document are never a basis, whatever their dates', () => {
    const open = { effective_from: null, effective_until: null };
    expect(standingOn({ standing: 'draft', ...open }, '2025-01-01').valid).toBe(false);
    expect(standingOn({ standing: 'expired', ...open }, '2021-01-01').valid).toBe(false);
    expect(standingOn({ standing: 'on_trial', ...open }, '2021-01-01')).toEqual({ valid: true, words: '试行' });
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
    expect(await read('readDocuments', officer, { query: { words: '%' } })).toEqual({ items: [] });
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
    expect(table?.header).toContain('文号');
    expect(table?.rows.some((row) => row.includes('通州湾办发〔2022〕47号'))).toBe(true);
  });
});
