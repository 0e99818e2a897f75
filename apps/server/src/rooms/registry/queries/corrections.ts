/** SQL of corrections that enterprises ask for, and of who is told. */
import type { Tx } from '../../../store/scope.js';

export interface CorrectionsAsked {
  readonly subjectId?: string | undefined;
  readonly open?: boolean | undefined;
  readonly before?: { readonly at: Date; readonly id: string } | undefined;
  readonly limit: number;
}

/** Newest first. */
export const correctionRows = (tx: Tx, officeId: string, { subjectId, open, before, limit }: CorrectionsAsked) =>
  tx
    .selectFrom('subject_correction as c')
    .innerJoin('subject as s', (join) => join.onRef('s.office_id', '=', 'c.office_id').onRef('s.subject_id', '=', 'c.subject_id'))
    .leftJoin('region as r', (join) => join.onRef('r.office_id', '=', 's.office_id').onRef('r.region_id', '=', 's.region_id'))
    .select([
      ...(['c.correction_id', 'c.version', 'c.subject_id', 'c.topic', 'c.words', 'c.state', 'c.asked_at'] as const),
      ...([
        'c.answer',
        'c.answered_at',
        'c.answered_by',
        'c.answered_for',
        's.name as subject_name',
        'r.name as region_name',
      ] as const),
    ])
    .where('c.office_id', '=', officeId)
    .$if(subjectId !== undefined, (query) => query.where('c.subject_id', '=', subjectId ?? ''))
    .$if(open !== undefined, (query) => query.where('c.state', open === true ? '=' : '!=', 'open'))
    .$if(before !== undefined, (query) =>
      query.where((where) => {
        const { at, id } = before ?? { at: new Date(0), id: '' };
        return where.or([
          where('c.asked_at', '<', at),
          where.and([where('c.asked_at', '=', at), where('c.correction_id', '<', id)]),
        ]);
      }),
    )
    .orderBy('c.asked_at', 'desc')
    .orderBy('c.correction_id', 'desc')
    .limit(limit)
    .execute();

export type CorrectionRow = Awaited<ReturnType<typeof correctionRows>>[number];

/** How many wait, in reach. */
export async function countOpen(tx: Tx, officeId: string, subjectId?: string): Promise<number> {
  const { count } = await tx
    .selectFrom('subject_correction')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('office_id', '=', officeId)
    .where('state', '=', 'open')
    .$if(subjectId !== undefined, (query) => query.where('subject_id', '=', subjectId ?? ''))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Of these, what the portal shows to choose from; by name. */
export const ownSubjectRows = (tx: Tx, officeId: string, subjectIds: readonly string[]) =>
  tx
    .selectFrom('subject as s')
    .leftJoin('region as r', (join) => join.onRef('r.office_id', '=', 's.office_id').onRef('r.region_id', '=', 's.region_id'))
    .select(['s.subject_id', 's.name', 's.credit_code', 'r.name as region_name'])
    .where('s.office_id', '=', officeId)
    .where('s.subject_id', 'in', [...subjectIds])
    .where('s.merged_into', 'is', null)
    .orderBy('s.pinyin')
    .orderBy('s.subject_id')
    .execute();

export async function landYears(tx: Tx, officeId: string): Promise<number[]> {
  const rows = await tx
    .selectFrom('land_rule')
    .select('year')
    .where('office_id', '=', officeId)
    .orderBy('year', 'desc')
    .execute();
  return rows.map(({ year }) => year);
}
