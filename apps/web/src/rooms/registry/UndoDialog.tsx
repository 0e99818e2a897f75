/** 撤销一次办理 — later than the receipt is shown: with the reason that the ledger keeps, as long as nothing later rests on it. */
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { useAct } from '../../office/act.js';

interface UndoProps {
  /** What is taken back. */
  readonly what: string;
  /** Takes it back, or has a job do so; gives the words that say so. */
  step(reason: string): Promise<string>;
  /** What comes back, what goes. */
  readonly children: ReactNode;
  onClose(): void;
}

export function UndoDialog({ what, step, children, onClose }: UndoProps): ReactNode {
  const [reason, setReason] = useState('');
  const { busy, error, run } = useAct();
  const tell = useTell();
  const queries = useQueryClient();
  const ready = reason.trim() !== '';
  const undo = async (): Promise<void> => {
    if (!ready) return;
    const words = await run(() => step(reason.trim()));
    if (words === undefined) return;
    for (const root of ['registry', 'imports']) await queries.invalidateQueries({ queryKey: [root] });
    tell({ words });
    onClose();
  };
  return (
    <Dialog
      open
      title={`撤销：${what}`}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={busy} disabled={!ready} onClick={() => void undo()}>
            撤销
          </Button>
        </>
      }
    >
      <p className="quiet">{children}之后已有人在其上办理的，不能撤销。</p>
      <Fields onSubmit={() => void undo()}>
        <TroubleLine error={error} />
        <Field label="理由" name="undoReason" needed>
          <Input id="undoReason" autoFocus maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </Fields>
    </Dialog>
  );
}
