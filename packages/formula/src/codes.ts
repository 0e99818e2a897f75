/** 代码的检验 — what 开头是, 代码介于 and 属于 [文字…] decide about one text, and where constants of a set stand. */
import { convert, sameDimension } from '@muheng/quantity';
import { movedBy } from './scalar.js';
import type { AmongNode, CodeTest, DayRule, Frame } from './tree.js';

export function passes(test: CodeTest, text: string): boolean {
  if (test.kind === 'starts_with') return test.prefixes.some((prefix) => text.startsWith(prefix));
  const beginning = text.slice(0, test.low.length);
  return beginning.length === test.low.length && beginning >= test.low && beginning <= test.high;
}

/** The numbers of a set in the unit of the value that is tested. */
export const numbersOf = (node: AmongNode): readonly number[] =>
  node.numbers.map((item) =>
    item.type === 'number' && sameDimension(item.unit, node.of.unit) ? convert(item.value, item.unit, node.of.unit) : item.value,
  );

/** The day number a list is asked for. */
export const dayOf = (day: DayRule, frame: Pick<Frame, 'referenceDay'>): number =>
  day.moves.reduce(movedBy, day.from === 'reference_date' ? frame.referenceDay : day.from);
