/** 划档 — every class has its share or line, shares make a whole, lines fall, limits allow them. */
import { builtInStatuses, type Cut, type GradeClass, type Places, type Shares } from '../model.js';
import { didYouMean } from '../read/reading.js';
import type { Path } from '../yaml/document.js';
import type { CheckInput, Report } from './input.js';
import { inPercent, partsInPercent, partsOf, whole } from './shares.js';

/** Bars on classes are bits of one 32-bit number. */
const mostClasses = 31;

export function checkCuts(input: CheckInput, report: Report): void {
  const { file } = input.reading;
  const count = input.scheme.grades.classes.length;
  if (count > mostClasses) report('classes_too_many', ['grades', 'classes'], { count, most: mostClasses });
  const seen = new Set<Cut>();
  for (const [group, cut] of input.scheme.grades.cut) {
    if (seen.has(cut)) continue;
    seen.add(cut);
    const pool = input.scheme.groups.find(({ id }) => id === group)?.pool ?? group;
    const perGroup = 'by' in file.grades.cut ? undefined : Object.hasOwn(file.grades.cut.groups, group) ? group : pool;
    checkCut(input, cut, { path: perGroup === undefined ? ['grades', 'cut'] : ['grades', 'cut', 'groups', perGroup], report });
  }
}

interface CutSpot {
  readonly path: Path;
  readonly report: Report;
}

function checkCut(input: CheckInput, cut: Cut, spot: CutSpot): void {
  const { classes } = input.scheme.grades;
  switch (cut.by) {
    case 'none':
      return;
    case 'share':
      checkGrades(classes, [...cut.shares.keys()], { ...spot, what: '比例', whole: sumsToWhole(cut.shares) });
      checkWhole(cut.shares, { ...spot, path: [...spot.path, 'shares'], of: whole });
      checkRounds(cut.round, cut.shares, spot);
      checkBase(input, cut, spot);
      checkLimits(input, cut.shares, spot);
      return;
    case 'two_stage': {
      checkGrades(classes, [...cut.upper.shares.keys(), ...cut.lower.shares.keys()], { ...spot, what: '比例' });
      const first = partsOf(cut.first.share);
      if (first <= 0 || first >= whole)
        spot.report('share_range', [...spot.path, 'first', 'share'], {
          path: 'first',
          share: inPercent(cut.first.share),
          least: '0%',
          most: '100%',
        });
      checkWhole(cut.upper.shares, { ...spot, path: [...spot.path, 'upper', 'shares'], of: first });
      checkWhole(cut.lower.shares, { ...spot, path: [...spot.path, 'lower', 'shares'], of: whole - first });
      for (const { shares } of [cut.upper, cut.lower]) checkRounds(cut.round, shares, spot);
      return;
    }
    case 'threshold':
      checkGrades(classes, [...cut.lines.keys()], { ...spot, what: '线值' });
      checkLines(cut, classes, spot);
      return;
    case 'rules': {
      const direct = (input.scheme.overrides?.rules ?? []).flatMap(({ effect }) =>
        effect.kind === 'direct' ? [effect.grade] : [],
      );
      checkGrades(classes, [...cut.rules.map(({ grade }) => grade), cut.otherwise, ...direct], { ...spot, what: '条件' });
    }
  }
}

function checkGrades(
  classes: readonly GradeClass[],
  given: readonly string[],
  { path, report, what, whole: complete = false }: CutSpot & { readonly what: string; readonly whole?: boolean },
): void {
  for (const { key } of classes) {
    if (!given.includes(key)) report(complete ? 'cut_without_grade' : 'cut_misses_grade', path, { grade: key, what });
  }
}

/** Shares that make a whole leave nothing for a class that is not named: only a rule can give it. */
function sumsToWhole(shares: Shares): boolean {
  const written = [...shares.values()];
  return written.includes('rest') || written.reduce((sum, share) => sum + (share === 'rest' ? 0 : partsOf(share)), 0) === whole;
}

/** `of`: what the shares must come to, in hundred-millionths. */
function checkWhole(shares: Shares, { path, report, of }: CutSpot & { readonly of: number }): void {
  const written = [...shares.values()].flatMap((share) => (share === 'rest' ? [] : [share]));
  for (const [grade, share] of shares) {
    if (share !== 'rest' && (partsOf(share) < 0 || partsOf(share) > whole)) {
      report('share_range', [...path, grade], { path: grade, share: inPercent(share), least: '0%', most: '100%' });
    }
  }
  const rests = shares.size - written.length;
  const sum = written.reduce((total, share) => total + partsOf(share), 0);
  const words = { sum: partsInPercent(sum), whole: partsInPercent(of) };
  if (rests > 1) report('rest_twice', path, { count: rests });
  else if (sum > of) report('shares_over_whole', path, words);
  else if (rests === 0 && sum !== of) report('shares_not_whole', path, words);
}

function checkRounds(rounds: ReadonlyMap<string, Places>, shares: Shares, { path, report }: CutSpot): void {
  for (const [grade, share] of shares) {
    if (share !== 'rest' && !rounds.has(grade)) report('cut_per_grade_missing', [...path, 'round'], { grade });
  }
}

function checkBase({ scheme }: CheckInput, cut: Extract<Cut, { by: 'share' }>, { path, report }: CutSpot): void {
  if (cut.base.of !== 'graded_and') return;
  const known: readonly string[] = [...builtInStatuses, ...scheme.statuses.keys()];
  for (const [index, name] of cut.base.statuses.entries()) {
    if (!known.includes(name))
      report('status_unknown', [...path, 'base', 'graded_and', index], { name, hint: didYouMean(name, known) });
  }
}

/** 比例限额 — a share beyond a limit of S65 contradicts it before any data comes. */
function checkLimits({ scheme }: CheckInput, shares: Shares, { report }: CutSpot): void {
  for (const [grade, limit] of scheme.grades.limits) {
    const share = shares.get(grade);
    if (share === undefined || share === 'rest') continue;
    const { least, most } = limit;
    const broken =
      least !== undefined && partsOf(share) < partsOf(least)
        ? least
        : most !== undefined && partsOf(share) > partsOf(most)
          ? most
          : undefined;
    if (broken !== undefined)
      report('limits_impossible', ['grades', 'limits', grade], { grade, share: inPercent(share), limit: inPercent(broken) });
  }
}

function checkLines(cut: Extract<Cut, { by: 'threshold' }>, classes: readonly GradeClass[], { path, report }: CutSpot): void {
  const last = classes.at(-1)?.key;
  let before: number | undefined;
  for (const { key } of classes) {
    const line = cut.lines.get(key);
    if (line === undefined) continue;
    const at = [...path, 'lines', key];
    if (line === 'rest') {
      if (key !== last) report('rest_not_last', at, { grade: key });
      continue;
    }
    if (key === last) report('last_line_not_rest', at, { grade: key });
    const falls = before === undefined || (cut.better === 'higher' ? line < before : line > before);
    if (!falls)
      report('lines_not_monotone', at, {
        grade: key,
        line,
        before: before ?? line,
        side: cut.better === 'higher' ? '下方' : '上方',
      });
    before = line;
  }
}
