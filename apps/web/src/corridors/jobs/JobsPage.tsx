/** 任务进度 — what works in the background: real counts, cancel, what came of it; left and found again, after a restart too. */

import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Checkbox, Segmented } from 'antd';
import { type ReactNode, useState } from 'react';
import { ask, firstPage } from '../../api/ask.js';
import { More } from '../../furniture/More.js';
import { Empty, Loading, Trouble, TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { formatInstant } from '../../furniture/values.js';
import { useAct } from '../../office/act.js';
import { Block, Page } from '../../office/Page.js';
import { useMay, useWho } from '../../office/session.js';
import './jobs.css';
import { beginAgain, type JobResult, resultOf } from './results.js';
import { countWords, isOpen, type Job, jobStateWords, shareOf } from './words.zh.js';

type Wanted = Job['state'] | 'all';
const shown: readonly Wanted[] = ['all', 'running', 'queued', 'done', 'failed', 'cancelled'];
const often = 1_500;
const seldom = 20_000;

export function JobsPage(): ReactNode {
  const who = useWho();
  const [state, setState] = useState<Wanted>('all');
  const [mine, setMine] = useState(false);
  const seesAll = who.reach.kind === 'office';
  const list = useInfiniteQuery({
    queryKey: ['jobs', 'list', state, mine],
    queryFn: ({ pageParam }) =>
      ask('listJobs', {
        query: {
          limit: 50,
          mine: mine ? 'true' : 'false',
          ...(state === 'all' ? {} : { state }),
          ...(pageParam === null ? {} : { after: pageParam }),
        },
      }),
    initialPageParam: firstPage(),
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: kept }) => (kept.data?.pages.some((page) => page.items.some(isOpen)) ? often : seldom),
  });
  const jobs = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title="任务进度" help="jobs" note="任务在服务器上办理，离开本页、关掉浏览器、服务重启都不影响；完成后结果留在这里。">
      <div className="desk-filter">
        <Segmented<Wanted>
          size="small"
          value={state}
          onChange={setState}
          options={shown.map((value) => ({ value, label: value === 'all' ? '全部' : jobStateWords[value] }))}
        />
        {seesAll && (
          <Checkbox checked={mine} onChange={(event) => setMine(event.target.checked)}>
            只看我发起的
          </Checkbox>
        )}
      </div>
      {list.isPending ? (
        <Loading what="任务" />
      ) : list.data === undefined ? (
        <Trouble error={list.error} again={() => void list.refetch()} />
      ) : jobs.length === 0 ? (
        <Empty title={state === 'all' ? '没有任务' : `没有“${jobStateWords[state]}”的任务`}>
          导入、核对全部文件、电子签章等需要时间的事项，发起后在这里看进度和结果。
        </Empty>
      ) : (
        <Block title={`任务（${jobs.length}${list.hasNextPage ? '，后面还有' : ''}）`}>
          <ul className="job-list">
            {jobs.map((job) => (
              <One key={job.jobId} job={job} />
            ))}
          </ul>
          <More list={list} />
        </Block>
      )}
    </Page>
  );
}

function One({ job }: { readonly job: Job }): ReactNode {
  const share = shareOf(job);
  return (
    <li>
      <span className={`job-state job-state-${job.state}`}>{jobStateWords[job.state]}</span>
      <div>
        <p>
          <b>{job.title}</b>{' '}
          <span className="quiet">
            {job.startedByName} {formatInstant(job.createdAt)} 发起
            {job.finishedAt !== null && `，用时 ${spanWords(job)}`}
          </span>
        </p>
        {job.state === 'running' && (
          <p className="job-words" role="status">
            <progress
              className="job-bar"
              max={1}
              {...(share === null ? {} : { value: share })}
              aria-label={`${job.title}的进度`}
            />
            <br />
            {countWords(job)}
            {share !== null && `，${Math.floor(share * 100)}%`} ·{' '}
            {job.cancelRequested ? '正在取消，办完手头一步即停' : job.message}
          </p>
        )}
        {job.state === 'queued' && (
          <p className="quiet">{job.done > 0 ? `已办 ${countWords(job)}，等待接着办理` : '等待办理：前面的任务完成后自动开始'}</p>
        )}
        {!isOpen(job) && <Outcome job={job} />}
      </div>
      <div className="row-actions">{isOpen(job) && <Cancel job={job} />}</div>
    </li>
  );
}

function Outcome({ job }: { readonly job: Job }): ReactNode {
  const result = resultOf(job);
  if (job.state === 'done')
    return (
      <p className="job-words">
        {result?.words ?? `办理 ${countWords(job)}。`} {result?.link != null && <Onward link={result.link} />}
      </p>
    );
  const begin = beginAgain(job);
  return (
    <p className={`job-words${job.state === 'failed' ? ' status-late' : ' quiet'}`}>
      {job.message}
      {job.done > 0 && ` 停在 ${countWords(job)}。`} {begin !== null && <Link to={begin}>到原处重新发起</Link>}
    </p>
  );
}

function Onward({ link }: { readonly link: NonNullable<JobResult['link']> }): ReactNode {
  if ('to' in link) return <Link to={link.to}>看附件与空间</Link>;
  if ('importId' in link)
    return (
      <Link to="/registry/import/$importId" params={{ importId: link.importId }}>
        看这次导入
      </Link>
    );
  return (
    <Link to="/documents/$documentId" params={{ documentId: link.documentId }}>
      看盖章的文件
    </Link>
  );
}

function Cancel({ job }: { readonly job: Job }): ReactNode {
  const who = useWho();
  const manages = useMay('year.manage');
  const { busy, error, run } = useAct();
  const tell = useTell();
  const queries = useQueryClient();
  if (job.startedByName !== who.name && !manages) return null;
  const cancel = async (): Promise<void> => {
    const done = await run(() => ask('cancelJob', { path: { jobId: job.jobId } }));
    await queries.invalidateQueries({ queryKey: ['jobs'] });
    if (done !== undefined) tell({ words: `已请求取消“${job.title}”。` });
  };
  return (
    <>
      <TroubleLine error={error} />
      <Button size="small" loading={busy} disabled={job.cancelRequested} onClick={() => void cancel()}>
        {job.cancelRequested ? '正在取消' : '取消任务'}
      </Button>
    </>
  );
}

/** 3 秒, 2 分 10 秒, 1 时 5 分. */
function spanWords({ startedAt, createdAt, finishedAt }: Job): string {
  const seconds = Math.max(0, Math.round((Date.parse(finishedAt ?? '') - Date.parse(startedAt ?? createdAt)) / 1000));
  if (seconds < 60) return `${seconds} 秒`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} 分 ${seconds % 60} 秒` : `${Math.floor(minutes / 60)} 时 ${minutes % 60} 分`;
}
