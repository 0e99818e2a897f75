/** 修改年度评价 — name, years, policy period, state; what somebody else saved meanwhile is put beside it. */

import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { ask, type Body } from '../../api/ask.js';
import { asProblem } from '../../api/problem.js';
import { type Clash, Conflict } from '../../furniture/Conflict.js';
import { choicesOf } from '../../furniture/choices.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { fieldFaults } from '../../furniture/fieldFaults.js';
import { TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { useAct } from '../../office/act.js';
import type { Cycle } from '../../office/year.js';
import { cycleStateWords, subjectKindWords } from './words.zh.js';

type Given = Omit<Body<'editCycle'>, 'version'>;
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
const keys: readonly Key[] = ['name', 'subjectKind', 'dataYear', 'workYear', 'policyFrom', 'policyUntil', 'state'];

export function EditCycle({ cycle, onClose }: { readonly cycle: Cycle; onClose(): void }): ReactNode {
  const [given, setGiven] = useState<Given>(() => givenOf(cycle));
  const [version, setVersion] = useState(cycle.version);
  const [theirs, setTheirs] = useState<Cycle | null>(null);
  const { busy, error, run, clear } = useAct();
  const tell = useTell();
  const queries = useQueryClient();
  const { at, rest } = fieldFaults(error, { 'year.dates_reversed': 'policyUntil', 'year.cycle_exists': 'name' });
  const path = { cycleId: cycle.cycleId };
  const set = (more: Partial<Given>): void => {
    setGiven({ ...given, ...more });
    clear();
  };

  const save = async (body: Given, stored: number): Promise<void> => {
    const done = await run(async () => {
      try {
        await ask('editCycle', { path, body: { ...body, name: body.name.trim(), version: stored } });
        return true;
      } catch (thrown) {
        if (asProblem(thrown).code !== 'door.version_differs') throw thrown;
        const { stages: _, ...now } = await ask('readCycle', { path });
        setVersion(now.version);
        if (clashesOf(body, now).length === 0) return true;
        setTheirs(now);
        return false;
      }
    });
    if (done !== true) return;
    await queries.invalidateQueries({ queryKey: ['year'] });
    tell({ words: '已修改年度评价。' });
    onClose();
  };
  const decide = (kept: Readonly<Record<string, 'mine' | 'theirs'>>): void => {
    if (theirs === null) return;
    const other = givenOf(theirs);
    const next: Given = {
      ...given,
      ...Object.fromEntries(keys.filter((key) => kept[key] === 'theirs').map((key) => [key, other[key]])),
    };
    setGiven(next);
    setTheirs(null);
    void save(next, version);
  };

  return (
    <Dialog
      open
      title="修改年度评价"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={busy} disabled={given.name.trim() === ''} onClick={() => void save(given, version)}>
            保存
          </Button>
        </>
      }
    >
      <Fields onSubmit={() => void save(given, version)}>
        <TroubleLine error={rest} />
        <Field label={labels.name} name="name" needed error={given.name.trim() === '' ? '请填写名称。' : at('name')}>
          <Input id="name" maxLength={80} value={given.name} onChange={(event) => set({ name: event.target.value })} />
        </Field>
        <Field label={labels.subjectKind} name="subjectKind" needed>
          <Select
            id="subjectKind"
            value={given.subjectKind}
            options={choicesOf(subjectKindWords)}
            onChange={(subjectKind) => set({ subjectKind })}
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
              onChange={(event) => set({ [key]: Number(event.target.value.replace(/\D/g, '')) })}
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
              onChange={(event) => set({ [key]: event.target.value === '' ? null : event.target.value })}
            />
          </Field>
        ))}
        <Field label={labels.state} name="state" needed help="进行中的才计算逾期；已结束的不再改动阶段">
          <Select id="state" value={given.state} options={choicesOf(cycleStateWords)} onChange={(state) => set({ state })} />
        </Field>
      </Fields>
      {theirs !== null && <Conflict clashes={clashesOf(given, theirs)} onDecide={decide} onClose={() => setTheirs(null)} />}
    </Dialog>
  );
}

const givenOf = ({ name, subjectKind, dataYear, workYear, policyFrom, policyUntil, state }: Cycle): Given => ({
  ...{ name, subjectKind, dataYear, workYear, policyFrom, policyUntil, state },
});

const wordOf = (given: Given, key: Key): string =>
  key === 'subjectKind'
    ? subjectKindWords[given.subjectKind]
    : key === 'state'
      ? cycleStateWords[given.state]
      : String(given[key] ?? '');

function clashesOf(mine: Given, theirs: Cycle): Clash[] {
  const other = givenOf(theirs);
  return keys.flatMap((field) =>
    wordOf(mine, field) === wordOf(other, field)
      ? []
      : [{ field, label: labels[field], mine: wordOf(mine, field), theirs: wordOf(other, field) }],
  );
}
