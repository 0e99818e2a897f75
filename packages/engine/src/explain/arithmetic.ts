/** 算式 — prints numbers and the arithmetic between them so that anybody (and a test) can recompute the line from the page alone. */
import type { Rounding } from '@muheng/quantity';

/**
 * The shortest writing that reads back as the same double, so that a value on a rounding tie is recomputed to the same side.
 * No exponent for ordinary sizes.
 */
export function printed(value: number): string {
  const shortest = String(value + 0);
  const [, sign = '', whole = '', part = '', power = ''] = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(shortest) ?? [];
  const exponent = Number(power);
  if (whole === '' || Math.abs(exponent) > 30) return shortest;
  const digits = whole + part;
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  return `${sign}${digits}${'0'.repeat(exponent - part.length)}`;
}

/** A negative number in an expression stands in brackets. */
export const operand = (value: number): string => (value < 0 ? `(${printed(value)})` : printed(value));

/** `名称 值 = 式子`. */
export const lineOf = (name: string, value: number, expression: string): string => `${name} ${printed(value)} = ${expression}`;

export const inBrackets = (expression: string): string =>
  /^[\d.]+$/.test(expression) || /^\([^()]*\)$/.test(expression) ? expression : `(${expression})`;

/** `修约(x, 2)`; the mode is said when it is not that of Excel. */
export function rounded(expression: string, rounding: Rounding): string {
  if (rounding === 'none') return expression;
  return `修约(${expression}, ${rounding.to}${rounding.by === 'excel' ? '' : `, “${rounding.by}”`})`;
}

/** `最小(最大(x, 下限), 上限)`, only where there is a limit. */
export function limited(expression: string, limits: { readonly least: number | null; readonly most: number | null }): string {
  const above = limits.least === null ? expression : `最大(${expression}, ${printed(limits.least)})`;
  return limits.most === null ? above : `最小(${above}, ${printed(limits.most)})`;
}

export const sum = (values: readonly number[]): string => (values.length === 0 ? '0' : values.map(operand).join(' + '));
