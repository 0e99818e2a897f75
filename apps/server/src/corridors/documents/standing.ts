/**
 * 效力 — whether a document may be relied on, on a day: what a person recorded, and what its dates say. Nothing is worked out on an
 * expired or draft basis without these words. Pure. @source requirements “Standing of the documents”, ALL-7
 */
import { type Standing, standingTitles } from './kinds.js';
import type { DocumentTable } from './tables.js';

export interface StandingOn {
  /** May be relied on. */
  readonly valid: boolean;
  /** 现行有效; 失效（2023-12-31 止）… */
  readonly words: string;
}

type Dated = Pick<DocumentTable, 'standing' | 'effective_from' | 'effective_until'>;

const inForce: ReadonlySet<Standing> = new Set(['in_force', 'on_trial', 'extended']);

export function standingOn({ standing, effective_from, effective_until }: Dated, day: string): StandingOn {
  const title = standingTitles[standing];
  if (!inForce.has(standing)) return { valid: false, words: title };
  if (effective_from !== null && day < effective_from) return { valid: false, words: `尚未施行（${effective_from} 起）` };
  if (effective_until !== null && day >= effective_until)
    return { valid: false, words: `已过有效期（${dayBefore(effective_until)} 止），登记为“${title}”` };
  return { valid: true, words: effective_until === null ? title : `${title}（至 ${dayBefore(effective_until)}）` };
}

/** The last day of a half-open span. */
function dayBefore(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - 1);
  return at.toISOString().slice(0, 10);
}
