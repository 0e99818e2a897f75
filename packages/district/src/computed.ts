/**
 * 汇总的用地、用电 — land and power of each year from the ledgers, where no table gives them already; where one does and says otherwise,
 * both are told and the table's is taken. Read `computed`.
 */
import type { Finding } from '@muheng/finding';
import { convert, convertible, parseUnit } from '@muheng/quantity';
import type { FactKey, FactStore, Source } from './facts.js';
import { type Land, landIn } from './land.js';
import { cellInWords, rowPlace } from './place.js';
import type { Power } from './power.js';
import { livesIn, type Register } from './register.js';
import type { FactTerm } from './terms.js';
import { found } from './texts.zh.js';

export interface Computing {
  readonly store: FactStore;
  readonly land: Land;
  readonly power: Power;
  readonly years: readonly number[];
  readonly register: Register;
  readonly facts: ReadonlyMap<string, FactTerm>;
  readonly findings: Finding[];
}

export function computed(task: Computing): void {
  const { land, power, years, register, findings } = task;
  const differences = new Differences(task);
  for (const year of years) {
    for (const [subject, sum] of landIn(year, land)) {
      if (!livesIn(register.subjects[subject]!, year)) continue;
      const values = { own_land: sum.own, leased_in_land: sum.leasedIn, leased_out_land: sum.leasedOut, land_used: sum.used };
      for (const [fact, value] of Object.entries(values))
        put({ fact, year, subject }, { value, unit: 'land' }, { task, differences });
    }
    for (const [subject, value] of power.used.get(year) ?? [])
      if (livesIn(register.subjects[subject]!, year))
        put({ fact: 'power_used', year, subject }, { value, unit: 'power' }, { task, differences });
  }
  differences.tell();
  if (land.occupancy.length > 0) findings.push(found('land_computed', {}));
  if (power.meters.length > 0) findings.push(found('power_computed', {}));
}

interface Sum {
  readonly value: number;
  readonly unit: 'land' | 'power';
}

function put(
  key: FactKey,
  { value, unit }: Sum,
  { task: { store, facts }, differences }: { readonly task: Computing; readonly differences: Differences },
): void {
  const fact = facts.get(key.fact);
  if (fact === undefined) return;
  const sum = toWorking(value, fact, unit);
  const known = store.get(key.fact, key.year, key.subject);
  if (known === undefined) store.put(key, { value: sum });
  else if (typeof known.value === 'number' && known.source !== undefined)
    differences.hold(key, { given: known.value, source: known.source, sum });
}

/** A department's own rounding makes less of a difference, of the larger of both. */
const sameBut = 0.01;
const examples = 3;

interface Difference {
  readonly given: number;
  readonly source: Source;
  readonly sum: number;
}

/** 表中的数与汇总不符, told once a fact and year. */
class Differences {
  private readonly byColumn = new Map<string, (Difference & FactKey)[]>();
  constructor(private readonly task: Computing) {}

  hold(key: FactKey, one: Difference): void {
    if (Math.abs(one.given - one.sum) <= sameBut * Math.max(Math.abs(one.given), Math.abs(one.sum))) return;
    const column = `${key.fact} ${key.year}`;
    const list = this.byColumn.get(column) ?? [];
    this.byColumn.set(column, list);
    list.push({ ...key, ...one });
  }

  tell(): void {
    const { facts, findings, register } = this.task;
    for (const list of this.byColumn.values()) {
      const { fact, year, source } = list[0]!;
      const { term, unit } = facts.get(fact)!;
      const shown = list.slice(0, examples).map((one) => {
        const at = cellInWords(one.source.view, one.source.row, one.source.column);
        return `${register.subjects[one.subject]!.name}（${at}）是 ${plain(one.given)}，汇总是 ${plain(one.sum)}${unit.text}`;
      });
      const words = { what: term, year, count: list.length, examples: shown.join('；') };
      findings.push(found('computed_differs', rowPlace(source.view, source.row, fact), words));
    }
  }
}

const plain = (value: number): number => Number(value.toPrecision(6));

const squareMetre = parseUnit('㎡', { mu: '2000/3' });
const kilowattHour = parseUnit('kWh', { mu: '2000/3' });

/** ㎡ or kWh → the unit of the fact. */
function toWorking(value: number, fact: FactTerm, kind: 'land' | 'power'): number {
  const from = kind === 'land' ? squareMetre : kilowattHour;
  return from === undefined || !convertible(from, fact.unit) ? value : convert(value, from, fact.unit);
}
