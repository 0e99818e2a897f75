/** 待办 — what is mine, by deadline, each one click from done. Charts come later; work comes first. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ask } from '../../api/ask.js';
import { Loading, TroubleLine } from '../../furniture/states.js';
import { formatDate } from '../../furniture/values.js';
import { Block, Page } from '../../office/Page.js';
import { useMay, useWho } from '../../office/session.js';
import { useYear } from '../../office/year.js';
import { checkWords } from '../../rooms/registry/words.zh.js';
import './Todo.css';
import { factorMissing, lateMatters, type Matter, sortMatters } from './matters.js';

export function Todo(): ReactNode {
  const who = useWho();
  const matters = useMatters();
  return (
    <Page
      title={`${greeting()}，${who.name}`}
      help="todo"
      note={`${who.roles.map((role) => role.title).join('、')} · ${who.reach.words}`}
    >
      {matters.errors.map((error) => (
        <TroubleLine key={String(error)} error={error} />
      ))}
      <Block title={matters.waiting ? '待办' : `待办 ${matters.list.length} 项`}>
        {matters.waiting ? (
          <Loading what="待办" />
        ) : matters.list.length === 0 ? (
          <p className="todo-none">✓ 没有等您处理的事项。新的事项会出现在这里。</p>
        ) : (
          <ol className="todo">
            {matters.list.map((matter) => (
              <li key={matter.key} className={matter.daysLate > 0 ? 'todo-late' : ''}>
                <span className={`todo-when${matter.lastDay === null && matter.daysLate === 0 ? ' todo-open' : ''}`}>
                  {matter.daysLate > 0
                    ? `逾期 ${matter.daysLate} 个工作日`
                    : matter.lastDay === null
                      ? '无期限'
                      : `${formatDate(matter.lastDay)}前`}
                </span>
                <span>
                  <b>{matter.title}</b> <span className="quiet">{matter.note}</span>
                </span>
                <Link to={matter.to}>{matter.verb}</Link>
              </li>
            ))}
          </ol>
        )}
      </Block>
      <Stages />
    </Page>
  );
}

function useMatters(): { readonly list: readonly Matter[]; readonly waiting: boolean; readonly errors: readonly unknown[] } {
  const who = useWho();
  const reads = useMay('registry.read');
  const edits = useMay('registry.edit');
  const merges = useMay('registry.merge');
  const yearReads = useMay('year.read');
  const { dataYear } = useYear();
  const checks = useQuery({
    queryKey: ['registry', 'checks', null, dataYear],
    queryFn: () => ask('listChecks', { query: { year: dataYear, limit: 1000 } }),
    enabled: reads && edits,
  });
  const claims = useQuery({
    queryKey: ['registry', 'claims'],
    queryFn: () => ask('listClaims', { query: { limit: 200 } }),
    enabled: reads && edits,
  });
  const duplicates = useQuery({
    queryKey: ['registry', 'duplicates'],
    queryFn: () => ask('listDuplicates', { query: { limit: 100 } }),
    enabled: reads && merges,
  });
  const late = useQuery({ queryKey: ['year', 'late'], queryFn: () => ask('readLate', {}), enabled: yearReads });
  const all = [checks, claims, duplicates, late];
  const checked = Object.entries(checks.data?.counts ?? {}).filter(([, count]) => (count ?? 0) > 0);
  const list: Matter[] = [
    ...factorMissing(who),
    ...lateMatters(late.data?.items ?? []),
    ...(claims.data?.items ?? []).slice(0, 20).map((claim) => ({
      key: claim.claimId,
      title: `${claim.subjectName}：属地待认领`,
      note: `${claim.fromRegionName ?? '（未定）'} → ${claim.toRegionName}`,
      lastDay: null,
      daysLate: 0,
      verb: '去认领',
      to: '/registry/claims' as const,
    })),
    ...(checked.length === 0
      ? []
      : [
          {
            key: 'checks',
            title: `用地核对 ${checked.reduce((sum, [, count]) => sum + (count ?? 0), 0)} 条`,
            note: checked.map(([kind, count]) => `${wordOf(kind)} ${count}`).join('，'),
            lastDay: null,
            daysLate: 0,
            verb: '逐条处理',
            to: '/registry/checks' as const,
          },
        ]),
    ...((duplicates.data?.items.length ?? 0) === 0
      ? []
      : [
          {
            key: 'duplicates',
            title: `疑似重复登记 ${duplicates.data?.items.length} 组`,
            note: '',
            lastDay: null,
            daysLate: 0,
            verb: '比较',
            to: '/registry/duplicates' as const,
          },
        ]),
  ];
  return {
    list: sortMatters(list),
    waiting: all.some((one) => one.isLoading),
    errors: all.flatMap((one) => (one.error === null ? [] : [one.error])),
  };
}

const wordOf = (kind: string): string => Object.entries(checkWords).find(([key]) => key === kind)?.[1] ?? kind;

function Stages(): ReactNode {
  const { cycle } = useYear();
  const cycleId = cycle?.cycleId ?? '';
  const page = useQuery({
    queryKey: ['year', 'cycle', cycleId],
    queryFn: () => ask('readCycle', { path: { cycleId } }),
    enabled: cycleId !== '',
  });
  const coming = (page.data?.stages ?? []).filter((stage) => stage.state === 'current' || stage.state === 'coming').slice(0, 4);
  if (coming.length === 0) return null;
  return (
    <Block title="接下来的阶段" actions={<Link to="/year">年度安排</Link>}>
      <ol className="todo">
        {coming.map((stage) => (
          <li key={stage.stageId}>
            <span className="todo-when">{formatDate(stage.lastDay)}止</span>
            <span>
              <b>{stage.name}</b>{' '}
              <span className="quiet">
                {stage.state === 'current'
                  ? `进行中，还有 ${stage.workingDaysLeft} 个工作日`
                  : `${formatDate(stage.firstDay)}开始`}
              </span>
            </span>
            <span />
          </li>
        ))}
      </ol>
    </Block>
  );
}

function greeting(): string {
  const hour = (new Date().getUTCHours() + 8) % 24;
  if (hour < 5 || hour >= 19) return '晚上好';
  return hour < 12 ? '上午好' : '下午好';
}
