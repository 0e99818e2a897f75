/**
 * 视图 — a named arrangement of a grid: columns, conditions, sort. They are kept by the server, one's own or shared with the office; only
 * how a person last arranged the columns stays in this browser. Nothing secret is in either. Pure.
 */
import type { Layout } from './columns.js';
import { type Condition, operators } from './filter.js';
import type { Sort } from './order.js';

export interface View {
  readonly layout: Layout;
  readonly conditions: readonly Condition[];
  readonly sort: Sort | null;
}

/** As the server gives it. */
export interface SavedView extends View {
  readonly viewId: string;
  readonly name: string;
  readonly ownerName: string;
  readonly mine: boolean;
  readonly shared: boolean;
  /** The list opens with it. */
  readonly usual: boolean;
  readonly version: number;
}

/** As an answer and a request write it. */
export interface ViewContent {
  readonly layout: { readonly order: string[]; readonly hidden: string[]; readonly widths: Record<string, number> };
  readonly conditions: { readonly field: string; readonly op: Condition['op']; readonly value?: string | string[] }[];
  readonly sort: { readonly key: string; readonly down: boolean } | null;
}

export function contentOf({ layout, conditions, sort }: View): ViewContent {
  return {
    layout: { order: [...layout.order], hidden: [...layout.hidden], widths: { ...layout.widths } },
    conditions: conditions.map(({ field, op, value }) => ({
      ...{ field, op },
      ...(value === undefined ? {} : { value: typeof value === 'string' ? value : [...value] }),
    })),
    sort: sort === null ? null : { key: sort.key, down: sort.down },
  };
}

/** A condition that this version does not know is left out rather than believed. */
export function viewOf({ layout, conditions, sort }: ViewContent): View {
  return {
    layout,
    sort,
    conditions: conditions.flatMap(({ field, op, value }): Condition[] => {
      if (!operators.includes(op)) return [];
      if (value === undefined) return [{ field, op }];
      if (typeof value === 'string') return [{ field, op, value }];
      const [from, to] = value;
      return from === undefined || to === undefined ? [] : [{ field, op, value: [from, to] }];
    }),
  };
}

/** What stands on the screen is no longer what the view says. */
export const differs = (view: View, now: View): boolean => JSON.stringify(contentOf(view)) !== JSON.stringify(contentOf(now));

interface LastArranged {
  readonly layout: Layout;
  readonly sort: Sort | null;
}

export const lastKey = (grid: string, who: string): string => `muheng.arranged.${who}.${grid}`;

/** What was kept by an older version, or damaged, is left out rather than believed. */
export function parseLast(text: string | null): LastArranged | undefined {
  if (text === null) return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    return isLast(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function isLast(value: unknown): value is LastArranged {
  if (!isRecord(value) || !isRecord(value.layout)) return false;
  const { layout, sort } = value;
  const lists = [layout.order, layout.hidden].every(
    (list) => Array.isArray(list) && list.every((one) => typeof one === 'string'),
  );
  const widths = isRecord(layout.widths) && Object.values(layout.widths).every((one) => typeof one === 'number');
  const sorted = sort === null || (isRecord(sort) && typeof sort.key === 'string' && typeof sort.down === 'boolean');
  return lists && widths && sorted;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
