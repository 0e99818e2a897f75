/** 待办 — what is mine, by deadline, each one click from done; then what others changed since my last visit. One question, one answer. */

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { type Answer, ask } from '../../api/ask.js';
import { nowAtServer } from '../../api/clock.js';
import { Loading, Trouble } from '../../furniture/states.js';
import { formatDate, formatInstant } from '../../furniture/values.js';
import { Block, Page } from '../../office/Page.js';
import { useWho } from '../../office/session.js';
import { useYear } from '../../office/year.js';
import './Todo.css';
import { factorMissing, kindWords, type Line, whenOf } from './matters.js';

type Todos = Answer<'readTodo'>;

export function Todo(): ReactNode {
  const who = useWho();
  const todo = useQuery({
    queryKey: ['todo'],
    queryFn: ({ signal }) => ask('readTodo', { signal }),
    staleTime: 15_000,
    refetchOnMount: 'always',
  });
  const { visitDue } = todo.data ?? {};
  useEffect(() => {
    // The news stay on the screen: the next visit has others.
    if (visitDue === true) void ask('noteVisit', {}).catch(() => undefined);
  }, [visitDue]);
  const items: readonly Line[] = [...factorMissing(who), ...(todo.data?.items ?? [])];
  const more = todo.data?.more ?? [];
  const count = items.length + more.reduce((sum, one) => sum + one.count, 0);
  return (
    <Page
      title={`${greeting()}，${who.name}`}
      help="todo"
      note={`${who.roles.map((role) => role.title).join('、')} · ${who.reach.words}`}
    >
      <Block title={todo.data === undefined ? '待办' : `待办 ${count} 项`}>
        {todo.isPending ? (
          <Loading what="待办" />
        ) : todo.data === undefined ? (
          <Trouble error={todo.error} again={() => void todo.refetch()} />
        ) : items.length === 0 ? (
          <p className="todo-none">✓ 没有等您处理的事项。新的事项会出现在这里。</p>
        ) : (
          <Matters items={items} more={more} />
        )}
      </Block>
      {todo.data !== undefined && <Changes since={todo.data.since} changes={todo.data.changes} />}
      <Stages />
    </Page>
  );
}

function Matters({ items, more }: { readonly items: readonly Line[]; readonly more: Todos['more'] }): ReactNode {
  return (
    <>
      <ol className="todo">
        {items.map((matter) => (
          <li key={matter.key} className={matter.daysLate > 0 ? 'todo-late' : ''}>
            <span className={`todo-when${matter.lastDay === null && matter.daysLate === 0 ? ' todo-open' : ''}`}>
              {whenOf(matter, formatDate)}
            </span>
            <span>
              <b>{matter.title}</b> <span className="quiet">{matter.note}</span>
            </span>
            <Link to={matter.link}>{matter.verb}</Link>
          </li>
        ))}
      </ol>
      {more.map(({ kind, count, link }) => (
        <p key={`${kind} ${link}`} className="quiet">
          另有{kindWords[kind]} {count} 项没有列出，<Link to={link}>全部查看</Link>
        </p>
      ))}
    </>
  );
}

/** 上次来过之后 — by others; one line for what is of one kind. */
function Changes({ since, changes }: Pick<Todos, 'since' | 'changes'>): ReactNode {
  if (since === null) return null;
  return (
    <Block title={`上次来过之后（${formatInstant(since)}起）`}>
      {changes.length === 0 ? (
        <p className="quiet">其他人没有改动。</p>
      ) : (
        <ol className="todo">
          {changes.map((change) => (
            <li key={change.title}>
              <span className="todo-when">{formatInstant(change.at)}</span>
              <span>
                <b>
                  {change.title}
                  {change.count > 1 && ` ${change.count} 次`}
                </b>{' '}
                <span className="quiet">
                  {change.names.join('、')} · {change.count > 1 && '最近：'}
                  {change.summary}
                </span>
              </span>
              {change.link === null ? <span /> : <Link to={change.link}>查看</Link>}
            </li>
          ))}
        </ol>
      )}
    </Block>
  );
}

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
  const hour = (nowAtServer().getUTCHours() + 8) % 24;
  if (hour < 5 || hour >= 19) return '晚上好';
  return hour < 12 ? '上午好' : '下午好';
}
