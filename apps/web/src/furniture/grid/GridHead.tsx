// biome-ignore-all lint/a11y/useSemanticElements: a grid of a hundred thousand rows is drawn from blocks; the roles say what they are
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid itself has the focus; aria-activedescendant names the cell
/** 表头 — title, unit, sort by a press, width by the right edge. */
import { type PointerEvent, type ReactNode, useRef } from 'react';
import type { Column } from './columns.js';
import type { Spot } from './keyboard.js';
import { nextSort, type Sort } from './order.js';

interface HeadProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly sort: Sort | null;
  onSort(sort: Sort | null): void;
  readonly onWidth: ((key: string, width: number) => void) | undefined;
  readonly idPrefix: string;
  readonly spot: Spot;
}

export function GridHead<Row>({ columns, sort, onSort, onWidth, idPrefix, spot }: HeadProps<Row>): ReactNode {
  return (
    <div className="grid-head" role="row" aria-rowindex={1}>
      {columns.map((column, place) => {
        const direction = sort?.key === column.key ? (sort.down ? 'descending' : 'ascending') : 'none';
        const active = spot.row === -1 && spot.column === place;
        return (
          <div
            key={column.key}
            id={`${idPrefix}-${place}`}
            role="columnheader"
            aria-sort={direction}
            className={`grid-cell${column.kind === 'number' ? ' number' : ''}${active ? ' grid-active' : ''}`}
          >
            <Title column={column} direction={direction} onPress={() => onSort(nextSort(sort, column.key))} />
            {onWidth !== undefined && <Edge width={column.width} onWidth={(width) => onWidth(column.key, width)} />}
          </div>
        );
      })}
    </div>
  );
}

interface TitleProps {
  readonly column: Pick<Column<never>, 'title' | 'unit' | 'sortable'>;
  readonly direction: 'ascending' | 'descending' | 'none';
  onPress(): void;
}

function Title({ column, direction, onPress }: TitleProps): ReactNode {
  const words = (
    <>
      {column.title}
      {column.unit !== undefined && <small>（{column.unit}）</small>}
      {direction !== 'none' && <span aria-hidden="true">{direction === 'ascending' ? ' ↑' : ' ↓'}</span>}
    </>
  );
  if (column.sortable !== true) return <span className="grid-title">{words}</span>;
  return (
    <button type="button" className="grid-title" tabIndex={-1} onClick={onPress} title="按此列排序">
      {words}
    </button>
  );
}

function Edge({ width, onWidth }: { readonly width: number; onWidth(width: number): void }): ReactNode {
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const press = (event: PointerEvent<HTMLSpanElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width };
  };
  const drag = (event: PointerEvent): void => {
    if (start.current !== null) onWidth(start.current.width + event.clientX - start.current.x);
  };
  const release = (): void => {
    start.current = null;
  };
  return <span className="grid-edge" aria-hidden="true" onPointerDown={press} onPointerMove={drag} onPointerUp={release} />;
}
