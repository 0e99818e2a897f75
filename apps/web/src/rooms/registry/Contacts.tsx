/** 企业联系人 — masked until somebody with the right gives a reason; the look is in the ledger. @source trust R38 */
import { Button, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Answer, ask, type Body } from '../../api/ask.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { formatDate } from '../../furniture/values.js';
import { useAct } from '../../office/act.js';
import { Block } from '../../office/Page.js';
import { useMay } from '../../office/session.js';
import { today } from './ledgerRow.js';
import { choicesOf, contactWords } from './words.zh.js';

type Contact = Answer<'getSubject'>['contacts'][number];

interface ContactsProps {
  readonly contacts: readonly Contact[];
  readonly subjectId: string;
  onChanged(): void;
}

export function Contacts({ contacts, subjectId, onChanged }: ContactsProps): ReactNode {
  const edits = useMay('registry.edit');
  const unmasks = useMay('registry.unmask');
  const [adding, setAdding] = useState(false);
  const [looking, setLooking] = useState<Contact | null>(null);
  const [seen, setSeen] = useState<Readonly<Record<string, Answer<'unmaskEnterpriseContact'>>>>({});
  return (
    <Block
      title="联系人"
      actions={
        edits && (
          <Button size="small" onClick={() => setAdding(true)}>
            登记联系人
          </Button>
        )
      }
    >
      {contacts.length === 0 ? (
        <p className="quiet">还没有联系人。送达文书、催报数据都要用，请至少登记联络员。</p>
      ) : (
        <div className="table-scroll">
          <table className="plain-table">
            <thead>
              <tr>
                <th>职责</th>
                <th>姓名</th>
                <th>电话</th>
                <th>起</th>
                <th>止</th>
                <th aria-label="办理" />
              </tr>
            </thead>
            <tbody>
              {contacts.map((contact) => (
                <tr key={contact.id}>
                  <td>{contactWords[contact.role]}</td>
                  <td>{seen[contact.id]?.name ?? contact.nameMasked}</td>
                  <td>{seen[contact.id]?.phone ?? contact.phoneMasked ?? '—'}</td>
                  <td>{contact.from === null ? '—' : formatDate(contact.from)}</td>
                  <td>{contact.until === null ? '至今' : formatDate(contact.until)}</td>
                  <td className="row-actions">
                    {unmasks && seen[contact.id] === undefined && (
                      <Button size="small" type="link" onClick={() => setLooking(contact)}>
                        查看
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {adding && (
        <AddContact
          subjectId={subjectId}
          onClose={() => setAdding(false)}
          onDone={() => {
            setAdding(false);
            onChanged();
          }}
        />
      )}
      {looking !== null && (
        <Unmask
          contact={looking}
          onClose={() => setLooking(null)}
          onSeen={(answer) => {
            setSeen({ ...seen, [looking.id]: answer });
            setLooking(null);
          }}
        />
      )}
    </Block>
  );
}

interface UnmaskProps {
  readonly contact: Contact;
  onSeen(answer: Answer<'unmaskEnterpriseContact'>): void;
  onClose(): void;
}

function Unmask({ contact, onSeen, onClose }: UnmaskProps): ReactNode {
  const [reason, setReason] = useState('');
  const { busy, error, run } = useAct();
  const look = async (): Promise<void> => {
    const answer = await run(() =>
      ask('unmaskEnterpriseContact', { path: { rowId: contact.id }, body: { reason: reason.trim() } }),
    );
    if (answer !== undefined) onSeen(answer);
  };
  return (
    <Dialog
      open
      title="查看未遮盖的联系人"
      onClose={onClose}
      foot={
        <Button type="primary" loading={busy} disabled={reason.trim() === ''} onClick={() => void look()}>
          查看
        </Button>
      }
    >
      <Fields onSubmit={() => void look()}>
        <TroubleLine error={error} />
        <Field label="用途" name="reason" needed help="查看会记入审计台账">
          <Input
            id="reason"
            autoFocus
            maxLength={300}
            placeholder="如：电话通知补报用地资料"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
      </Fields>
    </Dialog>
  );
}

type Given = Body<'addEnterpriseContact'>;

function AddContact({ subjectId, onDone, onClose }: { readonly subjectId: string; onDone(): void; onClose(): void }): ReactNode {
  const [given, setGiven] = useState<Given>({ subjectId, role: 'liaison', name: '', from: today() });
  const { busy, error, run } = useAct();
  const tell = useTell();
  const set = (more: Partial<Given>): void => setGiven({ ...given, ...more });
  const save = async (): Promise<void> => {
    const made = await run(() => ask('addEnterpriseContact', { body: given }));
    if (made === undefined) return;
    tell({ words: '已登记联系人。' });
    onDone();
  };
  return (
    <Dialog
      open
      title="登记联系人"
      onClose={onClose}
      foot={
        <Button type="primary" loading={busy} disabled={given.name.trim() === ''} onClick={() => void save()}>
          保存
        </Button>
      }
    >
      <Fields onSubmit={() => void save()}>
        <TroubleLine error={error} />
        <Field label="职责" name="role" needed>
          <Select id="role" value={given.role} options={choicesOf(contactWords)} onChange={(role) => set({ role })} />
        </Field>
        <Field label="姓名" name="name" needed>
          <Input id="name" maxLength={40} value={given.name} onChange={(event) => set({ name: event.target.value })} />
        </Field>
        <Field label="电话" name="phone" help="保存后默认遮盖">
          <Input
            id="phone"
            inputMode="tel"
            value={given.phone ?? ''}
            onChange={(event) => set({ phone: event.target.value.trim() || null })}
          />
        </Field>
        <Field label="起" name="from">
          <Input id="from" type="date" value={given.from ?? ''} onChange={(event) => set({ from: event.target.value || null })} />
        </Field>
      </Fields>
    </Dialog>
  );
}
