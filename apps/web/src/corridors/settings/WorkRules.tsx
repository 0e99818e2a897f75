/** 业务设置 — merged evaluation, the approval number of maps, and how much room files may take. @source trust R33, R48 */
import { Button, Input, InputNumber, Radio } from 'antd';
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

type Rules = Pick<Office['settings'], 'mergedRule' | 'mapApprovalNumber' | 'personQuotaMegabytes' | 'officeQuotaMegabytes'>;

const mergedWords: Readonly<Record<Rules['mergedRule'], string>> = { by_application: '按申请办理', none: '不办理' };

const rulesOf = ({ settings }: Office): Rules => ({
  ...{ mergedRule: settings.mergedRule, mapApprovalNumber: settings.mapApprovalNumber },
  ...{ personQuotaMegabytes: settings.personQuotaMegabytes, officeQuotaMegabytes: settings.officeQuotaMegabytes },
});

const labels: Readonly<Record<keyof Rules, string>> = {
  ...{
    mergedRule: '合并评价',
    mapApprovalNumber: '审图号',
    personQuotaMegabytes: '每人空间',
    officeQuotaMegabytes: '本单位空间',
  },
};
const words: FieldWords<Rules> = {
  labels,
  wordOf(rules, key) {
    if (key === 'mergedRule') return mergedWords[rules.mergedRule];
    return key === 'mapApprovalNumber' ? rules.mapApprovalNumber.trim() : `${rules[key]} MB`;
  },
};

export function WorkRules({ office }: { readonly office: Office }): ReactNode {
  const administers = useMay('office.administer');
  const before = rulesOf(office);
  const [typed, setTyped] = useState<Partial<Rules>>({});
  const given: Rules = { ...before, ...typed };
  const { busy, error, save, conflict } = useSetting<Rules>({
    ...{ office, valuesOf: rulesOf, words, said: '已保存业务设置。' },
    send: (rules, version) => ask('editOfficeSettings', { body: { ...rules, version } }),
    onTyped: (rules) => setTyped(rules ?? {}),
  });
  const { at, rest } = fieldFaults(error, { 'people.quota_reversed': 'personQuotaMegabytes' });
  const set = (more: Partial<Rules>): void => setTyped({ ...typed, ...more });
  const changed = JSON.stringify(given) !== JSON.stringify(before);
  const sizeOf = (key: 'personQuotaMegabytes' | 'officeQuotaMegabytes', label: string, least: number): ReactNode => (
    <Field
      label={label}
      name={key}
      help={helpBeside(`单位 MB；合 ${(given[key] / 1024).toFixed(1)} GB`, {
        stored: String(before[key]),
        typed: String(given[key]),
      })}
      error={at(key)}
    >
      <InputNumber
        id={key}
        min={least}
        precision={0}
        disabled={!administers}
        value={given[key]}
        onChange={(value) => set({ [key]: value ?? before[key] })}
      />
    </Field>
  );
  return (
    <Block title="业务">
      {!administers && <p className="quiet fields-note">由系统管理员修改。</p>}
      <Fields onSubmit={() => void save(given)}>
        <TroubleLine error={rest} />
        <Field
          label="合并评价"
          name="mergedRule"
          help={helpBeside('几户关联企业申请评一个等级；不办理时，申请会被拒绝并说明', {
            ...{ stored: mergedWords[before.mergedRule], typed: mergedWords[given.mergedRule] },
          })}
          error={at('mergedRule')}
        >
          <Radio.Group
            id="mergedRule"
            disabled={!administers}
            value={given.mergedRule}
            options={choicesOf(mergedWords)}
            onChange={(event) => set({ mergedRule: event.target.value === 'none' ? 'none' : 'by_application' })}
          />
        </Field>
        <Field
          label="审图号"
          name="mapApprovalNumber"
          help={helpBeside(
            given.mapApprovalNumber.trim() === '' ? '没有审图号，公开页一律不显示地图（地图管理条例）' : '公开页的地图旁印上此号',
            {
              ...{ stored: before.mapApprovalNumber, typed: given.mapApprovalNumber.trim() },
            },
          )}
          error={at('mapApprovalNumber')}
        >
          <Input
            id="mapApprovalNumber"
            maxLength={40}
            placeholder="如 苏S（2024）012号"
            disabled={!administers}
            value={given.mapApprovalNumber}
            onChange={(event) => set({ mapApprovalNumber: event.target.value })}
          />
        </Field>
        {sizeOf('personQuotaMegabytes', '每人空间', 10)}
        {sizeOf('officeQuotaMegabytes', '本单位空间', 100)}
        {administers && (
          <div>
            <Button htmlType="submit" type="primary" loading={busy} disabled={!changed}>
              保存业务设置
            </Button>
          </div>
        )}
      </Fields>
      {conflict}
    </Block>
  );
}
