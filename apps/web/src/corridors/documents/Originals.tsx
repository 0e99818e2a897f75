/** 原件 — the official file and its annexes, each with the hash under which it is kept; sealed ones with what verifies them. @source trust R36, R46 */

import { useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Answer, ask, askForFile, askWithFile } from '../../api/ask.js';
import { choicesOf } from '../../furniture/choices.js';
import { saveFile } from '../../furniture/saveFile.js';
import { TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { Upload } from '../../furniture/Upload.js';
import { formatInstant, formatSize } from '../../furniture/values.js';
import { useAct } from '../../office/act.js';
import { Block } from '../../office/Page.js';
import { Sure } from '../../office/Sure.js';
import { useMay } from '../../office/session.js';
import { AskSeal, VerifySeal } from './Seals.js';
import { roleWords } from './words.zh.js';

type Whole = Answer<'readDocument'>;
type Kept = Whole['files'][number];
type Seal = Whole['seals'][number];
type Doing = { readonly what: 'seal' | 'remove'; readonly file: Kept } | { readonly what: 'verify'; readonly seal: Seal };

export function Originals({ document }: { readonly document: Whole }): ReactNode {
  const edits = useMay('documents.edit');
  const seals = useMay('documents.seal');
  const [doing, setDoing] = useState<Doing | null>(null);
  const { error, run } = useAct();
  const sealOf = (file: Kept): Seal | undefined => document.seals.find((seal) => seal.sealedFileId === file.fileId);
  const download = async ({ fileId }: Kept): Promise<void> => {
    const path = { documentId: document.documentId, fileId };
    const file = await run(() => askForFile('downloadDocumentFile', { path }));
    if (file !== undefined) saveFile(file.name, file.content, file.content.type);
  };
  return (
    <Block title={`原件（${document.files.length}）`} id="originals">
      <TroubleLine error={error} />
      {document.files.length === 0 && <p className="quiet">还没有存入原件。请存入盖章的正式文本（PDF、OFD），留作核对。</p>}
      <ul className="line-list">
        {document.files.map((file) => {
          const seal = sealOf(file);
          return (
            <li key={file.fileId}>
              <div>
                <p>
                  <b>{file.name}</b>{' '}
                  <span className="quiet">
                    {roleWords[file.role]} · {formatSize(file.sizeBytes)}
                  </span>
                  {seal !== undefined && <span className="standing standing-in_force"> 已盖“{seal.sealName}”</span>}
                  {file.damaged && <b className="status-late"> 内容已损坏，停止下载，请从备份恢复</b>}
                </p>
                <p className="quiet hash" title="校验值（SHA-256）：同一内容永远是同一个值">
                  SHA-256 {file.sha256}
                </p>
                <p className="quiet">
                  {file.addedByName} {formatInstant(file.addedAt)} 存入 · {formatInstant(file.checkedAt)} 核对无误
                </p>
              </div>
              <div className="row-actions screen-only">
                <Button size="small" disabled={file.damaged} onClick={() => void download(file)}>
                  下载
                </Button>
                {seal !== undefined && (
                  <Button size="small" onClick={() => setDoing({ what: 'verify', seal })}>
                    验证签章
                  </Button>
                )}
                {seals && file.sealable && (
                  <Button size="small" onClick={() => setDoing({ what: 'seal', file })}>
                    电子签章
                  </Button>
                )}
                {edits && seal === undefined && (
                  <Button size="small" type="text" onClick={() => setDoing({ what: 'remove', file })}>
                    撤下
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {seals && document.sealing.whyNot !== null && document.files.length > 0 && (
        <p className="quiet block-gap">电子签章：{document.sealing.whyNot}</p>
      )}
      {edits && <AddFile document={document} />}
      {doing?.what === 'seal' && <AskSeal document={document} file={doing.file} onClose={() => setDoing(null)} />}
      {doing?.what === 'verify' && (
        <VerifySeal documentId={document.documentId} seal={doing.seal} onClose={() => setDoing(null)} />
      )}
      {doing?.what === 'remove' && <RemoveFile document={document} file={doing.file} onClose={() => setDoing(null)} />}
    </Block>
  );
}

function AddFile({ document }: { readonly document: Whole }): ReactNode {
  const [role, setRole] = useState<Kept['role']>('official');
  const [progress, setProgress] = useState<number | null>(null);
  const { error, run } = useAct();
  const tell = useTell();
  const queries = useQueryClient();
  const send = async (file: File): Promise<void> => {
    setProgress(0);
    const kept = await run(() =>
      askWithFile('addDocumentFile', {
        ...{ path: { documentId: document.documentId }, query: { role }, file, onProgress: setProgress },
      }),
    );
    setProgress(null);
    if (kept === undefined) return;
    await queries.invalidateQueries({ queryKey: ['documents'] });
    tell({ words: `已存入“${kept.name}”，校验值 ${kept.sha256.slice(0, 12)}…` });
  };
  return (
    <div className="block-gap screen-only">
      <p className="day-choice">
        <label htmlFor="fileRole">存入的是</label>
        <Select
          id="fileRole"
          size="small"
          value={role}
          options={choicesOf(roleWords)}
          onChange={setRole}
          popupMatchSelectWidth={false}
        />
      </p>
      <TroubleLine error={error} />
      <Upload
        accept=".pdf,.ofd,.docx,.wps,.jpg,.jpeg,.png"
        help="支持 PDF、OFD、Word（.docx）、WPS 文字、图片，一次一个文件，不超过 50 MB；带宏、加密的不收"
        progress={progress}
        onFile={(file) => void send(file)}
      />
    </div>
  );
}

function RemoveFile({ document, file, onClose }: { readonly document: Whole; readonly file: Kept; onClose(): void }): ReactNode {
  const tell = useTell();
  const queries = useQueryClient();
  const path = { documentId: document.documentId, fileId: file.fileId };
  const done = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: ['documents'] });
    tell({ words: `已撤下“${file.name}”。` });
    onClose();
  };
  return (
    <Sure title="撤下原件" verb="撤下" act={() => ask('removeDocumentFile', { path })} onDone={done} onClose={onClose}>
      “{file.name}”将不再属于这份文件，内容随后清除；撤下这件事和它的校验值留在审计台账里。误传时才需要撤下。
    </Sure>
  );
}
