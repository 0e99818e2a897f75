import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atLeast } from './compare.js';
import {
  conversion,
  convert,
  convertible,
  dimensionless,
  divideUnits,
  knownUnitTexts,
  type MuDivisor,
  multiplyUnits,
  parseUnit,
  powerUnit,
  pureUnit,
  sameDimension,
  type Unit,
  unitFromDimension,
  unitText,
} from './units.js';

const unit = (text: string, mu: MuDivisor = '2000/3'): Unit => {
  const read = parseUnit(text, { mu });
  if (read === undefined) throw new Error(`not a unit: ${text}`);
  return read;
};

describe('[R85] the mu by its declared divisor', () => {
  test.each([
    ['2000/3', 6667, 10, true],
    ['667', 6667, 10, false],
    ['666.67', 6667, 10, true],
    ['2000/3', 2000, 3, true],
    ['667', 2000, 3, false],
    ['666.67', 2000, 3, false],
    ['667', 2001, 3, true],
    ['2000/3', 1999.99, 3, false],
  ] as const)('[R85] 1 mu = %s ㎡: %d ㎡ is at least %d mu: %s', (mu, area, line, passes) => {
    const land = convert(area, unit('㎡', mu), unit('亩', mu));
    expect(atLeast(land, line)).toBe(passes);
  });

  test('[R85] the ratios are exact and hectares follow', () => {
    expect(unit('亩').factor).toEqual({ over: 2000, under: 3 });
    expect(unit('亩', '666.67').factor).toEqual({ over: 66667, under: 100 });
    expect(unit('亩', '667').factor).toEqual({ over: 667, under: 1 });
    expect(convert(1, unit('公顷'), unit('亩'))).toBe(15);
    expect(convert(1, unit('平方公里'), unit('亩'))).toBe(1500);
    expect(convert(2000, unit('㎡', '667'), unit('亩', '667'))).toBeCloseTo(2.9985, 4);
    expect(convert(2000, unit('㎡', '666.67'), unit('亩', '666.67'))).toBeCloseTo(2.999985, 9);
  });

  test('[R85] zero land converts to zero and absent land stays absent', () => {
    expect(convert(0, unit('㎡'), unit('亩'))).toBe(0);
    expect(convert(Number.NaN, unit('㎡'), unit('亩'))).toBeNaN();
  });
});

describe('[R86] official writings', () => {
  test.each([
    ['元', 'money', 1, 1],
    ['千元', 'money', 1000, 1],
    ['万元', 'money', 10000, 1],
    ['百万元', 'money', 1000000, 1],
    ['亿元', 'money', 100000000, 1],
    [' 万 元 ', 'money', 10000, 1],
    ['万美元', 'dollar', 10000, 1],
    ['㎡', 'area', 1, 1],
    ['m²', 'area', 1, 1],
    ['m2', 'area', 1, 1],
    ['m^2', 'area', 1, 1],
    ['ｍ２', 'area', 1, 1],
    ['平方米', 'area', 1, 1],
    ['万平方米', 'area', 10000, 1],
    ['公顷', 'area', 10000, 1],
    ['ha', 'area', 10000, 1],
    ['km²', 'area', 1000000, 1],
    ['平方公里', 'area', 1000000, 1],
    ['kWh', 'electricity', 1, 1],
    ['kW·h', 'electricity', 1, 1],
    ['千瓦时', 'electricity', 1, 1],
    ['千瓦·时', 'electricity', 1, 1],
    ['度', 'electricity', 1, 1],
    ['万kWh', 'electricity', 10000, 1],
    ['万千瓦时', 'electricity', 10000, 1],
    ['万度', 'electricity', 10000, 1],
    ['MWh', 'electricity', 1000, 1],
    ['tce', 'coal', 1, 1],
    ['吨标煤', 'coal', 1, 1],
    ['吨标准煤', 'coal', 1, 1],
    ['万吨标准煤', 'coal', 10000, 1],
    ['kgce', 'coal', 1, 1000],
    ['千克标准煤', 'coal', 1, 1000],
    ['t', 'mass', 1, 1],
    ['吨', 'mass', 1, 1],
    ['kg', 'mass', 1, 1000],
    ['千克', 'mass', 1, 1000],
    ['g', 'mass', 1, 1000000],
    ['万吨', 'mass', 10000, 1],
    ['m³', 'volume', 1, 1],
    ['立方米', 'volume', 1, 1],
    ['万m³', 'volume', 10000, 1],
    ['万立方米', 'volume', 10000, 1],
    ['GJ', 'heat', 1, 1],
    ['MJ', 'heat', 1, 1000],
    ['百万千焦', 'heat', 1, 1],
    ['人', 'people', 1, 1],
    ['万人', 'people', 10000, 1],
    ['年', 'time', 1, 1],
    ['月', 'time', 1, 12],
    ['天', 'days', 1, 1],
    ['日', 'days', 1, 1],
    ['分', 'points', 1, 1],
    ['%', '', 1, 100],
    ['％', '', 1, 100],
    ['‰', '', 1, 1000],
    ['倍', '', 1, 1],
    ['比值', '', 1, 1],
    ['', '', 1, 1],
    ['tCO2', 'carbon', 1, 1],
    ['tCO₂', 'carbon', 1, 1],
    ['吨二氧化碳', 'carbon', 1, 1],
    ['万元/亩', 'money·area^-1', 15, 1],
    ['万元／亩', 'money·area^-1', 15, 1],
    ['万元每亩', 'money·area^-1', 15, 1],
    ['kgce/kWh', 'coal·electricity^-1', 1, 1000],
    ['元/(㎡·年)', 'money·area^-1·time^-1', 1, 1],
    ['元/（㎡·月）', 'money·area^-1·time^-1', 12, 1],
    ['元/㎡/年', 'money·area^-1·time^-1', 1, 1],
    ['万元/吨标煤', 'money·coal^-1', 10000, 1],
    ['tCO2/万元', 'money^-1·carbon', 1, 10000],
    ['人*年', 'people·time', 1, 1],
    ['(元/㎡)^2', 'money^2·area^-2', 1, 1],
    ['人²', 'people^2', 1, 1],
    ['1/亩', 'area^-1', 3, 2000],
  ] as const)('[R86] %s is %s × %d/%d', (text, dimension, over, under) => {
    expect(unit(text)).toEqual({ text: text.trim(), dimension, factor: { over, under } });
  });

  test.each([
    '元/㎡·年',
    '斤两',
    '万',
    '万万元',
    '万%',
    '/亩',
    '元/',
    '元//亩',
    '(元',
    '元)',
    '()',
    '元^',
    '元^0',
    '元^1.5',
    '元^999',
    '元元',
    '亿元^9',
    '方',
    '__proto__',
    'constructor',
  ])('[R86] %s is no unit', (text) => {
    expect(parseUnit(text, { mu: '2000/3' })).toBeUndefined();
  });

  test('[R86] endless nesting and endless texts are no unit', () => {
    expect(parseUnit(`${'('.repeat(60)}元${')'.repeat(60)}`, { mu: '667' })).toBeUndefined();
    expect(parseUnit(`${'('.repeat(90_000)}元`, { mu: '667' })).toBeUndefined();
    expect(parseUnit(`元${'·人'.repeat(200)}`, { mu: '667' })).toBeUndefined();
    expect(parseUnit('((元/㎡))', { mu: '667' })?.dimension).toBe('money·area^-1');
  });

  test('[R86] every known writing can be read', () => {
    for (const text of knownUnitTexts()) expect(parseUnit(text, { mu: '667' }), text).toBeDefined();
    expect(knownUnitTexts().length).toBeGreaterThan(60);
  });

  test('[R86] any text is a unit or undefined, never an exception', () => {
    const numRuns = process.env.MUHENG_TIER === 'deep' ? 100_000 : 10_000;
    const pieces = fc.constantFrom(
      '元',
      '万',
      '亩',
      '㎡',
      '/',
      '·',
      '(',
      ')',
      '^',
      '2',
      '-1',
      '千克',
      '%',
      '每',
      'kWh',
      '!',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
        const read = parseUnit(parts.join(''), { mu: '667' });
        if (read === undefined) return;
        expect(Number.isSafeInteger(read.factor.over) && Number.isSafeInteger(read.factor.under)).toBe(true);
        expect(parseUnit(read.text, { mu: '667' })).toEqual(read);
      }),
      { numRuns, seed: 86 },
    );
    console.log(`[R86] unit texts: seed 86, ${numRuns} texts`);
  });
});

describe('[R86] conversions are exact', () => {
  test('[R86] 1 万元 is 10 000 元 and back', () => {
    expect(convert(1, unit('万元'), unit('元'))).toBe(10000);
    expect(convert(10000, unit('元'), unit('万元'))).toBe(1);
    expect(conversion(unit('万元'), unit('元'))).toEqual({ over: 10000, under: 1 });
    expect(conversion(unit('元'), unit('亿元'))).toEqual({ over: 1, under: 100000000 });
  });

  test.each([
    [4.04, 'tce/万kWh', 'kgce/kWh', 0.404],
    [12.34, '万kWh', 'kWh', 123400],
    [3.5, '万m³', 'm³', 35000],
    [1234, 'kg', 't', 1.234],
    [1234, 'MJ', 'GJ', 1.234],
    [24.097, '万元/亩', '元/㎡', 361.455],
    [15, '%', '‰', 150],
    [18, '月', '年', 1.5],
    [3, '项', '户', 3],
  ] as const)('[R86] %d %s = %s', (value, from, to, expected) => {
    expect(Number(convert(value, unit(from), unit(to)).toPrecision(15))).toBe(expected);
  });

  test.each([
    ['kWh', 'tce'],
    ['GJ', 'tce'],
    ['GJ', 'kWh'],
    ['tCO2', 't'],
    ['tce', 't'],
    ['年', '天'],
    ['元', '美元'],
    ['㎡', 'm³'],
    ['人', '户'],
    ['分', '个'],
    ['万元/亩', '万元'],
  ])('[R86] %s never turns into %s', (from, to) => {
    expect(sameDimension(unit(from), unit(to))).toBe(false);
    expect(convertible(unit(from), unit(to))).toBe(false);
    expect(() => convert(1, unit(from), unit(to))).toThrow(RangeError);
  });

  test('[R86] there and back is the same value for whole cents, whatever the units', () => {
    const groups = [
      ['元', '千元', '万元', '百万元', '亿元'],
      ['kWh', '万kWh', 'MWh', '度'],
      ['kg', 't', '万吨', 'g'],
      ['㎡', '亩', '公顷', 'km²'],
      ['万元/亩', '元/㎡', '亿元/公顷'],
    ];
    const numRuns = process.env.MUHENG_TIER === 'deep' ? 100_000 : 10_000;
    const pair = fc.constantFrom(...groups).chain((group) => fc.tuple(fc.constantFrom(...group), fc.constantFrom(...group)));
    fc.assert(
      fc.property(
        pair,
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.constantFrom<MuDivisor>('2000/3', '666.67', '667'),
        ([from, to], whole, mu) => {
          const value = whole / 100;
          const back = convert(convert(value, unit(from, mu), unit(to, mu)), unit(to, mu), unit(from, mu));
          expect(Number(back.toPrecision(15))).toBe(value);
        },
      ),
      { numRuns, seed: 8601 },
    );
    console.log(`[R86] round trips: seed 8601, ${numRuns}`);
  });
});

describe('[R86] units of formulas', () => {
  const product = (a: string, b: string): Unit | undefined => multiplyUnits(unit(a), unit(b));
  const quotient = (a: string, b: string): Unit | undefined => divideUnits(unit(a), unit(b));

  test('[R86] products and quotients carry text, dimension and factor', () => {
    expect(quotient('万元', '亩')).toEqual(unit('万元/亩'));
    expect(product('万元/亩', '亩')).toEqual(unit('万元'));
    expect(quotient('万元', '万元')).toEqual(pureUnit);
    expect(quotient('万元', '元')).toEqual({ text: '万元/元', dimension: '', factor: { over: 10000, under: 1 } });
    expect(quotient('元', 'm2')?.text).toBe('元/㎡');
    expect(quotient('元/㎡', '年')?.text).toBe('元/(㎡·年)');
    expect(divideUnits(pureUnit, unit('亩'))?.text).toBe('1/亩');
    expect(product('倍', '万元')?.text).toBe('万元');
    expect(product('%', '万元')).toEqual({ text: '%·万元', dimension: 'money', factor: { over: 100, under: 1 } });
    expect(powerUnit(unit('亩'), 2)).toMatchObject({ text: '亩^2', dimension: 'area^2', factor: { over: 4000000, under: 9 } });
    expect(powerUnit(unit('万元/亩'), -1)).toMatchObject({
      text: '亩/万元',
      dimension: 'money^-1·area',
      factor: { over: 1, under: 15 },
    });
    expect(powerUnit(unit('亩'), 0)).toEqual(pureUnit);
  });

  test('[R86] what no longer fits into safe integers is refused, not rounded', () => {
    expect(product('亿元', '亿元')).toBeUndefined();
    expect(powerUnit(unit('亿元'), 3)).toBeUndefined();
    expect(powerUnit(unit('亩'), 0.5)).toBeUndefined();
    expect(powerUnit(unit('元'), 1e9)).toBeUndefined();
    const huge: Unit = { text: '万元', dimension: 'money', factor: { over: 9007199254740991, under: 1 } };
    expect(convertible(huge, { text: '元', dimension: 'money', factor: { over: 1, under: 7 } })).toBe(false);
  });

  test('[R86] a composed text reads back as the same unit', () => {
    const texts = ['万元', '亩', '元/(㎡·年)', 'kgce/kWh', '%', '倍', '项', '月', 'tCO₂/万元', 'm³', '千克'];
    for (const a of texts) {
      for (const b of texts) {
        for (const made of [product(a, b), quotient(a, b)]) {
          if (made !== undefined) expect(parseUnit(unitText(made), { mu: '2000/3' })).toEqual(made);
        }
      }
    }
  });

  test('[R86] canonical units of a dimension', () => {
    expect(unitFromDimension('money·area^-1')).toEqual(unit('元/㎡'));
    expect(unitFromDimension('money·area^-1·time^-1').text).toBe('元/(㎡·年)');
    expect(unitFromDimension('coal^-1').text).toBe('1/tce');
    expect(unitFromDimension('')).toEqual(pureUnit);
    expect(() => unitFromDimension('nonsense')).toThrow(RangeError);
    expect(dimensionless(unit('%'))).toBe(true);
    expect(dimensionless(unit('分'))).toBe(false);
  });
});
