/** 空白导入表 — the columns that an import knows, with their units, as a workbook to fill in; it reads back without a question. */
import { writeWorkbook } from '@muheng/sheets';
import type { FileAnswer } from '../../../forms/route.js';
import { type ImportKind, vocabularies } from './vocabulary.js';

const titles: Readonly<Record<ImportKind, string>> = {
  subjects: '企业名单',
  parcels: '宗地台账',
  leases: '租赁台账',
  meters: '用电户号与分摊',
  titles: '称号名录',
  scales: '规上规下名单',
};

export async function blankTable(kind: ImportKind): Promise<FileAnswer> {
  const columns = vocabularies[kind].map(({ term, unit }) => ({
    header: unit === undefined ? term : `${term}（${unit}）`,
    width: 20,
  }));
  return {
    name: `${titles[kind]}（空白表）.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: await writeWorkbook([{ name: titles[kind], columns, rows: [] }]),
  };
}
