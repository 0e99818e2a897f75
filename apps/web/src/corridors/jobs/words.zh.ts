/** 任务进度的词 — states, and what a finished job of each kind leads to. */
import type { Item } from '../../api/ask.js';

export type Job = Item<'listJobs'>;

export const jobStateWords: Readonly<Record<Job['state'], string>> = {
  queued: '等待',
  running: '进行中',
  done: '已完成',
  failed: '没有办成',
  cancelled: '已取消',
};

export const isOpen = ({ state }: Pick<Job, 'state'>): boolean => state === 'queued' || state === 'running';

/** 45 / 1,200 户; without a total only what is done. */
export function countWords({ done, total, unit }: Pick<Job, 'done' | 'total' | 'unit'>): string {
  const said = done.toLocaleString('en-US');
  return total === null ? `${said} ${unit}` : `${said} / ${total.toLocaleString('en-US')} ${unit}`;
}

/** 0–1; null while the total is not known. */
export const shareOf = ({ done, total }: Pick<Job, 'done' | 'total'>): number | null =>
  total === null || total === 0 ? null : Math.min(1, done / total);
