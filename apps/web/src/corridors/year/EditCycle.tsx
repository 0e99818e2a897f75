/** 修改年度评价 — name, years, policy period, state; what somebody else saved meanwhile is put beside it. */

import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { ask, type Body } from '../../api/ask.js';
import { choicesOf } from '../../furniture/choices.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { fieldFaults } from '../../furniture/fieldFaults.js';
import { TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { fieldMerge } from '../../furniture/threeWay.js';
import { formatDate } from '../../furniture/values.js';
import { useSharedForm } from '../../office/sharedForm.js';
import type { Cycle } from '../../office/year.js';
import { cycleStateWords, subjectKindWords } from './words.zh.js';

type Given = Required<Omit<Body<'editCycle'>, 'version'>>;
type Key = keyof Given;

const labels: Readonly<Record<Key, string>> = {
  name: '名称',
  subjectKind: '评价对象',
  dataYear: '数据年度',
  workYear: '实施年度',
  policyFrom: '政策执行起',
  policyUntil: '政策执行止',
  state: '状态',
};

export function EditCycle({ cycle, onClose }: { readonly cycle: Cycle; onClose(): void }): ReactNode {
  const tell = useTell();
  const queries = useQueryClient();
  const path = { cycleId: cycle.cycleId };
  const { given, busy, error, set, save, conflict } = useSharedForm<Given>({
    start: { given: givenOf(cycle), version: cycle.version },
    send: (next, version) => ask('editCycle', { path, body: { ...next, name: next.name.trim(), version } }),
    read: async () => {
      const now = await ask('readCycle', { path });
      return { given: givenOf(now), version: now.version };
    },
    merge,
    onSaved: async () => {
      await queries.invalidateQueries({ queryKey: ['year'] });
      tell({ words: '已修改年度评价。' });
      onClose();
    },
  });
  const { at, rest } = fieldFaults(error, { 'year.dates_reversed': 'policyUntil', 'year.cycle_exists': 'name' });
  const change = (more: Partial<Given>): void => set({ ...given, ...more });

  return (
    <Dialog
      open
      title="修改年度评价"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={busy} disabled={given.name.trim() === ''} onClick={() => void save()}>
            保存
          </Button>
        </>
      }
    >
      <Fields onSubmit={() => void save()}>
        <TroubleLine error={rest} />
        <Field label={labels.name} name="name" needed error={given.name.trim() === '' ? '请填写名称。' : at('name')}>
          <Input id="name" maxLength={80} value={given.name} onChange={(event) => change({ name: event.target.value })} />
        </Field>
        <Field label={labels.subjectKind} name="subjectKind" needed>
          <Select
            id="subjectKind"
            value={given.subjectKind}
            options={choicesOf(subjectKindWords)}
            onChange={(subjectKind) => change({ subjectKind })}
          />
        </Field>
        {(['dataYear', 'workYear'] as const).map((key) => (
          <Field
            key={key}
            label={labels[key]}
            name={key}
            needed
            help={key === 'dataYear' ? '评价用哪一年的数据' : '在哪一年办理'}
            error={at(key)}
          >
            <Input
              id={key}
              inputMode="numeric"
              maxLength={4}
              value={given[key] === 0 ? '' : given[key]}
              onChange={(event) => change({ [key]: Number(event.target.value.replace(/\D/g, '')) })}
            />
          </Field>
        ))}
        {(['policyFrom', 'policyUntil'] as const).map((key) => (
          <Field
            key={key}
            label={labels[key]}
            name={key}
            help={key === 'policyUntil' ? '不含当日；结果未定时可以空着' : undefined}
            error={at(key)}
          >
            <Input
              id={key}
              type="date"
              value={given[key] ?? ''}
              onChange={(event) => change({ [key]: event.target.value === '' ? null : event.target.value })}
            />
          </Field>
        ))}
        <Field label={labels.state} name="state" needed help="进行中的才计算逾期；已结束的不再改动阶段">
          <Select id="state" value={given.state} options={choicesOf(cycleStateWords)} onChange={(state) => change({ state })} />
        </Field>
      </Fields>
      {conflict}
    </Dialog>
  );
}

const givenOf = ({ name, subjectKind, dataYear, workYear, policyFrom, policyUntil, state }: Cycle): Given => ({
  ...{ name, subjectKind, dataYear, workYear, policyFrom, policyUntil, state },
});

function wordOf(given: Given, key: Key): string {
  if (key === 'subjectKind') return subjectKindWords[given.subjectKind];
  if (key === 'state') return cycleStateWords[given.state];
  const value = String(given[key] ?? '');
  return key === 'policyFrom' || key === 'policyUntil' ? formatDate(value) : value;
}

const merge = fieldMerge<Given>({ labels, wordOf });
