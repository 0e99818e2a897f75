/** 空间使用 — how much of what is allowed, for which purposes, and since when everything is known to be whole. @source trust R33, R36 */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { type Answer, ask } from '../../api/ask.js';
import { Loading, Trouble, TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { formatInstant, formatNumber, formatSize } from '../../furniture/values.js';
import { useAct } from '../../office/act.js';
import { Block } from '../../office/Page.js';
import { useMay } from '../../office/session.js';
import './files.css';

export type FileUsage = Answer<'readFileUsage'>;
type Office = NonNullable<FileUsage['office']>;

export const useFileUsage = () =>
  useQuery({ queryKey: ['files', 'usage'], queryFn: () => ask('readFileUsage', {}), refetchInterval: 60_000 });

export function Usage(): ReactNode {
  const usage = useFileUsage();
  if (usage.isPending) return <Loading what="空间使用" />;
  if (usage.data === undefined) return <Trouble error={usage.error} again={() => void usage.refetch()} />;
  const { own, office } = usage.data;
  return (
    <Block title="空间" actions={<CheckNow />}>
      {office !== null && <Whole office={office} />}
      <div className="usage">
        <Room title="我上传的" {...own} />
        {office !== null && <Room title="本单位合计" {...office} />}
      </div>
      {office !== null && office.byPurpose.length > 0 && (
        <div className="table-scroll usage-list">
          <table className="plain-table">
            <thead>
              <tr>
                <th>用途</th>
                <th className="number">文件（个）</th>
                <th className="number">大小</th>
                <th className="number">占本单位空间</th>
              </tr>
            </thead>
            <tbody>
              {office.byPurpose.map((use) => (
                <tr key={use.purpose}>
                  <td>{use.title}</td>
                  <td className="number">{formatNumber(use.files)}</td>
                  <td className="number">{formatSize(use.bytes)}</td>
                  <td className="number">{shareWords(use.bytes, office.quotaBytes)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Block>
  );
}

/** The alarm, or since when there is none. */
function Whole({ office }: { readonly office: Office }): ReactNode {
  if (office.files === 0) return <p className="quiet">还没有文件。</p>;
  if (office.damaged > 0)
    return (
      <p className="trouble-line" role="alert">
        <b>有 {office.damaged} 个文件的内容与收到时不一致，已停止下载。</b>
        请系统管理员从备份恢复，或请上传人重新上传同一个文件；恢复后再核对一次即解除。
      </p>
    );
  return (
    <p className="good-line">
      ✓ {formatNumber(office.files)} 个文件全部完好
      {office.checkedSince !== null && `：最早的一次核对在 ${formatInstant(office.checkedSince)}`}。每晚自动逐个核对。
    </p>
  );
}

function Room({
  title,
  usedBytes,
  quotaBytes,
}: {
  readonly title: string;
  readonly usedBytes: number;
  readonly quotaBytes: number;
}): ReactNode {
  const share = Math.min(1, usedBytes / quotaBytes);
  return (
    <div>
      <p>
        {title} <b>{formatSize(usedBytes)}</b>{' '}
        <span className="quiet">
          / {formatSize(quotaBytes)}，还剩 {formatSize(Math.max(0, quotaBytes - usedBytes))}
        </span>
      </p>
      <progress
        className={`usage-bar${share > 0.9 ? ' usage-full' : ''}`}
        max={quotaBytes}
        value={Math.min(usedBytes, quotaBytes)}
        aria-label={title}
      />
      <p className="quiet">
        {usedBytes === 0 ? '还没有使用' : `已用 ${shareWords(usedBytes, quotaBytes)}`}
        {share > 0.9 && '，将满：请删除不再需要的文件，或请系统管理员在“单位设置”中增加'}
      </p>
    </div>
  );
}

function shareWords(part: number, whole: number): string {
  const share = (part / whole) * 100;
  return share > 0 && share < 0.1 ? '不足 0.1%' : `${share.toFixed(1)}%`;
}

function CheckNow(): ReactNode {
  const oversees = useMay('files.oversee');
  const { busy, error, run } = useAct();
  const tell = useTell();
  const queries = useQueryClient();
  if (!oversees) return null;
  const start = async (): Promise<void> => {
    const done = await run(() => ask('checkFilesNow', {}));
    if (done === undefined) return;
    await queries.invalidateQueries({ queryKey: ['jobs'] });
    tell({ words: '已发起核对，进度见“任务进度”。' });
  };
  return (
    <>
      <TroubleLine error={error} />
      <Button loading={busy} onClick={() => void start()}>
        立即核对
      </Button>
      <Link to="/jobs">任务进度</Link>
    </>
  );
}
