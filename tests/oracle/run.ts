/** One run of the oracle: what is known of each subject so far, and how formulas see it. The stages fill it in, in order. */
import { type Day, dayCount } from './calendar.js';
import { type Cell, gone, type NumberCell, number } from './cell.js';
import { evaluate, holds, type Scope } from './evaluate.js';
import { type Exact, one } from './exact.js';
import { type Node, readFormula } from './formula.js';
import { Judge } from './judge.js';
import type { Given, IndicatorDoc, StatusDoc } from './raw.js';
import { type Facts, permitted, type Subject } from './subjects.js';
import { converted, factorOf } from './units.js';

/** Where a subject stands. Numbers that were not computed are undefined. */
export interface Standing {
  readonly subject: Subject;
  status: string;
  /** Values, scores and a total are computed; the others have at most a group and a pool. */
  computed: boolean;
  /** In means, min–max and ranks of indicators: ranked before scoring. */
  counted: boolean;
  group?: string;
  pool?: string;
  readonly values: Map<string, Cell>;
  readonly benchmarks: Map<string, Exact>;
  readonly scores: Map<string, Exact>;
  base?: Exact;
  bonus?: Exact;
  full?: Exact;
  total?: Exact;
  rank?: Exact;
  computedGrade?: string;
  grade?: string;
}

export interface Leaf extends IndicatorDoc {
  readonly parent: string | null;
  readonly formula: string;
}

const builtIn: Readonly<Record<string, StatusDoc>> = {
  graded: { computed: true, ranked: true, graded: true },
  pending: { computed: true, ranked: false, graded: false },
  out: { computed: false, ranked: false, graded: false },
};

export class Run {
  readonly judge = new Judge();
  readonly standings: Standing[] = [];
  readonly leaves: readonly Leaf[];
  readonly pools = new Map<string, Standing[]>();
  readonly referenceDay: Day;

  constructor(
    readonly given: Given,
    readonly facts: Facts,
  ) {
    const [month = 12, day = 31] = given.scheme.reference_day.split('-').map(Number);
    this.referenceDay = { year: given.year, month, day };
    this.leaves = leavesOf(given.scheme.indicators, null);
  }

  status(id: string): StatusDoc {
    return builtIn[id] ?? this.given.scheme.statuses?.[id] ?? { computed: false, ranked: false, graded: false };
  }

  formula(text: string): Node {
    return readFormula(text, this.facts.mu);
  }

  unit(text: string | undefined): Exact {
    return factorOf(text ?? '', this.facts.mu) ?? one;
  }

  /** The value of a formula for one subject. */
  ask(text: string, standing: Standing, back = 0): Cell {
    return evaluate(this.formula(text), this.scope(standing), back);
  }

  holds(text: string, standing: Standing): boolean {
    return holds(this.ask(text, standing));
  }

  scope(standing: Standing): Scope {
    return {
      judge: this.judge,
      referenceDay: this.referenceDay,
      name: (word, back) => this.stageName(word, standing, back) ?? this.fact(word, standing.subject, back),
      rows: (table) => (standing.subject.sides.get(table) ?? []).map((row) => (field) => row.get(field)),
      list: (word) => this.given.scheme.lists?.[word]?.entries ?? [],
      member: (word, day) => this.member(word, standing.subject, day),
    };
  }

  fact(word: string, subject: Subject, back: number): Cell {
    const term = this.facts.termOf.get(word);
    const fact = term === undefined ? undefined : this.facts.byTerm.get(term);
    if (term === undefined || fact === undefined) throw new TypeError(`the oracle knows no ${word}`);
    if (fact.formula === undefined) return subject.facts.get(this.given.year - back)?.get(term) ?? gone('missing');
    const scope = this.scope(newStanding(subject));
    const cell = evaluate(this.formula(fact.formula), scope, back);
    if (cell.kind !== 'number') return cell;
    return permitted(
      number(this.judge.round(inUnit(cell, fact.factor), fact.round ?? 'none', 'derived fact'), fact.factor),
      fact,
    );
  }

  private stageName(word: string, standing: Standing, back: number): Cell | undefined {
    if (word === '类别') return this.pastGrade(standing.subject, back);
    const leaf = this.leaves.find((one) => one.name === word);
    if (leaf !== undefined) return standing.values.get(leaf.id) ?? gone('not_applicable');
    if (word.endsWith('得分')) {
      const scored = findIndicator(this.given.scheme.indicators, word.slice(0, -2));
      if (scored !== undefined) return shown(standing.scores.get(scored.id));
    }
    if (word === '总分') return shown(standing.total);
    if (word === '基础分') return shown(standing.base);
    if (word === '加分') return shown(standing.bonus);
    if (word === '名次') return shown(standing.rank);
    if (word === '测算类别')
      return standing.computedGrade === undefined ? gone('missing') : { kind: 'text', text: standing.computedGrade };
    return undefined;
  }

  private pastGrade(subject: Subject, back: number): Cell {
    const row = (subject.sides.get('history') ?? []).find((one) => {
      const year = one.get('year');
      return year?.kind === 'number' && Number(year.x.over) === this.given.year - back;
    });
    return row?.get('grade') ?? gone('missing');
  }

  private member(list: string, subject: Subject, day: Day): boolean {
    return (subject.sides.get('lists') ?? []).some((row) => {
      const name = row.get('list');
      return name?.kind === 'text' && name.text === list && validOn(row, day);
    });
  }
}

/** from ≤ day, and to absent or ≥ day; an absent start has always begun. */
export function validOn(row: ReadonlyMap<string, Cell>, day: Day): boolean {
  const from = row.get('from');
  const to = row.get('to');
  const begun = from?.kind !== 'date' || dayCount(from.day) <= dayCount(day);
  return begun && (to?.kind !== 'date' || dayCount(to.day) >= dayCount(day));
}

export function newStanding(subject: Subject): Standing {
  return {
    subject,
    status: 'graded',
    computed: false,
    counted: false,
    values: new Map(),
    benchmarks: new Map(),
    scores: new Map(),
  };
}

/** A number cell brought to a unit. */
export const inUnit = (cell: NumberCell, factor: Exact): Exact => converted(cell.x, cell.factor, factor);

export function findIndicator(all: readonly IndicatorDoc[], name: string): IndicatorDoc | undefined {
  for (const one of all) {
    const found = one.name === name ? one : findIndicator(one.children ?? [], name);
    if (found !== undefined) return found;
  }
  return undefined;
}

const shown = (x: Exact | undefined): Cell => (x === undefined ? gone('missing') : number(x, one));

function leavesOf(all: readonly IndicatorDoc[], parent: string | null): Leaf[] {
  return all.flatMap((doc) =>
    doc.children === undefined ? [{ ...doc, parent, formula: doc.formula ?? '' }] : leavesOf(doc.children, doc.id),
  );
}
