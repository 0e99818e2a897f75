// biome-ignore-all lint/a11y/useSemanticElements: a grid of a hundred thousand rows is drawn from blocks; the roles say what they are
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid itself has the focus; aria-activedescendant names the cell
/** 表格的一行 — drawn again only when its own row, place, focus or choice changes. */
import { type MouseEvent, memo, type ReactNode } from 'react';
import { ValueCell } from '../ValueCell.js';
import type { Column } from './columns.js';
import type { Spot } from './keyboard.js';

interface RowProps<Row> {
  readonly row: Row;
  readonly index: number;
  readonly top: number;
  readonly columns: readonly Column<Row>[];
  readonly idPrefix: string;
  /** Column that has the focus, −1 none. */
  readonly active: number;
  readonly picked: boolean;
  readonly onPick: ((row: number, range: boolean) => void) | undefined;
  onSpot(spot: Spot): void;
  readonly onOpen: ((row: Row) => void) | undefined;
  readonly onWhy: ((row: Row, column: Column<Row>) => void) | undefined;
}

function DrawnRow<Row>(props: RowProps<Row>): ReactNode {
  const { row, index, columns, active, picked, onPick, onOpen, onWhy } = props;
  return (
    <div
      className={`grid-row${picked ? ' grid-picked' : ''}${index % 2 === 1 ? ' grid-odd' : ''}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={picked}
      style={{ transform: `translateY(${props.top}px)` }}
      onDoubleClick={() => onOpen?.(row)}
    >
      {columns.map((column, place) => (
        <div
          key={column.key}
          id={`${props.idPrefix}-${place}`}
          role="gridcell"
          className={`grid-cell${column.kind === 'number' ? ' number' : ''}${place === active ? ' grid-active' : ''}`}
          onMouseDown={() => props.onSpot({ row: index, column: place })}
        >
          {place === 0 && onPick !== undefined && <Picker picked={picked} onPick={(range) => onPick(index, range)} />}
          {column.draw?.(row) ?? <Plain column={column} row={row} onWhy={onWhy} />}
        </div>
      ))}
    </div>
  );
}

export const GridRow = memo(DrawnRow) as typeof DrawnRow;

function Picker({ picked, onPick }: { readonly picked: boolean; onPick(range: boolean): void }): ReactNode {
  const press = (event: MouseEvent): void => {
    event.stopPropagation();
    onPick(event.shiftKey);
  };
  return <input type="checkbox" tabIndex={-1} checked={picked} onClick={press} onChange={() => {}} aria-label="选中此行" />;
}

function Plain<Row>({ column, row, onWhy }: Pick<RowProps<Row>, 'row' | 'onWhy'> & { readonly column: Column<Row> }): ReactNode {
  const value = column.value(row);
  const shown = <ValueCell value={value} kind={column.kind} decimals={column.decimals} />;
  if (onWhy === undefined || column.kind !== 'number' || value === null) return <span>{shown}</span>;
  return (
    <button type="button" className="grid-why" tabIndex={-1} title="看这个数怎么来的" onClick={() => onWhy(row, column)}>
      {shown}
    </button>
  );
}
