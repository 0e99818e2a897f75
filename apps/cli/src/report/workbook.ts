/** 评价结果工作簿 — what an official hands to the leader: results, cut lines, benchmarks, moves, findings, method, identity. */
import { type Cell, type OutColumn, type OutSheet, type Tint, writeWorkbook } from '@muheng/sheets';
import type { FileLine } from '../district/fileLine.js';
import type { StoppedByFindings } from '../exits.js';
import { type ReportColumn, resultColumns } from './columns.js';
import { gradeLook } from './grades.js';
import { warningsOf } from './heading.js';
import {
  benchmarkTable,
  conclusion,
  cutTable,
  fileTable,
  findingTable,
  identityTable,
  moverTable,
  overrideTable,
  type SmallTable,
  stepTable,
  ungradedTable,
} from './lines.js';
import { overviewOf } from './overview.js';
import { idTitle, type Paper } from './paper.js';
import { blocksOf, linesOfBlock } from './prose.js';

/** Rows that a sheet can have, less its titles. */
const sheetRowsAtMost = 1_048_000;

/** A row for each subject and indicator fits into the sheet of steps. */
export const stepsFit = (subjects: number, indicators: number): boolean => subjects * Math.max(1, indicators) <= sheetRowsAtMost;

export function workbookOf(paper: Paper): Promise<Uint8Array> {
  return writeWorkbook([
    overviewOf(paper),
    results(paper),
    steps(paper),
    cuts(paper),
    benchmarks(paper),
    ...(paper.movers === undefined ? [] : [changes(paper)]),
    moves(paper),
    ungraded(paper),
    findings(paper),
    ...(paper.delivery === undefined ? [] : [files(paper, paper.delivery.files)]),
    method(paper),
    identity(paper),
  ]);
}

/** 疑点工作簿 — what stopped the evaluation, whole: findings and files. */
export function findingsWorkbook(
  title: string,
  { findings: all, files: lines }: Pick<StoppedByFindings, 'findings' | 'files'>,
): Promise<Uint8Array> {
  const plain = (name: string, table: SmallTable, widths: Widths): OutSheet => ({
    name,
    title: [`${title} — ${name}`, '没有评价：请先处理“必须处理”的各条，或在运行时加 --accept-good-rows 只收合格的行。'],
    columns: table.header.map((header) => ({
      header,
      width: widths[header] ?? 12,
      ...((widths[header] ?? 12) >= 40 ? { wrap: true } : {}),
    })),
    rows: table.rows,
  });
  return writeWorkbook([
    plain('数据疑点', findingTable({ findings: all }), findingWidths),
    plain('文件清单', fileTable(lines), fileWidths),
  ]);
}

const findingWidths: Widths = { 位置: 40, 情况: 60, 处理办法: 50, 疑点编号: 28 };
const fileWidths: Widths = { 部门: 16, 文件: 44, 工作表: 16, 认作: 14, 'SHA-256': 68 };

/** Title rows of every sheet: nobody reads a figure without its standing and assumptions. */
function titleOf(paper: Paper, name: string, more: readonly string[] = []): string[] {
  const { heading } = paper;
  const warnings = warningsOf({ ...heading, assumed: heading.assumed === '' ? '' : `${heading.assumed}。全部列在“办法说明”。` });
  return [`${heading.title} — ${name}`, heading.place, ...more, ...warnings];
}

function results(paper: Paper): OutSheet {
  const columns = resultColumns(paper).filter(({ header }) => paper.scheme.bonus !== undefined || !onlyWithBonus.has(header));
  return {
    name: '评价结果',
    paper: 'a3',
    title: titleOf(paper, '评价结果', [conclusion(paper)]),
    columns: columns.map((column) => outColumn(column, paper)),
    rows: paper.lines.map((line) => columns.map((column) => column.cell(line))),
    frozen: 2,
  };
}

/** 加分 of a scheme without any says nothing. */
const onlyWithBonus: ReadonlySet<string> = new Set(['基础分', '加分']);

function outColumn(column: ReportColumn, paper: Paper): OutColumn {
  return {
    header: column.header,
    ...(column.width === undefined ? {} : { width: column.width }),
    ...(column.decimals === undefined ? {} : { format: numberFormat(column.decimals) }),
    ...(column.wrap === undefined ? {} : { wrap: column.wrap }),
    ...(column.grade === true ? { tint: gradeTint(paper) } : {}),
  };
}

const numberFormat = (decimals: number): string => (decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`);

function gradeTint(paper: Paper): (cell: Cell) => Tint | undefined {
  const classes = paper.scheme.grades.classes;
  const tints = new Map(classes.map((one, place) => [one.name, gradeLook(place, classes.length)]));
  return (cell) => (typeof cell === 'string' ? tints.get(cell) : undefined);
}

interface Widths {
  readonly [header: string]: number;
}

function sheetOf(name: string, table: SmallTable, paper: Paper, widths: Widths, more: readonly string[] = []): OutSheet {
  const tint = gradeTint(paper);
  const columns = table.header.map((header): OutColumn => {
    const width = widths[header] ?? 12;
    const decimals = table.decimals[header];
    return {
      header,
      width,
      ...(width >= 40 ? { wrap: true } : {}),
      ...(header.endsWith('类别') ? { tint } : {}),
      ...(decimals === undefined ? {} : { format: numberFormat(decimals) }),
    };
  });
  const none = table.rows.length === 0 ? ['本次没有。'] : [];
  return { name, title: titleOf(paper, name, [...more, ...none]), columns, rows: table.rows };
}

const cuts = (paper: Paper): OutSheet => sheetOf('分数线', cutTable(paper), paper, { 排序范围: 24 });
const benchmarks = (paper: Paper): OutSheet =>
  sheetOf('基准值', benchmarkTable(paper), paper, { 指标: 24, 适用范围: 20, 来源: 60 });
const moves = (paper: Paper): OutSheet =>
  sheetOf('调档', overrideTable(paper), paper, { [idTitle(paper)]: 22, 名称: 26, 规则: 28, 说明: 60, 依据: 40 });
const ungraded = (paper: Paper): OutSheet =>
  sheetOf('未评', ungradedTable(paper), paper, { [idTitle(paper)]: 22, 名称: 26, 状态: 14, 原因和依据: 80 });
const findings = (paper: Paper): OutSheet => sheetOf('数据疑点', findingTable(paper), paper, findingWidths);
const files = (paper: Paper, lines: readonly FileLine[]): OutSheet => sheetOf('文件清单', fileTable(lines), paper, fileWidths);
const steps = (paper: Paper): OutSheet =>
  sheetOf('计算步骤', stepTable(paper), paper, { [idTitle(paper)]: 22, 名称: 26, 指标: 26, 单位: 12, 说明: 28 });
const changes = (paper: Paper): OutSheet =>
  sheetOf('变化', moverTable(paper), paper, { [idTitle(paper)]: 22, 名称: 26, 原因: 70 }, [
    `对照：${paper.movers?.against ?? ''}`,
  ]);
const identity = (paper: Paper): OutSheet => sheetOf('校验', identityTable(paper), paper, { 项目: 14, 校验码: 90 });

/** Documents with their standing, every assumption, then the method in prose. */
function method(paper: Paper): OutSheet {
  const { heading } = paper;
  const rows: Cell[][] = [
    ...heading.documents.map((words): Cell[] => ['依据文件', words]),
    ...heading.cautions.map((words): Cell[] => ['提请注意', words]),
    ...heading.assumptions.map((words, at): Cell[] => [`假定 ${at + 1}`, words]),
    ...blocksOf(paper.method).flatMap((block) =>
      linesOfBlock(block).map((line): Cell[] => [block.kind === 'heading' ? line : '', block.kind === 'heading' ? '' : line]),
    ),
  ];
  return {
    name: '办法说明',
    title: titleOf(paper, '办法说明'),
    columns: [
      { header: '项目', width: 24, wrap: true },
      { header: '内容', width: 120, wrap: true },
    ],
    rows,
  };
}
