import { describe, expect, it } from 'vitest';
import { deadlineOf, lastDayOf, startOfDay, workingDaysLate, workingDaysLeft, worksOn } from './workingDays.js';

const none = new Map<string, boolean>();

describe('deadlines', () => {
  it('[R67] a deadline day counts to its last second in Beijing, whatever zone the server keeps', () => {
    const end = deadlineOf('2025-04-30');
    expect(end.toISOString()).toBe('2025-04-30T16:00:00.000Z');
    expect(workingDaysLate(end, new Date('2025-04-30T15:59:59.999Z'), none)).toBe(0);
    expect(workingDaysLeft(end, new Date('2025-04-30T15:59:59.999Z'), none)).toBe(1);
    expect(lastDayOf(end)).toBe('2025-04-30');
  });
  it('[R67] the first second after it is late, but not yet by a working day while everybody is on holiday', () => {
    const end = deadlineOf('2025-04-30');
    expect(workingDaysLate(end, end, none)).toBe(0); // 1 May
    expect(workingDaysLeft(end, end, none)).toBe(0);
    expect(workingDaysLate(end, new Date('2025-05-05T15:00:00Z'), none)).toBe(0); // last day of the holiday
    expect(workingDaysLate(end, new Date('2025-05-06T00:00:00Z'), none)).toBe(1); // first working day
  });
  it('[R67] a clock time ends the day at that minute', () => {
    const noon = deadlineOf('2025-05-20', '12:00');
    expect(noon.toISOString()).toBe('2025-05-20T04:00:00.000Z');
    expect(workingDaysLate(noon, new Date('2025-05-20T03:59:59Z'), none)).toBe(0);
    expect(workingDaysLate(noon, new Date('2025-05-20T04:00:00Z'), none)).toBe(1);
    expect(lastDayOf(noon)).toBe('2025-05-20');
  });
  it('[R67] 调休: a Sunday that works and a Monday that does not', () => {
    expect(worksOn('2025-01-26', none)).toBe(true);
    expect(worksOn('2025-01-28', none)).toBe(false);
    expect(worksOn('2025-10-11', none)).toBe(true);
    expect(worksOn('2026-02-16', none)).toBe(false);
  });
  it('[R66] the days are the same wherever the machine stands', () => {
    const { TZ } = process.env;
    const here = new Set<number>();
    try {
      for (const zone of ['America/Los_Angeles', 'UTC', 'Asia/Shanghai', 'Pacific/Kiritimati']) {
        process.env.TZ = zone;
        here.add(new Date('2025-04-05T00:00:00Z').getTimezoneOffset());
        const days = [
          '2025-04-03',
          '2025-04-04',
          '2025-04-06',
          '2025-04-07',
          '2025-04-26',
          '2025-04-27',
          '2025-05-05',
          '2025-05-06',
        ];
        expect(days.filter((day) => worksOn(day, none))).toEqual(['2025-04-03', '2025-04-07', '2025-04-27', '2025-05-06']);
      }
    } finally {
      if (TZ === undefined) delete process.env.TZ;
      else process.env.TZ = TZ;
    }
    expect(here.size).toBe(4);
  });
  it('[R67] the office may correct the calendar', () => {
    expect(worksOn('2025-05-06', new Map([['2025-05-06', false]]))).toBe(false);
    expect(workingDaysLate(deadlineOf('2025-04-30'), new Date('2025-05-06T02:00:00Z'), new Map([['2025-05-06', false]]))).toBe(0);
  });
  it('[R66] a day begins at midnight in Beijing', () => {
    expect(startOfDay('2025-03-01').toISOString()).toBe('2025-02-28T16:00:00.000Z');
  });
});
