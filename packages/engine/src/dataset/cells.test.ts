/** 单元格的读法 — the data are read as @muheng/quantity reads numbers and dates everywhere; here is what a reading means for a fact. */
import { parseUnit, readDate as quantityDate, readNumber as quantityNumber } from '@muheng/quantity';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../dataset.js';
import { readTables, schemeOf, tableOf } from '../fixtures/scheme.js';
import { newReading, plainText, type Reading, readDate, readFlag, readNumber, readText } from './cells.js';

const runs = process.env.MUHENG_TIER === 'deep' ? 50_000 : 5_000;
const mu = '2000/3';
const unitOf = (text: string) => {
  const unit = parseUnit(text, { mu });
  if (unit === undefined) throw new Error(`no unit ${text}`);
  return unit;
};
const written = (text: string) => ({ unit: unitOf(text), mu }) as const;
const number = (cell: Cell, unit = '万元'): Reading => {
  const reading = newReading();
  readNumber(cell, written(unit), reading);
  return reading;
};
const date = (cell: Cell): Reading => {
  const reading = newReading();
  readDate(cell, reading);
  return reading;
};

describe('numbers', () => {
  test('[R95] full width, separators, %, 万, 亿 and units behind a number are read, in the unit of the column', () => {
    const vectors: readonly (readonly [Cell, string, number])[] = [
      ['１２３．５', '万元', 123.5],
      ['1,234.5', '万元', 1234.5],
      ['5000元', '万元', 0.5],
      ['1.5亿元', '万元', 15000],
      ['3万', '元', 30000],
      ['1.2亿', '元', 120_000_000],
      ['2000㎡', '亩', 3],
      ['3.5%', '%', 3.5],
      ['3.5%', '‰', 35],
      ['−5.2', '万元', -5.2],
      ['-0', '万元', 0],
      [-0, '万元', 0],
    ];
    for (const [cell, unit, value] of vectors) expect([cell, number(cell, unit).value]).toEqual([cell, value]);
    expect(vectors.map(([cell, unit]) => number(cell, unit).trouble)).toEqual(vectors.map(() => undefined));
  });

  test('[R95] blank, words for an absence, marks and what is no number are four things; none is zero', () => {
    const outcomes = (...cells: readonly Cell[]) => cells.map((cell) => [number(cell).absence, number(cell).trouble]);
    expect(outcomes(null, '', ' ', '\u3000', '缺', '缺数')).toEqual(Array(6).fill([1, undefined]));
    expect(outcomes('不适用', 'N/A', '未报')).toEqual([
      [2, undefined],
      [2, undefined],
      [3, undefined],
    ]);
    expect(outcomes('-', '/', '无', '——', '暂无', '一')).toEqual(Array(6).fill([1, 'ambiguous_blank']));
    expect(outcomes('1.2亿', '35亩', '(5.2)', '1,23', '约100', '3-5', true, '1e999', Number.POSITIVE_INFINITY)).toEqual(
      Array(9).fill([1, 'text_in_number']),
    );
    expect([number(0).absence, number('0').value]).toEqual([0, 0]);
  });

  test('[R95] any text is read as @muheng/quantity reads it', () => {
    const piece = fc.constantFrom(...'0123456789.,-+%eE亿万元亩 ()／约无缺'.split(''), '１', '．', '－', '\u00a0', '不适用');
    const texts = fc.oneof(
      fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join('')),
      fc.double().map(String),
    );
    let numbers = 0;
    fc.assert(
      fc.property(texts, fc.constantFrom('元', '万元', '%', '亩'), (text, unit) => {
        const expected = quantityNumber(text, written(unit));
        const { value, absence, trouble } = number(text, unit);
        if (expected.kind === 'number') numbers++;
        expect(value).toBe(expected.kind === 'number' ? expected.value : Number.NaN);
        expect(absence === 0).toBe(expected.kind === 'number');
        expect(trouble === 'ambiguous_blank').toBe(expected.kind === 'mark');
        expect(trouble === 'text_in_number').toBe(expected.kind === 'trouble');
      }),
      { seed: 95, numRuns: runs },
    );
    console.log(`one reading of numbers: seed 95, ${runs} texts, ${numbers} numbers`);
    expect(numbers).toBeGreaterThan(runs / 10);
  });

  test('[R86] a blank between digits is asked about, a comma is not', () => {
    expect(['5 200', '5\u00a0200', '5,200', ' 5200 ', '5200 元'].map((cell) => number(cell, '元').trouble)).toEqual([
      'spaced_number',
      'spaced_number',
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('dates', () => {
  test('[R69] ten notations are one day; serials and short years are told, two readings refused, no end is missing', () => {
    const day = date('2025-03-01').value;
    for (const cell of [
      '2025/3/1',
      '2025.3.1',
      '2025年3月1日',
      '2025年3月1号',
      '20250301',
      20250301,
      '二〇二五年三月一日',
      '2025-03-01 13:20',
    ])
      expect([cell, date(cell).value, date(cell).trouble]).toEqual([cell, day, undefined]);
    expect([45717, '45717', '25年3月1日'].map((cell) => [date(cell).value, date(cell).trouble])).toEqual([
      [day, 'date_serial'],
      [day, 'date_serial'],
      [day, 'date_two_digit_year'],
    ]);
    for (const cell of ['03/04/2025', '25-3-1', '2025年3月', '2025-02-30', 60, 59, 12, true, '待定'])
      expect([cell, date(cell).absence, date(cell).trouble]).toEqual([cell, 1, 'not_a_date']);
    for (const cell of ['长期', '至今', '', null]) expect([date(cell).absence, date(cell).trouble]).toEqual([1, undefined]);
    expect([date('无').trouble, date('不适用').absence, date('未报').absence]).toEqual(['ambiguous_blank', 2, 3]);
  });

  test('[R69] any text is the day that @muheng/quantity reads, or none', () => {
    const piece = fc.constantFrom(...'0123456789-/.年月日号 T:'.split(''), '2025', '年3月', '/3/1', '二〇二五年', '三月', '长期');
    let days = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const text = pieces.join('');
        const expected = quantityDate(plainText(text));
        if (expected.kind === 'date') days++;
        expect(date(text).value).toBe(expected.kind === 'date' ? expected.day : Number.NaN);
      }),
      { seed: 69, numRuns: runs },
    );
    console.log(`one reading of dates: seed 69, ${runs} texts, ${days} days`);
    expect(days).toBeGreaterThan(10);
  });

  test('[R69] a year of two digits is a warning with its cell and the day that was read', () => {
    const scheme = schemeOf({ who: "who: { include: '满年数(投产日期) >= 3 年', undetermined: pending, clause: doc#c }" });
    const { findings } = readTables(scheme, [tableOf(['id', '得数', '投产日期'], [['a', 1, '19年3月1日']])]);
    expect(findings.map(({ code, severity, where }) => [code, severity, where.cell])).toEqual([
      ['date_two_digit_year', 'warning', 'C2'],
    ]);
    expect(findings[0]?.message).toContain('读作 2019-03-01');
  });
});

describe('words', () => {
  const text = (cell: Cell, allowed?: ReadonlySet<string>): Reading => {
    const reading = newReading();
    readText(cell, allowed, reading);
    return reading;
  };
  const flag = (cell: Cell): Reading => {
    const reading = newReading();
    readFlag(cell, reading);
    return reading;
  };

  test('[S7] [S50] texts keep their writing; 一 and 没有 are words there, 无 and - are none unless the field allows them', () => {
    expect([' 甲 ', '（乙）', '一', '没有', true, 5].map((cell) => text(cell).text)).toEqual([
      '甲',
      '（乙）',
      '一',
      '没有',
      '是',
      '5',
    ]);
    expect(['无', '-', 'null'].map((cell) => text(cell).trouble)).toEqual(Array(3).fill('ambiguous_blank'));
    expect([text('无', new Set(['无'])).text, text('不适用').absence, text('').absence]).toEqual(['无', 2, 1]);
    expect(['有', '没有', '1', 0, '无', '也许'].map((cell) => [flag(cell).value, flag(cell).trouble])).toEqual([
      [1, undefined],
      [0, undefined],
      [1, undefined],
      [0, undefined],
      [Number.NaN, 'ambiguous_blank'],
      [Number.NaN, 'not_a_flag'],
    ]);
  });

  test('[R94] plain text is narrow and without spaces around, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (given) => {
        expect(plainText(given)).toBe(given.normalize('NFKC').trim());
      }),
      { seed: 94, numRuns: 2_000 },
    );
    expect([' a', 'ａ', '甲（乙）', '㎡'].map(plainText)).toEqual(['a', 'a', '甲(乙)', 'm2']);
  });
});

describe('cells that cannot be read', () => {
  const kinds = [
    { type: 'number', kind: '数字', cell: '约500', when: '备查项 > 1' },
    { type: 'date', kind: '日期', cell: '2019年', when: '满年数(备查项) > 1 年' },
    { type: 'flag', kind: '是或否', cell: '也许', when: '备查项' },
  ] as const;
  test.each(kinds)(
    '[R86] $type: an error in a column that a rule uses; in another asked about with its cell, absent, its row read',
    ({ type, kind, cell, when }) => {
      const unit = type === 'number' ? 'unit: "", ' : '';
      const facts = `facts:\n  备查项: { id: idle, type: ${type}, ${unit}from: 经信局, confidential: open, merged: first }`;
      const read = (sections: Parameters<typeof schemeOf>[0]) => {
        const table = tableOf(['id', '得数', '备查项'], [['a', 7, cell]]);
        const { dataset, findings } = readTables(schemeOf({ facts, ...sections }), [table]);
        return { of: (fact: string) => dataset?.facts.get(2022)?.get(fact), findings };
      };
      const idle = read({ notes: 'also_collect: [备查项]' });
      expect(idle.findings.map(({ code, severity, where }) => [code, severity, where.cell])).toEqual([
        ['cell_unused_unreadable', 'warning', 'C2'],
      ]);
      expect(idle.findings[0]?.message).toContain(`“备查项”应为${kind}，单元格里是“${cell}”`);
      expect([idle.of('idle')?.values[0], idle.of('idle')?.absence[0], idle.of('v')?.values[0]]).toEqual([Number.NaN, 1, 7]);
      const used = read({ who: `who: { include: '${when} or 1 = 1', undetermined: in, clause: doc#c }` });
      expect(used.findings.map(({ severity, where }) => [severity, where.cell])).toEqual([['error', 'C2']]);
      expect([used.of('idle')?.absence[0], used.of('v')?.values[0]]).toEqual([1, 7]);
    },
  );
});
