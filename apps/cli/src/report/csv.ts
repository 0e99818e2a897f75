/** 评价结果 as CSV: `#` lines on top say what it is and what is assumed; the reader of this project skips them. */
import { writeCsv } from '@muheng/sheets';
import { resultColumns } from './columns.js';
import { warningsOf } from './heading.js';
import type { Paper } from './paper.js';

export function csvOf(paper: Paper): Uint8Array {
  const { heading, identity } = paper;
  const columns = resultColumns(paper);
  const comments = [
    `${heading.title} · ${heading.place}`,
    ...heading.documents.map((words) => `依据：${words}`),
    ...warningsOf(heading),
    ...heading.assumptions.map((words, at) => `假定 ${at + 1}：${words}`),
    `校验码：办法 ${identity.scheme} 数据 ${identity.data} 语义 ${identity.semantics} 结果 ${identity.result}`,
  ];
  return writeCsv(
    columns.map((column) => column.header),
    paper.lines.map((line) => columns.map((column) => column.cell(line))),
    comments,
  );
}
