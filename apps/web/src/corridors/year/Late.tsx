/** 逾期 — who is late with what, in working days: by unit, the longest first. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ask, type Item } from '../../api/ask.js';
import { Trouble } from '../../furniture/states.js';
import { formatDate } from '../../furniture/values.js';
import { Block } from '../../office/Page.js';
import type { Cycle } from '../../office/year.js';
import { lateKindWords } from './words.zh.js';

type Late = Item<'readLate'>;

export function LateRoster({ cycle }: { readonly cycle: Cycle }): ReactNode {
  const late = useQuery({ queryKey: ['year', 'late'], queryFn: () => ask('readLate', {}) });
  if (late.isPending) return null;
  if (late.data === undefined)
    return (
      <Block title="逾期">
        <Trouble error={late.error} again={() => void late.refetch()} />
      </Block>
    );
  const units = byUnit(late.data.items);
  return (
    <Block title={units.length === 0 ? '逾期' : `逾期 ${late.data.items.length} 项，涉及 ${units.length} 家单位`}>
      {units.length === 0 ? (
        <p className="quiet">
          {cycle.state === 'planned'
            ? '本年度还在筹备，阶段的逾期不列入名单；按“修改年度评价”把状态改为“进行中”后开始列。'
            : '✓ 进行中的年度没有逾期的阶段、分工和任务。'}
        </p>
      ) : (
        <div className="table-scroll">
          <table className="plain-table">
            <thead>
              <tr>
                <th>单位</th>
                <th className="number">
                  逾期<small className="quiet">（工作日）</small>
                </th>
                {['事项', '类别', '截止'].map((title) => (
                  <th key={title}>{title}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {units.flatMap(([unit, items]) =>
                items.map((item, place) => (
                  <tr key={`${item.kind} ${item.id} ${item.organisationId}`}>
                    {place === 0 && <td rowSpan={items.length}>{unit}</td>}
                    <td className="number duty-late">{item.workingDaysLate}</td>
                    <td className="late-title">{item.title}</td>
                    <td>{lateKindWords[item.kind]}</td>
                    <td className="day">{formatDate(item.lastDay)}</td>
                  </tr>
                )),
              )}
            </tbody>
          </table>
        </div>
      )}
    </Block>
  );
}

function byUnit(items: readonly Late[]): [unit: string, items: Late[]][] {
  const units = new Map<string, Late[]>();
  for (const item of items) {
    const unit = item.organisation ?? '未定牵头单位';
    units.set(unit, [...(units.get(unit) ?? []), item]);
  }
  return [...units];
}
