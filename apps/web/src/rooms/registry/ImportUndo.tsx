/** 撤销一次导入 — asked for with a reason, done by a job that shows its counts like the import did; what stood in its way is listed to be worked down. */
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Answer, ask } from '../../api/ask.js';
import { FindingList, type Found } from '../../furniture/FindingList.js';
import { formatInstant, formatNumber } from '../../furniture/values.js';
import { useMay } from '../../office/session.js';
import { UndoDialog } from './UndoDialog.js';

type One = Answer<'getImport'>;
type Undo = NonNullable<One['undo']>;
type Block = NonNullable<Undo['blocked']>['items'][number];

/** 撤销 — offered where the import stands done. */
export function UndoImport({ one }: { readonly one: One }): ReactNode {
  const may = useMay('registry.merge');
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  if (one.state !== 'done') return null;
  if (!may) return <span className="quiet">需要整体撤销的，请牵头办经办人办理。</span>;
  const step = async (reason: string): Promise<string> => {
    await ask('undoImport', { path: { importId: one.importId }, body: { reason } });
    await queries.invalidateQueries({ queryKey: ['imports'] });
    return '已开始撤销。';
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>{one.undo === null ? '撤销这次导入' : '再次撤销这次导入'}</Button>
      {asking && (
        <UndoDialog what={`第 ${one.number} 号导入`} step={step} onClose={() => setAsking(false)}>
          登记恢复到这次导入之前：新增的行去掉，改过的行改回。行数多时要几分钟，可以离开本页。
        </UndoDialog>
      )}
    </>
  );
}

/** 撤销得怎样 — done by whom and why, or why it did not come about. */
export function HowUndone({ one }: { readonly one: One }): ReactNode {
  const { state, undo } = one;
  if (state === 'undone') return <Undone undo={undo} />;
  return state === 'done' && undo !== null ? <NotUndone one={one} undo={undo} /> : null;
}

function Undone({ undo }: { readonly undo: Undo | null }): ReactNode {
  return (
    <p className="quiet">
      这次导入已撤销，登记恢复到导入之前。
      {undo !== null && undo.at !== null && `${undo.byName} ${formatInstant(undo.at)} 撤销，理由：${undo.reason}`}
    </p>
  );
}

function NotUndone({ one, undo }: { readonly one: One; readonly undo: Undo }): ReactNode {
  const { blocked } = undo;
  const more = blocked === null ? 0 : blocked.count - blocked.items.length;
  return (
    <>
      <p className="warn-line" role="alert">
        {one.job.state === 'cancelled' ? '撤销已取消，没有撤销任何一行，导入的内容都在。' : one.words}
      </p>
      {blocked !== null && (
        <>
          <FindingList found={blocked.items.map(foundOf)} none="没有妨碍撤销的登记。" />
          {more > 0 && <p className="quiet">另有 {formatNumber(more)} 处，处理完上面的再撤销时列出。</p>}
        </>
      )}
    </>
  );
}

function foundOf(block: Block, place: number): Found {
  const { how, what, name, subjectId, at, byName, title } = block;
  const who = at === null ? '' : `（${formatInstant(at)} ${byName ?? ''} ${title ?? ''}）`;
  return {
    id: `${place}`,
    severity: 'error',
    place:
      subjectId === null ? (
        (name ?? what)
      ) : (
        <Link to="/registry/enterprises/$subjectId" params={{ subjectId }}>
          {name ?? '查看企业'}
        </Link>
      ),
    message: how === 'touched' ? `“${what}”导入之后又改过${who}。` : `“${what}”是导入之后登记的，用到了导入的内容${who}。`,
    remedy:
      how === 'touched'
        ? '整体撤销会丢掉后来的修改：后来的一步还能撤销的（如较新的导入），请先撤销那一步；否则请逐户核对更正。'
        : '请先删除、改正或移走这条登记，再撤销导入。',
  };
}
