/** 登记一户 — the least that makes an enterprise; the rest is filled in on its page, where this leads. */

import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { ask, type Body } from '../../api/ask.js';
import { choicesOf } from '../../furniture/choices.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { TroubleLine } from '../../furniture/states.js';
import { useAct } from '../../office/act.js';
import { IndustryPicker, RegionPicker } from './pickers.js';
import { kindWords } from './words.zh.js';

type Given = Body<'registerSubject'>;

export function Register({ onClose }: { onClose(): void }): ReactNode {
  const [given, setGiven] = useState<Given>({ kind: 'enterprise', name: '' });
  const { busy, error, run } = useAct();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const set = (more: Partial<Given>): void => setGiven({ ...given, ...more });
  const save = async (): Promise<void> => {
    const made = await run(() => ask('registerSubject', { body: given }));
    if (made === undefined) return;
    await queries.invalidateQueries({ queryKey: ['registry', 'subjects'] });
    await navigate({ to: '/registry/enterprises/$subjectId', params: { subjectId: made.subjectId } });
  };
  return (
    <Dialog
      open
      title="登记一户"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={busy} disabled={given.name.trim() === ''} onClick={() => void save()}>
            登记
          </Button>
        </>
      }
    >
      <Fields onSubmit={() => void save()}>
        <TroubleLine error={error} />
        <Field label="种类" name="kind" needed>
          <Select id="kind" value={given.kind} options={choicesOf(kindWords)} onChange={(kind) => set({ kind })} />
        </Field>
        <Field label="名称" name="name" needed help="与营业执照一致">
          <Input id="name" maxLength={100} value={given.name} onChange={(event) => set({ name: event.target.value })} />
        </Field>
        <Field label="信用代码" name="creditCode" help="18 位；作坊、自然人可不填">
          <Input
            id="creditCode"
            maxLength={40}
            value={given.creditCode ?? ''}
            onChange={(event) => set({ creditCode: event.target.value || null })}
          />
        </Field>
        <Field label="所属区域" name="regionId" help="由哪个镇街、园区负责">
          <RegionPicker id="regionId" value={given.regionId ?? null} onChange={(regionId) => set({ regionId })} />
        </Field>
        <Field label="行业" name="industryCode" help="GB/T 4754，按代码或名称查找">
          <IndustryPicker
            id="industryCode"
            value={given.industryCode ?? null}
            onChange={(industryCode) => set({ industryCode })}
          />
        </Field>
        <Field label="地址" name="address">
          <Input
            id="address"
            maxLength={200}
            value={given.address ?? ''}
            onChange={(event) => set({ address: event.target.value || null })}
          />
        </Field>
        <Field label="成立日期" name="foundedOn">
          <Input
            id="foundedOn"
            type="date"
            value={given.foundedOn ?? ''}
            onChange={(event) => set({ foundedOn: event.target.value || null })}
          />
        </Field>
        <Field label="投产日期" name="productionFrom" help="投产满三年才列入评价范围">
          <Input
            id="productionFrom"
            type="date"
            value={given.productionFrom ?? ''}
            onChange={(event) => set({ productionFrom: event.target.value || null })}
          />
        </Field>
      </Fields>
    </Dialog>
  );
}
