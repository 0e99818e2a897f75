/** 登记、修改宗地 — one form from one table of fields. */

import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Answer, askByTable, type Body } from '../../api/ask.js';
import { choicesOf } from '../../furniture/choices.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { useAct } from '../../office/act.js';
import { FieldInput, faultOf, type Given } from './FieldInput.js';
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
  const [values, setValues] = useState<Readonly<Record<string, Given>>>(() =>
    Object.fromEntries(fields.map(({ key }) => [key, parcel?.[key] ?? null])),
  );
  const [tried, setTried] = useState(false);
  const { busy, error, run } = useAct();
  const tell = useTell();
  const queries = useQueryClient();
  const save = async (): Promise<void> => {
    setTried(true);
    if (fields.some((field) => faultOf(field, values[field.key] ?? null) !== undefined)) return;
    const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
    const done = await run(() =>
      parcel === null
        ? askByTable('addParcel', { body: filled })
        : askByTable('editParcel', { path: { parcelId: parcel.parcelId }, body: { ...values, version: parcel.version } }),
    );
    if (done === undefined) return;
    await queries.invalidateQueries({ queryKey: ['registry'] });
    tell({ words: parcel === null ? '已登记宗地。' : '已修改宗地。' });
    onDone(parcel?.parcelId ?? idOf(done));
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
        <TroubleLine error={error} />
        {fields.map((field) => (
          <Field
            key={field.key}
            name={field.key}
            label={field.label}
            needed={field.needed === true}
            help={field.help}
            error={tried ? faultOf(field, values[field.key] ?? null) : undefined}
          >
            <FieldInput
              field={field}
              value={values[field.key] ?? null}
              shown={
                field.key === 'holderId'
                  ? (parcel?.holderName ?? undefined)
                  : field.key === 'regionId'
                    ? (parcel?.regionName ?? undefined)
                    : undefined
              }
              onChange={(value) => setValues({ ...values, [field.key]: value })}
            />
          </Field>
        ))}
      </Fields>
    </Dialog>
  );
}

const idOf = (made: unknown): string =>
  typeof made === 'object' && made !== null && 'parcelId' in made ? String(made.parcelId) : '';
