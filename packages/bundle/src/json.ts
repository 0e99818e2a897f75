/** 严格读 JSON — plain JSON of a bundle as typed values. Whatever is not of the wished shape raises `ShapeTrouble`, which names the place. */

export class ShapeTrouble extends Error {}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonRecord = { readonly [key: string]: Json };

/** Text → value; ShapeTrouble when it is no JSON. */
export function parseJson(text: string, place: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new ShapeTrouble(place);
  }
}

export function asRecord(value: Json | undefined, place: string): JsonRecord {
  if (value === undefined || value === null || typeof value !== 'object' || Array.isArray(value)) throw new ShapeTrouble(place);
  return value as JsonRecord;
}

export function asList(value: Json | undefined, place: string): readonly Json[] {
  if (!Array.isArray(value)) throw new ShapeTrouble(place);
  return value as readonly Json[];
}

export function asText(value: Json | undefined, place: string): string {
  if (typeof value !== 'string') throw new ShapeTrouble(place);
  return value;
}

export function asNumber(value: Json | undefined, place: string): number {
  if (typeof value !== 'number') throw new ShapeTrouble(place);
  return value;
}

/** A whole number, zero or more. */
export function asCount(value: Json | undefined, place: string): number {
  const number = asNumber(value, place);
  if (!Number.isSafeInteger(number) || number < 0) throw new ShapeTrouble(place);
  return number;
}

export const asTexts = (value: Json | undefined, place: string): string[] =>
  asList(value, place).map((item) => asText(item, place));

/** Null stays null. */
export const orNull = <T>(
  value: Json | undefined,
  place: string,
  read: (value: Json | undefined, place: string) => T,
): T | null => (value === null ? null : read(value, place));

export const entriesOf = <T>(value: Json | undefined, place: string, read: (value: Json, place: string) => T): [string, T][] =>
  Object.entries(asRecord(value, place)).map(([key, item]) => [key, read(item, `${place}.${key}`)]);
