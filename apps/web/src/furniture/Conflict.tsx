/** 两处修改 — somebody else saved first: only what both changed is asked, field by field; what only they changed is told. @source trust R62 */
import { Button, Radio } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import './Conflict.css';
import { Dialog } from './Dialog.js';
import type { Clash, Kept, Merged, Taken } from './threeWay.js';

interface ConflictProps {
  readonly merged: Pick<Merged<unknown>, 'clashes' | 'taken'>;
  onDecide(kept: Kept): void;
  onClose(): void;
}

export function Conflict({ merged: { clashes, taken }, onDecide, onClose }: ConflictProps): ReactNode {
  const [kept, setKept] = useState<Kept>({});
  const asks = clashes.length > 0;
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
          <Button type="primary" autoFocus={!asks} disabled={open > 0} onClick={() => onDecide(kept)}>
            {open > 0 ? `还有 ${open} 处未取舍` : asks ? '按取舍保存' : '连同我改的一起保存'}
          </Button>
        </>
      }
    >
      {asks ? (
        <>
          <p>下列 {clashes.length} 处两人都改了，而且改得不同，请逐处取舍。</p>
          <Clashes clashes={clashes} kept={kept} onKeep={(field, side) => setKept({ ...kept, [field]: side })} />
        </>
      ) : (
        <p>对方改的和您改的不是同一处，没有冲突。</p>
      )}
      {taken.length > 0 && <TakenList taken={taken} />}
    </Dialog>
  );
}

interface ClashesProps {
  readonly clashes: readonly Clash[];
  readonly kept: Kept;
  onKeep(field: string, side: 'mine' | 'theirs'): void;
}

function Clashes({ clashes, kept, onKeep }: ClashesProps): ReactNode {
  const id = useId();
  return (
    <div className="table-scroll">
      <table className="plain-table conflict-table">
        <thead>
          <tr>
            {['项目', headings.base, headings.mine, headings.theirs].map((word) => (
              <th key={word}>{word}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {clashes.map((clash) => (
            <tr key={clash.field}>
              <th scope="row">{clash.label}</th>
              <td className="quiet" data-heading={headings.base}>
                {shown(clash.base)}
              </td>
              {(['mine', 'theirs'] as const).map((side) => (
                <td key={side} data-heading={headings[side]}>
                  <Radio
                    name={`${id}${clash.field}`}
                    checked={kept[clash.field] === side}
                    onChange={() => onKeep(clash.field, side)}
                  >
                    {shown(clash[side])}
                  </Radio>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TakenList({ taken }: { readonly taken: readonly Taken[] }): ReactNode {
  return (
    <>
      <h3 className="conflict-taken">对方已改 {taken.length} 处，照现有的保留</h3>
      <div className="table-scroll">
        <table className="plain-table conflict-table">
          <thead>
            <tr>
              {['项目', headings.base, headings.theirs].map((word) => (
                <th key={word}>{word}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {taken.map(({ field, label, base, theirs }) => (
              <tr key={field}>
                <th scope="row">{label}</th>
                <td className="quiet" data-heading={headings.base}>
                  {shown(base)}
                </td>
                <td data-heading={headings.theirs}>{shown(theirs)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const headings = { base: '原来', mine: '我填的', theirs: '现有的' } as const;

const shown = (word: string): string => (word === '' ? '（空）' : word);
