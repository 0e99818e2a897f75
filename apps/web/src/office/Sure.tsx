/** 确认 — what cannot be taken back is said before it is done, in its own dialog. */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Dialog } from '../furniture/Dialog.js';
import { TroubleLine } from '../furniture/states.js';
import { useAct } from './act.js';

interface SureProps {
  /** 撤下原件 */
  readonly title: string;
  /** 撤下 */
  readonly verb: string;
  /** What happens, and what stays. */
  readonly children: ReactNode;
  /** @throws Problem which is told in the dialog. */
  act(): Promise<unknown>;
  onDone(): Promise<void>;
  onClose(): void;
}

export function Sure({ title, verb, children, act, onDone, onClose }: SureProps): ReactNode {
  const { busy, error, run } = useAct();
  const go = async (): Promise<void> => {
    const done = await run(() => act().then(() => true));
    if (done === true) await onDone();
  };
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>不{verb}</Button>
          <Button type="primary" danger loading={busy} onClick={() => void go()}>
            {verb}
          </Button>
        </>
      }
    >
      <TroubleLine error={error} />
      <p>{children}</p>
    </Dialog>
  );
}
