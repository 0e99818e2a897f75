/** 阶段条 — the cycle's stages with their dates: done, current filled, late in red with the number of working days. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { ask } from '../api/ask.js';
import './StageStrip.css';
import { useYear } from './year.js';

export function StageStrip(): ReactNode {
  const { cycle } = useYear();
  const cycleId = cycle?.cycleId ?? '';
  const page = useQuery({
    queryKey: ['year', 'cycle', cycleId],
    queryFn: () => ask('readCycle', { path: { cycleId } }),
    enabled: cycleId !== '',
    staleTime: 60_000,
  });
  const stages = page.data?.stages ?? [];
  const strip = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const current = page.data === undefined ? null : strip.current?.querySelector('[aria-current]');
    if (strip.current !== null && current instanceof HTMLElement) strip.current.scrollLeft = Math.max(0, current.offsetLeft - 60);
  }, [page.data]);
  if (stages.length === 0) return null;
  return (
    <ol ref={strip} className="stage-strip screen-only" aria-label={`${page.data?.name ?? ''}各阶段`}>
      {stages.map((stage) => (
        <li
          key={stage.stageId}
          className={`stage stage-${stage.state}`}
          aria-current={stage.state === 'current' ? 'step' : undefined}
        >
          <b>{stage.name}</b>
          <small>
            {short(stage.firstDay)}–{short(stage.lastDay)}
            {stage.state === 'late' && ` 逾期 ${stage.workingDaysLate} 个工作日`}
            {stage.state === 'current' && ` 还有 ${stage.workingDaysLeft} 个工作日`}
            {stage.state === 'done' && ' 已完成'}
          </small>
        </li>
      ))}
    </ol>
  );
}

/** 2025-05-20 → 5月20日 */
const short = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
