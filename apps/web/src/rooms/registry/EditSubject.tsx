/** 修改基本情况、更名 — a name is never overwritten: the old one stays as 曾用名 with its last day. */
import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Answer, ask } from '../../api/ask.js';
import { today } from '../../api/clock.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { TroubleLine } from '../../furniture/states.js';
import { fieldMerge } from '../../furniture/threeWay.js';
import { formatDate } from '../../furniture/values.js';
import { useSharedForm } from '../../office/sharedForm.js';

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
const merge = fieldMerge<Given>({
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
    merge,
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

interface NewName {
  readonly name: string;
  readonly on: string;
  readonly basis: string;
}

/** 更名之日和依据 belong to this change of name: what somebody else gave for theirs is no other opinion of them. */
const mergeNames = fieldMerge<NewName, 'name'>({ labels: { name: '名称' }, wordOf: ({ name }) => name.trim() });

export function Rename({ subject, onDone, onClose }: EditProps): ReactNode {
  const path = { subjectId: subject.subjectId };
  const { given, busy, error, set, save, conflict } = useSharedForm<NewName>({
    start: { given: { name: subject.name, on: today(), basis: '' }, version: subject.version },
    send: ({ name, on, basis }, version) =>
      ask('renameSubject', {
        path,
        body: { name: name.trim(), on, version, ...(basis.trim() === '' ? {} : { basis: basis.trim() }) },
      }),
    read: async () => {
      const now = (await ask('getSubject', { path })).subject;
      return { given: { name: now.name, on: today(), basis: '' }, version: now.version };
    },
    merge: mergeNames,
    onSaved: ({ name }, outcome) =>
      onDone(outcome === 'sent' ? '已更名，原名称列为曾用名。' : `对方已更名为“${name.trim()}”，没有再更名。`),
  });
  const { name, on, basis } = given;
  const ready = name.trim() !== '' && name.trim() !== subject.name;
  return (
    <Dialog
      open
      title="更名"
      onClose={onClose}
      foot={
        <Button type="primary" loading={busy} disabled={!ready} onClick={() => void save()}>
          更名
        </Button>
      }
    >
      <Fields onSubmit={() => ready && void save()}>
        <TroubleLine error={error} />
        <Field label="新名称" name="name" needed>
          <Input id="name" maxLength={100} value={name} onChange={(event) => set({ ...given, name: event.target.value })} />
        </Field>
        <Field label="更名之日" name="on" needed help="以变更登记日期为准">
          <Input id="on" type="date" value={on} onChange={(event) => set({ ...given, on: event.target.value })} />
        </Field>
        <Field label="依据" name="basis">
          <Input
            id="basis"
            maxLength={200}
            placeholder="如：变更登记通知书"
            value={basis}
            onChange={(event) => set({ ...given, basis: event.target.value })}
          />
        </Field>
      </Fields>
      {conflict}
    </Dialog>
  );
}
