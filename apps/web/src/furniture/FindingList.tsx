/** 疑点清单 — what a person must look at, by row, worked down in place: what, where, what to do; counted by kind above. */
import { Segmented } from 'antd';
import { type ReactNode, useState } from 'react';
import './FindingList.css';

export type Severity = 'error' | 'warning' | 'note';

export interface Found {
  readonly id: string;
  readonly severity: Severity;
  /** 第 214 行 · 统一社会信用代码 */
  readonly place: ReactNode;
  readonly message: string;
  readonly remedy: string;
  /** What can be done about it right here. */
  readonly action?: ReactNode;
}

const words: Readonly<Record<Severity, { readonly title: string; readonly mark: string }>> = {
  error: { title: '必须处理', mark: '✕' },
  warning: { title: '请核对', mark: '!' },
  note: { title: '提示', mark: 'i' },
};
const most = 200;

export function FindingList({ found, none }: { readonly found: readonly Found[]; readonly none: string }): ReactNode {
  const [shown, setShown] = useState<Severity | 'all'>('all');
  if (found.length === 0) return <p className="finding-none">✓ {none}</p>;
  const kinds = (['error', 'warning', 'note'] as const).filter((kind) => found.some((one) => one.severity === kind));
  const listed = found.filter((one) => shown === 'all' || one.severity === shown);
  return (
    <div>
      <Segmented<Severity | 'all'>
        size="small"
        value={shown}
        onChange={(value) => setShown(value)}
        options={[
          { value: 'all', label: `全部 ${found.length}` },
          ...kinds.map((kind) => ({
            value: kind,
            label: `${words[kind].title} ${found.filter((one) => one.severity === kind).length}`,
          })),
        ]}
      />
      <ol className="finding-list">
        {listed.slice(0, most).map((one) => (
          <li key={one.id} className={`finding finding-${one.severity}`}>
            <span className="finding-mark" title={words[one.severity].title}>
              {words[one.severity].mark}
            </span>
            <div>
              <p>
                <b>{one.place}</b> {one.message}
              </p>
              <p className="quiet">{one.remedy}</p>
            </div>
            {one.action !== undefined && <div className="finding-action">{one.action}</div>}
          </li>
        ))}
      </ol>
      {listed.length > most && (
        <p className="quiet">
          先列出前 {most} 条；处理后再次检查，会接着列出其余 {listed.length - most} 条。
        </p>
      )}
    </div>
  );
}
