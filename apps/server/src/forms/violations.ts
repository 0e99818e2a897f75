/**
 * 数据库不让 — a unique or foreign key that stopped a statement, as the refusal that a person can act upon. For what comes between an
 * action's own look and its writing: two at once. Of other violations (not null, checks, ids of ours) the house is the cause: faults.
 */
import { namedBy, onceOf } from '../store/constraints.zh.js';
import type { Refusal } from './refusal.js';
import { refuseForm } from './texts.zh.js';

/** What the driver tells of an error of the database; the message holds values of rows and is not used. */
interface Told {
  readonly code: string;
  readonly table: string;
  readonly constraint: string;
}

/** Undefined when it is no such violation, or none that a person can bring about. */
export function violationRefusal(error: unknown): Refusal | undefined {
  const { code, table, constraint } = toldOf(error);
  const refusal = code === '23505' ? twice(constraint) : isNamedElsewhere(error) ? unnamed(table, constraint) : undefined;
  return refusal === undefined ? undefined : Object.assign(refusal, { cause: error });
}

function twice(constraint: string): Refusal | undefined {
  const once = Object.hasOwn(onceOf, constraint) ? onceOf[constraint] : undefined;
  if (once === undefined) return undefined;
  const { what, field } = once;
  if (field === undefined) return refuseForm('already_there', { what });
  const { message, remedy } = refuseForm('already_there', { what });
  const place = { path: `body.${field}`, where: what, message: `${message}${remedy}` };
  return refuseForm('already_there', { what }, { errors: [place] });
}

/** A foreign key: 18 says 23001 where 15 says 23503; neither tells whether the row that names or the row that is named was to be written. */
export function isNamedElsewhere(error: unknown): boolean {
  const { code } = toldOf(error);
  return code === '23503' || code === '23001';
}

/** Name of the constraint or unique index that stopped it; empty when none did. */
export const brokenConstraint = (error: unknown): string => toldOf(error).constraint;

function unnamed(table: string, constraint: string): Refusal | undefined {
  const column = columnOf(table, constraint);
  const what = Object.hasOwn(namedBy, column) ? namedBy[column] : undefined;
  return what === undefined ? undefined : refuseForm('named_elsewhere', { what });
}

/** Of the name that the database gives: `task_office_id_cycle_id_fkey`. */
export const columnOf = (table: string, constraint: string): string =>
  constraint.startsWith(`${table}_office_id_`) ? constraint.slice(`${table}_office_id_`.length).replace(/_fkey\d*$/, '') : '';

function toldOf(error: unknown): Told {
  const said: Readonly<Record<string, unknown>> = error instanceof Error ? Object.fromEntries(Object.entries(error)) : {};
  const text = (key: string): string => {
    const value = said[key];
    return typeof value === 'string' ? value : '';
  };
  return { code: text('code'), table: text('table'), constraint: text('constraint') };
}
