/** 新增一项 — one dialog for whatever a page adds: its entries as a table, refusals at the entry they speak of. */
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { keysOf } from '../../furniture/choices.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { fieldFaults } from '../../furniture/fieldFaults.js';
import { TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { useAct } from '../../office/act.js';

export interface Entry<Key extends string> {
  readonly key: Key;
  readonly label: string;
  readonly kind: 'text' | 'choice' | 'day';
  readonly needed?: true;
  readonly help?: string;
  /** Of a choice. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly maxLength?: number;
  readonly inputMode?: 'numeric' | 'tel';
}

type Values<Key extends string> = Readonly<Record<Key, string>>;

interface AddProps<Key extends string> {
  readonly title: string;
  /** 已新增区域。 */
  readonly told: string;
  readonly entries: readonly Entry<Key>[];
  readonly start: Values<Key>;
  /** Refusal code → entry. */
  readonly codes?: Readonly<Record<string, Key>>;
  /** Empty text = not given. */
  send(values: Values<Key>): Promise<unknown>;
  onClose(): void;
}

export function AddDialog<Key extends string>({ title, told, entries, start, codes, send, onClose }: AddProps<Key>): ReactNode {
  const [values, setValues] = useState(start);
  const { busy, error, run, clear } = useAct();
  const tell = useTell();
  const queries = useQueryClient();
  const { at, rest } = fieldFaults(error, codes);
  const ready = entries.every(({ key, needed }) => needed !== true || values[key].trim() !== '');
  const save = async (): Promise<void> => {
    if (!ready) return;
    const done = await run(() => send(values).then(() => true));
    if (done !== true) return;
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'people' || queryKey[0] === 'regions' });
    tell({ words: told });
    onClose();
  };
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={busy} disabled={!ready} onClick={() => void save()}>
            保存
          </Button>
        </>
      }
    >
      <Fields onSubmit={() => void save()}>
        <TroubleLine error={rest} />
        {entries.map((entry) => (
          <Field
            key={entry.key}
            label={entry.label}
            name={`add-${entry.key}`}
            needed={entry.needed === true}
            help={entry.help}
            error={at(entry.key)}
          >
            <Given
              entry={entry}
              value={values[entry.key]}
              onChange={(value) => {
                setValues({ ...values, [entry.key]: value });
                clear();
              }}
            />
          </Field>
        ))}
      </Fields>
    </Dialog>
  );
}

interface GivenProps {
  readonly entry: Entry<string>;
  readonly value: string;
  onChange(value: string): void;
}

function Given({ entry, value, onChange }: GivenProps): ReactNode {
  const { key, kind, needed, options = [], maxLength, inputMode } = entry;
  const id = `add-${key}`;
  if (kind === 'choice')
    return (
      <Select
        id={id}
        allowClear={needed !== true}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="请选择"
        value={value === '' ? null : value}
        options={options.map((one) => ({ ...one }))}
        onChange={(next) => onChange(next ?? '')}
      />
    );
  return (
    <Input
      id={id}
      type={kind === 'day' ? 'date' : 'text'}
      {...(maxLength === undefined ? {} : { maxLength })}
      {...(inputMode === undefined ? {} : { inputMode })}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** What was chosen from a table of words; `usual` when nothing was. */
export const chosenOf = <Key extends string>(words: Readonly<Record<Key, string>>, chosen: string, usual: Key): Key =>
  keysOf(words).find((key) => key === chosen) ?? usual;
