/** 系统健康 — what the checks say now: degraded, and why, in words; the full examination is a command on the server. @source trust R97 */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { askHealth } from '../../api/health.js';
import { Loading, Trouble } from '../../furniture/states.js';
import { Block } from '../../office/Page.js';
import './settings.css';

/** A check that a later version adds is shown under its own sentence. */
const titles: Readonly<Record<string, string>> = {
  database: '数据库',
  disk: '磁盘空间',
  audit: '审计台账',
  files: '文件核对',
  backup: '备份',
  clock: '时钟',
  outgoing: '外发',
  invariants: '数据核对',
};
const everyMinute = 60_000;

export function HealthBlock(): ReactNode {
  const health = useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) => askHealth(signal),
    refetchInterval: everyMinute,
  });
  return (
    <Block
      title="系统健康"
      actions={
        <Button loading={health.isFetching} onClick={() => void health.refetch()}>
          再看一次
        </Button>
      }
    >
      {health.data === undefined ? (
        health.isPending ? (
          <Loading what="系统健康" />
        ) : (
          <Trouble error={health.error} again={() => void health.refetch()} />
        )
      ) : (
        <>
          <p className={health.data.good ? 'good-line' : 'trouble-line'} role="status">
            {health.data.good
              ? '✓ 各项检查正常，每分钟自动再看。'
              : `系统带病运行：${health.data.checks.filter(({ words }) => words !== null).length} 项检查没有通过，请尽快处理。`}
          </p>
          <ul className="health-list">
            {health.data.checks.map(({ name, words }) => (
              <li key={name}>
                <b>{titles[name] ?? '其他检查'}</b>{' '}
                {words === null ? <span className="quiet">✓ 正常</span> : <span className="status-late">✕ {words}</span>}
              </li>
            ))}
          </ul>
          <p className="quiet">逐项体检（隔离、台账链、文件、时钟）：请运维人员在服务器上运行 muheng doctor --data 数据目录。</p>
        </>
      )}
    </Block>
  );
}
