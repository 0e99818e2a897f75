/** 登记、修改一项 — one dialog for every ledger; a second writer sees both values and chooses. */
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { askByTable } from '../../api/ask.js';
import { asProblem } from '../../api/problem.js';
import { type Clash, Conflict } from '../../furniture/Conflict.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { fieldFaults } from '../../furniture/fieldFaults.js';
import { TroubleLine } from '../../furniture/states.js';
import { useAct } from '../../office/act.js';
import { FieldInput, faultOf, type Given } from './FieldInput.js';
import { type LedgerRow, shownValue } from './ledgerRow.js';
import type { LedgerForm } from './ledgers.zh.js';

interface FormProps {
  readonly form: LedgerForm;
  readonly ownerId: string;
  /** The row to change; none = a new one. */
  readonly row: LedgerRow | null;
  readonly meters?: readonly { readonly value: string; readonly label: string }[];
  onDone(words: string): void;
  /** 误登 — strike the row instead of changing it. */
  onStrike?: (() => void) | undefined;
  onClose(): void;
}

type Values = Readonly<Record<string, Given>>;

export function LedgerDialog({ form, ownerId, row, meters, onDone, onStrike, onClose }: FormProps): ReactNode {
  const [values, setValues] = useState<Values>(() => valuesOf(form, row));
  const [tried, setTried] = useState(false);
  const [theirs, setTheirs] = useState<LedgerRow | null>(null);
  const [version, setVersion] = useState(row?.version ?? 0);
  const { busy, error, run, clear } = useAct();
  const faults = Object.fromEntries(form.fields.map((field) => [field.key, faultOf(field, values[field.key] ?? null)]));
  const said = fieldFaults(error, refusedAt(form));
  const sound = Object.values(faults).every((fault) => fault === undefined);

  const save = async (given: Values, at: number): Promise<void> => {
    setTried(true);
    if (!sound) return;
    const done = await run(async () => {
      try {
        if (row === null) await askByTable(form.add, { body: { ...filled(given), [form.owner]: ownerId } });
        else await askByTable(form.edit, { path: { rowId: row.id }, body: { ...given, version: at } });
        return true;
      } catch (thrown) {
        const now = currentRow(thrown);
        if (now === null) throw thrown;
        setTheirs(now);
        return false;
      }
    });
    if (done === true) onDone(row === null ? `已登记：${form.title}` : `已修改：${form.title}`);
  };
  const decide = (kept: Readonly<Record<string, 'mine' | 'theirs'>>): void => {
    if (theirs === null) return;
    const next = { ...values };
    for (const field of form.fields)
      if (kept[field.key] === 'theirs' || kept[field.key] === undefined) next[field.key] = given(theirs[field.key]);
    for (const [key, side] of Object.entries(kept)) if (side === 'mine') next[key] = values[key] ?? null;
    setValues(next);
    setVersion(theirs.version);
    setTheirs(null);
    void save(next, theirs.version);
  };

  return (
    <Dialog
      open
      title={row === null ? form.addTitle : `修改${form.title}`}
      onClose={onClose}
      foot={
        <>
          {onStrike !== undefined && (
            <Button type="text" danger className="dialog-left" onClick={onStrike}>
              登记错了，删除
            </Button>
          )}
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={busy} onClick={() => void save(values, version)}>
            保存
          </Button>
        </>
      }
    >
      <Fields onSubmit={() => void save(values, version)}>
        <TroubleLine error={said.rest} />
        {form.fields.map((field) => (
          <Field
            key={field.key}
            name={field.key}
            label={field.label}
            needed={field.needed === true}
            help={field.help}
            error={(tried ? faults[field.key] : undefined) ?? said.at(field.key)}
          >
            <FieldInput
              field={field}
              value={values[field.key] ?? null}
              shown={row === null || field.shownAs === undefined ? undefined : String(row[field.shownAs] ?? '')}
              {...(meters === undefined ? {} : { meters })}
              onChange={(value) => {
                setValues({ ...values, [field.key]: value });
                clear();
              }}
            />
          </Field>
        ))}
      </Fields>
      {theirs !== null && (
        <Conflict clashes={clashesOf(form, values, theirs)} onDecide={decide} onClose={() => setTheirs(null)} />
      )}
    </Dialog>
  );
}

/** Refusals that speak of one field, as far as this ledger has it. */
const refusals: Readonly<Record<string, string>> = {
  'registry.number_taken': 'number',
  'registry.credit_code_wrong': 'value',
  'registry.identifier_taken': 'value',
  'registry.period_wrong': 'until',
  'registry.scale_year_taken': 'year',
  'registry.industry_unknown': 'code',
};
const refusedAt = (form: LedgerForm): Record<string, string> =>
  Object.fromEntries(Object.entries(refusals).filter(([, key]) => form.fields.some((field) => field.key === key)));

function valuesOf(form: LedgerForm, row: LedgerRow | null): Values {
  return Object.fromEntries(
    form.fields.map((field) => [field.key, row === null ? (field.kind === 'yes' ? false : null) : given(row[field.key])]),
  );
}

const given = (value: unknown): Given =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
const filled = (values: Values): Values => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

/** The row as it stands now, from the refusal of a second writer: columns of the table, so names are turned into the contract's. */
function currentRow(thrown: unknown): LedgerRow | null {
  const { code, details } = asProblem(thrown);
  const { now, version } = details;
  if (code !== 'door.version_differs' || typeof now !== 'object' || now === null || typeof version !== 'number') return null;
  const named = Object.entries(now).map(([column, value]) => [
    column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    value,
  ]);
  return { ...Object.fromEntries(named), id: '', version };
}

function clashesOf(form: LedgerForm, mine: Values, theirs: LedgerRow): Clash[] {
  return form.fields
    .filter((field) => plain(mine[field.key]) !== plain(theirs[field.key]))
    .map((field) => ({ field: field.key, label: field.label, mine: shownValue(field, mine), theirs: shownValue(field, theirs) }));
}

/** 100.00 of the database and 100 of the form are one number. */
function plain(value: unknown): string {
  const text = String(value ?? '');
  return /^\d+\.\d+$/.test(text) ? text.replace(/\.?(?<!0)0+$/, '') : text;
}
