import { expect, test } from 'vitest';
import { gradeLook } from '../../furniture/grades.js';
import { placed } from '../../rooms/registry/regions.js';
import { lateMatters, sortMatters } from './matters.js';

const region = (regionId: string, parentId: string | null, name: string, sort = 0) => ({ regionId, parentId, name, sort });

test('[R83] regions stand top down, brothers in their order; a town officer who sees no parent sees the own town', () => {
  const tree = [region('v', 't', '某村'), region('t', 'c', '某镇', 2), region('p', 'c', '开发区', 1), region('c', null, '某县')];
  expect(placed(tree).map((one) => one.path)).toEqual(['某县', '开发区', '某镇', '某镇 / 某村']);
  expect(placed([region('t', 'c', '某镇'), region('v', 't', '某村')]).map((one) => one.path)).toEqual(['某镇', '某村']);
  expect(placed([])).toEqual([]);
});

test('what is late comes first, then the nearest deadline, then what has none', () => {
  const matter = (key: string, lastDay: string | null, daysLate = 0) => ({
    key,
    title: key,
    note: '',
    lastDay,
    daysLate,
    verb: '',
    to: '/year' as const,
  });
  const sorted = sortMatters([
    matter('none', null),
    matter('far', '2026-12-31'),
    matter('near', '2026-12-01'),
    matter('late', '2026-11-01', 4),
    matter('later', '2026-10-01', 20),
  ]);
  expect(sorted.map((one) => one.key)).toEqual(['later', 'late', 'near', 'far', 'none']);
});

test('units late with one thing stand on one line, by name', () => {
  const late = (title: string, organisation: string) => ({ title, organisation, lastDay: '2026-11-13', workingDaysLate: 5 });
  const [one, other] = lateMatters([late('数据归集', '税务局'), late('数据归集', '统计局'), late('任务', '资规局')]);
  expect(one?.note).toBe('2 个单位未完成：税务局、统计局');
  expect(other?.note).toBe('资规局');
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
