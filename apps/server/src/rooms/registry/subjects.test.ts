/** 登记、更名、证照、状态 — identity with its history, on the real database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../corridors/people/fixtures/testHouse.js';
import { perform } from '../../forms/action.js';
import type { Actor } from '../../forms/house.js';
import { readInScope } from '../../store/scope.js';
import { type LedgerActions, ledgerActions } from './actions/ledgers.js';
import { editAction, registerAction, renameAction } from './actions/subjects.js';
import { isMeasure } from './changes.js';
import { findIndustries, industryChain, industryTable } from './industries.js';
import { findSubject } from './queries/page.js';
import { readHistory } from './reads/history.js';
import { readSubjects, readTotals } from './reads/lists.js';
import { readSubjectPage } from './reads/subjectPage.js';
import type { LedgerName } from './shapes.js';

const codeA = '91320621MA1MXW0Y42';
const codeB = '91120113550399693Q';
const [crowd, rounds] = process.env.MUHENG_TIER === 'deep' ? [20, 100] : [6, 5];

describe('subjects', () => {
  let own: TestHouse;
  let clerk: Actor;
  beforeAll(async () => {
    own = await testHouse();
    clerk = await own.actor('lead_clerk');
  });
  afterAll(() => own.drop());

  const ledger = (name: LedgerName): LedgerActions => ledgerActions.get(name)!;
  const reading = <T>(work: (reading: Parameters<typeof readSubjects>[0]) => Promise<T>, actor = clerk): Promise<T> =>
    readInScope(own.store, actor, (tx) => work({ tx, house: own.house, actor }));
  const register = (name: string, creditCode?: string) =>
    perform(registerAction, { kind: 'enterprise', name, creditCode, regionId: own.office.rootRegionId }, own.asked(clerk));

  it('[R81] a subject keeps its codes and names: renamed it is found under the former name, and the history says who did it', async () => {
    const { subjectId } = await register('沧屿永泰机械有限公司', codeA);
    const { version } = (await reading((r) => readSubjectPage(r, subjectId))).subject;
    await perform(
      renameAction,
      { subjectId, name: '沧屿恒泰智能装备有限公司', on: '2025-02-01', basis: '变更登记', version },
      own.asked(clerk),
    );
    const page = await reading((r) => readSubjectPage(r, subjectId));
    expect(page.subject).toMatchObject({ name: '沧屿恒泰智能装备有限公司', creditCode: codeA });
    expect(page.formerNames).toMatchObject([{ name: '沧屿永泰机械有限公司', until: '2025-02-01' }]);
    for (const q of ['永泰', 'yongtai', 'ytjx', '恒泰智能', 'htzn', codeA, codeA.slice(0, 6), codeA.slice(-6)])
      expect(
        (await reading((r) => readSubjects(r, { q, sort: 'name', limit: 10 }))).items.map((item) => item.subjectId),
        q,
      ).toEqual([subjectId]);
    expect((await reading((r) => readSubjects(r, { q: '永泰没有', sort: 'name', limit: 10 }))).items).toEqual([]);
    const history = await reading((r) => readHistory(r, subjectId));
    const renamed = history.items.find(({ what, made }) => what === '基本情况' && !made);
    expect(renamed).toMatchObject({
      title: '更名',
      changes: [{ field: '名称', before: '沧屿永泰机械有限公司', now: '沧屿恒泰智能装备有限公司' }],
    });
  });

  it('[R81] a live code belongs to one subject; a wrong one is refused with the reason', async () => {
    const { subjectId } = await register('沧屿乙制造有限公司', codeB);
    await expect(register('沧屿丙制造有限公司', codeB)).rejects.toMatchObject({ code: 'registry.identifier_taken' });
    await expect(register('沧屿丁制造有限公司', '91350100M000100Y4Z')).rejects.toMatchObject({
      code: 'registry.credit_code_wrong',
    });
    const { identifiers } = await reading((r) => readSubjectPage(r, subjectId));
    const [live] = identifiers;
    await perform(ledger('identifier').close, { rowId: live!.id, until: '2025-03-01', version: 1 }, own.asked(clerk));
    expect((await reading((r) => readSubjectPage(r, subjectId))).subject.creditCode).toBeNull();
    const { subjectId: other } = await register('沧屿丙制造有限公司', codeB);
    expect((await reading((r) => readSubjectPage(r, other))).subject.creditCode).toBe(codeB);
  });

  it('[R62] the second editor is told what stands now; nothing is lost', async () => {
    const { subjectId } = await register('沧屿戊制造有限公司');
    const { version } = (await reading((r) => readSubjectPage(r, subjectId))).subject;
    await perform(editAction, { subjectId, address: '甲路 1 号', version }, own.asked(clerk));
    await expect(perform(editAction, { subjectId, address: '乙路 2 号', version }, own.asked(clerk))).rejects.toMatchObject({
      code: 'door.version_differs',
      details: {
        version: version + 1,
        now: { address: '甲路 1 号' },
        yours: { address: '乙路 2 号' },
        changed: ['address', 'version'],
      },
    });
    expect((await reading((r) => readSubjectPage(r, subjectId))).subject.address).toBe('甲路 1 号');
  });

  it(`[R62] ${crowd} people who retry on a conflict lose none of their ${crowd * rounds} edits`, async () => {
    const { subjectId } = await register('沧屿己制造有限公司');
    const people = await Promise.all(Array.from({ length: crowd }, () => own.actor('lead_clerk')));
    const edit = async (actor: Actor, word: string): Promise<void> => {
      for (;;) {
        const subject = (await reading(({ tx }) => findSubject(tx, actor.officeId, subjectId)))!;
        try {
          await perform(
            editAction,
            { subjectId, note: `${subject.note ?? ''}${word};`, version: subject.version },
            own.asked(actor),
          );
          return;
        } catch (error) {
          if (!(error instanceof Error && 'code' in error && error.code === 'door.version_differs')) throw error;
        }
      }
    };
    await Promise.all(
      people.map(async (actor, at) => {
        for (let n = 0; n < rounds; n++) await edit(actor, `${at}.${n}`);
      }),
    );
    const { note } = (await reading((r) => readSubjectPage(r, subjectId))).subject;
    expect(new Set(note!.split(';').slice(0, -1)).size).toBe(crowd * rounds);
  }, 600_000);

  it('statuses add up to what they block; the weightiest one shows; totals follow', async () => {
    const { subjectId } = await register('沧屿庚制造有限公司');
    await perform(
      ledger('status').add,
      { subjectId, kind: 'mortgaged', from: '2024-01-01', basis: '抵押登记' },
      own.asked(clerk),
    );
    const { id } = await perform(
      ledger('status').add,
      { subjectId, kind: 'seized', from: '2024-06-01', basis: '法院裁定' },
      own.asked(clerk),
    );
    expect((await reading((r) => readSubjectPage(r, subjectId))).subject).toMatchObject({
      status: 'seized',
      blocks: ['transfer', 'purchase'],
    });
    const told = await reading((r) => readHistory(r, subjectId));
    const words = told.items.flatMap(({ changes }) => changes.map(({ field, now }) => `${field}：${now}`));
    expect(words).toEqual(expect.arrayContaining(['经营状态：司法查封', '类型：抵押']));
    expect(words.join()).not.toMatch(/seized|mortgaged|enterprise/);
    const seized = () => reading((r) => readTotals(r, { status: 'seized' }));
    expect((await seized()).count).toBe(1);
    expect((await reading((r) => readTotals(r, { status: 'mortgaged' }))).count).toBe(1);
    await perform(ledger('status').close, { rowId: id, until: '2025-01-01', version: 1 }, own.asked(clerk));
    expect((await reading((r) => readSubjectPage(r, subjectId))).subject).toMatchObject({ status: 'mortgaged', blocks: [] });
    expect((await seized()).count).toBe(0);
    await expect(
      perform(ledger('status').add, { subjectId, kind: 'lost', from: '2024-06-01', until: '2024-06-01' }, own.asked(clerk)),
    ).rejects.toMatchObject({ code: 'registry.period_wrong' });
  });

  it('[R82] an industry is a class of GB/T 4754 with its chain; an unknown code is refused with the nearest parent; the newest open one shows', async () => {
    const { subjectId } = await register('沧屿辛制造有限公司');
    const { add } = ledger('industry');
    for (const code of ['3829', 'C38291', 'c3829']) expect(add.input.safeParse({ subjectId, code }).success, code).toBe(false);
    expect(industryChain('C3829')?.map(({ code }) => code)).toEqual(['C', 'C38', 'C382', 'C3829']);
    expect(
      [...industryTable().values()]
        .map(({ level }) => level)
        .reduce<number[]>((counts, level) => counts.map((count, at) => count + (at === level - 1 ? 1 : 0)), [0, 0, 0, 0]),
    ).toEqual([20, 97, 473, 1382]);
    expect(industryChain('C3828')).toBeUndefined();
    const unknown = perform(add, { subjectId, code: 'C3828', from: '2020-01-01' }, own.asked(clerk));
    await expect(unknown).rejects.toMatchObject({ code: 'registry.industry_unknown', message: expect.stringContaining('C382') });
    await perform(add, { subjectId, code: 'C3829', from: '2020-01-01' }, own.asked(clerk));
    await perform(add, { subjectId, code: 'C3311', from: '2024-01-01' }, own.asked(clerk));
    const page = await reading((r) => readSubjectPage(r, subjectId));
    expect(page.subject).toMatchObject({ industryCode: 'C3311', industryName: '金属结构制造' });
    expect((await reading((r) => readSubjects(r, { industry: 'C33', sort: 'name', limit: 10 }))).items).toHaveLength(1);
    expect(findIndustries('金属结构', 5).map(({ code }) => code)).toContain('C3311');
  });

  it('a secret unit keeps data out: nothing but its status is entered', async () => {
    const { subjectId } = await register('沧屿特种装备有限公司');
    const { id } = await perform(ledger('status').add, { subjectId, kind: 'secret', from: '2024-01-01' }, own.asked(clerk));
    const title = { subjectId, name: '专精特新', level: 'city' };
    await expect(perform(ledger('title').add, title, own.asked(clerk))).rejects.toMatchObject({
      code: 'registry.subject_secret',
    });
    expect((await reading((r) => readSubjectPage(r, subjectId))).subject.blocks).toEqual(['evaluation', 'disclosure']);
    await perform(ledger('status').close, { rowId: id, until: '2025-01-01', version: 1 }, own.asked(clerk));
    await perform(ledger('title').add, title, own.asked(clerk));
  });

  it('numbers are compared as numbers, and nothing else: document 3.10 is not document 3.1', async () => {
    const { subjectId } = await register('沧屿文号有限公司');
    const title = { subjectId, name: '高新技术企业', level: 'national', document: '3.10' } as const;
    const { id } = await perform(ledger('title').add, title, own.asked(clerk));
    await perform(ledger('title').edit, { ...title, rowId: id, version: 1, document: '3.1' }, own.asked(clerk));
    expect((await reading((r) => readSubjectPage(r, subjectId))).titles).toMatchObject([{ document: '3.1', version: 2 }]);
    const columns = await own.store.asOwner(async (client) => {
      const { rows } = await client.query<{ name: string; type: string }>(
        "SELECT DISTINCT column_name AS name, data_type AS type FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2",
      );
      return rows;
    });
    const measures = columns.filter(({ type }) => type === 'numeric').map(({ name }) => name);
    expect(measures.length).toBeGreaterThan(10);
    expect(columns.filter(({ name }) => isMeasure(name)).map(({ name }) => name)).toEqual(measures);
  });

  it('a park is a subject with its own profile; its enterprises are found under it', async () => {
    const park = await perform(
      registerAction,
      { kind: 'small_park', name: '沧屿小微企业园', regionId: own.office.rootRegionId },
      own.asked(clerk),
    );
    const profile = { level: 'county', operator: '沧屿运营公司', plannedAreaSqm: '120000', starRating: 4, ratedOn: '2024-12-01' };
    await perform(ledger('park').add, { subjectId: park.subjectId, ...profile }, own.asked(clerk));
    expect((await reading((r) => readSubjectPage(r, park.subjectId))).parkProfiles).toMatchObject([
      { starRating: 4, plannedAreaSqm: '120000.00' },
    ]);
    const inPark = {
      kind: 'enterprise' as const,
      name: '园内有限公司',
      regionId: own.office.rootRegionId,
      parkId: park.subjectId,
    };
    const { subjectId } = await perform(registerAction, inPark, own.asked(clerk));
    const { items } = await reading((r) => readSubjects(r, { parkId: park.subjectId, sort: 'name', limit: 10 }));
    expect(items.map((item) => [item.subjectId, item.parkName])).toEqual([[subjectId, '沧屿小微企业园']]);
  });

  it('pages by every sort give every subject once', async () => {
    for (const sort of ['name', 'code', 'region', 'updated', 'industry', 'status', 'founded', 'production'] as const) {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await reading((r) => readSubjects(r, { sort, limit: 3, after }));
        seen.push(...page.items.map(({ subjectId }) => subjectId));
        after = page.next ?? undefined;
      } while (after !== undefined);
      expect(new Set(seen).size, sort).toBe(seen.length);
      expect(seen.length, sort).toBe((await reading((r) => readTotals(r, {}))).count);
    }
    await expect(reading((r) => readSubjects(r, { sort: 'name', limit: 3, after: 'x' }))).rejects.toMatchObject({
      code: 'registry.cursor_unreadable',
    });
    await expect(reading((r) => readSubjects(r, { sort: 'name', limit: 3, filter: '[{"field":"x"}]' }))).rejects.toMatchObject({
      code: 'registry.filter_unreadable',
    });
    const filter = JSON.stringify([
      { field: 'name', op: 'contains', value: '制造' },
      { field: 'industryCode', op: 'notEmpty' },
    ]);
    expect((await reading((r) => readSubjects(r, { sort: 'name', limit: 10, filter }))).items).toHaveLength(1);
  });
});
