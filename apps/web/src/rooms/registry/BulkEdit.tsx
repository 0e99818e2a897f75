/** 成批修改 — choose what, see how many and examples, then do it; the receipt offers to take it back. */

import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Answer, ask, type Body } from '../../api/ask.js';
import { today } from '../../api/clock.js';
import { choicesOf } from '../../furniture/choices.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { Preview } from '../../furniture/Preview.js';
import { TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { useAct } from '../../office/act.js';
import { IndustryPicker, RegionPicker } from './pickers.js';
import { useRegions } from './regions.js';
import { useUndo } from './undo.js';
import { scaleWords, statusWords } from './words.zh.js';

type Change = Body<'previewBulk'>['change'];
type What = 'regionId' | 'industryCode' | 'scale' | 'status';
const whats: readonly { readonly value: What; readonly label: string }[] = [
  { value: 'regionId', label: '所属区域' },
  { value: 'industryCode', label: '行业代码' },
  { value: 'scale', label: '规上规下' },
  { value: 'status', label: '经营状态' },
];
const fieldWords: Readonly<Record<string, string>> = {
  regionId: '区域',
  parkId: '园区',
  industryCode: '行业',
  scale: '规模',
  status: '状态',
};

interface BulkProps {
  readonly subjectIds: readonly string[];
  onClose(): void;
  onDone(): void;
}

export function BulkEdit({ subjectIds, onClose, onDone }: BulkProps): ReactNode {
  const [what, setWhat] = useState<What>('regionId');
  const [change, setChange] = useState<Change>({});
  const [reason, setReason] = useState('');
  const [seen, setSeen] = useState<Answer<'previewBulk'> | null>(null);
  const { busy, error, run } = useAct();
  const tell = useTell();
  const undo = useUndo();
  const queries = useQueryClient();
  const regions = useRegions();
  const named = (value: string | null): string => regions.find((region) => region.regionId === value)?.path ?? value ?? '';
  const whom = { subjectIds: [...subjectIds] };
  const ready = Object.keys(change).length > 0 && reason.trim() !== '';

  const look = async (): Promise<void> => {
    const preview = await run(() => ask('previewBulk', { body: { ...whom, change } }));
    if (preview !== undefined) setSeen(preview);
  };
  const apply = async (): Promise<void> => {
    if (seen === null) return;
    const done = await run(() => ask('applyBulk', { body: { ...whom, change, digest: seen.digest, reason: reason.trim() } }));
    if (done === undefined) return setSeen(null);
    await queries.invalidateQueries({ queryKey: ['registry'] });
    tell({ words: `已修改 ${done.count} 户。`, undo: () => undo(done.actionId) });
    onDone();
  };

  if (seen !== null)
    return (
      <Preview
        title="成批修改：办理前请核对"
        measure="户"
        verb="修改"
        count={seen.count}
        busy={busy}
        examples={seen.examples.map((one) => ({
          id: one.subjectId,
          name: `${one.name}（${fieldWords[one.field] ?? one.field}）`,
          before: named(one.before),
          after: named(one.now),
        }))}
        onConfirm={() => void apply()}
        onClose={() => setSeen(null)}
      >
        <TroubleLine error={error} />
        {seen.unchanged > 0 && <p className="quiet">其中 {seen.unchanged} 户已经是这样，不再改动。</p>}
      </Preview>
    );
  return (
    <Dialog
      open
      title={`成批修改 ${subjectIds.length} 户`}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={busy} disabled={!ready} onClick={() => void look()}>
            先看影响
          </Button>
        </>
      }
    >
      <Fields onSubmit={() => void look()}>
        <TroubleLine error={error} />
        <Field label="改什么" name="what">
          <Select
            id="what"
            value={what}
            options={whats.map((one) => ({ ...one }))}
            onChange={(next) => {
              setWhat(next);
              setChange({});
            }}
          />
        </Field>
        <ChangeFields what={what} change={change} onChange={setChange} />
        <Field label="理由" name="reason" needed help="写入变更历史">
          <Input id="reason" maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </Fields>
    </Dialog>
  );
}

function ChangeFields({
  what,
  change,
  onChange,
}: {
  readonly what: What;
  readonly change: Change;
  onChange(change: Change): void;
}): ReactNode {
  if (what === 'regionId')
    return (
      <Field label="改为" name="regionId" needed>
        <RegionPicker
          id="regionId"
          value={change.regionId ?? null}
          onChange={(regionId) => onChange(regionId === null ? {} : { regionId })}
        />
      </Field>
    );
  if (what === 'industryCode')
    return (
      <Field label="改为" name="industryCode" needed>
        <IndustryPicker
          id="industryCode"
          value={change.industryCode ?? null}
          onChange={(industryCode) => onChange(industryCode === null ? {} : { industryCode })}
        />
      </Field>
    );
  if (what === 'scale') {
    const year = change.scale?.year ?? Number(today().slice(0, 4));
    return (
      <>
        <Field label="年度" name="year" needed>
          <Input
            id="year"
            inputMode="numeric"
            value={year}
            onChange={(event) =>
              onChange({ scale: { scale: change.scale?.scale ?? 'above', year: Number(event.target.value.replace(/\D/g, '')) } })
            }
          />
        </Field>
        <Field label="改为" name="scale" needed>
          <Select
            id="scale"
            placeholder="请选择"
            value={change.scale?.scale ?? null}
            options={choicesOf(scaleWords)}
            onChange={(scale) => scale !== null && onChange({ scale: { year, scale } })}
          />
        </Field>
      </>
    );
  }
  const status = change.status;
  return (
    <>
      <Field label="改为" name="status" needed>
        <Select
          id="status"
          placeholder="请选择"
          value={status?.kind ?? null}
          options={choicesOf(statusWords)}
          onChange={(kind) => kind !== null && onChange({ status: { from: today(), ...status, kind } })}
        />
      </Field>
      <Field label="起" name="from" needed>
        <Input
          id="from"
          type="date"
          disabled={status === undefined}
          value={status?.from ?? today()}
          onChange={(event) => status !== undefined && onChange({ status: { ...status, from: event.target.value } })}
        />
      </Field>
      <Field label="依据" name="basis">
        <Input
          id="basis"
          disabled={status === undefined}
          value={status?.basis ?? ''}
          onChange={(event) => status !== undefined && onChange({ status: { ...status, basis: event.target.value || null } })}
        />
      </Field>
    </>
  );
}
