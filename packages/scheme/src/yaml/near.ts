/** 相近的写法 — the known word a mistyped one is nearest to. */

/** The nearest of the known words, when at most a third of the letters (at least one) differ; one letter is no word to be near to. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const distance = editDistance(word, candidate);
    if (distance < least) [best, least] = [candidate, distance];
  }
  const near = best !== undefined && least < [...best].length && least <= Math.max(1, Math.floor(best.length / 3));
  return near ? best : undefined;
}

/** Letters to insert, delete or replace; long words are compared by their first 60 letters. */
function editDistance(a: string, b: string): number {
  const from = [...a].slice(0, 60);
  const to = [...b].slice(0, 60);
  let before = to.map((_letter, index) => index + 1);
  before.unshift(0);
  for (const [row, letter] of from.entries()) {
    const now = [row + 1];
    for (const [column, other] of to.entries()) {
      const swap = (before[column] ?? 0) + (letter === other ? 0 : 1);
      now.push(Math.min(swap, (before[column + 1] ?? 0) + 1, (now[column] ?? 0) + 1));
    }
    before = now;
  }
  return before.at(-1) ?? 0;
}
