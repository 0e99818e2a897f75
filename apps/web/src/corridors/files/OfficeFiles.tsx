/** 本单位的文件 — every file that is kept, by purpose, damaged ones first to be found. @source trust R36 */

import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Select } from 'antd';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { ask, askForFile, firstPage, type Item } from '../../api/ask.js';
import { choicesOf } from '../../furniture/choices.js';
import { More } from '../../furniture/More.js';
import { saveFile } from '../../furniture/saveFile.js';
import { Empty, Loading, Trouble, TroubleLine } from '../../furniture/states.js';
import { formatInstant, formatSize } from '../../furniture/values.js';
import { useAct } from '../../office/act.js';
import { Block } from '../../office/Page.js';
import { purposeWords } from './words.zh.js';

type Row = Item<'listOfficeFiles'>;

export function OfficeFiles(): ReactNode {
  const [text, setText] = useState('');
  const [purpose, setPurpose] = useState<Row['purpose'] | null>(null);
  const [damaged, setDamaged] = useState(false);
  const { error, run } = useAct();
  const queries = useQueryClient();
  const words = useDeferredValue(text.trim());
  const wanted = {
    ...(words === '' ? {} : { words }),
    ...(purpose === null ? {} : { purpose }),
    ...(damaged ? { damaged: 'true' as const } : {}),
  };
  const list = useInfiniteQuery({
    queryKey: ['files', 'all', wanted],
    queryFn: ({ pageParam, signal }) =>
      ask('listOfficeFiles', { query: { ...wanted, limit: 100, ...(pageParam === null ? {} : { after: pageParam }) }, signal }),
    initialPageParam: firstPage(),
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const filtered = words !== '' || purpose !== null || damaged;
  const download = async ({ fileId }: Row): Promise<void> => {
    const file = await run(() => askForFile('downloadOfficeFile', { path: { fileId } }));
    if (file !== undefined) saveFile(file.name, file.content, file.content.type);
    else await queries.invalidateQueries({ queryKey: ['files'] });
  };
  return (
    <Block title="本单位的文件">
      <TroubleLine error={error} />
      <div className="desk-filter">
        <Input
          className="desk-words"
          size="small"
          allowClear
          placeholder="文件名、上传人"
          aria-label="文件名或上传人"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Select
          size="small"
          allowClear
          placeholder="用途"
          aria-label="用途"
          popupMatchSelectWidth={false}
          value={purpose}
          options={choicesOf(purposeWords)}
          onChange={(next) => setPurpose(next ?? null)}
        />
        <Checkbox checked={damaged} onChange={(event) => setDamaged(event.target.checked)}>
          只看损坏的
        </Checkbox>
      </div>
      {list.isPending ? (
        <Loading what="文件" />
      ) : list.data === undefined ? (
        <Trouble error={list.error} again={() => void list.refetch()} />
      ) : rows.length === 0 ? (
        damaged ? (
          <Empty title="没有损坏的文件">每晚逐个核对校验值；发现不一致会在这里和页首告警。</Empty>
        ) : filtered ? (
          <Empty title="没有符合条件的文件">去掉一个条件再看。</Empty>
        ) : (
          <Empty title="还没有文件">文件库的原件、核查单扫描件、导入的表格存入后，都列在这里。</Empty>
        )
      ) : (
        <div className="table-scroll">
          <table className="plain-table">
            <thead>
              <tr>
                <th>文件</th>
                <th>用途</th>
                <th className="number">大小</th>
                <th>上传</th>
                <th>核对</th>
                <th aria-label="办理" />
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.fileId}>
                  <td title={`SHA-256 ${row.sha256}`}>
                    {row.name}
                    <br />
                    <span className="quiet hash">{row.sha256.slice(0, 16)}…</span>
                  </td>
                  <td>{purposeWords[row.purpose]}</td>
                  <td className="number">{formatSize(row.sizeBytes)}</td>
                  <td>
                    {row.uploadedByName}
                    <br />
                    <span className="quiet day">{formatInstant(row.uploadedAt)}</span>
                  </td>
                  <td>
                    {row.damagedAt === null ? (
                      <span className="day">✓ {formatInstant(row.checkedAt)}</span>
                    ) : (
                      <b className="status-late">✕ {formatInstant(row.damagedAt)} 发现损坏</b>
                    )}
                  </td>
                  <td>
                    <Button size="small" disabled={row.damaged} onClick={() => void download(row)}>
                      下载
                    </Button>
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
