/** SQL over cycles, stages, duties and the office's days. */
import type { Insertable, Updateable } from 'kysely';
import type { Tx } from '../../../store/scope.js';
import type { CalendarDayTable, CycleTable, StageDutyTable, StageTable } from '../tables.js';

/** Latest data year first. */
export const listCycles = (tx: Tx, officeId: string) =>
  tx
    .selectFrom('cycle')
    .selectAll()
    .where('office_id', '=', officeId)
    .orderBy('data_year', 'desc')
    .orderBy('name')
    .orderBy('cycle_id')
    .execute();

export const findCycle = (tx: Tx, officeId: string, cycleId: string) =>
  tx.selectFrom('cycle').selectAll().where('office_id', '=', officeId).where('cycle_id', '=', cycleId).executeTakeFirst();

export const findCycleNamed = (tx: Tx, officeId: string, of: Pick<CycleTable, 'subject_kind' | 'data_year' | 'name'>) =>
  tx
    .selectFrom('cycle')
    .select('cycle_id')
    .where('office_id', '=', officeId)
    .where('subject_kind', '=', of.subject_kind)
    .where('data_year', '=', of.data_year)
    .where('name', '=', of.name)
    .executeTakeFirst();

export const insertCycle = (tx: Tx, row: CycleTable) => tx.insertInto('cycle').values(row).execute();

export interface Versioned {
  readonly officeId: string;
  readonly id: string;
  readonly version: number;
}

/** Undefined when the version is not the stored one. */
export const updateCycle = (tx: Tx, { officeId, id, version }: Versioned, change: Updateable<CycleTable>) =>
  tx
    .updateTable('cycle')
    .set({ ...change, version: version + 1 })
    .where('office_id', '=', officeId)
    .where('cycle_id', '=', id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();

/** In their order, with the name of the unit that leads. */
export const listStages = (tx: Tx, officeId: string, cycleId: string) =>
  tx
    .selectFrom('stage')
    .leftJoin('organisation', (join) =>
      join.on('organisation.office_id', '=', officeId).onRef('organisation.organisation_id', '=', 'stage.lead_organisation_id'),
    )
    .selectAll('stage')
    .select('organisation.name as lead_name')
    .where('stage.office_id', '=', officeId)
    .where('stage.cycle_id', '=', cycleId)
    .orderBy('stage.sort')
    .orderBy('stage.stage_id')
    .execute();

export const findStage = (tx: Tx, officeId: string, stageId: string) =>
  tx.selectFrom('stage').selectAll().where('office_id', '=', officeId).where('stage_id', '=', stageId).executeTakeFirst();

export const insertStages = (tx: Tx, rows: readonly Insertable<StageTable>[]) => tx.insertInto('stage').values(rows).execute();

/** Undefined when the version is not the stored one. */
export const updateStage = (tx: Tx, { officeId, id, version }: Versioned, change: Updateable<StageTable>) =>
  tx
    .updateTable('stage')
    .set({ ...change, version: version + 1 })
    .where('office_id', '=', officeId)
    .where('stage_id', '=', id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();

export const deleteStage = (tx: Tx, officeId: string, stageId: string) =>
  tx.deleteFrom('stage').where('office_id', '=', officeId).where('stage_id', '=', stageId).execute();

/** Duties of a cycle's stages, with the name of the organisation. */
export const listDuties = (tx: Tx, officeId: string, cycleId: string) =>
  tx
    .selectFrom('stage_duty')
    .innerJoin('stage', (join) =>
      join.onRef('stage.office_id', '=', 'stage_duty.office_id').onRef('stage.stage_id', '=', 'stage_duty.stage_id'),
    )
    .innerJoin('organisation', (join) =>
      join
        .onRef('organisation.office_id', '=', 'stage_duty.office_id')
        .onRef('organisation.organisation_id', '=', 'stage_duty.organisation_id'),
    )
    .select(['stage_duty.stage_id', 'stage_duty.organisation_id', 'stage_duty.done_at', 'organisation.name'])
    .where('stage_duty.office_id', '=', officeId)
    .where('stage.office_id', '=', officeId)
    .where('organisation.office_id', '=', officeId)
    .where('stage.cycle_id', '=', cycleId)
    .orderBy('stage.sort')
    .orderBy('organisation.sort')
    .orderBy('stage_duty.organisation_id')
    .execute();

export const findDuty = (tx: Tx, officeId: string, of: Pick<StageDutyTable, 'stage_id' | 'organisation_id'>) =>
  tx
    .selectFrom('stage_duty')
    .selectAll()
    .where('office_id', '=', officeId)
    .where('stage_id', '=', of.stage_id)
    .where('organisation_id', '=', of.organisation_id)
    .executeTakeFirst();

export const deleteDuty = (tx: Tx, officeId: string, of: Pick<StageDutyTable, 'stage_id' | 'organisation_id'>) =>
  tx
    .deleteFrom('stage_duty')
    .where('office_id', '=', officeId)
    .where('stage_id', '=', of.stage_id)
    .where('organisation_id', '=', of.organisation_id)
    .execute();

export const insertDuties = (tx: Tx, rows: readonly StageDutyTable[]) => tx.insertInto('stage_duty').values(rows).execute();

export const setDutyDone = (tx: Tx, { office_id, stage_id, organisation_id, done_at }: StageDutyTable) =>
  tx
    .updateTable('stage_duty')
    .set({ done_at })
    .where('office_id', '=', office_id)
    .where('stage_id', '=', stage_id)
    .where('organisation_id', '=', organisation_id)
    .execute();

export const listOwnDays = (tx: Tx, officeId: string) =>
  tx.selectFrom('calendar_day').selectAll().where('office_id', '=', officeId).orderBy('day').execute();

export const findOwnDay = (tx: Tx, officeId: string, day: string) =>
  tx.selectFrom('calendar_day').selectAll().where('office_id', '=', officeId).where('day', '=', day).executeTakeFirst();

export const putOwnDay = (tx: Tx, row: CalendarDayTable) =>
  tx
    .insertInto('calendar_day')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['office_id', 'day'])
        .doUpdateSet((eb) => ({ works: eb.ref('excluded.works'), note: eb.ref('excluded.note') })),
    )
    .execute();
