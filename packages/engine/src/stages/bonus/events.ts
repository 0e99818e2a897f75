/** 按次加减分 — the first event counts `first`, each further one `further`; no event, no points. S58, S59 */
import { compile } from '@muheng/formula';
import type { BonusItem } from '@muheng/scheme';
import type { Column } from '../../absence.js';
import type { StageFrame } from '../stage.js';

type Events = Extract<BonusItem['source'], { readonly from: 'events' }>;

/** Absent where the number of events cannot be told. */
export function eventPoints(frame: StageFrame, rule: Events): Column {
  const counted = compile(rule.count).run(frame);
  return { values: counted.values.map((events) => pointsOfEvents(events, rule)), absence: counted.absence };
}

export const pointsOfEvents = (events: number, rule: { readonly first: number; readonly further: number }): number =>
  events === 0 ? 0 : rule.first + (events - 1) * rule.further;
