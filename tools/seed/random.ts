/**
 * A small random source of our own (sfc32), seeded by words: `randomOf(7, 'land', 12)` gives the same numbers on every machine
 * and Node version. Each part of a district draws from its own stream, so that adding a part changes no other part.
 */

export interface Random {
  /** 0 ≤ x < 1. */
  next(): number;
  /** A whole number, both ends included. */
  integer(low: number, high: number): number;
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  weighted<Item>(items: readonly Item[], weightOf: (item: Item) => number): Item;
  /** Mean 0, deviation 1, within ±6: a sum of twelve uniform numbers, so that no logarithm decides a last bit. */
  normal(): number;
  /** Mean exactly `mean` (not the median), spread `sigma` of the logarithm. */
  logNormal(mean: number, sigma: number): number;
  shuffled<Item>(items: readonly Item[]): Item[];
}

export function randomOf(...words: readonly (string | number)[]): Random {
  const next = sfc32(words.join('\u001f'));
  const integer = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const normal = (): number => {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += next();
    return sum;
  };
  return {
    next,
    integer,
    between: (low, high) => low + next() * (high - low),
    chance: (probability) => next() < probability,
    pick: (items) => at(items, integer(0, items.length - 1)),
    weighted: (items, weightOf) => {
      let left = next() * items.reduce((sum, item) => sum + weightOf(item), 0);
      const found = items.findIndex((item) => {
        left -= weightOf(item);
        return left < 0;
      });
      return at(items, found < 0 ? items.length - 1 : found);
    },
    normal,
    logNormal: (mean, sigma) => mean * Math.exp(sigma * normal() - (sigma * sigma) / 2),
    shuffled: (items) => {
      const out = [...items];
      for (let i = out.length - 1; i > 0; i--) {
        const j = integer(0, i);
        [out[i], out[j]] = [at(out, j), at(out, i)];
      }
      return out;
    },
  };
}

/** Half up at `digits` decimals: the numbers of a truth are made already rounded, as a ledger keeps them. */
export function rounded(value: number, digits: number): number {
  const scale = Number(`1e${digits}`);
  return Math.round(value * scale) / scale;
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

function sfc32(text: string): () => number {
  let [a, b, c, d] = [hashed(text, 1), hashed(text, 2), hashed(text, 3), hashed(text, 4)];
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 16; i++) next();
  return next;
}

/** FNV-1a with a final mix. */
function hashed(text: string, salt: number): number {
  let hash = Math.imul(0x811c9dc5 ^ salt, 0x01000193);
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) | 0;
}
