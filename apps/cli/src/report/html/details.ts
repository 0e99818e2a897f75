/** Lower part of the page: lines, benchmarks, moves, those not graded, findings, assumptions, 依据, method, identity. */
import type { Cell } from '@muheng/sheets';
import {
  benchmarkTable,
  cellInWords,
  cutTable,
  findingTable,
  identityTable,
  overrideTable,
  type SmallTable,
  ungradedTable,
  withoutEmptyColumns,
} from '../lines.js';
import type { Paper } from '../paper.js';
import { type Block, blocksOf } from '../prose.js';
import { titleOf } from '../subjects.js';
import { badge, filterKey, gradeCell } from './badge.js';
import { emptyNote, escaped, list, section } from './markup.js';

/** Above this many subjects the page would be too heavy: `explain` prints one. */
export const explainedUpTo = 2000;

export function lines(paper: Paper): string {
  const cuts = cutTable(paper);
  const cut = cuts.rows.length === 0 ? emptyNote('没有分数线：没有参评对象，或办法不划分类别。') : small(cuts, paper);
  const benchmarks = benchmarkTable(paper);
  const benchmark = benchmarks.rows.length === 0 ? emptyNote('本办法没有基准值。') : small(benchmarks, paper);
  return section('lines', '分数线', cut) + section('benchmarks', '基准值', benchmark);
}

export function exceptions(paper: Paper): string {
  const moves = overrideTable(paper);
  const ungraded = ungradedTable(paper);
  const findings = findingTable(paper);
  return [
    moves.rows.length === 0 ? '' : section('moves', '调档、定档', small(moves, paper)),
    section('ungraded', '未评', ungraded.rows.length === 0 ? emptyNote('全部对象都已评定类别。') : small(ungraded, paper)),
    section('findings', '数据疑点', findings.rows.length === 0 ? emptyNote('没有数据疑点。') : small(findings, paper)),
  ].join('');
}

export function assumptions({ heading }: Paper): string {
  if (heading.assumptions.length === 0) return '';
  return section(
    'assumed',
    '假定',
    `<p>公开的文件没有写明以下各处，计算时按假定处理；正式使用前请逐条核实。</p>${list(heading.assumptions, 'ol')}`,
  );
}

export function explanations(paper: Paper, linked: boolean): string {
  if (!linked)
    return section(
      'why',
      '评定依据',
      emptyNote(
        `对象超过 ${explainedUpTo} ${paper.scheme.subject.measure}，本页不逐户列出。请用 muheng explain 打印一户的依据。`,
      ),
    );
  const items = paper.lines.map((line) => {
    const id = line.name === '' || line.name === line.id ? '' : `<small>${escaped(line.id)}</small>`;
    const words = escaped(`${line.id} ${line.name} ${line.group} ${line.pool} ${line.status}`.toLowerCase());
    return `<details id="why-${line.row}" data-grade="${filterKey(line)}" data-words="${words}"><summary><span class="who">${escaped(titleOf(line))}${id}</span><span>${gradeCell(paper.scheme, line)}</span></summary>${explained(paper.explain(line.id))}</details>`;
  });
  return section(
    'why',
    '评定依据',
    `<p class="hint">点开一户，逐项查看数据、算式、基准、名次、分数线和条款。</p>${items.join('')}`,
  );
}

/** Lines of an explanation: headings stand out, what belongs to them is set in; assumptions are listed once on the page. */
function explained(words: string): string {
  const lines = words.split('\n').filter((line) => line.trim() !== '');
  const own = lines.filter((line) => !line.startsWith('假定：'));
  const assumed =
    lines.length > own.length
      ? `<p class="soft">本依据含 ${lines.length - own.length} 处假定，<a href="#assumed">逐条查看</a></p>`
      : '';
  return `<div class="words lines">${own.map(explainedLine).join('')}${assumed}</div>`;
}

function explainedLine(line: string): string {
  if (line.startsWith(' ')) return `<p class="${/^\s{4}/.test(line) ? 'in deeper' : 'in'}">${escaped(line.trim())}</p>`;
  const [title = '', ...rest] = line.split('　');
  return `<p class="head"><b>${escaped(title)}</b>${rest.length === 0 ? '' : `<span>${escaped(rest.join('　'))}</span>`}</p>`;
}

export const method = (paper: Paper): string =>
  section(
    'method',
    '评价办法',
    `<details class="plain"><summary>按办法的体例成文，供与文件对照</summary><div class="words lines prose">${blocksOf(paper.method).map(proseBlock).join('')}</div></details>`,
  );

function proseBlock(block: Block): string {
  if (block.kind === 'heading') return `<h${block.level === 1 ? 3 : 4}>${escaped(block.text)}</h${block.level === 1 ? 3 : 4}>`;
  if (block.kind !== 'table') return `<p class="${block.kind === 'item' ? 'in' : ''}">${escaped(block.text)}</p>`;
  const rows = block.rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`);
  return `<div class="scroll"><table><thead><tr>${block.header.map((cell) => `<th>${escaped(cell)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

export function identity(paper: Paper): string {
  const rows = identityTable(paper).rows.map(
    ([name, value]) => `<dt>${escaped(String(name))}</dt><dd>${escaped(String(value))}</dd>`,
  );
  return `<footer><p>校验码：办法、数据、引擎语义相同，结果的校验码就相同；可用 muheng evaluate 重算核对。</p><dl>${rows.join('')}</dl></footer>`;
}

function small(whole: SmallTable, paper: Paper): string {
  const table = withoutEmptyColumns(whole);
  const numeric = table.header.map((_, at) => table.rows.some((row) => isNumeric(row[at] ?? null)));
  const head = table.header.map(
    (title, at) => `<th scope="col"${numeric[at] === true ? ' class="n"' : ''}>${escaped(title)}</th>`,
  );
  const rows = table.rows.map(
    (row) =>
      `<tr>${table.header.map((title, at) => cellIn(row[at] ?? null, { title, decimals: table.decimals[title], paper, numeric: numeric[at] === true })).join('')}</tr>`,
  );
  return `<div class="scroll fit"><table><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

const isNumeric = (cell: Cell): boolean => typeof cell === 'number' || (typeof cell === 'string' && /^[\d.]+%$/.test(cell));

interface CellPlace {
  readonly title: string;
  readonly decimals: number | undefined;
  readonly paper: Paper;
  readonly numeric: boolean;
}

function cellIn(cell: Cell, { title, decimals, paper, numeric }: CellPlace): string {
  const words = cellInWords(cell, decimals);
  if (typeof cell === 'number') return `<td class="n">${words}</td>`;
  const place = title.endsWith('类别') ? paper.scheme.grades.classes.findIndex((one) => one.name === words) : -1;
  if (place >= 0) return `<td>${badge(paper.scheme, place)}</td>`;
  const look = numeric ? ' class="n"' : words.length > 24 ? ' class="long"' : words.length <= 14 ? ' class="short"' : '';
  return `<td${look}>${escaped(words)}</td>`;
}
