/** 企业页的接口 — the register's page of a subject with one time line made of all that is dated. */
import type { z } from 'zod';
import { type Bound, type Reading, reads } from '../../forms/route.js';
import type { SubjectPage } from '../../rooms/registry/contract.js';
import { occupancyKindTitles, scaleTitles, statusTable } from '../../rooms/registry/kinds.js';
import { readHistory } from '../../rooms/registry/reads/history.js';
import { readSubjectPage } from '../../rooms/registry/reads/subjectPage.js';
import { type EnterprisePage, getEnterprisePage, type timeLineEntry } from './contract.js';

type Entry = z.infer<typeof timeLineEntry>;
const latestChanges = 60;

export async function readEnterprisePage(reading: Reading, subjectId: string): Promise<EnterprisePage> {
  const registry = await readSubjectPage(reading, subjectId);
  const history = await readHistory(reading, subjectId);
  const changes = new Map(history.items.map((item) => [item.actionId, item]));
  const changed = [...changes.values()].map(
    ({ at, title, userName, actionId, undoable }): Entry => ({
      on: at,
      kind: 'change',
      words: `${title ?? '变更'}（${userName ?? '系统'}）`,
      actionId,
      undoable,
    }),
  );
  const timeLine = [...datedOf(registry), ...changed].sort((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : 0));
  return { registry, timeLine, latest: history.items.slice(0, latestChanges) };
}

function datedOf({ subject, formerNames, statuses, titles, scales, occupancies }: SubjectPage): Entry[] {
  const entries: Entry[] = [];
  const add = (on: string | null | undefined, kind: Entry['kind'], words: string): void => {
    if (on !== null && on !== undefined) entries.push({ on, kind, words, actionId: null, undoable: false });
  };
  add(subject.foundedOn, 'life', '成立');
  add(subject.productionFrom, 'life', '投产');
  add(subject.endedOn, 'life', '终止');
  for (const { name, until } of formerNames) add(until, 'life', `更名，原名“${name}”`);
  for (const { kind, from, until } of statuses) {
    add(from, 'status', `${statusTable[kind].title} 起`);
    add(until, 'status', `${statusTable[kind].title} 止`);
  }
  for (const { name, from } of titles) add(from, 'title', `获“${name}”`);
  for (const { scale, enteredOn, leftOn } of scales) {
    add(enteredOn, 'status', `${scaleTitles[scale]}入库`);
    add(leftOn, 'status', '退库');
  }
  for (const { kind, parcelNumber, counterpart, from, until } of occupancies) {
    const what = `${occupancyKindTitles[kind]}${parcelNumber === null ? '' : ` ${parcelNumber}`}${counterpart === null ? '' : `（${counterpart}）`}`;
    add(from, 'land', `${what} 起`);
    add(until, 'land', `${what} 止`);
  }
  return entries;
}

export const enterpriseRoutes: readonly Bound[] = [
  reads(getEnterprisePage, (reading, { params }) => readEnterprisePage(reading, params.subjectId)),
];
