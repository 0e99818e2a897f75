/**
 * 对列表 — what a person decided about the columns of a department's file: column text → fact and unit, remembered for next year.
 * It goes before every name that is recognised. JSON: `{ "版本": 1, "列": { "开票收入": { "认作": "taxable_sales", "单位": "元" },
 * "备注": { "认作": null } } }`; a second column of one text is “文本#2”. Read `readMapping`, `writeMapping`.
 */
import type { Finding } from '@muheng/finding';
import { storedText } from '../text.js';
import { found } from '../texts.zh.js';
import { unitOf } from './vocabulary.js';

export interface MappedColumn {
  /** Id of a fact; null = leave this column out. */
  readonly fact: string | null;
  readonly unit?: string;
}

/** By column text as the file writes it (`storedText`, header lines joined with “-”), `#2` behind the second of one text. */
export type Mapping = ReadonlyMap<string, MappedColumn>;

export function readMapping(text: string, file: string): { readonly mapping: Mapping; readonly findings: readonly Finding[] } {
  const mapping = new Map<string, MappedColumn>();
  const findings: Finding[] = [];
  const rows = parsed(text);
  if (rows === undefined) return { mapping, findings: [found('mapping_unreadable', { file })] };
  for (const [column, row] of rows) {
    const fact = field(row, '认作');
    const unit = field(row, '单位');
    const badUnit = typeof unit === 'string' && unitOf(unit) === undefined;
    if ((fact !== null && typeof fact !== 'string') || (unit !== undefined && typeof unit !== 'string') || badUnit)
      findings.push(found('mapping_row_unreadable', { file }, { column }));
    else mapping.set(storedText(column), { fact, ...(unit === undefined ? {} : { unit }) });
  }
  return { mapping, findings };
}

function parsed(text: string): [string, unknown][] | undefined {
  try {
    const json: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    const columns = field(json, '列');
    return typeof columns === 'object' && columns !== null && !Array.isArray(columns) ? Object.entries(columns) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const field = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null ? Object.getOwnPropertyDescriptor(of, name)?.value : undefined;

/** What was matched and decided, for next year; columns that were not matched are written as left out. */
export function writeMapping(
  columns: readonly { readonly header: string; readonly fact: string | null; readonly unit?: string }[],
): string {
  const seen = new Map<string, number>();
  const rows = columns.map(({ header, fact, unit }): [string, object] => {
    const nth = (seen.get(header) ?? 0) + 1;
    seen.set(header, nth);
    return [nth === 1 ? header : `${header}#${nth}`, { 认作: fact, ...(unit === undefined ? {} : { 单位: unit }) }];
  });
  return `${JSON.stringify({ 版本: 1, 列: Object.fromEntries(rows) }, null, 2)}\n`;
}
