/** 电子签章 — asking the licensed system for a seal, and verifying what was sealed: the kept file, or a copy that somebody brings. @source trust R46 */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Answer, ask, askWithFile } from '../../api/ask.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { Loading, Trouble, TroubleLine } from '../../furniture/states.js';
import { Upload } from '../../furniture/Upload.js';
import { formatInstant } from '../../furniture/values.js';
import { useAct } from '../../office/act.js';

type Whole = Answer<'readDocument'>;

interface AskProps {
  readonly document: Whole;
  readonly file: Whole['files'][number];
  onClose(): void;
}

export function AskSeal({ document, file, onClose }: AskProps): ReactNode {
  const { seals } = document.sealing;
  const [sealNumber, setSealNumber] = useState(seals[0]?.number ?? '');
  const [jobId, setJobId] = useState<string | null>(null);
  const { busy, error, run } = useAct();
  const queries = useQueryClient();
  const send = async (): Promise<void> => {
    const path = { documentId: document.documentId };
    const started = await run(() => ask('requestSeal', { path, body: { fileId: file.fileId, sealNumber } }));
    if (started === undefined) return;
    setJobId(started.jobId);
    await queries.invalidateQueries({ queryKey: ['jobs'] });
  };
  if (jobId !== null) return <Sealing jobId={jobId} onClose={onClose} />;
  return (
    <Dialog
      open
      title="申请电子签章"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={busy} disabled={sealNumber === ''} onClick={() => void send()}>
            申请盖章
          </Button>
        </>
      }
    >
      <Fields onSubmit={() => void send()}>
        <TroubleLine error={error} />
        <p>将把“{file.name}”交给本单位接入的签章系统盖章。盖章前请核对内容：盖章后改动一个字节，验证就不再通过。</p>
        <p className="quiet hash">SHA-256 {file.sha256}</p>
        <Field label="印章" name="sealNumber" needed>
          <Select
            id="sealNumber"
            value={sealNumber}
            options={seals.map(({ number, name }) => ({ value: number, label: name }))}
            onChange={setSealNumber}
          />
        </Field>
      </Fields>
    </Dialog>
  );
}

const everySecond = 1_000;

function Sealing({ jobId, onClose }: { readonly jobId: string; onClose(): void }): ReactNode {
  const queries = useQueryClient();
  const job = useQuery({
    queryKey: ['jobs', 'one', jobId],
    queryFn: () => ask('getJob', { path: { jobId } }),
    refetchInterval: ({ state }) => (state.data?.finishedAt == null ? everySecond : false),
  });
  const state = job.data?.state;
  const end = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: ['documents'] });
    onClose();
  };
  return (
    <Dialog
      open
      title="申请电子签章"
      onClose={() => void end()}
      foot={<Button onClick={() => void end()}>{job.data?.finishedAt == null ? '在后台办理' : '知道了'}</Button>}
    >
      {job.data === undefined ? (
        job.isPending ? (
          <Loading what="进度" />
        ) : (
          <Trouble error={job.error} />
        )
      ) : (
        <p role="status" className={state === 'done' ? 'good-line' : state === 'failed' ? 'trouble-line' : ''}>
          {state === 'done' ? '✓ 已盖章，盖章件已通过验证并留存。' : job.data.message}
          {job.data.finishedAt === null && (
            <>
              {' '}
              <Link to="/jobs">到任务进度查看</Link>
            </>
          )}
        </p>
      )}
    </Dialog>
  );
}

interface VerifyProps {
  readonly documentId: string;
  readonly seal: Whole['seals'][number];
  onClose(): void;
}

export function VerifySeal({ documentId, seal, onClose }: VerifyProps): ReactNode {
  const path = { documentId, sealId: seal.sealId };
  const [progress, setProgress] = useState<number | null>(null);
  const [copy, setCopy] = useState<Answer<'verifyCopy'> | null>(null);
  const { error, run } = useAct();
  const kept = useQuery({
    queryKey: ['documents', 'seal', seal.sealId],
    queryFn: () => ask('verifySeal', { path }),
    staleTime: 0,
  });
  const look = async (file: File): Promise<void> => {
    setProgress(0);
    const answer = await run(() => askWithFile('verifyCopy', { path, file, onProgress: setProgress }));
    setProgress(null);
    setCopy(answer ?? null);
  };
  return (
    <Dialog open title="验证签章" onClose={onClose} foot={<Button onClick={onClose}>关闭</Button>}>
      {kept.data === undefined ? (
        kept.isPending ? (
          <Loading what="验证结果" />
        ) : (
          <Trouble error={kept.error} />
        )
      ) : (
        <p role="status" className={kept.data.holds ? 'good-line' : 'trouble-line'}>
          {kept.data.holds ? '✓ ' : '✕ '}留存件：{kept.data.words}
        </p>
      )}
      <dl className="document-facts block-gap">
        <Line title="印章">{seal.sealName}</Line>
        <Line title="盖章时间">{formatInstant(seal.sealedAt)}</Line>
        <Line title="经办">{seal.sealedByName}</Line>
        <Line title="算法">{seal.algorithm}</Line>
        <Line title="公钥指纹">
          <span className="hash">{seal.keyFingerprint}</span>
        </Line>
      </dl>
      <h3 className="block-gap">验证别处拿来的一份</h3>
      <TroubleLine error={error} />
      {copy !== null && (
        <p role="status" className={copy.holds ? 'good-line' : 'trouble-line'}>
          {copy.holds ? '✓ ' : '✕ '}来件：{copy.words}
        </p>
      )}
      <Upload
        accept=".pdf,.ofd"
        help="选择拿到的文件：逐字节核对签名，不留存"
        progress={progress}
        onFile={(file) => void look(file)}
      />
    </Dialog>
  );
}

function Line({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}
