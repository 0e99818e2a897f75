/** Stage 2 of the oracle: land from the occupancy table, electricity from meters, plot ratio; rounding of land in 亩. */
import { type Day, dayCount, monthLength } from './calendar.js';
import { type Cell, gone, number } from './cell.js';
import {
  decimal,
  type Exact,
  larger,
  minus,
  negative,
  one,
  over,
  plus,
  ratio,
  sign,
  times,
  total,
  whole,
  zero,
} from './exact.js';
import type { LandDoc } from './raw.js';
import type { Run } from './run.js';
import type { SideRow, Subject } from './subjects.js';
import { converted } from './units.js';

const landTerm = '用地面积';
type Net = NonNullable<LandDoc['net']>;

export function applyLand(run: Run, subjects: readonly Subject[]): void {
  const { land } = run.given.scheme;
  if (land === undefined) return;
  const held = new Set(
    subjects.flatMap((subject) =>
      rows(subject, 'occupancy')
        .filter(owned)
        .map((row) => text(row, 'parcel')),
    ),
  );
  for (const subject of subjects) {
    for (const year of yearsOf(run, subjects)) {
      const facts = subject.facts.get(year) ?? new Map<string, Cell>();
      subject.facts.set(year, facts);
      if (land.net !== undefined && rows(subject, 'occupancy').length > 0) {
        run.judge.note('net land');
        facts.set(landTerm, inFact(run, landTerm, netLand(run, rows(subject, 'occupancy'), { net: land.net, year, held })));
      }
      roundLand(run, facts);
      if (land.plot_ratio !== undefined) setPlotRatio(run, facts, rows(subject, 'occupancy'));
    }
    const meters = rows(subject, 'meters');
    if (land.power !== undefined && meters.length > 0) {
      run.judge.note('power from meters');
      subject.facts.get(run.given.year)?.set('用电量', inFact(run, '用电量', total(meters.map(powerOf))));
    }
  }
}

const rows = (subject: Subject, table: string): readonly SideRow[] => subject.sides.get(table) ?? [];
const yearsOf = (run: Run, subjects: readonly Subject[]): number[] => [
  ...new Set([run.given.year, ...subjects.flatMap((subject) => [...subject.facts.keys()])]),
];

function text(row: SideRow, field: string): string {
  const cell = row.get(field);
  return cell?.kind === 'text' ? cell.text : '';
}
function amount(row: SideRow, field: string): Exact | undefined {
  const cell = row.get(field);
  return cell?.kind === 'number' ? cell.x : undefined;
}
function date(row: SideRow, field: string): Day | undefined {
  const cell = row.get(field);
  return cell?.kind === 'date' ? cell.day : undefined;
}

/** Base units (㎡, kWh) in the fact's working unit. */
function inFact(run: Run, term: string, x: Exact | undefined): Cell {
  const factor = run.facts.byTerm.get(term)?.factor ?? one;
  return x === undefined ? gone('not_computable') : number(converted(x, one, factor), factor);
}

const owned = (row: SideRow): boolean => text(row, 'kind') === '自有' || text(row, 'kind') === '集体';
const kinds: Readonly<Record<string, 'own' | 'leased_in' | 'leased_out' | 'collective'>> = {
  自有: 'own',
  承租: 'leased_in',
  出租: 'leased_out',
  集体: 'collective',
};

interface Weighing {
  readonly net: Net;
  readonly year: number;
  readonly held: ReadonlySet<string>;
}

/** ㎡; undefined when a row that counts has no area or no due date. */
function netLand(run: Run, all: readonly SideRow[], weighing: Weighing): Exact | undefined {
  let sum = zero;
  for (const row of all) {
    const part = contribution(run, row, weighing);
    if (part === undefined) return undefined;
    sum = plus(sum, part);
  }
  return sum;
}

function contribution(run: Run, row: SideRow, { net, year, held }: Weighing): Exact | undefined {
  const kind = kinds[text(row, 'kind')];
  if (kind === undefined) return zero;
  const leased = kind === 'leased_in' || kind === 'leased_out';
  const part = net[kind];
  if (part === 'ignore' || (leased && net.method === 'parcel' && held.has(text(row, 'parcel')))) return zero;
  const area = countedArea(run, row, { net, leased });
  if (area === undefined) return undefined;
  const referenceDay: Day = { ...run.referenceDay, year };
  if (text(row, 'state') === '在建' && net.under_construction !== undefined) {
    const due = date(row, 'completion_due');
    if (due === undefined) return undefined;
    const overdue = dayCount(monthsLater(due, net.under_construction.overdue_after_months)) < dayCount(referenceDay);
    run.judge.note(overdue ? 'overdue construction' : 'construction in term');
    if (net.under_construction[overdue ? 'overdue' : 'in_term'] === 'ignore') return zero;
  }
  const share = shareOfYear(row, { by: net.by, year, referenceDay });
  return times(part === 'add' ? area : negative(area), share);
}

function countedArea(
  run: Run,
  row: SideRow,
  { net, leased }: { readonly net: Net; readonly leased: boolean },
): Exact | undefined {
  const certificate = amount(row, 'certificate_area');
  const actual = amount(row, 'actual_area');
  const basis: Readonly<Record<string, Exact | undefined>> = {
    certificate,
    actual,
    supplied: amount(row, 'supplied_area'),
    larger_of_certificate_and_actual:
      certificate === undefined || actual === undefined ? (certificate ?? actual) : larger(certificate, actual),
  };
  const area = basis[net.basis];
  if (area !== undefined) {
    const beyond = net.excess === 'add' && !leased && (net.basis === 'certificate' || net.basis === 'supplied');
    if (!beyond || certificate === undefined || actual === undefined) return area;
    run.judge.note('land beyond the certificate');
    return plus(area, larger(zero, minus(actual, certificate)));
  }
  const floor = amount(row, 'floor_area');
  if (floor === undefined) return undefined;
  if (!leased || net.floor_space === 'ignore') return zero;
  run.judge.note('leased floor space as land');
  return times(over(floor, decimal(net.floor_space.per_mu)), run.unit('亩'));
}

function monthsLater(day: Day, months: number): Day {
  const count = day.year * 12 + day.month - 1 + months;
  const year = Math.floor(count / 12);
  const month = (count % 12) + 1;
  return { year, month, day: Math.min(day.day, monthLength(year, month)) };
}

/** By months: a month counts when its 15th day is covered. */
function shareOfYear(
  row: SideRow,
  { by, year, referenceDay }: { readonly by: Net['by']; readonly year: number; readonly referenceDay: Day },
): Exact {
  const from = date(row, 'from');
  const to = date(row, 'to');
  const covers = (day: Day): boolean =>
    (from === undefined || dayCount(from) <= dayCount(day)) && (to === undefined || dayCount(day) <= dayCount(to));
  if (by === 'reference_day') return covers(referenceDay) ? one : zero;
  const months = Array.from({ length: 12 }, (_, at) => at + 1);
  if (by === 'months') return ratio(months.filter((month) => covers({ year, month, day: 15 })).length, 12);
  const days = months.flatMap((month) =>
    Array.from({ length: monthLength(year, month) }, (_, at): Day => ({ year, month, day: at + 1 })),
  );
  return ratio(days.filter(covers).length, days.length);
}

function roundLand(run: Run, facts: Map<string, Cell>): void {
  const rounding = run.given.scheme.land?.round ?? 'none';
  const cell = facts.get(landTerm);
  if (cell?.kind !== 'number' || rounding === 'none') return;
  const mu = run.unit('亩');
  const rounded = run.judge.round(converted(cell.x, cell.factor, mu), rounding, 'land');
  facts.set(landTerm, number(converted(rounded, mu, cell.factor), cell.factor));
}

/** Own floor space over own land, tall floors counted more often. */
function setPlotRatio(run: Run, facts: Map<string, Cell>, all: readonly SideRow[]): void {
  const { land } = run.given.scheme;
  const rule = land?.plot_ratio;
  const own = all.filter(owned);
  if (rule === undefined || own.every((row) => amount(row, 'floor_area') === undefined)) return;
  run.judge.note('plot ratio');
  const basis = land?.net?.basis ?? 'certificate';
  const areas: Readonly<Record<string, (row: SideRow) => Exact | undefined>> = {
    certificate: (row) => amount(row, 'certificate_area'),
    actual: (row) => amount(row, 'actual_area'),
    supplied: (row) => amount(row, 'supplied_area'),
  };
  const bigger = (row: SideRow): Exact => larger(amount(row, 'certificate_area') ?? zero, amount(row, 'actual_area') ?? zero);
  const ground = total(own.map((row) => (areas[basis] ?? bigger)(row) ?? zero));
  const floors = total(
    own.map((row) => {
      const floor = amount(row, 'floor_area') ?? zero;
      const height = amount(row, 'floor_height');
      const tall = height !== undefined && run.judge.order(height, decimal(rule.tall_floor_over), 'tall floor') > 0;
      return tall ? times(floor, decimal(rule.counts)) : floor;
    }),
  );
  facts.set('容积率', sign(ground) > 0 ? number(over(floors, ground), one) : gone('not_computable'));
}

/** Own and from others add, to others subtracts; a shared meter by its split. */
function powerOf(row: SideRow): Exact {
  const power = times(amount(row, 'power') ?? zero, over(amount(row, 'share') ?? whole(100), whole(100)));
  return text(row, 'kind') === '转出' ? negative(power) : power;
}
