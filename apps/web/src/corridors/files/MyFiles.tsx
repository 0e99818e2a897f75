/** 我上传的 — sent here with its hash as the receipt; taken back while nothing uses it. @source trust R26, R33, R36 */

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Answer, ask, askForFile, askWithFile, firstPage, type Item } from '../../api/ask.js';
import { More } from '../../furniture/More.js';
import { saveFile } from '../../furniture/saveFile.js';
import { Empty, Loading, Trouble, TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { Upload } from '../../furniture/Upload.js';
import { formatInstant, formatSize } from '../../furniture/values.js';
import { useAct } from '../../office/act.js';
import { Block } from '../../office/Page.js';
import { Sure } from '../../office/Sure.js';
import { useFileUsage } from './Usage.js';
import { purposeWords } from './words.zh.js';

type Mine = Item<'listMyFiles'>;

export function MyFiles(): ReactNode {
  const [removing, setRemoving] = useState<Mine | null>(null);
  const { error, run } = useAct();
  const tell = useTell();
  const queries = useQueryClient();
  const list = useInfiniteQuery({
    queryKey: ['files', 'mine'],
    queryFn: ({ pageParam }) => ask('listMyFiles', { query: { limit: 50, ...(pageParam === null ? {} : { after: pageParam }) } }),
    initialPageParam: firstPage(),
    getNextPageParam: (last) => last.next,
  });
  const files = list.data?.pages.flatMap((page) => page.items) ?? [];
  const download = async ({ fileId }: Mine): Promise<void> => {
    const file = await run(() => askForFile('downloadMyFile', { path: { fileId } }));
    if (file !== undefined) saveFile(file.name, file.content, file.content.type);
    else await queries.invalidateQueries({ queryKey: ['files'] });
  };
  const removed = async ({ name }: Mine): Promise<void> => {
    await queries.invalidateQueries({ queryKey: ['files'] });
    setRemoving(null);
    tell({ words: `已删除“${name}”。` });
  };
  return (
    <>
      <Send />
      <Block title="我上传的">
        <TroubleLine error={error} />
        {list.isPending ? (
          <Loading what="文件" />
        ) : list.data === undefined ? (
          <Trouble error={list.error} again={() => void list.refetch()} />
        ) : files.length === 0 ? (
          <Empty title="您还没有上传文件">在办理各项业务时上传的材料都会列在这里，也可以先在上面上传。</Empty>
        ) : (
          <>
            <ul className="line-list">
              {files.map((file) => (
                <li key={file.fileId}>
                  <div>
                    <p>
                      <b>{file.name}</b>{' '}
                      <span className="quiet">
                        {purposeWords[file.purpose]} · {formatSize(file.sizeBytes)} · {formatInstant(file.uploadedAt)}
                      </span>
                      {file.damaged && <b className="status-late"> 内容已损坏，请重新上传同一个文件</b>}
                    </p>
                    <p className="quiet hash">SHA-256 {file.sha256}</p>
                  </div>
                  <div className="row-actions">
                    <Button size="small" disabled={file.damaged} onClick={() => void download(file)}>
                      下载
                    </Button>
                    <Button size="small" type="text" onClick={() => setRemoving(file)}>
                      删除
                    </Button>
                  </div>
                </li>
              ))}
            </ul>
            <More list={list} />
          </>
        )}
      </Block>
      {removing !== null && (
        <Sure
          title="删除文件"
          verb="删除"
          act={() => ask('removeMyFile', { path: { fileId: removing.fileId } })}
          onDone={() => removed(removing)}
          onClose={() => setRemoving(null)}
        >
          “{removing.name}”的内容随后清除，不能找回；还在使用的文件不会被删除。
        </Sure>
      )}
    </>
  );
}

function Send(): ReactNode {
  const usage = useFileUsage();
  const [purpose, setPurpose] = useState<Mine['purpose']>('evidence');
  const [progress, setProgress] = useState<number | null>(null);
  const [receipt, setReceipt] = useState<Answer<'uploadFile'> | null>(null);
  const { error, run } = useAct();
  const queries = useQueryClient();
  const takes = usage.data?.takes.find((one) => one.purpose === purpose);
  const send = async (file: File): Promise<void> => {
    setProgress(0);
    setReceipt(null);
    const kept = await run(() => askWithFile('uploadFile', { query: { purpose }, file, onProgress: setProgress }));
    setProgress(null);
    if (kept === undefined) return;
    setReceipt(kept);
    await queries.invalidateQueries({ queryKey: ['files'] });
  };
  return (
    <Block title="上传">
      <p className="day-choice">
        <label htmlFor="filePurpose">用途</label>
        <Select
          id="filePurpose"
          size="small"
          popupMatchSelectWidth={false}
          value={purpose}
          options={(usage.data?.takes ?? []).map((one) => ({ value: one.purpose, label: one.title }))}
          onChange={setPurpose}
        />
      </p>
      <TroubleLine error={error} />
      {receipt !== null && (
        <p className="good-line" role="status">
          ✓ 已收到“{receipt.name}”，{formatSize(receipt.sizeBytes)}。校验值 <span className="hash">{receipt.sha256}</span>
        </p>
      )}
      <Upload
        accept={(takes?.kinds ?? []).map((kind) => `.${kind}`).join(',')}
        help={
          takes === undefined
            ? ''
            : `收 ${takes.kinds.map((kind) => `.${kind}`).join('、')}，一次一个文件，不超过 ${takes.mostMegabytes} MB`
        }
        progress={progress}
        onFile={(file) => void send(file)}
      />
    </Block>
  );
}
