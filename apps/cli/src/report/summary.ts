/** What `evaluate` prints on a terminal: standing first, then classes, lines, benchmarks, subjects, those not graded. */
import { type Console, textTable } from '../console.js';
import { gradeLook } from './grades.js';
import { benchmarkTable, cellInWords, conclusion, cutTable, movedInWords, type SmallTable, withoutEmptyColumns } from './lines.js';
import { decimalsOf, numberInWords, rankInWords } from './numbers.js';
import { gradedLines, type Paper, tallyOf, ungradedLines } from './paper.js';
import { gradeName, reasonsInWords, type SubjectLine, titleOf } from './subjects.js';

const allRowsUpTo = 30;
const endRows = 5;
const shownPools = 6;
const listedUpTo = 20;

export function printSummary(console: Console, paper: Paper): void {
  const { heading } = paper;
  console.out(`\n${heading.title}\n${heading.place}`);
  for (const words of heading.documents) console.out(`依据  ${words}`);
  for (const words of heading.cautions) console.out(`注意  ${words}`);
  if (heading.assumed !== '') console.out(heading.assumed);
  console.out(`\n${conclusion(paper)}`);
  printTallies(console, paper);
  printTable(console, '分数线', cutTable(paper));
  printTable(console, '基准值', benchmarkTable(paper));
  printSubjects(console, paper);
  printList(console, '调档、定档', movedInWords(paper));
  printList(console, '未评', ungradedLines(paper).map((line) => `${titleOf(line)}：${line.status}。${reasonsInWords(line)}`));
  console.out(`\n校验码  结果 ${paper.identity.result.slice(0, 16)}  办法 ${paper.identity.scheme.slice(0, 16)}  数据 ${paper.identity.data.slice(0, 16)}  语义 ${paper.identity.semantics}`);
}

/** `● A类  4 户  ████████`. */
function printTallies(console: Console, paper: Paper): void {
  const graded = gradedLines(paper);
  const most = Math.max(1, ...tallyOf(paper.scheme, graded).map((tally) => tally.count));
  for (const tally of tallyOf(paper.scheme, graded)) {
    const bar = '█'.repeat(Math.round((tally.count / most) * 30));
    console.out(`  ${tally.look.shape} ${tally.name}  ${String(tally.count).padStart(6)} ${paper.scheme.subject.measure}  ${bar}`);
  }
}

function printTable(console: Console, title: string, whole: SmallTable): void {
  if (whole.rows.length === 0) return;
  const table = withoutEmptyColumns(whole);
  const words = table.rows.map((row) => row.map((cell, at) => cellInWords(cell, table.decimals[table.header[at] ?? ''])));
  console.out(`\n${title}\n${textTable(table.header, words)}`);
}

function printSubjects(console: Console, paper: Paper): void {
  const computed = paper.lines.filter((line) => line.total !== null);
  if (computed.length === 0) return;
  const several = new Set(computed.map((line) => line.poolAt)).size > 1;
  const named = computed.some((line) => line.name !== '' && line.name !== line.id);
  const header = [...(several ? ['排序范围'] : []), '名次', 'id', ...(named ? ['名称'] : []), ...(paper.scheme.bonus === undefined ? [] : ['基础分', '加分']), '总分', '测算', '类别'];
  const rows = computed.length <= allRowsUpTo ? computed : endsOf(computed);
  const part = rows.length === computed.length ? '' : `（各范围名次的前 ${endRows} 与后 ${endRows}，共 ${computed.length} ${paper.scheme.subject.measure}；全部见 --out 文件）`;
  console.out(`\n评价结果${part}`);
  console.out(textTable(header, rows.map((line) => (line === null ? header.map(() => '…') : subjectRow(line, paper, { several, named })))));
}

/** First and last of each ranking pool, at most of the first pools; null marks what is left out. */
function endsOf(lines: readonly SubjectLine[]): (SubjectLine | null)[] {
  const pools = [...new Set(lines.map((line) => line.poolAt))];
  const shown = pools.slice(0, shownPools).flatMap((pool) => {
    const members = lines.filter((line) => line.poolAt === pool);
    return members.length <= 2 * endRows ? members : [...members.slice(0, endRows), null, ...members.slice(-endRows)];
  });
  return pools.length > shownPools ? [...shown, null] : shown;
}

function subjectRow(line: SubjectLine, paper: Paper, { several, named }: { readonly several: boolean; readonly named: boolean }): string[] {
  const classes = paper.scheme.grades.classes.length;
  const decimals = decimalsOf(paper.scheme.total.round, 4);
  const grade = line.grade < 0 ? line.status : `${gradeLook(line.grade, classes).shape} ${gradeName(paper.scheme, line.grade)}`;
  return [
    ...(several ? [line.pool] : []),
    rankInWords(line.rank),
    line.id,
    ...(named ? [line.name] : []),
    ...(paper.scheme.bonus === undefined ? [] : [numberInWords(line.baseTotal, decimals), numberInWords(line.bonusTotal, decimals)]),
    numberInWords(line.total, decimals),
    gradeName(paper.scheme, line.computedGrade),
    grade,
  ];
}

function printList(console: Console, title: string, words: readonly string[]): void {
  if (words.length === 0) return;
  console.out(`\n${title}`);
  for (const line of words.slice(0, listedUpTo)) console.out(`  ${line}`);
  if (words.length > listedUpTo) console.out(`  … 另有 ${words.length - listedUpTo}，全部见 --out 文件。`);
}
