/** 概况 — one page for the leader: counts by group and town, cut lines, what changed, what a person must decide. */
import type { Finding } from '@muheng/finding';
import type { Cell, OutBlock, OutPage } from '@muheng/sheets';
import { gradeLook } from './grades.js';
import { warningsOf } from './heading.js';
import { conclusion } from './lines.js';
import type { Movers } from './movers.js';
import { decimalsOf, percentInWords } from './numbers.js';
import { gradedLines, type Paper } from './paper.js';
import type { SubjectLine } from './subjects.js';

const mostTowns = 16;

export function overviewOf(paper: Paper): OutPage {
  const { heading } = paper;
  const classes = paper.scheme.grades.classes;
  const columns = 3 + classes.length + 1;
  return {
    name: '概况',
    title: heading.title,
    widths: [30, 13, 13, ...classes.map(() => 17), 14, 14].slice(0, columns + 1),
    blocks: [
      { lines: [heading.place, ...warningsOf({ ...heading, assumed: heading.assumed === '' ? '' : `${heading.assumed}。` })] },
      { heading: '结论', lines: [conclusion(paper)] },
      ...countBlocks(paper),
      ...cutBlock(paper),
      changes(paper),
      toDecide(paper),
    ],
  };
}

const tintOf =
  (paper: Paper) =>
  (header: string): { colour: string; background: string } | undefined => {
    const classes = paper.scheme.grades.classes;
    const at = classes.findIndex(({ name }) => name === header);
    return at < 0 ? undefined : gradeLook(at, classes.length);
  };

/** Class counts by group, then by town when it is known. */
function countBlocks(paper: Paper): OutBlock[] {
  const lines = paper.lines.filter((line) => line.statusId !== 'merged');
  const first = paper.scheme.grades.classes[0]?.name ?? '';
  const header = ['', '企业数', '评定', ...paper.scheme.grades.classes.map(({ name }) => name), `${first}占比`, '未评'];
  const byGroup = grouped(lines, (line) => line.group || '未分组');
  const rows = [countRow('合计', lines, paper), ...[...byGroup].map(([name, own]) => countRow(name, own, paper))];
  const blocks: OutBlock[] = [{ heading: '各类户数', header: ['分组', ...header.slice(1)], rows, tint: tintOf(paper) }];
  const towns = paper.towns;
  if (towns === undefined || towns.size === 0) return blocks;
  const byTown = [...grouped(lines, (line) => towns.get(line.id) ?? '未填镇街')].sort((a, b) => b[1].length - a[1].length);
  const shown = byTown.slice(0, mostTowns).map(([name, own]) => countRow(name, own, paper));
  return [...blocks, { header: ['镇街', ...header.slice(1)], rows: shown, tint: tintOf(paper) }];
}

function countRow(name: string, lines: readonly SubjectLine[], paper: Paper): Cell[] {
  const graded = lines.filter((line) => line.grade >= 0);
  const counts = paper.scheme.grades.classes.map((_, place) => graded.filter((line) => line.grade === place).length);
  return [
    name,
    lines.length,
    graded.length,
    ...counts,
    percentInWords(counts[0] ?? 0, graded.length),
    lines.length - graded.length,
  ];
}

function grouped<T>(all: readonly T[], key: (one: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}

const mostPools = 8;

/** The last total of each class by ranking pool. */
function cutBlock(paper: Paper): OutBlock[] {
  const classes = paper.scheme.grades.classes;
  const decimals = decimalsOf(paper.scheme.total.round, 4);
  const pools = paper.result.pools.filter(({ cuts }) => cuts.length > 0);
  if (pools.length === 0 || classes.length === 0) return [];
  const rows = pools.slice(0, mostPools).map((pool): Cell[] => {
    const lines = classes.map(({ key }) => pool.cuts.find((cut) => cut.grade === key)?.lastTotal ?? null);
    return [
      pool.name,
      pool.members,
      pool.base,
      ...lines.map((line) => (line === null || Number.isNaN(line) ? '—' : line.toFixed(decimals))),
    ];
  });
  const more = pools.length > mostPools ? { lines: [`共 ${pools.length} 个排序范围，其余见“分数线”。`] } : {};
  return [
    {
      heading: '分数线（各类末位总分）',
      header: ['排序范围', '户数', '基数', ...classes.map(({ name }) => name)],
      rows,
      tint: tintOf(paper),
      ...more,
    },
  ];
}

function changes({ movers, scheme }: Paper): OutBlock {
  if (movers === undefined) return { heading: '与上年相比', lines: ['没有上年的数据或结果可比。'] };
  return { heading: '与上年相比', lines: [`对照：${movers.against}。`, moversInWords(movers, scheme.subject.measure)] };
}

function moversInWords({ common, up, down, lines }: Movers, measure: string): string {
  const pairs = new Map<string, number>();
  for (const { from, to } of lines) pairs.set(`${from}→${to}`, (pairs.get(`${from}→${to}`) ?? 0) + 1);
  const most = [...pairs].sort((a, b) => b[1] - a[1]).slice(0, 6);
  const words = most.map(([pair, count]) => `${pair} ${count} ${measure}`).join('，');
  return `两年都有的 ${common} ${measure}中，升 ${up} ${measure}，降 ${down} ${measure}${words === '' ? '' : `：${words}`}。逐户见“变化”。`;
}

const named = 2;
const mostDoubtful = 8;

/** What nobody but a person can settle, most urgent first. */
function toDecide(paper: Paper): OutBlock {
  const { findings, delivery, doubtful = [] } = paper;
  const count = (severity: Finding['severity']): number => findings.filter((finding) => finding.severity === severity).length;
  const ungraded = paper.lines.length - gradedLines(paper).length;
  const lines = [
    ...(delivery === undefined
      ? []
      : [
          `部门文件 ${new Set(delivery.files.map(({ path }) => path)).size} 个，数据行 ${sum(delivery.files, 'rows')}，采用 ${sum(delivery.files, 'taken')}；没有采用的逐条列在“数据疑点”。`,
        ]),
    `必须处理 ${count('error')} 条，请核对 ${count('warning')} 条。${ungraded > 0 ? `未评或不分类 ${ungraded} ${paper.scheme.subject.measure}，原因见“未评”。` : ''}`,
    ...(doubtful.length === 0
      ? []
      : [
          `· 用了单位可疑的数、类别须先核对的企业 ${doubtful.length}：${doubtful.slice(0, mostDoubtful).join('，')}${doubtful.length > mostDoubtful ? ' 等' : ''}`,
        ]),
    ...urgent(findings, paper.result.year),
  ];
  return { heading: '须由人决定', lines };
}

const sum = (files: readonly { readonly rows: number; readonly taken: number }[], what: 'rows' | 'taken'): number =>
  files.reduce((total, file) => total + file[what], 0);

const urgentKinds: readonly (readonly [code: string, words: string])[] = [
  ['indicator_far_from_benchmark', '与基准值相差百倍以上的指标'],
  ['certificates_absent', '没有用地登记台账'],
  ['leases_absent', '没有租赁台账'],
  ['file_twice_other_year', '与另一年的文件内容完全相同的'],
  ['years_alike', '与另一年的数字完全相同的表'],
  ['year_title_differs', '标题年份与作为的年份不同的表'],
  ['part_of_year', '可能不是全年数的表'],
  ['year_assumed', '没有写明年份、当作今年的表'],
  ['computed_differs', '用地、用电与台账汇总不符的数据项'],
  ['column_unit_doubtful', '整列单位可疑、没有采用的列'],
  ['column_years_apart', '各年相差悬殊的列'],
  ['fact_conflict', '两个部门的数不同、都没有采用的'],
  ['scale_conflict', '规上规下说法不一的企业'],
  ['subject_not_in_register', '登记信息可能漏了的企业'],
  ['file_versions', '像是两个版本的文件'],
  ['incomplete_land', '用地没有算出的企业'],
  ['incomplete_power', '用电量没有算出的企业'],
  ['fact_stands_in', '用其他数据项代替的'],
  ['year_differs', '数据年度与办法不同'],
];

/** Of 用电, which is said year by year, only the year that is evaluated; who is named twice counts once. */
function urgent(findings: readonly Finding[], year: number): string[] {
  return urgentKinds.flatMap(([code, words]) => {
    const ofCode = findings.filter((finding) => finding.code === code);
    const own = code === 'incomplete_power' ? ofCode.filter(({ message }) => message.includes(` ${year} 年`)) : ofCode;
    if (own.length === 0) return [];
    const examples = own
      .slice(0, named)
      .map(({ where, message }) => shortened(`${where.file === undefined ? '' : `${where.file} `}${message}`));
    const count = new Set(own.map(({ where }, at) => where.subject ?? at)).size;
    return [`· ${words} ${count}：${examples.join('；')}${own.length > named ? ' 等' : ''}`];
  });
}

const longest = 44;
const shortened = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text.replace(/。$/, ''));
