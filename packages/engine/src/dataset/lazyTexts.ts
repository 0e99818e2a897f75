/**
 * 用时才成的文字 — a list of texts that are made when most of it is asked for; its length and a few of the texts cost nothing. A
 * million ids are mostly sorted, compared and counted, and never read; of as many names a few are told.
 */
import type { TextCells } from '../dataset.js';

/** Asked one by one so often, all are made. */
const mostSingle = 1_000;

export function lazyTexts(cells: Pick<TextCells, 'texts' | 'at'>, length: number): readonly string[] {
  const made: string[] = [];
  let single = 0;
  const all = (): string[] => {
    if (made.length === 0) for (const text of cells.texts) made.push(text);
    return made;
  };
  return new Proxy(made, {
    get: (_, key) => {
      if (key === 'length') return length;
      const row = typeof key === 'string' ? Number(key) : Number.NaN;
      if (Number.isInteger(row)) return row < 0 || row >= length ? undefined : single++ < mostSingle ? cells.at(row) : all()[row];
      const own: unknown = Reflect.get(all(), key);
      return typeof own === 'function' ? own.bind(made) : own;
    },
    has: (_, key) => Reflect.has(all(), key),
    ownKeys: () => Reflect.ownKeys(all()),
    getOwnPropertyDescriptor: (_, key) => Reflect.getOwnPropertyDescriptor(all(), key),
  });
}
