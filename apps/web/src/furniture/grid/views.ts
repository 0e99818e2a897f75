/** 视图 — a named arrangement of a grid: columns, conditions, sort. A person's own views stay in this browser; nothing secret is in them. Pure. */

import type { Layout } from './columns.js';
import { type Condition, operators } from './filter.js';
import type { Sort } from './order.js';

export interface View {
  readonly name: string;
  readonly layout: Layout;
  readonly conditions: readonly Condition[];
  readonly sort: Sort | null;
}

export const viewsKey = (grid: string, who: string): string => `muheng.views.${who}.${grid}`;

/** A view of the same name is replaced; names are kept in the order of the language. */
export function keepView(views: readonly View[], view: View): View[] {
  return [...views.filter((one) => one.name !== view.name), view].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What was kept by an older version, or damaged, is left out rather than believed. */
export function parseViews(text: string | null): View[] {
  if (text === null) return [];
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed.filter(isView) : [];
  } catch {
    return [];
  }
}

function isView(value: unknown): value is View {
  if (!isRecord(value) || typeof value.name !== 'string' || !isRecord(value.layout)) return false;
  const { layout, conditions, sort } = value;
  const lists = [layout.order, layout.hidden].every(
    (list) => Array.isArray(list) && list.every((one) => typeof one === 'string'),
  );
  const widths = isRecord(layout.widths) && Object.values(layout.widths).every((one) => typeof one === 'number');
  const sorted = sort === null || (isRecord(sort) && typeof sort.key === 'string' && typeof sort.down === 'boolean');
  return lists && widths && sorted && Array.isArray(conditions) && conditions.every(isCondition);
}

function isCondition(value: unknown): value is Condition {
  return isRecord(value) && typeof value.field === 'string' && operators.some((op) => op === value.op);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
