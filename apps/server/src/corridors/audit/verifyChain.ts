/**
 * 校验台账 — walks an office's chain from its first row and tells the first place where it does not hold. Edits, gaps, insertions and
 * swaps show by the rows alone; a cut tail by the head; a cut tail with its head, and a rewrite of everything, only by heads that
 * were signed and taken elsewhere. @source trust R53
 */
import type { Tx } from '../../store/scope.js';
import { hashRow, noHash } from './hash.js';
import { chainAfter, findHead, type Head } from './queries/chain.js';
import type { ChainBreak } from './texts.zh.js';

export interface Anchor {
  readonly seq: number;
  readonly hash: string;
}

export interface ChainVerdict {
  readonly rows: number;
  /** How many of the given anchors the chain met. */
  readonly anchorsMet: number;
  /** The hash of the last row. */
  readonly lastHash: string;
  readonly firstBad?: { readonly seq: number; readonly kind: ChainBreak };
}

const page = 2000;

/** @param anchors heads kept elsewhere, their signatures already checked */
export async function verifyChain(tx: Tx, officeId: string, anchors: readonly Anchor[]): Promise<ChainVerdict> {
  const walk = walkFrom(anchors);
  for (let seq = 0; ; ) {
    const rows = await chainAfter(tx, officeId, { seq, limit: page });
    for (const row of rows) if (walk.meet(row) !== undefined) return walk.verdict();
    seq += rows.length;
    if (rows.length === page) continue;
    // Rows may have come since: the head is read after them, and rows again while it is ahead.
    const head = await findHead(tx, officeId);
    if (rows.length > 0 && head !== undefined && head.seq > seq) continue;
    if (head !== undefined && head.seq > seq && (await chainAfter(tx, officeId, { seq, limit: 1 })).length > 0) continue;
    walk.end(head);
    return walk.verdict();
  }
}

type Row = Awaited<ReturnType<typeof chainAfter>>[number];

function walkFrom(anchors: readonly Anchor[]) {
  const kept = new Map<number, string[]>();
  for (const { seq, hash } of anchors) kept.set(seq, [...(kept.get(seq) ?? []), hash]);
  const farthest = Math.max(0, ...kept.keys());
  let last: Anchor = { seq: 0, hash: noHash };
  let sure = 0;
  let anchorsMet = 0;
  let firstBad: ChainVerdict['firstBad'];
  const bad = (seq: number, kind: ChainBreak): ChainVerdict['firstBad'] => {
    firstBad = { seq, kind };
    return firstBad;
  };
  return {
    meet(row: Row): ChainVerdict['firstBad'] {
      if (row.seq !== last.seq + 1) return bad(last.seq + 1, 'missing');
      if (row.previous_hash !== last.hash) return bad(row.seq, 'relinked');
      if (hashRow(row) !== row.hash) return bad(row.seq, 'edited');
      last = row;
      for (const hash of kept.get(row.seq) ?? []) {
        if (hash !== row.hash) return bad(sure + 1, 'rewritten');
        sure = row.seq;
        anchorsMet++;
      }
      return undefined;
    },
    end(head: Head | undefined): void {
      const shown = head ?? { seq: 0, hash: noHash };
      if (farthest > last.seq || shown.seq > last.seq) bad(last.seq + 1, 'tail_missing');
      else if (shown.seq !== last.seq || shown.hash !== last.hash) bad(last.seq, 'head_differs');
    },
    verdict: (): ChainVerdict => ({
      ...{ rows: last.seq, anchorsMet, lastHash: last.hash },
      ...(firstBad === undefined ? {} : { firstBad }),
    }),
  };
}
