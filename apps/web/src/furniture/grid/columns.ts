/** 列 — what a grid knows of a column, and how a person has arranged them: order, width, shown or not. Pure. */
import type { ReactNode } from 'react';
import type { Value, ValueKind } from '../values.js';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  /** Stands in the header: 亩, 万元. */
  readonly unit?: string;
  readonly kind: ValueKind;
  readonly decimals?: number;
  readonly width: number;
  readonly hidden?: true;
  value(row: Row): Value;
  /** Draws something richer than the value; the value still sorts, filters and exports. */
  draw?(row: Row): ReactNode;
  /** For `choice`: what can be picked in a filter. */
  readonly choices?: readonly Choice[];
  /** The server can sort by it. */
  readonly sortable?: boolean;
  readonly filterable?: boolean;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** As kept in a view. Keys that no longer exist are dropped, new columns stand at their usual place. */
export interface Layout {
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  readonly widths: Readonly<Record<string, number>>;
}

interface Placed {
  readonly key: string;
  readonly width: number;
  readonly hidden?: true;
}

export const narrowest = 56;
export const widest = 720;

export function usualLayout(columns: readonly Placed[]): Layout {
  return {
    order: columns.map((column) => column.key),
    hidden: columns.filter((column) => column.hidden === true).map((column) => column.key),
    widths: {},
  };
}

/** 套用 — the columns to show, in order and width. The first column is frozen: it keeps its place and cannot be hidden. */
export function arrange<C extends Placed>(columns: readonly C[], layout: Layout): C[] {
  const [first, ...others] = columns;
  if (first === undefined) return [];
  const known = new Map(others.map((column) => [column.key, column]));
  const kept = layout.order.flatMap((key) => known.get(key) ?? []);
  const added = others.filter((column) => !layout.order.includes(column.key));
  const shown = [...kept, ...added].filter((column) => !layout.hidden.includes(column.key));
  return [first, ...shown].map((column) => ({ ...column, width: clamp(layout.widths[column.key] ?? column.width) }));
}

export function resize(layout: Layout, key: string, width: number): Layout {
  return { ...layout, widths: { ...layout.widths, [key]: clamp(Math.round(width)) } };
}

/** Moves a column by places; stops at the ends and never before the frozen one. */
export function move(layout: Layout, key: string, by: number): Layout {
  const from = layout.order.indexOf(key);
  if (from <= 0) return layout;
  const to = Math.min(layout.order.length - 1, Math.max(1, from + by));
  const order = layout.order.filter((one) => one !== key);
  return { ...layout, order: [...order.slice(0, to), key, ...order.slice(to)] };
}

export function toggle(layout: Layout, key: string): Layout {
  if (layout.order[0] === key) return layout;
  const hidden = layout.hidden.includes(key) ? layout.hidden.filter((one) => one !== key) : [...layout.hidden, key];
  return { ...layout, hidden };
}

const clamp = (width: number): number => Math.min(widest, Math.max(narrowest, width));
