/** 修改基本情况、更名 — a name is never overwritten: the old one stays as 曾用名 with its last day. */
import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Answer, ask } from '../../api/ask.js';
import { today } from '../../api/clock.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { TroubleLine } from '../../furniture/states.js';
import { formatDate } from '../../furniture/values.js';
import { useAct } from '../../office/act.js';
import { decideFields, fieldClashes, useSharedForm } from '../../office/sharedForm.js';

type Subject = Answer<'getSubject'>['subject'];

interface EditProps {
  readonly subject: Subject;
  onDone(words: string): void;
  onClose(): void;
}

const days = ['foundedOn', 'productionFrom', 'endedOn'] as const;

type Given = Pick<Subject, 'address' | 'foundedOn' | 'productionFrom' | 'endedOn' | 'note'>;

const labels: Readonly<Record<keyof Given, string>> = {
  ...{ address: '地址', foundedOn: '成立日期', productionFrom: '投产日期', endedOn: '终止日期', note: '备注' },
};
const givenOf = ({ address, foundedOn, productionFrom, endedOn, note }: Subject): Given => ({
  ...{ address, foundedOn, productionFrom, endedOn, note },
});
const isDay = (key: keyof Given): boolean => days.some((day) => day === key);
const clashesOf = fieldClashes<Given>({
  labels,
  wordOf: (given, key) => (isDay(key) ? formatDate(given[key] ?? '') : (given[key] ?? '')),
});

export function EditSubject({ subject, onDone, onClose }: EditProps): ReactNode {
  const [reason, setReason] = useState('');
  const path = { subjectId: subject.subjectId };
  const {
    given,
    busy,
    error,
    set: setGiven,
    save,
    conflict,
  } = useSharedForm<Given>({
    start: { given: givenOf(subject), version: subject.version },
    send: (next, version) =>
      ask('editSubject', { path, body: { ...next, version, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) } }),
    read: async () => {
      const now = (await ask('getSubject', { path })).subject;
      return { given: givenOf(now), version: now.version };
    },
    clashesOf,
    decide: decideFields,
    onSaved: async () => onDone('已修改基本情况。'),
  });
  return (
    <Dialog
      open
      title="修改基本情况"
      onClose={onClose}
      foot={
        <Button type="primary" loading={busy} onClick={() => void save()}>
          保存
        </Button>
      }
    >
      <Fields onSubmit={() => void save()}>
        <TroubleLine error={error} />
        <Field label="地址" name="address">
          <Input
            id="address"
            maxLength={200}
            value={given.address ?? ''}
            onChange={(event) => setGiven({ ...given, address: event.target.value || null })}
          />
        </Field>
        {days.map((key) => (
          <Field key={key} label={labels[key]} name={key}>
            <Input
              id={key}
              type="date"
              value={given[key] ?? ''}
              onChange={(event) => setGiven({ ...given, [key]: event.target.value || null })}
            />
          </Field>
        ))}
        <Field label="备注" name="note">
          <Input.TextArea
            id="note"
            maxLength={500}
            rows={3}
            value={given.note ?? ''}
            onChange={(event) => setGiven({ ...given, note: event.target.value || null })}
          />
        </Field>
        <Field label="理由" name="reason" help="写入变更历史">
          <Input id="reason" maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </Fields>
      {conflict}
    </Dialog>
  );
}

export function Rename({ subject, onDone, onClose }: EditProps): ReactNode {
  const [name, setName] = useState(subject.name);
  const [on, setOn] = useState(today());
  const [basis, setBasis] = useState('');
  const { busy, error, run } = useAct();
  const save = async (): Promise<void> => {
    const body = { name: name.trim(), on, version: subject.version, ...(basis.trim() === '' ? {} : { basis: basis.trim() }) };
    const done = await run(() => ask('renameSubject', { path: { subjectId: subject.subjectId }, body }));
    if (done !== undefined) onDone('已更名，原名称列为曾用名。');
  };
  return (
    <Dialog
      open
      title="更名"
      onClose={onClose}
      foot={
        <Button
          type="primary"
          loading={busy}
          disabled={name.trim() === '' || name.trim() === subject.name}
          onClick={() => void save()}
        >
          更名
        </Button>
      }
    >
      <Fields onSubmit={() => void save()}>
        <TroubleLine error={error} />
        <Field label="新名称" name="name" needed>
          <Input id="name" maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label="更名之日" name="on" needed help="以变更登记日期为准">
          <Input id="on" type="date" value={on} onChange={(event) => setOn(event.target.value)} />
        </Field>
        <Field label="依据" name="basis">
          <Input
            id="basis"
            maxLength={200}
            placeholder="如：变更登记通知书"
            value={basis}
            onChange={(event) => setBasis(event.target.value)}
          />
        </Field>
      </Fields>
    </Dialog>
  );
}
