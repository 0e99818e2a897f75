/** 审计台账 — every action and every denial, chained; checked and exported from here, which is in the ledger too. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { type Answer, ask, askForFile, firstPage, type Item, type Query } from '../../api/ask.js';
import type { Column } from '../../furniture/grid/columns.js';
import { Grid } from '../../furniture/grid/Grid.js';
import { GridTools } from '../../furniture/grid/GridTools.js';
import { useGrid } from '../../furniture/grid/useGrid.js';
import { saveFile } from '../../furniture/saveFile.js';
import { Empty, Loading, Trouble, TroubleLine } from '../../furniture/states.js';
import { formatInstant } from '../../furniture/values.js';
import { useAct } from '../../office/act.js';
import { Page } from '../../office/Page.js';
import { useMay, useWho } from '../../office/session.js';

type Row = Item<'readAuditLedger'>;
type Outcome = Row['outcome'];
const outcomeWords: Readonly<Record<Outcome, string>> = { done: '已办', denied: '拒绝', failed: '失败' };

const columns: readonly Column<Row>[] = [
  { key: 'seq', title: '序号', kind: 'number', decimals: 0, width: 90, value: (row) => row.seq },
  { key: 'at', title: '时间', kind: 'text', width: 170, value: (row) => formatInstant(row.at) },
  { key: 'userName', title: '操作人', kind: 'text', width: 120, value: (row) => row.userName },
  { key: 'title', title: '办理', kind: 'text', width: 180, value: (row) => row.title },
  {
    ...{ key: 'outcome', title: '结果', kind: 'text', width: 80 },
    value: (row) => outcomeWords[row.outcome],
    draw: (row) => <span className={row.outcome === 'done' ? '' : 'status-late'}>{outcomeWords[row.outcome]}</span>,
  },
  { key: 'summary', title: '内容', kind: 'text', width: 380, value: (row) => row.summary },
  { key: 'reason', title: '理由', kind: 'text', width: 200, value: (row) => row.reason },
  { key: 'ip', title: '地址', kind: 'text', width: 130, value: (row) => row.ip },
  { key: 'requestId', title: '请求编号', kind: 'text', width: 290, hidden: true, value: (row) => row.requestId },
  { key: 'hash', title: '链值', kind: 'text', width: 300, hidden: true, value: (row) => row.hash },
];

export function Ledger(): ReactNode {
  const who = useWho();
  const state = useGrid({ name: 'audit', who: who.userId, columns });
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [from, setFrom] = useState('');
  const [verdict, setVerdict] = useState<Answer<'verifyAuditLedger'> | null>(null);
  const { busy, error, run } = useAct();
  const may = useMay('office.audit');
  const filter: Query<'exportAuditLedger'> = {
    ...(outcome === null ? {} : { outcome }),
    ...(from === '' ? {} : { from: `${from}T00:00:00+08:00` }),
  };
  const list = useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam }) =>
      ask('readAuditLedger', { query: { ...filter, limit: 200, ...(pageParam === null ? {} : { after: Number(pageParam) }) } }),
    initialPageParam: firstPage(),
    getNextPageParam: (last) => last.next,
  });
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const verify = async (): Promise<void> => {
    const answer = await run(() => ask('verifyAuditLedger', { body: { heads: [] } }));
    setVerdict(answer ?? null);
  };
  const download = async (): Promise<void> => {
    const file = await run(() => askForFile('exportAuditLedger', { query: filter }));
    if (file !== undefined) saveFile(file.name, file.content, file.content.type);
  };
  return (
    <Page
      full
      title="审计台账"
      help="audit"
      note="查看、导出、校验本身也记入台账。"
      actions={
        may && (
          <>
            <Button loading={busy} onClick={() => void verify()}>
              从头校验
            </Button>
            <Button loading={busy} onClick={() => void download()}>
              导出
            </Button>
          </>
        )
      }
    >
      <TroubleLine error={error} />
      {verdict !== null && (
        <p className={verdict.firstBad === null ? 'good-line' : 'trouble-line'} role="status">
          {verdict.firstBad === null
            ? `✓ 共核对 ${verdict.rows} 行，前后相扣，没有改动或缺失。`
            : `第 ${verdict.firstBad.seq} 行起不符：${verdict.firstBad.words}`}
        </p>
      )}
      <div className="filter-bar">
        <Select
          size="small"
          allowClear
          placeholder="结果"
          aria-label="结果"
          value={outcome}
          options={(['done', 'denied', 'failed'] as const).map((value) => ({ value, label: outcomeWords[value] }))}
          onChange={(next) => setOutcome(next ?? null)}
        />
        <span>
          自{' '}
          <Input
            size="small"
            className="filter-value"
            type="date"
            aria-label="自哪一天"
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
        </span>
      </div>
      <GridTools state={state} rows={rows} exportName="审计台账" count={`已取 ${rows.length} 行`} />
      <Grid
        label="审计台账"
        columns={state.shown}
        rows={rows}
        idOf={(row) => row.auditId}
        sort={null}
        onSort={() => {}}
        onWidth={state.setWidth}
        more={list.hasNextPage ? { loading: list.isFetchingNextPage, load: () => void list.fetchNextPage() } : undefined}
        instead={
          list.isPending ? (
            <Loading what="审计台账" />
          ) : rows.length > 0 ? undefined : list.error !== null ? (
            <Trouble error={list.error} again={() => void list.refetch()} />
          ) : (
            <Empty title="没有符合条件的记录">放宽时间或结果再看。</Empty>
          )
        }
      />
    </Page>
  );
}
