/** 文件库 — every document with what it was on a chosen day; filtered, sorted and exported as it stands here. @source ALL-7 */

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Checkbox, Input, Select } from 'antd';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { ask, askForFile, type Item, type Query } from '../../api/ask.js';
import { choicesOf } from '../../furniture/choices.js';
import type { Column } from '../../furniture/grid/columns.js';
import { Grid } from '../../furniture/grid/Grid.js';
import { GridTools } from '../../furniture/grid/GridTools.js';
import type { Sort } from '../../furniture/grid/order.js';
import { useGrid } from '../../furniture/grid/useGrid.js';
import { saveFile } from '../../furniture/saveFile.js';
import { Empty, Loading, Trouble, TroubleLine } from '../../furniture/states.js';
import { formatDate } from '../../furniture/values.js';
import { useAct } from '../../office/act.js';
import { Page } from '../../office/Page.js';
import { useMay, useWho } from '../../office/session.js';
import { DocumentForm } from './DocumentForm.js';
import './documents.css';
import { StandingMark } from './StandingMark.js';
import { kindWords, stateWords } from './words.zh.js';

type Row = Item<'readDocuments'>;
type Wanted = Query<'readDocuments'>;

const columns: readonly Column<Row>[] = [
  {
    ...{ key: 'title', title: '标题', kind: 'text', width: 340, sortable: true },
    value: (row) => row.title,
    draw: (row) => (
      <Link to="/documents/$documentId" params={{ documentId: row.documentId }} tabIndex={-1}>
        {row.title}
      </Link>
    ),
  },
  {
    ...{ key: 'state', title: '当日效力', kind: 'text', width: 110, sortable: true },
    value: (row) => stateWords[row.state],
    draw: (row) => <StandingMark of={row} />,
  },
  { ...{ key: 'number', title: '文号', kind: 'text', width: 190, sortable: true }, value: (row) => row.number || '（无文号）' },
  { ...{ key: 'issuer', title: '制发机关', kind: 'text', width: 200, sortable: true }, value: (row) => row.issuer },
  { ...{ key: 'kind', title: '种类', kind: 'text', width: 120, sortable: true }, value: (row) => kindWords[row.kind] },
  { ...{ key: 'standingWords', title: '说明', kind: 'text', width: 260 }, value: (row) => row.standingWords },
  { ...{ key: 'issuedOn', title: '印发日期', kind: 'date', width: 130, sortable: true }, value: (row) => row.issuedOn },
  { ...{ key: 'effectiveUntil', title: '失效日', kind: 'date', width: 130, sortable: true }, value: (row) => row.effectiveUntil },
  {
    ...{ key: 'reviewDueOn', title: '复审期限', kind: 'date', width: 150, sortable: true },
    value: (row) => row.reviewDueOn,
    draw: (row) =>
      row.reviewDueOn === null ? (
        ''
      ) : (
        <span className={row.reviewOverdue ? 'status-late' : ''}>
          {formatDate(row.reviewDueOn)}
          {row.reviewOverdue && ' 逾期'}
        </span>
      ),
  },
  { ...{ key: 'clauses', title: '条款', kind: 'number', decimals: 0, width: 70 }, value: (row) => row.clauses },
  { ...{ key: 'files', title: '原件', kind: 'number', decimals: 0, width: 70 }, value: (row) => row.files },
  { ...{ key: 'note', title: '备注', kind: 'text', width: 220, hidden: true }, value: (row) => row.note },
];

type SortBy = Exclude<NonNullable<Wanted['sort']>, `-${string}`>;

/** `title`, `-title`: only what the server sorts by. */
function sortOf(sort: Sort | null): NonNullable<Wanted['sort']> {
  const isKnown = (key: string): key is SortBy => columns.some((column) => column.key === key && column.sortable === true);
  if (sort === null || !isKnown(sort.key)) return '-issuedOn';
  return `${sort.down ? '-' : ''}${sort.key}`;
}

interface Chosen {
  readonly kind: Row['kind'] | null;
  readonly state: Row['state'] | null;
  readonly due: boolean;
}

export function DocumentList(): ReactNode {
  const who = useWho();
  const edits = useMay('documents.edit');
  const navigate = useNavigate();
  const grid = useGrid({ name: 'documents', who: who.userId, columns });
  const [chosen, setChosen] = useState<Chosen>({ kind: null, state: null, due: false });
  const [text, setText] = useState('');
  const [day, setDay] = useState('');
  const [making, setMaking] = useState(false);
  const { busy, error, run } = useAct();
  const words = useDeferredValue(text.trim());
  const wanted: Wanted = {
    ...(words === '' ? {} : { words }),
    ...(chosen.kind === null ? {} : { kind: chosen.kind }),
    ...(chosen.state === null ? {} : { state: chosen.state }),
    ...(chosen.due ? { due: 'true' as const } : {}),
    ...(day === '' ? {} : { on: day }),
    sort: sortOf(grid.sort),
  };
  const list = useQuery({
    queryKey: ['documents', 'list', wanted],
    queryFn: ({ signal }) => ask('readDocuments', { query: wanted, signal }),
    placeholderData: keepPreviousData,
  });
  const rows = useMemo(() => list.data?.items ?? [], [list.data]);
  const cut = (list.data?.total ?? 0) - rows.length;
  const filtered = words !== '' || chosen.kind !== null || chosen.state !== null || chosen.due;
  const open = (documentId: string): void => void navigate({ to: '/documents/$documentId', params: { documentId } });
  const download = async (): Promise<void> => {
    const file = await run(() => askForFile('exportDocuments', { query: wanted }));
    if (file !== undefined) saveFile(file.name, file.content, file.content.type);
  };
  const overdue = rows.filter((row) => row.reviewOverdue).length;
  return (
    <Page
      full
      title="文件库"
      help="documents"
      note={list.data === undefined ? undefined : `效力按 ${formatDate(list.data.on)} 判断。`}
      actions={
        <>
          <Button loading={busy} onClick={() => void download()}>
            导出 Excel
          </Button>
          {edits && (
            <Button type="primary" onClick={() => setMaking(true)}>
              登记文件
            </Button>
          )}
        </>
      }
    >
      <TroubleLine error={error} />
      <div className="desk-filter">
        <Input
          className="desk-words"
          size="small"
          allowClear
          placeholder="文号、标题、机关、条款中的字"
          aria-label="文号、标题、机关或条款"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Select
          size="small"
          allowClear
          placeholder="种类"
          aria-label="种类"
          popupMatchSelectWidth={false}
          value={chosen.kind}
          options={choicesOf(kindWords)}
          onChange={(kind) => setChosen({ ...chosen, kind: kind ?? null })}
        />
        <Select
          size="small"
          allowClear
          placeholder="当日效力"
          aria-label="当日效力"
          value={chosen.state}
          options={choicesOf(stateWords)}
          onChange={(state) => setChosen({ ...chosen, state: state ?? null })}
        />
        <label className="day-choice" htmlFor="standing-day">
          看哪一天
          <Input
            id="standing-day"
            size="small"
            type="date"
            value={day === '' ? (list.data?.on ?? '') : day}
            onChange={(event) => setDay(event.target.value)}
          />
        </label>
        <Checkbox checked={chosen.due} onChange={(event) => setChosen({ ...chosen, due: event.target.checked })}>
          只看复审逾期
        </Checkbox>
      </div>
      <GridTools
        state={grid}
        rows={rows}
        exportName="政策文件"
        count={`共 ${list.data?.total ?? 0} 份${cut > 0 ? `，只列出前 ${rows.length} 份，请加条件查找` : ''}${overdue > 0 && !chosen.due ? `，复审逾期 ${overdue} 份` : ''}`}
      />
      <Grid
        label="文件库"
        columns={grid.shown}
        rows={rows}
        idOf={(row) => row.documentId}
        sort={grid.sort}
        onSort={grid.setSort}
        onWidth={grid.setWidth}
        onOpen={(row) => open(row.documentId)}
        instead={
          list.isPending ? (
            <Loading what="文件" />
          ) : rows.length > 0 ? undefined : list.error !== null ? (
            <Trouble error={list.error} again={() => void list.refetch()} />
          ) : filtered ? (
            <Empty title="没有符合条件的文件">去掉一个条件，或换一天再看。</Empty>
          ) : (
            <Empty
              title="文件库还是空的"
              action={
                edits ? (
                  <Button type="primary" onClick={() => setMaking(true)}>
                    登记文件
                  </Button>
                ) : undefined
              }
            >
              这里将是评价办法和各项政策：文号、效力、条款和原件，任务和规则都引用这里的条款。第一步：登记现行的评价办法。
            </Empty>
          )
        }
      />
      {making && <DocumentForm document={null} onClose={() => setMaking(false)} onDone={open} />}
    </Page>
  );
}
