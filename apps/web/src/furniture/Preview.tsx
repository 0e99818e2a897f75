/** 先看后办 — before a mass change: how many, examples of before and after, who is left out and why; then the button says the count. */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Dialog } from './Dialog.js';

export interface Example {
  readonly id: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

interface PreviewProps {
  readonly title: string;
  /** 户 */
  readonly measure: string;
  /** 修改 */
  readonly verb: string;
  readonly count: number;
  readonly examples: readonly Example[];
  readonly leftOut?: readonly { readonly name: string; readonly reason: string }[];
  readonly busy: boolean;
  onConfirm(): void;
  onClose(): void;
  readonly children?: ReactNode;
}

export function Preview(props: PreviewProps): ReactNode {
  const { title, measure, verb, count, examples, leftOut = [], busy, onConfirm, onClose, children } = props;
  return (
    <Dialog
      open
      shape="wide"
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>返回</Button>
          <Button type="primary" loading={busy} disabled={count === 0} onClick={onConfirm}>
            {verb} {count} {measure}
          </Button>
        </>
      }
    >
      {children}
      <p>
        将{verb} <b>{count}</b> {measure}
        {leftOut.length > 0 && `，另有 ${leftOut.length} ${measure}不动`}。办理后可以撤销，直到有人在其上继续办理。
      </p>
      <table className="plain-table">
        <thead>
          <tr>
            <th>名称</th>
            <th>现在</th>
            <th>改后</th>
          </tr>
        </thead>
        <tbody>
          {examples.map((example) => (
            <tr key={example.id}>
              <td>{example.name}</td>
              <td>{example.before === '' ? '（空）' : example.before}</td>
              <td>
                <b>{example.after === '' ? '（空）' : example.after}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {count > examples.length && (
        <p className="quiet">
          以上为前 {examples.length} {measure}。
        </p>
      )}
      {leftOut.length > 0 && (
        <details>
          <summary>
            不动的 {leftOut.length} {measure}及原因
          </summary>
          <ul>
            {leftOut.map((one) => (
              <li key={one.name}>
                {one.name}：{one.reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Dialog>
  );
}
