/** Stage 12 of the oracle: sorting by keys, blocks of equals, ranks. */
import type { Exact } from './exact.js';
import { placeByTies } from './rules.js';
import type { Run, Standing } from './run.js';
import { compareIds } from './subjects.js';

/** Subjects equal in all keys stand in one block, best block first; inside a block by id. */
export function blocksOf(run: Run, some: readonly Standing[], keys: readonly string[]): Standing[][] {
  const sorted = [...some].sort((a, b) => compareIds(a.subject.id, b.subject.id));
  const asked = new Map(sorted.map((standing) => [standing, keys.map((key) => keyOf(run, standing, key))]));
  const order = (a: Standing, b: Standing): number => {
    for (const [at, key] of keys.entries()) {
      const found = byKey(run, { a: asked.get(a)?.[at], b: asked.get(b)?.[at], falling: key.endsWith(' desc') });
      if (found !== 0) return found;
    }
    return 0;
  };
  sorted.sort(order);
  const blocks: Standing[][] = [];
  for (const standing of sorted) {
    const last = blocks.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && order(before, standing) === 0) last.push(standing);
    else blocks.push([standing]);
  }
  return blocks;
}

function keyOf(run: Run, standing: Standing, key: string): Exact | undefined {
  const text = key.replace(/ (asc|desc)$/, '');
  if (text === '总分') return run.given.scheme.rank.on === 'full' ? standing.full : standing.total;
  const cell = run.ask(text, standing);
  return cell.kind === 'number' ? cell.x : undefined;
}

/** Absent sorts last, whatever the direction. */
function byKey(
  run: Run,
  { a, b, falling }: { readonly a: Exact | undefined; readonly b: Exact | undefined; readonly falling: boolean },
): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
  const order = run.judge.order(a, b, 'ranking');
  return falling ? -order : order;
}

export function rankAll(run: Run): void {
  const { by, ties } = run.given.scheme.rank;
  for (const members of run.pools.values()) {
    const ranked = members.filter((standing) => run.status(standing.status).ranked);
    let count = 0;
    for (const [distinct, block] of blocksOf(run, ranked, by).entries()) {
      for (const standing of block) standing.rank = placeByTies[ties]({ count, distinct }, block.length);
      if (block.length > 1) run.judge.note(`tied totals ranked ${ties}`);
      count += block.length;
    }
  }
}
