/** 视图菜单 — choose a view, keep what is on the screen as one, share it, make the list open with it; those of others are named by whom. */
import { Button, Checkbox, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { Loading, TroubleLine } from '../states.js';
import type { GridState } from './useGrid.js';
import { differs, type SavedView } from './views.js';

export function ViewMenu<Row>({ state }: { readonly state: GridState<Row> }): ReactNode {
  const { views, applied } = state;
  const now = { layout: state.layout, conditions: state.conditions, sort: state.sort };
  const own = views.list.filter(({ mine }) => mine);
  const others = views.list.filter(({ mine }) => !mine);
  if (views.waiting) return <Loading what="视图" />;
  return (
    <div className="view-list">
      <TroubleLine error={views.error} />
      {views.list.length === 0 && <p className="quiet">还没有保存的视图。把列、条件、排序调好，起个名字存下来。</p>}
      {own.length > 0 && (
        <ul className="column-list" aria-label="我的视图">
          {own.map((view) => (
            <One key={view.viewId} state={state} view={view} />
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <>
          <p className="quiet">本单位共用</p>
          <ul className="column-list" aria-label="本单位共用">
            {others.map((view) => (
              <One key={view.viewId} state={state} view={view} />
            ))}
          </ul>
        </>
      )}
      {applied?.mine === true && differs(applied, now) && (
        <Button size="small" block loading={views.busy} onClick={() => void views.edit(applied, { view: now })}>
          存回“{applied.name}”
        </Button>
      )}
      <SaveNew state={state} />
      <Button size="small" type="link" onClick={state.reset}>
        恢复默认
      </Button>
    </div>
  );
}

function One<Row>({ state, view }: { readonly state: GridState<Row>; readonly view: SavedView }): ReactNode {
  const { views, applied } = state;
  const [naming, setNaming] = useState<string | null>(null);
  const [leaving, setLeaving] = useState(false);
  if (naming !== null)
    return (
      <li>
        <Input
          size="small"
          autoFocus
          maxLength={30}
          aria-label="新名称"
          value={naming}
          onChange={(event) => setNaming(event.target.value)}
          onPressEnter={() => void views.edit(view, { name: naming.trim() }).then((done) => done && setNaming(null))}
        />
        <Button
          size="small"
          disabled={naming.trim() === ''}
          onClick={() => void views.edit(view, { name: naming.trim() }).then((done) => done && setNaming(null))}
        >
          改名
        </Button>
      </li>
    );
  const mayRemove = view.mine || views.mayShare;
  return (
    <li>
      <Button
        type="link"
        size="small"
        aria-current={applied?.viewId === view.viewId}
        onClick={() => state.apply(view)}
        title={view.mine ? (view.shared ? '本单位共用' : '只有我看得到') : `${view.ownerName}建立`}
      >
        {view.usual && '★ '}
        {view.name}
        {view.mine && view.shared && '（共用）'}
        {!view.mine && <span className="quiet">　{view.ownerName}</span>}
      </Button>
      <span className="view-acts">
        <button type="button" onClick={() => void views.setUsual(view.usual ? null : view)}>
          {view.usual ? '不设默认' : '设为默认'}
        </button>
        {view.mine && (
          <button type="button" onClick={() => setNaming(view.name)}>
            改名
          </button>
        )}
        {view.mine && (view.shared || views.mayShare) && (
          <button type="button" onClick={() => void views.edit(view, { shared: !view.shared })}>
            {view.shared ? '收回' : '共用'}
          </button>
        )}
        {mayRemove &&
          (leaving ? (
            <button type="button" className="view-remove" onClick={() => void views.remove(view)}>
              确认删除
            </button>
          ) : (
            <button type="button" aria-label={`删除视图 ${view.name}`} onClick={() => setLeaving(true)}>
              删除
            </button>
          ))}
      </span>
    </li>
  );
}

function SaveNew<Row>({ state }: { readonly state: GridState<Row> }): ReactNode {
  const { views } = state;
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const save = async (): Promise<void> => {
    if (name.trim() === '') return;
    const view = { layout: state.layout, conditions: state.complete, sort: state.sort };
    const made = await views.make(name.trim(), view, shared);
    if (made === undefined) return;
    setName('');
    state.took(made);
  };
  return (
    <>
      <div className="view-save">
        <Input
          size="small"
          placeholder="视图名称"
          aria-label="视图名称"
          maxLength={30}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={() => void save()}
        />
        <Button size="small" type="primary" loading={views.busy} disabled={name.trim() === ''} onClick={() => void save()}>
          保存
        </Button>
      </div>
      {views.mayShare && (
        <Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)}>
          本单位共用
        </Checkbox>
      )}
    </>
  );
}
