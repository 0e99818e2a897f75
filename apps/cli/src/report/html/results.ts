/** 评价结果表 — sticky header, value over points in one cell, filter by text and class, sortable; every name opens its 依据. */
import type { LeafResult } from '@muheng/engine';
import type { Leaf } from '@muheng/scheme';
import { absenceWord, decimalsOf, numberInWords, rankInWords } from '../numbers.js';
import { gradedLines, type Paper, tallyOf, unitOf } from '../paper.js';
import { overridesInWords, type SubjectLine, titleOf } from '../subjects.js';
import { badge, gradeCell } from './badge.js';
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

export function results(paper: Paper, linked: boolean): string {
  if (paper.lines.length === 0) return section('results', '评价结果', emptyNote('没有评价对象。请检查基础数据。'));
  const leaves = shownLeaves(paper);
  const several = paper.result.pools.length > 1;
  const head = [
    sortable('名称', 'text'),
    ...(several ? [sortable('排序范围', 'text')] : []),
    sortable('名次', 'number', 'n'),
    ...leaves.map(({ leaf }) => sortable(leaf.name, 'number', 'n ind', [unitOf(leaf), '得分'].filter((word) => word !== '').join(' · '))),
    ...(paper.scheme.bonus === undefined ? [] : [sortable('基础分', 'number', 'n'), sortable('加分', 'number', 'n')]),
    sortable('总分', 'number', 'n'),
    sortable('类别', 'number', '', '测算 → 调档后'),
  ];
  const rows = paper.lines.map((line) => row(line, { paper, leaves, several, linked }));
  const many = leaves.length > 9 ? ' many' : '';
  return section('results', '评价结果', `${filters(paper)}<div class="scroll tall"><table class="results${many}"><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`);
}

function filters(paper: Paper): string {
  const chips = tallyOf(paper.scheme, gradedLines(paper)).map((_, place) => `<button type="button" class="chip" data-grade="${place}" aria-pressed="false">${badge(paper.scheme, place)}</button>`);
  const none = '<button type="button" class="chip" data-grade="-1" aria-pressed="false"><span class="badge none">○ 未评</span></button>';
  return `<div class="filters"><input type="search" id="words" placeholder="按编号、名称、组筛选" aria-label="按编号、名称、组筛选">${chips.join('')}${none}<span id="shown" role="status"></span></div>`;
}

const sortable = (title: string, kind: 'text' | 'number', look = '', below = ''): string =>
  `<th scope="col" class="${look}" data-kind="${kind}"><button type="button">${escaped(title)}</button>${below === '' ? '' : `<small>${escaped(below)}</small>`}</th>`;

interface RowShape {
  readonly paper: Paper;
  readonly leaves: readonly Shown[];
  readonly several: boolean;
  readonly linked: boolean;
}

function row(line: SubjectLine, { paper, leaves, several, linked }: RowShape): string {
  const decimals = decimalsOf(paper.scheme.total.round, 4);
  const name = escaped(titleOf(line));
  const id = line.name === '' || line.name === line.id ? '' : `<small>${escaped(line.id)}</small>`;
  const words = escaped(`${line.id} ${line.name} ${line.group} ${line.pool} ${line.status}`.toLowerCase());
  const why = overridesInWords(line);
  const cells = [
    `<th scope="row" data-v="${escaped(titleOf(line))}">${linked ? `<a href="#why-${line.row}">${name}</a>` : name}${id}<span class="phone">${gradeCell(paper.scheme, line)} ${numberInWords(line.total, decimals, '')}</span></th>`,
    ...(several ? [`<td data-v="${escaped(line.pool)}">${escaped(line.pool)}</td>`] : []),
    `<td class="n" data-v="${line.rank === 0 ? '' : line.rank}">${rankInWords(line.rank)}</td>`,
    ...leaves.map((shown) => indicatorCell(shown, line)),
    ...(paper.scheme.bonus === undefined ? [] : [numberCell(line.baseTotal, decimals), numberCell(line.bonusTotal, decimals)]),
    numberCell(line.total, decimals, 'total'),
    `<td class="grade" data-v="${line.grade < 0 ? '' : line.grade}"${why === '' ? '' : ` title="${escaped(why)}"`}>${gradeCell(paper.scheme, line)}</td>`,
  ];
  return `<tr data-grade="${line.grade}" data-words="${words}">${cells.join('')}</tr>`;
}

function indicatorCell({ leaf, found }: Shown, line: SubjectLine): string {
  const value = found.value.values[line.row] ?? Number.NaN;
  const score = found.score[line.row] ?? Number.NaN;
  const words = numberInWords(value, leaf.show, absenceWord(found.value.absence[line.row]));
  const points = Number.isNaN(score) ? '' : `<small>${numberInWords(score, decimalsOf(leaf.round, 2))}</small>`;
  return `<td class="n ind${Number.isNaN(value) ? ' absent' : ''}" data-v="${Number.isNaN(value) ? '' : value}">${words}${points}</td>`;
}

const numberCell = (value: number | null, decimals: number, look = ''): string => `<td class="n ${look}" data-v="${value ?? ''}">${numberInWords(value, decimals)}</td>`;
