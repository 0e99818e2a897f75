/**
 * 成批修改 — the same change to many subjects: counted and shown first, done only on what was shown (the digest says whether anything
 * moved meanwhile), undone as one.
 */
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Action, Step } from '../../../forms/action.js';
import { businessDay } from '../../../forms/day.js';
import { changeRow, makeRow, subjectTable } from '../changes.js';
import { applyBulk, type previewBulk } from '../contract.js';
import { scaleTitles, statusTable } from '../kinds.js';
import { subjectsById } from '../queries/imports.js';
import { idsOf } from '../queries/lists.js';
import { type Row, rowsWhere } from '../queries/rows.js';
import { filterOf } from '../reads/lists.js';
import { checkRegion, holdSubject, knownIndustry, moveToRegion, refreshSubjects } from '../subjectState.js';
import { refuse } from '../texts.zh.js';

type Change = z.infer<typeof previewBulk.body>['change'];
type Whom = Pick<z.infer<typeof previewBulk.body>, 'filter' | 'subjectIds'>;
export type Preview = z.infer<typeof previewBulk.answer>;

const mostSubjects = 5_000;
const mostExamples = 20;

interface Planned {
  readonly subjects: readonly Row[];
  readonly lines: readonly {
    readonly subject: Row;
    readonly field: string;
    readonly before: string | null;
    readonly now: string | null;
  }[];
}

type Asking = Pick<Step, 'tx' | 'house' | 'actor'>;

/** Who would change how; the digest covers ids and versions, so that a change by somebody else is noticed. */
export async function previewOf(asking: Asking, whom: Whom, change: Change): Promise<Preview> {
  const { subjects, lines } = await planOf(asking, whom, change);
  const changing = new Set(lines.map(({ subject }) => subject.subject_id));
  return {
    count: changing.size,
    unchanged: subjects.length - changing.size,
    digest: digestOf(subjects, change),
    examples: lines
      .slice(0, mostExamples)
      .map(({ subject, ...line }) => ({ subjectId: String(subject.subject_id), name: String(subject.name), ...line })),
  };
}

async function planOf(asking: Asking, { filter, subjectIds }: Whom, change: Change): Promise<Planned> {
  const { tx, actor } = asking;
  const asked = { ...(await filterOf({ ...asking }, filter ?? {})), ...(subjectIds === undefined ? {} : { subjectIds }) };
  if (filter === undefined && subjectIds === undefined) throw refuse('bulk_nobody');
  const ids = await idsOf(tx, actor.officeId, { filter: asked, most: mostSubjects });
  if (ids.length > mostSubjects) throw refuse('bulk_too_many', { most: mostSubjects, count: `${mostSubjects} 以上` });
  if (ids.length === 0) throw refuse('bulk_nobody');
  const subjects = await subjectsById(tx, actor.officeId, ids);
  return { subjects, lines: subjects.flatMap((subject) => linesOf(subject, change).map((line) => ({ subject, ...line }))) };
}

function linesOf(subject: Row, change: Change): { field: string; before: string | null; now: string | null }[] {
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  const wanted: readonly (readonly [string, unknown, string | null | undefined, (value: string) => string])[] = [
    ['责任区域', subject.region_id, change.regionId, (value) => value],
    ['园区', subject.park_id, change.parkId, (value) => value],
    ['行业代码', subject.industry_code, change.industryCode, (value) => value],
    [
      '规上规下',
      subject.scale,
      change.scale?.scale,
      (value) => (value === 'above' || value === 'below' ? scaleTitles[value] : value),
    ],
    [
      '经营状态',
      subject.status,
      change.status?.kind,
      (value) => Object.entries(statusTable).find(([kind]) => kind === value)?.[1].title ?? value,
    ],
  ];
  return wanted.flatMap(([field, before, now, words]) => {
    if (now === undefined || (before ?? null) === now) return [];
    const was = text(before);
    return [{ field, before: was === null ? null : words(was), now: now === null ? null : words(now) }];
  });
}

function digestOf(subjects: readonly Row[], change: Change): string {
  const hash = createHash('sha256').update(JSON.stringify(change));
  for (const { subject_id, version } of subjects) hash.update(`\n${String(subject_id)} ${String(version)}`);
  return hash.digest('hex');
}

export const bulkAction: Action<z.infer<typeof applyBulk.body>, { actionId: string; count: number }> = {
  name: 'registry.bulk_edit',
  title: '成批修改',
  may: 'registry.merge',
  input: applyBulk.body,
  async run(step, { filter, subjectIds, change, digest, reason }) {
    if (change.regionId !== undefined) checkRegion(step, change.regionId);
    if (change.industryCode !== undefined) knownIndustry(change.industryCode);
    const { subjects, lines } = await planOf(step, { filter, subjectIds }, change);
    if (digestOf(subjects, change) !== digest) throw refuse('bulk_changed_since');
    const changing = [...new Set(lines.map(({ subject }) => String(subject.subject_id)))];
    for (const subjectId of changing) await changeOne(step, subjectId, change);
    await refreshSubjects(step, changing);
    return {
      output: { actionId: step.actionId, count: changing.length },
      object: { kind: 'subject', id: changing[0] ?? step.actionId },
      summary: `成批修改 ${changing.length} 户：${[...new Set(lines.map(({ field }) => field))].join('、')}`,
      change: { change, subjects: changing },
      reason,
    };
  },
};

async function changeOne(step: Step, subjectId: string, change: Change): Promise<void> {
  const own = { office_id: step.actor.officeId, version: 1, subject_id: subjectId };
  const row = await holdSubject(step, subjectId);
  const today = businessDay(step.now);
  if (change.regionId !== undefined && change.regionId !== row.region_id) await moveToRegion(step, row, change.regionId);
  const region = { region_id: change.regionId ?? row.region_id };
  if (change.parkId !== undefined)
    await changeRow(step, subjectTable, { row: await holdSubject(step, subjectId), set: { park_id: change.parkId } });
  if (change.industryCode !== undefined && change.industryCode !== row.industry_code) {
    const table = { table: 'subject_industry', idColumn: 'industry_id' };
    await closeOpen(step, table, { subjectId, today });
    await makeRow(step, table, {
      ...own,
      ...region,
      industry_id: step.newId(),
      code: change.industryCode,
      name: null,
      basis: null,
      from: today,
      until: null,
    });
  }
  if (change.status !== undefined && change.status.kind !== row.status) {
    const { kind, from, basis } = change.status;
    const table = { table: 'subject_status', idColumn: 'status_id' };
    if (kind === 'normal') await closeOpen(step, table, { subjectId, today: from });
    else
      await makeRow(step, table, { ...own, ...region, status_id: step.newId(), kind, basis: basis ?? null, from, until: null });
  }
  if (change.scale !== undefined) {
    const { year, scale } = change.scale;
    const table = { table: 'subject_scale', idColumn: 'scale_id' };
    const known = (await rowsWhere(step.tx, step.actor.officeId, table, { subject_id: subjectId })).find(
      (one) => one.year === year,
    );
    if (known !== undefined) await changeRow(step, table, { row: known, set: { scale } });
    else
      await makeRow(step, table, {
        ...own,
        ...region,
        scale_id: step.newId(),
        year,
        scale,
        entered_on: null,
        left_on: null,
        basis: null,
      });
  }
}

async function closeOpen(
  step: Step,
  table: { readonly table: string; readonly idColumn: string },
  { subjectId, today }: { readonly subjectId: string; readonly today: string },
): Promise<void> {
  for (const row of await rowsWhere(step.tx, step.actor.officeId, table, { subject_id: subjectId }))
    if (row.until === null)
      await changeRow(step, table, {
        row,
        set: typeof row.from === 'string' && row.from >= today ? { from: null, until: today } : { until: today },
      });
}
