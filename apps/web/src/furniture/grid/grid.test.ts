import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrange, move, narrowest, resize, toggle, usualLayout } from './columns.js';
import { csvOf } from './export.js';
import { asks, moveSpot, pick } from './keyboard.js';
import { contentOf, differs, parseLast, type View, viewOf } from './views.js';

const columns = ['name', 'code', 'town', 'land'].map((key) => ({ key, width: 100 }));
const usual = usualLayout(columns);
const keys = (layout = usual): string =>
  arrange(columns, layout)
    .map((column) => column.key)
    .join();

test('a person arranges columns; the first stays frozen', () => {
  expect(keys(move(usual, 'land', -1))).toBe('name,code,land,town');
  expect(keys(move(usual, 'code', -1))).toBe('name,code,town,land');
  expect(keys(move(usual, 'name', 2))).toBe('name,code,town,land');
  expect(keys(toggle(usual, 'town'))).toBe('name,code,land');
  expect(keys(toggle(usual, 'name'))).toBe('name,code,town,land');
  expect(keys(toggle(toggle(usual, 'town'), 'town'))).toBe('name,code,town,land');
  expect(arrange(columns, resize(usual, 'code', 5))[1]?.width).toBe(narrowest);
});

test('an old view shows columns that came later and forgets those that went', () => {
  expect(keys({ order: ['name', 'gone', 'land'], hidden: [], widths: {} })).toBe('name,land,code,town');
});

test('any sequence of moves keeps every column once', () => {
  const step = fc.tuple(fc.constantFrom('name', 'code', 'town', 'land'), fc.integer({ min: -5, max: 5 }));
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const layout = steps.reduce((at, [key, by]) => move(at, key, by), usual);
      expect([...layout.order].sort()).toEqual(['code', 'land', 'name', 'town']);
      expect(layout.order[0]).toBe('name');
    }),
  );
});

const stroke = (key: string, more = {}) => ({ key, ctrl: false, shift: false, ...more });
const field = { rows: 100_000, columns: 4, page: 20 };

test('the keyboard reaches every cell and never leaves the grid', () => {
  expect(moveSpot({ row: 0, column: 0 }, stroke('ArrowUp'), field)).toEqual({ row: -1, column: 0 });
  expect(moveSpot({ row: -1, column: 0 }, stroke('ArrowUp'), field)).toEqual({ row: -1, column: 0 });
  expect(moveSpot({ row: 3, column: 2 }, stroke('End', { ctrl: true }), field)).toEqual({ row: 99_999, column: 3 });
  expect(moveSpot({ row: 99_999, column: 3 }, stroke('PageDown'), field)).toEqual({ row: 99_999, column: 3 });
  expect(moveSpot({ row: 5, column: 0 }, stroke('PageUp'), field)).toEqual({ row: 0, column: 0 });
  expect(moveSpot({ row: 5, column: 0 }, stroke('x'), field)).toBeNull();
  expect(moveSpot({ row: 0, column: 0 }, stroke('ArrowDown'), { ...field, rows: 0 })).toEqual({ row: -1, column: 0 });
});

test('keys ask for what a person expects', () => {
  const here = { row: 2, column: 1 };
  expect(asks(stroke('Enter'), here)).toBe('open');
  expect(asks(stroke('w'), here)).toBe('why');
  expect(asks(stroke('w', { ctrl: true }), here)).toBeNull();
  expect(asks(stroke(' ', { shift: true }), here)).toBe('pickRange');
  expect(asks(stroke('Enter'), { row: -1, column: 1 })).toBe('sort');
  expect(asks(stroke('a', { ctrl: true }), here)).toBe('pickAll');
});

test('picking one turns it over, picking a range takes both ends', () => {
  const ids = ['a', 'b', 'c', 'd'];
  expect([...pick(new Set(['a']), ids, { from: 0, to: 0 })]).toEqual([]);
  expect([...pick(new Set(), ids, { from: 3, to: 1 })]).toEqual(['b', 'c', 'd']);
});

test('[R34] the export neutralises formulas, keeps numbers numbers and long digits text', () => {
  const cells = [
    { key: 'n', title: '名称', kind: 'text', width: 1, value: (row: readonly string[]) => row[0] ?? null },
    { key: 'v', title: '面积', unit: '亩', kind: 'number', width: 1, value: (row: readonly string[]) => row[1] ?? null },
  ] as const;
  const lines = csvOf(cells, [
    ['=HYPERLINK("x")', '-5.2'],
    ['＝1+1', '=1'],
    ['甲,"乙"', '3.00'],
    ['330122000012345678', '0'],
  ]).split('\r\n');
  expect(lines[0]).toBe('\uFEFF名称,面积（亩）');
  expect(lines[1]).toBe('"\'=HYPERLINK(""x"")",-5.2');
  expect(lines[2]).toBe("'＝1+1,'=1");
  expect(lines[3]).toBe('"甲,""乙""",3.00');
  expect(lines[4]).toBe('\t330122000012345678,0');
});

test('a view goes to the server and comes back the same; what this version does not know is left out', () => {
  const view: View = {
    layout: usual,
    conditions: [
      { field: 'land', op: 'between', value: ['3', '5'] },
      { field: 'code', op: 'empty' },
    ],
    sort: { key: 'land', down: true },
  };
  expect(viewOf(contentOf(view))).toEqual(view);
  const content = contentOf(view);
  expect(
    viewOf({
      ...content,
      conditions: [
        { field: 'x', op: 'eval' as never },
        { field: 'y', op: 'between', value: ['3'] },
      ],
    }).conditions,
  ).toEqual([]);
  expect(differs(view, { ...view })).toBe(false);
  expect(differs(view, { ...view, conditions: [] })).toBe(true);
});

test('how the columns were left is read back, a damaged note is not believed', () => {
  const last = { layout: usual, sort: null };
  expect(parseLast(JSON.stringify(last))).toEqual(last);
  for (const text of [null, '{', '[]', '{"layout":{"order":[1],"hidden":[],"widths":{}},"sort":null}'])
    expect(parseLast(text)).toBeUndefined();
});
