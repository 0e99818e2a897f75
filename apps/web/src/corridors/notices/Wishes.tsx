/** 外发意愿 — which notices also go to one's own mailbox or phone, where the office has opened that way. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Answer, ask } from '../../api/ask.js';
import { Field, Fields } from '../../furniture/Field.js';
import { fieldFaults } from '../../furniture/fieldFaults.js';
import { TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { useAct } from '../../office/act.js';
import { Block } from '../../office/Page.js';

type Wish = Answer<'readWishes'>;
type Kind = Wish['mailKinds'][number];
const title = '同时发到邮箱、手机';

export function Wishes(): ReactNode {
  const wishes = useQuery({ queryKey: ['notices', 'wishes'], queryFn: () => ask('readWishes', {}) });
  if (wishes.data === undefined)
    return wishes.isPending ? null : (
      <Block title={title}>
        <TroubleLine error={wishes.error} />
      </Block>
    );
  const { mailOpen, smsOpen } = wishes.data;
  return (
    <Block title={title}>
      {!mailOpen && !smsOpen ? (
        <p className="quiet">本单位没有开通邮件和短信；通知只在系统内。需要时请系统管理员在“单位设置”开通。</p>
      ) : (
        <WishForm wish={wishes.data} />
      )}
    </Block>
  );
}

function WishForm({ wish }: { readonly wish: Wish }): ReactNode {
  const [mail, setMail] = useState('');
  const [phone, setPhone] = useState('');
  const [mailKinds, setMailKinds] = useState<readonly Kind[]>(wish.mailKinds);
  const [smsKinds, setSmsKinds] = useState<readonly Kind[]>(wish.smsKinds);
  const { busy, error, run } = useAct();
  const tell = useTell();
  const queries = useQueryClient();
  const { at, rest } = fieldFaults(error);
  const save = async (): Promise<void> => {
    const body = {
      ...{ version: wish.version, mailKinds: [...mailKinds], smsKinds: [...smsKinds] },
      ...(mail.trim() === '' ? {} : { mail: mail.trim() }),
      ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
    };
    const done = await run(() => ask('setWishes', { body }));
    await queries.invalidateQueries({ queryKey: ['notices', 'wishes'] });
    if (done === undefined) return;
    setMail('');
    setPhone('');
    tell({ words: '已保存。' });
  };
  const options = wish.kinds.map(({ kind, title }) => ({ value: kind, label: title }));
  const kindsOf = (kinds: readonly Kind[], set: (kinds: readonly Kind[]) => void): ReactNode => (
    <Checkbox.Group className="stacked-choices" value={[...kinds]} options={options} onChange={set} />
  );
  return (
    <Fields onSubmit={() => void save()}>
      <TroubleLine error={rest} />
      {wish.mailOpen && (
        <>
          <Field
            label="邮箱"
            name="wishMail"
            help={wish.mailMasked === null ? '还没有填写' : `现在是 ${wish.mailMasked}；不改的留空`}
            error={at('mail')}
          >
            <Input
              id="wishMail"
              type="email"
              autoComplete="email"
              value={mail}
              onChange={(event) => setMail(event.target.value)}
            />
          </Field>
          <Field label="发邮件的通知" name="mailKinds">
            {kindsOf(mailKinds, setMailKinds)}
          </Field>
        </>
      )}
      {wish.smsOpen && (
        <>
          <Field
            label="手机号"
            name="wishPhone"
            help={wish.phoneMasked === null ? '还没有填写' : `现在是 ${wish.phoneMasked}；不改的留空`}
            error={at('phone')}
          >
            <Input
              id="wishPhone"
              inputMode="numeric"
              autoComplete="tel"
              maxLength={11}
              value={phone}
              onChange={(event) => setPhone(event.target.value)}
            />
          </Field>
          <Field label="发短信的通知" name="smsKinds">
            {kindsOf(smsKinds, setSmsKinds)}
          </Field>
        </>
      )}
      <div>
        <Button htmlType="submit" type="primary" loading={busy}>
          保存
        </Button>
      </div>
    </Fields>
  );
}
