/** 一次导入 — where it stands now: working with real counts, tried and waiting for a decision, done with what needs a person. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { type Answer, ask, askForFile } from '../../api/ask.js';
import { FindingList } from '../../furniture/FindingList.js';
import { saveFile } from '../../furniture/saveFile.js';
import { Loading, Trouble, TroubleLine } from '../../furniture/states.js';
import { useTell } from '../../furniture/Toast.js';
import { formatInstant, formatNumber } from '../../furniture/values.js';
import { useAct } from '../../office/act.js';
import { Block } from '../../office/Page.js';
import { HowUndone, UndoImport } from './ImportUndo.js';
import { importStateWords, importWords } from './words.zh.js';

type One = Answer<'getImport'>;
type Outcome = NonNullable<One['outcome']>;

const often = 700;
/** A job is at it: its counts move. */
export const atWork = ({ state }: Pick<One, 'state'>): boolean => ['looking', 'running', 'undoing'].includes(state);

export function ImportRun({ importId }: { readonly importId: string }): ReactNode {
  const queries = useQueryClient();
  const found = useQuery({
    queryKey: ['imports', importId],
    queryFn: ({ signal }) => ask('getImport', { path: { importId }, signal }),
    refetchInterval: ({ state }) => (state.data !== undefined && atWork(state.data) ? often : false),
  });
  const state = found.data?.state;
  useEffect(() => {
    if (state === undefined) return;
    void queries.invalidateQueries({ queryKey: ['imports', 'list'] });
    // What is shown elsewhere rests on the register.
    if (state === 'done' || state === 'undone') void queries.invalidateQueries({ queryKey: ['registry'] });
  }, [state, queries]);
  if (found.isPending) return <Loading what="这次导入" />;
  if (found.data === undefined) return <Trouble error={found.error} again={() => void found.refetch()} />;
  const one = found.data;
  return (
    <Block title={`第 ${one.number} 号导入 · ${importWords[one.kind]} · ${importStateWords[one.state]}`}>
      <p className="quiet">
        {one.fileName} · {one.madeByName} {formatInstant(one.madeAt)} 交件 · 校验码 {one.sha256.slice(0, 12)}
      </p>
      {atWork(one) ? <AtWork one={one} /> : <Standing one={one} />}
    </Block>
  );
}

function AtWork({ one }: { readonly one: One }): ReactNode {
  const { busy, error, run } = useAct();
  const queries = useQueryClient();
  const { done, total, unit, state, jobId, cancelRequested } = one.job;
  const share = total === null || total === 0 ? null : Math.min(1, done / total);
  const cancel = async (): Promise<void> => {
    await run(() => ask('cancelJob', { path: { jobId } }));
    await queries.invalidateQueries({ queryKey: ['imports'] });
  };
  return (
    <div role="status">
      <p>
        <progress
          className="import-bar"
          max={1}
          {...(share === null ? {} : { value: share })}
          aria-label={importStateWords[one.state]}
        />
      </p>
      <p>
        {state === 'queued' ? '排队等待，前面的任务办完就开始' : one.words}
        {total !== null && total > 0 && `：${formatNumber(done)} / ${formatNumber(total)} ${unit}`}
        {cancelRequested && ' · 正在取消'}
      </p>
      <p className="row-line">
        <span className="quiet">可以离开本页或关掉浏览器；办完后有通知，回到“导入记录”里也能找到。</span>
        {one.job.mine && (
          <Button size="small" loading={busy} disabled={cancelRequested} onClick={() => void cancel()}>
            取消
          </Button>
        )}
      </p>
      <TroubleLine error={error} />
    </div>
  );
}

function Standing({ one }: { readonly one: One }): ReactNode {
  const { outcome, state } = one;
  const { error, busy, run } = useAct();
  const queries = useQueryClient();
  const again = async (): Promise<void> => {
    await run(() => ask('lookAgain', { path: { importId: one.importId } }));
    await queries.invalidateQueries({ queryKey: ['imports'] });
  };
  const broken = state === 'failed' || (state === 'looked' && (one.job.state === 'failed' || one.job.state === 'cancelled'));
  return (
    <div className="import-one">
      {broken && (
        <p className="warn-line" role="alert">
          {one.words}
          {state === 'looked' && '没有写入任何一行。'}
        </p>
      )}
      <HowUndone one={one} />
      {outcome !== null && <Summary outcome={outcome} done={state === 'done' || state === 'undone'} />}
      {outcome !== null && <Needs one={one} outcome={outcome} />}
      <TroubleLine error={error} />
      {state === 'looked' && outcome !== null && one.mine && <Decide one={one} outcome={outcome} />}
      <p className="row-line">
        {(broken || state === 'looked') && one.mine && (
          <Button loading={busy} onClick={() => void again()}>
            重新试运行
          </Button>
        )}
        <UndoImport one={one} />
        {!one.mine && state === 'looked' && <span className="quiet">由 {one.madeByName} 交件，请由其本人导入。</span>}
      </p>
    </div>
  );
}

function Decide({ one, outcome }: { readonly one: One; readonly outcome: Outcome }): ReactNode {
  const [goodRowsOnly, setGood] = useState(false);
  const { busy, error, run } = useAct();
  const queries = useQueryClient();
  const tell = useTell();
  const count = outcome.added + outcome.changed;
  const bring = async (): Promise<void> => {
    const body = { digest: outcome.digest, goodRowsOnly };
    const began = await run(() => ask('runImport', { path: { importId: one.importId }, body }));
    if (began !== undefined) tell({ words: '已开始导入。' });
    await queries.invalidateQueries({ queryKey: ['imports'] });
  };
  return (
    <div>
      {outcome.refused > 0 && (
        <p className="warn-line">
          有 {outcome.refused} 行不能采用。请改好文件重新交，或{' '}
          <Checkbox checked={goodRowsOnly} onChange={(event) => setGood(event.target.checked)}>
            只收合格行
          </Checkbox>
        </p>
      )}
      <TroubleLine error={error} />
      <p className="row-line">
        <Button
          type="primary"
          loading={busy}
          disabled={count === 0 || (outcome.refused > 0 && !goodRowsOnly)}
          onClick={() => void bring()}
        >
          {count === 0 ? '没有要改动的' : `导入 ${formatNumber(count)} 行`}
        </Button>
      </p>
    </div>
  );
}

/** 需要人处理的 — by kind, worst first; the whole list to work down here or to take away. */
function Needs({ one, outcome }: { readonly one: One; readonly outcome: Outcome }): ReactNode {
  const { busy, error, run } = useAct();
  const all = outcome.findings.length + outcome.moreFindings;
  const take = async (): Promise<void> => {
    const file = await run(() => askForFile('importFindings', { path: { importId: one.importId } }));
    if (file !== undefined) saveFile(file.name, file.content, file.content.type);
  };
  if (all === 0) return <FindingList found={[]} none="没有疑点。" />;
  return (
    <>
      <p className="row-line">
        <b>需要您看的 {formatNumber(all)} 处</b>
        <Button size="small" loading={busy} onClick={() => void take()}>
          下载疑点清单（Excel）
        </Button>
      </p>
      <ul className="need-list">
        {outcome.groups.map((group) => (
          <li key={group.code}>
            <b className={group.severity === 'error' ? 'need-error' : ''}>{formatNumber(group.count)} 处</b>{' '}
            {group.count > 1 && '如：'}
            {group.message} <span className="quiet">{group.remedy}</span>
          </li>
        ))}
      </ul>
      <TroubleLine error={error} />
      <details>
        <summary>逐条看</summary>
        <FindingList
          none="没有疑点。"
          found={outcome.findings.map((finding, place) => ({
            id: `${place}`,
            severity: finding.severity,
            place: [finding.sheet, finding.row === null ? null : `第 ${finding.row} 行`, finding.cell]
              .filter((word) => word !== null)
              .join(' · '),
            message: finding.message,
            remedy: finding.remedy,
          }))}
        />
        {outcome.moreFindings > 0 && <p className="quiet">另有 {outcome.moreFindings} 处在疑点清单里。</p>}
      </details>
    </>
  );
}

function Summary({ outcome, done }: { readonly outcome: Outcome; readonly done: boolean }): ReactNode {
  const counts = [
    ['读到', outcome.rows],
    [done ? '已新增' : '将新增', outcome.added],
    [done ? '已修改' : '将修改', outcome.changed],
    ['不变', outcome.unchanged],
    ['不能采用', outcome.refused],
  ] as const;
  return (
    <>
      <div className="counts">
        {counts.map(([title, count]) => (
          <div key={title} className={title === '不能采用' && count > 0 ? 'counts-bad' : ''}>
            <b>{formatNumber(count)}</b>
            {title}（行）
          </div>
        ))}
      </div>
      {outcome.examples.length > 0 && (
        <p className="quiet">
          例如：
          {outcome.examples
            .slice(0, 5)
            .map((example) => `第 ${example.row} 行 ${example.name}：${example.what}`)
            .join('；')}
        </p>
      )}
    </>
  );
}
