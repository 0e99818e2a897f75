/** 回执 — says that a thing is done, and offers to take it back while that is possible. */
import { Button } from 'antd';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import './Toast.css';

export interface Told {
  readonly words: string;
  /** 撤销 — offered as long as the words are shown. */
  readonly undo?: () => void;
}

const Teller = createContext<(told: Told) => void>(() => {});
const seconds = { plain: 5, undo: 20 } as const;

/** `tell({ words: '已更名。', undo })` */
export const useTell = (): ((told: Told) => void) => useContext(Teller);

export function Toasts({ children }: { readonly children: ReactNode }): ReactNode {
  const [told, setTold] = useState<readonly (Told & { readonly at: number })[]>([]);
  const tell = useCallback((one: Told) => setTold((shown) => [...shown.slice(-2), { ...one, at: performance.now() }]), []);
  const drop = useCallback((at: number) => setTold((shown) => shown.filter((one) => one.at !== at)), []);
  const list = useMemo(() => told.map((one) => <One key={one.at} told={one} onEnd={() => drop(one.at)} />), [told, drop]);
  return (
    <Teller.Provider value={tell}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {list}
      </div>
    </Teller.Provider>
  );
}

function One({ told, onEnd }: { readonly told: Told; onEnd(): void }): ReactNode {
  const undo = told.undo;
  useEffect(() => {
    const timer = setTimeout(onEnd, 1000 * (undo === undefined ? seconds.plain : seconds.undo));
    return () => clearTimeout(timer);
  }, [onEnd, undo]);
  return (
    <div className="toast">
      <span>{told.words}</span>
      {undo !== undefined && (
        <Button
          size="small"
          type="link"
          onClick={() => {
            undo();
            onEnd();
          }}
        >
          撤销
        </Button>
      )}
      <button type="button" aria-label="知道了" onClick={onEnd}>
        ×
      </button>
    </div>
  );
}
