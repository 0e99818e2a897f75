/** 疑似重复 — groups that may be one enterprise; merging moves everything to the one that stays and can be taken back. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { ask, type Item } from '../../api/ask.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { Empty, Loading, Trouble, TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { formatDate } from '../../furniture/values.js';
import { useAct } from '../../office/act.js';
import { Block, Page } from '../../office/Page.js';
import { useMay } from '../../office/session.js';
import './registry.css';
import { StatusMark } from './StatusMark.js';
import { useUndo } from './undo.js';
import { duplicateWords } from './words.zh.js';

type Group = Item<'listDuplicates'>;

export function Duplicates(): ReactNode {
  const merges = useMay('registry.merge');
  const [merging, setMerging] = useState<Group | null>(null);
  const list = useQuery({
    queryKey: ['registry', 'duplicates'],
    queryFn: () => ask('listDuplicates', { query: { limit: 100 } }),
  });
  return (
    <Page title="疑似重复" help="duplicates" note="名称、证照或户号相同的登记。确属两户的，不必处理。">
      {list.isPending ? (
        <Loading what="疑似重复" />
      ) : list.data === undefined ? (
        <Trouble error={list.error} again={() => void list.refetch()} />
      ) : list.data.items.length === 0 ? (
        <Empty title="没有疑似重复的登记">名称、去掉“有限公司”后的名称、不动产权证号、户号都没有重复。</Empty>
      ) : (
        list.data.items.map((group) => (
          <Block
            key={`${group.kind} ${group.key}`}
            title={`${duplicateWords[group.kind]}：${group.key}`}
            actions={
              merges && (
                <Button size="small" onClick={() => setMerging(group)}>
                  比较后合并
                </Button>
              )
            }
          >
            {group.words !== duplicateWords[group.kind] && <p className="quiet">{group.words}</p>}
            <Compare subjects={group.subjects} />
          </Block>
        ))
      )}
      {merging !== null && <Merge group={merging} onClose={() => setMerging(null)} />}
    </Page>
  );
}

function Compare({ subjects }: { readonly subjects: Group['subjects'] }): ReactNode {
  return (
    <div className="table-scroll">
      <table className="plain-table">
        <thead>
          <tr>
            {['名称', '信用代码', '区域', '行业', '状态', '地址', '成立'].map((title) => (
              <th key={title}>{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {subjects.map((one) => (
            <tr key={one.subjectId}>
              <td>
                <Link to="/registry/enterprises/$subjectId" params={{ subjectId: one.subjectId }}>
                  {one.name}
                </Link>
              </td>
              <td>{one.creditCode ?? '缺'}</td>
              <td>{one.regionName ?? '缺'}</td>
              <td>{one.industryCode ?? '—'}</td>
              <td>
                <StatusMark status={one.status} />
              </td>
              <td>{one.address ?? '—'}</td>
              <td>{one.foundedOn === null ? '—' : formatDate(one.foundedOn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Merge({ group, onClose }: { readonly group: Group; onClose(): void }): ReactNode {
  const [intoId, setInto] = useState<string | null>(null);
  const [fromId, setFrom] = useState<string | null>(group.subjects.length === 2 ? '' : null);
  const [reason, setReason] = useState('');
  const { busy, error, run } = useAct();
  const tell = useTell();
  const undo = useUndo();
  const queries = useQueryClient();
  const into = group.subjects.find((one) => one.subjectId === intoId);
  const other =
    group.subjects.length === 2
      ? group.subjects.find((one) => one.subjectId !== intoId)
      : group.subjects.find((one) => one.subjectId === fromId);
  const ready = into !== undefined && other !== undefined && into !== other && reason.trim() !== '';
  const merge = async (): Promise<void> => {
    if (into === undefined || other === undefined) return;
    const body = {
      intoId: into.subjectId,
      intoVersion: into.version,
      fromId: other.subjectId,
      fromVersion: other.version,
      reason: reason.trim(),
    };
    const done = await run(() => ask('mergeSubjects', { body }));
    if (done === undefined) return;
    await queries.invalidateQueries({ queryKey: ['registry'] });
    tell({ words: `已合并，转入 ${done.moved} 项登记。`, undo: () => undo(done.actionId) });
    onClose();
  };
  return (
    <Dialog
      open
      shape="wide"
      title="合并重复登记"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={busy} disabled={!ready} onClick={() => void merge()}>
            合并为一户
          </Button>
        </>
      }
    >
      <Fields>
        <TroubleLine error={error} />
        <Compare subjects={group.subjects} />
        <Field label="保留哪一户" name="into" needed help="另一户的证照、用地、户号、历史都转到它名下">
          <Radio.Group
            value={intoId}
            options={group.subjects.map((one) => ({ value: one.subjectId, label: `${one.name} ${one.creditCode ?? ''}` }))}
            onChange={(event) => setInto(String(event.target.value))}
          />
        </Field>
        {group.subjects.length > 2 && (
          <Field label="并入哪一户" name="from" needed>
            <Radio.Group
              value={fromId}
              options={group.subjects
                .filter((one) => one.subjectId !== intoId)
                .map((one) => ({ value: one.subjectId, label: `${one.name} ${one.creditCode ?? ''}` }))}
              onChange={(event) => setFrom(String(event.target.value))}
            />
          </Field>
        )}
        <Field label="理由" name="reason" needed>
          <Input id="reason" maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </Fields>
    </Dialog>
  );
}
