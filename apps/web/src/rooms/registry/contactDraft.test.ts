/** 联系人修改稿 — what nobody sees behind a mask is still told apart, however often others save meanwhile. */
import { describe, expect, it } from 'vitest';
import { type Problem, problemOf } from '../../api/problem.js';
import { bodyOf, type ContactDraft, givenOf, mergeContacts, storedIn } from './contactDraft.js';

const row = { role: 'liaison', name_masked: '欧**', phone_masked: '138****5678', from: '2024-01-01', until: null };
const refused = (version: number, changed?: readonly string[]): Problem =>
  problemOf(409, {
    ...{ code: 'door.version_differs', message: '已被他人修改', remedy: '请核对' },
    details: { version, now: row, ...(changed === undefined ? {} : { changed }) },
  });
const opened = storedIn(refused(1, [])).given;
const typed = (name: string): ContactDraft => ({ ...opened, name: { ...opened.name, typed: name } });
const labelsOf = (fields: readonly { readonly label: string }[]): string[] => fields.map(({ label }) => label);

describe('联系人修改稿', () => {
  it('[R62] a name that only one wrote anew is not asked about; two behind one mask are; a refusal that does not tell counts as both', () => {
    const phone = { ...opened, phone: { ...opened.phone, typed: '13900001111' } };
    const told = mergeContacts({ base: opened, mine: phone, theirs: storedIn(refused(2, ['name_sealed'])).given });
    expect([labelsOf(told.clashes), labelsOf(told.taken), told.ahead]).toEqual([[], ['姓名'], true]);
    expect(bodyOf(told.decide({}))).toMatchObject({ phone: '13900001111' });
    expect(bodyOf(told.decide({}))).not.toHaveProperty('name');
    const asked = mergeContacts({ base: opened, mine: typed('欧阳辉'), theirs: storedIn(refused(2, ['name_sealed'])).given });
    expect(asked.clashes).toEqual([{ field: 'name', label: '姓名', base: '欧**', mine: '欧阳辉', theirs: '欧**' }]);
    const silent = mergeContacts({ base: opened, mine: typed('欧阳辉'), theirs: storedIn(refused(2)).given });
    expect([labelsOf(silent.clashes), labelsOf(silent.taken)]).toEqual([['姓名'], ['电话']]);
  });

  it('[R62] what was seen once is no clash the next time, and what is written anew after it is', () => {
    const second = storedIn(refused(2, ['name_sealed'])).given;
    const mine = mergeContacts({ base: opened, mine: typed('欧阳辉'), theirs: second }).decide({ name: 'mine' });
    const untouched = mergeContacts({ base: second, mine, theirs: storedIn(refused(3, ['phone_sealed'])).given });
    expect([labelsOf(untouched.clashes), labelsOf(untouched.taken), untouched.ahead]).toEqual([[], ['电话'], true]);
    const again = mergeContacts({ base: second, mine, theirs: storedIn(refused(3, ['name_sealed'])).given });
    expect(labelsOf(again.clashes)).toEqual(['姓名']);
    const left = mergeContacts({ base: opened, mine: typed('欧阳辉'), theirs: second }).decide({ name: 'theirs' });
    expect(mergeContacts({ base: second, mine: left, theirs: second }).ahead).toBe(false);
    expect(mergeContacts({ base: second, mine, theirs: second }).ahead).toBe(true);
  });

  it('a new one begins today, and only what is typed is sent', () => {
    const fresh = givenOf(null);
    expect(fresh.from).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(bodyOf({ ...fresh, phone: { ...fresh.phone, typed: '13900001111' } })).toEqual({
      ...{ role: 'liaison', from: fresh.from, until: null, phone: '13900001111' },
    });
  });

  it('a refusal without a role of a contact is thrown on', () => {
    const wrong = problemOf(409, {
      ...{ code: 'door.version_differs', message: '', remedy: '' },
      details: { version: 2, now: {} },
    });
    expect(() => storedIn(wrong)).toThrow();
  });
});
