/**
 * 时间线 — what happened to the enterprise and what was changed in its register, on one line, newest first; the latest changes with before
 * and after, all of them on demand. A merge or split on which nothing rests is taken back from here.
 */

import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Answer, ask } from '../../api/ask.js';
import { keysOf } from '../../furniture/choices.js';
import { TroubleLine } from '../../furniture/states.js';
import { type Moment, TimeLine } from '../../furniture/TimeLine.js';
import { Block } from '../../office/Page.js';
import { useMay } from '../../office/session.js';
import { UndoDialog } from './UndoDialog.js';
import { undoStep } from './undo.js';
import { timeLineWords } from './words.zh.js';

type Page = Answer<'getEnterprisePage'>;
type Entry = Page['timeLine'][number];
type Change = Page['latest'][number];
type Kind = Entry['kind'];

const kinds: readonly Kind[] = keysOf(timeLineWords);
const firstShown = 30;
/** The window gives so many changed rows with the page. */
const latestGiven = 60;

export function SubjectTimeLine({ page, subjectId }: { readonly page: Page; readonly subjectId: string }): ReactNode {
  const merges = useMay('registry.merge');
  const [kind, setKind] = useState<Kind | 'all'>('all');
  const [all, setAll] = useState(false);
  const [undoing, setUndoing] = useState<Entry | null>(null);
  const history = useQuery({
    queryKey: ['registry', 'history', subjectId],
    queryFn: () => ask('subjectHistory', { path: { subjectId } }),
    enabled: all,
  });
  const changes = history.data?.items ?? page.latest;
  const entries = page.timeLine.filter((entry) => kind === 'all' || entry.kind === kind);
  const shown = all ? entries : entries.slice(0, firstShown);
  const present = kinds.filter((one) => page.timeLine.some((entry) => entry.kind === one));
  return (
    <Block title="时间线" id="history">
      {page.timeLine.length === 0 ? (
        <p className="quiet">还没有记载。成立、投产、更名、用地、称号和每次登记变更都会列在这里。</p>
      ) : (
        <>
          {present.length > 1 && (
            <div className="time-line-kinds screen-only">
              <Segmented<Kind | 'all'>
                size="small"
                value={kind}
                onChange={setKind}
                options={[
                  { value: 'all', label: `全部 ${page.timeLine.length}` },
                  ...present.map((one) => ({
                    value: one,
                    label: `${timeLineWords[one]} ${page.timeLine.filter((entry) => entry.kind === one).length}`,
                  })),
                ]}
              />
            </div>
          )}
          <TimeLine
            moments={shown.map((entry, place) => ({
              ...momentOf(entry, changes, place),
              ...(entry.undoable && merges
                ? {
                    action: (
                      <Button size="small" type="link" onClick={() => setUndoing(entry)}>
                        撤销
                      </Button>
                    ),
                  }
                : {}),
            }))}
          />
          {!all && (entries.length > shown.length || page.latest.length >= latestGiven) && (
            <Button size="small" onClick={() => setAll(true)}>
              {entries.length > shown.length ? `其余 ${entries.length - shown.length} 条及` : ''}全部变更明细
            </Button>
          )}
          {history.isFetching && <p className="quiet">正在取变更明细…</p>}
          <TroubleLine error={history.error} />
        </>
      )}
      {undoing?.actionId != null && (
        <UndoDialog step={undoStep(undoing.actionId)} what={undoing.words} onClose={() => setUndoing(null)}>
          恢复到办理之前：移走的登记都回来，新登记的一户撤回。
        </UndoDialog>
      )}
    </Block>
  );
}

function momentOf(entry: Entry, changes: readonly Change[], place: number): Moment {
  const own = entry.actionId === null ? [] : changes.filter((change) => change.actionId === entry.actionId);
  const reason = own.find((change) => change.reason !== null)?.reason ?? null;
  return {
    id: entry.actionId ?? `${entry.on} ${entry.words} ${place}`,
    at: entry.on,
    what: entry.words,
    who: reason === null ? '' : `理由：${reason}`,
    notes: [
      ...counted(
        '新登记',
        own.filter((change) => change.made),
      ),
      // A row that went from one enterprise to another changes nothing but whose it is.
      ...counted(
        '转移或恢复',
        own.filter((change) => !change.made && change.changes.length === 0 && change.what !== '基本情况'),
      ),
    ],
    changes: own.flatMap((change) =>
      change.made
        ? []
        : change.changes.map(({ field, before, now }) => ({
            ...{ key: `${change.rowId} ${field}`, field: `${change.what} · ${field}` },
            ...{ before: before ?? '', after: now ?? '' },
          })),
    ),
  };
}

/** 新登记：户号 3 条、称号 1 条 */
function counted(title: string, changes: readonly Change[]): string[] {
  const counts = new Map<string, number>();
  for (const { what } of changes) counts.set(what, (counts.get(what) ?? 0) + 1);
  return counts.size === 0 ? [] : [`${title}：${[...counts].map(([what, count]) => `${what} ${count} 条`).join('、')}`];
}
