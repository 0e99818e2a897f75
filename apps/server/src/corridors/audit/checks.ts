/**
 * 台账检查 — for the health page and doctor: can each office's ledger still be written, and does its chain hold against the heads that were
 * kept? A ledger that stands still is an alarm, not a delay. @source trust R54, R96, R97
 */
import type { House } from '../../forms/house.js';
import { newId } from '../../store/ids.js';
import { everyOfficeId } from '../../store/installation.js';
import { inScope, readInScope, wholeOffice } from '../../store/scope.js';
import { appendAudit } from './append.js';
import { databaseTime, newestTime, waitAtMost } from './queries/chain.js';
import { isGenuine, keptHeads } from './signedHead.js';
import { breakWords } from './texts.zh.js';
import { type ChainVerdict, verifyChain } from './verifyChain.js';

/** Longest that the head of a chain may be locked before somebody is told. */
const patienceMilliseconds = 1500;
/** More offices than this are tried in turn, a different part each time. */
const triedAtOnce = 20;
let turn = 0;

/** Between two machines that keep their time. */
const clockSlackMilliseconds = 5_000;
/** A ledger so far in the future was written before the clock was set back. */
const aheadMilliseconds = 5 * 60_000;

/** 时钟 — does our clock agree with the database's, and with what the ledgers say has happened? @source trust R68, R97 */
export const clockChecks = (house: House): { clock(): Promise<string | null> } => ({
  async clock() {
    const now = house.now().getTime();
    // A demonstration lives in the spring of its files, not in the database's present.
    const theirs = house.demonstration ? undefined : await databaseTime(house.store);
    const apart = Math.abs((theirs?.getTime() ?? now) - now);
    if (apart > clockSlackMilliseconds) return `与数据库的时间相差 ${Math.round(apart / 1000)} 秒，请校准时间（NTP）。`;
    for (const officeId of await everyOfficeId(house.store)) {
      const newest = await readInScope(house.store, wholeOffice(officeId), (tx) => newestTime(tx, officeId));
      if (newest !== undefined && newest.getTime() - now > aheadMilliseconds)
        return '台账最后一条的时间在将来，时钟可能被拨慢过，请校准时间（NTP）。';
    }
    return null;
  },
});

class TurnedBack extends Error {}

/** @param freshMilliseconds an answer so young is given again: health is asked for often, and by many */
export function auditChecks(house: House, freshMilliseconds = 20_000): { audit(): Promise<string | null> } {
  let last: { readonly at: number; readonly answer: Promise<string | null> } | undefined;
  return {
    audit() {
      if (last === undefined || performance.now() - last.at >= freshMilliseconds)
        last = { at: performance.now(), answer: tryLedgers(house) };
      return last.answer;
    },
  };
}

async function tryLedgers(house: House): Promise<string | null> {
  const all = await everyOfficeId(house.store);
  const from = all.length === 0 ? 0 : (turn++ * triedAtOnce) % all.length;
  const tried = [...all.slice(from), ...all.slice(0, from)].slice(0, triedAtOnce);
  const stuck = (await Promise.all(tried.map((officeId) => isWritable(house, officeId)))).filter((good) => !good).length;
  return stuck === 0 ? null : `有 ${stuck} 个单位的审计台账写不进去，相应的操作都会被拒绝。`;
}

/** Writes a row and takes it back. */
async function isWritable(house: House, officeId: string): Promise<boolean> {
  const at = house.now();
  try {
    await inScope(house.store, wholeOffice(officeId), async (tx) => {
      await waitAtMost(tx, patienceMilliseconds);
      await appendAudit(tx, {
        ...{
          id: newId(at.getTime()),
          at,
          actor: { officeId, userId: null, name: '', roles: [] },
          origin: { ip: '', requestId: '' },
        },
        ...{ action: 'audit.try', title: '试写', outcome: 'done', object: { kind: 'audit_ledger', id: officeId }, summary: '' },
        ...{ change: null, reason: null, demonstration: house.demonstration },
      });
      throw new TurnedBack();
    });
    return false;
  } catch (error) {
    return error instanceof TurnedBack;
  }
}

export interface LedgerVerdict extends ChainVerdict {
  readonly officeId: string;
  /** Chinese, when it does not hold. */
  readonly words?: string;
}

/** Every office's chain against the heads kept on this machine. */
export async function verifyLedgers(house: House): Promise<LedgerVerdict[]> {
  const verdicts: LedgerVerdict[] = [];
  for (const officeId of await everyOfficeId(house.store)) {
    const heads = keptHeads(house, officeId).filter((head) => isGenuine(house, head));
    const verdict = await readInScope(house.store, wholeOffice(officeId), (tx) => verifyChain(tx, officeId, heads));
    const { firstBad } = verdict;
    const words = firstBad === undefined ? {} : { words: `第 ${firstBad.seq} 条起：${breakWords[firstBad.kind]}` };
    verdicts.push({ officeId, ...verdict, ...words });
  }
  return verdicts;
}
