/** SQL of merged evaluations. */
import type { Selectable } from 'kysely';
import type { Tx } from '../../../store/scope.js';
import type { MergedEvaluationMemberTable } from '../tables.js';

export const findMerged = (tx: Tx, officeId: string, mergedId: string) =>
  tx
    .selectFrom('merged_evaluation')
    .selectAll()
    .where('office_id', '=', officeId)
    .where('merged_evaluation_id', '=', mergedId)
    .executeTakeFirst();

/** One that is applied for or agreed upon. */
export const openMergedOf = (tx: Tx, officeId: string, subjectId: string) =>
  tx
    .selectFrom('merged_evaluation_member as member')
    .innerJoin('merged_evaluation as merged', (join) =>
      join
        .onRef('merged.office_id', '=', 'member.office_id')
        .onRef('merged.merged_evaluation_id', '=', 'member.merged_evaluation_id'),
    )
    .select('merged.merged_evaluation_id')
    .where('member.office_id', '=', officeId)
    .where('merged.office_id', '=', officeId)
    .where('member.subject_id', '=', subjectId)
    .where('merged.state', 'in', ['applied', 'approved'])
    .executeTakeFirst();

export const mergedOf = (tx: Tx, officeId: string, subjectId: string) =>
  tx
    .selectFrom('merged_evaluation_member as own')
    .innerJoin('merged_evaluation as merged', (join) =>
      join.onRef('merged.office_id', '=', 'own.office_id').onRef('merged.merged_evaluation_id', '=', 'own.merged_evaluation_id'),
    )
    .selectAll('merged')
    .where('own.office_id', '=', officeId)
    .where('merged.office_id', '=', officeId)
    .where('own.subject_id', '=', subjectId)
    .orderBy('merged.applied_on')
    .orderBy('merged.merged_evaluation_id')
    .execute();

export const membersOf = (tx: Tx, officeId: string, mergedIds: readonly string[]) =>
  tx
    .selectFrom('merged_evaluation_member as member')
    .innerJoin('subject', (join) =>
      join.onRef('subject.office_id', '=', 'member.office_id').onRef('subject.subject_id', '=', 'member.subject_id'),
    )
    .select(['member.merged_evaluation_id', 'member.subject_id', 'member.share_percent', 'subject.name'])
    .select(['subject.credit_code', 'subject.version as subject_version', 'member.version as member_version'])
    .where('member.office_id', '=', officeId)
    .where('subject.office_id', '=', officeId)
    .where('member.merged_evaluation_id', 'in', [...mergedIds])
    .orderBy('subject.pinyin')
    .orderBy('member.subject_id')
    .execute();

export type Member = Selectable<MergedEvaluationMemberTable>;

/** Evaluations of which a subject is a member, with where they stand. */
export const evaluationsOf = (tx: Tx, officeId: string, subjectId: string) =>
  tx
    .selectFrom('merged_evaluation_member as member')
    .innerJoin('merged_evaluation as merged', (join) =>
      join
        .onRef('merged.office_id', '=', 'member.office_id')
        .onRef('merged.merged_evaluation_id', '=', 'member.merged_evaluation_id'),
    )
    .select(['merged.merged_evaluation_id', 'merged.name', 'merged.state'])
    .where('member.office_id', '=', officeId)
    .where('merged.office_id', '=', officeId)
    .where('member.subject_id', '=', subjectId)
    .orderBy('merged.merged_evaluation_id')
    .execute();

export const memberRows = (tx: Tx, officeId: string, mergedId: string): Promise<Member[]> =>
  tx
    .selectFrom('merged_evaluation_member')
    .selectAll()
    .where('office_id', '=', officeId)
    .where('merged_evaluation_id', '=', mergedId)
    .orderBy('subject_id')
    .execute();

export const removeMembers = (tx: Tx, officeId: string, mergedId: string) =>
  tx
    .deleteFrom('merged_evaluation_member')
    .where('office_id', '=', officeId)
    .where('merged_evaluation_id', '=', mergedId)
    .execute();

export async function addMembers(tx: Tx, rows: readonly Member[]): Promise<void> {
  if (rows.length > 0) await tx.insertInto('merged_evaluation_member').values(rows).execute();
}
