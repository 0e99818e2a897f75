// biome-ignore-all lint/a11y/useSemanticElements: a grid of a hundred thousand rows is drawn from blocks; the roles say what they are
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid itself has the focus; aria-activedescendant names the cell
/**
 * 表格 — rows by the hundred thousand without a stutter: only what is in sight is drawn. First column frozen, header and totals stay in
 * sight, every cell reachable by keyboard. Holds no data and asks no server: rows come in, wishes go out. Read `GridProps` first.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import './Grid.css';
import { ValueCell } from '../ValueCell.js';
import type { Value } from '../values.js';
import type { Column } from './columns.js';
import { GridHead } from './GridHead.js';
import { GridRow } from './GridRow.js';
import { asks, moveSpot, pick, type Spot } from './keyboard.js';
import { nextSort, type Sort } from './order.js';
import { useNarrow } from './useNarrow.js';

export interface GridProps<Row> {
  /** Read aloud: 企业列表. */
  readonly label: string;
  /** As arranged: the first is frozen. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  idOf(row: Row): string;
  readonly sort: Sort | null;
  onSort(sort: Sort | null): void;
  onWidth?(key: string, width: number): void;
  /** Rows the server still has. */
  readonly more?: More | undefined;
  /** 合计 by column key, of all rows that match, not of those loaded. */
  readonly totals?: Readonly<Record<string, Value>> | undefined;
  readonly picked?: ReadonlySet<string> | undefined;
  onPick?(picked: ReadonlySet<string>): void;
  onOpen?(row: Row): void;
  onWhy?(row: Row, column: Column<Row>): void;
  /** Drawn instead of rows: loading, empty, failed. */
  readonly instead?: ReactNode;
}

export interface More {
  readonly loading: boolean;
  load(): void;
}

const rowHeight = 36;
const loadAhead = 40;

export function Grid<Row>(props: GridProps<Row>): ReactNode {
  const { rows, idOf, sort, onSort, more, totals, picked, onPick } = props;
  const narrow = useNarrow();
  const columns = useMemo(() => (narrow ? withNarrowFirst(props.columns) : props.columns), [narrow, props.columns]);
  const scroller = useRef<HTMLDivElement>(null);
  const gridId = useId();
  const [spot, setSpot] = useState<Spot>({ row: 0, column: 0 });
  const [anchor, setAnchor] = useState(0);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollPaddingStart: 44,
    scrollPaddingEnd: totals === undefined ? 0 : rowHeight,
  });
  const items = virtual.getVirtualItems();
  const lastDrawn = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more !== undefined && !more.loading && lastDrawn >= rows.length - loadAhead) more.load();
  }, [more, lastDrawn, rows.length]);

  const ids = (): string[] => rows.map(idOf);
  const pickRow = (row: number, range: boolean): void => {
    onPick?.(pick(picked ?? new Set(), ids(), { from: range ? anchor : row, to: row }));
    setAnchor(row);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const stroke = { key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey };
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 2);
    const next = moveSpot(spot, stroke, { rows: rows.length, columns: columns.length, page });
    if (next !== null) {
      event.preventDefault();
      setSpot(next);
      if (next.row >= 0) virtual.scrollToIndex(next.row);
      bringColumn(scroller.current, columns, next.column);
      return;
    }
    const asked = asks(stroke, spot);
    const row = rows[spot.row];
    const column = columns[spot.column];
    if (asked === null || column === undefined) return;
    if (asked === 'pickAll') {
      if (onPick === undefined) return;
      event.preventDefault();
      onPick(new Set(ids()));
    } else if (asked === 'sort') {
      event.preventDefault();
      if (column.sortable === true) onSort(nextSort(sort, column.key));
    } else if (row !== undefined) {
      event.preventDefault();
      if (asked === 'open') props.onOpen?.(row);
      if (asked === 'why') props.onWhy?.(row, column);
      if (asked === 'pick' || asked === 'pickRange') pickRow(spot.row, asked === 'pickRange');
    }
  };
  const width = columns.map((column) => `${column.width}px`).join(' ');

  return (
    <div
      ref={scroller}
      className="grid"
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={more === undefined ? rows.length + 1 : -1}
      aria-colcount={columns.length}
      aria-multiselectable={onPick !== undefined}
      aria-activedescendant={`${gridId}-${spot.row}-${spot.column}`}
      onKeyDown={onKeyDown}
    >
      <div className="grid-body" style={{ '--grid-columns': `${width} minmax(0, 1fr)` }}>
        <GridHead columns={columns} sort={sort} onSort={onSort} onWidth={props.onWidth} idPrefix={`${gridId}--1`} spot={spot} />
        {props.instead !== undefined ? (
          <div className="grid-instead">{props.instead}</div>
        ) : (
          <div className="grid-rows" style={{ height: virtual.getTotalSize() }}>
            {items.map((item) => {
              const row = rows[item.index];
              return row === undefined ? null : (
                <GridRow
                  key={idOf(row)}
                  row={row}
                  index={item.index}
                  top={item.start}
                  columns={columns}
                  idPrefix={`${gridId}-${item.index}`}
                  active={spot.row === item.index ? spot.column : -1}
                  picked={picked?.has(idOf(row)) ?? false}
                  onPick={onPick === undefined ? undefined : pickRow}
                  onSpot={setSpot}
                  onOpen={props.onOpen}
                  onWhy={props.onWhy}
                />
              );
            })}
          </div>
        )}
        {more?.loading === true && props.instead === undefined && <div className="grid-more">正在取后面的行…</div>}
        {totals !== undefined && props.instead === undefined && (
          <div className="grid-totals" role="row">
            {columns.map((column, place) => (
              <div key={column.key} role="gridcell" className={`grid-cell${column.kind === 'number' ? ' number' : ''}`}>
                {place === 0 && <b>合计 </b>}
                {totals[column.key] !== undefined && (
                  <ValueCell value={totals[column.key] ?? null} kind="number" decimals={place === 0 ? 0 : column.decimals} />
                )}
              </div>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}

/** On a phone the frozen column leaves room for the others. */
function withNarrowFirst<Row>([first, ...others]: readonly Column<Row>[]): readonly Column<Row>[] {
  return first === undefined ? [] : [{ ...first, width: Math.min(first.width, 168) }, ...others];
}

/** Scrolls sideways so that the column stands beside the frozen one. */
function bringColumn(scroller: HTMLDivElement | null, columns: readonly { readonly width: number }[], place: number): void {
  if (scroller === null || place === 0) return;
  const frozen = columns[0]?.width ?? 0;
  const left = columns.slice(0, place).reduce((sum, column) => sum + column.width, 0);
  const right = left + (columns[place]?.width ?? 0);
  if (left - frozen < scroller.scrollLeft) scroller.scrollLeft = left - frozen;
  else if (right > scroller.scrollLeft + scroller.clientWidth) scroller.scrollLeft = right - scroller.clientWidth;
}
