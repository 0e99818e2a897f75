/** 新建、修改任务 — from a clause of the library or typed; one lead unit, any supporters, a last day. @source ALL-6 */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { ask, type Body, type Item } from '../../api/ask.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { fieldFaults } from '../../furniture/fieldFaults.js';
import { TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { fieldMerge } from '../../furniture/threeWay.js';
import { formatDate } from '../../furniture/values.js';
import { useMay } from '../../office/session.js';
import { useSharedForm } from '../../office/sharedForm.js';
import { useYear } from '../../office/year.js';
import { BasisCheck } from '../documents/Cited.js';
import { stateWords } from '../documents/words.zh.js';
import { useOrganisationChoices } from './organisationChoices.js';
import type { Task } from './Tasks.js';

interface Given {
  readonly title: string;
  readonly clause: string;
  readonly cycleId: string | null;
  readonly leadOrganisationId: string | null;
  readonly supporterIds: readonly string[];
  readonly lastDay: string;
}
type Key = keyof Given;
const labels: Readonly<Record<Key, string>> = {
  title: '任务',
  clause: '依据条款',
  cycleId: '年度评价',
  leadOrganisationId: '牵头单位',
  supporterIds: '配合单位',
  lastDay: '截止日',
};

interface FormProps {
  /** Null = a new one. */
  readonly task: Task | null;
  readonly cycleId: string | null;
  /** 文号和条款 that a new one is made of. */
  readonly clause?: string;
  onClose(): void;
}

export function TaskForm({ task, cycleId, clause, onClose }: FormProps): ReactNode {
  const [tried, setTried] = useState(false);
  const { options, names } = useOrganisationChoices();
  const { cycles } = useYear();
  const tell = useTell();
  const queries = useQueryClient();
  const path = { taskId: task?.taskId ?? '' };
  const form = useSharedForm<Given>({
    start:
      task === null
        ? { given: { ...blank, cycleId, clause: clause ?? '' }, version: 0 }
        : { given: givenOf(task), version: task.version },
    send: (next, version) =>
      task === null ? ask('makeTask', { body: bodyOf(next) }) : ask('editTask', { path, body: { ...bodyOf(next), version } }),
    read: async () => {
      const now = await ask('readTask', { path });
      return { given: givenOf(now), version: now.version };
    },
    merge: fieldMerge<Given>({ labels, wordOf: (of, key) => shown(of, key, { names, cycles }), tellOf }),
    onSaved: async () => {
      await queries.invalidateQueries({ queryKey: ['year'] });
      tell({ words: task === null ? '已新建任务。' : '已修改任务。' });
      onClose();
    },
  });
  const { given, busy } = form;
  const { at, rest } = fieldFaults(form.error, {
    'year.organisation_unknown': 'leadOrganisationId',
    'year.cycle_not_found': 'cycleId',
  });
  const faults = tried ? faultsOf(given) : {};
  const set = (more: Partial<Given>): void => form.set({ ...given, ...more });
  const save = async (): Promise<void> => {
    setTried(true);
    if (Object.keys(faultsOf(given)).length === 0) await form.save();
  };

  return (
    <Dialog
      open
      title={task === null ? '新建任务' : '修改任务'}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={busy} onClick={() => void save()}>
            {task === null ? '新建' : '保存'}
          </Button>
        </>
      }
    >
      <Fields onSubmit={() => void save()}>
        <TroubleLine error={rest} />
        {clause === undefined && (
          <FromClause
            onPick={(picked, text) =>
              set({ clause: picked, ...(given.title.trim() === '' ? { title: text.slice(0, 200) } : {}) })
            }
          />
        )}
        <Field label={labels.title} name="title" needed error={faults.title ?? at('title')}>
          <Input.TextArea
            id="title"
            rows={2}
            maxLength={200}
            value={given.title}
            onChange={(event) => set({ title: event.target.value.replaceAll('\n', '') })}
          />
        </Field>
        <Field label={labels.clause} name="clause" help="文号和条款号" error={at('clause')}>
          <Input id="clause" maxLength={200} value={given.clause} onChange={(event) => set({ clause: event.target.value })} />
          <BasisCheck words={given.clause} />
        </Field>
        <Field
          label={labels.leadOrganisationId}
          name="leadOrganisationId"
          needed
          error={faults.leadOrganisationId ?? at('leadOrganisationId')}
        >
          <Select
            id="leadOrganisationId"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="一项任务只有一个牵头单位"
            value={given.leadOrganisationId}
            options={options}
            onChange={(leadOrganisationId) =>
              set({ leadOrganisationId, supporterIds: given.supporterIds.filter((one) => one !== leadOrganisationId) })
            }
          />
        </Field>
        <Field label={labels.supporterIds} name="supporterIds" error={at('supporterIds')}>
          <Select
            id="supporterIds"
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="没有配合单位"
            value={[...given.supporterIds]}
            options={options.filter((one) => one.value !== given.leadOrganisationId)}
            onChange={(supporterIds) => set({ supporterIds })}
          />
        </Field>
        <Field label={labels.lastDay} name="lastDay" needed help="含当日" error={faults.lastDay ?? at('lastDay')}>
          <Input id="lastDay" type="date" value={given.lastDay} onChange={(event) => set({ lastDay: event.target.value })} />
        </Field>
        <Field label={labels.cycleId} name="cycleId" error={at('cycleId')}>
          <Select
            id="cycleId"
            allowClear
            placeholder="不限年度"
            value={given.cycleId}
            options={cycles.map((one) => ({ value: one.cycleId, label: one.name }))}
            onChange={(next) => set({ cycleId: next ?? null })}
          />
        </Field>
      </Fields>
      {form.conflict}
    </Dialog>
  );
}

/** 从文件条款选取 — fills the clause, and the title while that is empty. */
function FromClause({ onPick }: { onPick(clause: string, text: string): void }): ReactNode {
  const reads = useMay('documents.read');
  const [documentId, setDocument] = useState<string | null>(null);
  const documents = useQuery({
    queryKey: ['documents', 'all'],
    queryFn: () => ask('readDocuments', { query: {} }),
    enabled: reads,
  });
  const chosen = useQuery({
    queryKey: ['documents', documentId],
    queryFn: () => ask('readDocument', { path: { documentId: documentId ?? '' } }),
    enabled: documentId !== null,
  });
  const items = documents.data?.items ?? [];
  if (!reads) return null;
  if (items.length === 0)
    return (
      <p className="quiet">
        {documents.isPending
          ? '正在取文件库…'
          : documents.isError
            ? '没有取到文件库，请直接填写任务和依据。'
            : '文件库里还没有文件，请直接填写任务和依据。'}
      </p>
    );
  const clauses = chosen.data?.clauses ?? [];
  return (
    <>
      <Field label="从文件选取" name="documentId" help="可以不选，直接填写">
        <Select
          id="documentId"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="文号或标题"
          value={documentId}
          options={items.map((one) => ({ value: one.documentId, label: choiceOf(one) }))}
          onChange={(next) => setDocument(next ?? null)}
        />
      </Field>
      {documentId !== null && (
        <Field label="条款" name="clausePath">
          <Select
            id="clausePath"
            loading={chosen.isFetching}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="选择一条"
            notFoundContent={chosen.isError ? '没有取到条款，请重选文件' : '这份文件还没有录入条款'}
            options={clauses.map((one) => ({ value: one.path, label: `${one.path} ${one.text}` }))}
            onChange={(path) => {
              const clause = clauses.find((one) => one.path === path);
              if (clause !== undefined) onPick(`${chosen.data?.number ?? ''} ${clause.path}`.trim(), clause.text);
            }}
          />
        </Field>
      )}
    </>
  );
}

/** What may not be relied on says so first: the end of a long title is cut. */
const choiceOf = ({ number, title, valid, state }: Item<'readDocuments'>): string =>
  `${valid ? '' : `〔${stateWords[state]}，不能作为依据〕`}${number} ${title}`.trim();

const blank: Given = { title: '', clause: '', cycleId: null, leadOrganisationId: null, supporterIds: [], lastDay: '' };

const givenOf = ({ title, clause, cycleId, lead, supporters, lastDay }: Task): Given => ({
  ...{ title, clause, cycleId, leadOrganisationId: lead.organisationId, lastDay },
  supporterIds: supporters.map((one) => one.organisationId),
});

const bodyOf = ({ leadOrganisationId, supporterIds, title, clause, cycleId, lastDay }: Given): Body<'makeTask'> => ({
  ...{ title: title.trim(), clause: clause.trim(), cycleId, leadOrganisationId: leadOrganisationId ?? '', lastDay },
  supporterIds: [...supporterIds],
});

function faultsOf({ title, leadOrganisationId, lastDay }: Given): Partial<Record<Key, string>> {
  return {
    ...(title.trim() === '' ? { title: '请填写任务。' } : {}),
    ...(leadOrganisationId === null ? { leadOrganisationId: '请选择牵头单位：每项任务须有一个。' } : {}),
    ...(lastDay === '' ? { lastDay: '请填写截止日。' } : {}),
  };
}

/** By id: two units that were closed read alike. */
const tellOf = (given: Given, key: Key): string =>
  key === 'supporterIds' ? [...given.supporterIds].sort().join(' ') : (given[key] ?? '').trim();

interface Named {
  readonly names: ReadonlyMap<string, string>;
  readonly cycles: readonly { readonly cycleId: string; readonly name: string }[];
}

function shown(given: Given, key: Key, { names, cycles }: Named): string {
  const named = (id: string): string => names.get(id) ?? '已撤销的单位';
  if (key === 'supporterIds') return given.supporterIds.map(named).sort().join('、');
  if (key === 'leadOrganisationId') return given.leadOrganisationId === null ? '' : named(given.leadOrganisationId);
  if (key === 'cycleId') return cycles.find((one) => one.cycleId === given.cycleId)?.name ?? '不限年度';
  return key === 'lastDay' ? formatDate(given.lastDay) : given[key];
}
