/**
 * The invented district as files: a CSV as a department would deliver it, and a workbook of 20 columns. Absences stand there as
 * blanks and as the words that offices write.
 */
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import type { Dataset } from '@muheng/engine';
import { type Cell, creditCheckCharacter, organisationCodeFits, streamWorkbook } from '@muheng/sheets';
import { district } from './district.js';

export interface FileColumn {
  readonly id: string;
  readonly header: string;
  readonly kind: 'text' | 'number' | 'flag';
}

const column = (id: string, header: string, kind: FileColumn['kind']): FileColumn => ({ id, header, kind });

export const csvColumns: readonly FileColumn[] = [
  column('id', '统一社会信用代码', 'text'),
  column('name', '企业名称', 'text'),
  column('scale', '规模', 'text'),
  column('tax_evaluated', '评价税收（万元）', 'number'),
  column('land_used', '用地面积（亩）', 'number'),
  column('value_added', '工业增加值（万元）', 'number'),
  column('energy_equivalent', '综合能耗等价值（tce）', 'number'),
  column('pollutants', '主要污染物排放量（t）', 'number'),
  column('employees', '年平均职工人数（人）', 'number'),
  column('research_spending', '研发经费支出（万元）', 'number'),
  column('main_revenue', '主营业务收入（万元）', 'number'),
  column('power_used', '用电量（万kWh）', 'number'),
  column('fixed_investment', '本年固定资产投资（万元）', 'number'),
  column('under_construction', '项目建设期', 'flag'),
  column('seriously_dishonest', '严重失信', 'flag'),
  column('grave_land_violation', '土地严重违法', 'flag'),
];

/** By kind of absence. */
const absenceWords = ['', '', '不适用', '未报'] as const;

function cellsOf(dataset: Dataset): (row: number) => Cell[] {
  const facts = dataset.facts.get(dataset.year);
  return (row) =>
    csvColumns.map(({ id, kind }): Cell => {
      if (id === 'id') return dataset.subjects[row]!;
      if (id === 'name') return dataset.names[row]!;
      const { values, absence } = facts!.get(id)!;
      if (absence[row] !== 0) return absenceWords[absence[row]!] ?? '';
      return kind === 'text' ? dataset.dictionary[values[row]!]! : values[row]!;
    });
}

export function writeCsvFile(file: string, rows: number, seed: number): void {
  const cells = cellsOf(district(rows, seed));
  const handle = openSync(file, 'w');
  let lines = [csvColumns.map(({ header }) => header).join(',')];
  for (let row = 0; row < rows; row++) {
    lines.push(cells(row).join(','));
    if (lines.length < 20_000 && row < rows - 1) continue;
    writeSync(handle, `${lines.join('\n')}\n`);
    lines = [];
  }
  closeSync(handle);
}

/** Four more columns that the method does not ask for: 20 in all. */
const further = ['镇街', '行业代码', '营业收入（万元）', '利润总额（万元）'] as const;

/** With codes that are valid. */
export async function writeWorkbookFile(file: string, rows: number, seed: number): Promise<void> {
  const cells = cellsOf(district(rows, seed));
  const stream = streamWorkbook({
    name: '基础数据',
    columns: [...csvColumns.map(({ header }) => header), ...further].map((header) => ({ header })),
    rows: (function* () {
      for (let row = 0; row < rows; row++) {
        const [, ...others] = cells(row);
        yield [codeOf(row), ...others, `第${row % 19}街道`, `C${1300 + (row % 3000)}`, row * 1.25 + 100, row / 8 - 50];
      }
    })(),
  });
  const parts: Uint8Array[] = [];
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) parts.push(part.value);
  writeFileSync(file, Buffer.concat(parts));
}

/** Valid in both of its check characters. */
function codeOf(row: number): string {
  const body = String(row).padStart(8, '0');
  const organisation = [...'0123456789X'].find((check) => organisationCodeFits(body + check)) ?? '0';
  const head = `91331003${body}${organisation}`;
  return head + (creditCheckCharacter(head) ?? '');
}
