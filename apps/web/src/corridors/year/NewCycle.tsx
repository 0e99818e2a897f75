/** 新建年度评价 — with the stages of the year before moved by whole years, so nothing is typed twice. */

import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask.js';
import { today } from '../../api/clock.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { useAct } from '../../office/act.js';
import type { Cycle } from '../../office/year.js';

export function NewCycle({ before, onClose }: { readonly before: Cycle | undefined; onClose(): void }): ReactNode {
  const thisYear = Number(today().slice(0, 4));
  const [dataYear, setDataYear] = useState((before?.dataYear ?? thisYear - 2) + 1);
  const [name, setName] = useState(`${dataYear + 1} 年度企业综合评价`);
  const [copy, setCopy] = useState(before !== undefined);
  const { busy, error, run } = useAct();
  const tell = useTell();
  const queries = useQueryClient();
  const make = async (): Promise<void> => {
    const body = {
      ...{
        name: name.trim(),
        subjectKind: 'enterprise' as const,
        dataYear,
        workYear: dataYear + 1,
        policyFrom: null,
        policyUntil: null,
      },
      ...{ copyFrom: copy && before !== undefined ? before.cycleId : null, stages: [] },
    };
    const done = await run(() => ask('makeCycle', { body }));
    if (done === undefined) return;
    await queries.invalidateQueries({ queryKey: ['year'] });
    tell({ words: '已新建年度评价。' });
    onClose();
  };
  return (
    <Dialog
      open
      title="新建年度评价"
      onClose={onClose}
      foot={
        <Button type="primary" loading={busy} disabled={name.trim() === ''} onClick={() => void make()}>
          新建
        </Button>
      }
    >
      <Fields onSubmit={() => void make()}>
        <TroubleLine error={error} />
        <Field label="数据年度" name="dataYear" needed help="评价用哪一年的数据">
          <Input
            id="dataYear"
            inputMode="numeric"
            value={dataYear}
            onChange={(event) => setDataYear(Number(event.target.value.replace(/\D/g, '')))}
          />
        </Field>
        <Field label="名称" name="cycleName" needed>
          <Input id="cycleName" maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        {before !== undefined && (
          <Field label="阶段" name="copy">
            <Checkbox id="copy" checked={copy} onChange={(event) => setCopy(event.target.checked)}>
              沿用“{before.name}”的阶段，日期顺延
            </Checkbox>
          </Field>
        )}
      </Fields>
    </Dialog>
  );
}
