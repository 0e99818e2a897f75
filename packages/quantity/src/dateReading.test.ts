import { expect, test } from 'vitest';
import { type DateReading, isoDate, readDate, serialDay } from './index.js';

const shown = (reading: DateReading): string =>
  reading.kind === 'date'
    ? `${isoDate(reading.day)}${reading.note === undefined ? '' : ` ${reading.note}`}`
    : reading.kind === 'trouble'
      ? reading.why
      : reading.kind;

test.each([
  ['2025-03-01', '2025-03-01'],
  ['2025-3-1', '2025-03-01'],
  ['2025/3/1', '2025-03-01'],
  ['2025.3.1', '2025-03-01'],
  ['2025.03.01', '2025-03-01'],
  ['2025年3月1日', '2025-03-01'],
  ['2025年3月1号', '2025-03-01'],
  ['2025年3月1', '2025-03-01'],
  ['20250301', '2025-03-01'],
  ['２０２５年３月１日', '2025-03-01'],
  ['2025-03-01 00:00:00', '2025-03-01'],
  ['2025年3月1日 星期六', '2025-03-01'],
  ['2025-03-01 13:05', '2025-03-01 time_dropped'],
  ['2025-03-01T13:05:07Z', '2025-03-01 time_dropped'],
  ['24年7月5日', '2024-07-05 two_digit_year'],
  ['98年4月19日', '1998-04-19 two_digit_year'],
  ['49年1月1日', '2049-01-01 two_digit_year'],
  ['50年1月1日', '1950-01-01 two_digit_year'],
  ['二〇二五年三月十一日', '2025-03-11 chinese_numerals'],
  ['二○二五年十二月二十一日', '2025-12-21 chinese_numerals'],
  ['二零二五年十月三十日', '2025-10-30 chinese_numerals'],
  ['45717', '2025-03-01 serial'],
  ['', 'blank'],
  ['长期', 'open'],
  ['至今', 'open'],
])('[R69] %j reads as %s', (text, expected) => {
  expect(shown(readDate(text))).toBe(expected);
});

test.each([
  ['03/04/2025', 'order_ambiguous'],
  ['3-4-2025', 'order_ambiguous'],
  ['13/04/2025', 'order_ambiguous'],
  ['25-3-1', 'order_ambiguous'],
  ['25.3.1', 'order_ambiguous'],
  ['2025年3月', 'day_missing'],
  ['2025-03', 'day_missing'],
  ['2025', 'day_missing'],
  ['2025-02-30', 'no_such_day'],
  ['20250230', 'no_such_day'],
  ['2025年13月1日', 'no_such_day'],
  ['24年2月30日', 'no_such_day'],
  ['明年', 'not_a_date'],
  ['1-Mar-2025', 'not_a_date'],
  ['2025-03/01', 'not_a_date'],
])('[R69] %j is refused: %s', (text, why) => {
  expect(readDate(text)).toEqual({ kind: 'trouble', why });
});

test.each([
  [1, '1900-01-01', '1904-01-02'],
  [59, '1900-02-28', '1904-02-29'],
  [60, undefined, '1904-03-01'],
  [61, '1900-03-01', '1904-03-02'],
  [45717, '2025-03-01', '2029-03-02'],
  [44255, '2021-02-28', '2025-03-01'],
  [45717.75, '2025-03-01', '2029-03-02'],
  [0, undefined, '1904-01-01'],
  [-1, undefined, undefined],
  [2_958_465, '9999-12-31', undefined],
  [2_958_466, undefined, undefined],
  [Number.NaN, undefined, undefined],
])('[R69] serial %d is %s in the 1900 system and %s in the 1904 system', (serial, in1900, in1904) => {
  const iso = (day: number | undefined): string | undefined => (day === undefined ? undefined : isoDate(day));
  expect(iso(serialDay(serial, '1900'))).toBe(in1900);
  expect(iso(serialDay(serial, '1904'))).toBe(in1904);
});

test('[R69] a bare number is believed only near our years; 60 and small numbers are refused', () => {
  expect(shown(readDate(45717))).toBe('2025-03-01 serial');
  expect(shown(readDate(44255, '1904'))).toBe('2025-03-01 serial');
  expect(shown(readDate(20250301))).toBe('2025-03-01');
  expect(readDate(60)).toEqual({ kind: 'trouble', why: 'serial_60' });
  expect(readDate(61)).toEqual({ kind: 'trouble', why: 'serial_unlikely' });
  expect(readDate(2025)).toEqual({ kind: 'trouble', why: 'day_missing' });
  expect(readDate(1e300)).toEqual({ kind: 'trouble', why: 'serial_unlikely' });
});
