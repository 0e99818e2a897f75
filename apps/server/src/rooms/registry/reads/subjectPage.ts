/** 一户的全部登记 — everything the register knows of a subject, for its page and for its own eyes. */
import { isoDate, parseDate } from '@muheng/quantity';
import type { Signature } from '../../../corridors/people/contract/signOff.js';
import { signatureOf } from '../../../corridors/people/signOff.js';
import { businessDay } from '../../../forms/day.js';
import type { Reading } from '../../../forms/route.js';
import { refuseForm } from '../../../forms/texts.zh.js';
import { type SubjectPage, subjectPage } from '../contract.js';
import { statusBlocks, statusKinds, statusTable } from '../kinds.js';
import { membersOf, mergedOf } from '../queries/merged.js';
import * as page from '../queries/page.js';
import type { Row } from '../queries/rows.js';
import { seeingWholeOffice } from '../queries/subjects.js';
import { type Ledger, type LedgerName, ledgers } from '../shapes.js';
import { ledgerShown, subjectShown } from '../shown.js';

/** @throws door.not_found, also for what is out of reach */
export async function readSubjectPage({ tx, house, actor }: Reading, subjectId: string): Promise<SubjectPage> {
  const { officeId } = actor;
  const subject = await page.findSubject(tx, officeId, subjectId);
  if (subject === undefined) throw refuseForm('not_found');
  const today = businessDay(house.now());
  const ledger = async (name: LedgerName): Promise<Row[]> => {
    const { table, idColumn, fields }: Ledger = ledgers[name];
    const rows = await page.ledgerRows(tx, officeId, { table, idColumn, subjectId });
    return rows.map((row) => ledgerShown({ table, idColumn }, row, fields));
  };
  const statuses = await ledger('status');
  // The other side of one's own lease may live in another area: its name and parcel belong to the lease.
  const occupancies = await seeingWholeOffice(tx, actor.reach, () => page.occupancyRows(tx, officeId, { subjectId }));
  return subjectPage.parse({
    subject: {
      ...subjectShown(subject),
      ...{ endedOn: subject.ended_on, note: subject.note, mergedInto: subject.merged_into, blocks: blocksOf(statuses, today) },
    },
    identifiers: await ledger('identifier'),
    formerNames: (await page.ledgerRows(tx, officeId, { table: 'subject_name', idColumn: 'name_id', subjectId })).map((row) => ({
      ...{ id: row.name_id, name: row.name, from: row.from, until: row.until, basis: row.basis },
    })),
    places: (await page.placeRows(tx, officeId, subjectId)).map((row) => ({
      ...ledgerShown(ledgers.place, row, ledgers.place.fields),
      ...{ state: row.state, placeRegionName: row.place_region_name },
    })),
    statuses,
    industries: await ledger('industry'),
    scales: await ledger('scale'),
    titles: await ledger('title'),
    transitions: (await ledger('transition')).map((row) => ({ ...row, ...endOf(row, today) })),
    contacts: (await page.ledgerRows(tx, officeId, { table: 'subject_contact', idColumn: 'contact_id', subjectId })).map(
      (row) => ({
        ...{
          id: row.contact_id,
          version: row.version,
          role: row.role,
          nameMasked: row.name_masked,
          phoneMasked: row.phone_masked,
        },
        ...{ from: row.from, until: row.until },
      }),
    ),
    parkProfiles: await ledger('park'),
    relations: (await page.relationRows(tx, officeId, subjectId)).map((row) => ({
      ...ledgerShown(ledgers.relation, row, ledgers.relation.fields),
      otherName: row.other_name,
    })),
    merged: await mergedShown({ tx, house, actor }, subjectId),
    occupancies: occupancies.map(occupancyShown),
    contracts: (await page.contractRows(tx, officeId, { subjectId })).map((row) => contractShown(row, today)),
    meters: await ledger('meter'),
    meterShares: (await page.shareRows(tx, officeId, subjectId)).map((row) => ({
      ...ledgerShown(ledgers.meterShare, row, ledgers.meterShare.fields),
      ...{ subjectName: row.subject_name, account: row.account },
    })),
    surveys: (await page.surveyRows(tx, officeId, { subjectId })).map(surveyShown),
    tenants: (await page.tenantRows(tx, officeId, subjectId)).map(occupancyShown),
  });
}

/** What the open statuses stop, each once, in the order of the list. */
function blocksOf(statuses: readonly Row[], today: string): (typeof statusBlocks)[number][] {
  const open = statuses.filter(
    ({ from, until }) => (typeof from !== 'string' || from <= today) && (typeof until !== 'string' || until > today),
  );
  const kinds = statusKinds.filter((kind) => open.some((row) => row.kind === kind));
  return statusBlocks.filter((block) => kinds.some((kind) => statusTable[kind].blocks.includes(block)));
}

/** 预警 — sixty days before the end, the extension counted. */
export const warningDays = 60;
export function endOf(row: Row, today: string): { readonly endsOn: string | null; readonly warns: boolean } {
  const ends = typeof row.extendedUntil === 'string' ? row.extendedUntil : typeof row.until === 'string' ? row.until : null;
  return { endsOn: ends, warns: ends !== null && ends > today && ends <= laterBy(today, warningDays) };
}
export function laterBy(day: string, days: number): string {
  const number = parseDate(day);
  return number === undefined ? day : isoDate(number + days);
}

export const occupancyShown = (row: Row): Row => ({
  ...ledgerShown(ledgers.occupancy, row, ledgers.occupancy.fields),
  ...{
    subjectName: row.subject_name,
    parcelNumber: row.parcel_number,
    buildingName: row.building_name,
    counterpart: row.counterpart,
  },
});
export const surveyShown = (row: Row): Row => ({
  ...ledgerShown(ledgers.survey, row, ledgers.survey.fields),
  ...{ state: row.state, signedOn: row.signed_on, signedCode: row.signed_code, scanFileId: row.scan_file_id },
});

/** 约定事项: due, done, name. */
export const promises = [
  ['start_due', 'started_on', '开工'],
  ['completion_due', 'completed_on', '竣工'],
  ['production_due', 'production_accepted_on', '投产验收'],
] as const;

/** Promises whose day has passed without the deed. @source LH-19 */
export const overdueOf = (row: Row, today: string): { readonly what: string; readonly due: string }[] =>
  promises.flatMap(([due, done, what]) => {
    const day = row[due];
    return typeof day === 'string' && day < today && row[done] === null ? [{ what, due: day }] : [];
  });
export const contractShown = (row: Row, today: string): Row => ({
  ...ledgerShown(ledgers.contract, row, ledgers.contract.fields),
  ...{ parcelNumber: row.parcel_number, overdue: overdueOf(row, today).map(({ what, due }) => `${what}（约定 ${due}）`) },
});

async function mergedShown({ tx, actor }: Reading, subjectId: string): Promise<Row[]> {
  const rows = await mergedOf(tx, actor.officeId, subjectId);
  if (rows.length === 0) return [];
  const members = await membersOf(
    tx,
    actor.officeId,
    rows.map((row) => row.merged_evaluation_id),
  );
  const signatures = new Map<string, Signature | null>();
  for (const { merged_evaluation_id: objectId } of rows)
    signatures.set(objectId, await signatureOf({ tx, actor }, { kind: 'merged_evaluation', objectId }));
  return rows.map((row) => ({
    ...{
      mergedEvaluationId: row.merged_evaluation_id,
      version: row.version,
      name: row.name,
      leadId: row.subject_id,
      state: row.state,
    },
    ...{ appliedOn: row.applied_on, application: row.application, decidedOn: row.decided_on, decidedBy: row.decided_by },
    ...{ decisionNumber: row.decision_number, dissolvedBecause: row.dissolved_because, from: row.from, until: row.until },
    signature: signatures.get(row.merged_evaluation_id) ?? null,
    members: members
      .filter((member) => member.merged_evaluation_id === row.merged_evaluation_id)
      .map((member) => ({ subjectId: member.subject_id, name: member.name, sharePercent: member.share_percent })),
  }));
}
