/** Stages 10 and 11 of the oracle: bonus and penalty, limits, the total. */
import { dayCount } from './calendar.js';
import type { Cell } from './cell.js';
import { evaluate, holds } from './evaluate.js';
import { decimal, type Exact, exactOrder, larger, plus, sign, smaller, times, total, whole, zero } from './exact.js';
import type { BonusItemDoc } from './raw.js';
import { type Run, type Standing, validOn } from './run.js';
import { waits } from './scores.js';
import type { SideRow } from './subjects.js';

export function computeTotals(run: Run): void {
  const { total: rule, bonus } = run.given.scheme;
  for (const standing of run.standings) {
    if (!standing.computed) continue;
    const more = bonus === undefined ? zero : bonusOf(run, standing);
    if (more === undefined) {
      waits(run, standing);
      continue;
    }
    standing.bonus = more;
    if (standing.base === undefined) continue;
    const sum = plus(standing.base, more);
    standing.full = between(sum, rule.least, rule.most);
    if (standing.full !== sum) run.judge.note('a limited total');
    standing.total = run.judge.round(standing.full, rule.round, 'total');
  }
}

function between(x: Exact, least: number | 'none' | undefined, most: number | 'none' | undefined): Exact {
  const low = least === undefined || least === 'none' ? x : larger(x, decimal(least));
  return most === undefined || most === 'none' ? low : smaller(low, decimal(most));
}

/** Undefined when the scheme waits for something absent. */
function bonusOf(run: Run, standing: Standing): Exact | undefined {
  const rule = run.given.scheme.bonus;
  if (rule === undefined) return zero;
  const counted: { readonly kind: string | undefined; points: Exact }[] = [];
  for (const item of rule.items) {
    if (item.groups !== undefined && !item.groups.includes(standing.group ?? '')) continue;
    const points = pointsOf(run, item, standing);
    if (points === 'absent' && rule.absent === 'pending') return undefined;
    counted.push({ kind: item.kind, points: typeof points === 'string' ? zero : between(points, item.least, item.most) });
  }
  for (const kind of new Set(counted.flatMap((one) => (one.kind === undefined ? [] : [one.kind])))) {
    const positive = counted.filter((one) => one.kind === kind && sign(one.points) > 0);
    const best = positive.reduce<Exact>((most, one) => larger(most, one.points), zero);
    const first = positive.find((one) => exactOrder(one.points, best) === 0);
    if (positive.length > 1) run.judge.note('only the best of a kind');
    for (const one of positive) if (one !== first) one.points = zero;
  }
  const sum = total(counted.map((one) => one.points));
  const limited = between(sum, rule.least, rule.most);
  if (limited !== sum) run.judge.note('a limited bonus');
  return limited;
}

function pointsOf(run: Run, item: BonusItemDoc, standing: Standing): Exact | 'absent' | 'not for it' {
  if (item.when !== undefined) {
    const condition = run.ask(item.when, standing);
    if (condition.kind === 'gone') return 'absent';
    if (!holds(condition)) return 'not for it';
  }
  if (item.titles !== undefined) return byTitles(run, item.titles, standing);
  if (item.events !== undefined) return byEvents(run, item.events, standing);
  if (typeof item.points === 'number') return decimal(item.points);
  const cell = run.ask(item.points ?? '0', standing);
  return cell.kind === 'number' ? times(cell.x, cell.factor) : 'absent';
}

const text = (cell: Cell | undefined): string => (cell?.kind === 'text' ? cell.text : '');

function byTitles(run: Run, rule: NonNullable<BonusItemDoc['titles']>, standing: Standing): Exact {
  const points = (standing.subject.sides.get('titles') ?? [])
    .filter((row) => rule.names.includes(text(row.get('name'))) && valid(run, row, rule.valid))
    .map((row) => {
      const count = row.get('count');
      return times(decimal(rule.levels[text(row.get('level'))] ?? 0), count?.kind === 'number' ? count.x : whole(1));
    });
  if (points.length > 1) run.judge.note(`several titles: ${rule.take}`);
  return points.length === 0 ? zero : rule.take === 'sum' ? total(points) : points.reduce(larger);
}

function valid(run: Run, row: SideRow, when: string): boolean {
  if (when === 'on_reference_day') return validOn(row, run.referenceDay);
  const from = row.get('from');
  const to = row.get('to');
  const first = dayCount({ year: run.given.year, month: 1, day: 1 });
  const last = dayCount({ year: run.given.year, month: 12, day: 31 });
  const start = from?.kind === 'date' ? dayCount(from.day) : undefined;
  if (when === 'new_in_data_year') return start !== undefined && start >= first && start <= last;
  return (start === undefined || start <= last) && (to?.kind !== 'date' || dayCount(to.day) >= first);
}

function byEvents(run: Run, rule: NonNullable<BonusItemDoc['events']>, standing: Standing): Exact {
  const scope = run.scope(standing);
  const where = run.formula(rule.where);
  const n = scope.rows('events').filter((row) => holds(evaluate(where, { ...scope, field: row }))).length;
  if (n > 1) run.judge.note('further events');
  return n === 0 ? zero : plus(decimal(rule.first), times(whole(n - 1), decimal(rule.further)));
}
