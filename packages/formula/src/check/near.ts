/** 相近名称 — the known name a person probably meant: fewest single-character changes, at most a third of the word. */
import { halfWidth } from '../width.js';

const longest = 60;

export function nearName(word: string, names: Iterable<string>): string | undefined {
  const all = [...names];
  return fewestChanges(word, all) ?? shortestAround(word, all);
}

/** `税收` for `评价税收`. */
function shortestAround(word: string, names: readonly string[]): string | undefined {
  if (word.length < 2) return undefined;
  const around = names.filter((name) => folded(name).includes(folded(word)));
  return around.reduce<string | undefined>(
    (best, name) => (best === undefined || name.length < best.length ? name : best),
    undefined,
  );
}

function fewestChanges(word: string, names: readonly string[]): string | undefined {
  const wanted = folded(word);
  if (wanted.length < 2 || wanted.length > longest) return undefined;
  let best: string | undefined;
  let fewest = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const name of names) {
    const other = folded(name);
    if (Math.abs(other.length - wanted.length) >= fewest || other === '') continue;
    const changes = changesBetween(wanted, other, fewest);
    if (changes < fewest) {
      fewest = changes;
      best = name;
    }
  }
  return best;
}

const folded = (word: string): string => halfWidth(word).toLowerCase();

/** Levenshtein distance; may stop at `enough`. */
function changesBetween(a: string, b: string, enough: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    if (Math.min(...next) >= enough) return enough;
    row = next;
  }
  return row[b.length]!;
}
