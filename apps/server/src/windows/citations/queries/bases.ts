/** SQL of what names a basis: tasks and land rules. */
import type { Tx } from '../../../store/scope.js';

export const taskBases = (tx: Tx, officeId: string) =>
  tx
    .selectFrom('task')
    .select(['task_id', 'title', 'clause', 'state'])
    .where('office_id', '=', officeId)
    .where('clause', '<>', '')
    .orderBy('due_at')
    .orderBy('task_id')
    .execute();

export const landRuleBases = (tx: Tx, officeId: string) =>
  tx
    .selectFrom('land_rule')
    .select(['land_rule_id', 'year', 'clause'])
    .where('office_id', '=', officeId)
    .orderBy('year', 'desc')
    .orderBy('land_rule_id')
    .execute();
