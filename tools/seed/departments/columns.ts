/** Columns that several departments share, and how a fact of the truth becomes a cell in a column's unit. */
import { rounded } from '../random.js';
import type { CellValue, Column, Row } from '../table.js';
import type { Block, DataYear, Enterprise, FactName, YearFacts } from '../truth.js';

export const sequence: Column = { header: '序号', kind: 'sequence' };
export const code: Column = { header: '统一社会信用代码', kind: 'code', also: ['社会信用代码', '信用代码', '纳税人识别号'] };
export const name: Column = { header: '企业名称', kind: 'name', also: ['单位名称', '纳税人名称', '单位详细名称'] };
export const town: Column = { header: '镇街', kind: 'town', also: ['所属镇街', '乡镇街道', '属地'] };

/** A column of a ledger that holds one fact in its own unit. */
export interface FactColumn extends Column {
  readonly fact: FactName;
  /** What one unit of the truth is in this column: 10 when the truth is in 万元 and the column in 千元. */
  readonly times?: number;
}

export const factCell = (column: FactColumn, values: YearFacts['values']): CellValue => {
  const value = values[column.fact];
  return typeof value === 'number' ? rounded(value * (column.times ?? 1), column.digits ?? 2) : null;
};

/** One row an enterprise for one year: number, code, name, town, then facts. `wants` says who stands in this ledger. */
export function factRows(
  columns: readonly FactColumn[],
  year: DataYear,
  wants: (facts: YearFacts, one: Enterprise) => boolean,
): (block: Block) => Row[] {
  return (block) => {
    const byId = new Map(block.enterprises.map((one) => [one.id, one]));
    return block.facts.flatMap((facts): Row[] => {
      const one = byId.get(facts.subject);
      if (one === undefined || facts.year !== year || !wants(facts, one)) return [];
      const cells = [null, one.code, one.name, one.town.name, ...columns.map((column) => factCell(column, facts.values))];
      return [{ subject: one.id, year, town: one.town.name, cells }];
    });
  };
}

export const date = (day: string | undefined): CellValue => (day === undefined ? null : { date: day });
