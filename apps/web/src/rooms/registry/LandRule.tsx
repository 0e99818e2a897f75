/** 用地口径 — how the office counts land in a data year, each choice in words, with its clause. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Answer, ask, type Body } from '../../api/ask.js';
import { Field, Fields } from '../../furniture/Field.js';
import { Loading, Trouble, TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { useAct } from '../../office/act.js';
import { Block, Page } from '../../office/Page.js';
import { useMay } from '../../office/session.js';
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
        <RuleForm key={`${year} ${rule.data?.version ?? 0}`} year={year} rule={rule.data ?? null} />
      )}
    </Page>
  );
}

const usual: Rule = {
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
  version: 0,
};

function RuleForm({ year, rule }: { readonly year: number; readonly rule: Answer<'getLandRule'> }): ReactNode {
  const manages = useMay('year.manage');
  const [given, setGiven] = useState<Rule>(rule ?? usual);
  const { busy, error, run } = useAct();
  const tell = useTell();
  const queries = useQueryClient();
  const set = (more: Partial<Rule>): void => setGiven({ ...given, ...more });
  const save = async (): Promise<void> => {
    const done = await run(() => ask('setLandRule', { path: { year }, body: given }));
    if (done === undefined) return;
    tell({ words: `已设定 ${year} 年用地口径。` });
    await queries.invalidateQueries({ queryKey: ['registry'] });
  };
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
          {choice('collective', [
            { value: 'add', label: '计入' },
            { value: 'ignore', label: '不计入' },
          ])}
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
    </Block>
  );
}
