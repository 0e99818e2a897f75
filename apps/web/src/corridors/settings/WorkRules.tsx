/** 业务设置 — merged evaluation, the approval number of maps, and how much room files may take. @source trust R33, R48 */
import { Button, Input, InputNumber, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask.js';
import { Field, Fields } from '../../furniture/Field.js';
import { fieldFaults } from '../../furniture/fieldFaults.js';
import { TroubleLine } from '../../furniture/states.js';
import { Block } from '../../office/Page.js';
import { useMay } from '../../office/session.js';
import type { Office } from './SettingsPage.js';
import { useSetting } from './useSetting.js';

type Rules = Pick<Office['settings'], 'mergedRule' | 'mapApprovalNumber' | 'personQuotaMegabytes' | 'officeQuotaMegabytes'>;

const rulesOf = ({ settings }: Office): Rules => ({
  ...{ mergedRule: settings.mergedRule, mapApprovalNumber: settings.mapApprovalNumber },
  ...{ personQuotaMegabytes: settings.personQuotaMegabytes, officeQuotaMegabytes: settings.officeQuotaMegabytes },
});

export function WorkRules({ office }: { readonly office: Office }): ReactNode {
  const administers = useMay('office.administer');
  const before = rulesOf(office);
  const [given, setGiven] = useState<Rules>(before);
  const { busy, error, save } = useSetting();
  const { at, rest } = fieldFaults(error, { 'people.quota_reversed': 'personQuotaMegabytes' });
  const set = (more: Partial<Rules>): void => setGiven({ ...given, ...more });
  const changed = JSON.stringify(given) !== JSON.stringify(before);
  const send = (): Promise<boolean> =>
    save(() => ask('editOfficeSettings', { body: { ...given, version: office.version } }), '已保存业务设置。');
  const sizeOf = (key: 'personQuotaMegabytes' | 'officeQuotaMegabytes', label: string, least: number): ReactNode => (
    <Field label={label} name={key} help={`单位 MB；现在合 ${(given[key] / 1024).toFixed(1)} GB`} error={at(key)}>
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
      <Fields onSubmit={() => void send()}>
        <TroubleLine error={rest} />
        <Field
          label="合并评价"
          name="mergedRule"
          help="几户关联企业申请评一个等级；不办理时，申请会被拒绝并说明"
          error={at('mergedRule')}
        >
          <Radio.Group
            id="mergedRule"
            disabled={!administers}
            value={given.mergedRule}
            options={[
              { value: 'by_application', label: '按申请办理' },
              { value: 'none', label: '不办理' },
            ]}
            onChange={(event) => set({ mergedRule: event.target.value === 'none' ? 'none' : 'by_application' })}
          />
        </Field>
        <Field
          label="审图号"
          name="mapApprovalNumber"
          help={
            given.mapApprovalNumber.trim() === '' ? '没有审图号，公开页一律不显示地图（地图管理条例）' : '公开页的地图旁印上此号'
          }
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
    </Block>
  );
}
