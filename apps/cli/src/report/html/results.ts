/** 评价结果表 — sticky header, value over points in one cell, filter by text and class, sortable; every name opens its 依据. */
import type { LeafResult } from '@muheng/engine';
import type { Leaf } from '@muheng/scheme';
import { absenceWord, decimalsOf, numberInWords, rankInWords } from '../numbers.js';
import { gradedLines, type Paper, tallyOf, unitOf } from '../paper.js';
import { hasPart, overridesInWords, type SubjectLine, titleOf } from '../subjects.js';
import { badge, filterKey, gradeCell } from './badge.js';
import { emptyNote, escaped, section } from './markup.js';

export interface Shown {
  readonly leaf: Leaf;
  readonly found: LeafResult;
}

export const shownLeaves = ({ scheme, result }: Paper): readonly Shown[] =>
  scheme.leaves.flatMap((leaf) => {
    const found = result.leaves.find((one) => one.id === leaf.id);
    return found === undefined ? [] : [{ leaf, found }];
  });

/** More indicators than this push total and class out of sight: then these stand first, and paper leaves the indicators out. */
const indicatorsBesideTotal = 9;
/** Above this many rows a page stutters; the workbook holds all. */
const rowsUpTo = 10_000;

export function results(paper: Paper, linked: boolean): string {
  if (paper.lines.length === 0) return section('results', '评价结果', emptyNote('没有评价对象。请检查基础数据。'));
  const leaves = shownLeaves(paper);
  const many = leaves.length > indicatorsBesideTotal;
  const shape: RowShape = { paper, leaves, many, several: paper.result.pools.length > 1, linked };
  const rows = paper.lines.slice(0, rowsUpTo).map((line) => row(line, shape));
  const cut =
    paper.lines.length > rowsUpTo
      ? emptyNote(`本页只列前 ${rowsUpTo} 行，共 ${paper.lines.length} 行；全部见工作簿或 CSV。`)
      : '';
  const table = `<table class="results${many ? ' many' : ''}"><thead><tr>${headOf(shape)}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return section('results', '评价结果', `${filters(paper)}${cut}<div class="scroll tall">${table}</div>`);
}

function headOf({ paper, leaves, several, many }: RowShape): string {
  const indicators = leaves.map(({ leaf }) =>
    sortable(leaf.name, 'number', 'n ind', [unitOf(leaf), '得分'].filter((word) => word !== '').join(' · ')),
  );
  const totals = [
    ...(paper.scheme.bonus === undefined ? [] : [sortable('基础分', 'number', 'n'), sortable('加分', 'number', 'n')]),
    sortable('总分', 'number', 'n'),
    ...(paper.scheme.grades.classes.length === 0 ? [] : [sortable('类别', 'number', '', '测算 → 调档后')]),
  ];
  return [
    sortable('名称', 'text'),
    ...(several ? [sortable('排序范围', 'text')] : []),
    sortable('名次', 'number', 'n'),
    ...(many ? [...totals, ...indicators] : [...indicators, ...totals]),
  ].join('');
}

function filters(paper: Paper): string {
  const chips = tallyOf(paper.scheme, gradedLines(paper)).map(
    (_, place) =>
      `<button type="button" class="chip" data-grade="${place}" aria-pressed="false">${badge(paper.scheme, place)}</button>`,
  );
  const none =
    '<button type="button" class="chip" data-grade="-1" aria-pressed="false"><span class="badge none">○ 未评</span></button>';
  return `<div class="filters"><input type="search" id="words" placeholder="按编号、名称、组筛选" aria-label="按编号、名称、组筛选">${chips.join('')}${none}<span id="shown" role="status"></span></div>`;
}

const sortable = (title: string, kind: 'text' | 'number', look = '', below = ''): string =>
  `<th scope="col" class="${look}" data-kind="${kind}"><button type="button">${escaped(title)}</button>${below === '' ? '' : `<small>${escaped(below)}</small>`}</th>`;

interface RowShape {
  readonly paper: Paper;
  readonly leaves: readonly Shown[];
  readonly many: boolean;
  readonly several: boolean;
  readonly linked: boolean;
}

function row(line: SubjectLine, shape: RowShape): string {
  const words = escaped(`${line.id} ${line.name} ${line.group} ${line.pool} ${line.status}`.toLowerCase());
  const indicators = shape.leaves.map((shown) => indicatorCell(shown, line));
  const totals = totalCells(line, shape.paper);
  const cells = [
    nameCell(line, shape),
    ...(shape.several ? [`<td data-v="${escaped(line.pool)}">${escaped(line.pool)}</td>`] : []),
    `<td class="n" data-v="${line.rank === 0 ? '' : line.rank}">${rankInWords(line.rank)}</td>`,
    ...(shape.many ? [...totals, ...indicators] : [...indicators, ...totals]),
  ];
  return `<tr data-grade="${filterKey(line)}" data-words="${words}">${cells.join('')}</tr>`;
}

/** Name with its id; on a phone with class and total, which stand too far to the right there. */
function nameCell(line: SubjectLine, { paper, linked }: RowShape): string {
  const name = escaped(titleOf(line));
  const id = line.name === '' || line.name === line.id ? '' : `<small>${escaped(line.id)}</small>`;
  const total = numberInWords(line.total, decimalsOf(paper.scheme.total.round, 4), '');
  return `<th scope="row" data-v="${name}">${linked ? `<a href="#why-${line.row}">${name}</a>` : name}${id}<span class="phone">${gradeCell(paper.scheme, line)} ${total}</span></th>`;
}

function totalCells(line: SubjectLine, { scheme }: Paper): string[] {
  const decimals = decimalsOf(scheme.total.round, 4);
  const why = overridesInWords(line);
  const parts = scheme.bonus === undefined ? [] : [numberCell(line.baseTotal, decimals), numberCell(line.bonusTotal, decimals)];
  const title = why === '' ? '' : ` title="${escaped(why)}"`;
  const grade = `<td class="grade" data-v="${line.grade < 0 ? '' : line.grade}"${title}>${gradeCell(scheme, line)}</td>`;
  return [...parts, numberCell(line.total, decimals, 'total'), ...(scheme.grades.classes.length === 0 ? [] : [grade])];
}

function indicatorCell({ leaf, found }: Shown, line: SubjectLine): string {
  if (!hasPart(leaf, line)) return '<td class="n ind" data-v=""></td>';
  const value = found.value.values[line.row] ?? Number.NaN;
  const score = found.score[line.row] ?? Number.NaN;
  const words = numberInWords(value, leaf.show, absenceWord(found.value.absence[line.row]));
  const points = Number.isNaN(score) ? '' : `<small>${numberInWords(score, decimalsOf(leaf.round, 2))}</small>`;
  return `<td class="n ind${Number.isNaN(value) ? ' absent' : ''}" data-v="${Number.isNaN(value) ? '' : value}">${words}${points}</td>`;
}

const numberCell = (value: number | null, decimals: number, look = ''): string =>
  `<td class="n ${look}" data-v="${value ?? ''}">${numberInWords(value, decimals)}</td>`;
