/** 分数线、基准值、调档、疑点 as rows of words and numbers: the small tables that terminal, workbook and HTML share. */

import { type Finding, type Place, placeInWords, type Severity } from '@muheng/finding';
import type { Cell } from '@muheng/sheets';
import type { FileLine } from '../district/fileLine.js';
import { cellOf, decimalsOf, numberInWords, numberOrNull, percentInWords, plainNumber } from './numbers.js';
import { gradedLines, idTitle, movedLines, type Paper, rankedOnlyLines, scopeName, ungradedLines, unitOf } from './paper.js';
import { gradeName, hasPart, isMoved, overridesInWords, reasonsInWords, titleOf } from './subjects.js';

export interface SmallTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Columns whose numbers all show so many decimals; other numbers are printed as they stand. */
  readonly decimals: Readonly<Record<string, number>>;
}

/** Columns in which no row says anything are left out: 界线值 of a cut by shares, 名额 of a cut by lines. */
export function withoutEmptyColumns(table: SmallTable): SmallTable {
  const kept = table.header.map((_, at) => table.rows.some((row) => row[at] !== null && row[at] !== ''));
  return {
    header: table.header.filter((_, at) => kept[at]),
    rows: table.rows.map((row) => row.filter((_, at) => kept[at])),
    decimals: table.decimals,
  };
}

/** A cell of a small table on screen or paper. */
export function cellInWords(cell: Cell, decimals: number | undefined): string {
  if (typeof cell === 'number') return decimals === undefined ? plainNumber(cell) : numberInWords(cell, decimals);
  return cell === null ? '—' : String(cell);
}

/** 分数线: who stands in a pool, how many places, where the line runs. */
export function cutTable(paper: Paper): SmallTable {
  const anyOffQuota = paper.result.pools.some((pool) => pool.offQuota > 0);
  const rows = paper.result.pools.flatMap((pool) =>
    pool.cuts.map((cut): Cell[] => {
      const name = paper.scheme.grades.classes.find((one) => one.key === cut.grade)?.name ?? cut.grade;
      return [
        pool.name,
        pool.members,
        pool.base,
        anyOffQuota ? pool.offQuota : null,
        name,
        cut.places,
        cut.line,
        cut.computed,
        cut.decided,
        percentInWords(cut.decided, pool.members),
        cut.lastRank,
        cut.lastTotal,
      ];
    }),
  );
  return {
    header: [
      '排序范围',
      '参评',
      '比例基数',
      '不占比例',
      '类别',
      '名额',
      '界线值',
      '测算',
      '调档后',
      '占比',
      '末位名次',
      '末位总分',
    ],
    rows,
    decimals: { 末位总分: decimalsOf(paper.scheme.total.round, 4) },
  };
}

/** 基准值: value and how it came. */
export function benchmarkTable(paper: Paper): SmallTable {
  const leaves = new Map(paper.scheme.leaves.map((leaf) => [leaf.id, leaf]));
  const rows = paper.result.benchmarks.map((one): Cell[] => {
    const leaf = leaves.get(one.indicator);
    return [
      leaf?.name ?? one.indicator,
      leaf === undefined ? '' : unitOf(leaf),
      scopeName(paper, one.scope),
      Number.isNaN(one.value) ? null : one.value,
      one.how,
    ];
  });
  return { header: ['指标', '单位', '适用范围', '基准值', '来源'], rows, decimals: {} };
}

/** 调档: every rule that was applied, and those that stayed undecided. */
export function overrideTable(paper: Paper): SmallTable {
  const key = (grade: string | null): string =>
    grade === null ? '—' : (paper.scheme.grades.classes.find((one) => one.key === grade)?.name ?? grade);
  const rules = new Map(paper.scheme.overrides?.rules.map((rule) => [rule.id, rule.name]) ?? []);
  const rows = paper.lines.flatMap((line): Cell[][] => {
    const hits = line.overrides.map((hit): Cell[] => [
      line.id,
      line.name,
      rules.get(hit.rule) ?? hit.rule,
      key(hit.from),
      key(hit.to),
      hit.applied ? '已适用' : '未适用',
      hit.words,
      hit.clause,
    ]);
    if (!isMoved(line) || line.overrides.some((hit) => hit.applied)) return hits;
    const [from, to] = [gradeName(paper.scheme, line.computedGrade), gradeName(paper.scheme, line.grade)];
    return [...hits, [line.id, line.name, '名额变动', from, to, '已适用', overridesInWords(line), '']];
  });
  return { header: [idTitle(paper), '名称', '规则', '原类别', '新类别', '适用', '说明', '依据'], rows, decimals: {} };
}

/** 未评: who has no grade, and why. */
export function ungradedTable(paper: Paper): SmallTable {
  const rows = ungradedLines(paper).map((line): Cell[] => [line.id, line.name, line.status, reasonsInWords(line)]);
  return { header: [idTitle(paper), '名称', '状态', '原因和依据'], rows, decimals: {} };
}

const howWords = ['', '按上限计', '按下限计', '缺数据，按办法的缺项规则', '不为正，按办法的规则', '权重重新分配'] as const;

/** 计算步骤: every subject and indicator — value, benchmark, ratio, points. */
export function stepTable(paper: Paper): SmallTable {
  const leaves = new Map(paper.result.leaves.map((leaf) => [leaf.id, leaf]));
  const rows = paper.lines
    .filter((line) => line.total !== null)
    .flatMap((line) =>
      paper.scheme.leaves.flatMap((leaf): Cell[][] => {
        const found = leaves.get(leaf.id);
        if (found === undefined || !hasPart(leaf, line)) return [];
        const value = cellOf(found.value, line.row);
        const benchmark = numberOrNull(found.benchmark, line.row);
        const ratio = typeof value === 'number' && benchmark !== null && benchmark !== 0 ? value / benchmark : null;
        return [
          [
            ...[line.id, line.name, line.group, leaf.name, unitOf(leaf), shown(value), shown(benchmark), shown(ratio)],
            ...[
              leaf.weight.get(line.groupId) ?? null,
              shown(numberOrNull(found.score, line.row)),
              howWords[found.how[line.row] ?? 0] ?? '',
            ],
          ],
        ];
      }),
    );
  return {
    header: [idTitle(paper), '名称', '组', '指标', '单位', '指标值', '基准值', '比值', '权重', '得分', '说明'],
    rows,
    decimals: { 指标值: 4, 基准值: 4, 比值: 4, 得分: 4 },
  };
}

const shown = (cell: number | string | null): Cell => (typeof cell === 'number' ? Number(cell.toFixed(4)) + 0 : cell);

/** 变化: who moved against last year. */
export function moverTable(paper: Paper): SmallTable {
  const { movers } = paper;
  const order = { 降: 0, 升: 1, 新增或退出: 2 } as const;
  const lines = [...(movers?.lines ?? [])].sort(
    (a, b) => order[a.direction] - order[b.direction] || (a.rankNow ?? 1e9) - (b.rankNow ?? 1e9),
  );
  return {
    header: [idTitle(paper), '名称', '升降', '上年类别', '本年类别', '上年总分', '本年总分', '上年名次', '本年名次', '原因'],
    rows: lines.map(({ id, name, direction, from, to, before, now, rankBefore, rankNow, why }): Cell[] => [
      ...[id, name, direction, from, to, shown(before), shown(now), rankBefore, rankNow, why],
    ]),
    decimals: { 上年总分: 4, 本年总分: 4 },
  };
}

/** 文件清单: each sheet of each file, what it was taken as, how many rows. */
export function fileTable(files: readonly FileLine[]): SmallTable {
  return {
    header: ['部门', '文件', '工作表', '认作', '数据年度', '数据行', '采用', '没有采用', 'SHA-256'],
    rows: files.map(({ department, path, sheet, what, year, rows, taken, sha256 }): Cell[] => [
      ...[department, path, sheet, what, year, rows, taken, rows - taken, sha256],
    ]),
    decimals: {},
  };
}

const severityWords: Readonly<Record<Severity, string>> = { error: '必须处理', warning: '请核对', note: '提示' };
const severityOrder: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** A key of the scheme's file means nothing to who reads a table of findings. */
function tablePlaceInWords({ path, ...where }: Place): string {
  if (path === undefined || where.file !== undefined) return placeInWords({ ...where, ...(path === undefined ? {} : { path }) });
  return ['评价办法', placeInWords(where)].filter((words) => words !== '').join(' ');
}

export function findingTable(paper: { readonly findings: readonly Finding[] }): SmallTable {
  const sorted = [...paper.findings].sort((a, b) => severityOrder[a.severity] - severityOrder[b.severity]);
  const rows = sorted.map((finding): Cell[] => [
    severityWords[finding.severity],
    tablePlaceInWords(finding.where),
    finding.message,
    finding.remedy,
    finding.code,
  ]);
  return { header: ['级别', '位置', '情况', '处理办法', '疑点编号'], rows, decimals: {} };
}

/** 校验: what makes this result again. */
export function identityTable(paper: Paper): SmallTable {
  const { identity, scheme } = paper;
  return {
    header: ['项目', '校验码'],
    rows: [
      ['评价办法', `${scheme.id} ${identity.scheme}`],
      ['基础数据', identity.data],
      ['引擎语义', String(identity.semantics)],
      ['评价结果', identity.result],
    ],
    decimals: {},
  };
}

/** One sentence for the leader: how many, which classes, what waits. */
export function conclusion(paper: Paper): string {
  const { scheme } = paper;
  const { measure, noun } = scheme.subject;
  const [graded, ranked, ungraded] = [gradedLines(paper), rankedOnlyLines(paper).length, ungradedLines(paper).length];
  const classes = scheme.grades.classes.map((_, place) => {
    const count = graded.filter((line) => line.grade === place).length;
    return `${gradeName(scheme, place)} ${count}（${percentInWords(count, graded.length)}）`;
  });
  const parts: string[] = [];
  if (scheme.grades.classes.length > 0) parts.push(`评定类别 ${graded.length} ${measure}：${classes.join('，')}`);
  if (ranked > 0) parts.push(`排定名次 ${ranked} ${measure}，不分类别`);
  if (ungraded > 0) parts.push(`未评 ${ungraded} ${measure}`);
  const members = paper.lines.length - graded.length - ranked - ungraded;
  if (members > 0) parts.push(`合并评价的成员 ${members} ${measure}，随合并后的类别`);
  const moved = movedLines(paper).length;
  if (moved > 0) parts.push(`按规则调档、定档 ${moved} ${measure}`);
  return `${noun} ${paper.lines.length} ${measure}，${parts.join('；')}。`;
}

/** Lines for the terminal: `甲公司：D类 → C类，因…（第八条）`. */
export function movedInWords(paper: Paper): readonly string[] {
  return movedLines(paper).map(
    (line) =>
      `${titleOf(line)}：测算 ${gradeName(paper.scheme, line.computedGrade)} → ${gradeName(paper.scheme, line.grade)}，${overridesInWords(line)}`,
  );
}
