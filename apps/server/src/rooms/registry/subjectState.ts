/**
 * 一户的现状 — what a list shows of a subject follows from its ledgers: live code, newest industry and scale, weightiest open status,
 * search terms. Called by every action that touched a ledger of the subject.
 */
import { isCreditCode, readCreditCode } from '@muheng/sheets';
import { keepManyBefore } from '../../corridors/audit/history.js';
import type { Step } from '../../forms/action.js';
import { businessDay } from '../../forms/day.js';
import { refuseForm } from '../../forms/texts.zh.js';
import { brokenConstraint } from '../../forms/violations.js';
import { changeRow, holdRow, subjectTable, versionOf } from './changes.js';
import { type IndustryClass, industryEdition, industryTable, nearestIndustry } from './industries.js';
import { type StatusKind, statusTable } from './kinds.js';
import { insertRows, type Row } from './queries/rows.js';
import { ledgersOf, lockSubjects, moveFollowers, removeOtherTerms, updateSubjects } from './queries/subjects.js';
import { coreKeyOf, nameKeyOf, soundOf, termsOf } from './terms.js';
import { codeWhy, refuse } from './texts.zh.js';

/** Columns that follow from the name. */
export function nameColumns(name: string): Row {
  const { pinyin, initials } = soundOf(name);
  return { name, name_key: nameKeyOf(name), core_key: coreKeyOf(name), pinyin, initials };
}

export const weightiest = (statuses: readonly StatusKind[]): StatusKind =>
  statuses.reduce<StatusKind>((most, kind) => (statusTable[kind].weight > statusTable[most].weight ? kind : most), 'normal');

/** The subject as it stands, open for change. @throws registry.subject_merged */
export async function holdSubject(step: Step, subjectId: string): Promise<Row> {
  const row = await holdRow(step, subjectTable, subjectId);
  if (row.merged_into !== null) throw refuse('subject_merged');
  return row;
}

/** Gives the version after. @throws door.not_found */
export async function refreshSubject(step: Step, subjectId: string): Promise<number> {
  const version = (await refreshSubjects(step, [subjectId])).get(subjectId);
  if (version === undefined) throw refuseForm('not_found');
  return version;
}

const atOnce = 2_000;

/** Many at once, by statements over sets. Gives the versions after. */
export async function refreshSubjects(step: Step, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const versions = new Map<string, number>();
  for (let at = 0; at < ids.length; at += atOnce)
    for (const [id, version] of await refreshPart(step, ids.slice(at, at + atOnce))) versions.set(id, version);
  return versions;
}

async function refreshPart(step: Step, ids: readonly string[]): Promise<Map<string, number>> {
  const { tx, actor, now } = step;
  const { officeId } = actor;
  const rows = await lockSubjects(tx, officeId, ids);
  if (rows.length === 0) return new Map();
  const known = rows.map((row) => String(row.subject_id));
  const ledgers = await ledgersOf(tx, officeId, { subjectIds: known, today: businessDay(now) });
  const versions = new Map<string, number>();
  const groups = new Map<string, { readonly set: Row; readonly rows: Row[] }>();
  const terms = new Map<string, readonly string[]>();
  for (const row of rows) {
    const id = String(row.subject_id);
    const own = ledgers.get(id);
    if (own === undefined) continue;
    const live = own.identifiers.find(({ kind, until }) => kind === 'credit_code' && until === null);
    const set = {
      credit_code: live?.value ?? null,
      industry_code: own.industry,
      scale: own.scale,
      status: weightiest(own.statuses),
    };
    const differs = Object.entries(set).some(([column, value]) => (row[column] ?? null) !== value);
    versions.set(id, versionOf(row) + (differs ? 1 : 0));
    if (differs) {
      const key = JSON.stringify(set);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { set, rows: [row] });
      else group.rows.push(row);
    }
    const numbers = [...own.identifiers.map(({ value }) => value), ...own.accounts];
    terms.set(id, termsOf({ name: String(row.name), formerNames: own.formerNames, numbers }));
  }
  for (const { set, rows: changing } of groups.values()) {
    await keepManyBefore(
      step,
      changing.map((row) => ({ of: { kind: 'subject', id: String(row.subject_id), subjectId: String(row.subject_id) }, row })),
    );
    await updateSubjects(tx, officeId, { ids: changing.map((row) => String(row.subject_id)), set, versioned: true });
  }
  await updateSubjects(tx, officeId, { ids: known, set: { updated_at: now }, versioned: false });
  await insertRows(tx, 'subject_term', await removeOtherTerms(tx, officeId, terms));
  return versions;
}

/** 变更责任属地 — the subject and everything that is kept under its region. */
export async function moveToRegion(step: Step, row: Row, regionId: string | null): Promise<void> {
  await changeRow(step, subjectTable, { row, set: { region_id: regionId } });
  await moveFollowers(step.tx, step.actor.officeId, { subjectId: String(row.subject_id), regionId });
}

/** A region of the office that the actor reaches. @throws registry.region_outside */
export function checkRegion({ actor }: Step, regionId: string | null | undefined): void {
  if (actor.reach.kind === 'office') return;
  if (actor.reach.kind === 'regions' && regionId !== null && regionId !== undefined && actor.reach.regionIds.includes(regionId))
    return;
  throw refuse('region_outside');
}

/** The code as it is kept. @throws registry.credit_code_wrong @source trust R79, R80 */
export function creditCodeOf(written: string): string {
  const reading = readCreditCode(written);
  if (reading.kind === 'code' && isCreditCode(reading.code)) return reading.code;
  if (reading.kind === 'trouble') throw refuse('credit_code_wrong', { shown: reading.shown, why: codeWhy[reading.why] });
  throw refuse('credit_code_wrong', { shown: written.slice(0, 20), why: codeWhy.code_is_text });
}

/** The class as the table has it. @throws registry.industry_unknown @source trust R82 */
export function knownIndustry(code: string): IndustryClass {
  const known = industryTable().get(code);
  if (known !== undefined) return known;
  const near = nearestIndustry(code);
  const words = near === undefined ? '' : `最接近的上级是 ${near.code} ${near.name}。`;
  throw refuse('industry_unknown', { code, edition: industryEdition, near: words });
}

/** Two rows that may not be: which sentence it is, by the name of the index. */
export async function translating<T>(work: Promise<T>, sayings: Readonly<Record<string, () => Error>>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const constraint = brokenConstraint(error);
    const saying = Object.entries(sayings).find(([name]) => constraint.includes(name))?.[1];
    throw saying === undefined ? error : saying();
  }
}
