/** 交文件 — drag or choose, real progress, cancel. What the server finds in the file is worked down by `FindingList`. */
import { Button } from 'antd';
import { type DragEvent, type ReactNode, useId, useRef, useState } from 'react';
import './Upload.css';

interface UploadProps {
  /** `.xlsx,.csv` */
  readonly accept: string;
  /** 支持 .xlsx、.xls、.csv，一次一个文件，不超过 100 MB */
  readonly help: string;
  /** 0–1 while it is on its way, null when nothing is. */
  readonly progress: number | null;
  onFile(file: File): void;
  onCancel?(): void;
}

export function Upload({ accept, help, progress, onFile, onCancel }: UploadProps): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const helpId = useId();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined) onFile(file);
  };
  const busy = progress !== null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut; the button inside does the same by keyboard
    <div
      className={`upload${over ? ' upload-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {busy ? (
        <>
          <progress max={1} value={progress} aria-label="上传进度" />
          <p>
            已上传 {Math.floor(progress * 100)}%{' '}
            {onCancel !== undefined && (
              <Button size="small" onClick={onCancel}>
                取消
              </Button>
            )}
          </p>
        </>
      ) : (
        <>
          <p>
            把文件拖到这里，或{' '}
            <Button type="primary" onClick={() => input.current?.click()} aria-describedby={helpId}>
              选择文件
            </Button>
          </p>
          <p className="quiet" id={helpId}>
            {help}
          </p>
        </>
      )}
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </div>
  );
}
