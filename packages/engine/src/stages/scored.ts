/**
 * 从基础数据到总分 — subjects → land → status → groups → indicators → benchmarks → scores → bonus → total, in that order.
 * Pure: the dataset is not changed. What comes after (ranking, cut, moves) reads `Scored` only.
 */
import type { Finding } from '@muheng/finding';
import type { Column } from '@muheng/formula';
import { type Benchmark, formulasOf, type Scheme, sideTableFields } from '@muheng/scheme';
import { columnOf, lazyColumn } from '../columns.js';
import { isMissing } from '../dataset/missingColumns.js';
import { surelyAbsent, withDerived } from '../dataset/without.js';
import { type Dataset, type SideTableId, sideTableIds } from '../dataset.js';
import { findText } from '../textOrder.js';
import { awardBonus } from './bonus/bonus.js';
import { drawPools } from './groups/pools.js';
import { settleLand } from './land/land.js';
import { placeSubjects } from './placing.js';
import { Reasons } from './reasons.js';
import { type Scores, scoreIndicators } from './scores/scores.js';
import { prepareScoring, type Scoring } from './scoring.js';
import { type Scored, type StageFrame, statusCode } from './stage.js';
import { standingOf } from './status/standing.js';
import type { Deciding } from './status/status.js';
import { mergeSubjects } from './subjects/merge.js';
import { found } from './texts.zh.js';
import { applyFactor, totalsOf } from './total/total.js';
import { eachSpan } from './walk.js';

export function scoreSubjects(scheme: Scheme, dataset: Dataset): Scored {
  const merged = mergeSubjects(scheme, dataset);
  const land = settleLand(scheme, merged.dataset);
  const findings: Finding[] = [...merged.findings, ...land.findings, ...tablesNotSupplied(scheme, dataset)];
  const reasons = new Reasons();
  const deciding: Deciding = { scheme, frame: land.frame, standing: standingOf(scheme), reasons, findings };
  explainMembers(deciding, merged.mergedInto);
  const { status, group, sizes } = placeSubjects(deciding, merged.isMember);
  const pools = drawPools(deciding, group);
  const frame = land.frame.with(new Map([['group', lazyColumn(() => groupColumn(land.frame, scheme, group))]]));
  const scoring = prepareScoring({ scheme, frame, standing: deciding.standing, status, group, sizes, pools, reasons, findings });
  const scores = scoreIndicators(scoring);
  const scoredFrame = frame.with(scoreColumns(scores));
  applyFactor(scoring, scoredFrame, scores);
  const basedFrame = scoredFrame.with(new Map([['base_total', lazyColumn(() => columnOf(scores.base))]]));
  const bonus = awardBonus(scoring, basedFrame);
  const totals = totalsOf(scoring, scores, bonus);
  const columns = new Map([
    ['bonus_total', lazyColumn(() => columnOf(bonus.total))],
    ['total', columnOf(totals.rounded)],
  ]);
  return {
    scheme,
    frame: basedFrame.with(columns),
    status: statusAfterScores(scoring, [scores.pending, bonus.pending]),
    statusIds: deciding.standing.ids,
    group,
    groupIds: scoring.groupIds,
    pools,
    populations: scoring.populations,
    leaves: scores.leaves,
    branches: scores.branches,
    benchmarks: scores.benchmarks,
    bonus: bonus.items,
    get baseTotal() {
      return scores.base;
    },
    get bonusTotal() {
      return bonus.total;
    },
    total: totals.rounded,
    get fullTotal() {
      return totals.full;
    },
    get reasons() {
      return reasons.all;
    },
    mergedInto: merged.mergedInto,
    findings: withoutConsequences(findings, scoring),
  };
}

function explainMembers({ scheme, frame, reasons }: Deciding, mergedInto: ReadonlyMap<string, number>): void {
  for (const [member, head] of mergedInto) {
    const row = findText(frame.dataset.subjects, member);
    const words = `并入“${frame.dataset.names[head] ?? ''}”评价`;
    if (scheme.merge !== undefined) reasons.add(row, { code: 'merged', words, cited: scheme.merge.cited });
  }
}

function groupColumn(frame: StageFrame, scheme: Scheme, group: Int16Array): Column {
  const codes = scheme.groups.map((each) => frame.codeOf(each.id));
  const values = new Float64Array(group.length);
  for (let row = 0; row < values.length; row++) values[row] = codes[group[row]!] ?? Number.NaN;
  return columnOf(values);
}

/** `value.<indicator>` and `score.<indicator>`, of leaves and branches. */
function scoreColumns(scores: Scores): ReadonlyMap<string, Column> {
  return new Map([
    ...scores.leaves.flatMap((leaf): [string, Column][] => [
      [`value.${leaf.id}`, lazyColumn(() => leaf.value)],
      [`score.${leaf.id}`, lazyColumn(() => columnOf(leaf.score))],
    ]),
    ...scores.branches.map((branch): [string, Column] => [`score.${branch.id}`, lazyColumn(() => columnOf(branch.score))]),
  ]);
}

/** Absent data leave those that stand in the ranking or the cut pending; a status that does neither stays. */
function statusAfterScores(scoring: Scoring, pending: readonly Uint8Array[]): Uint8Array {
  const status = scoring.status.slice();
  const { ranked, graded, ids } = scoring.standing;
  const after = Uint8Array.from(ids, (_, code) => (ranked[code] === 1 || graded[code] === 1 ? statusCode.pending : code));
  for (const marks of pending) eachSpan(marks.length, { marks, status, after }, giveStatus);
  return status;
}

interface GivenStatus {
  readonly marks: Uint8Array;
  readonly status: Uint8Array;
  /** By the status before. */
  readonly after: Uint8Array;
}

function giveStatus({ marks, status, after }: GivenStatus, start: number, end: number): void {
  for (let row = start; row < end; row++) if (marks[row] === 1) status[row] = after[status[row]!]!;
}

/** 缺附表 — one warning for every side table a rule reads and the data lack. */
function tablesNotSupplied(scheme: Scheme, dataset: Dataset): Finding[] {
  const read = tablesRead(scheme);
  return sideTableIds
    .filter((id) => !dataset.tables.has(id) && read.has(id))
    .map((id) => found('side_table_not_supplied', {}, { table: sideTableFields[id]?.term ?? id }));
}

function tablesRead(scheme: Scheme): ReadonlySet<SideTableId | string> {
  const formulas = [
    ...formulasOf(scheme).map(({ formula }) => formula),
    ...[...scheme.facts.values()].flatMap((fact) => (fact.used ? (fact.formula ?? []) : [])),
  ];
  const { land } = scheme;
  const titles = (scheme.bonus?.items ?? []).some((item) => item.source.from === 'titles');
  const pastGrades = formulas.some(({ references }) => references.some(({ id, yearsBack }) => id === 'grade' && yearsBack > 0));
  const parcels = [land?.net, land?.transferred, land?.plotRatio].some((rule) => rule !== undefined);
  return new Set([
    ...formulas.flatMap((formula) => formula.aggregates.map((node) => node.table)),
    ...(titles ? ['titles'] : []),
    ...(formulas.some((formula) => formula.lists.length > 0) ? ['lists'] : []),
    ...(pastGrades ? ['history'] : []),
    ...(parcels ? ['occupancy'] : []),
    ...(land?.powerFromMeters === undefined ? [] : ['meters']),
  ]);
}

/**
 * Without what only follows from a gap already reported: a benchmark nobody stands behind, or of an indicator whose data nobody has.
 * That last year's data are lacking is said nowhere else and stays.
 */
function withoutConsequences(findings: readonly Finding[], { scheme, frame, populations }: Scoring): readonly Finding[] {
  if (!findings.some(({ code }) => code === 'benchmark_not_positive')) return findings;
  const { dataset } = frame;
  const nobody = populations.all.rows.length === 0;
  const has = { facts: new Set(dataset.facts.get(dataset.year)?.keys()), tables: new Set(dataset.tables.keys()) };
  const lacking = new Set([...scheme.facts.values()].filter((fact) => isMissing(fact, has)).map((fact) => fact.id));
  const without = withDerived(scheme, (id) => lacking.has(id));
  const idle = new Set(
    scheme.leaves
      .filter(
        ({ benchmark, formula }) =>
          nobody || (benchmark !== undefined && !ofLastYear(benchmark) && surelyAbsent(formula.tree, without)),
      )
      .map((leaf) => leaf.path),
  );
  return findings.filter(({ code, where }) => code !== 'benchmark_not_positive' || !idle.has(where.path ?? ''));
}

const ofLastYear = (benchmark: Benchmark): boolean => 'of' in benchmark && benchmark.of === 'last_year';
