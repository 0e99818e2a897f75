/** 北京日期 — whatever zone the machine is in. */
import { afterAll, expect, it } from 'vitest';
import { businessDay } from './day.js';

const { TZ } = process.env;
afterAll(() => {
  if (TZ === undefined) delete process.env.TZ;
  else process.env.TZ = TZ;
});

it.each(['UTC', 'America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Kiritimati'])(
  '[R66] a day begins at midnight in Beijing, on a machine in %s',
  (zone) => {
    process.env.TZ = zone;
    expect(businessDay(new Date('2025-03-10T15:59:59.999Z'))).toBe('2025-03-10');
    expect(businessDay(new Date('2025-03-10T16:00:00Z'))).toBe('2025-03-11');
    // Summer time of 1988: +09:00.
    expect(businessDay(new Date('1988-06-30T15:00:00Z'))).toBe('1988-07-01');
    expect(businessDay(new Date('1988-06-30T14:59:59Z'))).toBe('1988-06-30');
  },
);
