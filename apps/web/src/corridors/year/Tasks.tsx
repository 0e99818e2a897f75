/** 任务表 — clauses turned into work: one lead, its supporters, a deadline; filtered, reported, ended. @source ALL-6 */

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button, Checkbox, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { ask, firstPage, type Item } from '../../api/ask.js';
import { choicesOf } from '../../furniture/choices.js';
import { More } from '../../furniture/More.js';
import { Trouble } from '../../furniture/states.js';
import { formatDate } from '../../furniture/values.js';
import { Block } from '../../office/Page.js';
import { useMay, useWho } from '../../office/session.js';
import { CitedWarnings } from '../documents/Cited.js';
import { useOrganisationChoices } from './organisationChoices.js';
import { TaskForm } from './TaskForm.js';
import { TaskStep } from './TaskStep.js';
import { taskStateWords } from './words.zh.js';

export type Task = Item<'readTasks'>;
type Doing = { readonly what: 'make' } | { readonly what: 'edit' | 'report' | 'end'; readonly task: Task };

interface Filter {
  readonly state: Task['state'] | null;
  readonly organisationId: string | null;
  readonly late: boolean;
  readonly everyYear: boolean;
}
const noFilter: Filter = { state: null, organisationId: null, late: false, everyYear: false };

export function Tasks({ cycleId, manages }: { readonly cycleId: string | null; readonly manages: boolean }): ReactNode {
  const [filter, setFilter] = useState(noFilter);
  const [doing, setDoing] = useState<Doing | null>(null);
  const { state, organisationId, late, everyYear } = filter;
  const query = {
    ...(cycleId === null || everyYear ? {} : { cycleId }),
    ...(state === null ? {} : { state }),
    ...(organisationId === null ? {} : { organisationId }),
    ...(late ? { late: 'true' as const } : {}),
    limit: 100,
  };
  const tasks = useInfiniteQuery({
    queryKey: ['year', 'tasks', query],
    queryFn: ({ pageParam }) => ask('readTasks', { query: { ...query, ...(pageParam === null ? {} : { after: pageParam }) } }),
    initialPageParam: firstPage(),
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
  const items = tasks.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = state !== null || organisationId !== null || late;
  return (
    <Block
      title="任务表"
      actions={
        manages && (
          <Button size="small" onClick={() => setDoing({ what: 'make' })}>
            新建任务
          </Button>
        )
      }
    >
      <Filters filter={filter} years={cycleId !== null} onChange={setFilter} />
      {tasks.isPending ? (
        <p className="quiet">正在取任务…</p>
      ) : tasks.data === undefined ? (
        <Trouble error={tasks.error} again={() => void tasks.refetch()} />
      ) : items.length === 0 ? (
        <p className="quiet">
          {filtered
            ? '没有符合条件的任务，放宽一个条件再看。'
            : `没有任务。办法中的每一条要求都可以分解成任务，写明牵头、配合单位和期限。${manages ? '第一步：按“新建任务”，从文件条款选取。' : ''}`}
        </p>
      ) : (
        <Table tasks={items} manages={manages} onDo={setDoing} />
      )}
      <More list={tasks} words="再取 100 项" />
      {doing?.what === 'make' && <TaskForm task={null} cycleId={cycleId} onClose={() => setDoing(null)} />}
      {doing?.what === 'edit' && <TaskForm task={doing.task} cycleId={cycleId} onClose={() => setDoing(null)} />}
      {(doing?.what === 'report' || doing?.what === 'end') && (
        <TaskStep task={doing.task} step={doing.what} onClose={() => setDoing(null)} />
      )}
    </Block>
  );
}

interface FiltersProps {
  readonly filter: Filter;
  /** There is a cycle to narrow the list to. */
  readonly years: boolean;
  onChange(filter: Filter): void;
}

function Filters({ filter, years, onChange }: FiltersProps): ReactNode {
  const choices = useOrganisationChoices();
  const who = useWho();
  const own = who.organisation?.organisationId;
  const set = (more: Partial<Filter>): void => onChange({ ...filter, ...more });
  return (
    <div className="task-filter screen-only">
      <Select
        aria-label="状态"
        allowClear
        placeholder="全部状态"
        value={filter.state}
        options={choicesOf(taskStateWords)}
        onChange={(state) => set({ state: state ?? null })}
      />
      <Select
        aria-label="牵头或配合单位"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="牵头或配合单位"
        className="task-filter-unit"
        value={filter.organisationId}
        options={choices.options}
        onChange={(organisationId) => set({ organisationId: organisationId ?? null })}
      />
      {own !== undefined && (
        <Checkbox
          checked={filter.organisationId === own}
          onChange={(event) => set({ organisationId: event.target.checked ? own : null })}
        >
          只看本单位
        </Checkbox>
      )}
      <Checkbox checked={filter.late} onChange={(event) => set({ late: event.target.checked })}>
        只看逾期
      </Checkbox>
      {years && (
        <Checkbox checked={filter.everyYear} onChange={(event) => set({ everyYear: event.target.checked })}>
          含其他年度和不限年度的
        </Checkbox>
      )}
    </div>
  );
}

interface TableProps {
  readonly tasks: readonly Task[];
  readonly manages: boolean;
  onDo(doing: Doing): void;
}

function Table({ tasks, manages, onDo }: TableProps): ReactNode {
  const who = useWho();
  const reports = useMay('year.report');
  const own = who.organisation?.organisationId;
  const involved = (task: Task): boolean =>
    manages || (own !== undefined && [task.lead, ...task.supporters].some((one) => one.organisationId === own));
  return (
    <div className="table-scroll">
      <table className="plain-table">
        <thead>
          <tr>
            {['任务', '依据', '牵头', '配合', '截止', '状态', '进展'].map((title) => (
              <th key={title}>{title}</th>
            ))}
            <th className="screen-only" aria-label="办理" />
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => {
            const ended = task.state === 'done' || task.state === 'cancelled';
            return (
              <tr key={task.taskId} className={ended ? 'row-ended' : ''}>
                <td>{task.title}</td>
                <td>
                  {task.clause === '' ? '—' : task.clause}
                  <CitedWarnings items={task.cited} />
                </td>
                <td>{task.lead.organisation}</td>
                <td>{task.supporters.map((one) => one.organisation).join('、') || '—'}</td>
                <td className={task.workingDaysLate > 0 ? 'duty-late' : ''}>
                  {formatDate(task.lastDay)}
                  <br />
                  <small>{leftWords(task)}</small>
                </td>
                <td>{taskStateWords[task.state]}</td>
                <td>{task.progress === '' ? '—' : task.progress}</td>
                <td className="row-actions screen-only">
                  {reports && involved(task) && !ended && (
                    <Button size="small" type="link" onClick={() => onDo({ what: 'report', task })}>
                      报告进度
                    </Button>
                  )}
                  {manages && !ended && (
                    <Button size="small" type="link" onClick={() => onDo({ what: 'edit', task })}>
                      修改
                    </Button>
                  )}
                  {manages && (
                    <Button size="small" type="link" onClick={() => onDo({ what: 'end', task })}>
                      {ended ? '重新打开' : '办结'}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function leftWords({ state, workingDaysLate, workingDaysLeft }: Task): string {
  if (state === 'done' || state === 'cancelled') return '';
  return workingDaysLate > 0 ? `逾期 ${workingDaysLate} 个工作日` : `还有 ${workingDaysLeft} 个工作日`;
}
