/**
 * Changes that must not change a result, on the random schemes of the oracle (R77): order of rows, names, units of a column, a
 * stranger in another pool, the way files are split; and a better value that must never lower a score.
 */

import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { runEngine } from '../runCase.js';
import { Dice } from './generator/dice.js';
import { makeRule } from './generator/indicators.js';
import { type Case, makeCase } from './generator/scheme.js';
import type { Row, SchemeDoc, Table } from './raw.js';

const deep = process.env.MUHENG_TIER === 'deep';
const first = Number(process.env.MUHENG_SEED ?? 20_001);
const seeds = Array.from({ length: process.env.MUHENG_SEED !== undefined ? 1 : deep ? 1000 : 100 }, (_, n) => first + n);
const timeout = 1_800_000;

type Printed = ReturnType<typeof runEngine>['printed'];

/** Everything but the findings, which name rows of the files. */
const essence = ({ subjects, cuts, pools, benchmarks }: Printed): string => JSON.stringify({ subjects, cuts, pools, benchmarks });

/** Runs the change over all seeds; where it gives none it does not fit the scheme. At least one in twenty must fit. */
function forEachSeed(name: string, look: (one: Case, dice: Dice) => boolean): void {
  let fitting = 0;
  for (const seed of seeds) if (look(makeCase(seed), new Dice(seed + 7))) fitting++;
  console.log(`R77 ${name}: ${fitting} of ${seeds.length} schemes, seeds ${seeds[0]} to ${seeds.at(-1)}`);
  if (seeds.length > 1) expect(fitting).toBeGreaterThan(seeds.length / 20);
}

const everyTable = (one: Case, change: (table: Table) => Table): Case => ({
  ...one,
  tables: one.tables.map(change),
  sideTables: Object.fromEntries(Object.entries(one.sideTables).map(([name, tables]) => [name, tables.map(change)])),
});

describe('[R77] what must not change a result', () => {
  test('[R77] the order of rows and columns', { timeout }, () => {
    forEachSeed('order', (one, dice) => {
      const moved = everyTable(one, (table) => shuffledColumns({ ...table, rows: dice.shuffled(table.rows) }, dice));
      expect(essence(runEngine(moved).printed), `seed ${one.seed}`).toBe(essence(runEngine(one).printed));
      return true;
    });
  });

  test('[R77] the names of the enterprises', { timeout }, () => {
    forEachSeed('names', (one) => {
      const named = (word: string): Case => ({
        ...one,
        tables: one.tables.map(({ header, rows }) => ({
          header: ['企业名称', ...header],
          rows: rows.map((row, n) => [`${word}${n % 3}`, ...row]),
        })),
      });
      const [a, b] = [runEngine(named('甲')).printed, runEngine(named('乙')).printed];
      const nameless = (printed: Printed): string =>
        essence({
          ...printed,
          subjects: printed.subjects.map((subject) => ({ ...subject, name: '', overrides: [], reasons: [] })),
        });
      expect(nameless(b), `seed ${one.seed}`).toBe(nameless(a));
      expect(essence(b)).not.toBe(essence(a));
      return true;
    });
  });

  test('[R77] a column in another unit', { timeout }, () => {
    forEachSeed('units', (one) => {
      const rescaled: Case = { ...one, tables: one.tables.map((table) => table.header.reduce(rescaledColumn, table)) };
      if (rescaled.tables.every((table, n) => table.header.join() === one.tables[n]?.header.join())) return false;
      expect(essence(runEngine(rescaled).printed), `seed ${one.seed}`).toBe(essence(runEngine(one).printed));
      return true;
    });
  });

  test('[R77] an unrelated enterprise in another pool', { timeout }, () => {
    forEachSeed('stranger', (one) => {
      if (!separated(parse(one.schemeText))) return false;
      const withStranger: Case = {
        ...one,
        tables: one.tables.map((table) => ({ ...table, rows: [...table.rows, strangerLike(table)] })),
      };
      const [before, after] = [runEngine(one).printed, runEngine(withStranger).printed];
      const others = after.subjects.filter((subject) => subject.id !== 'stranger');
      expect(after.subjects.length).toBe(before.subjects.length + 1);
      expect(JSON.stringify(others), `seed ${one.seed}`).toBe(JSON.stringify(before.subjects));
      return true;
    });
  });

  test('[R77] facts delivered in one file or in several', { timeout }, () => {
    forEachSeed('files', (one) => {
      const split: Case = { ...one, tables: one.tables.flatMap(splitTable) };
      expect(split.tables.length).toBeGreaterThan(one.tables.length);
      expect(essence(runEngine(split).printed), `seed ${one.seed}`).toBe(essence(runEngine(one).printed));
      return true;
    });
  });

  test('[R77] running it again: the same bytes', { timeout }, () => {
    forEachSeed('again', (one) => {
      expect(JSON.stringify(runEngine(one).printed), `seed ${one.seed}`).toBe(JSON.stringify(runEngine(one).printed));
      return true;
    });
  });

  test('[R77] but a changed fact does change a result', () => {
    const one = makeCase(first);
    const more: Case = {
      ...one,
      tables: one.tables.map(({ header, rows }) => ({
        header,
        rows: rows.map((row) => row.map((cell) => (typeof cell === 'number' && cell < 100 ? cell + 1 : cell))),
      })),
    };
    expect(essence(runEngine(more).printed)).not.toBe(essence(runEngine(one).printed));
  });
});

describe('[R77] monotone rules', () => {
  test('[R77] a better value never lowers its score', { timeout }, () => {
    const used = new Map<string, number>();
    for (const seed of seeds) {
      const dice = new Dice(seed);
      const better = dice.chance(0.4) ? 'lower' : 'higher';
      const { one, by } = oneIndicator(seed, dice, better);
      if (by === 'distance' || by === 'inverse' || by === 'formula') continue;
      const { subjects } = runEngine(one).printed;
      const before = subjects.find((subject) => typeof subject.indicators.only?.score === 'number');
      if (before === undefined || (by === 'zscore' && !spreadOut(subjects, before.id))) continue;
      const { id } = before;
      let score = before.indicators.only?.score ?? 0;
      let value = before.indicators.only?.value ?? 0;
      for (let step = 0; step < 5; step++) {
        value += dice.pick([0.5, 1, 3]) * (better === 'lower' ? -1 : 1);
        if (better === 'lower' && value <= 0) break;
        const after = runEngine(withValue(one, id, value)).printed.subjects;
        if (by === 'zscore' && !spreadOut(after, id)) break;
        const now = after.find((subject) => subject.id === id)?.indicators.only?.score ?? Number.NaN;
        expect(now, `seed ${seed}: ${by}, ${better} is better, ${id} at ${value}`).toBeGreaterThanOrEqual(score - 1e-9);
        score = now;
      }
      used.set(by, (used.get(by) ?? 0) + 1);
    }
    console.log(
      `R77 monotone: seeds ${seeds[0]} to ${seeds.at(-1)}: ${[...used].map(([by, times]) => `${by} ${times}`).join(', ')}`,
    );
    if (seeds.length > 1) expect(used.size).toBeGreaterThan(8);
  });
});

/** False where all values of the subject's pool are one number: `all_equal` then declares the points of everybody, whatever lies beside it. */
const spreadOut = (subjects: Printed['subjects'], id: string): boolean => {
  const own = subjects.find((subject) => subject.id === id)?.pool;
  const values = subjects
    .filter(({ pool, status }) => pool === own && status === 'graded')
    .map(({ indicators }) => indicators.only?.value);
  return new Set(values.filter((value) => typeof value === 'number')).size > 1;
};

function shuffledColumns({ header, rows }: Table, dice: Dice): Table {
  const order = dice.shuffled(header.map((_, at) => at));
  return { header: order.map((at) => header[at] ?? ''), rows: rows.map((row) => order.map((at) => row[at] ?? null)) };
}

/** 万元 as 元, with the unit in brackets. */
function rescaledColumn(table: Table, head: string): Table {
  const word = ['工业增加值', 'value_added', '工业增加值(万元)', 'value_added(万元)'].includes(head) ? '工业增加值' : undefined;
  const at = table.header.indexOf(head);
  if (word === undefined || at < 0) return table;
  const scaled = (cell: Row[number]): Row[number] => (typeof cell === 'number' ? cell * 10_000 : cell);
  return { header: table.header.with(at, `${word}（元）`), rows: table.rows.map((row) => row.with(at, scaled(row[at] ?? null))) };
}

/** Pools by county, and nothing that reaches over a pool's edge. */
function separated(scheme: SchemeDoc): boolean {
  const text = JSON.stringify(scheme.indicators);
  return scheme.rank.within.includes('县区') && !/"within":"(all|group)"/.test(text);
}

/** Somebody in a county of its own, like the first row otherwise; in no group company and on no shared parcel. */
function strangerLike({ header, rows }: Table): Row {
  const row = rows.find((one) => one[header.indexOf('年度')] === 2022) ?? [];
  const own: Readonly<Record<string, Row[number]>> = {
    id: 'stranger',
    县区: '别县',
    集团名称: null,
    宗地编号: null,
    跟随对象: null,
  };
  return header.map((head, at) => (Object.hasOwn(own, head) ? (own[head] ?? null) : (row[at] ?? null)));
}

/** Every other column into a second file, and the rows of that one into two. */
function splitTable({ header, rows }: Table): Table[] {
  const keys = ['id', '年度'];
  const part = (half: number): Table => {
    const kept = header.flatMap((head, at) => (keys.includes(head) || at % 2 === half ? [at] : []));
    return { header: kept.map((at) => header[at] ?? ''), rows: rows.map((row) => kept.map((at) => row[at] ?? null)) };
  };
  const second = part(1);
  const middle = Math.ceil(rows.length / 2);
  return [part(0), { ...second, rows: second.rows.slice(0, middle) }, { ...second, rows: second.rows.slice(middle) }].filter(
    (table) => table.rows.length > 0,
  );
}

/** The seed's scheme with one indicator, the marks fact, scored by a random rule. */
function oneIndicator(seed: number, dice: Dice, better: 'higher' | 'lower'): { readonly one: Case; readonly by: string } {
  const one = makeCase(seed);
  const { bonus: _bonus, overrides: _overrides, merge: _merge, ...doc } = parse(one.schemeText) as SchemeDoc;
  const groups = Object.keys(doc.groups);
  const rule = makeRule(dice, { measure: { formula: '管理评分', unit: '', constants: [2, 5] }, groups, better });
  const assumed = { assumed: '随机生成，用于核对' };
  const only = {
    id: 'only',
    name: '唯一指标',
    formula: '管理评分',
    unit: '',
    weight: 40,
    better,
    benchmark: 4,
    score: rule,
    absent: 'no_points',
    cap: 'none',
    floor: 'none',
    round: 'none',
    value_round: 'none',
    ...assumed,
  };
  const changed = {
    ...doc,
    facts: { ...doc.facts, 管理评分: { must_be: 'any', ...assumed } },
    who: { include: '管理评分 >= 0 or missing(管理评分)', undetermined: 'in', ...assumed },
    indicators: [only],
    rank: { ...doc.rank, by: ['总分 desc'] },
    grades: { ...doc.grades, cut: { by: 'none', ...assumed } },
  };
  return { one: { ...one, schemeText: stringify(changed, { aliasDuplicateObjects: false }) }, by: String(rule.by) };
}

function withValue(one: Case, id: string, value: number): Case {
  return {
    ...one,
    tables: one.tables.map(({ header, rows }) => {
      const at = header.findIndex((head) => head.startsWith('管理评分') || head.startsWith('management_marks'));
      return {
        header,
        rows: rows.map((row) =>
          row[header.indexOf('id')] === id && row[header.indexOf('年度')] === 2022 ? row.with(at, value) : row,
        ),
      };
    }),
  };
}
