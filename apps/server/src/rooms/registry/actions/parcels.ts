/** 宗地 — registered and corrected; buildings, contracts and occupancy are ledgers. */
import { z } from 'zod';
import type { Action } from '../../../forms/action.js';
import { changeRow, holdVersion, makeRow, parcelTable } from '../changes.js';
import { editParcel, id, parcelFields } from '../contract.js';
import { type Row, setColumn } from '../queries/rows.js';
import { checkRegion, translating } from '../subjectState.js';
import { refuse } from '../texts.zh.js';

export const parcelInput = z.strictObject(parcelFields);
export type ParcelInput = z.infer<typeof parcelInput>;

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
export const parcelColumns = (input: Readonly<Record<string, unknown>>): Row =>
  Object.fromEntries(
    Object.keys(parcelFields).flatMap((name) => (Object.hasOwn(input, name) ? [[snake(name), input[name] ?? null]] : [])),
  );
export const emptyParcel: Row = Object.fromEntries(Object.keys(parcelFields).map((name) => [snake(name), null]));

const taken = (number: unknown) => ({ parcel_office_id_number: () => refuse('parcel_number_taken', { number: String(number) }) });

export const addParcelAction: Action<ParcelInput, { parcelId: string }> = {
  name: 'registry.add_parcel',
  title: '登记宗地',
  may: 'registry.edit',
  input: parcelInput,
  async run(step, input) {
    checkRegion(step, input.regionId);
    checkSpan(input.from, input.until);
    const parcelId = step.newId();
    const row = {
      ...{ ...emptyParcel, ...parcelColumns(input), office_id: step.actor.officeId, parcel_id: parcelId, version: 1 },
      updated_at: step.now,
    };
    await translating(makeRow(step, parcelTable, row), taken(input.number));
    return { output: { parcelId }, object: { kind: 'parcel', id: parcelId }, summary: `登记宗地 ${input.number}`, change: input };
  },
};

const editInput = editParcel.body.extend({ parcelId: id });
export const editParcelAction: Action<z.infer<typeof editInput>, { version: number }> = {
  name: 'registry.edit_parcel',
  title: '修改宗地',
  may: 'registry.edit',
  input: editInput,
  async run(step, { parcelId, version, reason, ...yours }) {
    const row = await holdVersion(step, parcelTable, { id: parcelId, version, yours });
    if (yours.regionId !== undefined && yours.regionId !== row.region_id) checkRegion(step, yours.regionId);
    const set = parcelColumns(yours);
    checkSpan(set.from ?? row.from, set.until ?? row.until);
    const now = await translating(
      changeRow(step, parcelTable, { row, set: { ...set, updated_at: step.now } }),
      taken(yours.number),
    );
    for (const [column, value] of [
      ['region_id', set.region_id],
      ['holder_id', set.holder_id],
    ] as const)
      if (value !== undefined && value !== row[column])
        await setColumn(step.tx, step.actor.officeId, { table: 'building', column, value, of: { parcel_id: parcelId } });
    return {
      output: { version: now },
      object: { kind: 'parcel', id: parcelId },
      summary: `修改宗地 ${String(row.number)}`,
      change: yours,
      ...(reason === undefined ? {} : { reason }),
    };
  },
};

function checkSpan(from: unknown, until: unknown): void {
  if (typeof from === 'string' && typeof until === 'string' && until <= from) throw refuse('period_wrong');
}
