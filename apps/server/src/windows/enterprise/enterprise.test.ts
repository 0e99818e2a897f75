/** 企业页、全局检索 — one page over the register with its time line; one box over subjects, parcels and documents. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { perform } from '../../forms/action.js';
import { renameAction } from '../../rooms/registry/actions/subjects.js';
import { type TestRegister, testRegister } from '../../rooms/registry/fixtures/register.js';
import { readSearch } from '../search/routes.js';
import { readEnterprisePage } from './routes.js';

describe('enterprise page and search', () => {
  let at: TestRegister;
  let subjectId: string;
  beforeAll(async () => {
    at = await testRegister();
    subjectId = await at.register('云屿铸造有限公司', { creditCode: '91320621MA1MXW0Y42' });
    await at.add('status', { subjectId, kind: 'stopped', from: '2024-02-01', until: '2024-08-01', basis: '停产报告' });
    await at.add('title', { subjectId, name: '专精特新中小企业', level: 'provincial', from: '2023-05-01' });
    const parcelId = await at.parcel('339981002GB00007', {
      holderId: subjectId,
      certificateNo: '浙(2019)不动产权第0000007号',
      certificateAreaSqm: '5000',
    });
    await at.add('occupancy', { subjectId, kind: 'own', parcelId, from: '2019-06-01' });
    const { version } = (await at.page(subjectId)).subject;
    await perform(renameAction, { subjectId, name: '云屿智能铸造有限公司', on: '2025-01-15', version }, at.own.asked(at.clerk));
  });
  afterAll(() => at.drop());

  it('[ALL-4] the time line tells what happened to the enterprise and who changed its register, newest first', async () => {
    const page = await at.reading((r) => readEnterprisePage(r, subjectId));
    const words = page.timeLine.filter(({ kind }) => kind !== 'change').map(({ on, words: text }) => `${on} ${text}`);
    expect(words).toEqual([
      '2025-01-15 更名，原名“云屿铸造有限公司”',
      '2024-08-01 停产 止',
      '2024-02-01 停产 起',
      '2023-05-01 获“专精特新中小企业”',
      '2019-06-01 自有 339981002GB00007 起',
    ]);
    const changes = page.timeLine.filter(({ kind }) => kind === 'change');
    expect(changes.map(({ words: text }) => text)).toContain('更名（牵头办经办）');
    expect(page.timeLine.map(({ on }) => on)).toEqual(
      page.timeLine
        .map(({ on }) => on)
        .sort()
        .reverse(),
    );
    expect(
      page.latest.some(({ changes: fields }) =>
        fields.some(({ before, now }) => before === '云屿铸造有限公司' && now === '云屿智能铸造有限公司'),
      ),
    ).toBe(true);
  });

  it('the search finds a subject by name, former name, pinyin, initials and code, a parcel by number and certificate', async () => {
    const search = async (q: string) =>
      (await at.reading((r) => readSearch(r, { q, limit: 20 }))).items.map(({ kind, title }) => [kind, title]);
    const subject = ['subject', '云屿智能铸造有限公司'];
    for (const q of ['智能铸造', '云屿铸造', 'yunyu', 'znzz', '91320621', 'MA1MXW0Y4', '云 屿'])
      expect(await search(q), q).toEqual([subject]);
    expect(await search('339981002GB')).toEqual([['parcel', '339981002GB00007']]);
    expect(await search('浙(2019)')).toEqual([['parcel', '339981002GB00007']]);
    for (const q of ['没有', '%%', "'; --", '_'.repeat(5)]) expect(await search(q), q).toEqual([]);
  });
});
