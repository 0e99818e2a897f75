import { describe, expect, it } from 'vitest';
import {
  areaSlipFactors,
  distributionOf,
  findColumnSlip,
  medianRatio,
  readTables,
  slipFactors,
  slipOfRatio,
  type Term,
} from '../index.js';

/** 400 lognormal-like values around 200, without a random source. */
const before = Array.from({ length: 400 }, (_, at) => 200 * Math.exp(1.4 * Math.sin(at * 12.9898) * Math.cos(at * 4.1)));
const now = before.map((value, at) => value * (1.05 + 0.3 * Math.sin(at * 7.7)));
const reference = distributionOf(before)!;

describe('whole columns', () => {
  it.each(slipFactors.flatMap((factor) => [factor, 1 / factor]))(
    'a column that is %d times too large is asked about',
    (factor) => {
      expect(
        findColumnSlip(
          now.map((value) => value * factor),
          reference,
        )?.factor,
      ).toBeCloseTo(factor, 9);
      expect(
        slipOfRatio(
          medianRatio(
            now.map((value) => value * factor),
            (at) => before[at],
          )!,
          slipFactors,
        ),
      ).toBeCloseTo(factor, 9);
    },
  );

  it('㎡ for 亩 is told by areas only', () => {
    const factor = 2_000 / 3;
    expect(
      findColumnSlip(
        now.map((value) => value * factor),
        reference,
        areaSlipFactors,
      )?.factor,
    ).toBe(factor);
    expect(
      findColumnSlip(
        now.map((value) => value * factor),
        reference,
      )?.factor,
    ).toBe(1_000);
  });

  it.each([0.4, 0.7, 1, 1.5, 2.5, 4])('a year that moves everything by %d is no slip', (growth) => {
    expect(
      findColumnSlip(
        now.map((value) => value * growth),
        reference,
      ),
    ).toBeUndefined();
    expect(
      slipOfRatio(
        medianRatio(
          now.map((value) => value * growth),
          (at) => before[at],
        )!,
        slipFactors,
      ),
    ).toBeUndefined();
  });

  it('too few values say nothing', () => {
    expect(distributionOf([1, 2, 3, 4, 0, -5, Number.NaN])).toBeUndefined();
    expect(medianRatio([10_000, 20_000], () => 1)).toBeUndefined();
  });
});

describe('in a file', () => {
  const vocabulary: Term[] = [
    { id: 'taxable_sales', term: '应税销售收入', also: ['开票收入'], type: 'number', unit: '万元', plausible: [0, 20_000_000] },
  ];
  const codes = [
    '91120113550399693Q',
    '91410923581749967U',
    '91410482395881454M',
    '91320621MA1MXW0Y42',
    '91440300708461136T',
    '911201127612605019',
  ];
  const file = (header: string, factor: number): Uint8Array =>
    new TextEncoder().encode(
      `统一社会信用代码,${header}\n${codes.map((code, at) => `${code},${(at + 1) * 1_000 * factor}`).join('\n')}\n`,
    );
  const known = new Map([
    ['taxable_sales', { unit: '万元', bySubject: new Map(codes.map((code, at) => [code, (at + 1) * 980])) }],
  ]);

  it('开票收入 in 元 under a header that says nothing: asked, with last year’s and this year’s median and the unit that would fit; nothing changed', async () => {
    const { tables, findings } = await readTables(file('开票收入', 10_000), 'a.csv', { vocabulary, reference: known });
    const column = tables[0]?.columns.find(({ term }) => term.id === 'taxable_sales');
    expect(column).toMatchObject({
      header: '开票收入',
      how: 'alias',
      unitFrom: 'assumed',
      verdict: 'slip',
      proposedUnit: '元',
      medianBefore: 3_920,
      medianNow: 40_000_000,
    });
    expect(findings.map(({ code }) => code)).toEqual(['column_unit_not_stated', 'unit_slip_column']);
    expect(tables[0]?.rows[0]?.[1]).toBe(10_000_000);
  });

  it('the right unit in the header, or in the mapping, ends the question', async () => {
    for (const [header, mapping] of [
      ['应税销售收入（元）', new Map()],
      ['开票收入', new Map([['开票收入', { fact: 'taxable_sales', unit: '元' }]])],
    ] as const) {
      const { tables, findings } = await readTables(file(header, 10_000), 'a.csv', { vocabulary, mapping, reference: known });
      expect(findings).toEqual([]);
      expect(tables[0]?.header[1]).toBe('应税销售收入（元）');
      expect(tables[0]?.columns[1]).toMatchObject({ verdict: 'fits' });
    }
  });

  it('without last year the plausible range asks', async () => {
    const { findings } = await readTables(file('应税销售收入(万元)', 100_000), 'a.csv', { vocabulary });
    expect(findings.map(({ code }) => code)).toEqual(['unit_slip_plausible']);
  });
});
