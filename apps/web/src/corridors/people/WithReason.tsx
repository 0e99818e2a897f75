/** 说明理由再办 — a step on somebody's account whose reason goes into the ledger. */
import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { Dialog } from '../../furniture/Dialog.js';
import { Field, Fields } from '../../furniture/Field.js';
import { TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { useAct } from '../../office/act.js';

interface WithReasonProps {
  /** 停用 */
  readonly verb: string;
  /** Whose account. */
  readonly name: string;
  /** What follows from it. */
  readonly children?: ReactNode;
  send(reason: string): Promise<unknown>;
  onDone(): void;
  onClose(): void;
}

export function WithReason({ verb, name, children, send, onDone, onClose }: WithReasonProps): ReactNode {
  const [reason, setReason] = useState('');
  const { busy, error, run } = useAct();
  const tell = useTell();
  const ready = reason.trim().length >= 2;
  const save = async (): Promise<void> => {
    if (!ready) return;
    const done = await run(() => send(reason.trim()).then(() => true));
    if (done !== true) return;
    tell({ words: `已${verb}：${name}。` });
    onDone();
    onClose();
  };
  return (
    <Dialog
      open
      title={`${verb}：${name}`}
      onClose={onClose}
      foot={
        <Button type="primary" loading={busy} disabled={!ready} onClick={() => void save()}>
          {verb}
        </Button>
      }
    >
      <Fields onSubmit={() => void save()}>
        <TroubleLine error={error} />
        {children}
        <Field label="理由" name="reasonWords" needed>
          <Input id="reasonWords" maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </Fields>
    </Dialog>
  );
}
