/**
 * 三方比对 — what a form was opened with, what this person made of it, what somebody else saved meanwhile. A field that only one of them
 * changed takes that change; only what both changed, and differently, is asked. Pure. @source trust R62
 */
import { keysOf } from './choices.js';

export interface Sides<Of> {
  /** As it was when the form was opened. */
  readonly base: Of;
  readonly mine: Of;
  /** As it is stored now. */
  readonly theirs: Of;
}

/** Both changed it, differently: the person chooses. */
export interface Clash {
  readonly field: string;
  readonly label: string;
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
}

/** 对方已改 — taken over without a question, and told. */
export type Taken = Omit<Clash, 'mine'>;

/** Field of a clash → whose value stays. */
export type Kept = Readonly<Record<string, 'mine' | 'theirs'>>;

export interface Merged<Of> {
  readonly clashes: readonly Clash[];
  readonly taken: readonly Taken[];
  /** Something of mine is not stored yet: a change of my own, or a clash. */
  readonly ahead: boolean;
  /** A clash that is not decided stays as it is stored. */
  decide(kept: Kept): Of;
}

export interface FieldWords<Given, Key extends keyof Given & string = keyof Given & string> {
  /** The fields that are compared; what else the form holds is mine. */
  readonly labels: Readonly<Record<Key, string>>;
  wordOf(given: Given, key: Key): string;
  /** What is compared where two values may read alike, like the id behind a name; else the word is. */
  readonly tellOf?: ((given: Given, key: Key) => string) | undefined;
}

/** No base: both made it anew, from an empty form. */
type FromBlank<Of> = Omit<Sides<Of>, 'base'> & { readonly base: Of | undefined };

type Origin = 'same' | 'mine' | 'theirs' | 'both';

/** Who of the two changed it. 同样的改动 is none. */
export function originOf({ base, mine, theirs }: Sides<string>): Origin {
  if (mine === theirs) return 'same';
  if (theirs === base) return 'mine';
  return mine === base ? 'theirs' : 'both';
}

export function mergeFields<Given extends object, Key extends keyof Given & string>(
  { labels, wordOf, tellOf = wordOf }: FieldWords<Given, Key>,
  { base, mine, theirs }: FromBlank<Given>,
): Merged<Given> {
  const three = (read: (given: Given, key: Key) => string, key: Key): Sides<string> => ({
    base: base === undefined ? '' : read(base, key),
    ...{ mine: read(mine, key), theirs: read(theirs, key) },
  });
  const read = keysOf(labels).map((field) => ({
    ...{ field, label: labels[field], origin: originOf(three(tellOf, field)) },
    ...three(wordOf, field),
  }));
  const of = (...origins: readonly Origin[]) => read.filter(({ origin }) => origins.includes(origin));
  return {
    clashes: of('both').map(({ origin: _, ...clash }) => clash),
    taken: of('theirs').map(({ origin: _, mine: __, ...taken }) => taken),
    ahead: of('mine', 'both').length > 0,
    decide(kept) {
      const stored = new Set<string>(
        [...of('theirs'), ...of('both').filter(({ field }) => kept[field] !== 'mine')].map((one) => one.field),
      );
      return { ...mine, ...Object.fromEntries(Object.entries(theirs).filter(([field]) => stored.has(field))) };
    },
  };
}

/** 100.00 of the database and 100 of a form are one number. */
export const tellNumber = (text: string): string => (/^\d+\.\d+$/.test(text) ? text.replace(/\.?(?<!0)0+$/, '') : text);

/** The same, as a form takes it. */
export const fieldMerge =
  <Given extends object, Key extends keyof Given & string = keyof Given & string>(words: FieldWords<Given, Key>) =>
  (sides: Sides<Given>): Merged<Given> =>
    mergeFields(words, sides);
