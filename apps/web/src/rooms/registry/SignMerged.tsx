/** 合并评价签发单 — figures, members and digest as the signer is shown them; what is signed is exactly this. @source trust R12 */
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Answer, ask } from '../../api/ask.js';
import { today } from '../../api/clock.js';
import { asProblem } from '../../api/problem.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { Loading, Trouble, TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { formatDate, formatDecimal, formatInstant, formatNumber } from '../../furniture/values.js';
import { useAct } from '../../office/act.js';

type Sheet = Answer<'readMergedSheet'>;

interface SignProps {
  readonly one: { readonly mergedEvaluationId: string; readonly name: string };
  onDone(): void;
  onClose(): void;
}

export function SignMerged({ one, onDone, onClose }: SignProps): ReactNode {
  const { mergedEvaluationId } = one;
  const [on, setOn] = useState(today());
  const [by, setBy] = useState('');
  const [decisionNumber, setDecisionNumber] = useState('');
  const { busy, error, run, clear } = useAct();
  const tell = useTell();
  const sheet = useQuery({
    queryKey: ['merged-sheet', mergedEvaluationId],
    queryFn: () => ask('readMergedSheet', { path: { mergedEvaluationId } }),
    gcTime: 0,
  });
  const { data } = sheet;
  const ready = data !== undefined && !data.own && by.trim() !== '' && on !== '';
  const save = async (): Promise<void> => {
    if (data === undefined || !ready) return;
    const body = { digest: data.digest, on, by: by.trim(), decisionNumber: decisionNumber.trim() || null };
    const done = await run(() => ask('signMergedEvaluation', { path: { mergedEvaluationId }, body }));
    if (done === undefined) return;
    tell({ words: `已签发：${one.name}。` });
    onDone();
  };
  const again = (): void => {
    clear();
    void sheet.refetch();
  };
  const changed = error !== null && asProblem(error).code === 'people.sign_changed_since';
  return (
    <Dialog
      open
      title={`签发合并评价：${one.name}`}
      onClose={onClose}
      foot={
        changed ? (
          <Button type="primary" loading={sheet.isFetching} onClick={again}>
            重新取签发单
          </Button>
        ) : (
          <Button type="primary" loading={busy} disabled={!ready} onClick={() => void save()}>
            同意并签发
          </Button>
        )
      }
    >
      {sheet.isPending && <Loading what="签发单" />}
      {sheet.isError && <Trouble error={sheet.error} again={again} />}
      {data !== undefined && (
        <>
          <Shown sheet={data} />
          <Fields onSubmit={() => void save()}>
            <TroubleLine error={error} />
            {data.own && <p role="note">这一件由您提请，请另一位有审定权限的同事签发。</p>}
            <Field label="决定日期" name="signOn" needed>
              <Input id="signOn" type="date" value={on} onChange={(event) => setOn(event.target.value)} />
            </Field>
            <Field label="决定机构" name="signBy" needed help="如：领导小组会议">
              <Input id="signBy" maxLength={100} value={by} onChange={(event) => setBy(event.target.value)} />
            </Field>
            <Field label="文号、纪要号" name="signNumber">
              <Input
                id="signNumber"
                maxLength={80}
                value={decisionNumber}
                onChange={(event) => setDecisionNumber(event.target.value)}
              />
            </Field>
          </Fields>
        </>
      )}
    </Dialog>
  );
}

function Shown({ sheet }: { readonly sheet: Sheet }): ReactNode {
  return (
    <section aria-label="签发内容" className="sign-sheet">
      <p className="sign-counts">
        {sheet.counts.map(({ what, count, unit }) => (
          <span key={what}>
            {what} <b>{formatNumber(count)}</b> {unit}
          </span>
        ))}
      </p>
      <div className="table-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">成员企业</th>
              <th scope="col">统一社会信用代码</th>
              <th scope="col">自有用地（㎡）</th>
              <th scope="col">分摊（%）</th>
            </tr>
          </thead>
          <tbody>
            {sheet.members.map((member) => (
              <tr key={member.subjectId}>
                <td>
                  {member.name}
                  {member.leads && '（牵头）'}
                </td>
                <td>{member.creditCode ?? '—'}</td>
                <td>{member.ownLandSqm === null ? '—' : formatDecimal(member.ownLandSqm)}</td>
                <td>{member.sharePercent === null ? '—' : formatDecimal(member.sharePercent)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet">
        申请 {formatDate(sheet.appliedOn)}，{sheet.proposedBy} 于 {formatInstant(sheet.proposedAt)} 提请
        {sheet.application !== null && `。理由：${sheet.application}`}
      </p>
      <p className="quiet sign-digest">
        内容摘要 <code>{sheet.digest}</code>
        ：签发的就是以上内容，其中任何一项有变动，摘要就不同，须重新核对。
      </p>
    </section>
  );
}
