/** 用地口径 — how the office counts land in a data year, each choice in words, with its clause. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Answer, ask, type Body } from '../../api/ask.js';
import { BasisCheck } from '../../corridors/documents/Cited.js';
import { Field, Fields } from '../../furniture/Field.js';
import { Loading, Trouble, TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { fieldMerge, tellNumber } from '../../furniture/threeWay.js';
import { Block, Page } from '../../office/Page.js';
import { useMay } from '../../office/session.js';
import { useSharedForm } from '../../office/sharedForm.js';
import { useYear } from '../../office/year.js';

type Rule = Body<'setLandRule'>;
type Choices<Key extends keyof Rule> = readonly { readonly value: Rule[Key] & string; readonly label: string }[];

const divisors: Choices<'muDivisor'> = [
  { value: '2000/3', label: '精确（1 亩 = 2000/3 ㎡）' },
  { value: '666.67', label: '1 亩 = 666.67 ㎡' },
  { value: '667', label: '1 亩 = 667 ㎡' },
];
const bases: Choices<'basis'> = [
  { value: 'certificate', label: '证载面积' },
  { value: 'actual', label: '实际面积' },
  { value: 'supplied', label: '供地面积' },
  { value: 'larger_of_certificate_and_actual', label: '证载与实际取大' },
];
const monthRules: Choices<'monthsBy'> = [
  { value: 'months', label: '按月' },
  { value: 'days', label: '按日' },
  { value: 'reference_day', label: '按基准日（年末）' },
];
const excesses: Choices<'excess'> = [
  { value: 'ignore', label: '不计入' },
  { value: 'add', label: '计入' },
];
const methods: Choices<'method'> = [
  { value: 'enterprise', label: '按企业（自有＋承租－出租）' },
  { value: 'parcel', label: '按宗地' },
];

export function LandRule(): ReactNode {
  const { dataYear } = useYear();
  const [year, setYear] = useState(dataYear);
  // What others save meanwhile must not take away what is being typed: only an own saving begins the form anew.
  const [saved, setSaved] = useState(0);
  const rule = useQuery({ queryKey: ['registry', 'land-rule', year], queryFn: () => ask('getLandRule', { path: { year } }) });
  return (
    <Page
      title="用地口径"
      help="landRule"
      note="净用地怎样计算，须有文件依据；改动后企业页随即按新口径解释。"
      actions={
        <Select
          aria-label="数据年度"
          value={year}
          options={Array.from({ length: 6 }, (_, back) => ({ value: dataYear + 1 - back, label: `${dataYear + 1 - back} 年` }))}
          onChange={setYear}
        />
      }
    >
      {rule.isPending ? (
        <Loading what="用地口径" />
      ) : rule.error !== null ? (
        <Trouble error={rule.error} again={() => void rule.refetch()} />
      ) : (
        <RuleForm key={`${year} ${saved}`} {...{ year, rule: rule.data }} onSaved={() => setSaved(saved + 1)} />
      )}
    </Page>
  );
}

type Choice = Omit<Rule, 'version'>;

const usual: Choice = {
  muDivisor: '2000/3',
  round: { to: 2, by: 'excel' },
  basis: 'certificate',
  monthsBy: 'months',
  floorPerMu: null,
  excess: 'ignore',
  method: 'enterprise',
  collective: 'add',
  overdueAfterMonths: null,
  sumCheck: true,
  clause: '',
};

const choiceOf = (rule: Answer<'getLandRule'>): Choice => {
  const { version: _, ...choice } = rule ?? { ...usual, version: 0 };
  return choice;
};

const labels: Readonly<Record<keyof Choice, string>> = {
  ...{ clause: '依据', method: '怎样计', basis: '面积以何为准', muDivisor: '亩的换算', monthsBy: '租赁按', excess: '超占部分' },
  ...{ collective: '集体土地', floorPerMu: '厂房折亩', overdueAfterMonths: '在建逾期', round: '保留小数', sumCheck: '宗地合计' },
};

function wordOf(choice: Choice, key: keyof Choice): string {
  const named = (choices: readonly { readonly value: string; readonly label: string }[]): string =>
    choices.find((one) => one.value === choice[key])?.label ?? '';
  const several: Partial<Record<keyof Choice, string>> = {
    ...{ method: named(methods), basis: named(bases), muDivisor: named(divisors), monthsBy: named(monthRules) },
    ...{ excess: named(excesses), collective: named(excesses), sumCheck: choice.sumCheck ? '核对' : '不核对' },
    floorPerMu: choice.floorPerMu === null ? '不折' : `${tellNumber(choice.floorPerMu)} ㎡`,
    overdueAfterMonths: choice.overdueAfterMonths === null ? '一律计入' : `${choice.overdueAfterMonths} 个月`,
    round: choice.round === null ? '不取舍' : `${choice.round.to} 位`,
  };
  return several[key] ?? choice.clause.trim();
}

interface RuleProps {
  readonly year: number;
  readonly rule: Answer<'getLandRule'>;
  onSaved(): void;
}

function RuleForm({ year, rule, onSaved }: RuleProps): ReactNode {
  const manages = useMay('year.manage');
  const tell = useTell();
  const queries = useQueryClient();
  const path = { year };
  const { given, busy, error, save, conflict, ...form } = useSharedForm<Choice>({
    start: { given: choiceOf(rule), version: rule?.version ?? 0 },
    send: (next, version) => ask('setLandRule', { path, body: { ...next, version } }),
    read: async () => {
      const now = await ask('getLandRule', { path });
      return { given: choiceOf(now), version: now?.version ?? 0 };
    },
    merge: fieldMerge<Choice>({ labels, wordOf }),
    onSaved: async () => {
      tell({ words: `已设定 ${year} 年用地口径。` });
      await queries.invalidateQueries({ queryKey: ['registry'] });
      onSaved();
    },
  });
  const set = (more: Partial<Choice>): void => form.set({ ...given, ...more });
  const choice = <Key extends 'muDivisor' | 'basis' | 'monthsBy' | 'excess' | 'method' | 'collective'>(
    key: Key,
    choices: Choices<Key>,
  ): ReactNode => (
    <Select
      id={key}
      disabled={!manages}
      value={given[key]}
      options={choices.map((one) => ({ ...one }))}
      onChange={(value) => set({ [key]: value })}
    />
  );
  return (
    <Block title={rule === null ? `${year} 年还没有设定` : `${year} 年`}>
      <Fields onSubmit={() => void save()}>
        <TroubleLine error={error} />
        <Field label="依据" name="clause" needed help="文件名称和条款，如“某办法第五条”">
          <Input
            id="clause"
            disabled={!manages}
            maxLength={200}
            value={given.clause}
            onChange={(event) => set({ clause: event.target.value })}
          />
          <BasisCheck words={given.clause} />
        </Field>
        <Field label="怎样计" name="method">
          {choice('method', methods)}
        </Field>
        <Field label="面积以何为准" name="basis">
          {choice('basis', bases)}
        </Field>
        <Field label="亩的换算" name="muDivisor" help="6667 ㎡ 按精确换算为 10.00 亩，按 667 换算不足 10 亩">
          {choice('muDivisor', divisors)}
        </Field>
        <Field label="租赁按" name="monthsBy">
          {choice('monthsBy', monthRules)}
        </Field>
        <Field label="超占部分" name="excess" help="实际面积超过证载的部分">
          {choice('excess', excesses)}
        </Field>
        <Field label="集体土地" name="collective">
          {choice('collective', excesses)}
        </Field>
        <Field label="厂房折亩" name="floorPerMu" help="承租建筑面积每多少 ㎡ 折一亩；空着为不折">
          <Input
            id="floorPerMu"
            disabled={!manages}
            inputMode="decimal"
            suffix="㎡"
            value={given.floorPerMu ?? ''}
            onChange={(event) => set({ floorPerMu: event.target.value.trim() || null })}
          />
        </Field>
        <Field label="在建逾期" name="overdueAfterMonths" help="逾期几个月后全额计入；空着为一律计入">
          <Input
            id="overdueAfterMonths"
            disabled={!manages}
            inputMode="numeric"
            suffix="个月"
            value={given.overdueAfterMonths ?? ''}
            onChange={(event) =>
              set({ overdueAfterMonths: /^\d+$/.test(event.target.value) ? Number(event.target.value) : null })
            }
          />
        </Field>
        <Field label="保留小数" name="round" help="单位：亩，四舍五入">
          <Select
            id="round"
            disabled={!manages}
            value={given.round === null ? -1 : given.round.to}
            options={[{ value: -1, label: '不取舍' }, ...[0, 1, 2, 3, 4].map((to) => ({ value: to, label: `${to} 位` }))]}
            onChange={(to) => set({ round: to < 0 ? null : { to, by: given.round?.by ?? 'excel' } })}
          />
        </Field>
        <Field label="宗地合计" name="sumCheck">
          <Checkbox
            id="sumCheck"
            disabled={!manages}
            checked={given.sumCheck}
            onChange={(event) => set({ sumCheck: event.target.checked })}
          >
            核对各户合计不超过宗地面积
          </Checkbox>
        </Field>
        {manages ? (
          <div>
            <Button type="primary" htmlType="submit" loading={busy} disabled={given.clause.trim() === ''}>
              设定 {year} 年口径
            </Button>
          </div>
        ) : (
          <p className="quiet">用地口径由牵头办公室设定。</p>
        )}
      </Fields>
      {conflict}
    </Block>
  );
}
