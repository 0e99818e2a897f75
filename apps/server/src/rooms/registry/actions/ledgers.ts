/**
 * 登记项的增、改、截止、删 — four verbs for every ledger of `shapes.ts`, made from one table; what a ledger asks beyond that stands in
 * `particulars`. A row belongs to a subject or a parcel and carries the region of it.
 */
import { z } from 'zod';
import type { Action, Step } from '../../../forms/action.js';
import { changeRow, holdRow, holdVersion, makeRow, parcelTable, removeRow, subjectTable, textOf } from '../changes.js';
import { identifierKindTitles } from '../kinds.js';
import { addTwin, changeTwin, removeTwin } from '../leases.js';
import { type Row, updateRow } from '../queries/rows.js';
import { day, id, type Ledger, type LedgerName, ledgerNames, ledgers } from '../shapes.js';
import { creditCodeOf, holdSubject, knownIndustry, refreshSubject, translating } from '../subjectState.js';
import { refuse } from '../texts.zh.js';

type Fields = Readonly<Record<string, unknown>>;

interface Particular {
  /** Before a row is written, new or changed. @throws Refusal */
  readonly prepare?: (row: Row) => Row;
  /** Columns that the form does not have. */
  readonly starts?: Row;
  readonly sayings?: (row: Row) => Readonly<Record<string, () => Error>>;
  /** The list shows something of it: the subject's cached columns follow. */
  readonly cached?: true;
}

const particulars: Readonly<Record<LedgerName, Particular>> = {
  identifier: {
    prepare: (row) => (row.kind === 'credit_code' ? { ...row, value: creditCodeOf(String(row.value)) } : row),
    sayings: (row) => ({
      subject_identifier_live: () =>
        refuse('identifier_taken', {
          kind: Object.entries(identifierKindTitles).find(([kind]) => kind === row.kind)?.[1] ?? '编号',
          value: String(row.value),
        }),
    }),
    cached: true,
  },
  place: {
    prepare(row) {
      if ((row.place_region_id ?? null) === null && (row.outside ?? null) === null) throw refuse('place_wanted');
      return row;
    },
    starts: { state: 'claimed' },
  },
  status: { cached: true },
  industry: {
    prepare(row) {
      const { code, name } = knownIndustry(String(row.code));
      return { ...row, code, name: row.name ?? name };
    },
    cached: true,
  },
  scale: {
    sayings: (row) => ({ subject_scale_office_id_subject_id_year: () => refuse('scale_year_taken', { year: Number(row.year) }) }),
    cached: true,
  },
  title: {},
  transition: {},
  relation: {},
  park: {},
  building: {},
  contract: {
    sayings: (row) => ({
      land_contract_office_id_number: () => refuse('number_taken', { what: '合同编号', number: String(row.number) }),
    }),
  },
  occupancy: {},
  meter: { cached: true },
  meterShare: {},
  survey: {
    starts: { state: 'drawn', present_sealed: null, signed_on: null, signed_code: null, scan_file_id: null },
    prepare(row) {
      if (row.state === 'signed') throw refuse('survey_signed');
      return row;
    },
    sayings: (row) => ({
      survey_office_id_number: () => refuse('number_taken', { what: '核查单编号', number: String(row.number) }),
    }),
  },
};

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
/** Fields of a form → columns; what the form left out is not there. */
const columnsOf = (ledger: Ledger, fields: Fields): Row =>
  Object.fromEntries(
    Object.keys(ledger.fields).flatMap((name) => (Object.hasOwn(fields, name) ? [[snake(name), fields[name] ?? null]] : [])),
  );

function checked(row: Row): Row {
  const [from, until] = [textOf(row.from), textOf(row.until)];
  if (from !== null && until !== null && until <= from) throw refuse('period_wrong');
  return row;
}

/** Region and holder that a row takes over from what it belongs to. */
async function ownerColumns(step: Step, ledger: Ledger, fields: Fields): Promise<Row> {
  if (ledger.owner === 'subject') {
    const subject = await holdSubject(step, String(fields.subjectId));
    // 军工涉密单位 must not be entered. @source office-practice
    if (subject.status === 'secret' && ledger !== ledgers.status) throw refuse('subject_secret');
    return { region_id: subject.region_id };
  }
  const parcel = await holdRow(step, parcelTable, String(fields.parcelId));
  return { region_id: parcel.region_id, holder_id: parcel.holder_id };
}

async function settled(step: Step, name: LedgerName, row: Row): Promise<void> {
  const subjectId = textOf(row.subject_id);
  if (subjectId === null) return;
  if (particulars[name].cached === true) await refreshSubject(step, subjectId);
  else await updateRow(step.tx, step.actor.officeId, subjectTable, { id: subjectId, set: { updated_at: step.now } });
}

/** One row of a ledger; used by registering and by importing too. */
export async function addLedgerRow(step: Step, name: LedgerName, fields: Fields): Promise<string> {
  const ledger: Ledger = ledgers[name];
  const { prepare = (row: Row) => row, starts = {}, sayings } = particulars[name];
  const rowId = step.newId();
  const empty = Object.fromEntries(Object.keys(ledger.fields).map((field) => [snake(field), null]));
  const row = checked(
    prepare({
      ...{ ...empty, ...starts, ...columnsOf(ledger, fields), ...(await ownerColumns(step, ledger, fields)) },
      ...{ office_id: step.actor.officeId, version: 1, [ledger.idColumn]: rowId },
    }),
  );
  const full = name === 'occupancy' ? await addTwin(step, row) : row;
  await translating(makeRow(step, ledger, full), sayings?.(full) ?? {});
  await settled(step, name, full);
  return rowId;
}

const withReason = (reason: unknown): { reason?: string } => (typeof reason === 'string' ? { reason } : {});

export interface LedgerActions {
  readonly add: Action<Fields, { id: string }>;
  readonly edit: Action<Fields, { version: number }>;
  readonly close: Action<Fields, { version: number }>;
  readonly remove: Action<Fields, Record<string, never>>;
}

function actionsOf(name: LedgerName): LedgerActions {
  const ledger: Ledger = ledgers[name];
  const { prepare = (row: Row) => row, sayings } = particulars[name];
  const [table, word] = [ledger.table, snake(name)];
  const shared = { may: 'registry.edit' as const };
  const object = (rowId: string) => ({ kind: table, id: rowId });

  async function change(step: Step, input: Fields, set: Row): Promise<number> {
    const rowId = String(input.rowId);
    const row = await holdVersion(step, ledger, { id: rowId, version: Number(input.version), yours: set });
    const next = checked(prepare({ ...row, ...set }));
    const differing = Object.fromEntries(Object.keys(set).map((column) => [column, next[column]]));
    const version = await translating(changeRow(step, ledger, { row, set: differing }), sayings?.(next) ?? {});
    if (name === 'occupancy') await changeTwin(step, row, differing);
    await settled(step, name, row);
    return version;
  }

  return {
    add: {
      ...shared,
      name: `registry.add_${word}`,
      title: `登记${ledger.title}`,
      input: z.strictObject(ledger.fields),
      async run(step, input) {
        const rowId = await addLedgerRow(step, name, input);
        return { output: { id: rowId }, object: object(rowId), summary: `登记${ledger.title}`, change: input };
      },
    },
    edit: {
      ...shared,
      name: `registry.edit_${word}`,
      title: `修改${ledger.title}`,
      input: z.looseObject({ rowId: id, version: z.int() }),
      async run(step, input) {
        const version = await change(step, input, columnsOf(ledger, input));
        return {
          output: { version },
          object: object(String(input.rowId)),
          summary: `修改${ledger.title}`,
          change: input,
          ...withReason(input.reason),
        };
      },
    },
    close: {
      ...shared,
      name: `registry.close_${word}`,
      title: `截止${ledger.title}`,
      input: z.strictObject({ rowId: id, until: day, version: z.int(), reason: z.string().optional() }),
      async run(step, input) {
        const version = await change(step, input, { until: input.until });
        return {
          output: { version },
          object: object(String(input.rowId)),
          summary: `截止${ledger.title}`,
          change: input,
          ...withReason(input.reason),
        };
      },
    },
    remove: {
      ...shared,
      name: `registry.remove_${word}`,
      title: `删除误登的${ledger.title}`,
      input: z.strictObject({ rowId: id, version: z.int(), reason: z.string() }),
      async run(step, input) {
        const rowId = String(input.rowId);
        const row = await holdVersion(step, ledger, { id: rowId, version: Number(input.version), yours: {} });
        prepare(row);
        if (name === 'occupancy') await removeTwin(step, row);
        await removeRow(step, ledger, row);
        await settled(step, name, row);
        return {
          output: {},
          object: object(rowId),
          summary: `删除误登的${ledger.title}`,
          change: { row: rowId },
          ...withReason(input.reason),
        };
      },
    },
  };
}

export const ledgerActions: ReadonlyMap<LedgerName, LedgerActions> = new Map(ledgerNames.map((name) => [name, actionsOf(name)]));
