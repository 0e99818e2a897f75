/**
 * 用电 — kWh by meter and year → the power of a subject: its own meters − what others take of them + what it takes of others'. Who
 * lacks a meter's row gets no power for that year. Read `powerOf`.
 */
import type { Finding } from '@muheng/finding';
import { matchText } from '@muheng/sheets';
import { doubtful } from './facts.js';
import type { JoinedTable } from './join.js';
import { sharesAsFractions } from './ledgerChecks.js';
import { rowPlace, tablePlace, wordsWith } from './place.js';
import type { TableView } from './recognise.js';
import type { Register } from './register.js';
import { found } from './texts.zh.js';
import { numberOf, withoutDoubles } from './values.js';

export interface MeterRow {
  readonly year: number;
  readonly meter: string;
  readonly subject: number;
  readonly kind: '自有' | '转供出' | '转供入';
  /** kWh of the meter. */
  readonly power: number;
  /** Per cent of it; NaN for 自有. */
  readonly share: number;
  /** −1 = none. */
  readonly counterpart: number;
}

export interface Power {
  readonly meters: readonly MeterRow[];
  /** By year, by subject: kWh. */
  readonly used: ReadonlyMap<number, ReadonlyMap<number, number>>;
}

interface Share {
  readonly view: TableView;
  readonly row: number;
  readonly subject: number;
  readonly percent: number;
  readonly from: string;
}

export interface PowerTask {
  readonly tables: readonly JoinedTable[];
  readonly register: Register;
  readonly year: number | undefined;
  readonly findings: Finding[];
}

export function powerOf(task: PowerTask): Power {
  const gaps = new Map<string, string>();
  const shares = sharesOf(task, gaps);
  const meters: MeterRow[] = [];
  const used = new Map<number, Map<number, number>>();
  const seen = new Map<number, Set<string>>();
  for (const joined of task.tables.filter(({ view }) => view.kind === 'meters')) {
    const year = joined.view.yearsDiffer ? undefined : (joined.view.year ?? task.year);
    if (year === undefined) {
      task.findings.push(found('year_unknown', tablePlace(joined.view)));
      continue;
    }
    if (joined.view.year !== undefined)
      task.findings.push(
        found('year_from_words', tablePlace(joined.view), { where: wordsWith(joined.view, String(year)), year }),
      );
    else task.findings.push(found('year_assumed', tablePlace(joined.view), { year }));
    const known = seen.get(year) ?? new Set<string>();
    seen.set(year, known);
    metersOf(joined, { ...task, year, shares, gaps, meters, known, used: used.get(year) ?? fresh(used, year) });
  }
  tellJumps(task);
  for (const [key, why] of gaps) {
    const [year = '', subject = ''] = key.split(' ');
    used.get(Number(year))?.delete(Number(subject));
    const { name, code } = task.register.subjects[Number(subject)]!;
    task.findings.push(found('incomplete_power', { subject: code }, { name, year, why }));
  }
  for (const [year, known] of seen)
    for (const [meter, [first]] of shares)
      if (!known.has(meter) && first !== undefined)
        task.findings.push(found('share_without_meter', rowPlace(first.view, first.row, 'meter_number'), { meter, year }));
  return { meters, used };
}

/** Between years one meter does not change like this; a unit does. */
const jump = 200;

/** 跳变 — a firm of several meters has no single figure of last year: its meters are held against themselves. */
function tellJumps({ tables, findings }: PowerTask): void {
  const meters = new Map<string, { view: TableView; row: number; kwh: number }[]>();
  const sound = ({ doubted, column }: TableView): boolean =>
    !doubted.has('power_used') && column('power_used')?.verdict !== 'slip';
  for (const { view } of tables.filter((one) => one.view.kind === 'meters' && sound(one.view)))
    view.table.rows.forEach((_, row) => {
      const kwh = numberOf(view, row, 'power_used');
      const meter = matchText(view.text(row, 'meter_number'));
      if (kwh > 0 && meter !== '') meters.set(meter, [...(meters.get(meter) ?? []), { view, row, kwh }]);
    });
  for (const [meter, readings] of meters)
    for (const one of readings) {
      const others = readings.filter(({ view }) => view.year !== one.view.year);
      if (others.length === 0 || !others.every(({ kwh }) => one.kwh > kwh * jump || one.kwh < kwh / jump)) continue;
      const words = { meter, kwh: one.kwh, others: others.map(({ view, kwh }) => `${view.year} 年 ${kwh}`).join('、') };
      findings.push(found('meter_jumps', rowPlace(one.view, one.row, 'power_used'), words));
    }
}

const fresh = (used: Map<number, Map<number, number>>, year: number): Map<number, number> => {
  const map = new Map<number, number>();
  used.set(year, map);
  return map;
};

interface OfYear extends PowerTask {
  readonly year: number;
  readonly shares: ReadonlyMap<string, readonly Share[]>;
  readonly gaps: Map<string, string>;
  readonly meters: MeterRow[];
  readonly known: Set<string>;
  readonly used: Map<number, number>;
}

function metersOf(joined: JoinedTable, of: OfYear): void {
  const { view, subject, taken, candidates } = joined;
  const gap = (at: number, row: number, word = '没有采用'): void => {
    if (at >= 0) of.gaps.set(`${of.year} ${at}`, `${view.file} 第 ${view.fileRow(row)} 行${word}`);
  };
  const tenants = (row: number): readonly Share[] => of.shares.get(matchText(view.text(row, 'meter_number'))) ?? [];
  const { rows, differing } = withoutDoubles(joined, {
    kinds: { alike: 'ledger_twice_alike', differ: 'ledger_twice' },
    keyOf: (row) => matchText(view.text(row, 'meter_number')),
    words: (row) => ({ what: '户号', key: view.text(row, 'meter_number') }),
    findings: of.findings,
  });
  const lost = new Set(differing);
  view.table.rows.forEach((cells, row) => {
    if (cells.length === 0) return;
    of.known.add(matchText(view.text(row, 'meter_number')));
    if (taken[row] === 1 && !lost.has(row)) return;
    gap(subject[row]!, row);
    for (const at of candidates.get(row) ?? []) gap(at, row, '没有采用，可能是这一户的');
    for (const { subject: tenant } of tenants(row)) gap(tenant, row);
  });
  const column = view.column('power_used');
  const slipped = column !== undefined && doubtful(column, view, of.findings);
  const add = (at: number, kwh: number): void => void of.used.set(at, (of.used.get(at) ?? 0) + kwh);
  for (const row of rows) {
    const holder = subject[row]!;
    const power = slipped ? Number.NaN : numberOf(view, row, 'power_used');
    if (Number.isNaN(power)) {
      for (const at of [holder, ...tenants(row).map((one) => one.subject)]) gap(at, row, '没有可用的电量');
      continue;
    }
    const meter = view.text(row, 'meter_number');
    const own = { year: of.year, meter, power, share: Number.NaN };
    of.meters.push({ ...own, subject: holder, kind: '自有', counterpart: -1 });
    let left = 100;
    for (const { subject: tenant, percent, from } of tenants(row)) {
      const share = (percent * monthsSince(from, of.year)) / 12;
      if (share === 0) continue;
      left -= share;
      add(tenant, (power * share) / 100);
      of.meters.push({ ...own, subject: holder, kind: '转供出', share, counterpart: tenant });
      of.meters.push({ ...own, subject: tenant, kind: '转供入', share, counterpart: holder });
    }
    add(holder, (power * left) / 100);
  }
}

/** Months of the year from that day on. */
const monthsSince = (from: string, year: number): number => {
  if (from === '' || from < `${year}-01-01`) return 12;
  return from > `${year}-12-31` ? 0 : 13 - Number(from.slice(5, 7));
};

/** By meter: who takes how much of it. Meters of which a share is in doubt are nobody's. */
function sharesOf({ tables, findings, register }: PowerTask, gaps: Map<string, string>): Map<string, readonly Share[]> {
  const shares = new Map<string, Share[]>();
  for (const joined of tables.filter(({ view }) => view.kind === 'shares')) {
    const { view, subject, taken, candidates } = joined;
    const { rows, differing } = withoutDoubles(joined, {
      kinds: { alike: 'ledger_twice_alike', differ: 'ledger_twice' },
      keyOf: (row) => `${subject[row]}\n${matchText(view.text(row, 'meter_number'))}`,
      words: (row) => ({ what: '分摊', key: view.text(row, 'meter_number') }),
      findings,
    });
    const fractions = sharesAsFractions(view, 'meter_share', findings);
    const unusable = (row: number): boolean => fractions || Number.isNaN(numberOf(view, row, 'meter_share'));
    const lost = new Set([...differing, ...rows.filter(unusable)]);
    view.table.rows.forEach((cells, row) => {
      if (cells.length === 0 || (taken[row] === 1 && !lost.has(row))) return;
      const who = subject[row]! >= 0 ? [subject[row]!] : (candidates.get(row) ?? []);
      const holders = tables.flatMap((other) => holdersOf(other, matchText(view.text(row, 'meter_number'))));
      for (const { year, at } of holders)
        for (const one of [at, ...who]) gaps.set(`${year} ${one}`, `${view.file} 第 ${view.fileRow(row)} 行没有采用`);
    });
    for (const row of rows) {
      const percent = numberOf(view, row, 'meter_share');
      const meter = matchText(view.text(row, 'meter_number'));
      if (unusable(row)) continue;
      const share = { view, row, subject: subject[row]!, percent, from: view.text(row, 'share_from') };
      shares.set(meter, [...(shares.get(meter) ?? []), share]);
    }
  }
  for (const [meter, list] of shares) {
    const sum = list.reduce((total, { percent }) => total + percent, 0);
    if (sum <= 100) continue;
    shares.delete(meter);
    findings.push(found('shares_exceed', rowPlace(list[0]!.view, list[0]!.row, 'meter_share'), { meter, sum }));
    for (const { at, year } of tables.flatMap((other) => holdersOf(other, meter)))
      for (const one of [at, ...list.map(({ subject }) => subject)])
        if (one < register.subjects.length) gaps.set(`${year} ${one}`, `户号 ${meter} 的分摊比例超过 100%`);
  }
  return shares;
}

/** Who holds a meter, by the year of the table. */
function holdersOf({ view, subject }: JoinedTable, meter: string): { year: number; at: number }[] {
  if (view.kind !== 'meters' || view.year === undefined) return [];
  const { year } = view;
  return view.table.rows.flatMap((_, row) =>
    subject[row]! >= 0 && matchText(view.text(row, 'meter_number')) === meter ? [{ year, at: subject[row]! }] : [],
  );
}
