/** 编排阶段 — all stages of the cycle in their order: add, rename, move, dates with a clock time, who leads, who has a part in it. */

import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { type Answer, ask } from '../../api/ask.js';
import { today } from '../../api/clock.js';
import { choicesOf } from '../../furniture/choices.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { type FieldFaults, fieldFaults } from '../../furniture/fieldFaults.js';
import { moved } from '../../furniture/lines.js';
import { TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { formatDate } from '../../furniture/values.js';
import { useSharedForm } from '../../office/sharedForm.js';
import { type OrganisationChoices, useOrganisationChoices } from './organisationChoices.js';
import { type Draft, draftOf, type Faults, faultsOf, inputOf, mergeStages } from './stageDrafts.js';
import { stageKindWords } from './words.zh.js';

type Whole = Answer<'readCycle'>;

export function EditStages({ cycle, onClose }: { readonly cycle: Whole; onClose(): void }): ReactNode {
  const [made, setMade] = useState(0);
  const [open, setOpen] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const choices = useOrganisationChoices();
  const tell = useTell();
  const queries = useQueryClient();
  const path = { cycleId: cycle.cycleId };
  const form = useSharedForm<readonly Draft[]>({
    start: { given: cycle.stages.map(draftOf), version: cycle.version },
    send: (given, version) => ask('setStages', { path, body: { version, stages: given.map(inputOf) } }),
    read: async () => {
      const { stages, version } = await ask('readCycle', { path });
      return { given: stages.map(draftOf), version };
    },
    merge: (sides) => mergeStages(sides, choices.names),
    onSaved: async (given) => {
      await queries.invalidateQueries({ queryKey: ['year'] });
      tell({ words: `已保存 ${given.length} 个阶段。` });
      onClose();
    },
  });
  const { given: drafts, busy, error, set: change } = form;
  const save = async (): Promise<void> => {
    setTried(true);
    const faulty = drafts.find((draft) => Object.keys(faultsOf(draft)).length > 0);
    if (faulty === undefined) await form.save();
    else setOpen(faulty.key);
  };
  const add = (): void => {
    const last = drafts.at(-1);
    const from = last === undefined ? today() : last.lastDay;
    const key = `new-${made + 1}`;
    setMade(made + 1);
    change([...drafts, { ...blank, key, firstDay: from, lastDay: from }]);
    setOpen(key);
  };

  return (
    <Dialog
      open
      firm
      shape="broad-side"
      title={`编排阶段：${cycle.name}`}
      onClose={onClose}
      foot={
        <>
          <Button className="dialog-left" onClick={add}>
            增加阶段
          </Button>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={busy} onClick={() => void save()}>
            保存 {drafts.length} 个阶段
          </Button>
        </>
      }
    >
      <TroubleLine error={error} />
      <Removed stages={cycle.stages} drafts={drafts} />
      {drafts.length === 0 && <p className="quiet">还没有阶段。按“增加阶段”从第一个开始。</p>}
      <ol className="stage-drafts">
        {drafts.map((draft, place) => (
          <One
            key={draft.key}
            {...{ draft, place, choices }}
            last={place === drafts.length - 1}
            open={open === draft.key}
            faults={tried ? faultsOf(draft) : {}}
            said={fieldFaults(error)}
            onOpen={() => setOpen(open === draft.key ? null : draft.key)}
            onMove={(by) => change(moved(drafts, place, by))}
            onRemove={() => change(drafts.filter((one) => one.key !== draft.key))}
            onChange={(more) => change(drafts.map((one) => (one.key === draft.key ? { ...one, ...more } : one)))}
          />
        ))}
      </ol>
      {form.conflict}
    </Dialog>
  );
}

const blank: Omit<Draft, 'key'> = {
  ...{ kind: 'other', name: '', firstDay: '', lastDay: '', lastClock: '', leadOrganisationId: null, duties: [] },
};

/** What goes, and the reports that go with it, is said before it is saved. */
function Removed({ stages, drafts }: { readonly stages: Whole['stages']; readonly drafts: readonly Draft[] }): ReactNode {
  const gone = stages.filter((stage) => !drafts.some((draft) => draft.key === stage.stageId));
  if (gone.length === 0) return null;
  const words = gone.map(({ name, duties }) => {
    const reported = duties.filter((duty) => duty.doneAt !== null).length;
    return reported === 0 ? `“${name}”` : `“${name}”（${reported} 家单位已报完成）`;
  });
  return <p className="warn-line">保存后将删除 {words.join('、')}；原有内容留在变更历史里。</p>;
}

interface OneProps {
  readonly draft: Draft;
  readonly place: number;
  readonly last: boolean;
  readonly open: boolean;
  readonly faults: Faults;
  readonly said: FieldFaults;
  readonly choices: OrganisationChoices;
  onOpen(): void;
  onMove(by: -1 | 1): void;
  onRemove(): void;
  onChange(more: Partial<Draft>): void;
}

function One({ draft, place, last, open, faults, said, choices, onOpen, onMove, onRemove, onChange }: OneProps): ReactNode {
  const id = useId();
  const { kind, name, firstDay, lastDay, lastClock, leadOrganisationId, duties } = draft;
  const at = (field: keyof Draft): string | undefined => said.at(`stages.${place}.${field}`);
  const title = name.trim() === '' ? '（未命名）' : name;
  return (
    <li className={`stage-draft${open ? ' stage-draft-open' : ''}`}>
      <div className="stage-draft-head">
        <b className="stage-place">{place + 1}</b>
        <button type="button" className="stage-draft-name" aria-expanded={open} onClick={onOpen}>
          <b>{title}</b>{' '}
          <span className="quiet">
            {firstDay === '' ? '' : formatDate(firstDay)} 至 {lastDay === '' ? '' : formatDate(lastDay)} {lastClock}
            {leadOrganisationId !== null && `　${choices.names.get(leadOrganisationId) ?? ''}`}
            {duties.length > 0 && `　分工 ${duties.length} 家`}
          </span>
        </button>
        <span className="stage-draft-tools">
          <Button size="small" aria-label={`上移 ${title}`} disabled={place === 0} onClick={() => onMove(-1)}>
            ↑
          </Button>
          <Button size="small" aria-label={`下移 ${title}`} disabled={last} onClick={() => onMove(1)}>
            ↓
          </Button>
          <Button size="small" aria-label={`删除 ${title}`} onClick={onRemove}>
            删除
          </Button>
        </span>
      </div>
      {open && (
        <Fields onSubmit={onOpen}>
          <Field label="名称" name={`${id}name`} needed error={faults.name ?? at('name')}>
            <Input
              id={`${id}name`}
              autoFocus
              maxLength={80}
              value={name}
              onChange={(event) => onChange({ name: event.target.value })}
            />
          </Field>
          <Field label="类别" name={`${id}kind`} needed help="名称可以另写，类别按办理内容选">
            <Select
              id={`${id}kind`}
              value={kind}
              options={choicesOf(stageKindWords)}
              onChange={(next) => onChange({ kind: next, ...(name.trim() === '' ? { name: stageKindWords[next] } : {}) })}
            />
          </Field>
          <Field label="开始日" name={`${id}first`} needed error={faults.firstDay ?? at('firstDay')}>
            <Input
              id={`${id}first`}
              type="date"
              value={firstDay}
              onChange={(event) => onChange({ firstDay: event.target.value })}
            />
          </Field>
          <Field label="截止日" name={`${id}last`} needed error={faults.lastDay ?? at('lastDay')}>
            <Input id={`${id}last`} type="date" value={lastDay} onChange={(event) => onChange({ lastDay: event.target.value })} />
          </Field>
          <Field label="截止时刻" name={`${id}clock`} help="空着即当日 24 时；如“12:00 前报送”填 12:00" error={at('lastClock')}>
            <Input
              id={`${id}clock`}
              type="time"
              value={lastClock}
              onChange={(event) => onChange({ lastClock: event.target.value.slice(0, 5) })}
            />
          </Field>
          <Field label="牵头单位" name={`${id}lead`} error={at('leadOrganisationId')}>
            <Select
              id={`${id}lead`}
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              placeholder="未定"
              value={leadOrganisationId}
              options={withChosen(choices, leadOrganisationId === null ? [] : [leadOrganisationId])}
              onChange={(next) => onChange({ leadOrganisationId: next ?? null })}
            />
          </Field>
          <Field label="分工单位" name={`${id}duties`} help="每家各自报告完成；逾期按家催" error={at('duties')}>
            <Select
              id={`${id}duties`}
              mode="multiple"
              showSearch={{ optionFilterProp: 'label' }}
              placeholder="没有分工"
              value={[...duties]}
              options={withChosen(choices, duties)}
              onChange={(next) => onChange({ duties: next })}
            />
          </Field>
        </Fields>
      )}
    </li>
  );
}

/** A unit that was closed since stays legible; saving it again is refused with its name. */
const withChosen = ({ options, names }: OrganisationChoices, chosen: readonly string[]): { value: string; label: string }[] => [
  ...options,
  ...chosen
    .filter((id) => !options.some((option) => option.value === id))
    .map((id) => ({ value: id, label: `${names.get(id) ?? '单位'}（已撤销）` })),
];
