/**
 * 租赁的两边 — a lease between two subjects of the office stands twice, at the lessee as 承租 and at the lessor as 出租, tied by one lease
 * id, so that net land adds up. What the person does to one side happens to the other, as far as the person reaches it; where not, the
 * check 出租方未登记 tells.
 */
import type { Step } from '../../forms/action.js';
import { changeRow, makeRow, removeRow, subjectTable, textOf } from './changes.js';
import { findRow, type Row, rowsWhere } from './queries/rows.js';

const occupancyTable = { table: 'occupancy', idColumn: 'occupancy_id' };
const opposite: Readonly<Record<string, string>> = { in: 'out', out: 'in' };
/** What both sides have in common. */
const common = [
  'parcel_id',
  'building_id',
  'parent_lease_id',
  'contract_no',
  'land_area_sqm',
  'floor_area_sqm',
  'floor_height_m',
  'rent_yuan_per_sqm_month',
  'from',
  'until',
] as const;

/** Writes the other side; gives the row with its lease id. */
export async function addTwin(step: Step, row: Row): Promise<Row> {
  const kind = opposite[String(row.kind)];
  if (kind === undefined) return row;
  const leaseId = textOf(row.lease_id) ?? step.newId();
  const own = { ...row, lease_id: leaseId, lessor_kind: row.lessor_kind ?? (row.counterpart_id === null ? null : 'company') };
  const counterpartId = textOf(row.counterpart_id);
  if (counterpartId === null) return own;
  const other = await findRow(step.tx, step.actor.officeId, subjectTable, counterpartId);
  if (other === undefined || other.merged_into !== null) return own;
  const known = await rowsWhere(step.tx, step.actor.officeId, occupancyTable, { lease_id: leaseId, subject_id: counterpartId });
  if (known.length > 0) return own;
  await makeRow(step, occupancyTable, {
    ...{ ...own, occupancy_id: step.newId(), subject_id: counterpartId, region_id: other.region_id },
    ...{ kind, counterpart_id: row.subject_id, counterpart_name: null, share_percent: null, transferred_on: null, note: null },
  });
  return own;
}

async function twinsOf(step: Step, row: Row): Promise<Row[]> {
  const leaseId = textOf(row.lease_id);
  if (leaseId === null) return [];
  const rows = await rowsWhere(step.tx, step.actor.officeId, occupancyTable, { lease_id: leaseId });
  return rows.filter((other) => other.occupancy_id !== row.occupancy_id && other.kind === opposite[String(row.kind)]);
}

export async function changeTwin(step: Step, row: Row, set: Row): Promise<void> {
  const shared = Object.fromEntries(common.flatMap((column) => (Object.hasOwn(set, column) ? [[column, set[column]]] : [])));
  for (const twin of await twinsOf(step, row)) await changeRow(step, occupancyTable, { row: twin, set: shared });
}

/** The lease goes to another subject: the other side names it from then on. */
export async function pointTwin(step: Step, row: Row, subjectId: string): Promise<void> {
  for (const twin of await twinsOf(step, row))
    if (twin.counterpart_id === row.subject_id)
      await changeRow(step, occupancyTable, { row: twin, set: { counterpart_id: subjectId } });
}

export async function removeTwin(step: Step, row: Row): Promise<void> {
  for (const twin of await twinsOf(step, row)) await removeRow(step, occupancyTable, twin);
}
