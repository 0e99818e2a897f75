import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RoundingMode, roundColumn, roundedInteger, roundedIntegers, roundingInWords, roundTo } from './rounding.js';
import { roundExactly } from './rounding-exact.js';

const deep = process.env.MUHENG_TIER === 'deep';
const modes: readonly RoundingMode[] = ['excel', 'gbt8170', 'up', 'down'];

describe('[R87] the table of the trust requirements', () => {
  test.each([
    [0.125, 2, 0.13, 0.12],
    [1.005, 2, 1.01, 1.0],
    [12.345, 2, 12.35, 12.34],
    [20.005, 2, 20.01, 20.0],
    [-0.125, 2, -0.13, -0.12],
    [59.995, 2, 60.0, 60.0],
    [8.53459, 2, 8.53, 8.53],
    [0.135, 2, 0.14, 0.14],
    [2.5, 0, 3, 2],
    [3.5, 0, 4, 4],
    [0.5, 0, 1, 0],
    [0.05, 0, 0, 0],
    [1.45, 1, 1.5, 1.4],
    [2.675, 2, 2.68, 2.68],
    [105.7041, 2, 105.7, 105.7],
    [1.0049999999999, 2, 1.0, 1.0],
    [0.1 + 0.7, 1, 0.8, 0.8],
    [4.35 * 100, 0, 435, 435],
  ])('[R87] %d to %d decimals: excel %d, GB/T 8170 %d', (value, to, excel, gbt8170) => {
    expect(roundTo(value, { to, by: 'excel' })).toBe(excel);
    expect(roundTo(value, { to, by: 'gbt8170' })).toBe(gbt8170);
    const column = Float64Array.of(value);
    roundColumn(column, { to, by: 'excel' });
    expect(column[0]).toBe(excel);
  });

  test('[R87] 8.53459 rounded once is 8.53; rounded twice it would be 8.54 by way of 8.535', () => {
    expect(roundTo(8.53459, { to: 2, by: 'excel' })).toBe(8.53);
    expect(roundTo(roundTo(8.53459, { to: 3, by: 'excel' }), { to: 2, by: 'excel' })).toBe(8.54);
  });

  test.each([
    [1.001, 2, 1.01, 1.0],
    [-1.001, 2, -1.01, -1.0],
    [1.01, 2, 1.01, 1.01],
    [0.1 + 0.2, 1, 0.3, 0.3],
    [1e-20, 2, 0.01, 0],
    [7, 0, 7, 7],
    [59.999, 2, 60, 59.99],
  ])('[R87] %d to %d decimals: up %d, down %d', (value, to, up, down) => {
    expect(roundTo(value, { to, by: 'up' })).toBe(up);
    expect(roundTo(value, { to, by: 'down' })).toBe(down);
  });
});

test('[R87] absent stays absent, −0 becomes 0, none changes nothing', () => {
  for (const by of modes) {
    expect(roundTo(Number.NaN, { to: 2, by })).toBeNaN();
    expect(Object.is(roundTo(-0, { to: 2, by }), 0)).toBe(true);
  }
  expect(Object.is(roundTo(-0.001, { to: 2, by: 'excel' }), 0)).toBe(true);
  expect(Object.is(roundTo(-0, 'none'), 0)).toBe(true);
  expect(roundTo(1.23456, 'none')).toBe(1.23456);
  const column = Float64Array.of(Number.NaN, -0, -0.001, -0.005);
  roundColumn(column, { to: 2, by: 'excel' });
  expect([...column].map((value) => Object.is(value, -0))).toEqual([false, false, false, false]);
  expect([...column]).toEqual([Number.NaN, 0, 0, -0.01]);
});

test('[R87] values too large to have the asked decimals stay as they are', () => {
  for (const by of modes) {
    expect(roundTo(9007199254740991, { to: 0, by })).toBe(9007199254740991);
    expect(roundTo(-1e300, { to: 12, by })).toBe(-1e300);
    expect(roundTo(123456789012345, { to: 0, by })).toBe(123456789012345);
  }
});

test('[R87] decimals outside 0–12 and a column of another length are faults', () => {
  expect(() => roundTo(1, { to: 13, by: 'excel' })).toThrow(RangeError);
  expect(() => roundTo(1, { to: -1, by: 'up' })).toThrow(RangeError);
  expect(() => roundTo(1, { to: 1.5, by: 'down' })).toThrow(RangeError);
  expect(() => roundColumn(new Float64Array(2), 'none', new Float64Array(3))).toThrow(RangeError);
});

test('[R87] the whole number of last decimals, for ranking', () => {
  expect(roundedInteger(105.7041, { to: 2, by: 'excel' })).toBe(10570);
  expect(roundedInteger(1.005, { to: 2, by: 'excel' })).toBe(101);
  expect(roundedInteger(1.005, { to: 2, by: 'gbt8170' })).toBe(100);
  expect(roundedInteger(-0.125, { to: 2, by: 'excel' })).toBe(-13);
  expect(Object.is(roundedInteger(-0.001, { to: 2, by: 'excel' }), 0)).toBe(true);
  expect(roundedInteger(Number.NaN, { to: 2, by: 'excel' })).toBeNaN();
});

test('[R87] rounding in words', () => {
  expect(roundingInWords({ to: 2, by: 'excel' })).toBe('四舍五入保留2位小数（Excel 口径）');
  expect(roundingInWords({ to: 4, by: 'gbt8170' })).toBe('按 GB/T 8170 修约保留4位小数');
  expect(roundingInWords({ to: 0, by: 'up' })).toBe('进位取整数');
  expect(roundingInWords({ to: 1, by: 'down' })).toBe('舍去尾数保留1位小数');
  expect(roundingInWords('none')).toBe('不修约');
});

/** Values where a fast path goes wrong: ties written in decimal, their neighbours, quotients, any double. */
function hardValues(count: number, seed: number): Float64Array {
  const values = new Float64Array(count);
  const bits = new DataView(new ArrayBuffer(8));
  let state = seed >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
  for (let row = 0; row < count; row++) {
    const digits = next() % [1_000, 1_000_000, 4_294_967_295][next() % 3]!;
    const tie = Number(`${digits}5e-${next() % 14}`);
    const kind = (next() >>> 8) % 6;
    if (kind === 0) values[row] = tie;
    else if (kind === 1) values[row] = tie * (1 + ((next() % 9) - 4) * 2.220446049250313e-16);
    else if (kind === 2) values[row] = tie * (1 + ((next() % 9) - 4) * 5e-15);
    else if (kind === 3) values[row] = next() / (next() + 1);
    else if (kind === 4) values[row] = digits / 100;
    else {
      bits.setUint32(0, next());
      bits.setUint32(4, next());
      values[row] = bits.getFloat64(0);
    }
    if (next() > 2_147_483_648) values[row] = -values[row]!;
  }
  return values;
}

const firstDifference = (a: Float64Array, b: Float64Array): number => a.findIndex((value, row) => !Object.is(value, b[row]));

test('[R87] the fast paths give the same bits as the definition', () => {
  const count = deep ? 1_000_000 : 100_000;
  const seed = 20260301;
  const values = hardValues(count, seed);
  let compared = 0;
  for (const by of modes) {
    for (const to of [0, 1, 2, 4, 6, 12]) {
      const exact = values.map((value) => roundExactly(value, to, by));
      const column = new Float64Array(count);
      roundColumn(values, { to, by }, column);
      expect(firstDifference(column, exact), `column ${by} ${to}`).toBe(-1);
      const single = values.map((value) => roundTo(value, { to, by }));
      expect(firstDifference(single, exact), `single ${by} ${to}`).toBe(-1);
      compared += count;
    }
  }
  console.log(`[R87] fast = exact: seed ${seed}, ${compared} values`);
});

/** Half away and half even on BigInt, from the 15 digits: shares no code with the package. */
function oracle(value: number, to: number, by: RoundingMode): number {
  const [mantissa = '', exponent = ''] = Math.abs(value).toPrecision(15).split('e');
  const point = mantissa.includes('.') ? mantissa.length - mantissa.indexOf('.') - 1 : 0;
  const shift = to - point + Number(exponent === '' ? 0 : exponent);
  const whole = BigInt(mantissa.replace('.', '')) * (shift > 0 ? 10n ** BigInt(shift) : 1n);
  const unit = shift < 0 ? 10n ** BigInt(-shift) : 1n;
  const floor = whole / unit;
  const twice = (whole % unit) * 2n;
  const raise = {
    excel: twice >= unit,
    gbt8170: twice > unit || (twice === unit && floor % 2n === 1n),
    up: twice > 0n,
    down: false,
  }[by];
  const size = Number(`${floor + (raise ? 1n : 0n)}e-${to}`);
  return size === 0 ? 0 : value < 0 ? -size : size;
}

test('[R87] an oracle on whole numbers agrees, rounding twice changes nothing', () => {
  const numRuns = deep ? 200_000 : 20_000;
  const seed = 87;
  const value = fc.oneof(
    fc.double({ min: -1e9, max: 1e9, noNaN: true }),
    fc.tuple(fc.integer(), fc.integer({ min: 0, max: 9 })).map(([digits, places]) => Number(`${digits}5e-${places}`)),
  );
  fc.assert(
    fc.property(value, fc.integer({ min: 0, max: 4 }), fc.constantFrom(...modes), (x, to, by) => {
      const rounded = roundTo(x, { to, by });
      expect(rounded).toBe(oracle(x, to, by));
      expect(roundTo(rounded, { to, by })).toBe(rounded);
    }),
    { numRuns, seed },
  );
  console.log(`[R87] oracle: seed ${seed}, ${numRuns} values`);
});

test('[R87] whole numbers of a column are those of its values, also next to ties and beyond the fast range', () => {
  const near = fc
    .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.constantFrom(0, 1e-13, -1e-13, 1e-16))
    .map(([whole, off]) => (whole / 1000) * (1 + off));
  const value = fc.oneof(fc.double({ min: -1e15, max: 1e15 }), near, fc.constantFrom(0, -0, Number.NaN, 1e300));
  fc.assert(
    fc.property(fc.array(value), fc.constantFrom(...modes), fc.integer({ min: 0, max: 6 }), (values, by, to) => {
      const out = new Float64Array(values.length);
      roundedIntegers(Float64Array.from(values), { to, by }, out);
      expect(Array.from(out)).toEqual(values.map((each) => roundedInteger(each, { to, by })));
    }),
    { seed: 87, numRuns: deep ? 2000 : 200 },
  );
});
