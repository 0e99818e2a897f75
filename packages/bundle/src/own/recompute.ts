/**
 * 本户复算 — runs the engine over one subject's own facts under the frozen scheme and says what it gives; no figure of the given row is
 * believed except those that depend on others and are named in `taken`. Start here; what is frozen and why: frozen.ts.
 */
import { type Dataset, evaluate, frameOf, scoreSubjects } from '@muheng/engine';
import type { Indicator, Scheme } from '@muheng/scheme';
import { figuresOf, rowsById, type SubjectFigures } from '../figures.js';
import { takenWords } from '../texts.zh.js';
import { type OwnFacts, type OwnRow, ownDataset } from './facts.js';
import type { Frozen } from './frozen.js';
import { type Standing, standingByLines } from './lines.js';
import { landDependsOnOthers, withCutGiving, withOwnPoints, withoutOthers } from './substitute.js';

export interface OwnCase {
  readonly scheme: Scheme;
  readonly facts: OwnFacts;
  readonly frozen: Frozen;
  readonly given: SubjectFigures;
}

export interface Recomputed {
  readonly figures: SubjectFigures;
  /** Why the given class does not fit the lines; null when it does. */
  readonly offLines: string | null;
  readonly standing: Standing['of'];
  /** The last class is recomputed, not taken. */
  readonly gradeProved: boolean;
  readonly taken: readonly string[];
}

export function recomputeOwn(own: OwnCase): Recomputed {
  return own.frozen.mergedInto === null ? recomputeSubject(own) : recomputeMember(own, own.frozen.mergedInto);
}

function recomputeSubject({ scheme, facts, frozen, given }: OwnCase): Recomputed {
  const dataset = withFrozenLand(scheme, ownDataset(scheme, facts), frozen);
  const first = withoutOthers(scheme, frozen, given.group);
  const standing = standingByLines({ scheme, frozen, given });
  const cut = standing.of === 'own' ? first : withCutGiving(first, frozen.recut ?? given.computedGrade);
  const result = evaluate(withPoints(cut, dataset, { frozen, given }), dataset);
  const row = rowsById(result).get(given.id);
  const figures = row === undefined ? undefined : figuresOf(result, scheme)(row);
  if (figures === undefined) throw new RangeError(`the facts are not those of ${given.id}`);
  const gradeTaken = gradeDependsOnOthers(scheme, given) || (frozen.recut !== null && readsComputedGrade(scheme));
  const ranked = given.rank !== null;
  return {
    figures: {
      ...figures,
      rank: given.rank,
      rankOf: ranked ? (frozen.pool?.ranked ?? null) : null,
      computedGrade: standing.of === 'own' ? figures.computedGrade : given.computedGrade,
      ...(gradeTaken ? { grade: given.grade, overrides: given.overrides } : {}),
      reasons: [...figures.reasons, ...standing.reasons],
    },
    offLines: standing.off ?? recutWithoutRules(scheme, frozen),
    standing: standing.of,
    gradeProved: !gradeTaken,
    taken: [
      ...(Object.keys(frozen.benchmarks).length + Object.keys(frozen.statistics).length + Object.keys(frozen.meanScores).length >
      0
        ? [takenWords.statistics]
        : []),
      ...(landDependsOnOthers(scheme) ? [takenWords.land] : []),
      ...(ranked ? [takenWords.rank] : []),
      ...(standing.of === 'taken' ? [takenWords.computedGrade] : []),
      ...(frozen.recut === null ? [] : [takenWords.recut]),
      ...(gradeTaken ? [takenWords.grade] : []),
    ],
  };
}

/** Places are dealt anew only where some rule fixes grades before the cut. */
const recutWithoutRules = (scheme: Scheme, frozen: Frozen): string | null =>
  frozen.recut === null || scheme.overrides?.rules.some((rule) => rule.at === 'before_cut') === true
    ? null
    : '办法没有划线前定档的规则，不应有重排后的类别';

/** The values come from the first run; the rules that compare with others then give their points for them. */
function withPoints(scheme: Scheme, dataset: Dataset, { frozen, given }: Pick<OwnCase, 'frozen' | 'given'>): Scheme {
  if (given.group === null || Object.keys(frozen.statistics).length === 0) return scheme;
  const scored = scoreSubjects(scheme, dataset);
  const row = rowsById(scored.frame.dataset).get(given.id) ?? -1;
  const columns = new Map(scored.leaves.map((leaf) => [leaf.id, leaf.value]));
  const value = (leaf: string): { value: number; absence: number } => ({
    value: columns.get(leaf)?.values[row] ?? Number.NaN,
    absence: columns.get(leaf)?.absence[row] ?? 1,
  });
  return withOwnPoints(scheme, { frozen, group: given.group, value });
}

/** 宗地由他户持有时 — land as it came out for all; the rule that made it is left out of the frozen scheme. */
function withFrozenLand(scheme: Scheme, dataset: Dataset, frozen: Frozen): Dataset {
  if (!landDependsOnOthers(scheme)) return dataset;
  const facts = new Map(dataset.facts);
  for (const [fact, years] of Object.entries(frozen.land)) {
    for (const [year, value] of Object.entries(years)) {
      const own: OwnRow = { [fact]: value };
      const subjects = dataset.subjects.map((id, row) => ({ id, name: dataset.names[row]!, facts: { [year]: own }, tables: {} }));
      const column = ownDataset(scheme, { year: dataset.year, subjects }).facts.get(Number(year))?.get(fact);
      if (column !== undefined) facts.set(Number(year), new Map([...(facts.get(Number(year)) ?? []), [fact, column]]));
    }
  }
  return { ...dataset, facts };
}

/** 合并评价 — a member has no figures of its own: its row says into whom it was merged, by its own text. */
function recomputeMember({ scheme, facts, given }: OwnCase, into: string): Recomputed {
  const dataset = ownDataset(scheme, facts);
  const frame = frameOf(scheme, dataset);
  const by = scheme.merge === undefined ? undefined : frame.column(scheme.merge.by, 0);
  const text = by === undefined || by.absence[0] !== 0 ? null : frame.textOf(by.values[0]!);
  const nulls = Object.fromEntries(branchesIn(scheme.indicators).map((id) => [id, null]));
  const [member] = facts.subjects;
  if (member === undefined || facts.subjects.length > 1) throw new RangeError('a merged subject brings its own row alone');
  const nothing = {
    indicators: {},
    branches: nulls,
    bonus: {},
    baseTotal: null,
    bonusTotal: null,
    total: null,
    rank: null,
    rankOf: null,
  };
  return {
    figures: {
      ...nothing,
      id: member.id,
      name: member.name,
      grade: given.grade,
      status: 'merged',
      group: null,
      pool: null,
      computedGrade: null,
      overrides: [],
      reasons: ['merged'],
    },
    offLines: text === into ? null : `本户数据中的合并依据为“${text ?? '缺'}”，包内写的是并入“${into}”`,
    standing: 'taken',
    gradeProved: false,
    taken: [takenWords.grade],
  };
}

const branchesIn = (indicators: readonly Indicator[]): string[] =>
  indicators.flatMap((each) => (each.kind === 'branch' ? [...branchesIn(each.children), each.id] : []));

/** Some rule after the cut asks for 测算类别: it cannot be tried on a run that starts from the class of a later cut. */
export const readsComputedGrade = (scheme: Scheme): boolean =>
  scheme.overrides?.rules.some(({ when }) => when.references.some(({ id, yearsBack }) => id === 'grade' && yearsBack === 0)) ??
  false;

/** A rule that asks for the rank or for the grade of another subject cannot be tried on one row. */
export function gradeDependsOnOthers(scheme: Scheme, given: SubjectFigures): boolean {
  const rules = scheme.overrides?.rules ?? [];
  const others = new Set(rules.filter(({ effect }) => effect.kind === 'follow' || effect.kind === 'share').map(({ id }) => id));
  const readsRank = rules.some(({ when }) => when.references.some(({ id, yearsBack }) => id === 'rank' && yearsBack === 0));
  return readsRank || given.overrides.some(({ rule }) => others.has(rule));
}
