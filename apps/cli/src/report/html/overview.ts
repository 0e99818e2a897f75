/** Top of the page: title, standing, what a reader must know, the conclusion and how the classes are spread. */
import { warningsOf } from '../heading.js';
import { conclusion } from '../lines.js';
import { percentInWords } from '../numbers.js';
import { gradedLines, type Paper, tallyOf } from '../paper.js';
import type { SubjectLine } from '../subjects.js';
import { badge } from './badge.js';
import { escaped, section } from './markup.js';

export function titleBlock({ heading }: Paper): string {
  const cautions = warningsOf({ ...heading, assumed: '' }).map((words) => `<p class="caution">${escaped(words)}</p>`);
  const assumed =
    heading.assumed === '' ? [] : [`<p class="caution">${escaped(heading.assumed)}。<a href="#assumed">逐条查看</a></p>`];
  return `<header><h1>${escaped(heading.title)}</h1><p class="place">${escaped(heading.place)}</p>
<dl class="documents">${heading.documents.map((words) => `<dt>依据</dt><dd>${escaped(words)}</dd>`).join('')}</dl>
${[...cautions, ...assumed].join('')}</header>`;
}

export function overview(paper: Paper): string {
  const lead = `<p class="lead">${escaped(conclusion(paper))}</p>`;
  if (paper.scheme.grades.classes.length === 0) return section('overview', '评价结论', lead);
  return section('overview', '评价结论', `${lead}${bars(paper, '全部', gradedLines(paper))}${byPool(paper)}`);
}

const cardsUpTo = 12;

/** Small bars a pool; a table when there are many pools. */
function byPool(paper: Paper): string {
  const pools = paper.result.pools.map((pool, at) => ({ pool, lines: gradedLines(paper).filter((line) => line.poolAt === at) }));
  if (pools.length < 2) return '';
  if (pools.length <= cardsUpTo)
    return `<div class="cards">${pools.map(({ pool, lines }) => bars(paper, pool.name, lines)).join('')}</div>`;
  const classes = paper.scheme.grades.classes;
  const rows = pools.map(({ pool, lines }) => {
    const tallies = tallyOf(paper.scheme, lines);
    return `<tr><th scope="row">${escaped(pool.name)}</th><td class="n">${lines.length}</td>${tallies.map((tally) => `<td class="n">${tally.count}<small>${percentInWords(tally.count, lines.length)}</small></td>`).join('')}</tr>`;
  });
  return `<div class="scroll"><table><thead><tr><th>排序范围</th><th class="n">已评类别</th>${classes.map((_, place) => `<th class="n">${badge(paper.scheme, place)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function bars(paper: Paper, title: string, lines: readonly SubjectLine[]): string {
  const tallies = tallyOf(paper.scheme, lines);
  const most = Math.max(1, ...tallies.map((tally) => tally.count));
  const measure = escaped(paper.scheme.subject.measure);
  const rows = tallies.map(
    (
      tally,
      place,
    ) => `<tr><th scope="row">${badge(paper.scheme, place)}${tally.label === '' ? '' : `<span class="label">${escaped(tally.label)}</span>`}</th>
<td class="bar"><div class="g${place}" style="width:${((tally.count / most) * 100).toFixed(2)}%"></div></td><td class="n">${tally.count} ${measure}</td><td class="n">${percentInWords(tally.count, lines.length)}</td></tr>`,
  );
  return `<table class="bars"><caption>${escaped(title)} <span>${lines.length} ${measure}</span></caption><tbody>${rows.join('')}</tbody></table>`;
}
