/** 一项的填写 — by the kind of the field; what goes to the server is text, a number or null, never an empty string. */
import { Checkbox, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { FieldForm } from './ledgers.zh.js';
import { IndustryPicker, ParcelPicker, RegionPicker, SubjectPicker } from './pickers.js';

export type Given = string | number | boolean | null;

interface InputProps {
  readonly field: FieldForm;
  readonly value: Given;
  readonly shown?: string | undefined;
  /** For `meter`: the meters of this subject and those it shares. */
  readonly meters?: readonly { readonly value: string; readonly label: string }[];
  /** `name`: of what was picked, as far as its value is an id. */
  onChange(value: Given, name?: string | null): void;
}

export function FieldInput({ field, value, shown, meters = [], onChange }: InputProps): ReactNode {
  const { key, kind, choices = [], unit } = field;
  const text = value === null ? '' : String(value);
  const picked = text === '' ? null : text;
  const set = (next: string): void => onChange(next === '' ? null : next);
  if (kind === 'subject') return <SubjectPicker id={key} value={picked} shown={shown} onChange={onChange} />;
  if (kind === 'parcel') return <ParcelPicker id={key} value={picked} shown={shown} onChange={onChange} />;
  if (kind === 'industry') return <IndustryPicker id={key} value={picked} shown={shown} onChange={onChange} />;
  if (kind === 'region') return <RegionPicker id={key} value={picked} shown={shown} onChange={onChange} />;
  if (kind === 'choice' || kind === 'meter')
    return (
      <Select
        id={key}
        allowClear={field.needed !== true}
        placeholder="请选择"
        value={picked}
        options={(kind === 'meter' ? meters : choices).map((one) => ({ ...one }))}
        onChange={(next) => onChange(next ?? null)}
      />
    );
  if (kind === 'yes')
    return (
      <Checkbox id={key} checked={value === true} onChange={(event) => onChange(event.target.checked)}>
        是
      </Checkbox>
    );
  if (kind === 'long') return <Input.TextArea id={key} rows={3} value={text} onChange={(event) => set(event.target.value)} />;
  if (kind === 'day') return <Input id={key} type="date" value={text} onChange={(event) => set(event.target.value)} />;
  if (kind === 'integer')
    return <Input id={key} inputMode="numeric" value={text} onChange={(event) => onChange(integerOf(event.target.value))} />;
  const numeric = kind === 'decimal' || kind === 'percent';
  return (
    <Input
      id={key}
      inputMode={numeric ? 'decimal' : 'text'}
      suffix={unit}
      value={text}
      onChange={(event) => set(event.target.value)}
    />
  );
}

/** 填写是否可用 — an instruction when not; the server checks again. */
export function faultOf(field: FieldForm, value: Given): string | undefined {
  if (value === null || value === '')
    return field.needed === true ? `请${field.kind === 'choice' ? '选择' : '填写'}${field.label}` : undefined;
  if (field.kind === 'decimal' && !/^\d{1,12}(?:\.\d{1,4})?$/.test(String(value)))
    return '请填写不小于 0 的数，最多四位小数，不带单位和逗号';
  if (field.kind === 'percent' && !(Number(value) > 0 && Number(value) <= 100)) return '比例应大于 0、不超过 100';
  if (field.kind === 'integer' && typeof value !== 'number') return '请填写整数';
  return undefined;
}

/** What is no whole number stays as typed, so that the fault can be seen and mended. */
function integerOf(text: string): Given {
  if (text === '') return null;
  return /^-?\d{1,9}$/.test(text) ? Number(text) : text;
}
