/** 两处修改 — somebody else saved first: both values side by side, the person chooses field by field, nothing is lost silently. @source trust R62 */
import { Button, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { Dialog } from './Dialog.js';

export interface Clash {
  readonly field: string;
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
}

interface ConflictProps {
  readonly clashes: readonly Clash[];
  /** Who saved in the meantime, as far as known. */
  readonly by?: string | undefined;
  /** Field → whose value stays. */
  onDecide(kept: Readonly<Record<string, 'mine' | 'theirs'>>): void;
  onClose(): void;
}

export function Conflict({ clashes, by, onDecide, onClose }: ConflictProps): ReactNode {
  const [kept, setKept] = useState<Readonly<Record<string, 'mine' | 'theirs'>>>({});
  const open = clashes.filter((clash) => kept[clash.field] === undefined).length;
  return (
    <Dialog
      open
      firm
      shape="wide"
      title="您打开之后，这一项已被他人修改"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>先不保存</Button>
          <Button type="primary" disabled={open > 0} onClick={() => onDecide(kept)}>
            {open > 0 ? `还有 ${open} 处未取舍` : '按取舍保存'}
          </Button>
        </>
      }
    >
      <p>{by === undefined ? '' : `${by} 先保存了。`}请逐处取舍；没有列出的内容两边一致。</p>
      <table className="plain-table">
        <thead>
          <tr>
            <th>项目</th>
            <th>我填的</th>
            <th>现有的</th>
          </tr>
        </thead>
        <tbody>
          {clashes.map((clash) => (
            <tr key={clash.field}>
              <td>{clash.label}</td>
              {(['mine', 'theirs'] as const).map((side) => (
                <td key={side}>
                  <Radio checked={kept[clash.field] === side} onChange={() => setKept({ ...kept, [clash.field]: side })}>
                    {clash[side] === '' ? '（空）' : clash[side]}
                  </Radio>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
