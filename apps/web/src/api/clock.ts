/** 时钟 — the server's time: a PC's clock may be wrong, and the demonstration has a time of its own. Dates are Beijing's. */
let ahead = 0;

/** From each answer that says who is signed in. */
export function keepClock(now: string): void {
  ahead = Date.parse(now) - Date.now();
}

export const nowAtServer = (): Date => new Date(Date.now() + ahead);

/** Today in Beijing, as a date. */
export const today = (): string => new Date(nowAtServer().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
