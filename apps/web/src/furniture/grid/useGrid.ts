/** 表格状态 — arrangement, conditions and sort of one grid for one person, with the saved views. */
import { useState } from 'react';
import { arrange, type Column, type Layout, resize, usualLayout } from './columns.js';
import { type Condition, isComplete } from './filter.js';
import type { Sort } from './order.js';
import { keepView, parseViews, type View, viewsKey } from './views.js';

export interface GridState<Row> {
  readonly all: readonly Column<Row>[];
  readonly shown: readonly Column<Row>[];
  readonly layout: Layout;
  readonly conditions: readonly Condition[];
  /** Those that are filled in: what goes to the server. */
  readonly complete: readonly Condition[];
  readonly sort: Sort | null;
  readonly views: readonly View[];
  setLayout(layout: Layout): void;
  setConditions(conditions: readonly Condition[]): void;
  setSort(sort: Sort | null): void;
  setWidth(key: string, width: number): void;
  save(name: string): void;
  apply(view: View): void;
  forget(name: string): void;
  reset(): void;
}

interface Named<Row> {
  readonly name: string;
  readonly who: string;
  readonly columns: readonly Column<Row>[];
  readonly conditions?: readonly Condition[];
}

const lastOne = '\u0000last';

export function useGrid<Row>({ name, who, columns, conditions: given }: Named<Row>): GridState<Row> {
  const key = viewsKey(name, who);
  const [kept, setKept] = useState(() => parseViews(localStorage.getItem(key)));
  const last = kept.find((view) => view.name === lastOne);
  const [layout, setLayoutState] = useState<Layout>(() => last?.layout ?? usualLayout(columns));
  const [conditions, setConditions] = useState<readonly Condition[]>(given ?? []);
  const [sort, setSort] = useState<Sort | null>(last?.sort ?? null);

  const store = (views: View[]): void => {
    setKept(views);
    localStorage.setItem(key, JSON.stringify(views));
  };
  const setLayout = (next: Layout): void => {
    setLayoutState(next);
    store(keepView(kept, { name: lastOne, layout: next, conditions: [], sort }));
  };
  return {
    all: columns,
    shown: arrange(columns, layout),
    layout,
    conditions,
    complete: conditions.filter(isComplete),
    sort,
    views: kept.filter((view) => view.name !== lastOne),
    setLayout,
    setConditions,
    setSort,
    setWidth: (column, width) => setLayout(resize(layout, column, width)),
    save: (viewName) => store(keepView(kept, { name: viewName, layout, conditions, sort })),
    apply: (view) => {
      setLayoutState(view.layout);
      setConditions(view.conditions);
      setSort(view.sort);
    },
    forget: (viewName) => store(kept.filter((view) => view.name !== viewName)),
    reset: () => {
      setLayout(usualLayout(columns));
      setConditions([]);
      setSort(null);
    },
  };
}
