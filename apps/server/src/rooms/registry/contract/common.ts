/** Shapes that the contracts of this folder share. */
import { z } from 'zod';
import { text } from '../shapes.js';

export const version = z.int().min(1).describe('打开时的版本');
export const reason = text(300).describe('理由');
export const limit = z.coerce.number().int().min(1).max(200).default(50);
export const after = z.string().max(400).optional().describe('上一页的 next');
export const maybe = <T extends z.ZodType>(shape: T) => shape.nullish();
export const page = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item), next: z.string().nullable() });
export const made = z.strictObject({ id: z.uuid() });
export const changed = z.strictObject({ version: z.int() });
export const rowId = z.strictObject({ rowId: z.uuid() });
