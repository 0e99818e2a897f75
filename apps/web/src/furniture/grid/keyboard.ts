/** 键盘 — where the cell that has the focus goes, and what a key asks for. Rows and columns count from 0; row −1 is the header. Pure. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

export interface Field {
  readonly rows: number;
  readonly columns: number;
  /** Rows that fit on the screen. */
  readonly page: number;
}

export interface Stroke {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
}

/** The new spot, or null when the key does not move. */
export function moveSpot(spot: Spot, { key, ctrl }: Stroke, { rows, columns, page }: Field): Spot | null {
  const last = { row: rows - 1, column: columns - 1 };
  const to: Readonly<Record<string, Spot>> = {
    ArrowDown: { ...spot, row: ctrl ? last.row : spot.row + 1 },
    ArrowUp: { ...spot, row: ctrl ? 0 : spot.row - 1 },
    ArrowRight: { ...spot, column: ctrl ? last.column : spot.column + 1 },
    ArrowLeft: { ...spot, column: ctrl ? 0 : spot.column - 1 },
    PageDown: { ...spot, row: spot.row + page },
    PageUp: { ...spot, row: Math.max(0, spot.row - page) },
    Home: { row: ctrl ? 0 : spot.row, column: 0 },
    End: { row: ctrl ? last.row : spot.row, column: last.column },
  };
  const next = to[key];
  if (next === undefined) return null;
  return { row: Math.max(-1, Math.min(last.row, next.row)), column: Math.max(0, Math.min(last.column, next.column)) };
}

export type Asked = 'open' | 'why' | 'pick' | 'pickRange' | 'pickAll' | 'sort';

export function asks({ key, ctrl, shift }: Stroke, spot: Spot): Asked | null {
  if (ctrl && key.toLowerCase() === 'a') return 'pickAll';
  if (ctrl) return null;
  if (spot.row < 0) return key === 'Enter' || key === ' ' ? 'sort' : null;
  if (key === 'Enter') return 'open';
  if (key === ' ') return shift ? 'pickRange' : 'pick';
  return key.toLowerCase() === 'w' ? 'why' : null;
}

/** 选中 — one row turned on or off, or all between the last picked and this one. */
export function pick(
  picked: ReadonlySet<string>,
  ids: readonly string[],
  range: { readonly from: number; readonly to: number },
): Set<string> {
  const next = new Set(picked);
  if (range.from === range.to) {
    const id = ids[range.to];
    if (id !== undefined && !next.delete(id)) next.add(id);
    return next;
  }
  const [low, high] = range.from < range.to ? [range.from, range.to] : [range.to, range.from];
  for (const id of ids.slice(low, high + 1)) next.add(id);
  return next;
}
