/** 企业联系人 — masked until somebody with the right gives a reason; the look is in the ledger. @source trust R38 */
import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Answer, ask } from '../../api/ask.js';
import { today } from '../../api/clock.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { formatDate } from '../../furniture/values.js';
import { useAct } from '../../office/act.js';
import { Block } from '../../office/Page.js';
import { useMay } from '../../office/session.js';
import { ContactForm } from './ContactForm.js';
import { contactWords } from './words.zh.js';

export type Contact = Answer<'getSubject'>['contacts'][number];

interface ContactsProps {
  readonly contacts: readonly Contact[];
  readonly subjectId: string;
  onChanged(): void;
}

export function Contacts({ contacts, subjectId, onChanged }: ContactsProps): ReactNode {
  const edits = useMay('registry.edit');
  const unmasks = useMay('registry.unmask');
  const [editing, setEditing] = useState<Contact | 'new' | null>(null);
  const [all, setAll] = useState(false);
  const tell = useTell();
  const [looking, setLooking] = useState<Contact | null>(null);
  const [seen, setSeen] = useState<Readonly<Record<string, Answer<'unmaskEnterpriseContact'>>>>({});
  const ended = contacts.filter((contact) => contact.until !== null && contact.until <= today());
  const shown = all ? contacts : contacts.filter((contact) => !ended.includes(contact));
  return (
    <Block
      title="联系人"
      actions={
        <>
          {ended.length > 0 && (
            <Button size="small" type="text" onClick={() => setAll(!all)}>
              {all ? '收起已截止的' : `已截止 ${ended.length} 条`}
            </Button>
          )}
          {edits && (
            <Button size="small" onClick={() => setEditing('new')}>
              登记联系人
            </Button>
          )}
        </>
      }
    >
      {shown.length === 0 ? (
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
              {shown.map((contact) => (
                <tr key={contact.id} className={ended.includes(contact) ? 'row-ended' : ''}>
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
                    {edits && (
                      <Button size="small" type="link" onClick={() => setEditing(contact)}>
                        修改
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {editing !== null && (
        <ContactForm
          subjectId={subjectId}
          contact={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onDone={(words) => {
            setEditing(null);
            setSeen({});
            tell({ words });
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
