/** 随服务运行 — what goes on beside the door in the same process: the worker of the queue, and the work of each night. */

import { verifyLedgers } from './corridors/audit/checks.js';
import { keptHeads, signHead } from './corridors/audit/signedHead.js';
import { checkFiles, sweepFiles } from './corridors/files/nightly.js';
import type { AnyJobKind } from './corridors/jobs/jobKind.js';
import { startWorker } from './corridors/jobs/worker.js';
import { sendDue } from './corridors/notices/outgoing/send.js';
import { forgetOld } from './corridors/people/forgetOld.js';
import { actorOfUser } from './corridors/people/signIn/actorOfUser.js';
import { remindOfDeadlines } from './corridors/year/reminders.js';
import { businessDay } from './forms/day.js';
import type { House } from './forms/house.js';
import { everyOfficeId } from './store/installation.js';

type Beside = (house: House) => Promise<() => Promise<void>>;
export type Tell = (trouble: unknown, what: string) => void;

/** `serve({ beside: [workers(kinds, tell), nightly(tell)] })` */
export const workers =
  (kinds: readonly AnyJobKind[], tell: Tell): Beside =>
  async (house) => {
    const worker = await startWorker(house, { kinds, actorOf: actorOfUser, onFault: tell });
    return () => worker.stop();
  };

const lookEveryMilliseconds = 10 * 60_000;
const hourOfNight = 2;
const young = 3_600_000;

/** Once a night from two o'clock, Beijing time; a machine that was off then does it when it is on again. */
export const nightly =
  (tell: Tell): Beside =>
  async (house) => {
    let running: Promise<unknown> = Promise.resolve();
    const look = (): void => {
      running = running
        .then(() => (isNight(house.now()) ? workOfNight(house, tell) : undefined))
        .catch((error: unknown) => tell(error, '夜间核对'));
    };
    const timer = setInterval(look, lookEveryMilliseconds).unref();
    return async () => {
      clearInterval(timer);
      await running;
    };
  };

const sendEveryMilliseconds = 30_000;
const officesAtOnce = 4;

/** 外发 — webhook, mail and SMS that are due, twice a minute; an office whose partners are slow holds up nobody else. */
export const outgoing =
  (tell: Tell): Beside =>
  async (house) => {
    const stopping = new AbortController();
    let running: Promise<void> | undefined;
    const look = (): void => {
      running ??= sendEverywhere(house, { tell, signal: stopping.signal }).finally(() => {
        running = undefined;
      });
    };
    const timer = setInterval(look, sendEveryMilliseconds).unref();
    look();
    return async () => {
      clearInterval(timer);
      stopping.abort();
      await running;
    };
  };

/** Once for every office. */
export async function sendEverywhere(
  house: House,
  { tell, signal }: { readonly tell: Tell; readonly signal?: AbortSignal },
): Promise<void> {
  const waiting = await everyOfficeId(house.store).catch((error: unknown) => {
    tell(error, '外发');
    return [];
  });
  const lane = async (): Promise<void> => {
    for (let officeId = waiting.shift(); officeId !== undefined; officeId = waiting.shift()) {
      if (signal?.aborted === true) return;
      await sendDue(house, officeId, { ...(signal === undefined ? {} : { signal }) }).catch((error: unknown) =>
        tell(error, '外发'),
      );
    }
  };
  await Promise.all(Array.from({ length: officesAtOnce }, lane));
}

const hour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', hourCycle: 'h23' });
const isNight = (at: Date): boolean => Number(hour.format(at)) >= hourOfNight;

/** Offices whose head of today is signed have had theirs; signing comes last, so that a night cut short is done again. */
export async function workOfNight(house: House, tell: Tell): Promise<readonly string[]> {
  const today = businessDay(house.now());
  const due = (await everyOfficeId(house.store)).filter((officeId) => {
    const last = keptHeads(house, officeId).at(-1);
    return last === undefined || businessDay(new Date(last.at)) !== today;
  });
  if (due.length === 0) return [];
  for (const { officeId, words } of await verifyLedgers(house)) if (words !== undefined) tell(words, `审计台账 ${officeId}`);
  for (const officeId of due) {
    const { damaged } = await checkFiles(house, officeId);
    if (damaged.length > 0) tell(damaged, `文件 ${officeId}`);
    await remindOfDeadlines(house, officeId).catch((error: unknown) => tell(error, `期限提醒 ${officeId}`));
    await forgetOld(house, officeId);
    await signHead(house, officeId);
  }
  await sweepFiles(house, young);
  return due;
}
