/** 企业名单 — the register as one grid: pages come as they are scrolled to, totals apart, filters go to the server as they stand. */
import { keepPreviousData, type UseQueryResult, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { ask, firstPage } from '../../api/ask.js';
import { type Condition, operators } from '../../furniture/grid/filter.js';
import { Grid } from '../../furniture/grid/Grid.js';
import { GridTools } from '../../furniture/grid/GridTools.js';
import { useGrid } from '../../furniture/grid/useGrid.js';
import { Empty, Loading, Trouble } from '../../furniture/states.js';
import { formatNumber } from '../../furniture/values.js';
import { Page } from '../../office/Page.js';
import { useMay, useWho } from '../../office/session.js';
import { BulkEdit } from './BulkEdit.js';
import { ExportButton } from './ExportButton.js';
import './registry.css';
import { Register } from './Register.js';
import { regionChoices, useRegions } from './regions.js';
import { type Subject, serverSort, subjectColumns } from './subjectColumns.js';

const idOf = (row: Subject): string => row.subjectId;

export function SubjectList(): ReactNode {
  const who = useWho();
  const navigate = useNavigate();
  const regions = useRegions();
  const columns = useMemo(() => subjectColumns(regionChoices(regions)), [regions]);
  const state = useGrid({ name: 'registry.subjects', who: who.userId, columns, conditions: conditionsOf(location.search) });
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [doing, setDoing] = useState<'register' | 'bulk' | null>(null);
  const may = { edit: useMay('registry.edit'), merge: useMay('registry.merge'), export: useMay('registry.export') };
  const filter = state.complete.length === 0 ? {} : { filter: JSON.stringify(state.complete) };
  const sort = serverSort(state.sort);
  const list = useInfiniteQuery({
    queryKey: ['registry', 'subjects', filter, sort],
    queryFn: ({ pageParam, signal }) =>
      ask('listSubjects', {
        query: { ...filter, sort, limit: 200, ...(pageParam === null ? {} : { after: pageParam }) },
        signal,
      }),
    initialPageParam: firstPage(),
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
  const totals = useQuery({
    queryKey: ['registry', 'subjects', 'totals', filter],
    queryFn: ({ signal }) => ask('subjectTotals', { query: filter, signal }),
    placeholderData: keepPreviousData,
  });
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const open = (row: Subject): void =>
    void navigate({ to: '/registry/enterprises/$subjectId', params: { subjectId: row.subjectId } });

  return (
    <Page
      full
      title="企业名单"
      help="registry"
      note={totals.data === undefined ? '企业用地库' : <Counts totals={totals.data} />}
      actions={
        <>
          {may.merge && picked.size > 0 && <Button onClick={() => setDoing('bulk')}>成批修改 {picked.size} 户</Button>}
          {may.export && <ExportButton filter={filter} sort={sort} />}
          {may.edit && (
            <Link to="/registry/import" className="ant-btn-link">
              <Button>导入</Button>
            </Link>
          )}
          {may.edit && (
            <Button type="primary" onClick={() => setDoing('register')}>
              登记一户
            </Button>
          )}
        </>
      }
    >
      <GridTools
        state={state}
        rows={rows}
        exportName="企业名单"
        count={
          totals.data === undefined
            ? ''
            : `已取 ${formatNumber(rows.length)} / 共 ${formatNumber(totals.data.count)} 户${picked.size > 0 ? `，选中 ${picked.size} 户` : ''}`
        }
      />
      <Grid
        label="企业名单"
        columns={state.shown}
        rows={rows}
        idOf={idOf}
        sort={state.sort}
        onSort={(next) => state.setSort(next === null ? null : { ...next, down: false })}
        onWidth={state.setWidth}
        more={list.hasNextPage ? { loading: list.isFetchingNextPage, load: () => void list.fetchNextPage() } : undefined}
        totals={totals.data === undefined ? undefined : { name: `${formatNumber(totals.data.count)} 户` }}
        picked={picked}
        onPick={setPicked}
        onOpen={open}
        instead={instead(list, {
          ...{ count: rows.length, conditions: state.conditions.length, imports: may.edit },
        })}
      />
      {doing === 'register' && <Register onClose={() => setDoing(null)} />}
      {doing === 'bulk' && (
        <BulkEdit
          subjectIds={[...picked]}
          onClose={() => setDoing(null)}
          onDone={() => {
            setDoing(null);
            setPicked(new Set());
          }}
        />
      )}
    </Page>
  );
}

function instead(
  { isPending, error, refetch }: Pick<UseQueryResult, 'isPending' | 'error' | 'refetch'>,
  { count, conditions, imports }: { readonly count: number; readonly conditions: number; readonly imports: boolean },
): ReactNode {
  if (isPending) return <Loading what="企业名单" />;
  if (error !== null && count === 0) return <Trouble error={error} again={() => void refetch()} />;
  if (count > 0) return undefined;
  if (conditions > 0) return <Empty title="没有符合条件的企业">放宽或去掉一个条件再看；也可按 Ctrl+K 直接搜名称、代码。</Empty>;
  if (!imports) return <Empty title="还没有登记企业">牵头办登记以后，这里是您管辖范围内的评价对象名单。</Empty>;
  return (
    <Empty title="还没有登记企业" action={<Link to="/registry/import">从 Excel 导入</Link>}>
      这里将是全部评价对象的名单。第一步：导入上年名单或市场监管、税务部门提供的名单；也可逐户登记。
    </Empty>
  );
}

type Totals = Awaited<ReturnType<typeof ask<'subjectTotals'>>>;

function Counts({ totals }: { readonly totals: Totals }): ReactNode {
  const { above, below, unknown } = totals.byScale;
  return `共 ${formatNumber(totals.count)} 户：规上 ${formatNumber(above)}，规下 ${formatNumber(below)}${unknown > 0 ? `，规模未报 ${formatNumber(unknown)}` : ''}`;
}

/** `?filter=[…]` of a link that leads here; what is not readable is left out. */
function conditionsOf(search: string): Condition[] {
  const text = new URLSearchParams(search).get('filter');
  if (text === null) return [];
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed)
      ? parsed.filter((one): one is Condition => typeof one?.field === 'string' && operators.some((op) => op === one.op))
      : [];
  } catch {
    return [];
  }
}
