/** 拆出一户 — part of an enterprise becomes one of its own: who it is, which rows go along, seen before and taken back after. */

import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Answer, ask, type Body } from '../../api/ask.js';
import { choicesOf } from '../../furniture/choices.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { type FieldFaults, fieldFaults } from '../../furniture/fieldFaults.js';
import { Preview } from '../../furniture/Preview.js';
import { TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { useAct } from '../../office/act.js';
import { IndustryPicker, RegionPicker } from './pickers.js';
import { type SplitRow, splitRows } from './splitRows.js';
import { useUndo } from './undo.js';
import { kindWords } from './words.zh.js';

type Full = Answer<'getSubject'>;
type NewSubject = Body<'splitSubject'>['newSubject'];

const codes = {
  'registry.credit_code_wrong': 'newSubject.creditCode',
  'registry.identifier_taken': 'newSubject.creditCode',
  'registry.region_outside': 'newSubject.regionId',
} as const;

export function SplitSubject({ full, onClose }: { readonly full: Full; onClose(): void }): ReactNode {
  const { subject } = full;
  const rows = splitRows(full);
  const [made, setMade] = useState<NewSubject>({ kind: subject.kind, name: '', regionId: subject.regionId });
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const [seen, setSeen] = useState(false);
  const { busy, error, run, clear } = useAct();
  const tell = useTell();
  const undo = useUndo();
  const queries = useQueryClient();
  const going = rows.filter((row) => picked.has(row.id));
  const ready = made.name.trim() !== '' && reason.trim() !== '' && going.length > 0;
  const split = async (): Promise<void> => {
    const body = {
      ...{ subjectId: subject.subjectId, version: subject.version, reason: reason.trim() },
      ...{ newSubject: { ...made, name: made.name.trim() }, rowIds: going.map((row) => row.id) },
    };
    const done = await run(() => ask('splitSubject', { body }));
    if (done === undefined) return setSeen(false);
    await queries.invalidateQueries({ queryKey: ['registry'] });
    tell({ words: `已拆出“${made.name.trim()}”，带走 ${going.length} 条登记。`, undo: () => undo(done.actionId) });
    onClose();
  };

  if (seen)
    return (
      <Preview
        title="拆出一户：办理前请核对"
        measure="条登记"
        verb="转移"
        count={going.length}
        busy={busy}
        examples={going.map((row) => ({
          id: row.id,
          name: `${row.ledger}：${row.words}`,
          before: subject.name,
          after: made.name.trim(),
        }))}
        onConfirm={() => void split()}
        onClose={() => setSeen(false)}
      >
        <p>
          新登记“{made.name.trim()}”。“{subject.name}”留下其余 {rows.length - going.length}{' '}
          条；统一社会信用代码、名称、行业、规模、四地仍归原户。
        </p>
      </Preview>
    );
  return (
    <Dialog
      open
      shape="wide"
      title={`从“${subject.name}”拆出一户`}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={busy} disabled={!ready} onClick={() => setSeen(true)}>
            先看影响
          </Button>
        </>
      }
    >
      <SplitFields
        made={made}
        reason={reason}
        faults={fieldFaults(error, codes)}
        onMade={(more) => {
          setMade({ ...made, ...more });
          clear();
        }}
        onReason={setReason}
      />
      <Rows rows={rows} picked={picked} onPick={setPicked} />
    </Dialog>
  );
}

interface FieldsProps {
  readonly made: NewSubject;
  readonly reason: string;
  readonly faults: FieldFaults;
  onMade(more: Partial<NewSubject>): void;
  onReason(reason: string): void;
}

function SplitFields({ made, reason, faults, onMade, onReason }: FieldsProps): ReactNode {
  const { at, rest } = faults;
  return (
    <Fields>
      <TroubleLine error={rest} />
      <Field label="新户名称" name="splitName" needed help="与营业执照一致" error={at('newSubject.name')}>
        <Input
          id="splitName"
          autoFocus
          maxLength={100}
          value={made.name}
          onChange={(event) => onMade({ name: event.target.value })}
        />
      </Field>
      <Field label="种类" name="splitKind" needed>
        <Select id="splitKind" value={made.kind} options={choicesOf(kindWords)} onChange={(kind) => onMade({ kind })} />
      </Field>
      <Field label="信用代码" name="splitCode" help="18 位；作坊、自然人可不填" error={at('newSubject.creditCode')}>
        <Input
          id="splitCode"
          maxLength={40}
          value={made.creditCode ?? ''}
          onChange={(event) => onMade({ creditCode: event.target.value || null })}
        />
      </Field>
      <Field label="所属区域" name="splitRegion" error={at('newSubject.regionId')}>
        <RegionPicker id="splitRegion" value={made.regionId ?? null} onChange={(regionId) => onMade({ regionId })} />
      </Field>
      <Field label="行业" name="splitIndustry" error={at('newSubject.industryCode')}>
        <IndustryPicker
          id="splitIndustry"
          value={made.industryCode ?? null}
          onChange={(industryCode) => onMade({ industryCode })}
        />
      </Field>
      <Field label="理由" name="splitReason" needed help="写入变更历史，如：分立登记通知书" error={at('reason')}>
        <Input id="splitReason" maxLength={300} value={reason} onChange={(event) => onReason(event.target.value)} />
      </Field>
    </Fields>
  );
}

interface RowsProps {
  readonly rows: readonly SplitRow[];
  readonly picked: ReadonlySet<string>;
  onPick(picked: ReadonlySet<string>): void;
}

function Rows({ rows, picked, onPick }: RowsProps): ReactNode {
  const ledgers = [...new Set(rows.map((row) => row.ledger))];
  const toggle = (ids: readonly string[], on: boolean): void => {
    const next = new Set(picked);
    for (const id of ids)
      if (on) next.add(id);
      else next.delete(id);
    onPick(next);
  };
  if (rows.length === 0) return <p className="quiet split-rows">这一户没有可以带走的登记。新的一户请在企业名单用“登记一户”。</p>;
  return (
    <fieldset className="split-rows">
      <legend>哪些登记归新户（已选 {picked.size} 条）</legend>
      {ledgers.map((ledger) => {
        const own = rows.filter((row) => row.ledger === ledger);
        const count = own.filter((row) => picked.has(row.id)).length;
        const ids = own.map((row) => row.id);
        return (
          <div key={ledger}>
            <Checkbox
              checked={count === own.length}
              indeterminate={count > 0 && count < own.length}
              onChange={(event) => toggle(ids, event.target.checked)}
            >
              <b>{ledger}</b> <span className="quiet">{own.length} 条</span>
            </Checkbox>
            {own.map((row) => (
              <p key={row.id} className="split-row">
                <Checkbox checked={picked.has(row.id)} onChange={(event) => toggle([row.id], event.target.checked)}>
                  {row.words === '' ? ledger : row.words}
                </Checkbox>
              </p>
            ))}
          </div>
        );
      })}
    </fieldset>
  );
}
