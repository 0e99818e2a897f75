/** Numbers and values as people read them: no exponent for ordinary sizes, never a locale. */
import { isoDate } from '@muheng/quantity';

/** At most 15 significant digits, trimmed: what explanations print and can be recomputed from. */
export function formatNumber(x: number): string {
  if (!Number.isFinite(x)) return String(x);
  return withoutExponent(String(Number(x.toPrecision(15))));
}

/** The shortest text that reads back as the same double: what prose prints for constants. */
export const shownNumber = (x: number): string => withoutExponent(String(x));

/** `1.5e-7` → `0.00000015`; beyond 1e±30 the exponent stays. */
function withoutExponent(text: string): string {
  const [, sign = '', whole = '', part = '', power = ''] = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  const exponent = Number(power);
  if (whole === '') return text === '-0' ? '0' : text;
  if (Math.abs(exponent) > 30) return text;
  const digits = whole + part;
  const point = whole.length + exponent;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits + '0'.repeat(point - digits.length);
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

export const shownDate = (day: number): string => isoDate(day);
