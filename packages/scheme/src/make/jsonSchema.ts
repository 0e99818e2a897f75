/** JSON Schema for editors, printed from the zod shape. docs/reference/scheme.schema.json is this, and a test keeps it so. */
import { z } from 'zod';
import { schemeShape } from '../shape/scheme.js';
import { isJsonSchema, type JsonSchema } from '../yaml/keys.js';
import { keyWords } from './keys.zh.js';

/** The shape of scheme.yaml as JSON Schema draft 2020-12. */
export function schemeJsonSchema(): object {
  const printed = described(z.toJSONSchema(schemeShape, { io: 'input', reused: 'ref' }));
  return {
    ...(typeof printed === 'object' ? printed : {}),
    title: '亩衡评价办法',
    description: '一份评价办法（scheme.yaml）的格式，语言版本 1。',
  };
}

/** Properties with what their key says in Chinese. */
function described(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(described);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).map(([key, value]) => [
    key,
    key === 'properties' ? properties(value) : described(value),
  ]);
  return Object.fromEntries(entries);
}

function properties(members: object): object {
  const entries = Object.entries(members).map(([key, value]) => {
    const words = Object.hasOwn(keyWords, key) ? { description: keyWords[key] } : {};
    const inner = described(value);
    return [key, typeof inner === 'object' && inner !== null ? { ...inner, ...words } : inner];
  });
  return Object.fromEntries(entries);
}

/** Only what is needed to name the keys that are allowed at a place; printed once for each shape. */
export function jsonSchemaOf(shape: z.ZodType): JsonSchema {
  const known = printedShapes.get(shape);
  if (known !== undefined) return known;
  const printed: unknown = z.toJSONSchema(shape, { io: 'input' });
  const schema = isJsonSchema(printed) ? printed : {};
  printedShapes.set(shape, schema);
  return schema;
}

const printedShapes = new WeakMap<z.ZodType, JsonSchema>();
