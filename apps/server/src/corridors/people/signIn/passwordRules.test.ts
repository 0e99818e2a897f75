/** 密码规则 — a table of passwords for each profile. */
import { describe, expect, it } from 'vitest';
import { isPasswordOld, passwordFault } from './passwordRules.js';

const words = ['zhangsan', '海安市亩均办', '亩均论英雄', 'haian'];

/** Password → fits djbh, fits asvs. */
const table: readonly (readonly [string, boolean, boolean])[] = [
  ['', false, false],
  ['a', false, false],
  ['Ab1!', false, false],
  ['Kq7!vW2', false, false],
  ['Kq7!vW2x', false, true],
  ['Kq7!vW2xm', false, true],
  ['Kq7!vW2xmT', true, true],
  ['kq7vw2xmt', false, true],
  ['kq7vw2xmtz', false, true],
  ['Kq7vw2xmtz', true, true],
  ['kq!vw-xmtzp', false, true],
  ['kq7!w-xmtzp', true, true],
  ['KQ7!W-XMTZP', true, true],
  ['correct horse battery staple', false, true],
  ['Correct horse battery staple', true, true],
  ['亩田十年金秋看丰收', false, true],
  ['亩田十年金秋看丰收2024', false, true],
  ['亩田十年金秋看丰收Aa2', true, true],
  ['password', false, false],
  ['Password123', false, false],
  ['P@ssw0rd123', false, false],
  ['ｐａｓｓｗｏｒｄ', false, false],
  ['Woaini1314', false, false],
  ['1qaz2wsx3edc', false, false],
  ['Admin@123456', false, false],
  ['iloveyou', false, false],
  ['12345678', false, false],
  ['123456789012', false, false],
  ['abcdefghijkl', false, false],
  ['zyxwvutsrq', false, false],
  ['aaaaaaaaaaaa', false, false],
  ['Aa1Aa1Aa1Aa1', false, false],
  ['Zhangsan1!', false, false],
  ['zhangsan2025', false, false],
  ['haian2025', false, false],
  ['Haian-2025', false, false],
  ['Muheng@2025', false, false],
  ['Haian-Kq7!vW2x', true, true],
  ['Kq7!'.concat('vW2x'.repeat(16)), true, true],
  ['Kq7!'.concat('vW2x'.repeat(63)), true, true],
  ['Kq7!'.concat('vW2x'.repeat(64)), false, false],
];

describe.each(['djbh', 'asvs'] as const)('%s', (profile) => {
  it.each(table)('[R2] %s', (password, djbh, asvs) => {
    const fault = passwordFault(password, { profile, words });
    expect([password, fault === undefined, fault]).toEqual([password, profile === 'djbh' ? djbh : asvs, fault]);
  });
});

it('[R2] the table holds forty passwords, and ages only under djbh: 90 days are still good', () => {
  expect(table.length).toBeGreaterThanOrEqual(40);
  const set = new Date('2025-01-01T00:00:00Z');
  const after = (days: number) => new Date(set.getTime() + days * 86_400_000);
  expect([isPasswordOld('djbh', set, after(90)), isPasswordOld('djbh', set, after(91))]).toEqual([false, true]);
  expect([isPasswordOld('asvs', set, after(91)), isPasswordOld('asvs', set, after(9_000))]).toEqual([false, false]);
});
