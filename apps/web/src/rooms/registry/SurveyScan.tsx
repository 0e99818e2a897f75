/**
 * 核查单扫描件 — chosen, sent and archived, after the signature or with it. A file that was sent for a step that did not come about is taken
 * back when the dialog closes.
 */
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { ask, askWithFile } from '../../api/ask.js';
import { asProblem } from '../../api/problem.js';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { fieldFaults } from '../../furniture/fieldFaults.js';
import { TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { Upload } from '../../furniture/Upload.js';
import { useAct } from '../../office/act.js';
import type { Sheet } from './SurveySheet.js';

export interface SheetProps {
  readonly sheet: Sheet;
  onClose(): void;
}

const codes = {
  'registry.survey_changed': 'checkCode',
  'registry.survey_too_early': 'signedOn',
  'registry.survey_scan_unknown': 'scanFileId',
  'registry.survey_scan_there': 'reason',
} as const;

/** Which field a refusal speaks of; whatever is wrong with the file stands at the scan. */
export function signCodes(error: unknown): Readonly<Record<string, string>> {
  const { code } = asProblem(error);
  return code.startsWith('files.') ? { ...codes, [code]: 'scanFileId' } : codes;
}

/** 上传扫描件 — after the signature; in place of another one only with a reason. */
export function ArchiveScan({ sheet, onClose }: SheetProps): ReactNode {
  const { survey } = sheet;
  const replaces = sheet.scan !== null;
  const [reason, setReason] = useState('');
  const scan = useScan();
  const { busy, error, run } = useAct();
  const finish = useFinish(sheet, scan, onClose);
  const { at, rest } = fieldFaults(error, signCodes(error));
  const save = async (): Promise<void> => {
    const done = await run(async () => {
      const scanFileId = await scan.send();
      if (scanFileId === null) return undefined;
      const body = { scanFileId, version: survey.version, ...(replaces ? { reason: reason.trim() } : {}) };
      return ask('archiveSurveyScan', { path: { surveyId: survey.id }, body });
    });
    if (done !== undefined) await finish('扫描件已归档。');
  };
  const close = (): void => {
    scan.drop();
    onClose();
  };
  return (
    <Dialog
      open
      title={replaces ? '更换扫描件' : '上传扫描件'}
      onClose={close}
      foot={
        <>
          <Button onClick={close}>取消</Button>
          <Button
            type="primary"
            loading={busy}
            disabled={scan.file === null || (replaces && reason.trim() === '')}
            onClick={() => void save()}
          >
            归档
          </Button>
        </>
      }
    >
      <Fields onSubmit={() => void save()}>
        <TroubleLine error={rest} />
        <ScanField scan={scan} error={at('scanFileId')} help="签字盖章后的整张核查单" />
        {replaces && (
          <Field label="更换理由" name="reason" needed error={at('reason')}>
            <Input id="reason" maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
          </Field>
        )}
      </Fields>
    </Dialog>
  );
}

interface Scan {
  readonly file: File | null;
  readonly progress: number | null;
  choose(file: File | null): void;
  /** Sent once, also when the step is tried again; null when none was chosen. @throws Problem */
  send(): Promise<string | null>;
  /** What was sent and is not used goes. */
  drop(): void;
  used(): void;
}

export function useScan(): Scan {
  const [file, setFile] = useState<File | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const sent = useRef<string | null>(null);
  const drop = (): void => {
    if (sent.current !== null) ask('removeMyFile', { path: { fileId: sent.current } }).catch(() => undefined);
    sent.current = null;
  };
  return {
    file,
    progress,
    choose(next) {
      drop();
      setFile(next);
    },
    async send() {
      if (file === null || sent.current !== null) return sent.current;
      setProgress(0);
      try {
        const kept = await askWithFile('uploadFile', { query: { purpose: 'evidence' }, file, onProgress: setProgress });
        sent.current = kept.fileId;
      } finally {
        setProgress(null);
      }
      return sent.current;
    },
    drop,
    used() {
      sent.current = null;
    },
  };
}

export function useFinish(sheet: Sheet, scan: Scan, onClose: () => void): (words: string) => Promise<void> {
  const tell = useTell();
  const queries = useQueryClient();
  return async (words) => {
    scan.used();
    await queries.invalidateQueries({ queryKey: ['registry'] });
    tell({ words: `${sheet.survey.number}：${words}` });
    onClose();
  };
}

export function ScanField({
  scan,
  error,
  help,
}: {
  readonly scan: Scan;
  readonly error: string | undefined;
  readonly help: string;
}): ReactNode {
  return (
    <Field label="扫描件" name="scanFileId" help={help} error={error}>
      {scan.file === null || scan.progress !== null ? (
        <Upload
          accept=".pdf,.jpg,.jpeg,.png,.ofd"
          help="PDF、OFD、JPG 或 PNG，不超过 50 MB"
          progress={scan.progress}
          onFile={scan.choose}
        />
      ) : (
        <p className="chosen-file">
          {scan.file.name}
          <Button size="small" onClick={() => scan.choose(null)}>
            换一个
          </Button>
        </p>
      )}
    </Field>
  );
}
