/** 登记项的比对 — names instead of ids, numbers by value, and the row out of a refusal. */
import { describe, expect, it } from 'vitest';
import { Problem, problemOf } from '../../api/problem.js';
import { mergeFields } from '../../furniture/threeWay.js';
import { ledgerWords, nameOfChoice, rowInRefusal } from './fieldWords.js';
import type { FieldForm } from './ledgers.zh.js';

const fields: readonly FieldForm[] = [
  { key: 'parcelId', label: '宗地', kind: 'parcel' },
  { key: 'landAreaSqm', label: '用地面积', kind: 'decimal', unit: '㎡' },
  { key: 'from', label: '起', kind: 'day' },
  { key: 'shared', label: '共用', kind: 'yes' },
];
const base = { parcelId: 'p1', landAreaSqm: '100.00', from: '2024-01-01', shared: false };

describe('登记项的比对', () => {
  it('[R62] 100 and 100.00 are one number; what was picked is shown by its name, and two without a name are still two', () => {
    const words = ledgerWords(fields, { p1: 'GB00001', p2: 'GB00002' });
    const mine = { ...base, parcelId: 'p2', landAreaSqm: '100' };
    const merged = mergeFields(words, { base, mine, theirs: { ...base, parcelId: 'p3', from: '2024-02-01', shared: true } });
    expect(merged.clashes).toEqual([{ field: 'parcelId', label: '宗地', base: 'GB00001', mine: 'GB00002', theirs: 'p3' }]);
    expect(merged.taken.map(({ label, base: was, theirs }) => [label, was, theirs])).toEqual([
      ['起', '2024年1月1日', '2024年2月1日'],
      ['共用', '否', '是'],
    ]);
    expect(nameOfChoice('沧屿甲有限公司 · 91320621MA1MXW0Y42 · 沧屿镇')).toBe('沧屿甲有限公司');
  });

  it('[R62] a text that looks like a number is none: 1.10 and 1.1 are two contracts', () => {
    const words = ledgerWords([{ key: 'number', label: '合同编号', kind: 'text' }], {});
    const merged = mergeFields(words, { base: { number: '1.10' }, mine: { number: '1.1' }, theirs: { number: '1.10' } });
    expect([merged.ahead, merged.decide({})]).toEqual([true, { number: '1.1' }]);
  });

  it('[R62] the refusal of a second writer tells the row as it stands; one that does not is thrown on', () => {
    const refused = (details: object): Problem =>
      problemOf(409, { code: 'door.version_differs', message: '已被他人修改', remedy: '请核对', details });
    const now = { land_area_sqm: '90.00', parcel_id: 'p1', contact_id: 'c' };
    expect(rowInRefusal(refused({ version: 3, now }))).toMatchObject({ landAreaSqm: '90.00', parcelId: 'p1', version: 3 });
    for (const details of [{}, { version: 3 }, { now }, { version: 3, now: null }])
      expect(() => rowInRefusal(refused(details))).toThrow(Problem);
  });
});
