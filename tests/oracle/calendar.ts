/** Dates for the oracle: a date is a day number counted by walking years and months, nothing clever. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
export const monthLength = (year: number, month: number): number =>
  month === 2 ? (leap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** `2022-03-01` */
export function readDay(text: string): Day {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return { year, month, day };
}

/** Days since 2000-01-01; only differences and order matter. */
export function dayCount({ year, month, day }: Day): number {
  let days = day - 1;
  for (let m = 1; m < month; m++) days += monthLength(year, m);
  for (let y = 2000; y < year; y++) days += leap(y) ? 366 : 365;
  for (let y = year; y < 2000; y++) days -= leap(y) ? 366 : 365;
  return days;
}

/** 满…年: the 29 February anniversary of a common year is the 28th. */
export function fullYears(from: Day, to: Day): number {
  let years = to.year - from.year;
  const anniversary: Day = { ...from, year: to.year, day: Math.min(from.day, monthLength(to.year, from.month)) };
  if (dayCount(anniversary) > dayCount(to)) years--;
  return years;
}
