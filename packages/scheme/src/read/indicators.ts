/**
 * 指标体系 — the tree of indicators, each value spelled out for each group, what is not said taken from the whole (score, absence) and
 * from nowhere else. Read `readIndicators` first; benchmarks.ts and scores.ts read the two larger parts.
 */
import type { NameSpace } from '@muheng/formula';
import type { Rounding, Unit } from '@muheng/quantity';
import type { AbsenceAction, AbsenceRule, Branch, Citation, Indicator, Leaf, Limit, LookupTable, PerGroup } from '../model.js';
import type { AbsenceActionFile, AbsenceFile, IndicatorFile } from '../shape/indicators.js';
import type { Path } from '../yaml/document.js';
import { pathInWords } from '../yaml/document.js';
import { readBenchmark } from './benchmarks.js';
import type { FactDraft } from './facts.js';
import { didYouMean, nothingCited, type Reading, shareOf } from './reading.js';
import { readScores } from './scores.js';
import { sidesOf } from './sides.js';

export interface IndicatorScope {
  readonly reading: Reading;
  /** For values and benchmarks. */
  readonly space: NameSpace;
  /** For points formulas of an indicator in this unit. */
  readonly scoreSpace: (unit: Unit) => NameSpace;
  readonly groups: readonly string[];
  readonly facts: ReadonlyMap<string, FactDraft>;
  readonly tables: ReadonlyMap<string, LookupTable>;
  /** Citation of the top-level `score`. */
  readonly scoreCited: Citation | undefined;
  readonly topAbsence: AbsenceRule | undefined;
}

interface Above {
  readonly parent: Branch['id'] | null;
  readonly parentName: string;
  readonly groups: readonly string[];
  readonly cited: Citation | undefined;
}

export function readIndicators(scope: IndicatorScope): { indicators: Indicator[]; leaves: Leaf[] } {
  const files = scope.reading.file.indicators;
  const top: Above = { parent: null, parentName: '', groups: scope.groups, cited: undefined };
  const indicators = files.map((file, index) => readIndicator(scope, file, { path: ['indicators', index], above: top }));
  reportTops(scope);
  return { indicators, leaves: indicators.flatMap(leavesOf) };
}

/** A missing `score` or `absent` of the whole is one slip, however many indicators lean on it. */
function reportTops({ reading, topAbsence }: IndicatorScope): void {
  const files = reading.file.indicators.flatMap(leafFiles);
  const names = (leaning: (file: IndicatorFile) => boolean): string =>
    files
      .filter(leaning)
      .map(({ name }) => name)
      .join('、');
  if (reading.file.score === undefined) {
    const scored = names((file) => scoreParts.some((part) => file[part] === undefined));
    if (scored !== '') reading.report('score_top_unsaid', [], { names: scored });
  }
  if (topAbsence === undefined) {
    const told = names(({ absent }) => absent === undefined);
    if (told !== '') reading.report('absence_top_unsaid', [], { names: told });
  }
}

const scoreParts = ['score', 'cap', 'floor', 'value_round', 'round'] as const;
const leafFiles = (file: IndicatorFile): IndicatorFile[] =>
  file.children === undefined ? [file] : file.children.flatMap(leafFiles);

const leavesOf = (indicator: Indicator): Leaf[] =>
  indicator.kind === 'leaf' ? [indicator] : indicator.children.flatMap(leavesOf);

interface Spot {
  readonly path: Path;
  readonly above: Above;
}

function readIndicator(scope: IndicatorScope, file: IndicatorFile, spot: Spot): Indicator {
  const { reading } = scope;
  const weight = weightOf(scope, file, spot);
  return file.children === undefined ? readLeaf(scope, file, { ...spot, weight }) : readBranch(scope, file, { ...spot, weight });

  function weightOf(
    { groups }: IndicatorScope,
    { weight: written, name }: IndicatorFile,
    { path, above }: Spot,
  ): PerGroup<number> {
    if (typeof written === 'number') return new Map(written === 0 ? [] : above.groups.map((group) => [group, written]));
    const weights = new Map<string, number>();
    for (const [group, points] of Object.entries(written)) {
      if (!groups.includes(group))
        reading.report('group_unknown', [...path, 'weight', group], { name: group, hint: didYouMean(group, groups) });
      else if (!above.groups.includes(group)) {
        reading.report('child_group_outside', [...path, 'weight', group], { name, group, parent: above.parentName });
      } else if (points > 0) weights.set(group, points);
    }
    return weights;
  }
}

interface WeightedSpot extends Spot {
  readonly weight: PerGroup<number>;
}

function readBranch(scope: IndicatorScope, file: IndicatorFile, spot: WeightedSpot): Branch {
  const { reading } = scope;
  const { path, above, weight } = spot;
  const { id, name, aggregate, choose, children = [] } = file;
  const extra = leafKeys.filter((key) => file[key] !== undefined);
  if (extra.length > 0) reading.report('branch_overfull', path, { name, keys: extra.join('、') });
  if (aggregate === undefined) reading.report('aggregate_unsaid', path, { name });
  const cited = reading.cite(file, { path, what: `指标“${name}”`, from: above.cited ?? nothingCited });
  const inner: Above = {
    parent: id,
    parentName: name,
    groups: [...weight.keys()],
    cited: cited === nothingCited ? undefined : cited,
  };
  return {
    kind: 'branch',
    id,
    name,
    weight,
    cited,
    parent: above.parent,
    path: pathInWords(path),
    aggregate: aggregate ?? 'sum',
    ...(choose === undefined ? {} : { choose }),
    children: children.map((child, index) => readIndicator(scope, child, { path: [...path, 'children', index], above: inner })),
  };
}

const leafKeys = [
  'formula',
  'unit',
  'printed_unit',
  'better',
  'value_round',
  'benchmark',
  'score',
  'cap',
  'floor',
  'round',
  'absent',
  'nonpositive',
] as const;

function readLeaf(scope: IndicatorScope, file: IndicatorFile, spot: WeightedSpot): Leaf {
  const { reading } = scope;
  const { path, above, weight } = spot;
  const { id, name } = file;
  const missing = [...(file.formula === undefined ? ['formula'] : []), ...(file.unit === undefined ? ['unit'] : [])];
  if (missing.length > 0) reading.report('leaf_incomplete', path, { name, missing: missing.join('、') });
  for (const key of ['aggregate', 'choose'] as const)
    if (file[key] !== undefined) reading.report('key_unknown', [...path, key], { key, hint: '只有带 children 的指标才写它。' });
  const cited = reading.cite(file, { path, what: `指标“${name}”`, ...(above.cited === undefined ? {} : { from: above.cited }) });
  const unit = reading.unit(file.unit ?? '', [...path, 'unit']);
  const known = file.unit === undefined ? undefined : reading.knownUnit(file.unit);
  const wish = { type: 'number', ...(known === undefined ? {} : { unit: known }), path: [...path, 'formula'] } as const;
  const formula = reading.formula(file.formula ?? '0', scope.space, wish);
  const leaf = { scope, file, path, weight, unit, cited };
  const benchmark = readBenchmark(leaf);
  const sides = sidesOf(formula, { space: scope.space, unit });
  return {
    kind: 'leaf',
    id,
    name,
    weight,
    cited,
    parent: above.parent,
    path: pathInWords(path),
    formula,
    unit,
    ...(file.printed_unit === undefined ? {} : { printedUnit: file.printed_unit }),
    better: file.better ?? 'higher',
    valueRound: roundingOf(leaf, 'value_round'),
    ...(benchmark === undefined ? {} : { benchmark }),
    ...(sides === undefined ? {} : { sides }),
    score: readScores(leaf),
    scoreCited: file.score === undefined ? (scope.scoreCited ?? cited) : cited,
    cap: limitOf(leaf, 'cap'),
    floor: limitOf(leaf, 'floor'),
    round: roundingOf(leaf, 'round'),
    absent: absenceOf(leaf),
    nonpositive: nonpositiveOf(file.nonpositive),
    ...(file.by === undefined ? {} : { by: file.by }),
    show: file.show ?? 4,
  };
}

/** A leaf while it is read. */
export interface LeafSpot {
  readonly scope: IndicatorScope;
  readonly file: IndicatorFile;
  readonly path: Path;
  readonly weight: PerGroup<number>;
  readonly unit: Unit;
  readonly cited: Citation;
}

function roundingOf({ scope, file }: LeafSpot, key: 'round' | 'value_round'): Rounding {
  const written = file[key] ?? scope.reading.file.score?.[key];
  return written ?? 'none';
}

function limitOf({ scope, file }: LeafSpot, key: 'cap' | 'floor'): Limit {
  const written = file[key] ?? scope.reading.file.score?.[key];
  if (written === undefined || written === 'none') return { kind: 'none' };
  return 'points' in written ? { kind: 'points', points: written.points } : { kind: 'times_weight', times: written.times_weight };
}

const nonpositiveOf = (written: IndicatorFile['nonpositive']): Leaf['nonpositive'] =>
  typeof written === 'object' ? { do: 'points', points: written.points } : { do: written ?? 'as_computed' };

function absenceOf({ scope, file, path, cited }: LeafSpot): AbsenceRule {
  if (file.absent !== undefined)
    return absenceFrom(scope.reading, file.absent, {
      path: [...path, 'absent'],
      what: `指标“${file.name}”缺数据的处理`,
      from: cited,
    });
  const pending: AbsenceAction = { do: 'pending' };
  return scope.topAbsence ?? { missing: pending, not_applicable: pending, not_reported: pending, not_computable: pending, cited };
}

export function absenceFrom(
  reading: Reading,
  file: AbsenceFile,
  wish: { path: Path; what: string; from: Citation },
): AbsenceRule {
  if (typeof file === 'string' || 'points' in file || 'share' in file) {
    const action = absenceAction(file);
    return { missing: action, not_applicable: action, not_reported: action, not_computable: action, cited: wish.from };
  }
  const { missing, not_applicable, not_reported, not_computable } = file;
  return {
    missing: absenceAction(missing),
    not_applicable: absenceAction(not_applicable),
    not_reported: absenceAction(not_reported),
    not_computable: absenceAction(not_computable),
    cited: reading.cite(file, wish),
  };
}

function absenceAction(file: AbsenceActionFile): AbsenceAction {
  if (typeof file === 'string') return { do: file };
  return 'points' in file ? { do: 'points', points: file.points } : { do: 'share', share: shareOf(file.share) };
}
