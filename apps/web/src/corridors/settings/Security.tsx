/** 登录与会话 — the security administrator's: which password rule, how long a sign-in lasts. @source trust R2, R6 */
import { Button, InputNumber, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask.js';
import { choicesOf } from '../../furniture/choices.js';
import { Field, Fields } from '../../furniture/Field.js';
import { fieldFaults } from '../../furniture/fieldFaults.js';
import { TroubleLine } from '../../furniture/states.js';
import type { FieldWords } from '../../furniture/threeWay.js';
import { Block } from '../../office/Page.js';
import { useMay } from '../../office/session.js';
import { helpBeside, type Office, useSetting } from './useSetting.js';

type Rules = Pick<Office['settings'], 'passwordProfile' | 'idleMinutes' | 'sessionHours' | 'firstSecretHours'>;
type NumberKey = Exclude<keyof Rules, 'passwordProfile'>;

const rulesOf = ({ settings }: Office): Rules => ({
  ...{ passwordProfile: settings.passwordProfile, idleMinutes: settings.idleMinutes },
  ...{ sessionHours: settings.sessionHours, firstSecretHours: settings.firstSecretHours },
});

const profileWords: Readonly<Record<Rules['passwordProfile'], string>> = {
  djbh: '等级保护：大小写、数字、符号四取三，90 天更换',
  asvs: '长密码：不限组成、不定期更换，不得在常用密码表中',
};

const labels: Readonly<Record<keyof Rules, string>> = {
  ...{ passwordProfile: '密码规则', idleMinutes: '无操作退出', sessionHours: '一次登录最长', firstSecretHours: '开通码有效' },
};
const words: FieldWords<Rules> = {
  labels,
  wordOf: (rules, key) =>
    key === 'passwordProfile' ? profileWords[rules.passwordProfile] : `${rules[key]} ${key === 'idleMinutes' ? '分钟' : '小时'}`,
};

export function Security({ office }: { readonly office: Office }): ReactNode {
  const secures = useMay('office.secure');
  const before = rulesOf(office);
  const [typed, setTyped] = useState<Partial<Rules>>({});
  const given: Rules = { ...before, ...typed };
  const { busy, error, save, conflict } = useSetting<Rules>({
    ...{ office, valuesOf: rulesOf, words, said: '已保存安全设置，下一次点击即生效。' },
    send: (rules, version) => ask('editOfficeSecurity', { body: { ...rules, version } }),
    onTyped: (rules) => setTyped(rules ?? {}),
  });
  const { at, rest } = fieldFaults(error);
  const set = (more: Partial<Rules>): void => setTyped({ ...typed, ...more });
  const changed = JSON.stringify(given) !== JSON.stringify(before);
  const numberOf = (key: NumberKey, label: string, [least, most]: readonly [number, number], help: string): ReactNode => (
    <Field
      label={label}
      name={key}
      help={helpBeside(`${help}（${least}–${most}）`, { stored: String(before[key]), typed: String(given[key]) })}
      error={at(key)}
    >
      <InputNumber
        id={key}
        min={least}
        max={most}
        precision={0}
        disabled={!secures}
        value={given[key]}
        onChange={(value) => set({ [key]: value ?? before[key] })}
      />
    </Field>
  );
  return (
    <Block title="登录与会话">
      {!secures && <p className="quiet fields-note">由安全管理员修改。</p>}
      <Fields onSubmit={() => void save(given)}>
        <TroubleLine error={rest} />
        <Field
          label="密码规则"
          name="passwordProfile"
          help={helpBeside('', { stored: profileWords[before.passwordProfile], typed: profileWords[given.passwordProfile] })}
          error={at('passwordProfile')}
        >
          <Radio.Group
            id="passwordProfile"
            className="stacked-choices"
            disabled={!secures}
            value={given.passwordProfile}
            options={choicesOf(profileWords)}
            onChange={(event) => set({ passwordProfile: event.target.value === 'asvs' ? 'asvs' : 'djbh' })}
          />
        </Field>
        {numberOf('idleMinutes', '无操作退出', [5, 60], '分钟')}
        {numberOf('sessionHours', '一次登录最长', [1, 12], '小时')}
        {numberOf('firstSecretHours', '开通码有效', [1, 168], '小时')}
        {secures && (
          <div>
            <Button htmlType="submit" type="primary" loading={busy} disabled={!changed}>
              保存安全设置
            </Button>
          </div>
        )}
      </Fields>
      {conflict}
    </Block>
  );
}
