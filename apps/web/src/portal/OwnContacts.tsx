/** 联系人 — the enterprise keeps its own: adds, corrects, ends. Names and telephones are kept sealed and shown masked. */
import { type ReactNode, useState } from 'react';
import { type Answer, ask, type Body } from '../api/ask.js';
import { formatDate } from '../furniture/values.js';
import { contactWords } from '../rooms/registry/words.zh.js';
import { faultOf, useAsked, useDoing } from './asking.js';
import type { Chosen } from './Inside.js';
import { Card, Field, Form, PageTitle, Waiting } from './parts.js';
import { Trouble } from './Trouble.js';
import { portalTexts } from './texts.zh.js';

type Contact = Answer<'getOwnSubject'>['contacts'][number];
type Role = Contact['role'];
const roles = Object.entries(contactWords) as readonly (readonly [Role, string])[];

export function OwnContacts({ mine, subjectId }: Chosen): ReactNode {
  const own = useAsked(subjectId, () => ask('getOwnSubject', { query: { subjectId } }));
  const [doing, setDoing] = useState<Contact | 'new' | null>(null);
  const [said, setSaid] = useState('');
  const { busy, problem, run } = useDoing();
  const done = (words: string): void => {
    setDoing(null);
    setSaid(words);
    own.again();
  };
  const end = async (contact: Contact): Promise<void> => {
    if (!confirm(`停用${contactWords[contact.role]} ${contact.nameMasked}？今天起不再联系此人。`)) return;
    const body = { until: mine.today, version: contact.version };
    if ((await run(() => ask('editOwnContact', { path: { rowId: contact.id }, body }))) !== undefined) done('已停用。');
    else own.again();
  };
  if (own.data === null) return own.problem === null ? <Waiting /> : <Trouble problem={own.problem} again={own.again} />;
  const current = own.data.contacts.filter(({ until }) => until === null || until > mine.today);
  const former = own.data.contacts.filter((one) => !current.includes(one));
  return (
    <>
      <PageTitle title="联系人" note={portalTexts.contactsIntro} />
      {said !== '' && (
        <p className="portal-good" role="status">
          {said}
        </p>
      )}
      {problem !== null && <Trouble problem={problem} />}
      {current.length === 0 && doing === null && (
        <Card title="没有登记联系人">
          <p>通知可能送不到您。请先登记一名联络员。</p>
        </Card>
      )}
      {current.map((contact) => (
        <Card
          key={contact.id}
          title={`${contactWords[contact.role]} ${contact.nameMasked}`}
          beside={
            <>
              <button type="button" className="portal-plain" disabled={busy} onClick={() => setDoing(contact)}>
                修改
              </button>
              {(contact.from === null || contact.from < mine.today) && (
                <button type="button" className="portal-plain" disabled={busy} onClick={() => void end(contact)}>
                  停用
                </button>
              )}
            </>
          }
        >
          <p>
            {contact.phoneMasked ?? '没有登记电话'}
            {contact.from !== null && <span className="quiet">　{formatDate(contact.from)}起</span>}
          </p>
          {doing === contact && <Edit contact={contact} onDone={() => done('已修改。')} onLeave={() => setDoing(null)} />}
        </Card>
      ))}
      {doing === 'new' ? (
        <Card title="登记联系人">
          <Add subjectId={subjectId} from={mine.today} onDone={() => done('已登记。')} onLeave={() => setDoing(null)} />
        </Card>
      ) : (
        <p className="portal-row">
          <button type="button" className="portal-second" onClick={() => setDoing('new')}>
            登记联系人
          </button>
        </p>
      )}
      {former.length > 0 && (
        <Card title="已停用">
          {former.map((one) => (
            <p key={one.id} className="quiet">
              {contactWords[one.role]} {one.nameMasked}
              {one.until !== null && `，${formatDate(one.until)}停用`}
            </p>
          ))}
        </Card>
      )}
    </>
  );
}

interface Ending {
  onDone(): void;
  onLeave(): void;
}

function Add({ subjectId, from, onDone, onLeave }: Ending & { readonly subjectId: string; readonly from: string }): ReactNode {
  const [role, setRole] = useState<Role>('liaison');
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const { busy, problem, run } = useDoing();
  const send = async (): Promise<void> => {
    const body = { subjectId, role, name: name.trim(), from, ...(phone.trim() === '' ? {} : { phone: phone.trim() }) };
    if ((await run(() => ask('addOwnContact', { body }))) !== undefined) onDone();
  };
  return (
    <Form problem={problem} verb="登记" busy={busy} ready={name.trim() !== ''} onSend={() => void send()}>
      <Field label="职责">
        <RoleChoice role={role} onRole={setRole} />
      </Field>
      <Field label="姓名" error={faultOf(problem, 'name')}>
        <input autoComplete="off" maxLength={40} value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field label="电话" help="手机或带区号的固定电话" error={faultOf(problem, 'phone')}>
        <input type="tel" autoComplete="off" maxLength={20} value={phone} onChange={(event) => setPhone(event.target.value)} />
      </Field>
      <button type="button" className="portal-plain" onClick={onLeave}>
        先不登记
      </button>
    </Form>
  );
}

function Edit({ contact, onDone, onLeave }: Ending & { readonly contact: Contact }): ReactNode {
  const [role, setRole] = useState<Role>(contact.role);
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const { busy, problem, run } = useDoing();
  const send = async (): Promise<void> => {
    const body: Body<'editOwnContact'> = {
      version: contact.version,
      ...(role === contact.role ? {} : { role }),
      ...(name.trim() === '' ? {} : { name: name.trim() }),
      ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
    };
    if ((await run(() => ask('editOwnContact', { path: { rowId: contact.id }, body }))) !== undefined) onDone();
  };
  const changed = role !== contact.role || name.trim() !== '' || phone.trim() !== '';
  return (
    <Form problem={problem} verb="保存" busy={busy} ready={changed} onSend={() => void send()}>
      <Field label="职责">
        <RoleChoice role={role} onRole={setRole} />
      </Field>
      <Field label="姓名" help={`不改的留空；现为 ${contact.nameMasked}`} error={faultOf(problem, 'name')}>
        <input autoComplete="off" maxLength={40} value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field label="电话" help={`不改的留空；现为 ${contact.phoneMasked ?? '没有登记'}`} error={faultOf(problem, 'phone')}>
        <input type="tel" autoComplete="off" maxLength={20} value={phone} onChange={(event) => setPhone(event.target.value)} />
      </Field>
      <button type="button" className="portal-plain" onClick={onLeave}>
        先不改
      </button>
    </Form>
  );
}

interface RoleChoiceProps {
  readonly role: Role;
  onRole(role: Role): void;
  readonly id?: string;
}

const RoleChoice = ({ role, onRole, ...rest }: RoleChoiceProps): ReactNode => (
  <select {...rest} value={role} onChange={(event) => onRole(roles.find(([one]) => one === event.target.value)?.[0] ?? role)}>
    {roles.map(([one, word]) => (
      <option key={one} value={one}>
        {word}
      </option>
    ))}
  </select>
);
