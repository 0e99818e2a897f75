/** The reader's order: facts, people and groups, indicators, totals, grades, overrides; then which facts were used, and the whole. */
import type { Formula } from '@muheng/formula';
import type { Unit } from '@muheng/quantity';
import type { AbsenceRule, Assumption, Citation, Indicator, Scheme } from '../model.js';
import type { CatalogueFile } from '../shape/facts.js';
import { closureOf } from './closure.js';
import { chooseFacts, readDerived } from './derived.js';
import { type FactDraft, factDrafts, findFact } from './facts.js';
import { readGrades, readRank } from './grades.js';
import { absenceFrom, readIndicators } from './indicators.js';
import { readLand } from './land.js';
import { listInfos, readLists, readTables } from './lists.js';
import { type IndicatorName, type NameParts, type Stage, spaceFor } from './names.js';
import { readOverrides } from './overrides.js';
import { readGroups, readMerge, readStatuses, readWho } from './people.js';
import { nothingCited, type Reading, shareOf } from './reading.js';
import { standingAssumptions } from './standing.js';
import { readBonus, readTotal } from './totals.js';
import { factsNamedBy, formulasOf, pathFromWords, type RuleParts, type WrittenFormula } from './used.js';

export interface Parts {
  readonly scheme: Scheme;
  /** Catalogue and declared, by id. */
  readonly drafts: ReadonlyMap<string, FactDraft>;
  readonly formulas: readonly WrittenFormula[];
}

export function readParts(reading: Reading, catalogue: CatalogueFile): Parts {
  const { file } = reading;
  const lists = readLists(reading);
  const tables = readTables(reading);
  const facts = factDrafts(reading, catalogue);
  const groups = Object.keys(file.groups);
  const names: NameParts = {
    facts,
    lists: listInfos(lists),
    groups,
    grades: Object.keys(file.grades.classes),
    indicators: [],
    mu: reading.mu,
  };
  const derived = readDerived(reading, facts, spaceFor('facts', names));
  const statuses = readStatuses(reading);
  const people = spaceFor('facts', names);
  const groupRules = readGroups(reading, people);
  const { indicators, leaves } = readIndicators({
    reading,
    space: spaceFor('value', names),
    scoreSpace: (unit: Unit) => spaceFor('score', names, unit),
    groups,
    facts,
    tables,
    ...scoreOf(reading),
  });
  const named: NameParts = { ...names, indicators: indicators.flatMap(namesOf) };
  const space = (stage: Stage) => spaceFor(stage, named);
  const bonus = readBonus(reading, space('scored'));
  const land = readLand(reading, facts);
  const merge = readMerge(
    reading,
    people,
    file.merge === undefined ? undefined : findFact(reading, facts, { name: file.merge.by, path: ['merge', 'by'], type: 'text' }),
  );
  const grades = readGrades(reading, { sorting: space('sorting'), totals: space('totals') }, groupRules);
  const overrides = readOverrides({ reading, space: space('totals'), facts, grades, groups: groupRules });
  const robustness = readRobustness(reading, facts);
  const rules: RuleParts = {
    ...(land === undefined ? {} : { land }),
    ...(merge === undefined ? {} : { merge }),
    who: readWho(reading, people, statuses),
    groups: groupRules,
    leaves,
    ...(bonus === undefined ? {} : { bonus }),
    total: readTotal(reading, space('scored'), indicators),
    rank: readRank(reading, space('sorting'), facts),
    grades,
    ...(overrides === undefined ? {} : { overrides }),
    ...(robustness === undefined ? {} : { robustness }),
  };
  const formulas = formulasOf(rules);
  const read = [...formulas.flatMap(({ formula }) => formula.references.map(({ id }) => id)), ...factsNamedBy(rules)];
  const chosen = chooseFacts({ reading, drafts: facts, derived, read });
  const used = { facts: chosen, derivedOrder: derived.order.filter((id) => chosen.has(id)) };
  const ownFacts = new Map([...facts].filter(([id]) => chosen.has(id)));
  const scheme: Scheme = {
    language: 1,
    ...headOf(reading),
    documents: [...reading.documents.values()],
    ...used,
    lists,
    tables,
    statuses,
    indicators,
    ...rules,
    assumptions: [...inTextOrder(reading), ...standingAssumptions(reading)],
    notes: file.notes ?? [],
    names: spaceFor('totals', { ...named, facts: ownFacts }),
    closure: closureOf({
      ...used,
      groups: groupRules,
      grades,
      file,
      documents: reading.documents,
      clausesUsed: reading.clausesUsed,
    }),
  };
  return { scheme, drafts: facts, formulas };
}

/** Assumptions as the author wrote them from top to bottom. */
function inTextOrder(reading: Reading): Assumption[] {
  const placed = reading.assumptions.map((assumption) => ({
    assumption,
    place: reading.positions.valueAt(pathFromWords(assumption.path)),
  }));
  placed.sort((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0) || (a.place.column ?? 0) - (b.place.column ?? 0));
  return placed.map(({ assumption }) => assumption);
}

/** Derived facts carry formulas too. */
export const derivedFormulas = (scheme: Scheme): Formula[] =>
  [...scheme.facts.values()].flatMap(({ formula }) => (formula === undefined ? [] : [formula]));

function headOf(reading: Reading): Pick<Scheme, 'id' | 'title' | 'place' | 'subject' | 'years' | 'referenceDay' | 'trial'> {
  const { id, title, place, subject, years, reference_day, trial } = reading.file;
  const [month = 0, day = 0] = reference_day.split('-').map(Number);
  const { data, work, policy } = years;
  return {
    id,
    title,
    place,
    subject,
    years: { data, ...(work === undefined ? {} : { work }), ...(policy === undefined ? {} : { policy }) },
    referenceDay: { month, day },
    ...(trial === undefined ? {} : { trial }),
  };
}

function scoreOf(reading: Reading): { scoreCited: Citation | undefined; topAbsence: AbsenceRule | undefined } {
  const { score, absent } = reading.file;
  const scoreCited = score === undefined ? undefined : reading.cite(score, { path: ['score'], what: '计分方法' });
  const topAbsence =
    absent === undefined
      ? undefined
      : absenceFrom(reading, absent, { path: ['absent'], what: '缺数据的处理', from: scoreCited ?? nothingCited });
  return { scoreCited, topAbsence };
}

const namesOf = (indicator: Indicator): IndicatorName[] =>
  indicator.kind === 'leaf'
    ? [{ id: indicator.id, name: indicator.name, unit: indicator.unit }]
    : [{ id: indicator.id, name: indicator.name }, ...indicator.children.flatMap(namesOf)];

function readRobustness(reading: Reading, facts: ReadonlyMap<string, FactDraft>): Scheme['robustness'] | undefined {
  const file = reading.file.robustness;
  if (file === undefined) return undefined;
  const wobbles = Object.entries(file.facts ?? {}).flatMap(([name, share]) => {
    const id = findFact(reading, facts, { name, path: ['robustness', 'facts', name], type: 'number' });
    return id === undefined ? [] : [[id, shareOf(share)] as const];
  });
  return { weights: shareOf(file.weights), facts: new Map(wobbles), draws: file.draws };
}
