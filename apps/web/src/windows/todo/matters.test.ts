import { expect, test } from 'vitest';
import { gradeLook } from '../../furniture/grades.js';
import { placed } from '../../rooms/registry/regions.js';
import { factorMissing, whenOf } from './matters.js';

const region = (regionId: string, parentId: string | null, name: string, sort = 0) => ({ regionId, parentId, name, sort });

test('regions stand top down, brothers in their order; a town officer who sees no parent sees the own town', () => {
  const tree = [region('v', 't', '某村'), region('t', 'c', '某镇', 2), region('p', 'c', '开发区', 1), region('c', null, '某县')];
  expect(placed(tree).map((one) => one.path)).toEqual(['某县', '开发区', '某镇', '某镇 / 某村']);
  expect(placed([region('t', 'c', '某镇'), region('v', 't', '某村')]).map((one) => one.path)).toEqual(['某镇', '某村']);
  expect(placed([])).toEqual([]);
});

test('a line of 待办 says how late, until when, or that nothing presses', () => {
  const words = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
  expect(whenOf({ lastDay: '2026-11-01', daysLate: 4 }, words)).toBe('逾期 4 个工作日');
  expect(whenOf({ lastDay: '2026-12-01', daysLate: 0 }, words)).toBe('12月1日前');
  expect(whenOf({ lastDay: null, daysLate: 0 }, words)).toBe('无期限');
});

test('a post that wants a second factor is told so first, and only until it is used', () => {
  const who = (enrolled: boolean, used: boolean, needed: boolean) => ({ secondFactor: { enrolled, used, needed } });
  expect(factorMissing(who(false, false, true)).map(({ title }) => title)).toEqual(['请绑定动态口令']);
  expect(factorMissing(who(true, false, true)).map(({ title }) => title)).toEqual(['请用动态口令登录']);
  expect(factorMissing(who(true, true, true))).toEqual([]);
  expect(factorMissing(who(false, false, false))).toEqual([]);
});

test('a grade is told by its shape alone, whatever the number of classes', () => {
  for (const count of [2, 3, 4, 5]) {
    const shapes = Array.from({ length: count }, (_, place) => gradeLook(place, count).shape);
    expect(new Set([...shapes, gradeLook(-1, count).shape]).size).toBe(count + 1);
    expect(gradeLook(0, count).tone).toBe('a');
  }
  expect(gradeLook(3, 4).tone).toBe('d');
  expect(gradeLook(2, 3).tone).toBe('d');
});
