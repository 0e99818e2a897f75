/** SQL over tasks and their supporters. */
import type { Updateable } from 'kysely';
import type { Tx } from '../../../store/scope.js';
import type { TaskState } from '../kinds.js';
import type { TaskSupporterTable, TaskTable } from '../tables.js';
import type { Versioned } from './cycles.js';

export interface TaskFilter {
  /** This one only. */
  readonly taskId?: string | undefined;
  readonly state?: TaskState | undefined;
  /** Lead or supporter. */
  readonly organisationId?: string | undefined;
  readonly cycleId?: string | undefined;
  /** 逾期的: due before, not ended. */
  readonly lateAt?: Date | undefined;
  readonly after?: { readonly dueAt: Date; readonly taskId: string } | undefined;
  readonly limit: number;
}

/** By deadline. */
export function listTasks(tx: Tx, officeId: string, filter: TaskFilter) {
  const { taskId, state, organisationId, cycleId, lateAt, after } = filter;
  let query = tx
    .selectFrom('task')
    .innerJoin('organisation', (join) =>
      join
        .onRef('organisation.office_id', '=', 'task.office_id')
        .onRef('organisation.organisation_id', '=', 'task.lead_organisation_id'),
    )
    .selectAll('task')
    .select('organisation.name as lead_name')
    .where('task.office_id', '=', officeId)
    .where('organisation.office_id', '=', officeId);
  if (taskId !== undefined) query = query.where('task.task_id', '=', taskId);
  if (state !== undefined) query = query.where('task.state', '=', state);
  if (cycleId !== undefined) query = query.where('task.cycle_id', '=', cycleId);
  if (lateAt !== undefined) query = query.where('task.due_at', '<=', lateAt).where('task.state', 'in', ['open', 'reported']);
  if (organisationId !== undefined)
    query = query.where((eb) =>
      eb.or([
        eb('task.lead_organisation_id', '=', organisationId),
        eb.exists(
          eb
            .selectFrom('task_supporter')
            .select('task_supporter.task_id')
            .where('task_supporter.office_id', '=', officeId)
            .whereRef('task_supporter.task_id', '=', 'task.task_id')
            .where('task_supporter.organisation_id', '=', organisationId),
        ),
      ]),
    );
  if (after !== undefined)
    query = query.where((eb) => eb(eb.refTuple('task.due_at', 'task.task_id'), '>', eb.tuple(after.dueAt, after.taskId)));
  return query.orderBy('task.due_at').orderBy('task.task_id').limit(filter.limit).execute();
}

export const countLateTasks = async (tx: Tx, officeId: string, at: Date): Promise<number> => {
  const { count } = await tx
    .selectFrom('task')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('office_id', '=', officeId)
    .where('due_at', '<=', at)
    .where('state', 'in', ['open', 'reported'])
    .executeTakeFirstOrThrow();
  return Number(count);
};

export const findTask = (tx: Tx, officeId: string, taskId: string) =>
  tx.selectFrom('task').selectAll().where('office_id', '=', officeId).where('task_id', '=', taskId).executeTakeFirst();

export const insertTask = (tx: Tx, row: TaskTable) => tx.insertInto('task').values(row).execute();

/** Undefined when the version is not the stored one. */
export const updateTask = (tx: Tx, { officeId, id, version }: Versioned, change: Updateable<TaskTable>) =>
  tx
    .updateTable('task')
    .set({ ...change, version: version + 1 })
    .where('office_id', '=', officeId)
    .where('task_id', '=', id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();

export const listSupporters = (tx: Tx, officeId: string, taskIds: readonly string[]) =>
  tx
    .selectFrom('task_supporter')
    .innerJoin('organisation', (join) =>
      join
        .onRef('organisation.office_id', '=', 'task_supporter.office_id')
        .onRef('organisation.organisation_id', '=', 'task_supporter.organisation_id'),
    )
    .select(['task_supporter.task_id', 'task_supporter.organisation_id', 'organisation.name'])
    .where('task_supporter.office_id', '=', officeId)
    .where('organisation.office_id', '=', officeId)
    .where('task_supporter.task_id', 'in', taskIds)
    .orderBy('organisation.sort')
    .orderBy('task_supporter.organisation_id')
    .execute();

export const insertSupporters = (tx: Tx, rows: readonly TaskSupporterTable[]) =>
  tx.insertInto('task_supporter').values(rows).execute();

export const deleteSupporters = (tx: Tx, officeId: string, taskId: string) =>
  tx.deleteFrom('task_supporter').where('office_id', '=', officeId).where('task_id', '=', taskId).execute();

/** Ids among these that are organisations of the office and not closed on the day. */
export const openOrganisations = (tx: Tx, officeId: string, of: { readonly ids: readonly string[]; readonly day: string }) =>
  tx
    .selectFrom('organisation')
    .select('organisation_id')
    .where('office_id', '=', officeId)
    .where('organisation_id', 'in', of.ids)
    .where((eb) => eb.or([eb('closed_on', 'is', null), eb('closed_on', '>', of.day)]))
    .orderBy('organisation_id')
    .execute();
