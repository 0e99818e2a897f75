/** The keys that a JSON Schema allows at a place of a document, for “是不是…？” suggestions. */
import type { Path } from './document.js';

/** The few parts of JSON Schema that zod prints and that are read here. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema | boolean;
  readonly const?: unknown;
}

export function keysAllowedAt(schema: JsonSchema, path: Path, value: unknown): readonly string[] {
  let places = formsOf(schema, schema);
  let here = value;
  for (const step of path) {
    places = places.flatMap((place) => formsOf(childOf(place, step), schema));
    here =
      typeof here === 'object' && here !== null ? Object.entries(here).find(([key]) => key === String(step))?.[1] : undefined;
  }
  const meant = places.filter((place) => agrees(place, here));
  return [...new Set((meant.length > 0 ? meant : places).flatMap((place) => Object.keys(place.properties ?? {})))];
}

function childOf(place: JsonSchema, step: string | number): JsonSchema | undefined {
  if (typeof step === 'number') return typeof place.items === 'object' ? place.items : undefined;
  const own = place.properties?.[step];
  if (own !== undefined) return own;
  return typeof place.additionalProperties === 'object' ? place.additionalProperties : undefined;
}

/** A schema without its choices and references. */
function formsOf(schema: JsonSchema | undefined, top: JsonSchema): JsonSchema[] {
  if (schema === undefined) return [];
  if (schema.$ref === '#') return formsOf(top.$ref === undefined ? top : undefined, top);
  if (schema.$ref !== undefined) return formsOf(top.$defs?.[schema.$ref.replace('#/$defs/', '')], top);
  const choices = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  return choices.length === 0 ? [schema] : choices.flatMap((choice) => formsOf(choice, top));
}

/** Its fixed words (`by: ratio`) are those of the value. */
function agrees(place: JsonSchema, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const given = new Map(Object.entries(value));
  return Object.entries(place.properties ?? {}).every(([key, kind]) => kind.const === undefined || given.get(key) === kind.const);
}

export const isJsonSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null;
