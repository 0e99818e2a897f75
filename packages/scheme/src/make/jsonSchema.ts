/** JSON Schema for editors, printed from the zod shape. docs/reference/scheme.schema.json is this, and a test keeps it so. */
import { z } from 'zod';
import { schemeShape } from '../shape/scheme.js';
import { isJsonSchema, type JsonSchema } from '../yaml/keys.js';

/** The shape of scheme.yaml as JSON Schema draft 2020-12. */
export function schemeJsonSchema(): object {
  return {
    ...z.toJSONSchema(schemeShape, { io: 'input', reused: 'ref' }),
    title: '亩衡评价办法',
    description: '一份评价办法（scheme.yaml）的格式，语言版本 1。',
  };
}

/** Only what is needed to name the keys that are allowed at a place. */
export function jsonSchemaOf(shape: z.ZodType): JsonSchema {
  const printed: unknown = z.toJSONSchema(shape, { io: 'input' });
  return isJsonSchema(printed) ? printed : {};
}
