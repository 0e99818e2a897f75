/** 登记、修改联系人 — a name or number that is not typed anew stays as it is, masked; one that left gets its last day. */

import { Button, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask.js';
import { today } from '../../api/clock.js';
import type { Problem } from '../../api/problem.js';
import { choicesOf, keysOf } from '../../furniture/choices.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { fieldFaults } from '../../furniture/fieldFaults.js';
import { TroubleLine } from '../../furniture/states.js';
import { fieldMerge } from '../../furniture/threeWay.js';
import { formatDate } from '../../furniture/values.js';
import { type Stored, useSharedForm } from '../../office/sharedForm.js';
import type { Contact } from './Contacts.js';
import { rowInRefusal } from './fieldWords.js';
import { contactWords } from './words.zh.js';

/** Stored sealed and shown masked: what was not typed anew stays. */
interface Sealed {
  readonly typed: string;
  readonly masked: string;
  /** Somebody wrote it anew since the form was opened; two names may look alike behind the mask. */
  readonly renewed: boolean;
}

interface Given {
  readonly role: Contact['role'];
  readonly name: Sealed;
  readonly phone: Sealed;
  readonly from: string;
  readonly until: string;
}

interface FormProps {
  readonly subjectId: string;
  /** Null = a new one. */
  readonly contact: Contact | null;
  onDone(words: string): void;
  onClose(): void;
}

export function ContactForm({ subjectId, contact, onDone, onClose }: FormProps): ReactNode {
  const [tried, setTried] = useState(false);
  const form = useSharedForm<Given>({
    start: { given: givenOf(contact), version: contact?.version ?? 0 },
    send: (next, version) =>
      contact === null
        ? ask('addEnterpriseContact', { body: { subjectId, ...bodyOf(next), name: next.name.typed.trim() } })
        : ask('editEnterpriseContact', { path: { rowId: contact.id }, body: { ...bodyOf(next), version } }),
    read: async (refused) => storedIn(refused),
    merge: fieldMerge<Given>({ labels, wordOf, tellOf }),
    onSaved: () => onDone(contact === null ? '已登记联系人。' : '已修改联系人。'),
  });
  const { given, busy } = form;
  const { at, rest } = fieldFaults(form.error, { 'registry.period_wrong': 'until' });
  const lacking = contact === null && given.name.typed.trim() === '' ? '请填写姓名。' : undefined;
  const set = (more: Partial<Given>): void => form.set({ ...given, ...more });
  const save = async (): Promise<void> => {
    setTried(true);
    if (lacking === undefined) await form.save();
  };

  return (
    <Dialog
      open
      title={contact === null ? '登记联系人' : '修改联系人'}
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
        <TroubleLine error={rest} />
        <Field label="职责" name="role" needed error={at('role')}>
          <Select id="role" value={given.role} options={choicesOf(contactWords)} onChange={(role) => set({ role })} />
        </Field>
        <Field
          label="姓名"
          name="name"
          needed={contact === null}
          help={contact === null ? undefined : `现为 ${given.name.masked}；不改就空着`}
          error={(tried ? lacking : undefined) ?? at('name')}
        >
          <Input
            id="name"
            maxLength={40}
            value={given.name.typed}
            onChange={(event) => set({ name: { ...given.name, typed: event.target.value } })}
          />
        </Field>
        <Field
          label="电话"
          name="phone"
          help={contact === null ? '保存后默认遮盖' : `现为 ${given.phone.masked || '没有'}；不改就空着`}
          error={at('phone')}
        >
          <Input
            id="phone"
            inputMode="tel"
            value={given.phone.typed}
            onChange={(event) => set({ phone: { ...given.phone, typed: event.target.value.trim() } })}
          />
        </Field>
        <Field label="起" name="from" error={at('from')}>
          <Input id="from" type="date" value={given.from} onChange={(event) => set({ from: event.target.value })} />
        </Field>
        {contact !== null && (
          <Field label="止" name="until" help="不再担任的填最后一天的次日；历史仍在" error={at('until')}>
            <Input id="until" type="date" value={given.until} onChange={(event) => set({ until: event.target.value })} />
          </Field>
        )}
      </Fields>
      {form.conflict}
    </Dialog>
  );
}

const sealed = (masked: string, renewed = false): Sealed => ({ typed: '', masked, renewed });

const givenOf = (contact: Contact | null): Given =>
  contact === null
    ? { role: 'liaison', name: sealed(''), phone: sealed(''), from: today(), until: '' }
    : {
        ...{ role: contact.role, name: sealed(contact.nameMasked), phone: sealed(contact.phoneMasked ?? '') },
        ...{ from: contact.from ?? '', until: contact.until ?? '' },
      };

const bodyOf = ({ role, name, phone, from, until }: Given) => ({
  ...{ role, from: from === '' ? null : from, until: until === '' ? null : until },
  ...(name.typed.trim() === '' ? {} : { name: name.typed.trim() }),
  ...(phone.typed === '' ? {} : { phone: phone.typed }),
});

/** The row as it stands, from the refusal of a second writer. @throws the refusal when it does not tell */
function storedIn(refused: Problem): Stored<Given> {
  const row = rowInRefusal(refused);
  const { changed } = refused.details;
  const renewed = (column: string): boolean => !Array.isArray(changed) || changed.includes(column);
  const text = (key: string): string => String(row[key] ?? '');
  const role = keysOf(contactWords).find((one) => one === row.role);
  if (role === undefined) throw refused;
  const name = sealed(text('nameMasked'), renewed('name_sealed'));
  const phone = sealed(text('phoneMasked'), renewed('phone_sealed'));
  return { given: { role, name, phone, from: text('from'), until: text('until') }, version: row.version };
}

const labels: Readonly<Record<keyof Given, string>> = { role: '职责', name: '姓名', phone: '电话', from: '起', until: '止' };

function wordOf(given: Given, key: keyof Given): string {
  if (key === 'role') return contactWords[given.role];
  if (key === 'name' || key === 'phone') return given[key].typed.trim() || given[key].masked;
  return formatDate(given[key]);
}

function tellOf(given: Given, key: keyof Given): string {
  if (key !== 'name' && key !== 'phone') return given[key];
  const { typed, renewed } = given[key];
  return typed.trim() === '' ? `stored ${renewed}` : `typed ${typed.trim()}`;
}
