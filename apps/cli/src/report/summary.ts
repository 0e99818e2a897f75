/** What `evaluate` prints on a terminal: standing first, then classes, lines, benchmarks, subjects, those not graded. */
import { type Console, textTable } from '../console.js';
import { gradeLook } from './grades.js';
import { warningsOf } from './heading.js';
import {
  benchmarkTable,
  cellInWords,
  conclusion,
  cutTable,
  movedInWords,
  type SmallTable,
  withoutEmptyColumns,
} from './lines.js';
import { decimalsOf, numberInWords, rankInWords } from './numbers.js';
import { gradedLines, idTitle, type Paper, tallyOf, ungradedLines } from './paper.js';
import { gradeName, reasonsInWords, type SubjectLine, titleOf } from './subjects.js';

const allRowsUpTo = 30;
const endRows = 5;
const shownPools = 6;
const listedUpTo = 20;

export function printSummary(console: Console, paper: Paper): void {
  const { heading } = paper;
  console.out(`\n${heading.title}\n${heading.place}`);
  for (const words of heading.documents) console.out(`依据  ${words}`);
  for (const words of warningsOf(heading)) console.out(`注意  ${words}`);
  console.out(`\n${conclusion(paper)}`);
  printTallies(console, paper);
  printTable(console, '分数线', cutTable(paper));
  printTable(console, '基准值', benchmarkTable(paper));
  printSubjects(console, paper);
  printList(console, '调档、定档', movedInWords(paper));
  printList(
    console,
    '未评',
    ungradedLines(paper).map((line) => `${titleOf(line)}：${line.status}。${reasonsInWords(line)}`),
  );
  console.out(
    `\n校验码  结果 ${paper.identity.result.slice(0, 16)}  办法 ${paper.identity.scheme.slice(0, 16)}  数据 ${paper.identity.data.slice(0, 16)}  语义 ${paper.identity.semantics}`,
  );
}

/** `● A类  4 户  ████████`. */
function printTallies(console: Console, paper: Paper): void {
  const graded = gradedLines(paper);
  const most = Math.max(1, ...tallyOf(paper.scheme, graded).map((tally) => tally.count));
  for (const tally of tallyOf(paper.scheme, graded)) {
    const bar = '█'.repeat(Math.round((tally.count / most) * 30));
    console.out(
      `  ${tally.look.shape} ${tally.name}  ${String(tally.count).padStart(6)} ${paper.scheme.subject.measure}  ${bar}`,
    );
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
  const columns = subjectColumns(paper, computed);
  const rows = computed.length <= allRowsUpTo ? computed : endsOf(computed);
  const whole = `共 ${computed.length} ${paper.scheme.subject.measure}；全部见 --out 文件`;
  console.out(`\n评价结果${rows.length === computed.length ? '' : `（各范围名次的前 ${endRows} 与后 ${endRows}，${whole}）`}`);
  const cells = rows.map((line) => columns.map((column) => (line === null ? '…' : column.cell(line))));
  console.out(
    textTable(
      columns.map((column) => column.title),
      cells,
    ),
  );
}

interface TextColumn {
  readonly title: string;
  readonly cell: (line: SubjectLine) => string;
}

/** Only columns that say something: no name that is the id, no bonus where there is none, no class where the scheme only ranks. */
function subjectColumns(paper: Paper, lines: readonly SubjectLine[]): readonly TextColumn[] {
  const { scheme } = paper;
  const decimals = decimalsOf(scheme.total.round, 4);
  const when = (holds: boolean, ...columns: readonly TextColumn[]): readonly TextColumn[] => (holds ? columns : []);
  const look = (line: SubjectLine): string => gradeLook(line.grade, scheme.grades.classes.length).shape;
  return [
    ...when(new Set(lines.map((line) => line.poolAt)).size > 1, { title: '排序范围', cell: (line) => line.pool }),
    { title: '名次', cell: (line) => rankInWords(line.rank) },
    { title: idTitle(paper), cell: (line) => line.id },
    ...when(
      lines.some((line) => line.name !== '' && line.name !== line.id),
      { title: '名称', cell: (line) => line.name },
    ),
    ...when(
      scheme.bonus !== undefined,
      { title: '基础分', cell: (line) => numberInWords(line.baseTotal, decimals) },
      { title: '加分', cell: (line) => numberInWords(line.bonusTotal, decimals) },
    ),
    { title: '总分', cell: (line) => numberInWords(line.total, decimals) },
    ...when(
      scheme.grades.classes.length > 0,
      { title: '测算', cell: (line) => gradeName(scheme, line.computedGrade) },
      { title: '类别', cell: (line) => (line.grade < 0 ? line.status : `${look(line)} ${gradeName(scheme, line.grade)}`) },
    ),
  ];
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

function printList(console: Console, title: string, words: readonly string[]): void {
  if (words.length === 0) return;
  console.out(`\n${title}`);
  for (const line of words.slice(0, listedUpTo)) console.out(`  ${line}`);
  if (words.length > listedUpTo) console.out(`  … 另有 ${words.length - listedUpTo}，全部见 --out 文件。`);
}
