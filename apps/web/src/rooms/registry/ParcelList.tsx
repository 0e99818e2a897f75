/** 宗地名单 — every piece of land with its certificate, areas by source and how it lies idle. */

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, ConfigProvider, Input, Select } from 'antd';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { ask, firstPage, type Item } from '../../api/ask.js';
import { choicesOf } from '../../furniture/choices.js';
import type { Column } from '../../furniture/grid/columns.js';
import { Grid } from '../../furniture/grid/Grid.js';
import { GridTools } from '../../furniture/grid/GridTools.js';
import type { Sort } from '../../furniture/grid/order.js';
import { useGrid } from '../../furniture/grid/useGrid.js';
import { Empty, Loading, Trouble } from '../../furniture/states.js';
import type { Value } from '../../furniture/values.js';
import { Page } from '../../office/Page.js';
import { useMay, useWho } from '../../office/session.js';
import { ParcelForm } from './ParcelForm.js';
import { RegionPicker } from './pickers.js';
import './registry.css';
import { buildWords, idleWords, landUseWords, measureWords, siteWords, tenureWords } from './words.zh.js';

type Parcel = Item<'listParcels'>;
const area = (value: string | null | undefined): Value => value ?? { absent: 'missing' };
const word = <Key extends string>(words: Readonly<Record<Key, string>>, key: Key | null | undefined): Value =>
  key == null ? null : words[key];

const columns: readonly Column<Parcel>[] = [
  {
    ...{ key: 'number', title: '宗地号', kind: 'text', width: 220, sortable: true },
    value: (row) => row.number,
    draw: (row) => (
      <Link to="/registry/parcels/$parcelId" params={{ parcelId: row.parcelId }} tabIndex={-1}>
        {row.number}
      </Link>
    ),
  },
  { ...{ key: 'holderName', title: '权利人', kind: 'text', width: 220 }, value: (row) => row.holderName },
  {
    ...{ key: 'certificateNo', title: '不动产权证号', kind: 'text', width: 220 },
    value: (row) => row.certificateNo ?? { absent: 'missing' },
  },
  { ...{ key: 'region', title: '所属区域', kind: 'text', width: 120, sortable: true }, value: (row) => row.regionName },
  { ...{ key: 'tenure', title: '权属', kind: 'text', width: 120 }, value: (row) => tenureWords[row.tenure] },
  {
    ...{ key: 'area', title: '证载面积', unit: '㎡', kind: 'number', decimals: 2, width: 140, sortable: true },
    value: (row) => area(row.certificateAreaSqm),
  },
  {
    ...{ key: 'actualAreaSqm', title: '实际面积', unit: '㎡', kind: 'number', decimals: 2, width: 140 },
    value: (row) => area(row.actualAreaSqm),
  },
  {
    ...{ key: 'suppliedAreaSqm', title: '供地面积', unit: '㎡', kind: 'number', decimals: 2, width: 140, hidden: true },
    value: (row) => row.suppliedAreaSqm ?? null,
  },
  { ...{ key: 'use', title: '用途', kind: 'text', width: 120 }, value: (row) => landUseWords[row.use] },
  { ...{ key: 'siteKind', title: '所在区块', kind: 'text', width: 160 }, value: (row) => word(siteWords, row.siteKind) },
  { ...{ key: 'idleKind', title: '闲置类型', kind: 'text', width: 110 }, value: (row) => word(idleWords, row.idleKind) },
  {
    ...{ key: 'measureGroup', title: '措施分组', kind: 'text', width: 120 },
    value: (row) => word(measureWords, row.measureGroup),
  },
  { ...{ key: 'buildState', title: '建设状态', kind: 'text', width: 100 }, value: (row) => buildWords[row.buildState] },
  { ...{ key: 'acquiredOn', title: '取得日期', kind: 'date', width: 130, hidden: true }, value: (row) => row.acquiredOn ?? null },
];
const idOf = (row: Parcel): string => row.parcelId;
const sortOf = (sort: Sort | null): 'number' | 'region' | 'area' =>
  sort?.key === 'region' || sort?.key === 'area' ? sort.key : 'number';

interface Chosen {
  readonly regionId: string | null;
  readonly tenure: Parcel['tenure'] | null;
  readonly idleKind: NonNullable<Parcel['idleKind']> | null;
  readonly siteKind: NonNullable<Parcel['siteKind']> | null;
}
const none: Chosen = { regionId: null, tenure: null, idleKind: null, siteKind: null };

export function ParcelList(): ReactNode {
  const who = useWho();
  const edits = useMay('registry.edit');
  const navigate = useNavigate();
  const state = useGrid({ name: 'registry.parcels', who: who.userId, columns });
  const [chosen, setChosen] = useState<Chosen>(none);
  const [text, setText] = useState('');
  const [adding, setAdding] = useState(false);
  const wanted = useDeferredValue(text.trim());
  const query = { ...filled(chosen), ...(wanted.length >= 2 ? { q: wanted } : {}), sort: sortOf(state.sort) };
  const list = useInfiniteQuery({
    queryKey: ['registry', 'parcels', query],
    queryFn: ({ pageParam, signal }) =>
      ask('listParcels', { query: { ...query, limit: 200, ...(pageParam === null ? {} : { after: pageParam }) }, signal }),
    initialPageParam: firstPage(),
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const filtered = wanted.length >= 2 || Object.values(chosen).some((one) => one !== null);
  const open = (parcelId: string): void => void navigate({ to: '/registry/parcels/$parcelId', params: { parcelId } });
  return (
    <Page
      full
      title="宗地"
      help="parcels"
      actions={
        edits && (
          <Button type="primary" onClick={() => setAdding(true)}>
            登记宗地
          </Button>
        )
      }
    >
      <div className="filter-bar">
        <Input
          className="filter-q"
          size="small"
          allowClear
          placeholder="宗地号或证号的开头"
          aria-label="宗地号或证号"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <span className="filter-region">
          <ConfigProvider componentSize="small">
            <RegionPicker
              id="parcel-region"
              value={chosen.regionId}
              onChange={(regionId) => setChosen({ ...chosen, regionId })}
            />
          </ConfigProvider>
        </span>
        <Select
          size="small"
          allowClear
          placeholder="权属"
          aria-label="权属"
          value={chosen.tenure}
          options={choicesOf(tenureWords)}
          onChange={(tenure) => setChosen({ ...chosen, tenure: tenure ?? null })}
        />
        <Select
          size="small"
          allowClear
          placeholder="闲置类型"
          aria-label="闲置类型"
          value={chosen.idleKind}
          options={choicesOf(idleWords)}
          onChange={(idleKind) => setChosen({ ...chosen, idleKind: idleKind ?? null })}
        />
        <Select
          size="small"
          allowClear
          placeholder="所在区块"
          aria-label="所在区块"
          value={chosen.siteKind}
          options={choicesOf(siteWords)}
          onChange={(siteKind) => setChosen({ ...chosen, siteKind: siteKind ?? null })}
        />
      </div>
      <GridTools
        state={state}
        rows={rows}
        exportName="宗地"
        count={`已取 ${rows.length} 宗${list.hasNextPage ? '，后面还有' : ''}`}
      />
      <Grid
        label="宗地"
        columns={state.shown}
        rows={rows}
        idOf={idOf}
        sort={state.sort}
        onSort={(next) => state.setSort(next === null ? null : { ...next, down: false })}
        onWidth={state.setWidth}
        more={list.hasNextPage ? { loading: list.isFetchingNextPage, load: () => void list.fetchNextPage() } : undefined}
        onOpen={(row) => open(row.parcelId)}
        instead={
          list.isPending ? (
            <Loading what="宗地" />
          ) : rows.length > 0 ? undefined : list.error !== null ? (
            <Trouble error={list.error} again={() => void list.refetch()} />
          ) : filtered ? (
            <Empty title="没有符合条件的宗地">去掉一个条件再看；宗地号按开头查找。</Empty>
          ) : (
            <Empty title="还没有登记宗地" action={edits && <Link to="/registry/import">从 Excel 导入</Link>}>
              这里将是全部宗地。第一步：向自然资源部门取得宗地名单后导入，也可逐宗登记。
            </Empty>
          )
        }
      />
      {adding && <ParcelForm parcel={null} onClose={() => setAdding(false)} onDone={open} />}
    </Page>
  );
}

function filled({ regionId, tenure, idleKind, siteKind }: Chosen) {
  return {
    ...(regionId === null ? {} : { regionId }),
    ...(tenure === null ? {} : { tenure }),
    ...(idleKind === null ? {} : { idleKind }),
    ...(siteKind === null ? {} : { siteKind }),
  };
}
