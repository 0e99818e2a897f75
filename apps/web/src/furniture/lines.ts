/**
 * 有先后的一列 — stages, clauses: moved by one place, and what two people made of the same list brought together line by line, field by
 * field, order included. Pure. @source trust R62
 */
import {
  type Clash,
  type FieldWords,
  type Kept,
  type Merged,
  mergeFields,
  originOf,
  type Sides,
  type Taken,
} from './threeWay.js';

/** The field that stands for the order itself. */
export const order = 'order';

interface Line {
  /** The same line on all sides. */
  readonly key: string;
}

export interface LineWords<Of extends Line> extends FieldWords<Of, Exclude<keyof Of & string, 'key'>> {
  /** The whole line, where one side has it no more. */
  lineOf(line: Of): string;
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

/** Lines that only one side changed, added or struck are as that side has them; then the order, as one more field. */
export function mergeLines<Of extends Line>(words: LineWords<Of>, sides: Sides<readonly Of[]>): Merged<readonly Of[]> {
  const { mine, theirs } = sides;
  const keys = [...new Set([...mine, ...theirs].map(({ key }) => key))];
  const lines = new Map(keys.map((key) => [key, mergeLine(words, oneOf(sides, key))] as const));
  const every = [...lines.values()];
  const inOrder = mergeOrder(words, sides);
  return {
    clashes: [...every.flatMap(({ clashes }) => clashes), ...inOrder.clashes],
    taken: [...every.flatMap(({ taken }) => taken), ...inOrder.taken],
    ahead: inOrder.ahead || every.some(({ ahead }) => ahead),
    decide: (kept) =>
      inOrder.decide(kept).flatMap((key) => {
        const line = lines.get(key)?.decide(kept);
        return line === undefined ? [] : [line];
      }),
  };
}

/** Undefined where that side has no such line. */
type LineSides<Of> = Sides<Of | undefined>;

function oneOf<Of extends Line>({ base, mine, theirs }: Sides<readonly Of[]>, key: string): LineSides<Of> {
  const find = (lines: readonly Of[]): Of | undefined => lines.find((line) => line.key === key);
  return { base: find(base), mine: find(mine), theirs: find(theirs) };
}

function mergeLine<Of extends Line>(words: LineWords<Of>, { base, mine, theirs }: LineSides<Of>): Merged<Of | undefined> {
  if (mine !== undefined && theirs !== undefined) return withinLine(words, { base, mine, theirs });
  const there = mine ?? theirs;
  const shown = (line: Of | undefined): string => (line === undefined ? words.lacking : words.lineOf(line));
  const label = base !== undefined ? words.nameOf(base) : there === undefined ? '' : words.nameOf(there);
  const clash: Clash = { field: there?.key ?? '', label, base: shown(base), mine: shown(mine), theirs: shown(theirs) };
  // One of the two has the line no more, or not yet: the other either left it as it was, or made something of it.
  const untouched = base !== undefined && there !== undefined && !mergeFields(words, { base, mine: there, theirs: base }).ahead;
  const byMine = base === undefined ? mine !== undefined : untouched && mine === undefined;
  const byTheirs = base === undefined ? theirs !== undefined : untouched && theirs === undefined;
  if (byMine) return { clashes: [], taken: [], ahead: true, decide: () => mine };
  const { mine: _, ...taken } = clash;
  if (byTheirs) return { clashes: [], taken: [taken], ahead: false, decide: () => theirs };
  return { clashes: [clash], taken: [], ahead: true, decide: (kept) => (kept[clash.field] === 'mine' ? mine : theirs) };
}

/** Both have it; no base: both added it. */
function withinLine<Of extends Line>(
  words: LineWords<Of>,
  { base, mine, theirs }: { readonly base: Of | undefined; readonly mine: Of; readonly theirs: Of },
): Merged<Of> {
  const fields = mergeFields(words, { base, mine, theirs });
  const at = (field: string): string => `${mine.key}.${field}`;
  const named = <One extends Taken>(one: One): One => ({
    ...one,
    ...{ field: at(one.field), label: `${words.nameOf(base ?? theirs)}：${one.label}` },
  });
  return {
    ...{ clashes: fields.clashes.map(named), taken: fields.taken.map(named), ahead: fields.ahead },
    decide: (kept) =>
      fields.decide(Object.fromEntries(fields.clashes.map(({ field }) => [field, kept[at(field)] ?? 'theirs'] as const))),
  };
}

/** Who moved lines about, as far as all three have them; decides into all keys in the order that holds. */
function mergeOrder<Of extends Line>(words: LineWords<Of>, sides: Sides<readonly Of[]>): Merged<readonly string[]> {
  const { base, mine, theirs } = sides;
  const inAll = (key: string): boolean => [base, mine, theirs].every((lines) => lines.some((line) => line.key === key));
  const keysIn = (lines: readonly Of[]): string[] => lines.map(({ key }) => key).filter(inAll);
  const nameOf = (key: string): string => {
    const line = theirs.find((one) => one.key === key);
    return line === undefined ? '' : words.nameOf(line);
  };
  const shown = (lines: readonly Of[]): string => keysIn(lines).map(nameOf).join(' → ');
  const told = (lines: readonly Of[]): string => JSON.stringify(keysIn(lines));
  const origin = originOf({ base: told(base), mine: told(mine), theirs: told(theirs) });
  const taken = { field: order, label: '先后', base: shown(base), theirs: shown(theirs) };
  return {
    clashes: origin === 'both' ? [{ ...taken, mine: shown(mine) }] : [],
    taken: origin === 'theirs' ? [taken] : [],
    ahead: origin === 'mine' || origin === 'both',
    decide(kept: Kept) {
      const [first, second] =
        origin === 'mine' || (origin === 'both' && kept[order] === 'mine') ? [mine, theirs] : [theirs, mine];
      const keys = first.map(({ key }) => key);
      for (const [place, { key }] of second.entries())
        if (!keys.includes(key)) keys.splice(placeAfter(keys, second.slice(0, place)), 0, key);
      return keys;
    },
  };
}

/** What only stands on one side keeps its place after its neighbour. */
function placeAfter(keys: readonly string[], before: readonly Line[]): number {
  for (const { key } of [...before].reverse()) if (keys.includes(key)) return keys.indexOf(key) + 1;
  return 0;
}
