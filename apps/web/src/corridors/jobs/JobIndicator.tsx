/** 顶栏的任务 — shown while a job of mine waits or runs, and gone when it is over; the page has the rest. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { ask } from '../../api/ask.js';
import { useTell } from '../../furniture/Toast.js';
import { useMay } from '../../office/session.js';
import './jobs.css';
import { isOpen, type Job, jobStateWords, shareOf } from './words.zh.js';

const whileRunning = 2_000;
const whileQuiet = 30_000;

export function JobIndicator(): ReactNode {
  const reads = useMay('jobs.read');
  const tell = useTell();
  const before = useRef<ReadonlySet<string>>(new Set());
  const jobs = useQuery({
    queryKey: ['jobs', 'mine'],
    queryFn: () => ask('listJobs', { query: { mine: 'true', limit: 20 } }),
    enabled: reads,
    refetchInterval: ({ state }) => ((state.data?.items ?? []).some(isOpen) ? whileRunning : whileQuiet),
  });
  const items = jobs.data?.items;
  useEffect(() => {
    if (items === undefined) return;
    for (const job of items)
      if (!isOpen(job) && before.current.has(job.jobId))
        tell({ words: `“${job.title}”${jobStateWords[job.state]}，见“任务进度”。` });
    before.current = new Set(items.filter(isOpen).map((job) => job.jobId));
  }, [items, tell]);
  const open = (items ?? []).filter(isOpen);
  const first = open[0];
  if (first === undefined) return null;
  return (
    <Link to="/jobs" className="job-indicator" aria-label={`${open.length} 项任务正在办理`}>
      <i aria-hidden="true" />
      <span>{open.length > 1 ? `${open.length} 项任务` : first.title}</span>
      {open.length === 1 && percentOf(first)}
    </Link>
  );
}

function percentOf(job: Job): string {
  const share = shareOf(job);
  return job.state === 'queued' || share === null ? '' : `${Math.floor(share * 100)}%`;
}
