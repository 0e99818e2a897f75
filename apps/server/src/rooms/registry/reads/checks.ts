/** 用地核对、疑似重复 — what a person must look at, as sentences with the rows they are about. */
import { parseDate } from '@muheng/quantity';
import type { z } from 'zod';
import { businessDay, dayInWords } from '../../../forms/day.js';
import type { Reading } from '../../../forms/route.js';
import type { checkItem, listChecks, listDuplicates } from '../contract.js';
import {
  type CheckKind,
  checkKinds,
  contractKinds,
  contractKindTitles,
  duplicateKindTitles,
  occupancyKinds,
  occupancyKindTitles,
  placeRoles,
  placeRoleTitles,
  transitionKinds,
  transitionKindTitles,
} from '../kinds.js';
import { overAllocatedParcels } from '../land.js';
import { type Asked, checkRows, duplicateRows, type SqlCheck } from '../queries/checks.js';
import { findLandRule, landRows } from '../queries/land.js';
import { listRows } from '../queries/lists.js';
import type { Row } from '../queries/rows.js';
import { subjectShown } from '../shown.js';
import { found } from '../texts.zh.js';
import { parcelSum } from './land.js';
import { laterBy, overdueOf, warningDays } from './subjectPage.js';

type Item = z.infer<typeof checkItem>;
type Answer = z.infer<typeof listChecks.answer>;

export async function readChecks(reading: Reading, query: z.infer<typeof listChecks.query>): Promise<Answer> {
  const { tx, house, actor } = reading;
  const today = businessDay(house.now());
  const asked: Asked = { officeId: actor.officeId, today, soon: laterBy(today, warningDays), limit: query.limit };
  const items: Item[] = [];
  const counts: Partial<Record<CheckKind, number>> = {};
  for (const kind of checkKinds) {
    if (query.kind !== undefined && query.kind !== kind) continue;
    const own =
      kind === 'parcel_sum'
        ? await parcelSums(reading, query.year ?? Number(today.slice(0, 4)) - 1)
        : (await checkRows(tx, kind, asked)).flatMap((row) => sentences(kind, row, today));
    if (own.length > 0) counts[kind] = own.length;
    items.push(...own.slice(0, query.limit));
  }
  return { items: items.slice(0, query.limit), counts };
}

/** 宗地合计 — by the rule of the year; nothing when the office has not declared one. @source TZ-1 */
async function parcelSums({ tx, actor }: Reading, year: number): Promise<Item[]> {
  const rule = await findLandRule(tx, actor.officeId, year);
  if (rule === undefined) return [];
  const rows = await landRows(tx, actor.officeId, { year });
  const byParcel = new Map(rows.map((row) => [row.parcel_id, row]));
  return overAllocatedParcels(rule, rows).flatMap((parcelId) => {
    const row = byParcel.get(parcelId);
    if (row === undefined) return [];
    const { message, remedy } = parcelSum({ row, rows, rule });
    const rowIds = rows.filter(({ parcel_id }) => parcel_id === parcelId).map(({ occupancy_id }) => occupancy_id);
    return [
      {
        kind: 'parcel_sum',
        message,
        remedy,
        subjectId: null,
        subjectName: null,
        parcelId,
        parcelNumber: row.parcel_number,
        rowIds,
      },
    ];
  });
}

function sentences(kind: SqlCheck, row: Row, today: string): Item[] {
  const blanks = {
    subject: text(row.subject_name),
    parcel: row.parcel_number === null || row.parcel_number === undefined ? '（未挂宗地）' : `宗地 ${text(row.parcel_number)} `,
    lessor: text(row.lessor),
    building: text(row.building),
    title: text(row.title),
    sum: text(row.sum),
    area: text(row.area),
    until: dayInWords(text(row.until)),
    account: text(row.account),
    number: text(row.number),
    note: text(row.note) || '未说明',
    days: typeof row.until === 'string' ? (parseDate(row.until) ?? 0) - (parseDate(today) ?? 0) : 0,
    first: spanWords(row.from_a, row.until_a),
    second: spanWords(row.from_b, row.until_b),
    role: wordOf(placeRoles, placeRoleTitles, row.role),
    kind:
      kind === 'transition_ends'
        ? wordOf(transitionKinds, transitionKindTitles, row.kind)
        : wordOf(occupancyKinds, occupancyKindTitles, row.kind),
    contract: wordOf(contractKinds, contractKindTitles, row.kind),
  };
  const item = (more: Readonly<Record<string, string>> = {}): Item => {
    const { message, remedy } = found(kind, {}, { ...blanks, ...more });
    const rowIds = Array.isArray(row.row_ids)
      ? row.row_ids.map(String)
      : [row.row_a, row.row_b].filter((id): id is string => typeof id === 'string');
    return {
      ...{ kind, message, remedy, subjectId: orNull(row.subject_id), subjectName: orNull(row.subject_name) },
      ...{ parcelId: orNull(row.parcel_id), parcelNumber: orNull(row.parcel_number), rowIds },
    };
  };
  return kind === 'contract_overdue'
    ? overdueOf(row, today).map(({ what, due }) => item({ what, due: dayInWords(due) }))
    : [item()];
}

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
const orNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const spanWords = (from: unknown, until: unknown): string =>
  `${dayInWords(text(from)) || '一直'}起${text(until) === '' ? '至今' : `至 ${dayInWords(text(until))}前`}`;
const wordOf = <Kind extends string>(kinds: readonly Kind[], titles: Readonly<Record<Kind, string>>, value: unknown): string => {
  const kind = kinds.find((one) => one === value);
  return kind === undefined ? '' : titles[kind];
};

export async function readDuplicates(
  { tx, house, actor }: Reading,
  { limit }: z.infer<typeof listDuplicates.query>,
): Promise<z.infer<typeof listDuplicates.answer>> {
  const groups = await duplicateRows(tx, { officeId: actor.officeId, limit });
  const ids = [...new Set(groups.flatMap(({ subject_ids }) => subject_ids))];
  if (ids.length === 0) return { items: [] };
  const filter = { conditions: [], subjectIds: ids, today: businessDay(house.now()) };
  const rows = await listRows(tx, actor.officeId, { filter, sort: 'name', after: undefined, limit: ids.length });
  const known = new Map(rows.map((row) => [row.subject_id, subjectShown(row)]));
  const items = groups.flatMap(({ kind, key, subject_ids }) => {
    const subjects = subject_ids.flatMap((id) => known.get(id) ?? []);
    return subjects.length < 2 ? [] : [{ kind, words: duplicateKindTitles[kind], key, subjects }];
  });
  return { items };
}
