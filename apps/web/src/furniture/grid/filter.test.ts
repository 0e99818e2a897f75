import { expect, test } from 'vitest';
import { isComplete, matches, operators, operatorsFor, operatorWords } from './filter.js';

const blank = { absent: 'missing' } as const;

test('every operator of the desk, at its edge', () => {
  const cases = [
    ['3', { op: '≥', value: '3' }, true],
    ['2.99', { op: '≥', value: '3' }, false],
    ['3', { op: '>', value: '3' }, false],
    ['10', { op: '>', value: '9' }, true],
    ['3.0', { op: '=', value: '3' }, true],
    ['3', { op: '≠', value: '3' }, false],
    ['3', { op: 'between', value: ['3', '5'] }, true],
    ['5', { op: 'between', value: ['3', '5'] }, true],
    ['5.01', { op: 'between', value: ['3', '5'] }, false],
    ['某镇甲有限公司', { op: 'contains', value: '甲有限' }, true],
    ['ＡＢＣ公司', { op: 'contains', value: 'abc' }, true],
    ['2025-05-20', { op: '≤', value: '2025-05-20' }, true],
    ['2025-05-21', { op: '≤', value: '2025-05-20' }, false],
    [blank, { op: 'empty' }, true],
    ['0', { op: 'empty' }, false],
    [null, { op: 'notEmpty' }, false],
    [blank, { op: '≥', value: '0' }, false],
    [blank, { op: '≠', value: '3' }, true],
  ] as const;
  for (const [value, condition, expected] of cases)
    expect(matches(value, { field: 'f', ...condition }), JSON.stringify([value, condition])).toBe(expected);
});

test('an unfinished condition hides nothing', () => {
  expect(isComplete({ field: 'f', op: 'between', value: ['1', ''] })).toBe(false);
  expect(matches('7', { field: 'f', op: 'between', value: ['1', ''] })).toBe(true);
  expect(isComplete({ field: 'f', op: '=' })).toBe(false);
  expect(isComplete({ field: 'f', op: 'empty' })).toBe(true);
});

test('each kind offers operators that have words', () => {
  for (const kind of ['text', 'number', 'date', 'choice'] as const)
    for (const op of operatorsFor(kind)) expect(operatorWords[op]).not.toBe('');
  expect(new Set(operators.map((op) => operatorWords[op])).size).toBe(operators.length);
});
