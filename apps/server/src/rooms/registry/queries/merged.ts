/** SQL of merged evaluations. */
import type { Tx } from '../../../store/scope.js';

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
    .where('member.office_id', '=', officeId)
    .where('subject.office_id', '=', officeId)
    .where('member.merged_evaluation_id', 'in', [...mergedIds])
    .orderBy('subject.pinyin')
    .orderBy('member.subject_id')
    .execute();
