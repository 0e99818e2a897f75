/**
 * 显示值 — how a value stands on a screen: 缺, 不适用, 未报, 算不出 and 0 all look different; thousands separated, same decimals
 * in a column. Decimals come as strings and are never turned into a double to be shown. Pure.
 */
export type Absence = 'missing' | 'not_applicable' | 'not_reported' | 'not_computable';

export interface Absent {
  readonly absent: Absence;
}
export type Value = string | number | boolean | Absent | null;

export type ValueKind = 'text' | 'number' | 'date' | 'choice';

export const absenceWords: Readonly<Record<Absence, { readonly mark: string; readonly meaning: string }>> = {
  missing: { mark: '缺', meaning: '应当有而没有' },
  not_applicable: { mark: '不适用', meaning: '该企业不适用此项' },
  not_reported: { mark: '未报', meaning: '已向部门要数，尚未报送' },
  not_computable: { mark: '算不出', meaning: '缺少算式所需的数，或除数为零' },
};

export const isAbsent = (value: unknown): value is Absent => typeof value === 'object' && value !== null && 'absent' in value;

/** `1234567.5` at 2 → `1,234,567.50`. Rounds half away from zero on the digits as written; what is no number comes back unchanged. */
export function formatNumber(value: string | number, decimals?: number): string {
  const written = typeof value === 'number' ? plainDigits(value) : value.trim();
  const parts = /^(-?)(\d+)(?:\.(\d*))?$/.exec(written);
  if (parts === null) return written;
  const [, sign = '', whole = '0', fraction = ''] = parts;
  const kept = decimals === undefined ? { whole, fraction } : roundDigits(whole, fraction, decimals);
  const grouped = kept.whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const zero = /^0*$/.test(kept.whole + kept.fraction);
  return `${zero ? '' : sign}${grouped}${kept.fraction === '' ? '' : `.${kept.fraction}`}`;
}

/** Two decimals at least and as many as the value really has: 12000.0000 → 12,000.00, 30.1250 → 30.125. */
export function formatDecimal(value: string): string {
  const trimmed = value.includes('.') ? value.replace(/(?<!0)0+$/, '').replace(/\.$/, '') : value;
  return formatNumber(trimmed, Math.max(2, trimmed.split('.')[1]?.length ?? 0));
}

/** 2025-05-20 → 2025年5月20日. What is no date comes back unchanged. */
export function formatDate(iso: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  return parts === null ? iso : `${parts[1]}年${Number(parts[2])}月${Number(parts[3])}日`;
}

/** An instant in Beijing time: 2025年5月20日 12:00. */
export function formatInstant(iso: string): string {
  const at = Date.parse(iso);
  if (Number.isNaN(at)) return iso;
  const beijing = new Date(at + 8 * 3_600_000).toISOString();
  return `${formatDate(beijing)} ${beijing.slice(11, 16)}`;
}

/** A value as the history keeps it: a day or an instant in words, everything else as written. */
export function formatKept(value: string): string {
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return formatInstant(value);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value) : value;
}

/** 1.2 GB, 1.2 MB, 12 KB. */
export function formatSize(bytes: number): string {
  if (bytes >= 1_073_741_824) return `${(bytes / 1_073_741_824).toFixed(1)} GB`;
  if (bytes >= 1_048_576) return `${(bytes / 1_048_576).toFixed(1)} MB`;
  return bytes >= 1024 ? `${Math.round(bytes / 1024)} KB` : `${bytes} 字节`;
}

function plainDigits(value: number): string {
  const written = String(value);
  return written.includes('e') ? value.toFixed(Math.abs(value) < 1 ? 12 : 0) : written;
}

function roundDigits(whole: string, fraction: string, decimals: number): { whole: string; fraction: string } {
  if (fraction.length <= decimals) return { whole, fraction: fraction.padEnd(decimals, '0') };
  const digits = BigInt(whole + fraction.slice(0, decimals));
  const up = Number(fraction[decimals]) >= 5 ? 1n : 0n;
  const rounded = (digits + up).toString().padStart(decimals + 1, '0');
  return decimals === 0
    ? { whole: rounded, fraction: '' }
    : { whole: rounded.slice(0, -decimals), fraction: rounded.slice(-decimals) };
}
