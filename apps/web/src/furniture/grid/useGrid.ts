/** 表格状态 — arrangement, conditions and sort of one grid for one person, and the view they came from. */
import { useEffect, useRef, useState } from 'react';
import { arrange, type Column, type Layout, resize, usualLayout } from './columns.js';
import { type Condition, isComplete } from './filter.js';
import type { Sort } from './order.js';
import { useViews, type Views } from './useViews.js';
import { lastKey, parseLast, type SavedView, type View } from './views.js';

export interface GridState<Row> {
  readonly all: readonly Column<Row>[];
  readonly shown: readonly Column<Row>[];
  readonly layout: Layout;
  readonly conditions: readonly Condition[];
  /** Those that are filled in: what goes to the server. */
  readonly complete: readonly Condition[];
  readonly sort: Sort | null;
  readonly views: Views;
  /** The view that was applied last; what stands on the screen may have moved on. */
  readonly applied: SavedView | undefined;
  setLayout(layout: Layout): void;
  setConditions(conditions: readonly Condition[]): void;
  setSort(sort: Sort | null): void;
  setWidth(key: string, width: number): void;
  apply(view: SavedView): void;
  /** What stands on the screen was kept as this view. */
  took(viewId: string): void;
  reset(): void;
}

interface Named<Row> {
  readonly name: string;
  readonly who: string;
  readonly columns: readonly Column<Row>[];
  readonly conditions?: readonly Condition[];
}

export function useGrid<Row>({ name, who, columns, conditions: given }: Named<Row>): GridState<Row> {
  const key = lastKey(name, who);
  const views = useViews(name);
  const [last] = useState(() => parseLast(localStorage.getItem(key)));
  const [layout, setLayoutState] = useState<Layout>(() => last?.layout ?? usualLayout(columns));
  const [conditions, setConditionsState] = useState<readonly Condition[]>(given ?? []);
  const [sort, setSortState] = useState<Sort | null>(last?.sort ?? null);
  const [appliedId, setApplied] = useState<string | null>(null);
  // A link with conditions, or a first move of the hand, goes before the view that the list opens with.
  const opened = useRef((given ?? []).length > 0);

  const keep = (next: Layout, order: Sort | null): void =>
    localStorage.setItem(key, JSON.stringify({ layout: next, sort: order }));
  const setLayout = (next: Layout): void => {
    opened.current = true;
    setLayoutState(next);
    keep(next, sort);
  };
  const show = (view: View, viewId: string): void => {
    opened.current = true;
    setLayoutState(view.layout);
    setConditionsState(view.conditions);
    setSortState(view.sort);
    setApplied(viewId);
  };
  const usual = views.list.find((view) => view.usual);
  useEffect(() => {
    if (opened.current || views.waiting) return;
    opened.current = true;
    if (usual !== undefined) show(usual, usual.viewId);
  });
  return {
    all: columns,
    shown: arrange(columns, layout),
    layout,
    conditions,
    complete: conditions.filter(isComplete),
    sort,
    views,
    applied: views.list.find(({ viewId }) => viewId === appliedId),
    setLayout,
    setConditions: (next) => {
      opened.current = true;
      setConditionsState(next);
    },
    setSort: (next) => {
      opened.current = true;
      setSortState(next);
      keep(layout, next);
    },
    setWidth: (column, width) => setLayout(resize(layout, column, width)),
    apply: (view) => show(view, view.viewId),
    took: setApplied,
    reset: () => {
      setLayout(usualLayout(columns));
      setConditionsState([]);
      setSortState(null);
      setApplied(null);
    },
  };
}
