/** 登记、修改联系人 — a name or number that is not typed anew stays as it is, masked; one that left gets its last day. */

import { Button, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask.js';
import { choicesOf } from '../../furniture/choices.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { fieldFaults } from '../../furniture/fieldFaults.js';
import { TroubleLine } from '../../furniture/states.js';
import { useSharedForm } from '../../office/sharedForm.js';
import type { Contact } from './Contacts.js';
import { bodyOf, type ContactDraft, givenOf, mergeContacts, storedIn } from './contactDraft.js';
import { contactWords } from './words.zh.js';

interface FormProps {
  readonly subjectId: string;
  /** Null = a new one. */
  readonly contact: Contact | null;
  onDone(words: string): void;
  onClose(): void;
}

export function ContactForm({ subjectId, contact, onDone, onClose }: FormProps): ReactNode {
  const [tried, setTried] = useState(false);
  const form = useSharedForm<ContactDraft>({
    start: { given: givenOf(contact), version: contact?.version ?? 0 },
    send: (next, version) =>
      contact === null
        ? ask('addEnterpriseContact', { body: { subjectId, ...bodyOf(next), name: next.name.typed.trim() } })
        : ask('editEnterpriseContact', { path: { rowId: contact.id }, body: { ...bodyOf(next), version } }),
    read: async (refused) => storedIn(refused),
    merge: mergeContacts,
    onSaved: () => onDone(contact === null ? '已登记联系人。' : '已修改联系人。'),
  });
  const { given, busy } = form;
  const { at, rest } = fieldFaults(form.error, { 'registry.period_wrong': 'until' });
  const lacking = contact === null && given.name.typed.trim() === '' ? '请填写姓名。' : undefined;
  const set = (more: Partial<ContactDraft>): void => form.set({ ...given, ...more });
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
