/** Block kernels: blocks and their edges, reuse of columns and registers, columns that lie about what they hold. */
import { expect, test } from 'vitest';
import { frame } from '../fixtures/frame.js';
import { read } from '../fixtures/reading.js';
import type { Column, Frame } from '../tree.js';
import { compile, compileTogether } from './compile.js';
import { newColumn } from './machine.js';

const frameOf = (rows: number, columns: Readonly<Record<string, Column>>): Frame => ({
  ...frame({ rows: [{}] }),
  rows,
  column: (id) => columns[id] ?? newColumn(rows),
});

function counting(rows: number): Column {
  const column = newColumn(rows);
  for (let row = 0; row < rows; row++) column.values[row] = row;
  return column;
}

test.each([0, 1, 1023, 1024, 1025, 3000])('%i rows are all computed', (rows) => {
  const index = counting(rows);
  const column = compile(read('index × 2 + 1')).run(frameOf(rows, { index }));
  expect(column.values.length).toBe(rows);
  for (let row = 0; row < rows; row++) expect(column.values[row]).toBe(row * 2 + 1);
});

test('an absence in one block does not leak into another, in either direction', () => {
  const rows = 3072;
  const index = counting(rows);
  index.values[1500] = Number.NaN;
  index.absence[1500] = 3;
  const kernel = compile(read('若 index > 10 则 合计(index, 1) 否则 index ÷ index'));
  const out = newColumn(rows);
  out.absence.fill(4);
  expect(kernel.run(frameOf(rows, { index }), out)).toBe(out);
  for (let row = 0; row < rows; row++) {
    const expected = row === 1500 ? 3 : row === 0 ? 4 : 0;
    expect(out.absence[row], `row ${row}`).toBe(expected);
    expect(Number.isNaN(out.values[row]!)).toBe(expected !== 0);
  }
});

test('a kernel runs again over other frames, and leaves the frame as it was', () => {
  const kernel = compile(read('index ÷ (index - 1) + index'));
  const first = counting(2000);
  const before = first.values.slice();
  const one = kernel.run(frameOf(2000, { index: first }));
  kernel.run(frameOf(10, { index: counting(10) }));
  expect(kernel.run(frameOf(2000, { index: first })).values).toEqual(one.values);
  expect(first.values).toEqual(before);
});

test('a formula that is only a name or a constant is copied', () => {
  const index = counting(1030);
  expect(compile(read('index')).run(frameOf(1030, { index })).values).toEqual(index.values);
  expect(compile(read('7')).run(frameOf(1030, {})).values[1029]).toBe(7);
  expect([...compile(read('1 / 0')).run(frameOf(2, {})).absence]).toEqual([4, 4]);
});

test('an infinite value or an unmarked NaN never gets through', () => {
  const index = counting(3);
  index.values[0] = Number.POSITIVE_INFINITY;
  index.values[1] = Number.NaN;
  const column = compile(read('index + 1')).run(frameOf(3, { index }));
  expect([...column.absence]).toEqual([4, 4, 0]);
  expect([...column.values]).toEqual([Number.NaN, Number.NaN, 3]);
  expect(index.values[0]).toBe(Number.POSITIVE_INFINITY);
});

test('a result column of another length is a fault', () => {
  expect(() => compile(read('index')).run(frameOf(3, { index: counting(3) }), newColumn(4))).toThrow(RangeError);
});

test('flag and text constants share no register', () => {
  const index = counting(4);
  expect([...compile(read('若 是 则 1 否则 index')).run(frameOf(4, { index })).values]).toEqual([1, 1, 1, 1]);
});

test('formulas compiled together give for picked rows what each gives over the whole column', () => {
  const index = counting(3000);
  index.values[7] = Number.NaN;
  index.absence[7] = 2;
  const formulas = [read('index ÷ (index - 9)'), read('index'), read('合计(index, 1)'), read('若 index > 10 则 1 否则 index')];
  const over = frameOf(3000, { index });
  const whole = formulas.map((formula) => compile(formula).run(over));
  const reader = compileTogether(formulas).over(over);
  const rows = Int32Array.from({ length: 1000 }, (_, at) => 3 * at + 1);
  for (const [start, end] of [
    [0, 1000],
    [2, 3],
    [990, 1000],
  ] as const) {
    reader.pick(rows, start, end);
    reader.results.forEach((result, formula) => {
      for (let at = start; at < end; at++) {
        const row = rows[at]!;
        expect(result.values[at - start]).toBe(whole[formula]!.values[row]);
        if (!result.clean) expect(result.absence[at - start]).toBe(whole[formula]!.absence[row]);
      }
    });
  }
});
