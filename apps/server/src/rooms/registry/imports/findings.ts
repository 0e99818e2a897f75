/** 疑点清单 — every finding of a file with its place, the value that stands there and the remedy, as a workbook to work down. */
import type { Finding } from '@muheng/finding';
import { writeWorkbook } from '@muheng/sheets';
import { z } from 'zod';
import type { FileAnswer } from '../../../forms/route.js';
import { classInWords } from '../../../store/columnLabels.js';
import { registryColumns } from '../columns.js';
import type { FileRead } from './file.js';

const listed = z.object({
  ...{ severity: z.enum(['error', 'warning', 'note']), sheet: z.string(), row: z.int().nullable(), cell: z.string() },
  ...{ value: z.string(), message: z.string(), remedy: z.string() },
});
type Listed = z.infer<typeof listed>;
const kept = z.object({ listed: z.array(listed), more: z.int() });

/** A file with more is not worked down by hand. */
const most = 10_000;
const order = { error: 0, warning: 1, note: 2 } as const;
const titles = { error: '必须处理', warning: '请核对', note: '提示' } as const;

export function listedFindings(findings: readonly Finding[], valueAt: FileRead['valueAt']): z.infer<typeof kept> {
  const sorted = [...findings].sort((a, b) => order[a.severity] - order[b.severity] || (a.where.row ?? 0) - (b.where.row ?? 0));
  return {
    listed: sorted.slice(0, most).map(
      ({ severity, where, message, remedy }): Listed => ({
        ...{ severity, sheet: where.sheet ?? '', row: where.row ?? null, cell: where.cell ?? '' },
        ...{ value: valueAt(where).slice(0, 500), message, remedy },
      }),
    ),
    more: Math.max(0, findings.length - most),
  };
}

export async function findingsWorkbook(stored: unknown, number: number): Promise<FileAnswer> {
  const { listed: rows, more } = kept.parse(stored);
  const columns = [
    ...[
      { header: '序号', width: 6 },
      { header: '轻重', width: 10 },
      { header: '工作表', width: 14 },
    ],
    ...[
      { header: '行', width: 8 },
      { header: '单元格', width: 10 },
      { header: '表中的值', width: 28 },
    ],
    ...[
      { header: '问题', width: 60 },
      { header: '处理办法', width: 50 },
    ],
  ];
  const table = rows.map(({ severity, sheet, row, cell, value, message, remedy }, at) => [
    ...[at + 1, titles[severity], sheet, row, cell, value, message, remedy],
  ]);
  const title = [`第 ${number} 号导入疑点清单`, classInWords([registryColumns.register_import.findings])];
  if (more > 0) table.push([null, null, null, null, null, null, `另有 ${more} 处没有列出`, '请先处理已列出的，再试运行一次。']);
  return {
    name: `第${number}号导入疑点清单.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: await writeWorkbook([{ name: '疑点清单', title, columns, rows: table }]),
  };
}
