/** 登记、修改文件 — one form for both; when somebody saved first, both values stand side by side. @source ALL-7, trust R62 */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { type ReactNode, useRef } from 'react';
import { type Answer, ask, type Body } from '../../api/ask.js';
import { choicesOf } from '../../furniture/choices.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { fieldFaults } from '../../furniture/fieldFaults.js';
import { TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { fieldMerge } from '../../furniture/threeWay.js';
import { formatDate } from '../../furniture/values.js';
import { useSharedForm } from '../../office/sharedForm.js';
import { kindWords, standingWords } from './words.zh.js';

type Whole = Answer<'readDocument'>;
type Given = Omit<Body<'editDocument'>, 'version'>;
type Filled = Required<Given>;
type Key = keyof Filled;

const labels: Readonly<Record<Key, string>> = {
  title: '标题',
  number: '文号',
  issuer: '制发机关',
  kind: '种类',
  standing: '效力',
  issuedOn: '印发日期',
  effectiveFrom: '施行起',
  effectiveUntil: '失效日',
  supersededBy: '由哪份文件替代',
  reviewDueOn: '复审期限',
  source: '出处',
  note: '备注',
};
const blank: Filled = {
  ...{ title: '', number: '', issuer: '', kind: 'rule', standing: 'in_force', issuedOn: null, effectiveFrom: null },
  ...{ effectiveUntil: null, supersededBy: null, reviewDueOn: null, source: '', note: '' },
};
const givenOf = (of: Whole): Filled => ({
  ...{ title: of.title, number: of.number, issuer: of.issuer, kind: of.kind, standing: of.standing, issuedOn: of.issuedOn },
  ...{ effectiveFrom: of.effectiveFrom, effectiveUntil: of.effectiveUntil, supersededBy: of.supersededBy },
  ...{ reviewDueOn: of.reviewDueOn, source: of.source, note: of.note },
});

interface FormProps {
  /** Null = a new one. */
  readonly document: Whole | null;
  onClose(): void;
  onDone(documentId: string): void;
}

export function DocumentForm({ document, onClose, onDone }: FormProps): ReactNode {
  const tell = useTell();
  const queries = useQueryClient();
  const others = useQuery({ queryKey: ['documents', 'all'], queryFn: () => ask('readDocuments', {}) });
  const successors = (others.data?.items ?? []).filter((one) => one.documentId !== document?.documentId);
  const nameOf = (id: string): string => successors.find((one) => one.documentId === id)?.title ?? '（另一份文件）';
  const made = useRef(document?.documentId ?? '');
  const path = { documentId: document?.documentId ?? '' };
  const form = useSharedForm<Filled>({
    start: document === null ? { given: blank, version: 0 } : { given: givenOf(document), version: document.version },
    send: async (next, version) => {
      if (document === null) made.current = (await ask('makeDocument', { body: next })).documentId;
      else await ask('editDocument', { path, body: { ...next, version } });
    },
    read: async () => {
      const now = await ask('readDocument', { path });
      return { given: givenOf(now), version: now.version };
    },
    merge: fieldMerge<Filled>({
      labels,
      wordOf: (of, key) => shown(of, key, nameOf),
      tellOf: (of, key) => of[key] ?? '',
    }),
    onSaved: async () => {
      await queries.invalidateQueries({ queryKey: ['documents'] });
      // Tasks show how the documents they rest on stand.
      await queries.invalidateQueries({ queryKey: ['year'] });
      tell({ words: document === null ? '已登记，请接着录入条款、存入原件。' : '已保存。' });
      onClose();
      onDone(made.current);
    },
  });
  const { given, busy, save } = form;
  const { at, rest } = fieldFaults(form.error, codes);
  const set = (more: Partial<Filled>): void => form.set({ ...given, ...more });
  const textOf = (
    key: 'title' | 'number' | 'issuer' | 'source' | 'note',
    more: { help?: string; max: number; needed?: boolean },
  ): ReactNode => (
    <Field label={labels[key]} name={key} help={more.help} needed={more.needed ?? false} error={at(key)}>
      <Input id={key} maxLength={more.max} value={given[key]} onChange={(event) => set({ [key]: event.target.value })} />
    </Field>
  );
  const dayOf = (key: 'issuedOn' | 'effectiveFrom' | 'effectiveUntil' | 'reviewDueOn', help?: string): ReactNode => (
    <Field label={labels[key]} name={key} help={help} error={at(key)}>
      <Input
        id={key}
        type="date"
        value={given[key] ?? ''}
        onChange={(event) => set({ [key]: event.target.value === '' ? null : event.target.value })}
      />
    </Field>
  );
  return (
    <Dialog
      open
      title={document === null ? '登记文件' : '修改文件'}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={busy} disabled={given.title.trim() === ''} onClick={() => void save()}>
            {document === null ? '登记' : '保存'}
          </Button>
        </>
      }
    >
      <Fields onSubmit={() => void save()}>
        <TroubleLine error={rest} />
        {textOf('title', { max: 200, needed: true })}
        {textOf('number', { max: 80, help: '如 通州湾办发〔2022〕47号；没有文号的留空' })}
        {textOf('issuer', { max: 100 })}
        <Field
          label={labels.kind}
          name="kind"
          needed
          help={given.kind === 'utility_stop' ? '这类文件不能用电子签章（电子签名法第三条）' : undefined}
        >
          <Select id="kind" value={given.kind} options={choicesOf(kindWords)} onChange={(kind) => set({ kind })} />
        </Field>
        <Field label={labels.standing} name="standing" needed help="按今天的情况登记；某一天的效力由日期推算">
          <Select
            id="standing"
            value={given.standing}
            options={choicesOf(standingWords)}
            onChange={(standing) => set({ standing })}
          />
        </Field>
        {dayOf('issuedOn')}
        {dayOf('effectiveFrom', '没有写明的留空，按印发日期起')}
        {dayOf('effectiveUntil', '从这一天起不再有效；长期有效的留空')}
        <Field label={labels.supersededBy} name="supersededBy" help="先登记新文件，再在旧文件上选它" error={at('supersededBy')}>
          <Select
            id="supersededBy"
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            value={given.supersededBy}
            options={successors.map((one) => ({
              value: one.documentId,
              label: `${one.title}${one.number === '' ? '' : `（${one.number}）`}`,
            }))}
            onChange={(supersededBy) => set({ supersededBy: supersededBy ?? null })}
          />
        </Field>
        {dayOf('reviewDueOn', '过了这一天没有登记复审，列为逾期')}
        {textOf('source', { max: 500, help: '公开网址，或从何处取得' })}
        {textOf('note', { max: 1000 })}
      </Fields>
      {form.conflict}
    </Dialog>
  );
}

function shown(given: Filled, key: Key, nameOf: (documentId: string) => string): string {
  if (key === 'kind') return kindWords[given.kind];
  if (key === 'standing') return standingWords[given.standing];
  if (key === 'supersededBy') return given.supersededBy === null ? '' : nameOf(given.supersededBy);
  const value = given[key] ?? '';
  return key.endsWith('On') || key.startsWith('effective') ? formatDate(value) : value;
}

/** Which field a refusal speaks of. */
const codes: Readonly<Record<string, string>> = {
  'documents.number_taken': 'number',
  'documents.dates_reversed': 'effectiveUntil',
  'documents.successor_not_found': 'supersededBy',
  'documents.supersedes_itself': 'supersededBy',
  'documents.supersedes_in_circle': 'supersededBy',
};
