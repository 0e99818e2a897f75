import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Money, type MoneyUnit } from './money.js';

const yuan = (text: string): Money => Money.of(text, '元');

/** A fixed shuffle, so that the test is the same everywhere. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  const order = [...items];
  let state = seed >>> 0;
  for (let last = order.length - 1; last > 0; last--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (last + 1);
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}

test('[R86] 100 000 amounts sum to the same whatever their order', () => {
  const amounts = Array.from({ length: 100_000 }, (_, row) =>
    yuan(`${(row * 7919) % 1_000_003}.${String((row * 31) % 100).padStart(2, '0')}`),
  );
  const cents = Array.from({ length: 100_000 }, (_, row) => BigInt((row * 7919) % 1_000_003) * 100n + BigInt((row * 31) % 100));
  const expected = cents.reduce((sum, cent) => sum + cent, 0n);
  const total = Money.sum(amounts);
  expect(BigInt(total.times('100').toUnit('元'))).toBe(expected);
  for (const seed of [1, 2, 3]) expect(Money.sum(shuffled(amounts, seed)).compare(total)).toBe(0);
  console.log('[R86] sums: 100000 amounts, 3 orders, seeds 1 2 3');
});

test('[R86] 1 万元 is 10 000 元 and back', () => {
  expect(Money.of('1', '万元').toUnit('元')).toBe('10000');
  expect(yuan('10000').toUnit('万元')).toBe('1');
  expect(Money.of('1.23', '亿元').toUnit('万元')).toBe('12300');
  expect(yuan('0.01').toUnit('亿元')).toBe('0.0000000001');
});

test('[R86] what floats get wrong', () => {
  expect(yuan('0.1').plus(yuan('0.2')).toUnit('元')).toBe('0.3');
  expect(yuan('0.3').minus(yuan('0.1')).compare(yuan('0.2'))).toBe(0);
  expect(Money.of('12345678901234567.89', '万元').plus(yuan('0.01')).toUnit('元')).toBe('123456789012345678900.01');
  expect(yuan('-0').toUnit('元')).toBe('0');
  expect(yuan('5').minus(yuan('7.5')).toUnit('元')).toBe('-2.5');
});

test('[R86] shares stay exact until they are rounded', () => {
  const third = yuan('100').times({ over: 1, under: 3 });
  expect(third.times('3').compare(yuan('100'))).toBe(0);
  expect(Money.sum([third, third, third]).toUnit('元')).toBe('100');
  expect(() => third.toUnit('元')).toThrow(RangeError);
  expect(third.round({ to: 2, by: 'down' }, '元').toUnit('元')).toBe('33.33');
  expect(third.round({ to: 2, by: 'up' }, '元').toUnit('元')).toBe('33.34');
  expect(yuan('7').times({ over: 3, under: 8 }).toUnit('元')).toBe('2.625');
  expect(
    third
      .plus(yuan('1').times({ over: 1, under: 6 }))
      .times('6')
      .toUnit('元'),
  ).toBe('201');
});

test.each([
  ['0.125', '0.13', '0.12', '0.13', '0.12'],
  ['1.005', '1.01', '1', '1.01', '1'],
  ['20.005', '20.01', '20', '20.01', '20'],
  ['-0.125', '-0.13', '-0.12', '-0.13', '-0.12'],
  ['59.995', '60', '60', '60', '59.99'],
  ['8.53459', '8.53', '8.53', '8.54', '8.53'],
  ['-0.001', '0', '0', '-0.01', '0'],
])('[R87] %s yuan at 2 decimals: excel %s, GB/T 8170 %s, up %s, down %s', (amount, excel, gbt8170, up, down) => {
  const rounded = (by: 'excel' | 'gbt8170' | 'up' | 'down'): string => yuan(amount).round({ to: 2, by }, '元').toUnit('元');
  expect([rounded('excel'), rounded('gbt8170'), rounded('up'), rounded('down')]).toEqual([excel, gbt8170, up, down]);
});

test('[R87] rounding in 万元', () => {
  expect(yuan('12345678').round({ to: 2, by: 'excel' }, '万元').toUnit('万元')).toBe('1234.57');
  expect(yuan('12345678').round({ to: 0, by: 'down' }, '亿元').toUnit('元')).toBe('0');
});

test.each(['', ' 1', '1e3', '1,000', '一', 'NaN', 'Infinity', '0x10', '.5', '1.', '--1', '9'.repeat(61)])(
  '[R86] "%s" is no amount',
  (text) => {
    expect(() => yuan(text)).toThrow(RangeError);
  },
);

test('[R86] bad factors and decimals are faults', () => {
  expect(() => yuan('1').times({ over: 1, under: 0 })).toThrow(RangeError);
  expect(() => yuan('1').times({ over: 0.5, under: 1 })).toThrow(RangeError);
  expect(() => yuan('1').round({ to: 13, by: 'up' }, '元')).toThrow(RangeError);
  let grown = yuan('1.1');
  expect(() => {
    for (let step = 0; step < 2000; step++) grown = grown.times('1.1111111111');
  }).toThrow(RangeError);
});

test('[R86] an amount that would need too many digits is a fault, never cut short', () => {
  const tiny = Array.from({ length: 66 }).reduce<Money>((amount) => amount.times('0.001'), yuan('1'));
  expect(tiny.plus(yuan('1')).minus(yuan('1')).compare(tiny)).toBe(0);
  expect(() => tiny.times('0.001')).toThrow(RangeError);
  expect(() => tiny.times('0.001').times({ over: 1, under: 1024 })).toThrow(RangeError);
});

test('[R86] amounts written in any unit read back the same', () => {
  const numRuns = process.env.MUHENG_TIER === 'deep' ? 100_000 : 5_000;
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
      fc.constantFrom<MoneyUnit>('元', '万元', '亿元'),
      (cents, unit) => {
        const amount = yuan(String(cents)).times('0.01');
        expect(Money.of(amount.toUnit(unit), unit).compare(amount)).toBe(0);
        expect(amount.minus(amount).compare(Money.zero)).toBe(0);
      },
    ),
    { numRuns, seed: 86 },
  );
  console.log(`[R86] amounts: seed 86, ${numRuns}`);
});
