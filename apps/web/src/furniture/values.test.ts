import fc from 'fast-check';
import { expect, test } from 'vitest';
import { absenceWords, formatDate, formatDecimal, formatInstant, formatKept, formatNumber } from './values.js';

test('numbers keep their digits: thousands apart, same decimals, half away from zero', () => {
  const cases: readonly (readonly [string | number, number | undefined, string])[] = [
    ['1234567.5', 2, '1,234,567.50'],
    ['0', 2, '0.00'],
    ['-0.004', 2, '0.00'],
    ['-0.005', 2, '-0.01'],
    ['12345678901234567890.125', 2, '12,345,678,901,234,567,890.13'],
    ['999.995', 2, '1,000.00'],
    [31.2, 2, '31.20'],
    ['31.2', undefined, '31.2'],
    ['无', 2, '无'],
    [0.5, 0, '1'],
  ];
  for (const [value, decimals, shown] of cases) expect(formatNumber(value, decimals)).toBe(shown);
});

test('formatting never changes a whole amount of money', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), (amount) => {
      expect(formatNumber(amount.toString(), 2).replaceAll(',', '')).toBe(`${amount}.00`);
    }),
  );
});

test('[R66] dates in Chinese, instants in Beijing time across midnight', () => {
  expect(formatDate('2025-05-20')).toBe('2025年5月20日');
  expect(formatDate('无')).toBe('无');
  expect(formatInstant('2025-12-31T16:30:00Z')).toBe('2026年1月1日 00:30');
  expect(formatKept('2025-04-24T01:00:18.156Z')).toBe('2025年4月24日 09:00');
  expect(formatKept('2025-04-24')).toBe('2025年4月24日');
  expect(formatKept('霁核〔2025〕2025-04-24')).toBe('霁核〔2025〕2025-04-24');
  expect(formatInstant('2025-05-20T12:00:00+08:00')).toBe('2025年5月20日 12:00');
});

test('the absences have marks that differ from each other and from zero', () => {
  const marks = Object.values(absenceWords).map((one) => one.mark);
  expect(new Set([...marks, '0', '—']).size).toBe(marks.length + 2);
});

test('decimals from the database lose the zeros that nobody wrote, and nothing else', () => {
  expect(['12000.0000', '30.1250', '7', '0.0000', '100.0'].map(formatDecimal)).toEqual([
    '12,000.00',
    '30.125',
    '7.00',
    '0.00',
    '100.00',
  ]);
});
