/**
 * 加减分 — every item of the scheme in its order: points by formula, titles or events, its limits, best of a kind, limits of the sum.
 * A condition that does not hold gives nothing; one that cannot be decided gives nothing or leaves the subject pending, as declared.
 */
import { compile } from '@muheng/formula';
import type { BonusItem, BonusRule } from '@muheng/scheme';
import { type Column, PRESENT } from '../../absence.js';
import type { BonusResult } from '../../result.js';
import { absentFacts } from '../reasons.js';
import type { Scoring } from '../scoring.js';
import type { StageFrame } from '../stage.js';
import { undeterminedFinding } from '../status/status.js';
import { eventPoints } from './events.js';
import { titlePoints } from './titles.js';

export interface Bonuses {
  readonly items: readonly BonusResult[];
  /** After best of kind and limits; NaN for subjects that are not computed. */
  readonly total: Float64Array;
  readonly pending: Uint8Array;
}

/** `frame` carries values and scores of the indicators. */
export function awardBonus(scoring: Scoring, frame: StageFrame): Bonuses {
  const rule = scoring.scheme.bonus;
  if (rule === undefined) return noBonus(scoring);
  const pending = new Uint8Array(frame.rows);
  const total = zeros(scoring);
  const items = rule.items.map((item) => {
    const raw = itemPoints({ scoring, frame, rule, pending }, item);
    return { id: item.id, raw, counted: raw.slice() };
  });
  for (const kind of new Set(rule.items.map((item) => item.kind))) {
    if (kind !== null) keepBest(items.filter((_, index) => rule.items[index]!.kind === kind).map((item) => item.counted));
  }
  for (const { counted } of items) for (let row = 0; row < total.length; row++) total[row]! += counted[row]!;
  for (let row = 0; row < total.length; row++)
    total[row] = pending[row] === 1 ? Number.NaN : within(total[row]!, rule.least, rule.most);
  return { items, total, pending };
}

/** 0 for everybody who is computed, written out only for who asks. */
function noBonus(scoring: Scoring): Bonuses {
  let total: Float64Array | undefined;
  return {
    ...{ items: [], pending: new Uint8Array(0) },
    get total() {
      total ??= zeros(scoring);
      return total;
    },
  };
}

/** 0 for everybody who is computed, NaN for the others. */
function zeros({ rowsOf, frame }: Scoring): Float64Array {
  const total = new Float64Array(frame.rows).fill(Number.NaN);
  for (const rows of rowsOf) for (let at = 0; at < rows.length; at++) total[rows[at]!] = 0;
  return total;
}

interface Awarding {
  readonly scoring: Scoring;
  readonly frame: StageFrame;
  readonly rule: BonusRule;
  /** Marked where an item cannot be decided and the scheme waits for the data. */
  readonly pending: Uint8Array;
}

/** Points before best of kind, within the item's limits; 0 where it does not apply. */
function itemPoints(awarding: Awarding, item: BonusItem): Float64Array {
  const { scoring, frame } = awarding;
  const raw = new Float64Array(frame.rows);
  const when = item.when === undefined ? undefined : compile(item.when).run(frame);
  const points = sourcePoints(frame, item.source);
  let undecided = 0;
  let example = -1;
  scoring.groupIds.forEach((id, group) => {
    if (item.groups !== 'all' && !item.groups.includes(id)) return;
    for (const row of scoring.rowsOf[group]!) {
      if (when !== undefined && when.absence[row] === PRESENT && when.values[row] !== 1) continue;
      const decided = (when === undefined || when.absence[row] === PRESENT) && points.absence[row] === PRESENT;
      if (decided) {
        raw[row] = within(points.values[row]!, item.least, item.most);
        continue;
      }
      undecided++;
      if (example < 0) example = row;
      if (awarding.rule.absent === 'pending') wait(awarding, item, row);
    }
  });
  const formula = item.when ?? (item.source.from === 'points' ? item.source.points : undefined);
  if (undecided > 0 && formula !== undefined)
    scoring.findings.push(undeterminedFinding(frame, { rule: item.name, formula, count: undecided, example }));
  return raw;
}

function sourcePoints(frame: StageFrame, source: BonusItem['source']): Column {
  switch (source.from) {
    case 'points':
      return compile(source.points).run(frame);
    case 'titles':
      return titlePoints(frame, source);
    case 'events':
      return eventPoints(frame, source);
  }
}

function wait({ scoring, frame, pending, rule }: Awarding, item: BonusItem, row: number): void {
  pending[row] = 1;
  const lacking = [item.when, item.source.from === 'points' ? item.source.points : undefined]
    .map((formula) => (formula === undefined ? '' : absentFacts(frame, formula, row)))
    .filter((words) => words !== '')
    .join('、');
  scoring.reasons.add(row, { code: 'bonus_undetermined', words: `${item.name}无法判断：${lacking}`, cited: rule.cited });
}

/** 同类取最高 — of the items with points above zero only the first highest counts; penalties all count. */
function keepBest(columns: readonly Float64Array[]): void {
  const rows = columns[0]?.length ?? 0;
  for (let row = 0; row < rows; row++) {
    let best = -1;
    for (let item = 0; item < columns.length; item++) {
      const points = columns[item]![row]!;
      if (points > 0 && (best < 0 || points > columns[best]![row]!)) best = item;
    }
    for (let item = 0; item < columns.length; item++) if (item !== best && columns[item]![row]! > 0) columns[item]![row] = 0;
  }
}

/** A limit that is null is none; NaN stays. */
export const within = (points: number, least: number | null, most: number | null): number =>
  most !== null && points > most ? most : least !== null && points < least ? least : points;
