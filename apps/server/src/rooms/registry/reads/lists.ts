/** 名单、合计、检索 — what the reader asks for in words becomes a filter, a page begins where the last one ended, totals are kept until something changes. */
import { z } from 'zod';
import { findHead } from '../../../corridors/audit/queries/chain.js';
import { businessDay } from '../../../forms/day.js';
import type { Reading } from '../../../forms/route.js';
import type { Reach } from '../../../store/scope.js';
import { stepsOpen } from '../claimSteps.js';
import {
  claimItem,
  filterCondition,
  type listClaims,
  type listParcels,
  type listSubjects,
  parcelItem,
  type SubjectItem,
  type subjectTotals,
} from '../contract.js';
import type { StatusKind } from '../kinds.js';
import { type Cursor, countRows, listRows, type SubjectFilter } from '../queries/lists.js';
import { claimRows, parcelRows } from '../queries/page.js';
import type { Row } from '../queries/rows.js';
import { regionsOf } from '../queries/subjects.js';
import { subjectShown } from '../shown.js';
import { refuse } from '../texts.zh.js';

type ListQuery = z.infer<typeof listSubjects.query>;
export type FilterQuery = z.infer<typeof subjectTotals.query>;

const cursorShape = z.strictObject({ value: z.string().nullable(), second: z.string().nullable(), id: z.uuid() });

function cursorOf(after: string | undefined): Cursor | undefined {
  if (after === undefined) return undefined;
  try {
    return cursorShape.parse(JSON.parse(Buffer.from(after, 'base64url').toString('utf8')));
  } catch {
    throw refuse('cursor_unreadable');
  }
}
const cursorText = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

/** @throws registry.filter_unreadable */
export async function filterOf(reading: Reading, asked: FilterQuery): Promise<SubjectFilter> {
  const { regionId, filter, inTransition, ...plain } = asked;
  return {
    ...plain,
    conditions: conditionsOf(filter),
    regionIds: regionId === undefined ? undefined : await regionsBelow(reading, regionId),
    inTransition: inTransition === undefined ? undefined : inTransition === 'true',
    today: businessDay(reading.house.now()),
  };
}

const conditionList = z.array(filterCondition).max(20);
function conditionsOf(text: string | undefined): z.infer<typeof conditionList> {
  if (text === undefined) return [];
  try {
    const conditions = conditionList.parse(JSON.parse(text));
    for (const { op, value } of conditions) {
      const values = value === undefined ? 0 : Array.isArray(value) ? value.length : 1;
      const wanted = op === 'empty' || op === 'notEmpty' ? 0 : op === 'between' ? 2 : 1;
      if (values !== wanted) throw new Error('values');
    }
    return conditions;
  } catch {
    throw refuse('filter_unreadable');
  }
}

/** A region and everything below it. */
export async function regionsBelow({ tx, actor }: Pick<Reading, 'tx' | 'actor'>, regionId: string): Promise<string[]> {
  const regions = await regionsOf(tx, actor.officeId);
  const found = [regionId];
  for (let at = 0; at < found.length; at++)
    for (const one of regions) if (one.parentId === found[at] && !found.includes(one.regionId)) found.push(one.regionId);
  return found;
}

export async function readSubjects(reading: Reading, query: ListQuery): Promise<{ items: SubjectItem[]; next: string | null }> {
  const { sort, limit, after, ...asked } = query;
  const filter = await filterOf(reading, asked);
  const rows = await listRows(reading.tx, reading.actor.officeId, { filter, sort, after: cursorOf(after), limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const last = shown[limit - 1];
  const next =
    rows.length > limit && last !== undefined
      ? cursorText({ value: sortValue(last, sort), second: last.pinyin, id: last.subject_id })
      : null;
  return { items: shown.map(subjectShown), next };
}

function sortValue(row: Awaited<ReturnType<typeof listRows>>[number], sort: ListQuery['sort']): string | null {
  const values: Readonly<Record<ListQuery['sort'], string | null>> = {
    name: row.pinyin,
    code: row.credit_code,
    region: row.region_id,
    updated: row.updated_at.toISOString(),
    industry: row.industry_code,
    status: row.status,
    founded: row.founded_on,
    production: row.production_from,
  };
  return values[sort];
}

type Totals = z.infer<typeof subjectTotals.answer>;
const kept = new Map<string, { readonly at: number; readonly totals: Totals }>();
const mostKept = 500;

/** 合计 — counted once for a filter and reach, until anything is done in the office (each action moves the head of its ledger) or the day turns. */
export async function readTotals(reading: Reading, asked: FilterQuery): Promise<Totals> {
  const { tx, actor } = reading;
  const filter = await filterOf(reading, asked);
  const changed = (await findHead(tx, actor.officeId))?.seq ?? 0;
  const key = JSON.stringify([actor.officeId, actor.reach, filter]);
  const known = kept.get(key);
  if (known !== undefined && known.at === changed) return known.totals;
  const byStatus: Partial<Record<StatusKind, number>> = {};
  const byScale = { above: 0, below: 0, unknown: 0 };
  let count = 0;
  for (const row of await countRows(tx, actor.officeId, filter)) {
    count += row.count;
    byStatus[row.status] = (byStatus[row.status] ?? 0) + row.count;
    byScale[row.scale ?? 'unknown'] += row.count;
  }
  const totals = { count, byStatus, byScale };
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? '');
  kept.delete(key);
  kept.set(key, { at: changed, totals });
  return totals;
}

export async function readParcels(
  reading: Reading,
  query: z.infer<typeof listParcels.query>,
): Promise<z.infer<typeof listParcels.answer>> {
  const { regionId, holderId, siteKind, idleKind, tenure, q, sort, limit, after } = query;
  const regionIds = regionId === undefined ? undefined : await regionsBelow(reading, regionId);
  const asked = { regionIds, holderId, siteKind, idleKind, tenure, q, sort, after: cursorOf(after), limit: limit + 1 };
  const rows = await parcelRows(reading.tx, reading.actor.officeId, asked);
  const last = rows[limit - 1];
  const next =
    rows.length > limit && last !== undefined
      ? cursorText({ value: String(last.sort_key), second: String(last.number), id: String(last.parcel_id) })
      : null;
  return { items: rows.slice(0, limit).map((row) => parcelItem.parse(parcelShown(row))), next };
}

const camel = (column: string): string => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const hidden = new Set(['office_id', 'sort_key', 'updated_at']);
export const parcelShown = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).flatMap(([column, value]) => (hidden.has(column) ? [] : [[camel(column), value]])));

export async function readClaims(
  { tx, actor }: Reading,
  { limit, after }: z.infer<typeof listClaims.query>,
): Promise<z.infer<typeof listClaims.answer>> {
  const rows = await claimRows(tx, actor.officeId, { after: cursorOf(after)?.id, limit: limit + 1 });
  const last = rows[limit - 1];
  return {
    items: rows.slice(0, limit).map((row) => claimShown(row, actor.reach)),
    next: rows.length > limit && last !== undefined ? cursorText({ value: null, second: null, id: String(last.claim_id) }) : null,
  };
}
function claimShown(row: Row, reach: Reach): z.infer<typeof claimItem> {
  const shown = parcelShown(row);
  const { address: _address, proposedAt: _proposed, decidedAt: _decided, ...claim } = shown;
  return claimItem.parse({ ...claim, steps: stepsOpen(reach, row) });
}
