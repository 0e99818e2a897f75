/**
 * 体检 — `muheng doctor`: each check on its own, so that one fault gives one finding; changes nothing but the mark of
 * damaged files, and may run beside a running house. The age of the last backup joins with the backups themselves. @source trust R96
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { auditChecks, verifyLedgers } from '../corridors/audit/checks.js';
import { newestTime } from '../corridors/audit/queries/chain.js';
import { checkFiles } from '../corridors/files/nightly.js';
import type { House } from '../forms/house.js';
import { openHouse } from '../openHouse.js';
import { freeBytes } from '../store/diskRoom.js';
import { addressOfRunning, hasDatabase } from '../store/embedded.js';
import { clockOf, findLooseRights, findMigrationGaps, findOpenTables, installationValue } from '../store/examination.js';
import { holderOf } from '../store/folderLock.js';
import { everyOfficeId } from '../store/installation.js';
import { readInScope, wholeOffice } from '../store/scope.js';
import { fingerprintOf, secretFile, secretOf } from '../store/secret.js';
import { findUnsafe } from '../store/startChecks.js';
import { openStore, type StoreAddress } from '../store/store.js';
import { type DoctorCheck, doctorWords, foundWords } from './texts.zh.js';

export interface DoctorWish {
  readonly folder: string;
  readonly databaseUrl?: string | undefined;
  readonly databaseOwnerUrl?: string | undefined;
  readonly now?: () => Date;
  /** Free bytes that must be left. */
  readonly leastFreeBytes?: number;
}

export interface CheckResult {
  readonly check: DoctorCheck;
  readonly title: string;
  readonly ok: boolean;
  /** Chinese: what was found. */
  readonly found: string;
  readonly remedy: string | null;
}

export interface DoctorReport {
  readonly ok: boolean;
  readonly checks: readonly CheckResult[];
}

/** @throws Refusal store.* when the house cannot even be opened to be looked at */
export async function examine(wish: DoctorWish): Promise<DoctorReport> {
  const folder = resolve(wish.folder);
  const running = wish.databaseUrl === undefined ? await addressOfRunning(folder) : addressOf(wish);
  if (running !== undefined) return look({ ...wish, folder }, running);
  if (!hasDatabase(folder)) return reportOf([resultOf('database', foundWords.not_reachable)]);
  // Nothing runs: it is started for the time of the examination, under the lock.
  const opened = await openHouse({ ...wish, folder, what: '体检', allowUnsafeDatabase: true });
  try {
    const address = await addressOfRunning(folder);
    return address === undefined
      ? reportOf([resultOf('database', foundWords.not_reachable)])
      : await look({ ...wish, folder }, address);
  } finally {
    await opened.close();
  }
}

const addressOf = ({ databaseUrl = '', databaseOwnerUrl = '' }: DoctorWish): StoreAddress => ({
  app: databaseUrl,
  owner: databaseOwnerUrl,
});

/** Undefined: nothing wrong. */
type Look = (at: Place) => Promise<string | undefined>;

interface Place {
  readonly house: House;
  readonly wish: DoctorWish;
}

const orNothing = (lead: string, found: readonly string[]): string | undefined =>
  found.length === 0 ? undefined : `${lead}${found.join('，')}`;

const slackMilliseconds = 5000;
const aheadMilliseconds = 5 * 60_000;

const looks: Readonly<Record<Exclude<DoctorCheck, 'database' | 'secret'>, Look>> = {
  lock: async ({ wish: { folder, databaseUrl } }) =>
    databaseUrl === undefined && holderOf(folder) === undefined ? foundWords.orphan : undefined,
  settings: async ({ house }) =>
    orNothing(
      '',
      (await findUnsafe(house.store)).map(({ words }) => words),
    ),
  migrations: async ({ house }) => orNothing(foundWords.gaps, await house.store.asOwner(findMigrationGaps)),
  isolation: async ({ house }) => orNothing(foundWords.open_tables, await house.store.asOwner(findOpenTables)),
  audit_rights: async ({ house }) => orNothing(foundWords.loose_rights, await house.store.asOwner(findLooseRights)),
  audit_writable: async ({ house }) => (await auditChecks(house).audit()) ?? undefined,
  audit_chain: async ({ house }) =>
    orNothing(
      '',
      (await verifyLedgers(house)).flatMap(({ words }) => words ?? []),
    ),
  async files({ house }) {
    const names: string[] = [];
    for (const officeId of await everyOfficeId(house.store))
      names.push(...(await checkFiles(house, officeId)).damaged.map(({ name }) => name));
    return orNothing(foundWords.damaged, names);
  },
  async disk({ wish: { folder, leastFreeBytes = 500_000_000 } }) {
    const free = await freeBytes(folder);
    return free >= leastFreeBytes ? undefined : `${foundWords.disk_left}${Math.floor(free / 1_000_000)}`;
  },
  async clock({ house }) {
    const apart = Math.abs((await house.store.asOwner(clockOf)).getTime() - house.now().getTime());
    if (apart > slackMilliseconds) return `${foundWords.clocks_differ}${Math.round(apart / 1000)}`;
    for (const officeId of await everyOfficeId(house.store)) {
      const newest = await readInScope(house.store, wholeOffice(officeId), (tx) => newestTime(tx, officeId));
      if (newest !== undefined && newest.getTime() - house.now().getTime() > aheadMilliseconds)
        return `${foundWords.ledger_ahead}${newest.toISOString()}`;
    }
    return undefined;
  },
};

async function look(wish: DoctorWish, address: StoreAddress): Promise<DoctorReport> {
  const { folder, now = () => new Date() } = wish;
  const store = openStore(address, 4);
  try {
    const secret = await readSecret(folder, (name) => store.asOwner((client) => installationValue(client, name)));
    const results = [resultOf('database', undefined), resultOf('secret', secret.found)];
    const house: House = { store, now, folder, secret: secret.bytes, demonstration: false };
    for (const [check, see] of Object.entries(looks) as [keyof typeof looks, Look][])
      results.push(resultOf(check, await see({ house, wish })));
    return reportOf(results);
  } catch (error) {
    return reportOf([
      resultOf('database', `${foundWords.not_reachable}（${error instanceof Error ? error.message : String(error)}）`),
    ]);
  } finally {
    await store.close();
  }
}

interface Secret {
  readonly bytes: Buffer;
  readonly found: string | undefined;
}

async function readSecret(folder: string, remembered: (name: string) => Promise<string | undefined>): Promise<Secret> {
  const none = Buffer.alloc(32);
  if (!existsSync(secretFile(folder))) return { bytes: none, found: foundWords.secret_missing };
  try {
    const bytes = secretOf(folder, { hasData: true });
    return {
      bytes,
      found: (await remembered('secret_fingerprint')) === fingerprintOf(bytes) ? undefined : foundWords.secret_differs,
    };
  } catch (error) {
    return { bytes: none, found: error instanceof Error ? error.message : String(error) };
  }
}

function resultOf(check: DoctorCheck, found: string | undefined): CheckResult {
  const { title, remedy } = doctorWords[check];
  return { check, title, ok: found === undefined, found: found ?? foundWords.good, remedy: found === undefined ? null : remedy };
}

const reportOf = (checks: readonly CheckResult[]): DoctorReport => ({ ok: checks.every(({ ok }) => ok), checks });
