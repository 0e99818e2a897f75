/**
 * 日历日期 — a date is a day number: days since 1970-01-01, whole, no clock and no time zone.
 * Read `parseDate` first. 满 N 年 is `fullYearsBetween`.
 */

export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Day number of a calendar date (years 1–9999), `undefined` when there is no such day. */
export function dayNumber(year: number, month: number, day: number): number | undefined {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return undefined;
  if (!Number.isInteger(month) || month < 1 || month > 12) return undefined;
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return undefined;
  return daysSinceEpoch(year, month, day);
}

/** The calendar date of a day number. */
export function civilDate(number: number): CivilDate {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

const writings: readonly RegExp[] = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];

/**
 * Reads 2025-03-01, 2025/3/1, 2025.3.1, 2025年3月1日, 20250301, full-width or spaced too; a midnight after it is dropped.
 * The year always stands first with four digits: 03/04/2025 and 25-3-1 have two readings and give `undefined`.
 */
export function parseDate(text: string): number | undefined {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/(?<![T ])[T ]+00:00(:00(\.0+)?)?$/, '')
    .replace(/\s+/g, '');
  for (const writing of writings) {
    const found = writing.exec(plain);
    if (found !== null) return dayNumber(Number(found[1]), Number(found[2]), Number(found[3]));
  }
  return undefined;
}

/** `2025年3月1日` */
export function dateInWords(number: number): string {
  const { year, month, day } = civilDate(number);
  return `${year}年${month}月${day}日`;
}

/** `2025-03-01` */
export function isoDate(number: number): string {
  const { year, month, day } = civilDate(number);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The same day some months later (earlier when negative); a day the month lacks becomes its last day. */
export function addMonths(number: number, months: number): number {
  const { year, month, day } = civilDate(number);
  const count = year * 12 + (month - 1) + months;
  const newYear = Math.floor(count / 12);
  const newMonth = count - newYear * 12 + 1;
  return daysSinceEpoch(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** The same day some years later; 29 February becomes 28 February. */
export const addYears = (number: number, years: number): number => addMonths(number, years * 12);

/**
 * 满…个月 — completed months from one day to another: the largest n with `addMonths(from, n) <= to`.
 * Negative as soon as `to` lies before `from`.
 */
export function monthsBetween(from: number, to: number): number {
  const start = civilDate(from);
  const end = civilDate(to);
  const months = (end.year - start.year) * 12 + end.month - start.month;
  return addMonths(from, months) <= to ? months : months - 1;
}

/** 满…年 — completed years; 2019-06-30 to 2022-06-30 is 3, one day less is 2. Negative as soon as `to` lies before `from`. */
export const fullYearsBetween = (from: number, to: number): number => Math.floor(monthsBetween(from, to) / 12);

/** 用地起止 — first and last day of an occupancy, both included; `to` undefined = still going on. */
export interface Occupancy {
  readonly from: number;
  readonly to: number | undefined;
  readonly year: number;
  readonly by: 'months' | 'days';
}

/**
 * 按月(按日)折算 — the share of a calendar year, 0–1, during which something was occupied; not rounded.
 * `months`: a month counts whole when the occupancy covers its 15th day, else not at all. The documents only say 按月;
 * this is our stated reading. `days`: occupied days over 365 or 366.
 */
export function monthsOccupied(occupancy: Occupancy): number {
  const { from, year } = occupancy;
  const to = occupancy.to ?? Number.POSITIVE_INFINITY;
  if (occupancy.by === 'days') {
    const first = daysSinceEpoch(year, 1, 1);
    const last = daysSinceEpoch(year, 12, 31);
    return Math.max(0, Math.min(to, last) - Math.max(from, first) + 1) / (last - first + 1);
  }
  let months = 0;
  for (let month = 1; month <= 12; month++) {
    const middle = daysSinceEpoch(year, month, 15);
    if (from <= middle && middle <= to) months++;
  }
  return months / 12;
}

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Howard Hinnant's days_from_civil: years begin in March, eras of 400 years. */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}
