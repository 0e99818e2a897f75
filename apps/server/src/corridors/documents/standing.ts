/**
 * 效力 — whether a document may be relied on, on a day: what a person recorded, and what its dates and its successor's say. Nothing is
 * worked out on an expired or draft basis without these words. Pure. @source requirements “Standing of the documents”, ALL-7
 */
import { type DayState, type Standing, standingTitles } from './kinds.js';
import type { DocumentTable } from './tables.js';

export interface StandingOn {
  readonly state: DayState;
  /** May be relied on. */
  readonly valid: boolean;
  /** 现行有效; 失效（2023-12-31 止）… */
  readonly words: string;
}

export interface Dated extends Pick<DocumentTable, 'kind' | 'standing' | 'issued_on' | 'effective_from' | 'effective_until'> {
  /** The day from which the document that supersedes it counts; null when there is none, or its dates are not known. */
  readonly successorFrom: string | null;
}

type Closed = Extract<Standing, 'superseded' | 'expired' | 'void'>;
const isClosed = (standing: Standing): standing is Closed => ['superseded', 'expired', 'void'].includes(standing);

export function standingOn(document: Dated, day: string): StandingOn {
  const { kind, standing, effective_from, effective_until, issued_on, successorFrom } = document;
  const title = standingTitles[standing];
  if (kind === 'interpretation')
    return { state: 'interpretation', valid: false, words: '政策解读，须与所解读的文件一并看，不单独作为依据' };
  if (standing === 'draft') return { state: 'draft', valid: false, words: title };
  const start = effective_from ?? issued_on;
  if (start !== null && day < start)
    return { state: 'not_yet', valid: false, words: `尚未${effective_from === null ? '印发' : '施行'}（${start} 起）` };
  if (standing === 'issued') return { state: 'not_yet', valid: false, words: title };
  if (isClosed(standing)) return closedOn({ standing, start, end: effective_until ?? successorFrom }, day);
  if (effective_until !== null && day >= effective_until)
    return { state: 'expired', valid: false, words: `已过有效期（${dayBefore(effective_until)} 止），登记为“${title}”` };
  if (successorFrom !== null && day >= successorFrom)
    return { state: 'superseded', valid: false, words: `已由后来的文件替代（${successorFrom} 起），登记为“${title}”` };
  const words = effective_until === null ? title : `${title}（至 ${dayBefore(effective_until)}）`;
  return { state: 'in_force', valid: true, words };
}

/** What has ended since did hold before, if it is known from when to when. */
function closedOn(
  { standing, start, end }: { readonly standing: Closed; readonly start: string | null; readonly end: string | null },
  day: string,
): StandingOn {
  const title = standingTitles[standing];
  if (start !== null && end !== null && day < end)
    return { state: 'in_force', valid: true, words: `当日有效（${dayBefore(end)} 止，后${title}）` };
  return { state: standing, valid: false, words: end === null ? title : `${title}（${end} 起）` };
}

/** The last day of a half-open span. */
function dayBefore(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - 1);
  return at.toISOString().slice(0, 10);
}
