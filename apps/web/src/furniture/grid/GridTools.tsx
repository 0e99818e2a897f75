/** 表格工具 — conditions on the left; views, columns and export on the right; how many rows, in words. */
import { Button, Popover } from 'antd';
import type { ReactNode } from 'react';
import './GridTools.css';
import { saveFile } from '../saveFile.js';
import { move, toggle } from './columns.js';
import { csvOf } from './export.js';
import { FilterBar } from './FilterBar.js';
import type { GridState } from './useGrid.js';
import { ViewMenu } from './ViewMenu.js';

interface ToolsProps<Row> {
  readonly state: GridState<Row>;
  readonly rows: readonly Row[];
  /** 共 1,156 户 */
  readonly count: ReactNode;
  /** File name without its ending. */
  readonly exportName: string;
  readonly children?: ReactNode;
}

export function GridTools<Row>({ state, rows, count, exportName, children }: ToolsProps<Row>): ReactNode {
  const exportShown = (): void => saveFile(`${exportName}.csv`, csvOf(state.shown, rows), 'text/csv;charset=utf-8');
  return (
    <div className="grid-tools">
      <FilterBar columns={state.all} conditions={state.conditions} onChange={state.setConditions} />
      <div className="grid-tools-right">
        <span className="quiet">{count}</span>
        {children}
        <Popover trigger="click" placement="bottomRight" content={<ViewMenu state={state} />} title="视图">
          <Button size="small">{state.applied === undefined ? '视图' : `视图：${state.applied.name}`}</Button>
        </Popover>
        <Popover trigger="click" placement="bottomRight" content={<Columns state={state} />} title="显示哪些列">
          <Button size="small">列</Button>
        </Popover>
        <Button size="small" onClick={exportShown} title="导出屏幕上的列和已取到的行（CSV，可用 Excel、WPS 打开）">
          导出所见
        </Button>
      </div>
    </div>
  );
}

function Columns<Row>({ state }: { readonly state: GridState<Row> }): ReactNode {
  const { layout, all } = state;
  const known = new Map(all.map((column) => [column.key, column]));
  const order = [...layout.order, ...all.map((column) => column.key).filter((key) => !layout.order.includes(key))];
  return (
    <ul className="column-list">
      {order.map((key, place) => {
        const column = known.get(key);
        if (column === undefined) return null;
        return (
          <li key={key}>
            <label>
              <input
                type="checkbox"
                checked={!layout.hidden.includes(key)}
                disabled={place === 0}
                onChange={() => state.setLayout(toggle(layout, key))}
              />
              {column.title}
            </label>
            {place > 0 && (
              <span>
                <button type="button" aria-label={`${column.title} 前移`} onClick={() => state.setLayout(move(layout, key, -1))}>
                  ↑
                </button>
                <button type="button" aria-label={`${column.title} 后移`} onClick={() => state.setLayout(move(layout, key, 1))}>
                  ↓
                </button>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
