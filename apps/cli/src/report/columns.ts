/** 评价结果表的列 — the one definition of the results table, for workbook and CSV alike. */
import type { LeafResult } from '@muheng/engine';
import type { Leaf } from '@muheng/scheme';
import type { Cell } from '@muheng/sheets';
import { cellOf, decimalsOf, numberOrNull } from './numbers.js';
import { idTitle, type Paper, unitOf } from './paper.js';
import { gradeName, hasPart, overridesInWords, reasonsInWords, type SubjectLine } from './subjects.js';

export interface ReportColumn {
  readonly header: string;
  /** Numbers only: decimals on screen, to which the cell is rounded too. */
  readonly decimals?: number;
  /** A class name: coloured in the workbook. */
  readonly grade?: boolean;
  readonly width?: number;
  readonly wrap?: boolean;
  readonly cell: (line: SubjectLine) => Cell;
}

/** Cells as every paper shows them: a number has the decimals of its column. */
export const resultColumns = (paper: Paper): readonly ReportColumn[] =>
  columnsOf(paper).map((column) => ({ ...column, cell: (line) => shownCell(column.cell(line), column.decimals) }));

const shownCell = (cell: Cell, decimals: number | undefined): Cell =>
  typeof cell === 'number' && decimals !== undefined ? Number(cell.toFixed(decimals)) + 0 : cell;

function columnsOf(paper: Paper): readonly ReportColumn[] {
  const { scheme, result } = paper;
  const total = decimalsOf(scheme.total.round, 4);
  const byId = new Map(result.leaves.map((leaf) => [leaf.id, leaf]));
  const leaves = scheme.leaves.flatMap((leaf) => {
    const found = byId.get(leaf.id);
    return found === undefined ? [] : leafColumns(leaf, found);
  });
  return [
    { header: idTitle(paper), width: 21, cell: (line) => line.id },
    { header: '名称', width: 27, cell: (line) => line.name },
    { header: '组', width: 10, cell: (line) => line.group },
    { header: '状态', width: 10, cell: (line) => line.status },
    ...leaves,
    { header: '基础分', decimals: total, width: 10, cell: (line) => line.baseTotal },
    { header: '加分', decimals: total, width: 9, cell: (line) => line.bonusTotal },
    { header: '总分', decimals: total, width: 10, cell: (line) => line.total },
    { header: '名次', width: 8, cell: (line) => (line.rank === 0 ? null : line.rank) },
    {
      header: '测算类别',
      grade: true,
      width: 10,
      cell: (line) => (line.computedGrade < 0 ? null : gradeName(scheme, line.computedGrade)),
    },
    { header: '类别', grade: true, width: 10, cell: (line) => (line.grade < 0 ? null : gradeName(scheme, line.grade)) },
    {
      header: '调档依据、未评原因',
      width: 44,
      wrap: true,
      cell: (line) => [overridesInWords(line), reasonsInWords(line)].filter((words) => words !== '').join('；') || null,
    },
  ];
}

/** Value with its unit in the header, then points with the weight. */
function leafColumns(leaf: Leaf, found: LeafResult): ReportColumn[] {
  const unit = unitOf(leaf);
  return [
    {
      header: unit === '' ? leaf.name : `${leaf.name}（${unit}）`,
      decimals: leaf.show,
      width: 11,
      cell: (line) => (hasPart(leaf, line) ? cellOf(found.value, line.row) : null),
    },
    {
      header: `${leaf.name}得分`,
      decimals: decimalsOf(leaf.round, 4),
      width: 9,
      cell: (line) => numberOrNull(found.score, line.row),
    },
  ];
}
