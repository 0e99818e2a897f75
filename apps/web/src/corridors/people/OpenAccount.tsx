/** 开通用户 — an account with its login name; then the link for the first password, shown once. */
import { Button, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Answer, ask, type Body } from '../../api/ask.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { TroubleLine } from '../../furniture/states.js';
import { formatInstant } from '../../furniture/values.js';
import { useAct } from '../../office/act.js';
import { useOrganisations } from './organisations.js';

export function OpenAccount({
  onMade,
  onClose,
}: {
  onMade(given: Answer<'createUser'>, name: string): void;
  onClose(): void;
}): ReactNode {
  const organisations = useOrganisations();
  const [given, setGiven] = useState<Body<'createUser'>>({ login: '', name: '', organisationId: null });
  const { busy, error, run } = useAct();
  const save = async (): Promise<void> => {
    const made = await run(() => ask('createUser', { body: given }));
    if (made !== undefined) onMade(made, given.name);
  };
  return (
    <Dialog
      open
      title="开通用户"
      onClose={onClose}
      foot={
        <Button
          type="primary"
          loading={busy}
          disabled={given.login.trim() === '' || given.name.trim() === ''}
          onClick={() => void save()}
        >
          开通
        </Button>
      }
    >
      <Fields onSubmit={() => void save()}>
        <TroubleLine error={error} />
        <Field label="姓名" name="userName" needed>
          <Input
            id="userName"
            maxLength={40}
            value={given.name}
            onChange={(event) => setGiven({ ...given, name: event.target.value })}
          />
        </Field>
        <Field label="登录名" name="userLogin" needed help="姓名拼音或工号，不分大小写">
          <Input
            id="userLogin"
            maxLength={60}
            value={given.login}
            onChange={(event) => setGiven({ ...given, login: event.target.value })}
          />
        </Field>
        <Field label="单位" name="userOrganisation">
          <Select
            id="userOrganisation"
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            value={given.organisationId}
            options={organisations.map((one) => ({ value: one.organisationId, label: one.name }))}
            onChange={(organisationId) => setGiven({ ...given, organisationId: organisationId ?? null })}
          />
        </Field>
      </Fields>
    </Dialog>
  );
}

/** Shown once: afterwards only its hash is known. */
export function FirstSecret({
  given,
  name,
  onClose,
}: {
  readonly given: Answer<'createUser'>;
  readonly name: string;
  onClose(): void;
}): ReactNode {
  const link = `${location.origin}/enter#first=${encodeURIComponent(given.secret)}`;
  return (
    <Dialog open firm title={`${name} 的开通链接`} onClose={onClose} foot={<Button onClick={onClose}>我已转交</Button>}>
      <p>请当面或通过政务通讯转交本人。只显示这一次，用后作废，{formatInstant(given.expiresAt)}前有效。</p>
      <p>
        <code className="secret-link">{link}</code>
      </p>
    </Dialog>
  );
}
