/** 待办的接口 — matters of every room as far as the reader may and reaches, the late ones first; then what others did meanwhile. */

import { visitMinutes } from '../../corridors/notices/actions/notices.js';
import { findVisit } from '../../corridors/notices/queries/notices.js';
import { countOutgoing } from '../../corridors/notices/queries/outgoing.js';
import type { Permission } from '../../corridors/people/roles.js';
import { businessDay } from '../../forms/day.js';
import { type Bound, type Reading, reads } from '../../forms/route.js';
import { type ChangeGroup, type Matter, type MatterKind, matterKinds, readTodo } from './contract.js';
import { countOf, documentsDue, doneSince } from './queries/todo.js';
import { registryMatters } from './registryMatters.js';
import { yearMatters } from './yearMatters.js';

export interface Found {
  readonly items: readonly Matter[];
  readonly more: readonly { readonly kind: MatterKind; readonly count: number; readonly link: string }[];
}

export const todoRoutes: readonly Bound[] = [
  reads(readTodo, async (reading) => {
    const { tx, actor, house } = reading;
    const may = (permission: Permission): boolean => actor.permissions.has(permission);
    const found: Found[] = [];
    if (may('year.read')) found.push(await yearMatters(reading));
    if (may('registry.read')) found.push(await registryMatters(reading));
    if (may('documents.edit')) found.push(await documentMatters(reading));
    if (may('office.administer')) found.push(await outgoingMatters(reading));
    const visit = await findVisit(tx, actor.officeId, actor.userId);
    const now = house.now().getTime();
    const visitDue = visit === undefined || now - visit.seen_at.getTime() >= visitMinutes * 60_000;
    // Within a visit the news stay those of its beginning.
    const since = visitDue ? (visit?.seen_at ?? null) : (visit?.before_at ?? null);
    return {
      items: found.flatMap(({ items }) => items).sort(byDeadline),
      more: found.flatMap(({ more }) => more),
      since: since?.toISOString() ?? null,
      changes: since === null ? [] : await changesSince(reading, since),
      visitDue,
    };
  }),
];

const dayOf = ({ lastDay }: Matter): string => lastDay ?? '9999-12-31';
const byDeadline = (a: Matter, b: Matter): number =>
  b.daysLate - a.daysLate ||
  (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : matterKinds.indexOf(a.kind) - matterKinds.indexOf(b.kind));

const documentDays = 60;
const documentsListed = 20;

async function documentMatters({ tx, actor, house }: Reading): Promise<Found> {
  const today = businessDay(house.now());
  const until = businessDay(new Date(house.now().getTime() + documentDays * 86_400_000));
  const rows = await documentsDue(tx, actor.officeId, { until, limit: documentsListed });
  const items = rows.map((row): Matter => {
    const ends = row.effective_until === null ? null : dayBefore(row.effective_until);
    const review = row.review_due_on !== null && row.review_due_on <= until && (ends === null || row.review_due_on <= ends);
    const lastDay = review ? row.review_due_on : ends;
    const late = lastDay === null || lastDay >= today ? 0 : daysBetween(lastDay, today);
    const title = row.number === '' ? row.title : `${row.title}（${row.number}）`;
    const note = review ? '到期须复审' : '施行期将满，请决定延续、修订或废止';
    return {
      ...{ key: `document ${row.document_id}`, kind: 'document', title, note, lastDay, daysLate: late },
      ...{ verb: '去处理', link: `/documents/${row.document_id}` },
    };
  });
  const count = countOf(rows) - rows.length;
  const more = count > 0 ? [{ kind: 'document' as const, count, link: '/documents' }] : [];
  return { items, more };
}

const dayMilliseconds = 86_400_000;
const dayBefore = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - dayMilliseconds).toISOString().slice(0, 10);
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / dayMilliseconds);

async function outgoingMatters({ tx, actor }: Reading): Promise<Found> {
  const lost = (await countOutgoing(tx, actor.officeId)).filter(({ state }) => state === 'given_up');
  const count = lost.reduce((sum, row) => sum + Number(row.count), 0);
  if (count === 0) return { items: [], more: [] };
  const title = `外发失败 ${count} 条`;
  const item = { key: 'outgoing', kind: 'outgoing', title, note: '多次没有送达，已放弃', lastDay: null, daysLate: 0 } as const;
  return { items: [{ ...item, verb: '看原因', link: '/settings' }], more: [] };
}

const rooms: readonly (readonly [Permission, string])[] = [
  ['registry.read', 'registry.'],
  ['year.read', 'year.'],
  ['documents.read', 'documents.'],
];
/** Enough to name who did it; how often is counted over all. */
const newestOfEach = 20;

/** Actions of one title stand on one line. Who reaches only some towns hears of their enterprises and nothing else. */
async function changesSince({ tx, actor }: Reading, from: Date): Promise<ChangeGroup[]> {
  const may = rooms.filter(([permission]) => actor.permissions.has(permission)).map(([, prefix]) => prefix);
  const reached = actor.reach.kind !== 'office';
  const open = reached ? may.filter((prefix) => prefix === 'registry.') : may;
  if (open.length === 0) return [];
  const rows = await doneSince(tx, actor.officeId, { from, but: actor.userId, rooms: open, reached, ofEach: newestOfEach });
  const groups = new Map<string, ChangeGroup>();
  for (const { at, title, summary, user_name, object_kind, object_id, of_title } of rows) {
    const known = groups.get(title);
    const link = object_kind === 'subject' ? `/registry/enterprises/${object_id}` : null;
    if (known === undefined)
      groups.set(title, { title, count: Number(of_title), at: at.toISOString(), summary, names: [user_name], link });
    else groups.set(title, { ...known, names: [...new Set([...known.names, user_name])].slice(0, 5) });
  }
  return [...groups.values()];
}
