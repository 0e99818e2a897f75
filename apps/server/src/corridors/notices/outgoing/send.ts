/**
 * 发送 — one message at a time: taken in a short transaction that holds it for two minutes, sent outside of any, then noted how it went.
 * At least once, again after growing pauses, given up after a day. Any number of processes may run it; one that dies with a message
 * in hand loses it to the next when the two minutes are over.
 */
import type { House } from '../../../forms/house.js';
import { unseal } from '../../../forms/seal.js';
import { inScope, readInScope, wholeOffice } from '../../../store/scope.js';
import { claimDue, findChannel, settleOutgoing } from '../queries/outgoing.js';
import type { OutgoingTable } from '../tables.js';
import { type Allowed, allowlistOf } from './allowlist.js';
import { final, type Trouble, troubleWords, type Wire } from './connect.js';
import { deliver } from './deliver.js';
import { channelSettings, type Message, message, outgoingSeal, secretSeal } from './settings.js';

/** Minutes until the next try. */
const pauses = [1, 5, 15, 60, 180, 360, 720];
const mostInARow = 200;
const handMilliseconds = 120_000;

export interface SentCount {
  readonly sent: number;
  /** Tried in vain, to be tried again or given up. */
  readonly failed: number;
}

/** All that is due in an office, one after the other. */
export async function sendDue(
  house: House,
  officeId: string,
  { signal, ...wire }: Partial<Wire> & { readonly signal?: AbortSignal } = {},
): Promise<SentCount> {
  const count = { sent: 0, failed: 0 };
  for (let done = 0; done < mostInARow && signal?.aborted !== true; done++) {
    const end = await sendOne(house, officeId, { wire });
    if (end === undefined) break;
    if (end.trouble === undefined) count.sent++;
    else count.failed++;
  }
  return count;
}

export interface Sent {
  readonly outgoingId: string;
  readonly trouble: Trouble | undefined;
}

/** The next one due, or `only` this one whether due or not; undefined when there is none. */
export async function sendOne(
  house: House,
  officeId: string,
  { wire, only }: { readonly wire: Partial<Wire>; readonly only?: string },
): Promise<Sent | undefined> {
  const scope = wholeOffice(officeId);
  const at = house.now();
  const until = new Date(at.getTime() + handMilliseconds);
  const row = await inScope(house.store, scope, (tx) => claimDue(tx, officeId, { at, until, only }));
  if (row === undefined) return undefined;
  const trouble = await attempt(house, row, wire);
  const change = outcome(row, { trouble, now: house.now() });
  await inScope(house.store, scope, (tx) => settleOutgoing(tx, officeId, { id: row.outgoing_id, until, change }));
  return { outgoingId: row.outgoing_id, trouble };
}

function outcome(row: OutgoingTable, { trouble, now }: { readonly trouble: Trouble | undefined; readonly now: Date }) {
  // What was sent need not lie here any longer: it names a person.
  if (trouble === undefined) return { state: 'sent', sent_at: now, last_error: '', sealed: Buffer.alloc(0) } as const;
  const pause = final.has(trouble) ? undefined : pauses[row.attempts - 1];
  if (pause === undefined) return { state: 'given_up', last_error: troubleWords[trouble] } as const;
  return { next_at: new Date(now.getTime() + pause * 60_000), last_error: troubleWords[trouble] } as const;
}

async function attempt(house: House, row: OutgoingTable, wire: Partial<Wire>): Promise<Trouble | undefined> {
  const told = read(house, row);
  if (told === undefined) return 'unreadable';
  const { office_id: officeId } = row;
  const channel = await readInScope(house.store, wholeOffice(officeId), (tx) => findChannel(tx, officeId, told.channel));
  const settings = channelSettings.safeParse(channel?.settings);
  if (channel?.enabled !== true || !settings.success) return 'not_set_up';
  const allowed = wire.allowed ?? listOf(house);
  if (allowed === undefined) return 'list_unreadable';
  let secret: string | null;
  try {
    secret = channel.secret_sealed === null ? null : unseal(house, secretSeal(told.channel), channel.secret_sealed);
  } catch {
    return 'not_set_up';
  }
  return deliver(
    { id: row.outgoing_id, at: row.created_at, message: told, settings: settings.data, secret },
    { ...wire, allowed },
  );
}

function read(house: House, { sealed }: OutgoingTable): Message | undefined {
  try {
    return message.parse(JSON.parse(unseal(house, outgoingSeal, sealed)));
  } catch {
    return undefined;
  }
}

function listOf(house: House): readonly Allowed[] | undefined {
  try {
    return allowlistOf(house);
  } catch {
    return undefined;
  }
}
