/** 合并评价 — several enterprises evaluated as one, by application and decision; dissolved with a reason. */
import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Answer, ask, type Body } from '../../api/ask.js';
import { today } from '../../api/clock.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { formatDate } from '../../furniture/values.js';
import { useAct } from '../../office/act.js';
import { Block } from '../../office/Page.js';
import { useMay } from '../../office/session.js';
import { SubjectPicker } from './pickers.js';
import { SignMerged } from './SignMerged.js';
import { mergedWords } from './words.zh.js';

type Full = Answer<'getSubject'>;
type One = Full['merged'][number];
type Decision = Body<'decideMergedEvaluation'>['step'];
const decisionWords: Readonly<Record<Decision, string>> = { refuse: '不同意', dissolve: '解除' };

interface MergedProps {
  readonly merged: readonly One[];
  readonly subject: Full['subject'];
  onChanged(): void;
}

export function Merged({ merged, subject, onChanged }: MergedProps): ReactNode {
  const edits = useMay('registry.edit');
  const decides = useMay('registry.merge');
  const signs = useMay('year.decide');
  const [doing, setDoing] = useState<{ readonly one: One; readonly step: Decision } | 'apply' | null>(null);
  const [signing, setSigning] = useState<One | null>(null);
  const end = (): void => {
    setDoing(null);
    setSigning(null);
    onChanged();
  };
  return (
    <Block
      title="合并评价"
      actions={
        edits && (
          <Button size="small" onClick={() => setDoing('apply')}>
            提出合并评价申请
          </Button>
        )
      }
    >
      {merged.length === 0 && <p className="quiet">没有合并评价。集团内母子公司“地在母、税在子”的，可以申请合并评价。</p>}
      {merged.map((one) => (
        <section key={one.mergedEvaluationId}>
          <p>
            <b>{one.name}</b> <span className="status-mark status-normal">{mergedWords[one.state]}</span>{' '}
            <span className="quiet">
              申请 {formatDate(one.appliedOn)}
              {one.signature !== null &&
                `，${one.signature.proposedBy}提请、${one.signature.signedBy}签发（摘要 ${one.signature.digest.slice(0, 16)}）`}
              {one.decidedOn !== null && `，决定 ${formatDate(one.decidedOn)} ${one.decidedBy ?? ''} ${one.decisionNumber ?? ''}`}
            </span>
          </p>
          <p>
            {one.members
              .map((member) => `${member.name}${member.sharePercent === null ? '' : ` ${member.sharePercent}%`}`)
              .join('、')}
          </p>
          <p className="screen-only">
            {signs && one.state === 'applied' && (
              <Button size="small" onClick={() => setSigning(one)}>
                看签发单
              </Button>
            )}
            {decides &&
              stepsFrom(one.state).map((step) => (
                <Button key={step} size="small" type="link" onClick={() => setDoing({ one, step })}>
                  {decisionWords[step]}
                </Button>
              ))}
          </p>
          {one.state === 'applied' && !signs && <p className="quiet">已提请，待有审定权限的另一位同事签发。</p>}
        </section>
      ))}
      {doing === 'apply' && <Apply subject={subject} onDone={end} onClose={() => setDoing(null)} />}
      {doing !== null && doing !== 'apply' && <Decide {...doing} onDone={end} onClose={() => setDoing(null)} />}
      {signing !== null && <SignMerged one={signing} onDone={end} onClose={() => setSigning(null)} />}
    </Block>
  );
}

const stepsFrom = (state: One['state']): readonly Decision[] =>
  state === 'applied' ? ['refuse'] : state === 'approved' ? ['dissolve'] : [];

function Apply({ subject, onDone, onClose }: { readonly subject: Full['subject']; onDone(): void; onClose(): void }): ReactNode {
  const [name, setName] = useState(`${subject.name}合并评价`);
  const [others, setOthers] = useState<readonly { readonly subjectId: string; readonly name: string }[]>([]);
  const [application, setApplication] = useState('');
  const { busy, error, run } = useAct();
  const tell = useTell();
  const save = async (): Promise<void> => {
    const members = [subject, ...others].map(({ subjectId }) => ({ subjectId }));
    const body = {
      name: name.trim(),
      leadId: subject.subjectId,
      members,
      appliedOn: today(),
      ...(application.trim() === '' ? {} : { application: application.trim() }),
    };
    const done = await run(() => ask('applyMergedEvaluation', { body }));
    if (done === undefined) return;
    tell({ words: '已提出合并评价申请。' });
    onDone();
  };
  return (
    <Dialog
      open
      title="合并评价申请"
      onClose={onClose}
      foot={
        <Button type="primary" loading={busy} disabled={others.length === 0 || name.trim() === ''} onClick={() => void save()}>
          提出申请
        </Button>
      }
    >
      <Fields>
        <TroubleLine error={error} />
        <Field label="名称" name="mergedName" needed>
          <Input id="mergedName" maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label="牵头企业" name="lead">
          <span>{subject.name}</span>
        </Field>
        <Field
          label="加入成员"
          name="member"
          needed
          help={others.length === 0 ? '至少再选一户' : `已选：${others.map((one) => one.name).join('、')}`}
        >
          <SubjectPicker
            id="member"
            value={null}
            onChange={(subjectId, label) => {
              if (subjectId === null || subjectId === subject.subjectId || others.some((one) => one.subjectId === subjectId))
                return;
              setOthers([...others, { subjectId, name: label?.split(' · ')[0] ?? '' }]);
            }}
          />
        </Field>
        <Field label="申请理由" name="application">
          <Input.TextArea
            id="application"
            maxLength={500}
            rows={3}
            value={application}
            onChange={(event) => setApplication(event.target.value)}
          />
        </Field>
      </Fields>
    </Dialog>
  );
}

interface DecideProps {
  readonly one: One;
  readonly step: Decision;
  onDone(): void;
  onClose(): void;
}

function Decide({ one, step, onDone, onClose }: DecideProps): ReactNode {
  const [on, setOn] = useState(today());
  const [by, setBy] = useState('');
  const [decisionNumber, setDecisionNumber] = useState('');
  const [because, setBecause] = useState('');
  const { busy, error, run } = useAct();
  const tell = useTell();
  const save = async (): Promise<void> => {
    const body = {
      step,
      on,
      version: one.version,
      by: by.trim() || null,
      decisionNumber: decisionNumber.trim() || null,
      because: because.trim() || null,
    };
    const done = await run(() => ask('decideMergedEvaluation', { path: { mergedEvaluationId: one.mergedEvaluationId }, body }));
    if (done === undefined) return;
    tell({ words: `合并评价：${mergedWords[done.state]}。` });
    onDone();
  };
  return (
    <Dialog
      open
      title={`${decisionWords[step]}合并评价：${one.name}`}
      onClose={onClose}
      foot={
        <Button type="primary" loading={busy} onClick={() => void save()}>
          {decisionWords[step]}
        </Button>
      }
    >
      <Fields onSubmit={() => void save()}>
        <TroubleLine error={error} />
        <Field label="日期" name="on" needed>
          <Input id="on" type="date" value={on} onChange={(event) => setOn(event.target.value)} />
        </Field>
        <Field label="决定机构" name="by" help="如：领导小组会议">
          <Input id="by" maxLength={100} value={by} onChange={(event) => setBy(event.target.value)} />
        </Field>
        <Field label="文号、纪要号" name="decisionNumber">
          <Input
            id="decisionNumber"
            maxLength={80}
            value={decisionNumber}
            onChange={(event) => setDecisionNumber(event.target.value)}
          />
        </Field>
        <Field label="理由" name="because">
          <Input id="because" maxLength={300} value={because} onChange={(event) => setBecause(event.target.value)} />
        </Field>
      </Fields>
    </Dialog>
  );
}
