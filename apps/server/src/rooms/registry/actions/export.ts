/** 导出 — the list as the reader sees it, with the columns asked for, as .xlsx or .csv; personal data stays masked. On the trail. @source trust R34, R38 */
import { type Cell, writeCsv, writeWorkbook } from '@muheng/sheets';
import type { z } from 'zod';
import type { Action, Step } from '../../../forms/action.js';
import { businessDay } from '../../../forms/day.js';
import type { FileAnswer } from '../../../forms/route.js';
import { type ColumnLabel, classInWords } from '../../../store/columnLabels.js';
import { registryColumns } from '../columns.js';
import { type exportColumns, exportSubjects } from '../contract.js';
import { scaleTitles, statusTable, subjectKindTitles } from '../kinds.js';
import { exportFacts } from '../queries/export.js';
import { listRows, type SubjectRow } from '../queries/lists.js';
import { filterOf } from '../reads/lists.js';
import { refuse } from '../texts.zh.js';

type Column = (typeof exportColumns)[number];
type Facts = Awaited<ReturnType<typeof exportFacts>>;

interface Shown {
  /** Of the column it is made of. */
  readonly label: ColumnLabel;
  readonly header: string;
  readonly width: number;
  readonly format?: string;
  readonly cell: (row: SubjectRow, facts: Facts) => Cell;
}
const area = (header: string, of: 'own' | 'in' | 'out'): Shown => ({
  ...{ label: registryColumns.occupancy.land_area_sqm, header: `${header}（㎡）`, width: 14, format: '#,##0.00' },
  cell: (row, facts) => {
    const sum = facts.get(row.subject_id)?.[of] ?? null;
    return sum === null ? null : Number(sum);
  },
});
const columns: Readonly<Record<Column, Shown>> = {
  name: { label: registryColumns.subject.name, header: '企业名称', width: 32, cell: (row) => row.name },
  creditCode: {
    label: registryColumns.subject.credit_code,
    header: '统一社会信用代码',
    width: 22,
    cell: (row) => row.credit_code,
  },
  formerNames: {
    label: registryColumns.subject_name.name,
    header: '曾用名',
    width: 28,
    cell: (row, facts) => facts.get(row.subject_id)?.former ?? null,
  },
  kind: { label: registryColumns.subject.kind, header: '类型', width: 14, cell: (row) => subjectKindTitles[row.kind] },
  regionName: { label: registryColumns.subject.region_id, header: '镇街', width: 14, cell: (row) => row.region_name },
  parkName: { label: registryColumns.subject.park_id, header: '园区', width: 20, cell: (row) => row.park_name },
  industryCode: { label: registryColumns.subject.industry_code, header: '行业代码', width: 10, cell: (row) => row.industry_code },
  scale: {
    label: registryColumns.subject.scale,
    header: '规模',
    width: 8,
    cell: (row) => (row.scale === null ? null : scaleTitles[row.scale]),
  },
  status: { label: registryColumns.subject.status, header: '经营状态', width: 12, cell: (row) => statusTable[row.status].title },
  address: { label: registryColumns.subject.address, header: '地址', width: 36, cell: (row) => row.address },
  foundedOn: { label: registryColumns.subject.founded_on, header: '成立日期', width: 12, cell: (row) => row.founded_on },
  productionFrom: {
    label: registryColumns.subject.production_from,
    header: '投产日期',
    width: 12,
    cell: (row) => row.production_from,
  },
  powerAccounts: {
    label: registryColumns.meter.account,
    header: '用电户号',
    width: 24,
    cell: (row, facts) => facts.get(row.subject_id)?.accounts ?? null,
  },
  taxNumbers: {
    label: registryColumns.subject_identifier.value,
    header: '税号',
    width: 22,
    cell: (row, facts) => facts.get(row.subject_id)?.tax ?? null,
  },
  ownLandSqm: area('自有用地', 'own'),
  leasedInSqm: area('承租用地', 'in'),
  leasedOutSqm: area('出租用地', 'out'),
  contacts: {
    label: registryColumns.subject_contact.phone_masked,
    header: '联系人',
    width: 24,
    cell: (row, facts) => facts.get(row.subject_id)?.contacts ?? null,
  },
};

const mostRows = 200_000;
const atOnce = 5_000;

export const exportAction: Action<z.infer<typeof exportSubjects.body>, FileAnswer> = {
  name: 'registry.export_subjects',
  title: '导出企业名单',
  may: 'registry.export',
  evenWhenFull: true,
  input: exportSubjects.body,
  async run(step, { filter, sort, columns: asked, format }) {
    const shown = asked.map((column) => columns[column]);
    const rows = await cellsOf(step, { filter: filter ?? {}, sort, shown });
    const day = businessDay(step.now);
    const title = [`企业用地库名单（${day}，${rows.length} 户）`, classInWords(shown.map(({ label }) => label))];
    const content =
      format === 'csv'
        ? writeCsv(
            shown.map(({ header }) => header),
            rows,
            title,
          )
        : await writeWorkbook([{ name: '企业名单', title, columns: shown, rows }]);
    const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    return {
      output: {
        name: `企业用地库名单-${day}.${format}`,
        mediaType: format === 'csv' ? 'text/csv; charset=utf-8' : xlsx,
        content,
      },
      object: { kind: 'subject', id: step.actor.officeId },
      summary: `导出企业名单 ${rows.length} 户`,
      change: { filter: filter ?? {}, sort, columns: asked, format, rows: rows.length },
    };
  },
};

async function cellsOf(
  step: Step,
  {
    filter,
    sort,
    shown,
  }: {
    readonly filter: NonNullable<z.infer<typeof exportSubjects.body>['filter']>;
    readonly sort: 'name' | z.infer<typeof exportSubjects.body>['sort'];
    readonly shown: readonly Shown[];
  },
): Promise<Cell[][]> {
  const { tx, actor } = step;
  const asked = await filterOf(step, filter);
  const all = await listRows(tx, actor.officeId, { filter: asked, sort, after: undefined, limit: mostRows + 1 });
  if (all.length > mostRows) throw refuse('export_too_many', { most: mostRows.toLocaleString('en') });
  const cells: Cell[][] = [];
  for (let at = 0; at < all.length; at += atOnce) {
    const part = all.slice(at, at + atOnce);
    const facts = await exportFacts(tx, actor.officeId, { ids: part.map((row) => row.subject_id), today: asked.today });
    for (const row of part) cells.push(shown.map(({ cell }) => cell(row, facts)));
  }
  return cells;
}
