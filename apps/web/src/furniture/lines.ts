/** 有先后的一列 — stages, clauses: moved by one place, and what two people made of the same list put side by side. Pure. @source trust R62 */
import type { Clash } from './Conflict.js';

/** The field that stands for the order itself. */
export const order = 'order';

interface Line {
  /** The same line on both sides. */
  readonly key: string;
}

interface Words<Of> {
  /** All that is compared. */
  wordOf(line: Of): string;
  nameOf(line: Of): string;
  /** （没有这个阶段） */
  readonly lacking: string;
}

/** One place up (−1) or down (+1); at an end it stays. */
export function moved<Of>(lines: readonly Of[], place: number, by: -1 | 1): Of[] {
  const one = lines[place];
  const other = lines[place + by];
  if (one === undefined || other === undefined) return [...lines];
  return lines.map((line, at) => (at === place ? other : at === place + by ? one : line));
}

/** Lines that differ, then the order if that differs, too. Empty: both made the same of them. */
export function lineClashes<Of extends Line>(mine: readonly Of[], theirs: readonly Of[], words: Words<Of>): Clash[] {
  const find = (lines: readonly Of[], key: string): Of | undefined => lines.find((line) => line.key === key);
  const shown = (line: Of | undefined): string => (line === undefined ? words.lacking : words.wordOf(line));
  const named = (key: string): string => {
    const line = find(mine, key) ?? find(theirs, key);
    return line === undefined ? '' : words.nameOf(line);
  };
  const keys = [...new Set([...mine, ...theirs].map((line) => line.key))];
  const differing = keys.flatMap((key) => {
    const clash = { field: key, label: named(key), mine: shown(find(mine, key)), theirs: shown(find(theirs, key)) };
    return clash.mine === clash.theirs ? [] : [clash];
  });
  const inOrder = (lines: readonly Of[], others: readonly Of[]): string =>
    lines
      .filter((line) => find(others, line.key) !== undefined)
      .map((line) => named(line.key))
      .join(' → ');
  const orders = { mine: inOrder(mine, theirs), theirs: inOrder(theirs, mine) };
  return orders.mine === orders.theirs ? differing : [...differing, { field: order, label: '先后', ...orders }];
}

/** The lines as decided; where one side lacks a line and that side is kept, it goes. What only stands on one side keeps its place after its neighbour. */
export function decideLines<Of extends Line>(
  mine: readonly Of[],
  theirs: readonly Of[],
  kept: Readonly<Record<string, 'mine' | 'theirs'>>,
): Of[] {
  const [first, second] = kept[order] === 'mine' ? [mine, theirs] : [theirs, mine];
  const keys = first.map((line) => line.key);
  for (const [place, { key }] of second.entries())
    if (!keys.includes(key)) keys.splice(placeAfter(keys, second.slice(0, place)), 0, key);
  return keys.flatMap((key) => {
    const side = kept[key] === 'mine' ? mine : theirs;
    const found = side.find((line) => line.key === key);
    return found === undefined ? [] : [found];
  });
}

function placeAfter(keys: readonly string[], before: readonly Line[]): number {
  for (const { key } of [...before].reverse()) if (keys.includes(key)) return keys.indexOf(key) + 1;
  return 0;
}
