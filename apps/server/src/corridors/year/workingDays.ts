/**
 * 工作日 — days and deadlines in Beijing time. A deadline includes its whole last day (or stops at a clock time when one is set);
 * what is late is counted in working days: the State Council's calendar with its 调休, corrected by the office's own table.
 * @source trust R66, R67
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';
import { businessDay } from '../../forms/day.js';

/** Day → works, where the office differs. */
export type OwnDays = ReadonlyMap<string, boolean>;

export const worksOn = (day: string, own: OwnDays): boolean =>
  own.get(day) ?? (day in workdays || (isMondayToFriday(day) && !(day in holidays)));

/**
 * The published days by date. Not by the functions of the library: those look at the clock of the machine, and count other days in the
 * west. @source trust R66
 */
const published = z.object({ holidays: z.record(z.iso.date(), z.string()), workdays: z.record(z.iso.date(), z.string()) });
const require = createRequire(import.meta.url);
const { holidays, workdays } = published.parse(
  JSON.parse(readFileSync(require.resolve('chinese-days/dist/chinese-days.json'), 'utf8')),
);

function isMondayToFriday(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday >= 1 && weekday <= 5;
}

/** First instant of a Beijing day. 1988 had summer time; deadlines of this work begin long after. */
export const startOfDay = (day: string): Date => new Date(`${day}T00:00:00+08:00`);

/** The first instant that is too late for a last day, or for a clock time on it (`12:00`). */
export const deadlineOf = (day: string, clock?: string): Date =>
  clock === undefined ? startOfDay(nextDay(day)) : new Date(`${day}T${clock}:00+08:00`);

export function nextDay(day: string, days = 1): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** The last day of a deadline, as people say it: 4月30日 for one that ends as 1 May begins. */
export const lastDayOf = (end: Date): string => businessDay(new Date(end.getTime() - 1));

/** The clock time of a deadline that ends within a day; nothing for one that takes its whole last day. */
export function lastClockOf(end: Date): { readonly lastClock?: string } {
  const text = clock.format(end);
  return text === '00:00' ? {} : { lastClock: text };
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** 逾期工作日 — working days that have begun since the deadline passed; 0 before it. A day off adds nothing. */
export function workingDaysLate(end: Date, now: Date, own: OwnDays): number {
  if (now < end) return 0;
  let late = 0;
  const today = businessDay(now);
  for (let day = businessDay(end); day <= today; day = nextDay(day)) if (worksOn(day, own)) late++;
  return late;
}

/** 剩余工作日 — of today and the days to come until the deadline; 0 once it has passed. */
export function workingDaysLeft(end: Date, now: Date, own: OwnDays): number {
  if (now >= end) return 0;
  let left = 0;
  for (let day = businessDay(now); day <= lastDayOf(end); day = nextDay(day)) if (worksOn(day, own)) left++;
  return left;
}
