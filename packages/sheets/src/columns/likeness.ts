/** 相近列名 — terms that a header nearly names; proposed to a person, never taken. */
import { likenessKey } from '../text.js';
import { splitUnit, type Term, type Vocabulary } from './vocabulary.js';

export interface Likeness {
  readonly term: Term;
  /** 0–1. */
  readonly likeness: number;
}

/** At most three, best first; likeness of pairs of letters at least 0.5. */
export function likelyTerms(header: string, vocabulary: Vocabulary): readonly Likeness[] {
  const key = likenessKey(splitUnit(header).name.split('-').pop() ?? '');
  if (key.length < 2) return [];
  const best = new Map<Term, number>();
  for (const [name, { term }] of vocabulary.names) {
    const likeness = likenessOf(key, likenessKey(name));
    if (likeness >= 0.5 && likeness > (best.get(term) ?? 0)) best.set(term, likeness);
  }
  return [...best]
    .map(([term, likeness]) => ({ term, likeness }))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, 3);
}

/** 2 × common pairs ÷ all pairs. */
export function likenessOf(a: string, b: string): number {
  if (a === b) return 1;
  const pairs = (text: string): string[] =>
    Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
  const left = pairs(a);
  const right = pairs(b);
  if (left.length === 0 || right.length === 0) return 0;
  let common = 0;
  for (const pair of left) {
    const at = right.indexOf(pair);
    if (at < 0) continue;
    right.splice(at, 1);
    common++;
  }
  return (2 * common) / (left.length + right.length + common);
}
