import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addMonths,
  addYears,
  civilDate,
  dateInWords,
  dayNumber,
  daysInMonth,
  fullYearsBetween,
  isoDate,
  monthsBetween,
  monthsOccupied,
  parseDate,
} from './dates.js';

const day = (text: string): number => {
  const number = parseDate(text);
  if (number === undefined) throw new Error(`no date: ${text}`);
  return number;
};

test('every day from 1 to 9999 has one number, in order', () => {
  let expected = dayNumber(1, 1, 1)!;
  for (let year = 1; year <= 9999; year += year < 1890 || year > 2110 ? 97 : 1) {
    expected = dayNumber(year, 1, 1)!;
    for (let month = 1; month <= 12; month++) {
      for (let date = 1; date <= daysInMonth(year, month); date++) {
        const number = dayNumber(year, month, date)!;
        if (number !== expected++) throw new Error(`${year}-${month}-${date}`);
        expect(civilDate(number)).toEqual({ year, month, day: date });
      }
    }
    if (year < 9999) expect(dayNumber(year + 1, 1, 1)).toBe(expected);
  }
  expect(dayNumber(1970, 1, 1)).toBe(0);
  expect(dayNumber(2000, 3, 1)).toBe(11017);
  expect(dayNumber(2025, 3, 1)).toBe(20148);
});

test.each(['2025-03-01', '2025-3-1', '2025/3/1', '2025.3.1', '2025.03.01', '2025年3月1日', '2025年03月01号', '20250301'])(
  '%s is one and the same day',
  (text) => expect(parseDate(text)).toBe(20148),
);

test.each(['２０２５年３月１日', ' 2025 年 3 月 1 日 ', '2025-03-01 00:00:00', '2025-03-01T00:00:00.000'])(
  '%s is that day too',
  (text) => {
    expect(parseDate(text)).toBe(20148);
  },
);

test.each([
  '03/04/2025',
  '25-3-1',
  '2025-13-01',
  '2025-02-29',
  '2025-00-10',
  '2025-04-31',
  '1900-02-29',
  '2025-03/01',
  '2025年3月',
  '2025-03-01 13:00',
  '0000-01-01',
  '45717',
  '无',
  '',
])('"%s" is no date', (text) => {
  expect(parseDate(text)).toBeUndefined();
});

test('no day is made up', () => {
  expect(dayNumber(2024, 2, 29)).toBeDefined();
  expect(dayNumber(2023, 2, 29)).toBeUndefined();
  expect(dayNumber(2024.5, 1, 1)).toBeUndefined();
  expect(dayNumber(10000, 1, 1)).toBeUndefined();
  expect(dayNumber(2024, 1, Number.NaN)).toBeUndefined();
});

test('dates in words', () => {
  expect(dateInWords(20148)).toBe('2025年3月1日');
  expect(isoDate(20148)).toBe('2025-03-01');
  expect(isoDate(-1)).toBe('1969-12-31');
});

test.each([
  ['2019-06-30', '2022-06-30', 3],
  ['2019-06-30', '2022-06-29', 2],
  ['2020-02-29', '2021-02-28', 1],
  ['2020-02-29', '2021-02-27', 0],
  ['2020-02-29', '2024-02-28', 3],
  ['2022-06-30', '2022-06-30', 0],
  ['2022-06-30', '2022-06-29', -1],
  ['2022-06-30', '2019-06-30', -3],
])('from %s to %s are %d full years', (from, to, years) => {
  expect(fullYearsBetween(day(from), day(to))).toBe(years);
});

test('months and years later, ends of months kept', () => {
  expect(isoDate(addYears(day('2024-02-29'), 1))).toBe('2025-02-28');
  expect(isoDate(addYears(day('2024-02-29'), 4))).toBe('2028-02-29');
  expect(isoDate(addMonths(day('2025-01-31'), 1))).toBe('2025-02-28');
  expect(isoDate(addMonths(day('2025-01-31'), -2))).toBe('2024-11-30');
  expect(monthsBetween(day('2025-01-31'), day('2025-02-28'))).toBe(1);
  expect(monthsBetween(day('2025-01-15'), day('2025-03-14'))).toBe(1);
});

test('completed months are the largest count that does not pass the day', () => {
  const numRuns = 5_000;
  const days = fc.integer({ min: -20000, max: 60000 });
  fc.assert(
    fc.property(days, days, (from, to) => {
      const months = monthsBetween(from, to);
      expect(addMonths(from, months)).toBeLessThanOrEqual(to);
      expect(addMonths(from, months + 1)).toBeGreaterThan(to);
      const years = fullYearsBetween(from, to);
      expect(addYears(from, years)).toBeLessThanOrEqual(to);
      expect(addYears(from, years + 1)).toBeGreaterThan(to);
    }),
    { numRuns, seed: 4 },
  );
  console.log(`months: seed 4, ${numRuns} pairs`);
});

test.each([
  ['2020-01-01', undefined, 'months', 12 / 12],
  ['2024-07-01', undefined, 'months', 6 / 12],
  ['2024-07-15', undefined, 'months', 6 / 12],
  ['2024-07-16', undefined, 'months', 5 / 12],
  ['2024-01-01', '2024-03-15', 'months', 3 / 12],
  ['2024-01-01', '2024-03-14', 'months', 2 / 12],
  ['2024-03-16', '2024-04-14', 'months', 0],
  ['2025-01-01', undefined, 'months', 0],
  ['2020-01-01', '2023-12-31', 'months', 0],
  ['2024-01-01', '2024-12-31', 'days', 1],
  ['2024-12-31', undefined, 'days', 1 / 366],
  ['2023-05-01', '2024-01-31', 'days', 31 / 366],
  ['2025-01-01', undefined, 'days', 0],
  ['2024-06-02', '2024-06-01', 'days', 0],
  ['2024-06-16', '2024-06-15', 'months', 0],
] as const)('land from %s to %s by %s counts %d of 2024', (from, to, by, share) => {
  expect(monthsOccupied({ from: day(from), to: to === undefined ? undefined : day(to), year: 2024, by })).toBe(share);
});
