/** 排名与划档 — rank keys, cuts for each group, share limits. */
import type { NameSpace } from '@muheng/formula';
import type {
  Citation,
  Cut,
  GradeClass,
  GradesRule,
  Group,
  PerGrade,
  PerGroup,
  Places,
  RankRule,
  Shares,
  SortKey,
} from '../model.js';
import type { CutFile } from '../shape/grades.js';
import type { Path } from '../yaml/document.js';
import { type FactDraft, findFact } from './facts.js';
import { readLines } from './lines.js';
import { allOf, didYouMean, type Reading, shareOf } from './reading.js';

/** `sorting` has no rank yet, `totals` has. */
export interface GradeSpaces {
  readonly sorting: NameSpace;
  readonly totals: NameSpace;
}

export function readRank(reading: Reading, space: NameSpace, facts: ReadonlyMap<string, FactDraft>): RankRule {
  const file = reading.file.rank;
  const within = file.within.flatMap((name, index) => {
    if (name === 'group' || name === 'pool') return [name];
    const id = findFact(reading, facts, { name, path: ['rank', 'within', index], type: 'text' });
    return id === undefined ? [] : [id];
  });
  const cited = reading.cite(file, { path: ['rank'], what: '排名' });
  return {
    within,
    by: file.by.map((text, index) => sortKey(reading, space, { text, path: ['rank', 'by', index] })),
    ties: file.ties,
    on: file.on,
    cited,
  };
}

const directions: Readonly<Record<string, SortKey['order']>> = { desc: 'desc', asc: 'asc', 降序: 'desc', 升序: 'asc' };

/** `评价税收 desc` */
export function sortKey(reading: Reading, space: NameSpace, key: { text: string; path: Path }): SortKey {
  const [, body = key.text, word = ''] = /^(.*\S)\s+(desc|asc|降序|升序)\s*$/s.exec(key.text) ?? [];
  const order = directions[word];
  if (order === undefined) reading.report('direction_unsaid', key.path, { text: key.text });
  return { text: key.text, formula: reading.formula(body, space, { type: 'number', path: key.path }), order: order ?? 'desc' };
}

export function readGrades(reading: Reading, spaces: GradeSpaces, groups: readonly Group[]): GradesRule {
  const file = reading.file.grades;
  const classes = classesOf(reading);
  const cited = reading.cite(file, { path: ['grades'], what: '分类定档' });
  const perGroup = !('by' in file.cut);
  const cuts = new Map<string, Cut>();
  const scope: CutScope = { reading, spaces, classes, cited };
  if ('by' in file.cut) {
    const cut = readCut(scope, file.cut, ['grades', 'cut']);
    for (const { id } of groups) cuts.set(id, cut);
  } else {
    for (const [name, cut] of Object.entries(file.cut.groups)) {
      const path = ['grades', 'cut', 'groups', name];
      const members = groups.filter(({ id, pool }) => id === name || pool === name).map(({ id }) => id);
      if (members.length === 0)
        reading.report('group_unknown', path, {
          name,
          hint: didYouMean(
            name,
            groups.map(({ id }) => id),
          ),
        });
      const rule = readCut(scope, cut, path);
      for (const member of members) cuts.set(member, rule);
    }
  }
  if (perGroup)
    for (const { id, name } of groups) if (!cuts.has(id)) reading.report('cut_unsaid', ['grades', 'cut'], { group: name });
  return { classes, cut: cuts, limits: limitsOf(reading, classes), cited };
}

/** Best first, in the order of the text: JavaScript would move the classes 1, 2, 3 to the front. */
function classesOf(reading: Reading): GradeClass[] {
  const file = reading.file.grades.classes;
  return reading.positions.keysOf(['grades', 'classes']).flatMap((key) => {
    const entry = Object.hasOwn(file, key) ? file[key] : undefined;
    return entry === undefined ? [] : [{ key, name: entry.name, ...(entry.label === undefined ? {} : { label: entry.label }) }];
  });
}

function limitsOf(reading: Reading, classes: readonly GradeClass[]): GradesRule['limits'] {
  const limits = new Map<string, { least?: ReturnType<typeof shareOf>; most?: ReturnType<typeof shareOf> }>();
  for (const [grade, { least, most }] of Object.entries(reading.file.grades.limits ?? {})) {
    checkGrade(reading, classes, { grade, path: ['grades', 'limits', grade] });
    limits.set(grade, {
      ...(least === undefined ? {} : { least: shareOf(least) }),
      ...(most === undefined ? {} : { most: shareOf(most) }),
    });
  }
  return limits;
}

export function checkGrade(reading: Reading, classes: readonly GradeClass[], at: { grade: string; path: Path }): void {
  const keys = classes.map(({ key }) => key);
  if (!keys.includes(at.grade)) reading.report('grade_unknown', at.path, { name: at.grade, hint: allOf('类别', keys) });
}

interface CutScope {
  readonly reading: Reading;
  readonly spaces: GradeSpaces;
  readonly classes: readonly GradeClass[];
  readonly cited: Citation;
}

function readCut(scope: CutScope, file: CutFile, path: Path): Cut {
  const { reading, spaces, classes } = scope;
  const cited = reading.cite(file, { path, what: '划档规则', from: scope.cited });
  switch (file.by) {
    case 'none':
      return { by: 'none', cited };
    case 'share': {
      const { count, edge, ties_across_cut: tiesAcrossCut, smallest } = file;
      if (smallest !== undefined && smallest.then !== 'ungraded') {
        checkGrade(reading, classes, { grade: smallest.then.all, path: [...path, 'smallest', 'then', 'all'] });
      }
      const then =
        smallest === undefined || smallest.then === 'ungraded' ? { ungraded: true as const } : { all: smallest.then.all };
      return {
        by: 'share',
        shares: sharesOf(scope, file.shares, [...path, 'shares']),
        round: placesOf(scope, file.round, [...path, 'round']),
        ...(smallest === undefined ? {} : { smallest: { size: smallest.size, then } }),
        count,
        edge,
        tiesAcrossCut,
        base: typeof file.base === 'string' ? { of: file.base } : { of: 'graded_and', statuses: file.base.graded_and },
        cited,
      };
    }
    case 'threshold': {
      const on = reading.formula(file.on, spaces.totals, { type: 'number', path: [...path, 'on'] });
      const lines = readLines(reading, file.lines, { path: [...path, 'lines'], unit: on.unit, classes });
      return { by: 'threshold', on, onText: file.on, better: file.better, lines, edge: file.edge, cited };
    }
    case 'two_stage': {
      const keys = (part: 'first' | 'upper' | 'lower') =>
        file[part].by.map((text, index) => sortKey(reading, spaces.totals, { text, path: [...path, part, 'by', index] }));
      const half = (part: 'upper' | 'lower') => ({
        by: keys(part),
        shares: sharesOf(scope, file[part].shares, [...path, part, 'shares']),
      });
      const { count, edge, ties_across_cut: tiesAcrossCut, base } = file;
      const first = { by: keys('first'), share: shareOf(file.first.share), round: file.first.round };
      return {
        by: 'two_stage',
        first,
        upper: half('upper'),
        lower: half('lower'),
        round: placesOf(scope, file.round, [...path, 'round']),
        count,
        edge,
        tiesAcrossCut,
        base: { of: base },
        cited,
      };
    }
    case 'rules': {
      checkGrade(reading, classes, { grade: file.otherwise, path: [...path, 'otherwise'] });
      const rules = file.rules.map((rule, index) => {
        const at = [...path, 'rules', index];
        checkGrade(reading, classes, { grade: rule.grade, path: [...at, 'grade'] });
        const when = reading.formula(rule.when, spaces.totals, { type: 'flag', path: [...at, 'when'] });
        return {
          grade: rule.grade,
          when,
          cited: reading.cite(rule, { path: at, what: `定为“${rule.grade}”的条件`, from: cited }),
        };
      });
      return { by: 'rules', rules, otherwise: file.otherwise, cited };
    }
  }
}

/** In the order of the classes. */
function sharesOf(scope: CutScope, file: Readonly<Record<string, string>>, path: Path): Shares {
  for (const grade of Object.keys(file)) checkGrade(scope.reading, scope.classes, { grade, path: [...path, grade] });
  const written = new Map(Object.entries(file));
  return new Map(
    scope.classes.flatMap(({ key }) => {
      const text = written.get(key);
      return text === undefined ? [] : [[key, text === 'rest' ? ('rest' as const) : shareOf(text)] as const];
    }),
  );
}

function placesOf(scope: CutScope, file: Places | Readonly<Record<string, Places>>, path: Path): PerGrade<Places> {
  if (typeof file === 'string') return new Map(scope.classes.map(({ key }) => [key, file]));
  for (const grade of Object.keys(file)) checkGrade(scope.reading, scope.classes, { grade, path: [...path, grade] });
  return new Map(Object.entries(file));
}

/** Cuts by group, for a reader that wants them once each. */
export const differentCuts = (cuts: PerGroup<Cut>): readonly Cut[] => [...new Set(cuts.values())];
