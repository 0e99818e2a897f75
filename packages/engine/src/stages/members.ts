/** 参评范围 — which rows stand in the ranking and which get a grade, from their status. */
import type { Scheme } from '@muheng/scheme';
import type { Scored } from './stage.js';

export interface Members {
  /** 1 = stands in the ranking. */
  readonly ranked: Uint8Array;
  /** 1 = gets a grade from the cut. */
  readonly graded: Uint8Array;
  /** Both are the same rows. */
  readonly alike: boolean;
}

export function membersOf(scored: Pick<Scored, 'scheme' | 'status' | 'statusIds' | 'pools'>): Members {
  const isRanked = scored.statusIds.map((id) => standsIn(scored.scheme, id, 'ranked'));
  const isGraded = scored.statusIds.map((id) => standsIn(scored.scheme, id, 'graded'));
  const ranked = new Uint8Array(scored.status.length);
  const graded = new Uint8Array(scored.status.length);
  let differ = 0;
  for (let row = 0; row < ranked.length; row++) {
    if (scored.pools.of[row]! < 0) continue;
    ranked[row] = isRanked[scored.status[row]!]!;
    graded[row] = isGraded[scored.status[row]!]!;
    differ |= ranked[row]! ^ graded[row]!;
  }
  return differ === 0 ? { ranked, graded: ranked, alike: true } : { ranked, graded, alike: false };
}

function standsIn(scheme: Scheme, status: string, as: 'ranked' | 'graded'): 0 | 1 {
  if (status === 'graded') return 1;
  return scheme.statuses.get(status)?.[as] === true ? 1 : 0;
}
