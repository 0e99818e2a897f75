/**
 * 对列表 — what a person decided about the columns of a department's file: column text → fact and unit, remembered for next year.
 * It goes before every name that is recognised. JSON: `{ "版本": 1, "列": { "开票收入": { "认作": "taxable_sales", "单位": "元" },
 * "备注": { "认作": null } }, "格": { "规上!F214": { "取": "不用", "原值": "31870000" } } }`; a second column of one text is “文本#2”.
 * Read `readMapping`, `writeMapping`.
 */
import type { Finding } from '@muheng/finding';
import { storedText } from '../text.js';
import { found } from '../texts.zh.js';
import { type CellDecision, type CellDecisions, type CellQuestion, cellKey, readDecision, writeQuestion } from './decided.js';
import { unitOf } from './vocabulary.js';

export interface MappedColumn {
  /** Id of a fact; null = leave this column out. */
  readonly fact: string | null;
  readonly unit?: string;
}

/** By column text as the file writes it (`storedText`, header lines joined with “-”), `#2` behind the second of one text. */
export type Mapping = ReadonlyMap<string, MappedColumn>;

export interface MappingRead {
  readonly mapping: Mapping;
  readonly cells: CellDecisions;
  readonly findings: readonly Finding[];
}

export function readMapping(text: string, file: string): MappingRead {
  const mapping = new Map<string, MappedColumn>();
  const cells = new Map<string, CellDecision>();
  const findings: Finding[] = [];
  const json = parsed(text);
  const columns = entriesOf(field(json, '列'));
  const decided = entriesOf(field(json, '格') ?? {});
  if (columns === undefined || decided === undefined)
    return { mapping, cells, findings: [found('mapping_unreadable', { file })] };
  for (const [column, row] of columns) {
    const fact = field(row, '认作');
    const unit = field(row, '单位');
    const badUnit = typeof unit === 'string' && unitOf(unit) === undefined;
    if ((fact !== null && typeof fact !== 'string') || (unit !== undefined && typeof unit !== 'string') || badUnit)
      findings.push(found('mapping_row_unreadable', { file }, { column }));
    else mapping.set(storedText(column), { fact, ...(unit === undefined ? {} : { unit }) });
  }
  for (const [cell, entry] of decided) {
    const decision = readDecision({ 取: field(entry, '取'), 单位: field(entry, '单位'), 原值: field(entry, '原值') });
    if (decision === undefined) findings.push(found('mapping_cell_unreadable', { file }, { cell }));
    else if (decision !== 'open') cells.set(storedText(cell), decision);
  }
  return { mapping, cells, findings };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const entriesOf = (value: unknown): [string, unknown][] | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : undefined;

const field = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null ? Object.getOwnPropertyDescriptor(of, name)?.value : undefined;

/** What was matched and decided, for next year; columns that were not matched are written as left out; questions about cells await an answer. */
export function writeMapping(
  columns: readonly { readonly header: string; readonly fact: string | null; readonly unit?: string }[],
  questions: readonly CellQuestion[] = [],
): string {
  const seen = new Map<string, number>();
  const rows = columns.map(({ header, fact, unit }): [string, object] => {
    const nth = (seen.get(header) ?? 0) + 1;
    seen.set(header, nth);
    return [nth === 1 ? header : `${header}#${nth}`, { 认作: fact, ...(unit === undefined ? {} : { 单位: unit }) }];
  });
  const asked = questions.map((question): [string, object] => [cellKey(question.sheet, question.cell), writeQuestion(question)]);
  const cells = asked.length === 0 ? {} : { 格: Object.fromEntries(asked) };
  return `${JSON.stringify({ 版本: 1, 列: Object.fromEntries(rows), ...cells }, null, 2)}\n`;
}
