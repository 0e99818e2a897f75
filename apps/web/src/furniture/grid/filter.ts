/**
 * 筛选 — conditions with the operators of the desk: =, ≠, >, ≥, <, ≤, 空, 非空, 包含, 介于. They go to the server as they are; a grid
 * that holds all its rows applies them itself. Pure.
 */
import { isAbsent, type Value, type ValueKind } from '../values.js';

export const operators = ['=', '≠', '>', '≥', '<', '≤', 'contains', 'between', 'empty', 'notEmpty'] as const;
export type Operator = (typeof operators)[number];

export interface Condition {
  readonly field: string;
  readonly op: Operator;
  readonly value?: string | readonly [string, string];
}

export const operatorWords: Readonly<Record<Operator, string>> = {
  '=': '等于',
  '≠': '不等于',
  '>': '大于',
  '≥': '大于或等于',
  '<': '小于',
  '≤': '小于或等于',
  contains: '包含',
  between: '介于',
  empty: '为空',
  notEmpty: '非空',
};

const offered: Readonly<Record<ValueKind, readonly Operator[]>> = {
  text: ['contains', '=', '≠', 'empty', 'notEmpty'],
  choice: ['=', '≠', 'empty', 'notEmpty'],
  number: ['≥', '≤', '>', '<', '=', '≠', 'between', 'empty', 'notEmpty'],
  date: ['≥', '≤', '=', 'between', 'empty', 'notEmpty'],
};
export const operatorsFor = (kind: ValueKind): readonly Operator[] => offered[kind];

export const takesNothing = (op: Operator): boolean => op === 'empty' || op === 'notEmpty';

/** 条件是否填全 — an unfinished condition is not sent and filters nothing. */
export function isComplete({ op, value }: Condition): boolean {
  if (takesNothing(op)) return true;
  if (op === 'between') return Array.isArray(value) && value.every((one) => one !== '');
  return typeof value === 'string' && value !== '';
}

/** Both ends of 介于 belong to it. An absent value matches only 空. */
export function matches(value: Value, condition: Condition): boolean {
  const blank = value === null || value === '' || isAbsent(value);
  if (condition.op === 'empty') return blank;
  if (condition.op === 'notEmpty') return !blank;
  if (!isComplete(condition)) return true;
  if (blank) return condition.op === '≠';
  if (condition.op === 'between') {
    const [from = '', to = ''] = condition.value ?? [];
    return compare(value, from) >= 0 && compare(value, to) <= 0;
  }
  const wanted = String(condition.value);
  if (condition.op === 'contains') return fold(String(value)).includes(fold(wanted));
  return holds[condition.op](compare(value, wanted));
}

const holds: Readonly<Record<'=' | '≠' | '>' | '≥' | '<' | '≤', (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '≠': (order) => order !== 0,
  '>': (order) => order > 0,
  '≥': (order) => order >= 0,
  '<': (order) => order < 0,
  '≤': (order) => order <= 0,
};

/** Numbers by size where both are numbers, else text by code point (dates in ISO form sort so too). */
export function compare(left: Exclude<Value, Absent | null>, right: string): number {
  const a = Number(left);
  const b = Number(right);
  const numeric = left !== '' && right !== '' && typeof left !== 'boolean' && !Number.isNaN(a) && !Number.isNaN(b);
  if (numeric) return Math.sign(a - b);
  const [one, other] = [fold(String(left)), fold(right)];
  return one < other ? -1 : one > other ? 1 : 0;
}
type Absent = Extract<Value, object>;

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();
