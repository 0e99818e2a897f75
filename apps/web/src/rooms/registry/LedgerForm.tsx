/** 登记、修改一项 — one dialog for every ledger; a second writer is asked only what both changed. */
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { askByTable } from '../../api/ask.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { fieldFaults } from '../../furniture/fieldFaults.js';
import { TroubleLine } from '../../furniture/states.js';
import { fieldMerge } from '../../furniture/threeWay.js';
import { useSharedForm } from '../../office/sharedForm.js';
import { FieldInput, faultOf } from './FieldInput.js';
import { givenOf, ledgerWords, type Names, nameOfChoice, rowInRefusal, type Values } from './fieldWords.js';
import type { LedgerRow } from './ledgerRow.js';
import type { LedgerForm } from './ledgers.zh.js';
import { namesOfPicked } from './pickedNames.js';

interface FormProps {
  readonly form: LedgerForm;
  readonly ownerId: string;
  /** The row to change; none = a new one. */
  readonly row: LedgerRow | null;
  readonly meters?: readonly { readonly value: string; readonly label: string }[] | undefined;
  onDone(words: string): void;
  /** 误登 — strike the row instead of changing it. */
  onStrike?: (() => void) | undefined;
  onClose(): void;
}

export function LedgerDialog({ form, ownerId, row, meters, onDone, onStrike, onClose }: FormProps): ReactNode {
  const [tried, setTried] = useState(false);
  const [names, setNames] = useState<Names>(() => namesIn(form, { row, meters }));
  const shared = useSharedForm<Values>({
    start: { given: valuesOf(form, row), version: row?.version ?? 0 },
    send: (next, version) =>
      row === null
        ? askByTable(form.add, { body: { ...filled(next), [form.owner]: ownerId } })
        : askByTable(form.edit, { path: { rowId: row.id }, body: { ...next, version } }),
    read: async (refused) => {
      const now = rowInRefusal(refused);
      const { fields } = form;
      const stored = { given: valuesOf(form, now), version: now.version };
      setNames({ ...(await namesOfPicked(fields, stored.given)), ...names });
      return stored;
    },
    merge: fieldMerge<Values>(ledgerWords(form.fields, names)),
    onSaved: () => onDone(row === null ? `已登记：${form.title}` : `已修改：${form.title}`),
  });
  const { given: values, busy, error } = shared;
  const faults = Object.fromEntries(form.fields.map((field) => [field.key, faultOf(field, values[field.key] ?? null)]));
  const said = fieldFaults(error, refusedAt(form));
  const save = async (): Promise<void> => {
    setTried(true);
    if (Object.values(faults).every((fault) => fault === undefined)) await shared.save();
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
          <Button type="primary" loading={busy} onClick={() => void save()}>
            保存
          </Button>
        </>
      }
    >
      <Fields onSubmit={() => void save()}>
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
              shown={names[String(values[field.key] ?? '')]}
              {...(meters === undefined ? {} : { meters })}
              onChange={(value, name) => {
                if (typeof value === 'string' && typeof name === 'string') setNames({ ...names, [value]: nameOfChoice(name) });
                shared.set({ ...values, [field.key]: value });
              }}
            />
          </Field>
        ))}
      </Fields>
      {shared.conflict}
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
    form.fields.map((field) => [field.key, row === null ? (field.kind === 'yes' ? false : null) : givenOf(row[field.key])]),
  );
}

const filled = (values: Values): Values => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

/** What the row's own ids are called, and the meters that can be chosen. */
function namesIn(form: LedgerForm, { row, meters = [] }: Pick<FormProps, 'row' | 'meters'>): Names {
  const shown = form.fields.flatMap(({ key, shownAs }) => {
    const name = shownAs === undefined ? undefined : row?.[shownAs];
    return typeof name === 'string' ? [[String(row?.[key] ?? ''), name] as const] : [];
  });
  return Object.fromEntries([...meters.map(({ value, label }) => [value, label] as const), ...shown]);
}
