/** 内存的划分 — where the program finds what it needs: one head, then a block for each column and one for what stands beyond the last. */

/** Kinds of columns as the program knows them; `HARD` cells all go outside. */
export const NUMBER = 0;
export const WORD = 1;
export const TEXT = 2;
export const NONE = 3;
export const HARD = 4;

/** Bytes of the head and of each block. */
export const blockBytes = 64;

/** Fields of the head, all i32. */
export const head = {
  columns: 0,
  split: 4,
  /** Row behind the last that there is room for. */
  end: 8,
  starts: 12,
  mostBytes: 16,
  /** Place in the file less place in the memory. */
  offset: 20,
  shuffles: 24,
  powers: 28,
} as const;

/** Fields of a column's block; all i32 but the last two, which are f64. */
export const column = {
  kind: 0,
  /** Numbers and codes of words, or how texts begin. */
  values: 4,
  absence: 8,
  /** Known words, or the bytes of texts. */
  known: 12,
  /** State of a TextSink. */
  length: 16,
  last: 20,
  ascending: 24,
  least: 32,
  most: 40,
} as const;

/** Known words: places of eight bytes of the word and its code, −1 = none. */
export const wordPlaces = 1024;
export const wordPlaceBytes = 16;
/** Behind them: the code of each word of one byte, −1 = none. */
export const singlesFrom = wordPlaces * wordPlaceBytes;
/** Multiplier of the hash; its highest bits count. */
export const wordHash = 0x9e3779b97f4a7c15n;
export const wordHashShift = 54n;
/** Longer words go outside. */
export const wordBytes = 8;

/** Longer numbers go outside. */
export const numberBytes = 15;
/** Bytes that are looked at together. */
export const windowBytes = 16;
