/** 空字符 — no database text holds U+0000 and nobody types it: found anywhere in a request, the field is named. @source trust R18 */
import type { z } from 'zod';
import { refuseForm } from '../forms/texts.zh.js';

type Path = readonly (string | number)[];

const deepest = 64;

/** Where a text of the data, or a name in it, contains U+0000; undefined when none does. @throws Refusal door.input_unreadable when it nests deeper than anything of ours */
export function pathOfNul(data: unknown, path: Path = []): Path | undefined {
  if (typeof data === 'string') return data.includes('\0') ? path : undefined;
  if (typeof data !== 'object' || data === null) return undefined;
  if (path.length > deepest) throw refuseForm('input_unreadable');
  for (const [name, value] of Array.isArray(data) ? data.entries() : Object.entries(data)) {
    if (typeof name === 'string' && name.includes('\0')) return path;
    const found = pathOfNul(value, [...path, name]);
    if (found !== undefined) return found;
  }
  return undefined;
}

export const nulIssue = (path: Path): z.core.$ZodIssue => ({
  code: 'custom',
  path: [...path],
  message: '含有不能保存的空字符，请重新输入。',
  input: undefined,
});
