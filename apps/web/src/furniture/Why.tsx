/**
 * 依据 — the drawer behind every number: value → formula with numbers → facts → where they stand → who and when. One shape for all rooms;
 * a room turns its answer into these lines. A link to the drawer can be sent: what is open stands in the address.
 */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import './Why.css';
import { Dialog } from './Dialog.js';
import { useTell } from './Toast.js';
import { ValueCell } from './ValueCell.js';
import { formatInstant, type Value } from './values.js';

export interface Reason {
  /** 净用地 */
  readonly title: string;
  readonly value: Value;
  readonly unit?: string | undefined;
  readonly decimals?: number | undefined;
  /** 自有 62.00 − 出租 12.00 亩 × 6 个月 ÷ 12 */
  readonly formula?: string | undefined;
  /** “规上税收.xlsx” Sheet1!F214；税务局 2025-03-12 第 2 批 */
  readonly source?: string | undefined;
  readonly clause?: string | undefined;
  readonly who?: string | undefined;
  readonly at?: string | undefined;
  readonly parts?: readonly Reason[];
  /** A table below the line, e.g. 逐月. */
  readonly table?: ReactNode;
}

interface WhyProps {
  readonly title: string;
  readonly open: boolean;
  onClose(): void;
  readonly reason?: Reason | undefined;
  /** Loading or trouble, while there is no reason yet. */
  readonly instead?: ReactNode;
}

export function Why({ title, open, onClose, reason, instead }: WhyProps): ReactNode {
  const tell = useTell();
  const copy = (): void => {
    navigator.clipboard?.writeText(location.href).then(
      () => tell({ words: '链接已复制；收到的人按本人权限查看。' }),
      () => tell({ words: `请手工复制地址栏中的链接。` }),
    );
  };
  return (
    <Dialog
      title={title}
      open={open}
      onClose={onClose}
      shape="side"
      foot={
        <>
          <Button onClick={copy}>复制链接</Button>
          <Button onClick={() => window.print()}>打印</Button>
        </>
      }
    >
      {instead ?? (reason !== undefined && <Line reason={reason} depth={0} />)}
    </Dialog>
  );
}

function Line({ reason, depth }: { readonly reason: Reason; readonly depth: number }): ReactNode {
  const { title, value, unit, decimals, formula, source, clause, who, at, parts = [], table } = reason;
  return (
    <section className={`why-line why-depth-${Math.min(depth, 2)}`}>
      <p className="why-head">
        <span>{title}</span>
        <b>
          <ValueCell value={value} kind="number" decimals={decimals} />
          {unit !== undefined && <small> {unit}</small>}
        </b>
      </p>
      {formula !== undefined && <p className="why-formula">= {formula}</p>}
      {clause !== undefined && <p className="why-note">依据 {clause}</p>}
      {source !== undefined && <p className="why-note">{source}</p>}
      {(who !== undefined || at !== undefined) && (
        <p className="why-note">
          {who} {at !== undefined && formatInstant(at)}
        </p>
      )}
      {parts.map((part) => (
        <Line key={`${part.title} ${part.source ?? ''} ${part.formula ?? ''}`} reason={part} depth={depth + 1} />
      ))}
      {table}
    </section>
  );
}
