/** 导入 — hand in a file; the server keeps it, tries it and brings it in by itself: the page may be left, and every import is found again below. */

import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { ask, askForFile, askWithFile, firstPage, type Query } from '../../api/ask.js';
import { asProblem } from '../../api/problem.js';
import { More } from '../../furniture/More.js';
import { saveFile } from '../../furniture/saveFile.js';
import { Loading, Trouble, TroubleLine } from '../../furniture/states.js';
import { Upload } from '../../furniture/Upload.js';
import { formatInstant, formatNumber } from '../../furniture/values.js';
import { useAct } from '../../office/act.js';
import { Block, Page } from '../../office/Page.js';
import { useMay } from '../../office/session.js';
import { atWork, ImportRun } from './ImportRun.js';
import './registry.css';
import './Import.css';
import { importStateWords, importWords } from './words.zh.js';

type Kind = Query<'beginImport'>['kind'];

const columnsOf: Readonly<Record<Kind, string>> = {
  subjects: '企业名称、统一社会信用代码、镇街、曾用名、行业代码、规模、园区、住所、成立日期、投产日期、经营状态、税号、用电户号',
  parcels: '宗地号、不动产权证号、权利人、权利人证件号、证载用地面积、实测用地面积、供地面积、取得方式、用途、坐落',
  leases: '承租方、承租方信用代码、出租方、合同编号、上级合同编号、宗地号、租赁建筑面积、分摊用地面积、租赁起、租赁止',
  meters: '户号、户名、实际用电方信用代码、用电地址、电压等级、电表户名、分摊比例、起始日期',
  titles: '企业名称、统一社会信用代码、称号名称、级别、文号、有效期起、有效期止',
  scales: '企业名称、统一社会信用代码、年度、规模、入库日期、退库日期',
};
const kinds = Object.keys(importWords).filter((key): key is Kind => Object.hasOwn(importWords, key));

export function Import(): ReactNode {
  const { importId: opened } = useParams({ strict: false });
  const edits = useMay('registry.edit');
  return (
    <Page title="导入" help="import" note="先试运行，不改动任何内容；看清楚再导入，导入后还可以撤销。中途可以离开，回来接着看。">
      <div className="steps">
        {opened === undefined ? edits && <HandIn /> : <ImportRun key={opened} importId={opened} />}
        <Before opened={opened} />
      </div>
    </Page>
  );
}

function HandIn(): ReactNode {
  const [kind, setKind] = useState<Kind>('subjects');
  const [file, setFile] = useState<File | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const { error, run, clear } = useAct();
  const blank = useAct();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const hand = async (given: File, again: boolean): Promise<void> => {
    setFile(given);
    setProgress(0);
    const query = { kind, again: again ? 'true' : 'false' } as const;
    const began = await run(() => askWithFile('beginImport', { query, file: given, onProgress: setProgress }));
    setProgress(null);
    if (began === undefined) return;
    await queries.invalidateQueries({ queryKey: ['imports'] });
    await navigate({ to: '/registry/import/$importId', params: { importId: began.importId } });
  };
  const take = async (): Promise<void> => {
    const table = await blank.run(() => askForFile('importTemplate', { path: { kind } }));
    if (table !== undefined) saveFile(table.name, table.content, table.content.type);
  };
  const { details, code } = asProblem(error);
  const before =
    error !== null && code === 'registry.import_done_before' && typeof details.importId === 'string' ? details.importId : null;
  return (
    <>
      <Block
        title="1 导入什么"
        actions={
          <Button size="small" loading={blank.busy} onClick={() => void take()}>
            下载空白表
          </Button>
        }
      >
        <Radio.Group
          value={kind}
          options={kinds.map((value) => ({ value, label: importWords[value] }))}
          onChange={(event) => {
            setKind(kinds.find((one) => one === event.target.value) ?? 'subjects');
            setFile(null);
            clear();
          }}
        />
        <p className="quiet">表头可以是：{columnsOf[kind]}。顺序不限，多余的列会提示。</p>
        <TroubleLine error={blank.error} />
      </Block>
      <Block title="2 交文件，先试运行">
        <Upload
          accept=".xlsx,.xls,.et,.csv"
          help="支持 .xlsx、.xls、.et、.csv，一次一个文件，不超过 100 MB。原件按收到的样子留存。"
          progress={progress}
          onFile={(given) => void hand(given, false)}
        />
        {file !== null && <p>文件：{file.name}</p>}
        <TroubleLine error={error} />
        {before !== null && file !== null && (
          <p className="row-line">
            <Link to="/registry/import/$importId" params={{ importId: before }}>
              打开第 {String(details.number)} 号导入的结果
            </Link>
            <Button size="small" onClick={() => void hand(file, true)}>
              仍要再查一遍
            </Button>
          </p>
        )}
      </Block>
    </>
  );
}

const often = 2_000;
const seldom = 30_000;

function Before({ opened }: { readonly opened: string | undefined }): ReactNode {
  const list = useInfiniteQuery({
    queryKey: ['imports', 'list'],
    queryFn: ({ pageParam, signal }) =>
      ask('listImports', { query: { limit: 20, ...(pageParam === null ? {} : { after: pageParam }) }, signal }),
    initialPageParam: firstPage(),
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.pages.some((page) => page.items.some(atWork)) ? often : seldom),
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Block title="导入记录" actions={opened === undefined ? undefined : <Link to="/registry/import">交另一个文件</Link>}>
      {list.isPending ? (
        <Loading what="导入记录" />
      ) : list.data === undefined ? (
        <Trouble error={list.error} again={() => void list.refetch()} />
      ) : rows.length === 0 ? (
        <p className="quiet">还没有导入过。交过的文件、试运行和导入的结果都会留在这里。</p>
      ) : (
        <div className="table-scroll">
          <table className="plain-table">
            <thead>
              <tr>
                <th>编号</th>
                <th>文件</th>
                <th>内容</th>
                <th>状态</th>
                <th className="number">新增</th>
                <th className="number">修改</th>
                <th className="number">未采用</th>
                <th>交件</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((one) => (
                <tr key={one.importId} className={one.importId === opened ? 'row-opened' : ''}>
                  <td>
                    <Link to="/registry/import/$importId" params={{ importId: one.importId }}>
                      第 {one.number} 号
                    </Link>
                  </td>
                  <td className="cell-wrap">{one.fileName}</td>
                  <td>{importWords[one.kind]}</td>
                  <td className={one.state === 'failed' ? 'status-late' : ''}>{importStateWords[one.state]}</td>
                  <td className="number">{one.outcome === null ? '–' : formatNumber(one.outcome.added)}</td>
                  <td className="number">{one.outcome === null ? '–' : formatNumber(one.outcome.changed)}</td>
                  <td className="number">{one.outcome === null ? '–' : formatNumber(one.outcome.refused)}</td>
                  <td>
                    {one.madeByName} {formatInstant(one.madeAt)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <More list={list} />
    </Block>
  );
}
