/** 错在哪一项 — a refusal placed at the field it speaks of: by the field the door names, or by the code the form knows. Pure. */
import { asProblem } from '../api/problem.js';

export interface FieldFaults {
  /** The sentence for a field, `name` or `stages.0.name`. */
  at(field: string): string | undefined;
  /** What belongs to no field of this form and stands above it. */
  readonly rest: unknown;
}

/** `codes`: refusal code → field. */
export function fieldFaults(error: unknown, codes: Readonly<Record<string, string>> = {}): FieldFaults {
  if (error === null || error === undefined) return { at: () => undefined, rest: null };
  const { code, message, remedy, fields } = asProblem(error);
  const own = codes[code];
  const said = new Map(fields.map((field) => [field.path.replace(/^body\./, ''), field.message]));
  if (own !== undefined) said.set(own, `${message}${remedy}`);
  return { at: (field) => said.get(field), rest: own === undefined ? error : null };
}
