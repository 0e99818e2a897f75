/**
 * 办理 — one step that changes something: busy while it runs, its trouble kept to be shown, and when the server wants the person
 * confirmed again, the question comes and the step goes on by itself. @source trust R4, R12
 */
import { Button, Input } from 'antd';
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { ask, keepSession } from '../api/ask.js';
import { asProblem } from '../api/problem.js';
import { Dialog } from '../furniture/Dialog.js';
import { Field, Fields } from '../furniture/Field.js';
import { TroubleLine } from '../furniture/states.js';
import { useWho } from './session.js';

const Prover = createContext<() => Promise<boolean>>(async () => false);

export interface Act {
  readonly busy: boolean;
  readonly error: unknown;
  /** The answer, or undefined when it did not come about: the trouble is then in `error`. */
  run<T>(step: () => Promise<T>): Promise<T | undefined>;
  clear(): void;
}

export function useAct(): Act {
  const prove = useContext(Prover);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = useCallback(
    async <T,>(step: () => Promise<T>): Promise<T | undefined> => {
      setBusy(true);
      setError(null);
      try {
        return await step().catch(async (thrown: unknown) => {
          if (asProblem(thrown).code === 'door.proof_needed' && (await prove())) return step();
          throw thrown;
        });
      } catch (thrown) {
        setError(thrown);
        return undefined;
      } finally {
        setBusy(false);
      }
    },
    [prove],
  );
  return { busy, error, run, clear: () => setError(null) };
}

export function Proofs({ children }: { readonly children: ReactNode }): ReactNode {
  const waiting = useRef<((proved: boolean) => void) | null>(null);
  const [open, setOpen] = useState(false);
  const prove = useCallback(
    () =>
      new Promise<boolean>((resolve) => {
        waiting.current = resolve;
        setOpen(true);
      }),
    [],
  );
  const end = (proved: boolean): void => {
    setOpen(false);
    waiting.current?.(proved);
    waiting.current = null;
  };
  return (
    <Prover.Provider value={prove}>
      {children}
      {open && <Proof onEnd={end} />}
    </Prover.Provider>
  );
}

function Proof({ onEnd }: { onEnd(proved: boolean): void }): ReactNode {
  const { secondFactor } = useWho();
  const [secret, setSecret] = useState('');
  const [error, setError] = useState<unknown>(null);
  const byCode = secondFactor.used;
  const send = async (): Promise<void> => {
    try {
      const who = await ask('proveIdentity', { body: byCode ? { code: secret } : { password: secret } });
      keepSession(who);
      onEnd(true);
    } catch (thrown) {
      setError(thrown);
    }
  };
  return (
    <Dialog
      open
      title="请再次确认您的身份"
      onClose={() => onEnd(false)}
      foot={<Button onClick={() => onEnd(false)}>先不办</Button>}
    >
      <Fields onSubmit={() => void send()}>
        <TroubleLine error={error} />
        <Field label={byCode ? '动态口令' : '密码'} name="proof" help="重要事项需要在十分钟内确认过身份">
          {byCode ? (
            <Input
              id="proof"
              autoFocus
              inputMode="numeric"
              maxLength={6}
              autoComplete="one-time-code"
              value={secret}
              onChange={(event) => setSecret(event.target.value)}
            />
          ) : (
            <Input.Password
              id="proof"
              autoFocus
              autoComplete="current-password"
              value={secret}
              onChange={(event) => setSecret(event.target.value)}
            />
          )}
        </Field>
        <Button type="primary" htmlType="submit" disabled={secret === ''}>
          确认并继续
        </Button>
      </Fields>
    </Dialog>
  );
}
