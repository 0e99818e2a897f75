/**
 * 统一身份 — which identities of the government's own service open an account: seen by both administrators, linked and unlinked by the
 * system administrator. What a person hands in is the note that the sign-in page gave them.
 */
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { fieldFaults } from '../../furniture/fieldFaults.js';
import { Loading, Trouble, TroubleLine } from '../../furniture/states.js';
import { useAct } from '../../office/act.js';
import { readNote } from '../../office/identityNote.js';
import { useMay } from '../../office/session.js';
import { type Identity, LinkedIdentities } from './LinkedIdentities.js';
import type { User } from './UserTable.js';
import { WithReason } from './WithReason.js';

interface IdentitiesProps {
  readonly user: User;
  /** Linked: told with the way to take it back. */
  onLinked(identityId: string): void;
  onUnlinked(): void;
  onClose(): void;
}

export function Identities({ user, onLinked, onUnlinked, onClose }: IdentitiesProps): ReactNode {
  const administers = useMay('office.administer');
  const [leaving, setLeaving] = useState<Identity | null>(null);
  const { userId, name } = user;
  const told = useQuery({
    queryKey: ['people', 'identities', userId],
    queryFn: () => ask('listIdentities', { path: { userId } }),
  });
  if (leaving !== null)
    return (
      <WithReason
        verb="解除统一身份"
        name={name}
        send={(reason) => ask('unlinkIdentity', { path: { identityId: leaving.identityId }, body: { reason } })}
        onDone={onUnlinked}
        onClose={() => setLeaving(null)}
      >
        <p>
          身份标识 <span className="hash">{leaving.subject}</span>
        </p>
        <p>解除后这个身份不能再登录本账号；正以统一身份登录的，下一次操作时退出。以后可以重新关联。</p>
        {told.data?.passwordSet === false && told.data.items.length === 1 && (
          <p className="warn-line">本人没有设过密码，解除后登录不了；须重发开通码，或另关联一个身份。</p>
        )}
      </WithReason>
    );
  return (
    <Dialog open title={`统一身份：${name}`} onClose={onClose} foot={<Button onClick={onClose}>关闭</Button>}>
      {told.isPending ? (
        <Loading what="关联的统一身份" />
      ) : told.error !== null ? (
        <Trouble error={told.error} again={() => void told.refetch()} />
      ) : (
        <>
          <LinkedIdentities items={told.data.items} {...(administers ? { onLeave: setLeaving } : {})} />
          {told.data.service === null ? (
            <p className="warn-line">本系统没有接入统一身份认证，不能关联。请运行维护人员在启动设置中接入认证服务。</p>
          ) : administers ? (
            <LinkForm user={user} service={told.data.service} another={told.data.items.length > 0} onLinked={onLinked} />
          ) : (
            <p className="quiet">关联和解除由系统管理员办理。</p>
          )}
        </>
      )}
    </Dialog>
  );
}

const places = {
  'people.identity_taken': 'subject',
  'people.identity_linked': 'subject',
  'people.issuer_unknown': 'issuer',
} as const;

interface LinkFormProps {
  readonly user: User;
  readonly service: string;
  /** There is one already. */
  readonly another: boolean;
  onLinked(identityId: string): void;
}

function LinkForm({ user, service, another, onLinked }: LinkFormProps): ReactNode {
  const [issuer, setIssuer] = useState(service);
  const [subject, setSubject] = useState('');
  const { busy, error, run, clear } = useAct();
  const { at, rest } = fieldFaults(error, places);
  const ready = issuer.trim() !== '' && subject.trim() !== '';
  const given = (text: string): void => {
    clear();
    const note = readNote(text);
    if (note !== null) setIssuer(note.issuer);
    setSubject(note?.subject ?? text);
  };
  const save = async (): Promise<void> => {
    if (!ready || busy) return;
    const body = { issuer: issuer.trim(), subject: subject.trim() };
    const linked = await run(() => ask('linkIdentity', { path: { userId: user.userId }, body }));
    if (linked !== undefined) onLinked(linked.identityId);
  };
  return (
    <Fields onSubmit={() => void save()}>
      <h3>{another ? '再关联一个' : '关联'}</h3>
      <TroubleLine error={rest} />
      {user.disabled && <p className="warn-line">账号已停用，恢复前关联了也不能登录。</p>}
      <Field
        label="身份标识"
        name="subject"
        needed
        error={at('subject')}
        help="本人用统一身份认证登录一次，页面会给出要交来的内容；请整段粘贴，并当面或电话核实是本人"
      >
        <Input.TextArea
          id="subject"
          rows={2}
          autoComplete="off"
          spellCheck={false}
          value={subject}
          onChange={(event) => given(event.target.value)}
          onPressEnter={(event) => {
            event.preventDefault();
            void save();
          }}
        />
      </Field>
      <Field label="认证服务" name="issuer" needed error={at('issuer')} help="本系统接入的认证服务，一般不用改">
        <Input
          id="issuer"
          maxLength={300}
          value={issuer}
          onChange={(event) => {
            clear();
            setIssuer(event.target.value);
          }}
        />
      </Field>
      <div>
        <Button type="primary" loading={busy} disabled={!ready} onClick={() => void save()}>
          关联
        </Button>
      </div>
    </Fields>
  );
}
