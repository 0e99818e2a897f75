/** 登记、修改联系人 — a name or number that is not typed anew stays as it is, masked; one that left gets its last day. */

import { Button, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask.js';
import { today } from '../../api/clock.js';
import { asProblem } from '../../api/problem.js';
import { type Clash, Conflict } from '../../furniture/Conflict.js';
import { choicesOf } from '../../furniture/choices.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { fieldFaults } from '../../furniture/fieldFaults.js';
import { TroubleLine } from '../../furniture/states.js';
import { formatDate } from '../../furniture/values.js';
import { useAct } from '../../office/act.js';
import type { Contact } from './Contacts.js';
import { contactWords } from './words.zh.js';

interface Given {
  readonly role: Contact['role'];
  /** Empty = unchanged, of one that is there. */
  readonly name: string;
  readonly phone: string;
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
  const [given, setGiven] = useState<Given>(() => givenOf(contact));
  const [version, setVersion] = useState(contact?.version ?? 0);
  const [clashes, setClashes] = useState<readonly Stored[] | null>(null);
  const [tried, setTried] = useState(false);
  const { busy, error, run, clear } = useAct();
  const { at, rest } = fieldFaults(error, { 'registry.period_wrong': 'until' });
  const lacking = contact === null && given.name.trim() === '' ? '请填写姓名。' : undefined;
  const set = (more: Partial<Given>): void => {
    setGiven({ ...given, ...more });
    clear();
  };
  const save = async (next: Given, stored: number): Promise<void> => {
    setTried(true);
    if (lacking !== undefined) return;
    const outcome = await run(async () => {
      try {
        if (contact === null) await ask('addEnterpriseContact', { body: { subjectId, ...bodyOf(next), name: next.name.trim() } });
        else await ask('editEnterpriseContact', { path: { rowId: contact.id }, body: { ...bodyOf(next), version: stored } });
        return 'saved';
      } catch (thrown) {
        const now = storedNow(thrown);
        if (now === null) throw thrown;
        setVersion(now.version);
        const both = clashesOf(next, now.row);
        if (both.length > 0 || contact === null) {
          setClashes(both);
          return 'differs';
        }
        // They changed something else: this goes on top of it.
        await ask('editEnterpriseContact', { path: { rowId: contact.id }, body: { ...bodyOf(next), version: now.version } });
        return 'saved';
      }
    });
    if (outcome === 'saved') onDone(contact === null ? '已登记联系人。' : '已修改联系人。');
  };
  const decide = (kept: Readonly<Record<string, 'mine' | 'theirs'>>): void => {
    const theirs = (clashes ?? []).filter((clash) => kept[clash.field] === 'theirs');
    const next: Given = { ...given, ...Object.fromEntries(theirs.map((clash) => [clash.field, clash.value])) };
    setGiven(next);
    setClashes(null);
    void save(next, version);
  };

  return (
    <Dialog
      open
      title={contact === null ? '登记联系人' : '修改联系人'}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={busy} onClick={() => void save(given, version)}>
            保存
          </Button>
        </>
      }
    >
      <Fields onSubmit={() => void save(given, version)}>
        <TroubleLine error={rest} />
        <Field label="职责" name="role" needed error={at('role')}>
          <Select id="role" value={given.role} options={choicesOf(contactWords)} onChange={(role) => set({ role })} />
        </Field>
        <Field
          label="姓名"
          name="name"
          needed={contact === null}
          help={contact === null ? undefined : `现为 ${contact.nameMasked}；不改就空着`}
          error={(tried ? lacking : undefined) ?? at('name')}
        >
          <Input id="name" maxLength={40} value={given.name} onChange={(event) => set({ name: event.target.value })} />
        </Field>
        <Field
          label="电话"
          name="phone"
          help={contact === null ? '保存后默认遮盖' : `现为 ${contact.phoneMasked ?? '没有'}；不改就空着`}
          error={at('phone')}
        >
          <Input id="phone" inputMode="tel" value={given.phone} onChange={(event) => set({ phone: event.target.value.trim() })} />
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
      {clashes !== null && <Conflict clashes={clashes} onDecide={decide} onClose={() => setClashes(null)} />}
    </Dialog>
  );
}

const givenOf = (contact: Contact | null): Given =>
  contact === null
    ? { role: 'liaison', name: '', phone: '', from: today(), until: '' }
    : { role: contact.role, name: '', phone: '', from: contact.from ?? '', until: contact.until ?? '' };

const bodyOf = ({ role, name, phone, from, until }: Given) => ({
  ...{ role, from: from === '' ? null : from, until: until === '' ? null : until },
  ...(name.trim() === '' ? {} : { name: name.trim() }),
  ...(phone === '' ? {} : { phone }),
});

interface Stored extends Clash {
  /** What the form takes over when theirs is kept: empty for what is stored masked. */
  readonly value: string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The row as it stands, from the refusal of a second writer. */
function storedNow(thrown: unknown): { readonly version: number; readonly row: Readonly<Record<string, string>> } | null {
  const { code, details } = asProblem(thrown);
  const { now, version } = details;
  if (code !== 'door.version_differs' || typeof now !== 'object' || now === null || typeof version !== 'number') return null;
  return { version, row: Object.fromEntries(Object.entries(now).map(([column, value]) => [column, text(value)])) };
}

const roleWord = (role: string): string => choicesOf(contactWords).find((one) => one.value === role)?.label ?? role;

function clashesOf(mine: Given, row: Readonly<Record<string, string>>): Stored[] {
  const { role = '', from = '', until = '', name_masked: name = '', phone_masked: phone = '' } = row;
  const all: readonly Stored[] = [
    { field: 'role', label: '职责', mine: roleWord(mine.role), theirs: roleWord(role), value: role },
    { field: 'name', label: '姓名', mine: mine.name, theirs: name, value: '' },
    { field: 'phone', label: '电话', mine: mine.phone, theirs: phone, value: '' },
    { field: 'from', label: '起', mine: formatDate(mine.from), theirs: formatDate(from), value: from },
    { field: 'until', label: '止', mine: formatDate(mine.until), theirs: formatDate(until), value: until },
  ];
  // A name or number that was not typed is not a second opinion.
  return all.filter((clash) => clash.mine !== clash.theirs && !(clash.mine === '' && clash.value === '' && clash.theirs !== ''));
}
