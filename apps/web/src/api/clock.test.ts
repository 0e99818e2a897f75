/** The server's clock, and days as Beijing has them. */
import { expect, it } from 'vitest';
import { keepClock, nowAtServer, today } from './clock.js';

it('[R66] the day is that of the server, in Beijing, whatever this machine says', () => {
  keepClock('2025-04-24T15:59:58.000Z');
  expect(today()).toBe('2025-04-24');
  keepClock('2025-04-24T16:00:00.000Z');
  expect(today()).toBe('2025-04-25');
  expect(Math.abs(nowAtServer().getTime() - Date.parse('2025-04-24T16:00:00.000Z'))).toBeLessThan(5_000);
});
