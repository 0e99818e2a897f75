/** 登记、修改宗地 — one form from one table of fields. */

import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { type Answer, ask, askByTable, type Body } from '../../api/ask.js';
import { choicesOf } from '../../furniture/choices.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { fieldFaults } from '../../furniture/fieldFaults.js';
import { TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { fieldMerge } from '../../furniture/threeWay.js';
import { useSharedForm } from '../../office/sharedForm.js';
import { FieldInput, faultOf } from './FieldInput.js';
import { givenOf, ledgerWords, type Names, nameOfChoice, type Values } from './fieldWords.js';
import { isPicked } from './ledgerRow.js';
import type { FieldForm } from './ledgers.zh.js';
import { buildWords, idleWords, landUseWords, measureWords, siteWords, tenureWords } from './words.zh.js';

type Parcel = Answer<'getParcel'>['parcel'];
type Key = Extract<keyof Body<'addParcel'>, string>;

const fields: readonly FieldForm<Key>[] = [
  { key: 'number', label: '宗地号', kind: 'text', needed: true },
  { key: 'certificateNo', label: '不动产权证号', kind: 'text' },
  { key: 'holderId', label: '权利人', kind: 'subject', shownAs: 'holderName' },
  { key: 'regionId', label: '所属区域', kind: 'region', shownAs: 'regionName' },
  { key: 'location', label: '坐落', kind: 'text' },
  { key: 'use', label: '用途', kind: 'choice', choices: choicesOf(landUseWords), needed: true },
  { key: 'tenure', label: '权属', kind: 'choice', choices: choicesOf(tenureWords), needed: true },
  { key: 'certificateAreaSqm', label: '证载面积', kind: 'decimal', unit: '㎡' },
  { key: 'actualAreaSqm', label: '实际面积', kind: 'decimal', unit: '㎡' },
  { key: 'suppliedAreaSqm', label: '供地面积', kind: 'decimal', unit: '㎡' },
  { key: 'surveyedAreaSqm', label: '实测面积', kind: 'decimal', unit: '㎡' },
  { key: 'buildState', label: '建设状态', kind: 'choice', choices: choicesOf(buildWords), needed: true },
  { key: 'completionDue', label: '约定竣工', kind: 'day' },
  { key: 'acquiredOn', label: '取得日期', kind: 'day' },
  { key: 'siteKind', label: '所在区块', kind: 'choice', choices: choicesOf(siteWords) },
  { key: 'idleKind', label: '闲置类型', kind: 'choice', choices: choicesOf(idleWords) },
  { key: 'idleSince', label: '闲置起', kind: 'day' },
  { key: 'measureGroup', label: '措施分组', kind: 'choice', choices: choicesOf(measureWords) },
  { key: 'vacatedOn', label: '腾退日期', kind: 'day' },
  { key: 'laterUse', label: '腾退后用途', kind: 'text', help: '二次开发利用情况' },
  { key: 'note', label: '备注', kind: 'long' },
];

interface FormProps {
  readonly parcel: Parcel | null;
  onDone(parcelId: string): void;
  onClose(): void;
}

export function ParcelForm({ parcel, onDone, onClose }: FormProps): ReactNode {
  const [tried, setTried] = useState(false);
  const [names, setNames] = useState<Names>(() => namesIn(parcel));
  const made = useRef(parcel?.parcelId ?? '');
  const tell = useTell();
  const queries = useQueryClient();
  const path = { parcelId: parcel?.parcelId ?? '' };
  const form = useSharedForm<Values>({
    start: { given: valuesOf(parcel), version: parcel?.version ?? 0 },
    send: async (next, version) => {
      if (parcel !== null) await askByTable('editParcel', { path, body: { ...next, version } });
      else {
        const filled = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== null));
        made.current = idOf(await askByTable('addParcel', { body: filled }));
      }
    },
    read: async () => {
      const now = (await ask('getParcel', { path })).parcel;
      setNames({ ...namesIn(now), ...names });
      return { given: valuesOf(now), version: now.version };
    },
    merge: fieldMerge<Values>(ledgerWords(fields, names)),
    onSaved: async () => {
      await queries.invalidateQueries({ queryKey: ['registry'] });
      tell({ words: parcel === null ? '已登记宗地。' : '已修改宗地。' });
      onDone(made.current);
    },
  });
  const { given: values, busy, error } = form;
  const said = fieldFaults(error, { 'registry.parcel_number_taken': 'number' });
  const save = async (): Promise<void> => {
    setTried(true);
    if (fields.every((field) => faultOf(field, values[field.key] ?? null) === undefined)) await form.save();
  };
  return (
    <Dialog
      open
      title={parcel === null ? '登记宗地' : `修改宗地 ${parcel.number}`}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={busy} onClick={() => void save()}>
            保存
          </Button>
        </>
      }
    >
      <Fields onSubmit={() => void save()}>
        <TroubleLine error={said.rest} />
        {fields.map((field) => (
          <Field
            key={field.key}
            name={field.key}
            label={field.label}
            needed={field.needed === true}
            help={field.help}
            error={(tried ? faultOf(field, values[field.key] ?? null) : undefined) ?? said.at(field.key)}
          >
            <FieldInput
              field={field}
              value={values[field.key] ?? null}
              shown={isPicked(field) ? names[String(values[field.key] ?? '')] : undefined}
              onChange={(value, name) => {
                if (typeof value === 'string' && typeof name === 'string') setNames({ ...names, [value]: nameOfChoice(name) });
                form.set({ ...values, [field.key]: value });
              }}
            />
          </Field>
        ))}
      </Fields>
      {form.conflict}
    </Dialog>
  );
}

const valuesOf = (parcel: Parcel | null): Values => Object.fromEntries(fields.map(({ key }) => [key, givenOf(parcel?.[key])]));

const namesIn = (parcel: Parcel | null): Names => ({
  ...(parcel?.holderId == null ? {} : { [parcel.holderId]: parcel.holderName ?? '' }),
  ...(parcel?.regionId == null ? {} : { [parcel.regionId]: parcel.regionName ?? '' }),
});

const idOf = (made: unknown): string =>
  typeof made === 'object' && made !== null && 'parcelId' in made ? String(made.parcelId) : '';
